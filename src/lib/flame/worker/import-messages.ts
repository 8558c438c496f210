import type { ImportIssue } from '../formats/import-issue.ts';
import type { Said } from '../formats/say.ts';
import type { FrameDetail } from '../model/profile.ts';
import type { CallTreeOptions } from '../tree/build-call-tree.ts';
import type { CallTree } from '../tree/call-tree.ts';
import type { SentColumns } from './sent-columns.ts';

/** What the page asks for. `data` that is a `Blob` (a file) is read by the worker itself. */
export interface ImportRequest {
  readonly data: Blob | Uint8Array | string;
  readonly fileName?: string;
  readonly format?: string;
  readonly limit?: number;
  /** Build the call tree of each profile too. */
  readonly tree?: CallTreeOptions;
}

/** A call tree without what cannot be sent: its frames, which the profile has, and `nameOf`. */
export type SentTree = Omit<CallTree, 'frames' | 'nameOf'>;

export interface SentProfile extends SentColumns {
  /** Which frame table it uses: profiles of one file may share it. */
  readonly table: number;
  readonly tree?: SentTree;
}

/**
 * What the worker answers: progress now and then, then the frame tables in pieces, then the rest.
 * Names have to be copied by the page, and a million of them would hold it up: each piece is a
 * task of its own, of a few milliseconds. Columns are moved, not copied.
 */
export type ImportAnswer =
  | { readonly kind: 'progress'; readonly done: number }
  | {
      readonly kind: 'frames';
      readonly table: number;
      readonly names: readonly string[];
      readonly details: readonly (FrameDetail | undefined)[];
    }
  | {
      readonly kind: 'result';
      readonly format: string;
      readonly issues: ImportIssue[];
      readonly profiles: readonly SentProfile[];
    }
  | {
      readonly kind: 'error';
      readonly code: string;
      /** Without reason and advice. */
      readonly said: Said;
      readonly line?: number;
      readonly byte?: number;
      readonly advice?: string;
      readonly because?: ImportIssue;
    };
