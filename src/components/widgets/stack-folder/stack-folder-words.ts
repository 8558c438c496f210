import { gatherWords } from '../../../lib/i18n/index.ts';

/** `{n}`, `{of}` and `{boxes}` are filled in by the element: words travel as plain data. */
export interface StackFolderWords {
  readonly caption: string;
  readonly back: string;
  readonly next: string;
  readonly play: string;
  readonly reverse: string;
  readonly pause: string;
  readonly progress: string;
  readonly samples: string;
  readonly folded: string;
  readonly sorted: string;
  readonly merged: string;
  readonly edit: string;
  readonly editHelp: string;
  readonly editLabel: string;
  readonly apply: string;
  readonly reset: string;
  readonly line: string;
  readonly kept: string;
  readonly done: string;
}

export const stackFolderWords = gatherWords<StackFolderWords>(
  import.meta.glob('./stack-folder-words/*.ts', { eager: true, import: 'words' }),
);

/** Twelve looks at a program that reads, then parses, then writes, and does so by turns. */
export const firstSamples = [
  'main;read 1',
  'main;read;copy 1',
  'main;parse 1',
  'main;parse;lookup 1',
  'main;parse 1',
  'main;write 1',
  'main;read;copy 1',
  'main;read 1',
  'main;parse;lookup 1',
  'main;read;copy 1',
  'main;write;copy 1',
  'main;read;copy 1',
].join('\n');
