import { noStack, ProfileBuilder } from '../../model/profile-builder.ts';
import type { Profile } from '../../model/profile.ts';
import type { ImportReport } from '../import-issue.ts';
import { brokenStack, LinkedStacks, noParent } from '../stacks/linked-stacks.ts';
import { SampleIntake } from '../stacks/sample-intake.ts';
import { readClock } from '../v8/cpu-clock.ts';
import {
  detailOf,
  isRoot,
  nameOrPlace,
  readFlatNodes,
  reportOrphans,
  type CpuNodes,
} from '../v8/cpu-nodes.ts';
import type { TraceCpuProfile } from './cpu-profiles.ts';
import { say } from '../say.ts';

/** V8's own states, which it puts under the root though something of the stack still stands. */
const onTopOfTheStack: ReadonlySet<string> = new Set(['(program)', '(garbage collector)']);

/**
 * Profile of one CPU profile of a trace by time: each sample lasts to the next. In a chart over
 * time the calls around a collection must not break apart, so `(garbage collector)` and
 * `(program)` stand on the stack that was there before, as in the other viewers of traces (a
 * .cpuprofile keeps them under the root); `(idle)` is no stack.
 */
export function cpuTimeProfile(
  source: TraceCpuProfile,
  name: string,
  report: ImportReport,
): Profile {
  const builder = new ProfileBuilder();
  const nodes = readFlatNodes(source.nodes);
  const clock = readClock(source, source.samples);
  const intake = new SampleIntake(builder, { scale: clock === undefined ? 1 : 1e3 });
  const stacks = new StacksInTime(nodes, builder);
  source.samples.forEach((id, i) => {
    const stack = stacks.next(nodes.find(id));
    const now = clock?.[i] ?? 0;
    const next = clock?.[i + 1] ?? now;
    if (clock === undefined) intake.add(stack, 1);
    else intake.add(stack, next - now, now * 1e3);
  });
  reportOrphans(nodes, name, report);
  intake.reportTo(report, name, clock === undefined ? 'samples' : 'microseconds');
  if (stacks.moved > 0) {
    report.add({
      code: 'assumed-stack',
      ...say`"${name}": ${stacks.moved} samples of (program) or (garbage collector) have no stack of their own. They are shown on the stack that stood before them.`,
      count: stacks.moved,
    });
  }
  const options = clock === undefined ? {} : { sampleCount: builder.sampleCount };
  return builder.build(name, clock === undefined ? 'samples' : 'nanoseconds', options);
}

class StacksInTime {
  readonly #nodes: CpuNodes;
  readonly #builder: ProfileBuilder;
  readonly #stacks: LinkedStacks;
  #before = noStack;
  /** States on top of `#before`: nodes, and the stacks with them. */
  readonly #states: { node: number; stack: number }[] = [];
  /** Samples that were put on a stack that is not theirs by the file. */
  moved = 0;

  constructor(nodes: CpuNodes, builder: ProfileBuilder) {
    this.#nodes = nodes;
    this.#builder = builder;
    this.#stacks = new LinkedStacks({
      length: nodes.nodes.length,
      parentOf: (index) => nodes.parents[index] ?? noParent,
      push: (prefix, index) => this.#push(prefix, index),
    });
  }

  /** The stack of the next sample, given its node. */
  next(node: number | undefined): number {
    if (node === undefined) return brokenStack;
    if (onTopOfTheStack.has(this.#nodes.nodes[node]?.name ?? '')) return this.#stateOf(node);
    this.#states.length = 0;
    return (this.#before = this.#stacks.stackOf(node));
  }

  #stateOf(node: number): number {
    if (this.#before === brokenStack) return brokenStack;
    const known = this.#states.findIndex((state) => state.node === node);
    if (known !== -1) this.#states.length = known + 1;
    else {
      const below = this.#states.at(-1)?.stack ?? this.#before;
      this.#states.push({ node, stack: this.#push(below, node) });
    }
    const stack = this.#states.at(-1)?.stack ?? noStack;
    if (this.#before !== noStack) this.moved++;
    return stack;
  }

  #push(prefix: number, index: number): number {
    const node = this.#nodes.nodes[index];
    if (node === undefined || isRoot(this.#nodes, index)) return prefix;
    // V8's own placeholder script, and the state of doing nothing, are no calls.
    if (node.url === 'native dummy.js' || node.name === '(idle)') return noStack;
    return this.#builder.stack(prefix, this.#builder.frame(nameOrPlace(node), detailOf(node)));
  }
}
