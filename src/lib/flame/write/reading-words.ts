import type { Caution, CautionCode, SystemCallGroup } from '../analysis/reading/reading.ts';
import type { ShapeCode, ShapeFinding } from '../analysis/shapes/shape.ts';
import type { FigureWords } from './figures.ts';
import type { Text } from './said-text.ts';
import type { FrameKind, SystemCallKind } from '../analysis/frame-kinds.ts';

/** What a finding's sentence may use, already in words. */
export interface FindingWords {
  /** `8 samples, 16% (8.3–28.5%)`. */
  readonly measured: string;
  /** The first frames. */
  readonly frames: Text;
  readonly value: (key: string) => string;
  /** A value that is a weight, with its unit. */
  readonly weight: (key: string) => string;
  /** A value that is the name of a frame. */
  readonly name: (key: string) => Text;
}

/** All words of a reading in one language; sentences are whole, so that each reads as written there. */
export interface ReadingWords extends FigureWords {
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
  readonly endsHere: (weight: string) => Text;
  readonly leaves: (list: Text) => Text;
  /** Joins the notes on a step of a chain, none or more. */
  readonly notes: (notes: readonly Text[]) => Text;
  readonly branchOf: (frame: Text) => Text;
  readonly listSeparator: string;
  readonly frameKinds: Readonly<Record<FrameKind, string>>;
  readonly callKinds: Readonly<Record<SystemCallKind, string>>;
  readonly groups: Readonly<Record<SystemCallGroup, string>>;
  readonly shapes: Readonly<
    Record<ShapeCode, (words: FindingWords, finding: ShapeFinding) => Text>
  >;
  readonly cautions: Readonly<Record<CautionCode, (words: FindingWords, caution: Caution) => Text>>;
}
