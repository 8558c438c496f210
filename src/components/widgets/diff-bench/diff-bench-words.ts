import { gatherWords } from '../../../lib/i18n/index.ts';
import type { PipelineId } from './pipelines.ts';

export interface DiffBenchWords {
  readonly caption: string;
  readonly pipeline: string;
  readonly runs: Readonly<Record<PipelineId, string>>;
  readonly step: (step: number, of: number) => string;
  readonly back: string;
  readonly next: string;
  readonly same: (stacks: number) => string;
  readonly differ: (before: number, after: number, both: number) => string;
  readonly drawing: string;
  readonly normalise: string;
  readonly swap: string;
  readonly label: string;
  readonly noWidth: string;
  readonly nothing: string;
  readonly function: string;
  readonly first: string;
  readonly second: string;
  readonly note: string;
}

export const diffBenchWords = gatherWords<DiffBenchWords>(
  import.meta.glob('./diff-bench-words/*.ts', { eager: true, import: 'words' }),
);
