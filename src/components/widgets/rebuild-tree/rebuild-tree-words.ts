import { gatherWords } from '../../../lib/i18n/index.ts';

/** What the explorable says. `{…}` is filled in by the element. */
export interface RebuildTreeWords {
  readonly caption: string;
  readonly standsOn: string;
  readonly open: string;
  readonly again: string;
  readonly solve: string;
  readonly answer: string;
  readonly tooWide: string;
  readonly circle: string;
  readonly placed: string;
  readonly takenOff: string;
  readonly right: string;
  readonly allowedButWrong: string;
}

export const rebuildTreeWords = gatherWords<RebuildTreeWords>(
  import.meta.glob('./rebuild-tree-words/*.ts', { eager: true, import: 'words' }),
);
