import type { Locale } from '../../../lib/i18n/index.ts';
import {
  allNodes,
  colorByKind,
  describeFrame,
  factsOf,
  findNode,
  frameKinds,
  isWithin,
  mayBeMangled,
  parseViewState,
  searchFrames,
  windowOfRow,
} from '../../../lib/flame/graph.ts';
import type {
  CallTree,
  ColorMode,
  ColorScheme,
  FlameLayout,
  Profile,
  SearchResult,
  ViewKind,
  ViewState,
} from '../../../lib/flame/index.ts';
import { FrameKindsOf } from './frame-kinds-of.ts';
import { GraphTrees } from './graph-trees.ts';
import type { LegendEntry } from './flame-legend.ts';
import type { GraphTree, RareViews } from './graph-trees.ts';

/** Everything that follows from a profile and a `ViewState`: what the parts of the widget show. */
export interface FlameGraphView extends GraphTree {
  readonly state: ViewState;
  /** The view that is shown: the state's, or merged where the profile has nothing for it. */
  readonly view: ViewKind;
  /** Row that the view is zoomed to; -1 for everything. */
  readonly root: number;
  /** Selected row; `undefined` for none. */
  readonly selected: number | undefined;
  /** Left and right edge on screen, in weight units. */
  readonly window: readonly [number, number];
  /** What is coloured: in a comparison always the change. */
  readonly color: ColorMode;
  readonly colors: ColorScheme;
  readonly rootOnTop: boolean;
  /** Of a search in the whole tree; `undefined` where nothing is searched. */
  readonly search: SearchResult | undefined;
  /** The same within the zoomed frame. */
  readonly searchInRoot: SearchResult | undefined;
  isMatched(row: number): boolean;
  isDimmed(row: number): boolean;
  kindOf(row: number): string;
  /** What is said of a row, in the reader's language. */
  titleOf(row: number, locale: Locale): string;
  /** Stands before the name: whether the frame grew or shrank. */
  signOf(row: number): string;
}

export interface ViewsOptions {
  /** The second profile of a comparison. */
  readonly after?: Profile | undefined;
  /** The profile's call tree by name, where somebody built it already. */
  readonly merged?: CallTree | undefined;
  /** The kinds of the profile's frames, from `writeKinds`. */
  readonly kinds?: string | undefined;
}

/** Makes views of one profile (or of two, to compare), and keeps what the next view may need. */
export class FlameGraphViews {
  readonly profile: Profile;
  readonly trees: GraphTrees;
  readonly #rows = new WeakMap<CallTree, Map<string, number | undefined>>();
  readonly #colors = new WeakMap<CallTree, Map<string, ColorScheme>>();
  readonly #kinds: FrameKindsOf;
  #isMangled: boolean | undefined;
  #rare: RareViews | undefined;
  #libraries: string[] | undefined;
  #lastSearch: { tree: CallTree; query: string; result: SearchResult } | undefined;

  constructor(profile: Profile, { after, merged, kinds }: ViewsOptions = {}) {
    this.profile = profile;
    this.trees = new GraphTrees(profile, after, merged);
    this.#kinds = new FrameKindsOf(profile, kinds);
  }

  /** Whether `view` can show this state as it is; if not, `prepare` it first. */
  isReadyFor(state: ViewState): boolean {
    if (this.#rare !== undefined) return true;
    const isPlain = state.color === 'kind' && this.#kinds.isReady;
    return isPlain && !this.trees.needsRareViews(state) && !this.#hasMangledNames;
  }

  get #hasMangledNames(): boolean {
    return (this.#isMangled ??= this.profile.frames.names.some(mayBeMangled));
  }

  /** Loads what the state needs and the page has not yet. */
  async prepare(state: ViewState): Promise<void> {
    if (this.isReadyFor(state)) return;
    this.#rare = await import('./rare-views.ts');
    this.trees.useRareViews(this.#rare);
    this.#kinds.useRules(this.#rare);
  }

  /** Never throws: what the state names and the profile has not is left out. */
  view(state: ViewState): FlameGraphView {
    const graph = this.trees.treeFor(state);
    const { tree, layout, comparison } = graph;
    const { measure } = state.diff;
    const view = this.trees.possibleView(state);
    const root = this.#rowOf(tree, state.root) ?? allNodes;
    const search = this.#search(graph, state.search);
    return {
      ...graph,
      state,
      view,
      root,
      selected: state.selection === '' ? undefined : this.#rowOf(tree, state.selection),
      window: windowFor(state, layout, root),
      color: comparison === undefined ? state.color : 'change',
      colors: this.#colorsOf(graph, state),
      // Callers stand above and callees below: a sandwich cannot be turned over.
      rootOnTop: state.orientation === 'icicle' || view === 'sandwich',
      search,
      searchInRoot:
        search === undefined || root === allNodes
          ? undefined
          : searchFrames(tree, state.search, { base: root }),
      isMatched: (row) => search?.matchedFrames[tree.frame[row] ?? 0] === 1,
      isDimmed: this.#dimming(state, tree),
      kindOf: (row) => this.#kinds.of(tree.frames, tree.frame[row] ?? 0),
      titleOf: (row, locale) =>
        comparison?.titleOf(row, measure, locale) ??
        describeFrame(factsOf(tree, row, locale), locale),
      signOf: (row) => comparison?.signOf(row, measure) ?? '',
    };
  }

  /** Whether the legend can be told without a look at every name. */
  get isLegendAtHand(): boolean {
    return this.#kinds.isPresentKnown;
  }

  /** Kinds of frames in the order of the legend: those that occur, or all of a large profile. */
  get kinds(): string[] {
    const { present } = this.#kinds;
    return frameKinds.filter((kind) => present?.has(kind) ?? true);
  }

  /** What the colours mean, where they are not kinds. */
  rareLegend(view: FlameGraphView, locale: Locale): LegendEntry[] {
    return this.#rare?.rareLegend(view, this.libraries, locale) ?? [];
  }

  /** The chips of applied steps: there are none before the rare views are loaded. */
  get StepChips(): RareViews['StepChips'] | undefined {
    return this.#rare?.StepChips;
  }

  /** Libraries of the profile, the one with the most self weight first. */
  get libraries(): readonly string[] {
    return (this.#libraries ??= this.#rare?.librariesOf(this.profile) ?? []);
  }

  /** Keeps what an expression names, so that the next view need not look for it. */
  remember(tree: CallTree, expression: string, row: number): void {
    this.#rowsOf(tree).set(expression, row);
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

  #search(graph: GraphTree, query: string): SearchResult | undefined {
    if (query === '') return undefined;
    const { tree } = graph;
    if (this.#lastSearch?.tree !== tree || this.#lastSearch.query !== query) {
      const found = searchFrames(tree, query);
      const result = this.#rare?.searchOfSandwich(graph, found) ?? found;
      this.#lastSearch = { tree, query, result };
    }
    return this.#lastSearch.result;
  }

  /** One scheme for each tree and mode: it remembers what it found out. */
  #colorsOf({ tree, comparison }: GraphTree, { color, diff }: ViewState): ColorScheme {
    let schemes = this.#colors.get(tree);
    if (schemes === undefined) this.#colors.set(tree, (schemes = new Map()));
    const key = comparison === undefined ? color : diff.measure;
    let scheme = schemes.get(key);
    if (scheme === undefined) {
      scheme = comparison?.colors(diff.measure) ?? this.#colorsFor(color, tree);
      schemes.set(key, scheme);
    }
    return scheme;
  }

  #colorsFor(color: ColorMode, tree: CallTree): ColorScheme {
    const rare = this.#rare?.rareColors(color, tree, () => this.libraries);
    if (rare !== undefined) return rare;
    return colorByKind(tree, frameKinds, (frame) => this.#kinds.of(tree.frames, frame));
  }

  /** A highlight dims all but the frames it names and what they call; the legend dims kinds. */
  #dimming({ highlight, muted }: ViewState, tree: CallTree): (row: number) => boolean {
    if (highlight.length === 0 && muted.length === 0) return () => false;
    const kinds = highlight.flatMap((text) => (text.startsWith('kind:') ? [text.slice(5)] : []));
    const rows = highlight.flatMap((text) => {
      const row = text.startsWith('kind:') ? undefined : this.#rowOf(tree, text);
      return row === undefined ? [] : [row];
    });
    return (row) => {
      const kind = this.#kinds.of(tree.frames, tree.frame[row] ?? 0);
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

/** The state as the reader sees it: with everything that could not be understood put right. */
export function readView(value: unknown, before: ViewState): ViewState {
  const view = parseViewState(value);
  return {
    ...view,
    sample: view.sample === '' ? before.sample : view.sample,
    after: view.after === '' ? before.after : view.after,
  };
}
