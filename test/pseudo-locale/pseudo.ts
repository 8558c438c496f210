/**
 * A language that nobody speaks, made from English: `Search frames` → `[Şéåŕçĥ ƒŕåɱéš]`. What the site
 * shows without accents in it was not taken from a table of words. It is copied into the copy of the
 * site that is built in it, so it imports nothing.
 */

const letters: Readonly<Record<string, string>> = {
  a: 'å',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ö',
  p: 'þ',
  q: 'ǫ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
};

/** Holes, markup, code and addresses keep their letters. */
const kept = /\{\w*\}|\]\([^)]*\)|<[^>]*>|`[^`]*`|https?:\/\/\S+|\$\d/;

/** A text with an accent on every letter, in brackets; what `spared` lists stays as it is. */
export function accented(text: string, spared: readonly string[] = []): string {
  if (!/[a-z]/i.test(text)) return text;
  const literal = spared
    .filter((word) => /[a-z]/i.test(word))
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const pattern = new RegExp([...literal, kept.source].join('|'), 'g');
  let [said, end] = ['', 0];
  for (const { 0: found, index } of text.matchAll(pattern)) {
    said += accents(text.slice(end, index)) + found;
    end = index + found.length;
  }
  said += accents(text.slice(end));
  return said === text ? text : `[${said}]`;
}

function accents(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const accent = letters[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? accent : accent.toUpperCase();
  });
}

/** A table of words, accented all through: texts, what functions answer, and whatever holds them. */
export function pseudo<T>(words: T, spared: readonly string[] = []): T {
  if (typeof words === 'string') return accented(words, spared) as T;
  if (typeof words === 'function') {
    const answer = words as unknown as (...given: readonly unknown[]) => unknown;
    return ((...given: readonly unknown[]) =>
      pseudo(answer(...given), [...spared, ...textsIn(given)])) as T;
  }
  if (Array.isArray(words)) return words.map((word) => pseudo(word, spared)) as T;
  if (typeof words !== 'object' || words === null || words instanceof RegExp) return words;
  // A frame's name in a sentence is a name.
  if ('frame' in words && typeof words.frame === 'string' && Object.keys(words).length === 1) {
    return words;
  }
  const entries = Object.entries(words).map(([key, word]) => [
    key,
    // A language that says which one it is, for number formats.
    key === 'locale' ? 'qps' : pseudo(word, spared),
  ]);
  return Object.fromEntries(entries) as T;
}

function textsIn(given: unknown): string[] {
  if (typeof given === 'string') return [given];
  if (typeof given !== 'object' || given === null) return [];
  return Object.values(given).flatMap(textsIn);
}
