import { describe, expect, test } from 'vitest';
import { uiFor } from '../../../../src/lib/i18n/index.ts';

/** Every string of a tree of words, with its path; functions are called with stand-ins. */
function textsOf(words: unknown, path = ''): [path: string, text: string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') {
    const standIn = new Proxy({}, { get: (_, key) => (typeof key === 'symbol' ? () => 'x' : 'x') });
    const text = (words as (...given: unknown[]) => unknown)(standIn, 2);
    return [[path, String(text)]];
  }
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => textsOf(value, `${path}/${key}`));
}

const english = new Map(textsOf(uiFor('en')));
const chinese = textsOf(uiFor('zh'));

test('both languages have the same texts', () => {
  expect(chinese.map(([path]) => path)).toEqual([...english.keys()]);
});

// Names, formats and symbols are the same in every language.
const shared = new Set(['/samples/facts/sha256']);

describe.each(chinese.filter(([path]) => !shared.has(path)))('%s', (path, text) => {
  test('is written in Chinese', () => {
    expect(text).toMatch(/\p{Script=Han}/u);
    expect(text).not.toBe(english.get(path));
  });

  test('uses full-width punctuation next to Chinese', () => {
    expect(text).not.toMatch(/\p{Script=Han}\s*[,;:!?]/u);
    expect(text).not.toMatch(/\p{Script=Han}\.(?:\s|$)/u);
  });
});
