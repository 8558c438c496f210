import { noStack, ProfileBuilder } from '../../model/profile-builder.ts';
import type { Profile } from '../../model/profile.ts';
import type { ImportReport } from '../import-issue.ts';
import type { FormatInput } from '../profile-format.ts';
import { readLines } from '../read-lines.ts';
import { nameOfSamples, sampleKinds, type SampleKind } from './sample-kinds.ts';
import { say } from '../say.ts';

const eventStart = /^([\w.$]+) \{$/;
const frameShape = /^(.+?)\(.*\)(?:\s+line: (\d+))?/;

export function isPrintedJfr(text: string): boolean {
  return /^(?:jdk|profiler)\.\w+ \{\r?\n {2}startTime = /m.test(text);
}

/** Reads what `jfr print` writes: one block in braces for each event, stacks leaf first. */
export function readPrintedJfr(
  input: Pick<FormatInput, 'text' | 'checkpoint'>,
  report: ImportReport,
): Profile[] {
  const reader = new PrintedReader();
  readLines(input, (line) => reader.readLine(line.trim()));
  return reader.finish(report);
}

class PrintedReader {
  readonly #builders = new Map<string, ProfileBuilder>();
  #kind: SampleKind | undefined;
  #state = '';
  /** Leaf first; `undefined` outside of a stack. */
  #frames: string[] | undefined;
  #hasStack = false;
  #truncated = 0;

  readLine(line: string): void {
    if (this.#frames !== undefined && this.#hasStack) {
      if (line === ']') this.#hasStack = false;
      else this.#frames.push(line);
      return;
    }
    const event = eventStart.exec(line)?.[1];
    if (event !== undefined) this.#open(event);
    else if (line === '}') this.#close();
    else if (line.startsWith('state = ')) this.#state = line;
    else if (line === 'stackTrace = [') {
      this.#frames = [];
      this.#hasStack = true;
    }
  }

  finish(report: ImportReport): Profile[] {
    if (this.#truncated > 0) {
      report.add({
        code: 'truncated-stacks',
        ...say`${this.#truncated} stacks lack their roots: "jfr print" shows 5 frames unless told otherwise. Print with --stack-depth 64, or open the .jfr file itself.`,
      });
    }
    return [...this.#builders].map(([name, builder]) => builder.build(name, 'samples'));
  }

  #open(event: string): void {
    // What weighs something else than 1 is printed with rounded units.
    this.#kind = sampleKinds.find((kind) => kind.event === event && kind.weight === undefined);
    this.#state = '';
    this.#frames = undefined;
  }

  #close(): void {
    if (this.#kind !== undefined) {
      const name = nameOfSamples(this.#kind, this.#state);
      const builder = this.#builders.get(name) ?? new ProfileBuilder();
      this.#builders.set(name, builder);
      builder.sample(this.#stackIn(builder), 1);
    }
    this.#kind = undefined;
  }

  #stackIn(builder: ProfileBuilder): number {
    const leafFirst = this.#frames ?? [];
    if (leafFirst.at(-1) === '...') {
      leafFirst.pop();
      this.#truncated++;
    }
    let stack = noStack;
    for (const text of leafFirst.reverse()) {
      const [, name = text, line] = frameShape.exec(text) ?? [];
      const detail = line === undefined || line === '0' ? undefined : { line: Number(line) };
      stack = builder.stack(stack, builder.frame(name, detail));
    }
    return stack;
  }
}
