import { describe, expect, it } from 'vitest';
import {
  alternates,
  locales,
  localizedPath,
  matchLocale,
  pathInLocale,
  sitePath,
} from '../../../../src/lib/i18n/index.ts';

describe('addresses', () => {
  it('begin with the language', () => {
    expect(localizedPath('zh', 'lessons/1-1-overview/', '/')).toBe('/zh/lessons/1-1-overview/');
    expect(localizedPath('en', '', '/')).toBe('/en/');
  });

  it('work below any base, written with or without its slash', () => {
    expect(localizedPath('en', 'glossary/', '/flamewise')).toBe('/flamewise/en/glossary/');
    expect(localizedPath('en', '/glossary/', '/flamewise/')).toBe('/flamewise/en/glossary/');
    expect(sitePath('/samples/a.folded', '/flamewise')).toBe('/flamewise/samples/a.folded');
  });

  it('give the same page in each language', () => {
    const others = alternates('/base/zh/lessons/1-1-overview/', '/base');
    expect(others.map(({ locale }) => locale)).toEqual(locales);
    expect(others).toContainEqual({ locale: 'en', path: '/base/en/lessons/1-1-overview/' });
    expect(others).toContainEqual({ locale: 'zh', path: '/base/zh/lessons/1-1-overview/' });
  });

  it('lead home from a page that has no language', () => {
    expect(pathInLocale('/404.html', '/')).toBeUndefined();
    expect(alternates('/404.html', '/').map(({ path }) => path)).toEqual(
      locales.map((locale) => `/${locale}/`),
    );
  });

  it('are not fooled by a base that looks like a language', () => {
    expect(pathInLocale('/en/zh/samples/', '/en')).toBe('samples/');
  });
});

// Codes of private use, which no language of the site will ever have.
describe('a reader’s language', () => {
  it('is the first of theirs that the site has', () => {
    expect(matchLocale(['qaa-FR', 'zh-TW', 'en'])).toBe('zh');
    expect(matchLocale(['ZH-hans'])).toBe('zh');
  });

  it('is English when the site has none of theirs', () => {
    expect(matchLocale(['qaa', 'qab'])).toBe('en');
    expect(matchLocale([])).toBe('en');
  });
});
