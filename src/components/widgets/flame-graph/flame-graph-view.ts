import {
  allNodes,
  buildCallTree,
  colorByKind,
  colorByName,
  colorBySelf,
  expressionOf,
  findNode,
  formatFullPath,
  frameKinds,
  isWithin,
  kindsOfFrames,
  layoutOfTree,
  parseViewState,
  pathOf,
  searchFrames,
  windowOfRow,
} from '../../../lib/flame/index.ts';
import type {
  CallTree,
  ColorScheme,
  FlameLayout,
  Profile,
  SearchResult,
  ViewState,
} from '../../../lib/flame/index.ts';

/** Everything that follows from a profile and a `ViewState`: what the parts of the widget show. */
export interface FlameGraphView {
  readonly state: ViewState;
  readonly profile: Profile;
  readonly tree: CallTree;
  readonly layout: FlameLayout;
  /** Row that the view is zoomed to; -1 for everything. */
  readonly root: number;
  /** Selected row; `undefined` for none. */
  readonly selected: number | undefined;
  /** Left and right edge on screen, in weight units. */
  readonly window: readonly [number, number];
  readonly colors: ColorScheme;
  /** Of a search in the whole tree; `undefined` where nothing is searched. */
  readonly search: SearchResult | undefined;
  /** The same within the zoomed frame. */
  readonly searchInRoot: SearchResult | undefined;
  isMatched(row: number): boolean;
  isDimmed(row: number): boolean;
}

/** From here on, finding a short name for a frame takes longer than a click should. */
const largeTree = 20_000;

/** Makes views of one profile, and keeps what the next view may need again. */
export class FlameGraphViews {
  readonly profile: Profile;
  readonly #trees = new Map<string, CallTree>();
  readonly #rows = new WeakMap<CallTree, Map<string, number | undefined>>();
  readonly #kinds: readonly string[];
  #lastSearch: { tree: CallTree; query: string; result: SearchResult } | undefined;

  constructor(profile: Profile) {
    this.profile = profile;
    this.#kinds = kindsOfFrames(profile);
  }

  /** Never throws: what the state names and the profile has not is left out. */
  view(state: ViewState): FlameGraphView {
    const tree = this.#treeFor(state);
    const layout = layoutOfTree(tree);
    const root = this.#rowOf(tree, state.root) ?? allNodes;
    const search = this.#search(tree, state.search);
    const isMatched = flagsOf(tree, search?.matches);
    return {
      state,
      profile: this.profile,
      tree,
      layout,
      root,
      selected: state.selection === '' ? undefined : this.#rowOf(tree, state.selection),
      window: windowFor(state, layout, root),
      colors: this.#colorsFor(state, tree),
      search,
      searchInRoot:
        search === undefined || root === allNodes
          ? undefined
          : searchFrames(tree, state.search, { base: root }),
      isMatched,
      isDimmed: this.#dimming(state, tree),
    };
  }

  /** Kinds of frames that occur in the profile, in the order of the legend. */
  get kinds(): string[] {
    const present = new Set(this.#kinds);
    return frameKinds.filter((kind) => present.has(kind));
  }

  kindOf(frame: number): string {
    return this.#kinds[frame] ?? 'unknown';
  }

  /** An expression that names the row; quick in a large tree, short in a small one. */
  expressionOf(tree: CallTree, row: number): string {
    const isLarge = tree.size > largeTree;
    const expression = isLarge ? formatFullPath(pathOf(tree, row)) : expressionOf(tree, row);
    this.#rowsOf(tree).set(expression, row);
    return expression;
  }

  #rowsOf(tree: CallTree): Map<string, number | undefined> {
    let rows = this.#rows.get(tree);
    if (rows === undefined) this.#rows.set(tree, (rows = new Map()));
    return rows;
  }

  /** Zooming and selecting ask for the same few rows again and again. */
  #rowOf(tree: CallTree, expression: string): number | undefined {
    const rows = this.#rowsOf(tree);
    if (rows.has(expression)) return rows.get(expression);
    const row = findNode(tree, expression);
    rows.set(expression, row);
    return row;
  }

  #search(tree: CallTree, query: string): SearchResult | undefined {
    if (query === '') return undefined;
    if (this.#lastSearch?.tree !== tree || this.#lastSearch.query !== query) {
      this.#lastSearch = { tree, query, result: searchFrames(tree, query) };
    }
    return this.#lastSearch.result;
  }

  #treeFor({ view }: ViewState): CallTree {
    const order = view === 'left-heavy' ? 'weight' : view === 'time' ? 'time' : 'name';
    const inverted = view === 'leaf-first';
    const key = `${order} ${inverted}`;
    let tree = this.#trees.get(key);
    if (tree === undefined) {
      tree = buildCallTree(this.profile, { order, inverted });
      this.#trees.set(key, tree);
    }
    return tree;
  }

  #colorsFor({ color }: ViewState, tree: CallTree): ColorScheme {
    if (color === 'name') return colorByName(tree);
    if (color === 'self') return colorBySelf(tree);
    return colorByKind(tree, frameKinds, (frame) => this.kindOf(frame));
  }

  /** A highlight dims all but the frames it names and what they call; the legend dims kinds. */
  #dimming({ highlight, muted }: ViewState, tree: CallTree): (row: number) => boolean {
    if (highlight.length === 0 && muted.length === 0) return () => false;
    const kinds = highlight.flatMap((text) => (text.startsWith('kind:') ? [text.slice(5)] : []));
    const rows = highlight.flatMap((text) => {
      const row = text.startsWith('kind:') ? undefined : findNode(tree, text);
      return row === undefined ? [] : [row];
    });
    return (row) => {
      const kind = this.kindOf(tree.frame[row] ?? 0);
      if (muted.includes(kind)) return true;
      if (highlight.length === 0) return false;
      return !kinds.includes(kind) && !rows.some((above) => isWithin(tree, row, above));
    };
  }
}

function windowFor(state: ViewState, layout: FlameLayout, root: number): readonly [number, number] {
  if (state.window === null) return windowOfRow(layout, root);
  const [left, right] = state.window;
  return [left * layout.extent, right * layout.extent];
}

function flagsOf(tree: CallTree, rows: Int32Array | undefined): (row: number) => boolean {
  if (rows === undefined || rows.length === 0) return () => false;
  const flags = new Uint8Array(tree.size);
  for (const row of rows) flags[row] = 1;
  return (row) => flags[row] === 1;
}

/** The state as the reader sees it: with everything that could not be understood put right. */
export function readView(value: unknown, before: ViewState): ViewState {
  const view = parseViewState(value);
  return view.sample === '' ? { ...view, sample: before.sample } : view;
}
