import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  queryWithView,
  viewFromParams,
  viewKeys,
  viewToParams,
} from '../../../../../src/lib/flame/view/view-address.ts';
import {
  colorModes,
  defaultView,
  orientations,
  parseViewState,
  transformKinds,
  viewKinds,
} from '../../../../../src/lib/flame/view/view-state.ts';
import { expressionOf, findNode } from '../../../../../src/lib/flame/view/node-path.ts';
import { buildCallTree } from '../../../../../src/lib/flame/tree/build-call-tree.ts';
import { noStack, ProfileBuilder } from '../../../../../src/lib/flame/model/profile-builder.ts';
import type { ViewState } from '../../../../../src/lib/flame/view/view-state.ts';

/* A link and a view attribute can be written by anybody: nonsense costs nothing and breaks nothing. */

const hostileTexts = [
  '__proto__',
  'constructor',
  'toString',
  '\0',
  '%',
  '%E0%A4%A',
  '%00',
  ' > ',
  '"',
  ';',
  '/(/',
  '-0',
  '1e999',
  '\u202e',
  '\ud800',
  '',
];
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileTexts));
const anyPart = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, withTypedArray: true, withDate: true }),
  fc.jsonValue(),
  anyText,
  fc.array(anyText),
  fc.constantFrom<unknown>([NaN, 1], [-0, 1], [0, Infinity], [[0], [1]], ['0', '1'], Symbol('x')),
);
const fields = Object.keys(defaultView);
/** A view of which every field may be anything, beside fields that no view has. */
const anySketch = fc.dictionary(fc.oneof(fc.constantFrom(...fields), anyText), anyPart);

/** All of it is what its type says. */
function expectSound(view: ViewState): void {
  expect(Object.keys(view).toSorted()).toEqual(fields.toSorted());
  expect(view.version).toBe(1);
  expect(viewKinds).toContain(view.view);
  expect(orientations).toContain(view.orientation);
  expect(colorModes).toContain(view.color);
  for (const key of ['sample', 'after', 'root', 'selection', 'search', 'function'] as const) {
    expect(typeof view[key]).toBe('string');
    expect(view[key].length).toBeLessThanOrEqual(20_000);
  }
  for (const list of [view.highlight, view.muted]) {
    expect(list.length).toBeLessThanOrEqual(200);
    expect(list.every((text) => typeof text === 'string' && text !== '')).toBe(true);
  }
  expect(view.transforms.length).toBeLessThanOrEqual(200);
  for (const { kind, frame } of view.transforms) {
    expect(transformKinds).toContain(kind);
    expect(typeof frame).toBe('string');
  }
  expect(Object.keys(view.diff).toSorted()).toEqual(['measure', 'normalize', 'width']);
  const [left, right] = view.window ?? [0, 1];
  expect(left >= 0 && left < right && right <= 1).toBe(true);
}

describe('a view made of anything', () => {
  test('is sound, is read back as it is, and leaves every prototype alone', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    const property = fc.property(anySketch, (sketch) => {
      const view = parseViewState(sketch);
      expectSound(view);
      expect(parseViewState(view)).toEqual(view);
      expect(viewToParams(view)).toBeInstanceOf(URLSearchParams);
    });
    fc.assert(property, { seed: 7, numRuns: 2000 });
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
  });

  test('of JSON takes nothing from `__proto__`', () => {
    const json = '{"__proto__":{"view":"functions","search":"x"},"diff":{"__proto__":{"width":1}}}';
    expect(parseViewState(JSON.parse(json))).toEqual(defaultView);
    expect(({} as { view?: string }).view).toBeUndefined();
  });

  test('of a megabyte is cut to what a view can hold, at once', () => {
    const long = 'x'.repeat(1_000_000);
    const many = Array.from({ length: 100_000 }, () => ({ kind: 'hide', frame: long }));
    const view = parseViewState({
      root: long,
      search: long,
      highlight: Array.from({ length: 100_000 }, () => long),
      transforms: many,
      function: long,
    });
    expectSound(view);
    expect(view.transforms).toHaveLength(200);
  });
});

describe('an address made of anything', () => {
  const anyQuery = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...viewKeys), anyText), anyText))
      .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&')),
    fc
      .array(fc.tuple(fc.constantFrom(...viewKeys), anyText))
      .map((pairs) => pairs.map(([key, value]) => `${key}=${encodeURI(value.toWellFormed())}`))
      // Cut off in the middle of an escape, as mail programs do.
      .map((pairs) => pairs.join('&').slice(0, -1)),
  );

  test('is read as a sound view, and what is written of it says the same', () => {
    const property = fc.property(anyQuery, fc.constantFrom('', '?', '#'), (query, mark) => {
      const view = viewFromParams(mark + query);
      expectSound(view);
      expect(viewFromParams(viewToParams(view))).toEqual(view);
      expect(viewFromParams(queryWithView(mark === '#' ? '' : mark + query, view))).toEqual(view);
    });
    fc.assert(property, { seed: 7, numRuns: 2000 });
  });

  test('of a megabyte is read, and cut', () => {
    const many = 'step=hide:x&highlight=y&muted=z&'.repeat(30_000);
    const view = viewFromParams(`${many}search=${'%41'.repeat(300_000)}`);
    expectSound(view);
    expect(view.search).toHaveLength(20_000);
    expect(view.transforms).toHaveLength(200);
  });

  test('brings a collapse of all recursion back, which names no frame', () => {
    const view = parseViewState({ transforms: [{ kind: 'collapse-recursion', frame: '' }] });
    expect(viewToParams(view).getAll('step')).toEqual(['collapse-recursion']);
    expect(viewFromParams(viewToParams(view))).toEqual(view);
  });

  test('without a version, or of one to come, is read for what is known of it', () => {
    for (const version of ['', '&graph=1', '&graph=2', '&graph=nonsense']) {
      const view = viewFromParams(`root=run_task&step=drop:a::b&tilt=3${version}`);
      expect(view).toEqual({
        ...defaultView,
        root: 'run_task',
        transforms: [{ kind: 'drop', frame: 'a::b' }],
      });
    }
  });
});

test('a link to a name with half of a surrogate pair finds that frame or none', () => {
  const part = fc.constantFrom('a', 'b', '::', '/', '\ud83d', '\udd25', '目');
  const name = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
  const stacks = fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 5,
  });
  let found = 0;
  let leftOut = 0;
  const property = fc.property(stacks, (lines) => {
    const builder = new ProfileBuilder();
    for (const line of lines) {
      let stack = noStack;
      for (const each of line) stack = builder.stack(stack, builder.frame(each));
      builder.sample(stack, 1);
    }
    const tree = buildCallTree(builder.build('', 'samples'), { order: 'name' });
    for (let row = 0; row < tree.size; row++) {
      const selection = expressionOf(tree, row);
      const query = queryWithView('', { ...defaultView, selection, search: tree.nameOf(row) });
      expect(() => decodeURIComponent(query)).not.toThrow();
      const read = viewFromParams(query);
      const there = findNode(tree, read.selection);
      if (there === undefined) leftOut++;
      else {
        expect(there).toBe(row);
        found++;
      }
      if (selection.isWellFormed()) expect(there).toBe(row);
    }
  });
  fc.assert(property, { seed: 8 });
  expect(found).toBeGreaterThan(0);
  expect(leftOut).toBeGreaterThan(0);
});
