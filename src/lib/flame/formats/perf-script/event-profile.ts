import { noStack, ProfileBuilder } from '../../model/profile-builder.ts';
import type { Profile } from '../../model/profile.ts';
import type { WeightUnit } from '../../model/weight.ts';
import type { ImportReport } from '../import-issue.ts';
import { ownText } from '../own-text.ts';
import type { EventLine } from './event-line.ts';
import { namesOfFrame, type NamedFrame } from './frame-names.ts';
import type { FrameKey, SourceLine, StackLine } from './stack-line.ts';
import { say } from '../say.ts';

type FramesOfSymbol = Map<string, readonly number[]>;

/** perf counts in 64 bits: a longer number is damage, and no period. */
const longestPeriod = 2 ** 64;

/** perf counts these two in nanoseconds; the period of every other event is a plain count. */
const clockEvent = /^(?:cpu|task)-clock(?=:|$)/;

/** Collects the samples of one event. A frame is an index of this event's own frame table. */
export class EventProfile {
  readonly #event: string | undefined;
  readonly #builder = new ProfileBuilder();
  readonly #named: NamedFrame[] = [];
  /** Frames of a stack line, leaf first, by library and symbol; apart for Java, whose names differ. */
  readonly #known = {
    java: new Map<string, FramesOfSymbol>(),
    other: new Map<string, FramesOfSymbol>(),
  };
  readonly #processes = new Map<string, number>();
  #withPeriod = 0;
  #absurd = 0;
  #firstTime: EventLine['time'];
  #lastTime = 0;
  #isAscending = true;

  constructor(event: string | undefined) {
    this.#event = event === undefined ? undefined : ownText(event);
  }

  /** The frames that a line with this key was read as before, leaf first. */
  knownFrames({ library, symbol }: FrameKey, isJava: boolean): readonly number[] | undefined {
    return (isJava ? this.#known.java : this.#known.other).get(library)?.get(symbol);
  }

  addFrames(key: FrameKey, line: StackLine, isJava: boolean): readonly number[] {
    const frames = namesOfFrame(line, isJava)
      .map((named) => this.#frame(named))
      .reverse();
    const known = isJava ? this.#known.java : this.#known.other;
    const ofLibrary = known.get(key.library) ?? new Map<string, readonly number[]>();
    known.set(ownText(key.library), ofLibrary);
    ofLibrary.set(ownText(key.symbol), frames);
    return frames;
  }

  /** The frame with the place in the source that perf wrote under it. */
  frameInSource(frame: number, { file, line }: SourceLine): number {
    const named = this.#named[frame];
    if (named === undefined) return frame;
    return this.#frame({ ...named, detail: { ...named.detail, file: ownText(file), line } });
  }

  /** Adds one sample; `frames` are leaf first, and the process becomes the root. */
  addSample(line: EventLine, frames: readonly number[]): void {
    let stack = this.#processStack(line);
    for (let i = frames.length - 1; i >= 0; i--) {
      stack = this.#builder.stack(stack, frames[i]!); // `i` is within the array
    }
    const isAbsurd = line.period !== undefined && !(line.period <= longestPeriod);
    const period = isAbsurd ? undefined : line.period;
    if (isAbsurd) this.#absurd++;
    else if (period !== undefined) this.#withPeriod++;
    // As stackcollapse-perf.pl: a sample without a period, or with none to count, is one event.
    this.#builder.sample(stack, period || 1, this.#sinceFirst(line.time));
  }

  /** The profile; says what had to be assumed of it. */
  build(report: ImportReport): Profile {
    const { sampleCount } = this.#builder;
    const name = this.#event ?? 'samples';
    const profile = this.#builder.build(name, this.#unit(), { sampleCount });
    this.#reportChanges(name, sampleCount, report);
    if (this.#isAscending || profile.samples.time === undefined) return profile;
    report.add({
      code: 'times-out-of-order',
      ...say`The samples of ${name} are not in the order of their times. The times were left out.`,
    });
    const { length, stack, weight } = profile.samples;
    return { ...profile, samples: { length, stack, weight } };
  }

  #reportChanges(name: string, sampleCount: number, report: ImportReport): void {
    const withoutPeriod = sampleCount - this.#withPeriod - this.#absurd;
    if (this.#withPeriod > 0 && withoutPeriod > 0) {
      report.add({
        code: 'no-period',
        ...say`${withoutPeriod} samples of ${name} have no period. Each was counted as 1.`,
      });
    }
    if (this.#absurd > 0) {
      report.add({
        code: 'bad-weight',
        ...say`${this.#absurd} samples of ${name} have a period above 2^64, which perf cannot count. Each was counted as 1.`,
      });
    }
    const cut = this.#named.reduce((count, { isCut }) => (isCut ? count + 1 : count), 0);
    if (cut > 0) {
      report.add({
        code: 'arguments-cut',
        ...say`The arguments were cut off ${cut} function names of ${name}, as stackcollapse-perf.pl does.`,
      });
    }
  }

  #unit(): WeightUnit {
    if (this.#withPeriod === 0) return 'samples';
    return clockEvent.test(this.#event ?? '') ? 'nanoseconds' : 'count';
  }

  #frame(named: NamedFrame): number {
    const frame = this.#builder.frame(ownText(named.name), named.detail);
    this.#named[frame] ??= named;
    return frame;
  }

  /** The stack of the process alone, named as stackcollapse-perf.pl does; a nameless one by its thread. */
  #processStack({ command, thread }: EventLine): number {
    const name = command === '' && thread !== undefined ? `:${thread}` : command;
    let stack = this.#processes.get(name);
    if (stack === undefined) {
      const frameName = ownText(name).replaceAll(' ', '_').replaceAll(';', ':');
      stack =
        name === ''
          ? noStack
          : this.#builder.stack(noStack, this.#builder.frame(frameName, { mark: 'process' }));
      this.#processes.set(name, stack);
    }
    return stack;
  }

  /** Nanoseconds from the first sample, exact since seconds and fractions are subtracted apart. */
  #sinceFirst(time: EventLine['time']): number | undefined {
    if (time === undefined) return undefined;
    const first = (this.#firstTime ??= time);
    const since = (time.seconds - first.seconds) * 1e9 + (time.nanoseconds - first.nanoseconds);
    if (!(since >= this.#lastTime && since < Infinity)) this.#isAscending = false;
    this.#lastTime = since;
    return since;
  }
}
