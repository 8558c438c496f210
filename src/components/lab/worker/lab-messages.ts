import type { Locale } from '../../../lib/i18n/index.ts';
import type { ImportIssue, WeightUnit } from '../../../lib/flame/index.ts';
import type { ImportAnswer, SentProfile } from '../../../lib/flame/worker/import-messages.ts';
import type { LabComparison, LabReading } from './lab-reading.ts';

/** What a tab says of a profile, without its columns. */
export interface ProfileSummary {
  /** Place in the file. */
  readonly index: number;
  readonly name: string;
  readonly unit: WeightUnit;
  readonly totalWeight: number;
  /** Rows of the sample table. */
  readonly rows: number;
  /** How many times the profiler looked, where the file tells. */
  readonly sampleCount?: number;
}

/** A profile for the graph: its columns, its tree, and the kinds of its frames as digits. */
export interface TakenProfile extends SentProfile {
  readonly kinds: string;
}

export interface OpenedFile {
  /** Id of the format that read it. */
  readonly format: string;
  /** What people call that format. */
  readonly formatLabel: string;
  readonly issues: readonly ImportIssue[];
  readonly profiles: readonly ProfileSummary[];
}

export const writtenFiles = ['folded', 'speedscope', 'pprof', 'differential'] as const;
export type WrittenFile = (typeof writtenFiles)[number];

/** What the page can ask of the worker that holds one file. */
export interface LabQuestions {
  /** Read the file. `unit`: what the weights of a folded file count, which the file does not say. */
  open: {
    ask: { data: Blob | string; fileName: string; format?: string; unit?: WeightUnit };
    answer: OpenedFile;
  };
  /** One profile and its call tree, for the graph. */
  take: { ask: { profile: number }; answer: TakenProfile };
  read: { ask: { profile: number; locale: Locale }; answer: LabReading };
  /** Sends a profile to another worker, which compares it with one of its own. */
  lend: { ask: { profile: number; port: MessagePort }; answer: true };
  compare: {
    ask: { profile: number; port: MessagePort; locale: Locale };
    answer: LabComparison;
  };
  write: {
    ask: { profile: number; file: WrittenFile; port?: MessagePort };
    answer: string | Uint8Array<ArrayBuffer>;
  };
}
export type LabQuestion = keyof LabQuestions;

export type LabRequest = {
  [K in LabQuestion]: {
    readonly id: number;
    readonly kind: K;
    readonly ask: LabQuestions[K]['ask'];
  };
}[LabQuestion];

/** What the worker says: pieces of a frame table and progress on the way, then an answer or an error. */
export type LabMessage = { readonly id: number } & (
  | Extract<ImportAnswer, { kind: 'progress' | 'frames' | 'error' }>
  | { readonly kind: 'answer'; readonly answer: LabQuestions[LabQuestion]['answer'] }
);
