import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  hasViewParams,
  queryWithView,
  viewFromParams,
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
import type { ViewState } from '../../../../../src/lib/flame/view/view-state.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const someText = text.filter((value) => value !== '');

const anyView: fc.Arbitrary<ViewState> = fc.record({
  version: fc.constant(1 as const),
  sample: text,
  after: text,
  view: fc.constantFrom(...viewKinds),
  orientation: fc.constantFrom(...orientations),
  root: text,
  selection: text,
  search: text,
  highlight: fc.array(someText, { maxLength: 3 }),
  color: fc.constantFrom(...colorModes),
  muted: fc.array(someText, { maxLength: 3 }),
  transforms: fc.array(fc.record({ kind: fc.constantFrom(...transformKinds), frame: someText }), {
    maxLength: 3,
  }),
  diff: fc.record({
    normalize: fc.constantFrom('none' as const, 'total' as const),
    width: fc.constantFrom('both' as const, 'before' as const, 'after' as const),
    measure: fc.constantFrom('total' as const, 'self' as const),
  }),
  function: text,
  window: fc.constantFrom(null, [0.25, 0.5] as const, [0, 0.000001] as const),
});

describe('a view in an address', () => {
  test('comes back as it went, whatever the frames are called', () => {
    const property = fc.property(anyView, (view) => {
      expect(viewFromParams(viewToParams(view).toString())).toEqual(view);
    });
    fc.assert(property, { seed: 4 });
  });

  test('keeps its window, however deep the zoom', () => {
    const property = fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: -9, max: 0, noNaN: true }),
      (at, exponent) => {
        const width = 10 ** exponent;
        const left = at * (1 - width);
        const window = [left, Math.min(left + width, 1)] as const;
        fc.pre(window[0] < window[1]);
        const read = viewFromParams(viewToParams({ ...defaultView, window })).window;
        expect(Math.abs((read?.[0] ?? NaN) - window[0]) / width).toBeLessThan(0.001);
        expect(Math.abs((read?.[1] ?? NaN) - window[1]) / width).toBeLessThan(0.001);
      },
    );
    fc.assert(property, { seed: 4 });
  });

  test('is empty while nothing was touched', () => {
    expect(viewToParams(defaultView).toString()).toBe('');
    expect(queryWithView('', defaultView)).toBe('');
  });

  test('can be read and written by people', () => {
    const view = parseViewState({
      root: 'run_task > poll',
      transforms: [{ kind: 'drop', frame: 'a::b' }],
    });
    expect(viewToParams(view).toString()).toBe(
      'root=run_task+%3E+poll&step=drop%3Aa%3A%3Ab&graph=1',
    );
    expect(viewFromParams('?search=writev').search).toBe('writev');
  });

  test('leaves the parameters of the page alone', () => {
    const view = parseViewState({ search: 'poll' });
    expect(queryWithView('?section=2&search=old&root=x', view)).toBe(
      '?section=2&search=poll&graph=1',
    );
    expect(hasViewParams(new URLSearchParams('section=2'))).toBe(false);
    expect(hasViewParams(new URLSearchParams('section=2&root=x'))).toBe(true);
  });

  test('never throws, however mangled the link is', () => {
    const property = fc.property(fc.string({ unit: 'binary' }), (query) => {
      expect(viewFromParams(query).version).toBe(1);
    });
    fc.assert(property, { seed: 4 });
    for (const query of ['?view=%E0%A4%A', '#diff=&window=a b', '?step=&step=:&step=drop', '%']) {
      expect(viewFromParams(query)).toEqual(defaultView);
    }
  });
});
