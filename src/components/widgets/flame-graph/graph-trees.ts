import { layoutOfTree, sortedCallTree } from '../../../lib/flame/graph.ts';
import type { CallTree, Profile, ViewKind, ViewState } from '../../../lib/flame/index.ts';
import type { BuiltTree, GraphTree, TreeWish } from './built-tree.ts';
import { loadWorkshop } from './load-later.ts';
import { orderOf } from './tree-order.ts';
import type { GraphWorkshop } from './worker/graph-workshop.ts';

export type RareViews = typeof import('./rare-views.ts');
export type ComparisonView = typeof import('./comparison-view.ts');
type TreeBuilder = typeof import('../../../lib/flame/trees.ts');

// A reader goes back and forth between a few views; each tree of a large profile takes 26 MB.
const mostKept = 4;
/** What goes over all rows of a larger tree is done after the picture is painted. */
export const largeTree = 50_000;
/** With more stacks and samples than this a tree is built in a worker: here it would hold up the page. */
const manyStacks = 20_000;

/** Builds the tree of a view from one or two profiles, and keeps the last few. */
export class GraphTrees {
  readonly #profile: Profile;
  readonly #after: Profile | undefined;
  #merged: CallTree | undefined;
  readonly #trees = new Map<string, GraphTree>();
  #rare: RareViews | undefined;
  #comparison: ComparisonView | undefined;
  #workshop: GraphWorkshop | undefined;
  #builder: TreeBuilder | undefined;

  /** @param merged the profile's call tree by name, where somebody built it already */
  constructor(profile: Profile, after: Profile | undefined, merged?: CallTree) {
    this.#profile = profile;
    this.#after = after;
    this.#merged = merged;
  }

  get hasTime(): boolean {
    return this.#profile.samples.time !== undefined;
  }

  get hasAfter(): boolean {
    return this.#after !== undefined;
  }

  /** So large that what goes over all of its stacks is done in a worker. */
  get isLarge(): boolean {
    if (typeof Worker === 'undefined') return false; // the site's build has time
    let stacks = 0;
    for (const side of this.#sides) stacks += side.stacks.length + side.samples.length;
    return stacks > manyStacks;
  }

  get #sides(): Profile[] {
    return this.#after === undefined ? [this.#profile] : [this.#profile, this.#after];
  }

  useRareViews(rare: RareViews): void {
    this.#rare = rare;
  }

  useComparison(comparison: ComparisonView): void {
    this.#comparison = comparison;
  }

  /** Whether the state's tree can be built only with the rare views. */
  needsRareViews(state: ViewState): boolean {
    const view = this.possibleView(state);
    return ['time', 'sandwich', 'functions'].includes(view) || state.transforms.length > 0;
  }

  needsComparison(state: ViewState): boolean {
    return this.possibleView(state) === 'diff';
  }

  /** What can be shown: a view that the profile has nothing for is shown merged. */
  possibleView({ view }: ViewState): ViewKind {
    if (view === 'time' && !this.hasTime) return 'merged';
    return view === 'diff' && !this.hasAfter ? 'merged' : view;
  }

  /** Whether `treeFor` answers at once: the tree is kept, was given, or is small and soon built. */
  isAtHand(state: ViewState): boolean {
    const wish = this.#wishOf(state);
    const known = this.#trees.get(keyOf(wish));
    if (this.isLarge && wish.view === 'functions') return known?.functions !== undefined;
    if (known !== undefined || this.#given(wish) !== undefined) return true;
    return !this.isLarge && (this.#builder !== undefined || isRare(wish));
  }

  /** Builds the state's tree in a worker, unless it is at hand. `signal` gives it up. */
  async prepare(state: ViewState, signal?: AbortSignal): Promise<void> {
    if (this.isAtHand(state)) return;
    const wish = this.#wishOf(state);
    if (!this.isLarge) {
      this.#builder = await import('../../../lib/flame/trees.ts');
      return;
    }
    const workshop = await this.workshop();
    const functions =
      wish.view === 'functions' ? await workshop.functions(wish.transforms, signal) : undefined;
    const built =
      this.#trees.get(keyOf(wish)) ?? this.#given(wish) ?? (await workshop.build(wish, signal));
    this.#keep(wish, { ...built, ...(functions === undefined ? {} : { functions }) });
  }

  /** Where large profiles are worked on. */
  async workshop(): Promise<GraphWorkshop> {
    const { GraphWorkshop } = await loadWorkshop();
    return (this.#workshop ??= new GraphWorkshop(this.#sides));
  }

  /** Nothing is asked any more. */
  close(): void {
    this.#workshop?.close();
  }

  treeFor(state: ViewState): GraphTree {
    const wish = this.#wishOf(state);
    const known = this.#trees.get(keyOf(wish));
    return this.#keep(wish, known ?? this.#build(wish));
  }

  #wishOf(state: ViewState): TreeWish {
    const { transforms, diff, function: name } = state;
    return { view: this.possibleView(state), transforms, diff, function: name };
  }

  /** The last one used is the last to go. */
  #keep(wish: TreeWish, built: GraphTree): GraphTree {
    const key = keyOf(wish);
    const isNew = !this.#trees.delete(key);
    const [oldest] = this.#trees.keys();
    if (isNew && this.#trees.size >= mostKept && oldest !== undefined) this.#trees.delete(oldest);
    const isBare = wish.view === 'diff' && built.comparison === undefined;
    const comparison = isBare ? this.#comparison?.comparisonOf(built) : undefined;
    const tree = comparison === undefined ? built : { ...built, comparison };
    this.#trees.set(key, tree);
    return tree;
  }

  #build(wish: TreeWish): BuiltTree {
    const { view, transforms, diff } = wish;
    const after = this.#after;
    const stepped = (profile: Profile) =>
      transforms.length === 0
        ? profile
        : (this.#rare?.applyTransforms(profile, transforms) ?? profile);
    if (view === 'diff' && after !== undefined && this.#comparison !== undefined) {
      return this.#comparison.buildComparison(stepped(this.#profile), stepped(after), diff);
    }
    if (isRare(wish) && this.#rare !== undefined) return this.#rare.buildWish(this.#profile, wish);
    const given = this.#given(wish);
    if (given !== undefined) return given;
    if (this.#builder === undefined) throw new Error('not prepared');
    const { order, inverted } = orderOf(view);
    return treeOf(this.#profile, this.#builder.buildCallTree(this.#profile, { order, inverted }));
  }

  /** The tree by name that somebody built, or that the profile is as it stands. */
  #given({ view, transforms }: TreeWish): BuiltTree | undefined {
    if ((view !== 'merged' && view !== 'functions') || transforms.length > 0) return undefined;
    const tree = (this.#merged ??= this.isLarge ? undefined : sortedCallTree(this.#profile));
    return tree && treeOf(this.#profile, tree);
  }
}

function treeOf(profile: Profile, tree: CallTree): BuiltTree {
  return { profile, tree, layout: layoutOfTree(tree) };
}

/** Built by the rare views, or by the comparison. */
function isRare({ view, transforms }: TreeWish): boolean {
  return view === 'time' || view === 'sandwich' || view === 'diff' || transforms.length > 0;
}

function keyOf({ view, transforms, diff, function: name }: TreeWish): string {
  return JSON.stringify([
    orderOf(view),
    transforms,
    view === 'diff' ? [diff.normalize, diff.width] : '',
    view === 'sandwich' ? name : '',
  ]);
}
