import { describe, expect, test } from 'vitest';
import { FlameGraphViews } from '../../../../src/components/widgets/flame-graph/flame-graph-view.ts';
import { findTyped } from '../../../../src/components/widgets/flame-graph/find-typed.ts';
import { commandOfKey } from '../../../../src/components/widgets/flame-graph/tree-keys.ts';
import { defaultView, parseViewState } from '../../../../src/lib/flame/index.ts';
import type { ViewSketch } from '../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../support/profile-of.ts';

// Rows: 0 main, 1 alpha, 2 deep, 3 beta, 4 lib`gamma, 5 other
const views = new FlameGraphViews(
  profileOf('main;alpha;deep 1\nmain;beta 5\nmain;lib`gamma 2\nother 3'),
);
await views.prepare(defaultView);

function press(
  key: string,
  row: number,
  sketch: ViewSketch = {},
  more: { picking?: boolean; shiftKey?: boolean; ctrlKey?: boolean } = {},
) {
  const { picking = false, ...modifiers } = more;
  const event = { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
  const view = views.view(parseViewState(sketch));
  return commandOfKey({ ...event, ...modifiers }, row, view, picking);
}

describe('the arrow keys', () => {
  test('follow the picture: up goes to the heaviest callee where the root is at the bottom', () => {
    expect(press('ArrowUp', 0)).toEqual({ kind: 'move', row: 3 });
    expect(press('ArrowDown', 3)).toEqual({ kind: 'move', row: 0 });
    expect(press('ArrowUp', -1)).toEqual({ kind: 'move', row: 0 });
  });

  test('are turned round with the graph', () => {
    const icicle = { orientation: 'icicle' } as const;
    expect(press('ArrowDown', 0, icicle)).toEqual({ kind: 'move', row: 3 });
    expect(press('ArrowUp', 3, icicle)).toEqual({ kind: 'move', row: 0 });
  });

  test('go from sibling to sibling and stop at the last', () => {
    expect(press('ArrowRight', 3)).toEqual({ kind: 'move', row: 4 });
    expect(press('ArrowLeft', 3)).toEqual({ kind: 'move', row: 1 });
    expect(press('ArrowRight', 4)).toEqual({ kind: 'stay' });
  });

  test('do not leave the part that is zoomed to, and lead back into it', () => {
    const zoomed = { root: 'alpha' };
    expect(press('ArrowRight', 1, zoomed)).toEqual({ kind: 'stay' });
    expect(press('ArrowUp', 0, zoomed)).toEqual({ kind: 'move', row: 1 });
    expect(press('ArrowUp', -1, zoomed)).toEqual({ kind: 'move', row: 0 });
  });
});

describe('in a part that was zoomed or moved to by hand', () => {
  // main 0–8, alpha 0–1, beta 1–6, lib`gamma 6–8, other 8–11
  test('keys go to the callee of which most is seen, where the heaviest is beside the window', () => {
    const right = { window: [6 / 11, 1] } as const;
    expect(press('ArrowUp', 0, right)).toEqual({ kind: 'move', row: 4 });
    expect(press('ArrowUp', -1, right)).toEqual({ kind: 'move', row: 5 });
    expect(press('ArrowUp', 0, { window: [0, 0.05] })).toEqual({ kind: 'move', row: 1 });
  });

  test('they stay where nothing that is called is in sight', () => {
    expect(press('ArrowUp', 1, { window: [0.2, 0.4] })).toEqual({ kind: 'stay' });
  });
});

describe('in a sandwich', async () => {
  const halves = new FlameGraphViews(profileOf('main;light;f;x 1\nmain;heavy;f;y 8'));
  const state = parseViewState({ view: 'sandwich', function: 'f' });
  await halves.prepare(state);
  const pressIn = (key: string, row: number, window: [number, number] | null = null) => {
    const event = { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
    const view = halves.view({ ...state, window });
    const command = commandOfKey(event, row, view, false);
    return command?.kind === 'move' ? view.tree.nameOf(command.row) : command?.kind;
  };

  test('Home leads to the function, which is everything there', () => {
    expect(pressIn('Home', 2)).toBe('f');
  });

  test('up leads to the caller of which most is seen', () => {
    expect(pressIn('ArrowUp', 0)).toBe('heavy');
    expect(pressIn('ArrowUp', 0, [8 / 9, 1])).toBe('light');
  });
});

describe('other keys', () => {
  test('zoom, select, step out, search and help', () => {
    const kinds = ['Enter', ' ', 'Escape', '/', '?', '+', '-'].map((key) => press(key, 0)?.kind);
    expect(kinds).toEqual(['zoom', 'select', 'zoom-out', 'search', 'help', 'zoom-in', 'zoom-away']);
  });

  test('Home goes to "all", End to the last frame in sight', () => {
    expect(press('Home', 3)).toEqual({ kind: 'move', row: -1 });
    expect(press('End', 0)).toEqual({ kind: 'move', row: 5 });
    expect(press('End', 0, { root: 'alpha' })).toEqual({ kind: 'move', row: 2 });
  });

  test('while an answer is picked, Enter picks and only Shift+Enter zooms', () => {
    expect(press('Enter', 0, {}, { picking: true })?.kind).toBe('select');
    expect(press('Enter', 0, {}, { picking: true, shiftKey: true })?.kind).toBe('zoom');
  });

  test('Ctrl+F searches, as in other profilers', () => {
    expect(press('f', 0, {}, { ctrlKey: true })).toEqual({ kind: 'search' });
  });

  test('with Ctrl, and keys that mean nothing here, stay the page’s', () => {
    expect(press('s', 0, {}, { ctrlKey: true })).toBeUndefined();
    expect(press('Tab', 0)).toBeUndefined();
    expect(press('PageDown', 0)).toBeUndefined();
  });

  test('letters are typed ahead', () => {
    expect(press('g', 0)).toEqual({ kind: 'type', letter: 'g' });
    expect(press('操', 0)).toEqual({ kind: 'type', letter: '操' });
  });
});

describe('type-ahead', () => {
  const view = views.view(parseViewState({}));

  test('finds the next frame whose name begins so, without its library too', () => {
    expect(findTyped(view, 0, 'g')).toBe(4);
    expect(findTyped(view, 0, 'lib`g')).toBe(4);
  });

  test('goes on behind the current frame, and around the end', () => {
    expect(findTyped(view, 5, 'a')).toBe(1);
    expect(findTyped(view, 1, 'a')).toBe(1);
  });

  test('finds nothing where nothing begins so, and nothing out of sight', () => {
    expect(findTyped(view, 0, 'zz')).toBeUndefined();
    expect(findTyped(views.view(parseViewState({ root: 'alpha' })), 0, 'be')).toBeUndefined();
  });
});
