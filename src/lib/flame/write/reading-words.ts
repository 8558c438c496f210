import type { Caution, CautionCode, SystemCallGroup } from '../analysis/reading/reading.ts';
import type { ShapeCode, ShapeFinding } from '../analysis/shapes/find-shapes.ts';
import type { FrameKind, SystemCallKind } from '../analysis/frame-kinds.ts';

/** What a finding's sentence may use, already in words. */
export interface FindingWords {
  /** `8 samples, 16% (8.3–28.5%)`. */
  readonly measured: string;
  /** The first frames, as code. */
  readonly frames: string;
  readonly value: (key: string) => string;
  /** A value that is a name, as code. */
  readonly name: (key: string) => string;
}

/** All words of a reading in one language; sentences are whole, so that each reads as written there. */
export interface ReadingWords {
  readonly locale: string;
  readonly title: (name: string) => string;
  readonly headings: Readonly<
    Record<'overview' | 'self' | 'total' | 'chains' | 'calls' | 'shapes' | 'cautions', string>
  >;
  readonly columns: Readonly<
    Record<
      | 'feature'
      | 'value'
      | 'function'
      | 'kind'
      | 'self'
      | 'total'
      | 'share'
      | 'interval'
      | 'callers'
      | 'wider'
      | 'call'
      | 'purpose',
      string
    >
  >;
  readonly overview: Readonly<
    Record<'total' | 'samples' | 'functions' | 'depth' | 'widest' | 'largestSelf' | 'calls', string>
  >;
  readonly intervalNote: string;
  readonly noSystemCalls: string;
  /** `8 samples, 16% (8.3–28.5%)`; `interval` is empty where there is none. */
  readonly measured: (weight: string, share: string, interval: string) => string;
  readonly endsHere: (weight: string) => string;
  readonly leaves: (list: string) => string;
  /** Joins the notes on a step of a chain, none or more. */
  readonly notes: (notes: readonly string[]) => string;
  readonly branchOf: (frame: string) => string;
  readonly listSeparator: string;
  readonly frameKinds: Readonly<Record<FrameKind, string>>;
  readonly callKinds: Readonly<Record<SystemCallKind, string>>;
  readonly groups: Readonly<Record<SystemCallGroup, string>>;
  readonly shapes: Readonly<
    Record<ShapeCode, (words: FindingWords, finding: ShapeFinding) => string>
  >;
  readonly cautions: Readonly<
    Record<CautionCode, (words: FindingWords, caution: Caution) => string>
  >;
}
