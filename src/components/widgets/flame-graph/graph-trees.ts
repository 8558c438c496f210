import {
  applyTransforms,
  buildCallTree,
  buildFlameChart,
  callersAndCallees,
  diffProfiles,
  functionTotals,
  hasTimeOrder,
  layoutOfTree,
  layOutSandwich,
} from '../../../lib/flame/index.ts';
import type {
  CallTree,
  DiffTree,
  FlameLayout,
  Profile,
  Sandwich,
  ViewKind,
  ViewState,
} from '../../../lib/flame/index.ts';

/** A tree with its layout, and what only some views have. */
export interface GraphTree {
  readonly profile: Profile;
  readonly tree: CallTree;
  readonly layout: FlameLayout;
  readonly sandwich?: Sandwich;
  readonly diff?: DiffTree;
}

// A reader goes back and forth between a few views; each tree of a large profile takes 40 MB.
const mostKept = 4;

/** Builds the tree of a view from one or two profiles, and keeps the last few. */
export class GraphTrees {
  readonly #profile: Profile;
  readonly #after: Profile | undefined;
  readonly #trees = new Map<string, GraphTree>();

  constructor(profile: Profile, after: Profile | undefined) {
    this.#profile = profile;
    this.#after = after;
  }

  get hasTime(): boolean {
    return hasTimeOrder(this.#profile);
  }

  get hasAfter(): boolean {
    return this.#after !== undefined;
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

  #build(view: ViewKind, { transforms, diff, function: name }: ViewState): GraphTree {
    const profile = applyTransforms(this.#profile, transforms);
    if (view === 'diff' && this.#after !== undefined) {
      const after = applyTransforms(this.#after, transforms);
      const tree = diffProfiles(profile, after, { normalize: diff.normalize, width: diff.width });
      return { profile, tree, layout: layoutOfTree(tree), diff: tree };
    }
    if (view === 'sandwich') {
      const middle = name === '' ? (functionTotals(profile)[0]?.name ?? '') : name;
      const sandwich = layOutSandwich(callersAndCallees(profile, middle, { order: 'weight' }));
      return { profile, tree: sandwich.tree, layout: sandwich.layout, sandwich };
    }
    const tree = view === 'time' ? buildFlameChart(profile) : buildCallTree(profile, orderOf(view));
    return { profile, tree, layout: layoutOfTree(tree) };
  }
}

/** Views that share a tree have the same order; the key of the others is their name. */
function orderOf(view: ViewKind): {
  order: 'name' | 'weight';
  inverted?: boolean;
  view?: ViewKind;
} {
  switch (view) {
    case 'left-heavy':
    case 'call-tree':
      return { order: 'weight' };
    case 'leaf-first':
      return { order: 'weight', inverted: true };
    case 'merged':
    case 'functions':
      return { order: 'name' };
    default:
      return { order: 'name', view };
  }
}
