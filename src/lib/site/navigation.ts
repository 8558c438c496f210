import type { Ui } from '../i18n/index.ts';

interface HeaderPage {
  readonly key: keyof Ui['nav'] & string;
  /** What comes after the language. */
  readonly path: string;
  /** Beginnings of other addresses that belong to it. */
  readonly also?: readonly string[];
}

/** The pages of the site's header, in order. */
export const navigation: readonly HeaderPage[] = [
  { key: 'lessons', path: 'lessons/' },
  {
    key: 'practice',
    path: 'practice/',
    also: ['questions/', 'review/', 'drills/', 'mock/', 'progress/'],
  },
  { key: 'samples', path: 'samples/' },
  { key: 'lab', path: 'lab/' },
  { key: 'glossary', path: 'glossary/' },
  { key: 'guideShort', path: 'guide/' },
];
