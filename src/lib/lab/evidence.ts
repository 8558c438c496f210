import { allNodes, expressionOf, formatFullPath, pathOf, searchFrames } from '../flame/index.ts';
import type { CallTree, ViewSketch } from '../flame/index.ts';
import type { Evidence } from './said.ts';

/** Places that one link names; more of them make no picture and no address. */
const mostPlaces = 12;
/** Above this, looking for the shortest expression takes longer than the reader would wait. */
const smallTree = 2000;
/** A `ViewState` holds no more than 20,000 characters of an expression. */
const longestPath = 15_000;
/** A pattern is tried on so much of a name only. */
const longestName = 1900;
const longestPattern = 6000;

/** Makes the views that show what a statement rests on, in the tree of one profile. */
export class EvidenceFinder {
  readonly #tree: CallTree;

  constructor(tree: CallTree) {
    this.#tree = tree;
  }

  /** The whole graph, where it is all that a statement rests on. */
  all(view: ViewSketch = {}): Evidence {
    return { view, rows: [] };
  }

  /** Rows each once, the heaviest first. */
  order(rows: readonly number[]): number[] {
    const { total } = this.#tree;
    return [...new Set(rows)].sort((a, b) => (total[b] ?? 0) - (total[a] ?? 0) || a - b);
  }

  /** Frames set off from the rest, the heaviest of them selected. */
  rows(rows: readonly number[], view: ViewSketch = {}): Evidence {
    const byWeight = this.order(rows);
    const [heaviest] = byWeight;
    if (heaviest === undefined) return this.all(view);
    const shown = byWeight.slice(0, mostPlaces);
    const highlight = shown.map((row) => this.#expressionOf(row));
    const [selection = ''] = highlight;
    return {
      view: { ...view, selection, highlight },
      rows: byWeight,
      ...(shown.length < byWeight.length
        ? { shownOf: { shown: shown.length, of: byWeight.length } }
        : {}),
    };
  }

  /**
   * Every frame of these names, as a search, so that the graph counts what the statement counts;
   * where it would count something else (`weight`), the rows are only set off.
   */
  named(names: readonly string[], weight: number, rows: readonly number[]): Evidence {
    if (rows.length === 1) return this.rows(rows);
    const search = exactSearch(names);
    if (search === undefined) return this.rows(rows);
    const found = searchFrames(this.#tree, search);
    const isSame = Math.abs(found.matchedWeight - weight) <= 1e-9 * Math.abs(weight);
    return isSame ? { view: { search }, rows: this.order(rows) } : this.rows(rows);
  }

  /** A function's self weight: leaf-first it is the width of one box at the root. */
  self(name: string, rows: readonly number[]): Evidence {
    return this.leaves([name], rows);
  }

  /** The same for several functions; the first is selected. */
  leaves(names: readonly string[], rows: readonly number[]): Evidence {
    const highlight = names.map((name) => formatFullPath([name]));
    const [selection = ''] = highlight;
    return { view: { view: 'leaf-first', selection, highlight }, rows: this.order(rows) };
  }

  #expressionOf(row: number): string {
    if (row === allNodes || this.#tree.size <= smallTree) return expressionOf(this.#tree, row);
    const path = formatFullPath(pathOf(this.#tree, row));
    return path.length <= longestPath ? path : expressionOf(this.#tree, row);
  }
}

/** A search for whole names; `undefined` where they are too long for one. */
export function exactSearch(names: readonly string[]): string | undefined {
  if (names.length === 0 || names.some((name) => name.length > longestName)) return undefined;
  const patterns = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const pattern = patterns.length === 1 ? (patterns[0] ?? '') : `(?:${patterns.join('|')})`;
  return pattern.length > longestPattern ? undefined : `/^${pattern}$/`;
}
