import { joinText } from '../../flame/index.ts';
import type { Text, WeightUnit } from '../../flame/index.ts';
import { gatherWords } from '../../i18n/index.ts';

export interface CompareWords {
  readonly title: (before: string, after: string) => Text;
  readonly size: (before: string, after: string) => Text;
  /** What is compared, and what that hides. `times` is what before was multiplied by. */
  readonly normalised: (times: string) => Text;
  readonly verdict: (clear: number, tested: number) => Text;
  readonly oneRunEach: Text;
  readonly holm: string;
  /** Of a chain whose totals change together only one frame is named. */
  readonly echoes: string;
  readonly obstacles: {
    readonly units: (before: WeightUnit, after: WeightUnit) => Text;
    readonly empty: Readonly<Record<'before' | 'after' | 'both', Text>>;
    readonly roots: Text;
    readonly events: (before: string, after: string) => Text;
    readonly durations: (before: string, after: string) => Text;
    readonly sampleCounts: (before: string, after: string) => Text;
    readonly fewSamples: (before: string, after: string) => Text;
    readonly notSamples: Text;
  };
  /** `write: 8% → 15%, +7 points`, and what is recorded. */
  readonly change: (frame: Text, shares: string, points: string, weights: string) => Text;
  readonly interval: (low: string, high: string) => Text;
  readonly clear: Text;
  readonly noise: Text;
  /** Samples on each side that would show such a change. */
  readonly needed: (samples: string) => Text;
  readonly appeared: (frame: Text, measured: string) => Text;
  readonly vanished: (frame: Text, measured: string) => Text;
}

export const compareWords = gatherWords<CompareWords>(
  import.meta.glob('./compare-words/*.ts', { eager: true, import: 'words' }),
);

/** Sentences one after another. */
export function together(...texts: readonly Text[]): Text {
  return joinText(texts, '');
}
