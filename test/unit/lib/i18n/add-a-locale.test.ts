import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import {
  alternates,
  htmlLang,
  localeName,
  locales,
  previewLocale,
  uiFor,
} from '../../../../src/lib/i18n/index.ts';

/** A list of the site's languages written out by hand: a third one would be missing in it. */
const handMade = /\[\s*'en',\s*'zh'\s*\]|\{en,zh\}|\(en\|zh\)|en:\s*'en',\s*zh:/;

const home = 'src/lib/i18n/locales.ts';
const sources = [
  'astro.config.mjs',
  ...globSync('{src,public,scripts}/**/*.{astro,ts,js,mjs}').map((path) =>
    path.replaceAll('\\', '/'),
  ),
].filter((path) => path !== home);

test('only one file lists the languages', () => {
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.filter((path) => handMade.test(readFileSync(path, 'utf8')))).toEqual([]);
});

test('the search for such lists finds one', () => {
  expect(readFileSync(home, 'utf8')).toMatch(handMade);
});

describe.each(locales)('%s', (locale) => {
  test('is known by its tag, its name and to link previews', () => {
    expect(() => new Intl.Locale(htmlLang[locale])).not.toThrow();
    expect(localeName[locale]).not.toBe('');
    expect(previewLocale[locale]).toMatch(/^[a-z]{2,3}_[A-Z]{2}$/);
    expect(uiFor(locale)).toBeDefined();
  });

  test('has the lessons that the others have', () => {
    const lessonsOf = (of: string) =>
      globSync(`src/content/lessons/${of}/*.mdx`)
        .map((path) => path.replace(/^.*[\\/]/, ''))
        .sort();
    expect(lessonsOf(locale)).toEqual(lessonsOf('en'));
  });
});

test('every page has every language as an alternate', () => {
  expect(alternates('/en/glossary/', '/').map(({ path }) => path)).toEqual(
    locales.map((locale) => `/${locale}/glossary/`),
  );
});
