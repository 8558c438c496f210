import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ImportError } from '../../../../../src/lib/flame/formats/import-error.ts';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { unsound } from '../../../../support/sound-profile.ts';

/**
 * Cutting and flipping bytes mostly makes text that is no JSON at all. Here the JSON stays whole
 * and its values are wrong: each fixture with some of its values replaced, moved or removed.
 */
const fixtures = globSync('test/fixtures/formats/*/*')
  .filter((path) => !path.endsWith('.expected') && /^\s*[[{]/.test(readFileSync(path, 'utf8')))
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

const wrong = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    'x',
    '__proto__',
    -1,
    0,
    1.5,
    1e308,
    -1e308,
    2 ** 53,
    [],
    {},
  ),
  fc.constantFrom<unknown>(
    [[]],
    [null],
    { length: 1e9 },
    { length: -1 },
    [{}],
    '0',
    'NaN',
    4294967296,
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

type Container = Record<string, unknown> | unknown[];

/** Every place of a JSON value, as container and key. */
function placesOf(root: unknown): { container: Container; key: string | number }[] {
  const places: { container: Container; key: string | number }[] = [];
  const pending: unknown[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const container = next as Container;
    const keys = Array.isArray(container) ? container.keys() : Object.keys(container);
    for (const key of keys) {
      places.push({ container, key });
      pending.push((container as Record<string | number, unknown>)[key]);
    }
  }
  return places;
}

const mutation = fc.record({
  where: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'copy', 'key'),
  value: wrong,
  from: fc.nat(),
  key: fc.constantFrom('__proto__', 'constructor', 'toString', 'length'),
});

function mutate(root: unknown, { where, how, value, from, key }: Mutation): void {
  const places = placesOf(root);
  const place = places[where % Math.max(1, places.length)];
  if (place === undefined) return;
  const container = place.container as Record<string | number, unknown>;
  const other = places[from % places.length]!;
  const copied = (other.container as Record<string | number, unknown>)[other.key];
  const put = (at: string | number, what: unknown): void => {
    // As JSON.parse does it: an own property, whatever its name.
    Object.defineProperty(container, at, {
      value: structuredClone(what),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  };
  if (how === 'remove') delete container[place.key];
  else if (how === 'copy') put(place.key, copied);
  else if (how === 'key' && !Array.isArray(container)) put(key, value);
  else put(place.key, value);
}

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['name']).toBeUndefined();
});

describe('JSON whose values are wrong gives a sound profile or an ImportError', () => {
  it.each(fixtures)('%s', async (path) => {
    const text = readFileSync(path, 'utf8');
    const format = path.split('/').at(-2)!;
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
        const root: unknown = JSON.parse(text);
        for (const one of mutations) mutate(root, one);
        try {
          const { profiles } = await importProfile(JSON.stringify(root), { format });
          expect(profiles.flatMap(unsound)).toEqual([]);
        } catch (error) {
          if (!(error instanceof ImportError)) throw error;
          expect(error.code, error.message).not.toBe('unreadable');
        }
      }),
      { seed: 7, numRuns: 250 },
    );
  });
});
