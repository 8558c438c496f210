import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributesOf } from '../../../../../../src/lib/flame/formats/xml/attributes.ts';
import { XmlScanner } from '../../../../../../src/lib/flame/formats/xml/xml-scanner.ts';

/** Tags in order, as `name|attributes`; a close tag as `/name`. */
function tagsOf(text: string): string[] {
  const scanner = new XmlScanner(text);
  const tags: string[] = [];
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) {
    if (token.kind === 'open') tags.push(`${token.value}|${token.attributes}`);
    else if (token.kind === 'close') tags.push(`/${token.value}`);
  }
  return tags;
}

/** Where each tag ends, found by looking at every character. */
function tagsByCharacter(text: string): string[] {
  const tags: string[] = [];
  for (let at = text.indexOf('<'); at !== -1;) {
    let quote = '';
    let end = at + 1;
    for (; end < text.length && text[end] !== '<'; end++) {
      const character = text[end] ?? '';
      if (quote === '' && character === '>') break;
      if (quote === character) quote = '';
      else if (quote === '' && `"'`.includes(character)) quote = character;
    }
    if (end === text.length) break;
    tags.push(...tagsIn(text.slice(at + 1, end)));
    at = text.indexOf('<', end);
  }
  return tags;
}

/** What a tag is, given all between its brackets. */
function tagsIn(inside: string): string[] {
  const isClose = inside.startsWith('/');
  const isEmpty = inside.endsWith('/');
  const from = isClose ? 1 : 0;
  const name = /^[^\s/<>]+/.exec(inside.slice(from))?.[0] ?? '';
  if (isClose) return [`/${name}`];
  const open = `${name}|${inside.slice(name.length, isEmpty ? -1 : undefined)}`;
  return isEmpty ? [open, `/${name}`] : [open];
}

const piece = fc.constantFrom('<', '>', '/', '"', "'", '=', ' ', 'a', 'g', '\n', 'x="1"', '<g ');
const xml = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('tags', () => {
  it('end where they do character by character, quotes and missing ends respected', () => {
    fc.assert(
      fc.property(xml, (text) => {
        expect(tagsOf(text)).toEqual(tagsByCharacter(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['<', 200_000],
    ['<a b="', 200_000],
    ['<a>', 200_000],
    ["<a b='", 200_000],
    ['<a "" ""', 100_000],
  ])('take time in proportion to the text, also of %j again and again', (text, times) => {
    const start = performance.now();
    tagsOf(text.repeat(times));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('attributes', () => {
  it('are those that the usual form and any other have in common', () => {
    const name = fc.constantFrom('x', 'fg:x', 'data-a', 'é', 'a.b');
    const value = fc.constantFrom('', '1', 'a b', '&amp;', '>', '&#60;', '="', "'");
    const between = fc.oneof(
      { weight: 4, arbitrary: fc.constant(' ') },
      fc.constantFrom('', '\n', ' / ', ' = ', 'x '),
    );
    const equals = fc.oneof({ weight: 4, arbitrary: fc.constant('=') }, fc.constantFrom(' = ', ''));
    const written = fc
      .array(fc.tuple(between, name, equals, value), { maxLength: 6 })
      .map((all) => all.map(([gap, key, sign, text]) => `${gap}${key}${sign}"${text}"`).join(''));
    fc.assert(
      fc.property(written, (raw) => {
        // A first attribute in apostrophes is not of the usual form; it is read and then left out.
        const any = new Map(attributesOf(`first='' ${raw}`));
        any.delete('first');
        expect([...attributesOf(raw)]).toEqual([...any]);
      }),
      { numRuns: 2000 },
    );
  });
});
