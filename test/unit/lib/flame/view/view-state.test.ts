import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultView, parseViewState } from '../../../../../src/lib/flame/view/view-state.ts';

test('nonsense becomes the default view', () => {
  for (const nonsense of [undefined, null, 7, 'merged', [], () => 1, { view: { a: 1 } }]) {
    expect(parseViewState(nonsense)).toEqual(defaultView);
  }
});

test('a sketch keeps what it says and takes the rest from the default', () => {
  const view = parseViewState({
    root: 'run_task',
    orientation: 'icicle',
    highlight: 'kind:kernel',
  });
  expect(view).toEqual({
    ...defaultView,
    root: 'run_task',
    orientation: 'icicle',
    highlight: ['kind:kernel'],
  });
});

test('an unknown view, as a later version may write, is shown merged', () => {
  expect(parseViewState({ version: 9, view: 'hologram', search: 'poll' })).toEqual({
    ...defaultView,
    search: 'poll',
  });
});

test('a transform without a frame is left out, unless it collapses all recursion', () => {
  const { transforms } = parseViewState({
    transforms: [
      { kind: 'drop' },
      { kind: 'merge', frame: 'poll' },
      { kind: 'collapse-recursion' },
      'x',
    ],
  });
  expect(transforms).toEqual([
    { kind: 'merge', frame: 'poll' },
    { kind: 'collapse-recursion', frame: '' },
  ]);
});

test('a window outside the graph, empty or turned round is no window', () => {
  for (const window of [
    [-1, 0.5],
    [0.5, 2],
    [0.5, 0.5],
    [0.9, 0.1],
    [NaN, 1],
    ['0', 1],
  ]) {
    expect(parseViewState({ window }).window).toBeNull();
  }
  expect(parseViewState({ window: [0.25, 0.5] }).window).toEqual([0.25, 0.5]);
});

test('whatever it is given, it gives a view that it reads back as it is', () => {
  const property = fc.property(fc.anything(), (value) => {
    const view = parseViewState(value);
    expect(parseViewState(view)).toEqual(view);
    expect(parseViewState(JSON.parse(JSON.stringify(view)))).toEqual(view);
  });
  fc.assert(property, { seed: 4 });
});

test('what throws when it is read is nonsense too', () => {
  const refuse = () => {
    throw new Error('not to be read');
  };
  const revoked = (target: object) => {
    const { proxy, revoke } = Proxy.revocable(target, {});
    revoke();
    return proxy as unknown;
  };
  const throwing = [
    {
      get search() {
        return refuse();
      },
    },
    new Proxy({}, { get: refuse }),
    revoked({}),
    { window: revoked([]) },
    { highlight: [revoked([])], transforms: new Proxy([], { get: refuse }) },
    { muted: revoked([]) },
  ];
  for (const value of throwing.slice(0, 3)) expect(parseViewState(value)).toEqual(defaultView);
  for (const value of throwing) expect(() => parseViewState(value)).not.toThrow();
});
