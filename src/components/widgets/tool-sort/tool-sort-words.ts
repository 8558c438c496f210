import { gatherWords } from '../../../lib/i18n/index.ts';
import type { Fit } from './tool-questions.ts';

/** What the explorable says. `{…}` is filled in. */
export interface ToolSortWords {
  readonly caption: string;
  readonly task: string;
  readonly drag: string;
  readonly shelves: string;
  readonly choose: string;
  readonly fits: Readonly<Record<Fit, string>>;
  readonly picture: string;
  /** A number of allocations, which has no unit of its own. */
  readonly counted: string;
  readonly answer: string;
  readonly done: string;
  readonly again: string;
}

export const toolSortWords = gatherWords<ToolSortWords>(
  import.meta.glob('./tool-sort-words/*.ts', { eager: true, import: 'words' }),
);
