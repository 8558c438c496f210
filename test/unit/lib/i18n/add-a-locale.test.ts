import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import {
  alternates,
  gatherWords,
  htmlLang,
  inLocale,
  isWhole,
  langOf,
  loadWordsOf,
  localeName,
  locales,
  previewLocale,
  sayerOf,
  uiFor,
} from '../../../../src/lib/i18n/index.ts';

/** A list of the site's languages written out by hand: a third one would be missing in it. */
const handMade =
  /\[\s*'?en'?,\s*'?zh'?\s*[\],]|\{en,zh\}|\(en\|zh\)|en:\s*'en',\s*zh:|'en' \| 'zh'(?! \| \(string)/;

/** A decision by one language: any other gets what was meant for English. */
const decides =
  /(?:===|!==|startsWith\(|case )\s*'zh|isChinese|^(?!.*\bzh: ).*\.zh\b(?!\.ts)|\[\s*'zh'\s*\]/m;

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

test('no file decides by one language', () => {
  expect(sources.filter((path) => decides.test(readFileSync(path, 'utf8')))).toEqual([]);
});

test.each(["locale === 'zh' ? a : b", "lang.startsWith('zh')", 'question.zh', "table['zh']"])(
  'the search for such decisions finds %s',
  (code) => {
    expect(code).toMatch(decides);
  },
);

test('the search for such lists finds one', () => {
  expect(readFileSync(home, 'utf8')).toMatch(handMade);
});

describe.each(locales)('%s', (locale) => {
  test('is known by its tag, its name and to link previews', () => {
    expect(() => new Intl.Locale(htmlLang(locale))).not.toThrow();
    expect(localeName(locale)).not.toBe('');
    expect(previewLocale(locale)).toMatch(/^[a-z]{2,3}_[A-Z]{2}$/);
    expect(uiFor(locale)).toBeDefined();
  });

  test.runIf(isWhole(locale))('has the lessons that the others have', () => {
    const lessonsOf = (of: string) =>
      globSync(`src/content/lessons/${of}/*.mdx`)
        .map((path) => path.replace(/^.*[\\/]/, ''))
        .sort();
    expect(lessonsOf(locale)).toEqual(lessonsOf('en'));
  });
});

const tables = globSync('src/**/en.ts').map((path) => path.replaceAll('\\', '/'));

test('what is in a language of its own is found by its file’s name', () => {
  expect(tables.length).toBeGreaterThan(25);
});

test.each(tables)('%s is there in Chinese', (path) => {
  expect(existsSync(path.replace(/en\.ts$/, 'zh.ts'))).toBe(true);
});

test('a language reads English where it has nothing', () => {
  const table = { en: 'leaf', zh: '叶' };
  expect(inLocale(table, 'zh')).toBe('叶');
  expect(inLocale(table, 'fr')).toBe('leaf');
  expect(inLocale({ ...table, fr: 'feuille' }, 'fr')).toBe('feuille');
  expect(langOf(table, 'zh')).toBeUndefined();
  expect(langOf(table, 'fr')).toBe('en');
});

test('words are gathered by their files’ names', async () => {
  const files = { './search-words/en.ts': 'leaf', './search-words/zh.ts': '叶' };
  expect(gatherWords(files)).toEqual({ en: 'leaf', zh: '叶' });
  const loaders = Object.fromEntries(
    Object.entries(files).map(([path, words]) => [path, () => Promise.resolve(words)]),
  );
  expect(await loadWordsOf(loaders, 'zh')).toBe('叶');
  expect(await loadWordsOf(loaders, 'fr')).toBe('leaf');
});

test('a text beside its data is said by what it says in English', () => {
  const say = sayerOf({ './texts/fr.ts': { leaf: 'feuille' } });
  expect(say({ en: 'leaf', zh: '叶' }, 'fr')).toBe('feuille');
  expect(say({ en: 'leaf', zh: '叶' }, 'zh')).toBe('叶');
  expect(say({ en: 'leaf or root', zh: '叶或根' }, 'fr')).toBe('leaf or root');
});

test('every page has every language as an alternate', () => {
  expect(alternates('/en/glossary/', '/').map(({ path }) => path)).toEqual(
    locales.map((locale) => `/${locale}/glossary/`),
  );
});
