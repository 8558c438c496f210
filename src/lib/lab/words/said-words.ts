import type { Text, WeightUnit } from '../../flame/index.ts';
import type { SectionId } from '../said.ts';

/** A function with a figure in words: `__psynch_cvsignal`, `8 samples, 16% (8.3–28.5%)`. */
export interface NamedFigure {
  readonly frame: Text;
  readonly measured: string;
}

/**
 * What the lab says in one language, beside the words of a reading (`readingWords`). Sentences are
 * whole, so that each reads as it is written there.
 */
export interface SaidWords {
  readonly title: (name: string) => Text;
  readonly headings: Readonly<Record<SectionId, string>>;
  /** What holds for a whole section. */
  readonly sectionNotes: Readonly<Partial<Record<SectionId, string>>>;
  readonly list: (entries: readonly Text[]) => Text;
  /** `run_task 4`: a frame and how much of it. */
  readonly weighed: (frame: Text, weight: string) => Text;

  readonly features: {
    readonly size: (weight: string, functions: string, depth: string) => Text;
    readonly oneSample: (share: string, ofOne: string, ofNone: string) => Text;
    readonly widest: (figure: NamedFigure) => Text;
    readonly largestSelf: (figure: NamedFigure) => Text;
    readonly calls: (measured: string) => Text;
    readonly noCalls: Text;
    readonly kind: (kind: string, measured: string) => Text;
  };
  /** `Called by A 4, B 2.` */
  readonly calledBy: (callers: Text) => Text;
  /** All come by way of `via`: who is behind it tells more. */
  readonly calledThrough: (via: Text, callers: Text) => Text;
  readonly self: (figure: NamedFigure, places: number, callers: Text) => Text;
  /** `self` is `undefined` where there is none. */
  readonly total: (
    figure: NamedFigure,
    boxes: number,
    self: string | undefined,
    wider: number,
  ) => Text;
  readonly calls: {
    readonly group: (group: string, measured: string, calls: Text) => Text;
    readonly kind: (kind: string, measured: string) => Text;
    readonly call: (figure: NamedFigure, callers: Text) => Text;
  };
  readonly unproven: {
    readonly callsNotCounted: (figure: NamedFigure, unit: WeightUnit) => Text;
    readonly orderIsNotTime: (left: Text, right: Text, hasTime: boolean) => Text;
    readonly cpuIsNotLatency: Text;
    readonly waitIsNotContention: (figure: NamedFigure, callers: Text) => Text;
    readonly kernelIsNotCalls: (measured: string) => Text;
    readonly totalIsNotCost: (figure: NamedFigure) => Text;
    readonly nameIsNotCause: (frame: Text, word: string) => Text;
    readonly gainIsBounded: (frame: Text, share: string, times: string) => Text;
    readonly oneRecording: (hasIntervals: boolean) => Text;
  };
  readonly questions: {
    readonly own: (figure: NamedFigure) => Text;
    readonly ownAnswer: (frame: Text, self: string, isNone: boolean) => Text;
    readonly calls: Text;
    readonly callsAnswer: (measured: string, most: Text) => Text;
    readonly nested: (a: NamedFigure, b: NamedFigure) => Text;
    readonly nestedAnswer: (outer: Text, inner: Text, between: number) => Text;
    /** Why they cannot be neighbours: their sum is more than the frame that holds both. */
    readonly nestedProof: (sum: string, holder: NamedFigure) => Text;
    readonly sure: (frame: Text, share: string) => Text;
    readonly sureAnswer: (interval: string, needed: string) => Text;
    readonly first: (first: Text, second: Text) => Text;
    readonly firstAnswer: (first: string, second: string, isDecided: boolean) => Text;
    readonly callers: (frame: Text) => Text;
    readonly callersAnswer: (callers: Text) => Text;
    readonly waiting: (frame: Text) => Text;
    readonly waitingAnswer: (callers: Text, idle: string | undefined) => Text;
    readonly gain: (frame: Text) => Text;
    readonly gainAnswer: (share: string, times: string) => Text;
    readonly places: (frame: Text) => Text;
    readonly placesAnswer: (places: string, total: string, largest: string) => Text;
  };
}
