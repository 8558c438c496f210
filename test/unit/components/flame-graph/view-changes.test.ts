import { describe, expect, test } from 'vitest';
import { FlameGraphViews } from '../../../../src/components/widgets/flame-graph/flame-graph-view.ts';
import {
  addTransform,
  collapseRecursion,
  removeTransform,
  switchView,
} from '../../../../src/components/widgets/flame-graph/rare-changes.ts';
import { unzoomIfHidden } from '../../../../src/components/widgets/flame-graph/match-steps.ts';
import { slideTo } from '../../../../src/components/widgets/flame-graph/slide-to.ts';
import * as changes from '../../../../src/components/widgets/flame-graph/view-changes.ts';
import { defaultView, parseViewState } from '../../../../src/lib/flame/index.ts';
import type { ViewSketch } from '../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../support/profile-of.ts';

const drawing = 'main;loop;work;read 6\nmain;loop;work 2\nidle 2';
const views = new FlameGraphViews(profileOf(drawing), { after: profileOf('main;loop 5') });
await views.prepare(defaultView);

const viewOf = (sketch: ViewSketch) => views.view(parseViewState(sketch));

describe('switching views', () => {
  test('keeps the selection by its path where the path means the same', () => {
    const change = switchView(viewOf({ selection: 'read' }), 'left-heavy', undefined);
    expect(change).toEqual({ view: 'left-heavy' });
  });

  test('keeps it by its name where frames stand on their leaf', () => {
    const change = switchView(viewOf({ selection: 'work' }), 'leaf-first', undefined);
    expect(change).toMatchObject({ view: 'leaf-first', selection: '"work"', root: '' });
    const view = views.view({ ...defaultView, ...change });
    expect(view.tree.nameOf(view.selected ?? -1)).toBe('work');
  });

  test('puts the selected function in the middle of a sandwich', () => {
    const change = switchView(viewOf({ selection: 'work' }), 'sandwich', undefined);
    expect(change).toMatchObject({ view: 'sandwich', function: 'work' });
    const { tree, layout } = views.view({ ...defaultView, ...change });
    expect(tree.nameOf(0)).toBe('work');
    expect(layout.extent).toBe(8);
  });

  test('comes back to the very frame that was selected before', () => {
    const there = viewOf({ view: 'leaf-first', selection: '"work"' });
    const back = switchView(there, 'merged', { name: 'work', expression: 'loop > work' });
    expect(back.selection).toBe('loop > work');
    const other = switchView(there, 'merged', { name: 'read', expression: 'read' });
    expect(other.selection).toBe('"work"');
  });
});

describe('zooming and panning', () => {
  test('out goes to the first caller that shows more', () => {
    const view = viewOf({ root: 'read' });
    expect(view.tree.nameOf(changes.widerCaller(view))).toBe('work');
    expect(changes.widerCaller(viewOf({ root: 'work' }))).toBe(-1);
  });

  test('is a window in shares of the whole, and none when everything is shown', () => {
    expect(changes.zoomAround(viewOf({}), 5, 0.5)).toEqual({ window: [0.25, 0.75] });
    expect(changes.zoomAround(viewOf({ window: [0.25, 0.75] }), 5, 4)).toEqual({
      window: null,
      root: '',
    });
    expect(changes.panBy(viewOf({ window: [0, 0.5] }), 0.5)).toEqual({ window: [0.25, 0.75] });
    expect(changes.panBy(viewOf({ window: [0.5, 1] }), 3)).toEqual({ window: [0.5, 1] });
    expect(slideTo(viewOf({ window: [0, 0.5] }), 0.6)).toEqual({
      window: [expect.closeTo(0.35), expect.closeTo(0.85)],
    });
  });

  test('stops where a match would be out of sight', () => {
    const zoomed = viewOf({ root: 'idle' });
    const read = views.view({ ...defaultView, selection: 'read' }).selected ?? -1;
    expect(unzoomIfHidden(zoomed, read)).toEqual({ root: '', window: null });
    expect(unzoomIfHidden(viewOf({}), read)).toEqual({});
  });
});

describe('steps on the stacks', () => {
  test('stack up, and each can be taken out', () => {
    const one = {
      ...defaultView,
      ...addTransform(viewOf({}), defaultView, { kind: 'drop', frame: 'idle' }),
    };
    const two = { ...one, ...addTransform(views.view(one), one, { kind: 'hide', frame: 'loop' }) };
    expect(views.view(two).tree.totalWeight).toBe(8);
    expect(views.view(two).tree.maxDepth).toBe(3);
    const without = { ...two, ...removeTransform(two, 0) };
    expect(without.transforms).toEqual([{ kind: 'hide', frame: 'loop' }]);
    expect(views.view(without).tree.totalWeight).toBe(10);
  });

  test('let go of the selection where they take it out, and keep it where not', () => {
    const selected = viewOf({ selection: 'work' });
    expect(addTransform(selected, selected.state, { kind: 'hide', frame: 'work' }).selection).toBe(
      '',
    );
    expect(addTransform(selected, selected.state, { kind: 'drop', frame: 'work' }).selection).toBe(
      '',
    );
    expect(
      addTransform(selected, selected.state, { kind: 'hide', frame: 'loop' }).selection,
    ).toBeUndefined();
    expect(
      addTransform(selected, selected.state, { kind: 'focus', frame: 'work' }).selection,
    ).toBeUndefined();
  });

  test('collapse recursion once, however often it is asked for', () => {
    const on = { ...defaultView, ...collapseRecursion(defaultView, true) };
    expect({ ...on, ...collapseRecursion(on, true) }.transforms).toHaveLength(1);
    expect(collapseRecursion(on, false).transforms).toEqual([]);
  });
});

test('a kind is switched off and on in the legend', () => {
  const off = { ...defaultView, ...changes.toggleMuted(defaultView, 'kernel') };
  expect(off.muted).toEqual(['kernel']);
  expect(changes.toggleMuted(off, 'kernel').muted).toEqual([]);
});

describe('a view that the profile has nothing for', () => {
  test('is shown merged: time order without times, a comparison without a second profile', async () => {
    expect(viewOf({ view: 'time' }).view).toBe('merged');
    const alone = new FlameGraphViews(profileOf(drawing), { kinds: '' });
    await alone.prepare(parseViewState({ view: 'diff' }));
    expect(alone.view(parseViewState({ view: 'diff' })).view).toBe('merged');
  });

  test('and one that it has is shown with both sides', async () => {
    await views.prepare(parseViewState({ view: 'diff' }));
    const view = viewOf({ view: 'diff' });
    expect(view.view).toBe('diff');
    expect(view.color).toBe('change');
    const names = Array.from({ length: view.tree.size }, (_, row) => view.tree.nameOf(row));
    expect(names).toContain('idle');
  });
});
