import { gatherWords } from '../../../lib/i18n/index.ts';

/** The words of the offline copy: on its page, and in the notice of a new version on any page. */
export interface OfflineWords {
  readonly unsupported: string;
  readonly none: (download: string, bytes: string) => string;
  readonly sizeUnknown: string;
  readonly save: string;
  readonly saving: (done: number, total: number) => string;
  readonly saved: string;
  readonly remove: string;
  readonly removed: string;
  readonly failed: Readonly<Record<'network' | 'full', string>>;
  readonly again: string;
  readonly newVersion: string;
  readonly reload: string;
  readonly later: string;
  readonly noticeLabel: string;
}

export const offlineWords = gatherWords<OfflineWords>(
  import.meta.glob('./offline-words/*.ts', { eager: true, import: 'words' }),
);
