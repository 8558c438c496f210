import { gatherWords } from '../../../lib/i18n/index.ts';

/** What the explorable says. `{…}` is filled in by the element. */
export interface PeelFrameWords {
  readonly caption: string;
  readonly frame: string;
  readonly callees: string;
  readonly whole: string;
  readonly partly: string;
  readonly bare: string;
  readonly leaf: string;
  readonly takeOff: string;
  readonly putBack: string;
  readonly solved: string;
  readonly self: string;
}

export const peelFrameWords = gatherWords<PeelFrameWords>(
  import.meta.glob('./peel-frame-words/*.ts', { eager: true, import: 'words' }),
);
