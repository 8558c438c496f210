import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { contrast, distance, parseOklch, seenWith, visions } from '../../support/color.ts';

const css = readFileSync('src/styles/tokens.css', 'utf8');

/** The tokens of the first block that opens with this selector. */
function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  if (start === -1) throw new Error(`no block "${selector}" in tokens.css`);
  const block =
    css.slice(start, css.indexOf('\n    }', start) + 1 || undefined).split('\n  }')[0] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

const light = tokensOf(':root');
const darkByChoice = tokensOf(":root[data-theme='dark']");
const darkBySystem = tokensOf(":root:not([data-theme='light'])");

function colorOf(theme: Map<string, string>, name: string) {
  return parseOklch(theme.get(name) ?? light.get(name) ?? kinds.get(name) ?? `no token ${name}`);
}

const kinds = new Map(
  [...css.matchAll(/--(kind-[\w]+):\s*(oklch\([^)]*\));/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  ),
);
const kindNames = [
  'application',
  'runtime',
  'library',
  'kernel',
  'memory',
  'threads',
  'idle',
  'unknown',
];

it('has the same dark theme for the system’s wish and for the reader’s choice', () => {
  expect(Object.fromEntries(darkByChoice)).toEqual(Object.fromEntries(darkBySystem));
  expect(darkByChoice.size).toBeGreaterThan(20);
});

const textPairs = [
  ['ink', 'paper'],
  ['ink-soft', 'paper'],
  ['ink-faint', 'paper'],
  ['ink-soft', 'paper-sunk'],
  ['ink', 'paper-sunk'],
  ['ember', 'paper'],
  ['ember', 'paper-raised'],
  ['ember', 'ember-wash'],
  ['ink', 'ember-wash'],
  ['on-ember', 'ember'],
  ['on-ember', 'ember-strong'],
  ['right', 'right-wash'],
  ['doubtful', 'doubtful-wash'],
  ['wrong', 'wrong-wash'],
  ['note', 'note-wash'],
  ['right', 'paper'],
  ['wrong', 'paper'],
  ['code-ink', 'paper-sunk'],
  ['code-keyword', 'paper-sunk'],
  ['code-string', 'paper-sunk'],
  ['code-comment', 'paper-sunk'],
  ['code-constant', 'paper-sunk'],
  ['code-function', 'paper-sunk'],
  ['code-punctuation', 'paper-sunk'],
] as const;

describe.each([
  ['light', light],
  ['dark', darkByChoice],
])('in the %s theme', (_name, theme) => {
  test.each(textPairs)('%s on %s is readable (AA, 4.5:1)', (text, ground) => {
    expect(contrast(colorOf(theme, text), colorOf(theme, ground))).toBeGreaterThanOrEqual(4.5);
  });

  test('the focus ring stands out (3:1)', () => {
    expect(contrast(colorOf(theme, 'focus'), colorOf(theme, 'paper'))).toBeGreaterThanOrEqual(3);
  });

  test('a field’s edge stands out (2:1 at least; it is not the only sign)', () => {
    expect(
      contrast(colorOf(theme, 'rule-strong'), colorOf(theme, 'paper-raised')),
    ).toBeGreaterThanOrEqual(2);
  });
});

describe('kinds of frames', () => {
  const ink = parseOklch(kinds.get('kind-ink') ?? '');
  const colorOfKind = (name: string) => parseOklch(kinds.get(`kind-${name}`) ?? '');

  test.each(kindNames)('text on %s is readable in both themes (AA, 4.5:1)', (name) => {
    expect(contrast(ink, colorOfKind(name))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(visions)('can be told from one another with %s vision', (vision) => {
    const seen = kindNames.map((name) => [name, seenWith(vision, colorOfKind(name))] as const);
    for (const [one, color] of seen) {
      for (const [other, otherColor] of seen) {
        if (one >= other) continue;
        expect(distance(color, otherColor), `${one} and ${other}`).toBeGreaterThan(0.075);
      }
    }
  });
});
