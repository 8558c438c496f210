import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { XmlAttributes } from '../../../../../../src/lib/flame/formats/xml/attributes.ts';
import { XmlScanner } from '../../../../../../src/lib/flame/formats/xml/xml-scanner.ts';

/** Tags in order, as `name|attributes`; a close tag as `/name`. */
function tagsOf(text: string): string[] {
  const scanner = new XmlScanner(text);
  const tags: string[] = [];
  for (let piece = scanner.next(); piece !== undefined; piece = scanner.next()) {
    if (piece === 'open') tags.push(`${scanner.name}|${scanner.attributes.raw}`);
    else if (piece === 'close') tags.push(`/${scanner.name}`);
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

const signs = ['<', '>', '/', '"', "'", '=', ' ', '\n', '\u0000', '\u001f', '\u3000'];
const piece = fc.constantFrom(...signs, 'a', 'g', 'é', 'x="1"', '<g ');
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

function attributesOf(raw: string): XmlAttributes {
  const attributes = new XmlAttributes(raw);
  attributes.moveTo(0, raw.length);
  return attributes;
}

describe('attributes', () => {
  const names = ['x', 'fg:x', 'data-a', 'é', 'a.b'];
  const value = fc.constantFrom('', '1', 'a b', '&amp;', '>', '&#60;', '="', "'");

  it('are those that the usual form and any other have in common', () => {
    const between = fc.oneof(
      { weight: 4, arbitrary: fc.constant(' ') },
      fc.constantFrom('', '\n', ' / ', ' = ', 'x '),
    );
    const equals = fc.oneof({ weight: 4, arbitrary: fc.constant('=') }, fc.constantFrom(' = ', ''));
    const written = fc
      .array(fc.tuple(between, fc.constantFrom(...names), equals, value), { maxLength: 6 })
      .map((all) => all.map(([gap, key, sign, text]) => `${gap}${key}${sign}"${text}"`).join(''));
    fc.assert(
      fc.property(written, (raw) => {
        // A first attribute in apostrophes is not of the usual form: all are read in the other way.
        const [usual, any] = [attributesOf(raw), attributesOf(`first='' ${raw}`)];
        for (const name of names) expect([name, usual.get(name)]).toEqual([name, any.get(name)]);
      }),
      { numRuns: 2000 },
    );
  });

  it('are numbers as JavaScript reads them, however they are written', () => {
    const digits = fc.stringMatching(/^[0-9]{0,9}$/);
    const odd = fc.constantFrom(
      '-',
      '+',
      ' ',
      'e',
      'E5',
      '.',
      '%',
      'px',
      '&#49;',
      'Infinity',
      '0x1',
    );
    const usual = fc.tuple(digits, fc.constantFrom('', '.'), digits, fc.constantFrom('', '%'));
    const any = fc.array(fc.oneof(digits, odd), { maxLength: 5 });
    fc.assert(
      fc.property(fc.oneof(usual, any), (pieces) => {
        const attributes = attributesOf(`y="1" x="${pieces.join('')}"`);
        expect(attributes.number('x')).toBe(Number.parseFloat(attributes.get('x') ?? ''));
      }),
      { numRuns: 5000 },
    );
    expect(attributesOf('x="1"').number('y')).toBeNaN();
  });

  it('keep the first of those of one name, and none of the tag before', () => {
    const scanner = new XmlScanner('<a x="1" x="2"/><b/><c y="3">');
    scanner.next();
    expect(scanner.attributes.get('x')).toBe('1');
    while (scanner.next() !== undefined)
      expect(scanner.attributes.get('x')).toBe(scanner.name === 'a' ? '1' : undefined);
    expect(scanner.attributes.get('y')).toBe('3');
  });
});
