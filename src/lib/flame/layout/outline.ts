import type { DepthColumn } from '../tree/columns.ts';
import { widened } from '../model/growing-column.ts';
import type { FlameLayout } from './flame-layout.ts';
import { outermostLevel } from './outermost-level.ts';
import { subtreeHeights } from './subtree-heights.ts';
import type { HeightColumn } from './subtree-heights.ts';

// As many siblings are looked at one by one; more have their outermost level looked up.
const fewSiblings = 16;

const knownHeights = new WeakMap<DepthColumn, HeightColumn>();

/**
 * The outline of the frames that are too thin to draw, as columns: how high they rise with all that they call, so that no
 * spire of a flame graph is missing. `height` levels from `depth` on, in pixel `x`, as far as they are in sight; those of a
 * pixel that touch or overlap are one.
 */
export class Outline {
  count = 0;
  x = new Int32Array(1024);
  depth = new Int32Array(1024);
  height = new Int32Array(1024);
  readonly #layout: FlameLayout;
  readonly #heights: HeightColumn;
  // By pixel, the last one. -1 for none yet.
  readonly #last = new Int32Array(8192); // right of that they stay as they come
  #shallowest = 0;
  #deepest = 0;

  /** @param layout any of the layouts that share these rows and levels */
  constructor(layout: FlameLayout) {
    this.#layout = layout;
    let heights = knownHeights.get(layout.depth);
    if (heights === undefined) knownHeights.set(layout.depth, (heights = subtreeHeights(layout)));
    this.#heights = heights;
  }

  /** Empties it for a picture of these levels. */
  clear(shallowest: number, deepest: number): void {
    this.count = 0;
    this.#last.fill(-1);
    this.#shallowest = shallowest;
    this.#deepest = deepest;
  }

  /**
   * Adds the `held` rows from `row` on, which begin `xPx` from the left edge.
   *
   * @param height how many levels they take, where that is not what their subtrees take
   */
  add(xPx: number, row: number, held: number, height = this.#heightOf(row, row + held)): void {
    const x = Math.floor(xPx);
    const depth = this.#layout.depth[row]!; // a row
    // Callers in a sandwich rise the other way.
    const from = Math.max(depth < 0 ? depth - height + 1 : depth, this.#shallowest);
    const end = Math.min(depth < 0 ? depth + 1 : depth + height, this.#deepest + 1);
    if (from >= end) return;
    const last = this.#last[x]!;
    const top = this.depth[last]!; // `undefined`, which nothing is above or below, where there is none
    const bottom = top + this.height[last]!;
    if (from <= bottom && end >= top) {
      this.depth[last] = Math.min(from, top);
      this.height[last] = Math.max(end, bottom) - Math.min(from, top);
      return;
    }
    if (this.count === this.x.length) {
      this.x = widened(this.x);
      this.depth = widened(this.depth);
      this.height = widened(this.height);
    }
    const i = this.count++;
    this.x[i] = x;
    this.depth[i] = from;
    this.height[i] = end - from;
    this.#last[x] = i;
  }

  /** Levels that the siblings from `row` on, up to the row `end`, take with all that they call. */
  #heightOf(row: number, end: number): number {
    const { depth, end: ends } = this.#layout;
    let height = 0;
    let sibling = row;
    for (let i = 0; sibling < end; i++) {
      if (i === fewSiblings) return outermostLevel(depth, row, end) - Math.abs(depth[row]!) + 1;
      if (this.#heights[sibling]! > height) height = this.#heights[sibling]!; // a row
      sibling = ends[sibling]!;
    }
    return height;
  }
}
