import type { Locale } from '../../../lib/i18n/index.ts';
import {
  allNodes,
  colorByKind,
  describeFrame,
  factsOf,
  findNode,
  frameKinds,
  isWithin,
  layoutUpTo,
  mayBeMangled,
  parseViewState,
  windowOfRow,
} from '../../../lib/flame/graph.ts';
import type {
  CallTree,
  ColorMode,
  ColorScheme,
  FlameLayout,
  FrameMatches,
  FrameTable,
  Profile,
  SearchResult,
  ViewKind,
  ViewState,
} from '../../../lib/flame/index.ts';
import { FrameKindsOf } from './frame-kinds-of.ts';
import { isEverything } from './is-everything.ts';
import { GraphTrees, largeTree } from './graph-trees.ts';
import type { LegendEntry } from './legend-entry.ts';
import type { GraphTree, RowSayings } from './built-tree.ts';
import type { ComparisonView, RareViews } from './graph-trees.ts';

/** Everything that follows from a profile and a `ViewState`: what the parts of the widget show. */
export interface FlameGraphView extends GraphTree {
  /** Where the frames lie; while it is zoomed to one, without the levels that are empty then. */
  readonly layout: FlameLayout;
  /** The layout of everything, which gives the picture its room. */
  readonly whole: FlameLayout;
  readonly state: ViewState;
  /** The view that is shown: the state's, or merged where the profile has nothing for it. */
  readonly view: ViewKind;
  /** What is said of rows, where that is not their own weight. */
  readonly said: RowSayings | undefined;
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
  /** Of a search in the whole tree; `undefined` where nothing is searched. Counted when it is asked for. */
  readonly search: SearchResult | undefined;
  /** The same within the zoomed frame. */
  readonly searchInRoot: SearchResult | undefined;
  /** Whether `search` and `searchInRoot` answer at once, and not after a look at a million rows. */
  readonly isSearchCounted: boolean;
  isMatched(row: number): boolean;
  isDimmed(row: number): boolean;
  kindOf(row: number): string;
  /** What is said of a row, in the reader's language. */
  titleOf(row: number, locale: Locale): string;
  /** Stands before the name: whether the frame grew or shrank, or is the function of a sandwich. */
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

type Searching = typeof import('./searching.ts');

/** A highlight of all frames of a kind. */
const kindMark = 'kind:';

/** Makes views of one profile (or of two, to compare), and keeps what the next view may need. */
export class FlameGraphViews {
  readonly profile: Profile;
  readonly trees: GraphTrees;
  readonly #rows = new WeakMap<CallTree, Map<string, number | undefined>>();
  readonly #colors = new WeakMap<CallTree, Map<string, ColorScheme>>();
  readonly #kinds: FrameKindsOf;
  readonly #after: Profile | undefined;
  #isMangled: boolean | undefined;
  #rare: RareViews | undefined;
  #comparison: ComparisonView | undefined;
  #searching: Searching | undefined;
  #libraries: string[] | undefined;
  #lastZoom: { layout: FlameLayout; root: number; zoomed: FlameLayout } | undefined;
  #lastMatches: { frames: FrameTable; query: string; found: FrameMatches } | undefined;
  #lastSearch: { tree: CallTree; found: FrameMatches; result: SearchResult } | undefined;

  constructor(profile: Profile, { after, merged, kinds }: ViewsOptions = {}) {
    this.profile = profile;
    this.#after = after;
    this.trees = new GraphTrees(profile, after, merged);
    this.#kinds = new FrameKindsOf(profile, kinds);
  }

  /** Whether `view` can show this state as it is; if not, `prepare` it first. */
  isReadyFor(state: ViewState): boolean {
    const isLoaded = !this.#needsRareViews(state) && !this.#needsComparison(state);
    if (state.search !== '' && this.#searching === undefined) return false;
    return isLoaded && this.trees.isAtHand(state) && !this.#needsLibraries(state);
  }

  #needsRareViews(state: ViewState): boolean {
    if (this.#rare !== undefined) return false;
    // A comparison has colours of its own.
    const isPlain = this.trees.needsComparison(state)
      ? state.muted.length === 0 && !state.highlight.some((text) => text.startsWith(kindMark))
      : state.color === 'kind' && this.#kinds.isReady;
    return !isPlain || this.trees.needsRareViews(state) || this.#hasMangledNames;
  }

  #needsComparison(state: ViewState): boolean {
    return this.#comparison === undefined && this.trees.needsComparison(state);
  }

  #needsLibraries({ color }: ViewState): boolean {
    return color === 'library' && this.#libraries === undefined && this.trees.isLarge;
  }

  get #hasMangledNames(): boolean {
    const { names } = this.profile.frames;
    const others = this.#after?.frames.names ?? [];
    return (this.#isMangled ??= names.some(mayBeMangled) || others.some(mayBeMangled));
  }

  /**
   * Loads what the state needs and the page has not yet, and works out what takes long. Rejects where
   * that fails, and when `signal` gives it up.
   */
  async prepare(state: ViewState, signal?: AbortSignal): Promise<void> {
    await Promise.all([
      this.#needsRareViews(state) ? this.#loadRareViews() : undefined,
      this.#needsComparison(state) ? this.#loadComparison() : undefined,
      state.search === '' ? undefined : this.getReadyToSearch(),
    ]);
    signal?.throwIfAborted();
    await this.trees.prepare(state, signal);
    if (!this.#needsLibraries(state)) return;
    const workshop = await this.trees.workshop();
    this.#libraries = await workshop.libraries(signal);
  }

  /** What searching needs; `undefined` before somebody searched. */
  get searching(): Searching | undefined {
    return this.#searching;
  }

  /** Nothing will be asked any more: workers are ended. */
  close(): void {
    this.trees.close();
  }

  /** Before the first letter is typed. */
  async getReadyToSearch(): Promise<void> {
    this.#searching ??= await import('./searching.ts');
    this.#searching.getReadyToMatch(this.profile.frames);
  }

  async #loadRareViews(): Promise<void> {
    this.#rare = await import('./rare-views.ts');
    this.trees.useRareViews(this.#rare);
    this.#kinds.useRules(this.#rare);
  }

  async #loadComparison(): Promise<void> {
    this.#comparison = await import('./comparison-view.ts');
    this.trees.useComparison(this.#comparison);
  }

  /** Never throws: what the state names and the profile has not is left out. */
  view(state: ViewState): FlameGraphView {
    const graph = this.trees.treeFor(state);
    const { tree, layout: whole, comparison } = graph;
    const { measure } = state.diff;
    const view = this.trees.possibleView(state);
    const root = this.#rowOf(tree, state.root) ?? allNodes;
    const window = windowFor(state, whole, root);
    const { frames } = tree;
    const searching = state.search === '' ? undefined : this.#searching;
    const found = searching && this.#matching(searching, frames, state.search);
    let inRoot: SearchResult | undefined;
    const search = () => searching && found && this.#search(searching, graph, found);
    const isCounted = () =>
      found === undefined || tree.size <= largeTree || this.#isCounted(tree, found);
    const colors = this.#colorsOf(graph, state);
    const said =
      comparison ?? (view === 'functions' ? this.#rare?.sayingsOfFunctions(graph) : undefined);
    return {
      ...graph,
      whole,
      layout: this.#zoomedLayout(graph, root, window),
      state,
      view,
      said,
      root,
      selected: state.selection === '' ? undefined : this.#rowOf(tree, state.selection),
      window,
      // Without a comparison there is no change to be coloured.
      color: comparison ? 'change' : state.color === 'change' ? 'kind' : state.color,
      colors,
      // Callers stand above and callees below: a sandwich cannot be turned over.
      rootOnTop: state.orientation === 'icicle' || view === 'sandwich',
      get search() {
        return search();
      },
      get searchInRoot() {
        if (searching === undefined || found === undefined || root === allNodes) return undefined;
        return (inRoot ??= searching.collectMatches(tree, found, { base: root }));
      },
      get isSearchCounted() {
        return isCounted();
      },
      isMatched: (row) => found?.matchedFrames[tree.frame[row] ?? 0] === 1,
      isDimmed: this.#dimming(state, tree, colors),
      kindOf: (row) => this.#kinds.of(tree.frames, tree.frame[row] ?? 0),
      titleOf: (row, locale) =>
        said?.titleOf(row, measure, locale) ?? describeFrame(factsOf(tree, row, locale), locale),
      signOf: (row) =>
        comparison?.signOf(row, measure) ?? (graph.sandwich && isEverything(graph, row) ? '◆' : ''),
    };
  }

  /** Whether the legend can be told without a look at every name. */
  get isLegendAtHand(): boolean {
    return this.#kinds.isPresentKnown;
  }

  /** Kinds of frames in the order of the legend: those that occur, or all of a large profile. */
  kindsIn({ tree: { frames } }: GraphTree): string[] {
    const { present } = this.#kinds;
    // Libraries that were folded into a frame stand behind the profile's own.
    const isFolded = (kind: string) =>
      frames.names.some(
        (_, i) => i >= this.profile.frames.length && this.#kinds.of(frames, i) === kind,
      );
    return frameKinds.filter((kind) => !present || present.has(kind) || isFolded(kind));
  }

  /** What the colours mean, where they are not kinds. */
  rareLegend(view: FlameGraphView, locale: Locale): LegendEntry[] {
    if (view.comparison !== undefined) return this.#comparison?.legendOfChange(view, locale) ?? [];
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

  /** What is seen beside the zoomed frame needs its levels too; in a sandwich that is always so. */
  #zoomedLayout(
    { layout, sandwich }: GraphTree,
    root: number,
    [left, right]: readonly [number, number],
  ): FlameLayout {
    const [from, to] = windowOfRow(layout, root);
    // Everything, or a frame of no width, which fills no window: everything is shown then too.
    const isWhole = !(layout.width[root]! > 0);
    if (isWhole || sandwich !== undefined || left < from || right > to) return layout;
    if (this.#lastZoom?.layout !== layout || this.#lastZoom.root !== root) {
      this.#lastZoom = { layout, root, zoomed: layoutUpTo(layout, root) };
    }
    return this.#lastZoom.zoomed;
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

  /** The next view has the same search more often than not. */
  #matching({ matchFrames }: Searching, frames: FrameTable, query: string): FrameMatches {
    if (this.#lastMatches?.frames !== frames || this.#lastMatches.query !== query) {
      this.#lastMatches = { frames, query, found: matchFrames(frames, query) };
    }
    return this.#lastMatches.found;
  }

  #isCounted(tree: CallTree, found: FrameMatches): boolean {
    return this.#lastSearch?.tree === tree && this.#lastSearch.found === found;
  }

  #search({ collectMatches }: Searching, graph: GraphTree, found: FrameMatches): SearchResult {
    const { tree } = graph;
    if (this.#lastSearch?.tree !== tree || this.#lastSearch.found !== found) {
      const counted = collectMatches(tree, found);
      const result = this.#rare?.searchOfSandwich(graph, counted) ?? counted;
      this.#lastSearch = { tree, found, result };
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

  /** A highlight dims all but the frames it names and what they call; the legend dims kinds and colours. */
  #dimming(
    { highlight, muted }: ViewState,
    tree: CallTree,
    { classes, classOf }: ColorScheme,
  ): (row: number) => boolean {
    if (highlight.length === 0 && muted.length === 0) return () => false;
    const rows = highlight.flatMap((text) => this.#rowOf(tree, text) ?? []);
    return (row) => {
      const kind = this.#kinds.of(tree.frames, tree.frame[row] ?? 0);
      const color = classes[classOf(row)]!; // every row has a class
      if (muted.some((each) => each === kind || color.startsWith(each))) return true;
      if (highlight.length === 0) return false;
      return (
        !highlight.includes(kindMark + kind) && !rows.some((above) => isWithin(tree, row, above))
      );
    };
  }
}

function windowFor(state: ViewState, layout: FlameLayout, root: number): readonly [number, number] {
  if (state.window === null) return windowOfRow(layout, root);
  const [left, right] = state.window;
  return [left * layout.extent, right * layout.extent];
}

/** The state as the reader sees it: with everything that could not be understood put right. */
export function readView(value: unknown, before: Pick<ViewState, 'sample' | 'after'>): ViewState {
  const view = parseViewState(value);
  return { ...view, sample: view.sample || before.sample, after: view.after || before.after };
}
