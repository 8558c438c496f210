import type { Ui } from '../i18n/index.ts';

/** The pages of the site's header, in order. `path` is what comes after the language. */
export const navigation: readonly { key: keyof Ui['nav'] & string; path: string }[] = [
  { key: 'lessons', path: 'lessons/' },
  { key: 'practice', path: 'practice/' },
  { key: 'samples', path: 'samples/' },
  { key: 'lab', path: 'lab/' },
  { key: 'glossary', path: 'glossary/' },
  { key: 'guideShort', path: 'guide/' },
];
