import { describe, expect, test } from 'vitest';
import {
  FlameGraphViews,
  readView,
} from '../../../../src/components/widgets/flame-graph/flame-graph-view.ts';
import { words } from '../../../../src/components/widgets/flame-graph/words/en.ts';
import { frameRows } from '../../../../src/components/widgets/flame-graph/frame-table.ts';
import { defaultView, parseViewState } from '../../../../src/lib/flame/index.ts';
import type { ViewSketch } from '../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../support/profile-of.ts';

const views = new FlameGraphViews(
  profileOf('main;alpha;read 1\nmain;beta;read 5\nmain;beta 2\nother 2'),
);
await views.prepare({ ...defaultView, search: 'anything' });
const viewOf = (sketch: ViewSketch) => views.view(parseViewState(sketch));

test('a search in a sandwich counts a sample once, whichever half it matches in', async () => {
  const sandwiches = new FlameGraphViews(
    profileOf('main;a;f;x 3\nmain;b;f;y 2\nother;f 1\nmain 9'),
  );
  const searchFor = async (search: string) => {
    const state = parseViewState({ view: 'sandwich', function: 'f', search });
    await sandwiches.prepare(state);
    return sandwiches.view(state).search;
  };
  const both = await searchFor('/^(main|x|y)$/');
  expect(both).toMatchObject({ matchedWeight: 5, share: 5 / 6 });
  const itself = await searchFor('/^f$/');
  expect(itself).toMatchObject({ matchedWeight: 6, share: 1 });
  expect(itself?.matches).toHaveLength(1);
});

test('a sandwich of a function that is not there has the heaviest one in its middle', async () => {
  for (const sketch of [
    { function: 'nothing' },
    { function: 'alpha', transforms: [{ kind: 'hide', frame: 'alpha' }] },
  ] as const) {
    const state = parseViewState({ view: 'sandwich', ...sketch });
    await views.prepare(state);
    const { tree } = views.view(state);
    expect(tree.nameOf(0)).toBe('read');
  }
});

test('in the table a function is said wherever it is called, each sample once; elsewhere its place is', async () => {
  const functions = new FlameGraphViews(profileOf('main;a;f;f 3\nmain;b;f 5\nmain;c 2'));
  const titlesOf = async (view: string) => {
    const state = parseViewState({ view });
    await functions.prepare(state);
    const shown = functions.view(state);
    const rows = Array.from({ length: shown.tree.size }, (_, row) => row);
    return rows.map((row) => shown.titleOf(row, 'en')).filter((title) => title.startsWith('f'));
  };
  expect(await titlesOf('merged')).toEqual([
    'f, 30%, 3 samples, self 0 samples',
    'f, 30%, 3 samples, self 3 samples',
    'f, 50%, 5 samples, self 5 samples',
  ]);
  const everywhere = 'f, 80%, 8 samples, self 8 samples';
  expect(await titlesOf('functions')).toEqual([everywhere, everywhere, everywhere]);
  expect(await titlesOf('call-tree')).toContain('f, 50%, 5 samples, self 5 samples');
});

test('a search in a comparison says the share of each profile, and of the zoomed frame', async () => {
  const before = profileOf('main;a;x 3\nmain;b 7');
  const both = new FlameGraphViews(before, { after: profileOf('main;a;x 10\nmain;b;x 10') });
  const say = async (sketch: ViewSketch) => {
    const state = parseViewState({ view: 'diff', search: 'x', ...sketch });
    await both.prepare(state);
    return both.searching?.describeSearch(both.view(state), words, 'en');
  };
  expect(await say({})).toBe('Matched: 30% of before, 100% of after; 2 frames');
  expect(await say({ root: 'b' })).toBe(
    'Matched: 30% of before, 100% of after; 2 frames · of the zoomed frame 0% and 100%',
  );
});

test('the facts of a comparison are as recorded, also where the first side is scaled', async () => {
  const both = new FlameGraphViews(profileOf('main;a 30\nmain;b 70'), {
    after: profileOf('main;a 8\nmain;b 2'),
  });
  const state = parseViewState({ view: 'diff' });
  await both.prepare(state);
  const { comparison } = both.view(state);
  const { facts } = comparison?.factsOf(1, 'total', 'en', words) ?? { facts: [] };
  expect(facts.map(([, value]) => value)).toEqual(['30% · 30 samples', '80% · 8 samples', '+50']);
});

test('a matched share has its interval where weights are samples', async () => {
  const state = parseViewState({ search: 'read' });
  expect(views.searching?.describeSearch(views.view(state), words, 'en')).toMatch(
    /^60% of all matched \(95% interval [\d.]+–[\d.]+%\): 6 samples, 2 frames$/,
  );
});

test('without a comparison there is no change to be coloured: kinds are', async () => {
  const state = parseViewState({ color: 'change' });
  await views.prepare(state);
  expect(views.view(state).color).toBe('kind');
});

describe('a view of a profile', () => {
  test('zooms to the frame that its state names', () => {
    const view = viewOf({ root: 'beta' });
    expect(view.tree.nameOf(view.root)).toBe('beta');
    expect(view.window).toEqual([1, 8]);
  });

  test('zoomed to a frame has no levels that only others reach, and knows the whole', () => {
    const deepest = (sketch: ViewSketch) => viewOf(sketch).layout.lastDepth;
    expect(deepest({})).toBe(2);
    expect(deepest({ root: 'beta' })).toBe(2);
    expect(deepest({ root: 'other' })).toBe(0);
    expect(viewOf({ root: 'other' }).whole.lastDepth).toBe(2);
    // Beside the frame others are in sight.
    expect(deepest({ root: 'other', window: [0.5, 1] })).toBe(2);
    expect(deepest({ root: 'other', window: [0.85, 0.95] })).toBe(0);
    // The picture is drawn anew only when its layout is another one.
    expect(viewOf({ root: 'other' }).layout).toBe(viewOf({ root: 'other', search: 'x' }).layout);
  });

  test('shows everything of everything where it is zoomed to a frame of no width', async () => {
    const after = profileOf('main;deep;deeper;deepest 4');
    const both = new FlameGraphViews(profileOf('main;deep 3\nmain;gone 1'), { after });
    const state = parseViewState({ view: 'diff', diff: { width: 'after' }, root: 'gone' });
    await both.prepare(state);
    const { layout, window, whole } = both.view(state);
    expect(window).toEqual([0, 4]);
    expect(layout.lastDepth).toBe(whole.lastDepth);
  });

  test('shows everything where the state names a frame that is not there', () => {
    const view = viewOf({ root: 'nothing', selection: 'nothing', search: '/(/' });
    expect(view.root).toBe(-1);
    expect(view.selected).toBeUndefined();
    expect(view.window).toEqual([0, 10]);
    expect(view.search?.error).toBeDefined();
  });

  test('knows what was found, and how much of everything that is', () => {
    const view = viewOf({ search: 'read' });
    expect(view.search).toMatchObject({ matchedWeight: 6, share: 0.6 });
    expect(view.isMatched(2)).toBe(true);
    expect(view.isMatched(0)).toBe(false);
  });

  test('dims all but the highlighted frames and what they call', () => {
    const view = viewOf({ highlight: ['beta'] });
    const dimmed = [0, 1, 2, 3, 4, 5].filter((row) => view.isDimmed(row));
    expect(dimmed.map((row) => view.tree.nameOf(row))).toEqual(['main', 'alpha', 'read', 'other']);
  });

  test('dims the kinds that are switched off in the legend', () => {
    const [kind = ''] = views.kindsIn(viewOf({}));
    const view = viewOf({ muted: [kind] });
    const rows = [0, 1, 2, 3, 4, 5];
    expect(rows.filter((row) => view.isDimmed(row))).toEqual(
      rows.filter((row) => view.kindOf(row) === kind),
    );
  });

  test('keeps the tree while only the zoom changes', () => {
    expect(viewOf({ root: 'beta' }).tree).toBe(viewOf({}).tree);
    expect(viewOf({ view: 'left-heavy' }).tree).not.toBe(viewOf({}).tree);
  });
});

test('a view that names no sample keeps the one that is shown', () => {
  const before = { ...defaultView, sample: 'share-these' };
  expect(readView({ search: 'x' }, before)).toEqual({ ...before, search: 'x' });
  expect(readView('nonsense', before)).toEqual(before);
});

describe('the table of frames', () => {
  test('has a line for every frame, in the order of the tree', () => {
    const { tree } = viewOf({});
    expect(frameRows(tree, 'en', 100).map(({ name, self, share }) => [name, self, share])).toEqual([
      ['main', '0 samples', '80%'],
      ['alpha', '0 samples', '10%'],
      ['read', '1 sample', '10%'],
      ['beta', '2 samples', '70%'],
      ['read', '5 samples', '50%'],
      ['other', '2 samples', '20%'],
    ]);
  });

  test('of a large profile has the heaviest, still in the order of the tree', () => {
    const { tree } = viewOf({});
    expect(frameRows(tree, 'en', 3).map(({ name, depth }) => [name, depth])).toEqual([
      ['main', 0],
      ['beta', 1],
      ['read', 2],
    ]);
  });

  test('says the interval only where weights count samples', async () => {
    const bytes = new FlameGraphViews(profileOf('a 3', { unit: 'bytes' }));
    await bytes.prepare(defaultView);
    expect(frameRows(bytes.view(defaultView).tree, 'en', 9)[0]?.interval).toBe('');
    expect(frameRows(viewOf({}).tree, 'en', 9)[0]?.interval).not.toBe('');
  });
});
