import type { DiffColumns, FlameLayout, FrameDetail } from '../../../../lib/flame/index.ts';
import type { ImportAnswer, SentTree } from '../../../../lib/flame/worker/import-messages.ts';
import type { SentColumns } from '../../../../lib/flame/worker/sent-columns.ts';
import type { TreeWish } from '../built-tree.ts';
import type { OtherSide, StacksFileKind } from '../stacks-file.ts';

type Steps = TreeWish['transforms'];

/** A file of stacks, after some steps. */
export interface WriteWish {
  readonly file: StacksFileKind;
  readonly transforms: Steps;
  /** Of both profiles, and how the first is scaled to the second. */
  readonly normalize?: OtherSide['normalize'];
}

/** What the page can ask of the worker that holds copies of its profiles. */
export interface GraphQuestions {
  tree: { ask: TreeWish; answer: SentBuilt };
  /** Functions of the profile after some steps, in columns. */
  functions: { ask: Steps; answer: FunctionColumns };
  /** Libraries of the profile, the heaviest first. */
  libraries: { ask: null; answer: string[] };
  write: { ask: WriteWish; answer: Blob };
}
export type GraphQuestion = keyof GraphQuestions;

/**
 * `functionTotals`: a name is the frame's in the table that the answer brings, so that names that
 * the page has are not sent.
 */
export interface FunctionColumns {
  readonly frame: Int32Array;
  readonly self: Float64Array;
  readonly total: Float64Array;
}

/**
 * `BuiltTree` as plain data. All frame tables of an answer begin with the frames of the first
 * profile, which the page has: only what comes behind them is sent, in pieces.
 */
export interface SentBuilt {
  /** Absent where no step was applied: it is the page's own. */
  readonly profile?: SentColumns['profile'];
  /** How many frames of the table the profile knows. */
  readonly profileFrames: number;
  readonly tree: SentTree | DiffColumns;
  readonly layout: FlameLayout;
  readonly sandwich?: { readonly callersRoot: number };
}

export type GraphRequest =
  | {
      readonly kind: 'frames';
      readonly side: number;
      readonly names: readonly string[];
      readonly details: readonly (FrameDetail | undefined)[];
    }
  | ({ readonly kind: 'profile'; readonly side: number } & SentColumns)
  | {
      [K in GraphQuestion]: {
        readonly kind: 'ask';
        readonly id: number;
        readonly what: K;
        readonly ask: GraphQuestions[K]['ask'];
      };
    }[GraphQuestion];

export type GraphMessage = { readonly id: number } & (
  | Extract<ImportAnswer, { kind: 'frames' }>
  | { readonly kind: 'answer'; readonly answer: GraphQuestions[GraphQuestion]['answer'] }
  | { readonly kind: 'error'; readonly message: string }
);
