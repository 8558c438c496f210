import type { Locale } from '../../../lib/i18n/index.ts';
import type {
  CallTree,
  ColorScheme,
  FlameLayout,
  FunctionTotal,
  Profile,
  ViewKind,
  ViewState,
} from '../../../lib/flame/index.ts';
import type { FlameWords } from './flame-words.ts';

/** The facts of a row: term, value and note; and what else is to be said. */
export interface RowFacts {
  readonly facts: readonly (readonly [term: string, value: string, note?: string | undefined])[];
  readonly notes: readonly string[];
}

type Measure = ViewState['diff']['measure'];

/**
 * What is said of rows where that is not the weight of the row itself: both sides of a comparison, a function wherever it is
 * called.
 */
export interface RowSayings {
  titleOf(row: number, measure: Measure, locale: Locale): string;
  factsOf(row: number, measure: Measure, locale: Locale, words: FlameWords): RowFacts;
  /** Matches as they are listed, where each row of the tree has no line of its own. */
  listed?(matches: Int32Array): readonly number[];
}

/** How the rows of a comparison look and what is said of them. */
export interface Comparison extends RowSayings {
  /** Spoken name of the picture: the union of two profiles has no total that was recorded. */
  label(locale: Locale): string;
  colors(measure: Measure): ColorScheme;
  signOf(row: number, measure: Measure): string;
  /** What a search found: the share of each profile, also of the frame that the view is zoomed to. */
  matchesOf(matches: Int32Array, root: number, locale: Locale): string;
}

/** What decides which tree a view has. */
export interface TreeWish extends Pick<ViewState, 'transforms' | 'diff' | 'function'> {
  /** What can be shown: see `GraphTrees.possibleView`. */
  readonly view: ViewKind;
}

/** A tree with its layout: what takes long in a large profile. */
export interface BuiltTree {
  /** With the steps applied. */
  readonly profile: Profile;
  /** The second profile of a comparison that was built in the page. */
  readonly after?: Profile;
  readonly tree: CallTree;
  readonly layout: FlameLayout;
  /** Where the callers of a sandwich begin: see `Sandwich`. */
  readonly sandwich?: { readonly callersRoot: number };
  /** The functions of the profile, where a table of them was worked out beside the page. */
  readonly functions?: readonly FunctionTotal[];
}

/** And what is said of it, where it compares. */
export interface GraphTree extends BuiltTree {
  readonly comparison?: Comparison;
}
