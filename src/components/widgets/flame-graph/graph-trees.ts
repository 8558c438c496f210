import type { Locale } from '../../../lib/i18n/index.ts';
import { buildCallTree, layoutOfTree } from '../../../lib/flame/graph.ts';
import type {
  CallTree,
  ColorScheme,
  FlameLayout,
  Profile,
  Sandwich,
  ViewKind,
  ViewState,
} from '../../../lib/flame/index.ts';

/** The facts of a frame of two profiles: term, value and note; and what else is to be said. */
export interface ComparisonFacts {
  readonly facts: readonly (readonly [term: string, value: string, note?: string | undefined])[];
  readonly notes: readonly string[];
}

type Measure = ViewState['diff']['measure'];

/** How the rows of a comparison look and what is said of them. */
export interface Comparison {
  colors(measure: Measure): ColorScheme;
  titleOf(row: number, measure: Measure, locale: Locale): string;
  signOf(row: number, measure: Measure): string;
  factsOf(row: number, measure: Measure, locale: Locale): ComparisonFacts;
}

/** A tree with its layout, and what only some views have. */
export interface GraphTree {
  readonly profile: Profile;
  readonly tree: CallTree;
  readonly layout: FlameLayout;
  readonly sandwich?: Sandwich;
  readonly comparison?: Comparison;
}

export type RareViews = typeof import('./rare-views.ts');

// A reader goes back and forth between a few views; each tree of a large profile takes 40 MB.
const mostKept = 4;

/** Builds the tree of a view from one or two profiles, and keeps the last few. */
export class GraphTrees {
  readonly #profile: Profile;
  readonly #after: Profile | undefined;
  readonly #merged: CallTree | undefined;
  readonly #trees = new Map<string, GraphTree>();
  #rare: RareViews | undefined;

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

  useRareViews(rare: RareViews): void {
    this.#rare = rare;
  }

  /** Whether the state's tree can be built only with the rare views. */
  needsRareViews(state: ViewState): boolean {
    const view = this.possibleView(state);
    const isRare = view === 'time' || view === 'diff' || view === 'sandwich';
    return isRare || state.transforms.length > 0;
  }

  /** What can be shown: a view that the profile has nothing for is shown merged. */
  possibleView({ view }: ViewState): ViewKind {
    if (view === 'time' && !this.hasTime) return 'merged';
    return view === 'diff' && !this.hasAfter ? 'merged' : view;
  }

  treeFor(state: ViewState): GraphTree {
    const view = this.possibleView(state);
    const { transforms, diff } = state;
    const key = JSON.stringify([
      orderOf(view),
      transforms,
      view === 'diff' ? diff : '',
      view === 'sandwich' ? state.function : '',
    ]);
    let tree = this.#trees.get(key);
    if (tree === undefined) {
      tree = this.#build(view, state);
      const [oldest] = this.#trees.keys();
      if (this.#trees.size >= mostKept && oldest !== undefined) this.#trees.delete(oldest);
    } else this.#trees.delete(key); // set again below: the last one used is the last to go
    this.#trees.set(key, tree);
    return tree;
  }

  #build(view: ViewKind, state: ViewState): GraphTree {
    const { transforms } = state;
    const profile =
      transforms.length === 0
        ? this.#profile
        : (this.#rare?.applyTransforms(this.#profile, transforms) ?? this.#profile);
    const rare = this.#rare?.buildRareTree(profile, this.#after, view, state);
    if (rare !== undefined) return rare;
    const tree = this.#merge(profile, view);
    return { profile, tree, layout: layoutOfTree(tree) };
  }

  #merge(profile: Profile, view: ViewKind): CallTree {
    const { order, inverted } = orderOf(view);
    if (profile === this.#profile && order === 'name' && this.#merged !== undefined) {
      return this.#merged;
    }
    return buildCallTree(profile, { order, inverted });
  }
}

/** Views that share a tree have the same order; the key of the others is their name. */
function orderOf(view: ViewKind): {
  order: 'name' | 'weight';
  inverted: boolean;
  view?: ViewKind;
} {
  switch (view) {
    case 'left-heavy':
    case 'call-tree':
      return { order: 'weight', inverted: false };
    case 'leaf-first':
      return { order: 'weight', inverted: true };
    case 'merged':
    case 'functions':
      return { order: 'name', inverted: false };
    default:
      return { order: 'name', inverted: false, view };
  }
}
