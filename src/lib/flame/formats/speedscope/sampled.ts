import { noStack } from '../../model/profile-builder.ts';
import type { ImportReport } from '../import-issue.ts';
import { isArray } from '../json/json-value.ts';
import { brokenStack } from '../stacks/linked-stacks.ts';
import { SampleIntake } from '../stacks/sample-intake.ts';
import type { SpeedscopeTarget } from './frame-list.ts';
import { say } from '../say.ts';

/** Samples of a `sampled` profile: lists of frames, root first, with a weight each. */
export function readSamples(
  samples: readonly unknown[],
  weights: readonly unknown[] | undefined,
  target: SpeedscopeTarget,
  report: ImportReport,
): void {
  const { name, builder, unit } = target;
  const intake = new SampleIntake(builder, unit);
  const isTime = unit.unit === 'nanoseconds';
  const length = weights === undefined ? samples.length : Math.min(samples.length, weights.length);
  const stacks = new SampledStacks(target);
  let now = 0;
  for (let i = 0; i < length; i++) {
    const weight = weights === undefined ? 1 : weights[i];
    const taken = intake.add(stacks.stackOf(samples[i]), weight, isTime ? now : undefined);
    now += Math.max(0, taken); // samples follow each other: an idle one moves the clock as well
  }
  intake.reportTo(report, name, unit.word);
  reportLengths(name, samples, weights, report);
  if (stacks.wrapped > 0) {
    report.add({
      code: 'wrapped-frame',
      ...say`"${name}" wraps each frame of its stacks in one more list. The frames were read nevertheless.`,
      count: stacks.wrapped,
    });
  }
}

/** Stacks of samples, each found from where it leaves the stack of the sample before. */
class SampledStacks {
  readonly #target: SpeedscopeTarget;
  #before: readonly unknown[] = [];
  /** By depth: the stack of the sample before, cut there. */
  readonly #stacks: number[] = [];
  /** Frames written as `[7]` instead of `7`: no valid file, but speedscope itself shows it. */
  wrapped = 0;

  constructor(target: SpeedscopeTarget) {
    this.#target = target;
  }

  stackOf(places: unknown): number {
    if (!isArray(places)) return brokenStack;
    const { frames, builder } = this.#target;
    let depth = 0;
    while (depth < this.#stacks.length && places[depth] === this.#before[depth]) depth++;
    this.#stacks.length = depth;
    this.#before = places;
    for (; depth < places.length; depth++) {
      const frame = frames.frameOf(this.#unwrapped(places[depth]));
      if (frame === undefined) return brokenStack;
      this.#stacks.push(builder.stack(this.#stacks.at(-1) ?? noStack, frame));
    }
    return this.#stacks.at(-1) ?? noStack;
  }

  #unwrapped(place: unknown): unknown {
    if (!isArray(place) || place.length !== 1) return place;
    this.wrapped++;
    return place[0];
  }
}

function reportLengths(
  name: string,
  samples: readonly unknown[],
  weights: readonly unknown[] | undefined,
  report: ImportReport,
): void {
  if (weights === undefined) {
    report.add({
      code: 'no-weight',
      ...say`"${name}" has no weights. Each of its samples weighs 1.`,
    });
  } else if (weights.length !== samples.length) {
    report.add({
      code: 'unequal-lengths',
      ...say`"${name}" has ${samples.length} samples and ${weights.length} weights. The rest of the longer list was left out.`,
      count: Math.abs(weights.length - samples.length),
    });
  }
}
