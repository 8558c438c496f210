import { displayName } from '../../../lib/flame/graph.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import { isInSight } from './tree-keys.ts';

const typingPauseMs = 700;

/** What a reader types to go to a name: letters that follow one another without a pause are one word. */
export class TypedName {
  #text = '';
  #at = -Infinity;

  /** @param at when the key was pressed, in ms */
  add(letter: string, at: number): string {
    const isGoingOn = at - this.#at < typingPauseMs;
    this.#text = isGoingOn ? this.#text + letter : letter;
    this.#at = at;
    return this.#text;
  }

  /** The row that the word leads to with this letter. */
  find(view: FlameGraphView, from: number, letter: string, at: number): number | undefined {
    return findTyped(view, from, this.add(letter, at));
  }
}

/**
 * The next row in sight, in the order of the tree and around its end, one of whose wordings begins
 * with what was typed. A word of one letter moves on from the current row, a longer one may stay.
 */
export function findTyped(view: FlameGraphView, from: number, typed: string): number | undefined {
  const wanted = typed.toLowerCase();
  const { size } = view.layout;
  const known = new Map<number, boolean>();
  for (let step = typed.length > 1 ? 0 : 1; step <= size; step++) {
    const row = (((from + step) % size) + size) % size;
    if (!isInSight(view, row)) continue;
    const frame = view.tree.frame[row] ?? 0;
    let fits = known.get(frame);
    if (fits === undefined) {
      fits = beginsWith(view.tree.nameOf(row), wanted);
      known.set(frame, fits);
    }
    if (fits) return row;
  }
  return undefined;
}

/** Whether a wording of the name begins with what was typed, in lower case. */
export function beginsWith(name: string, wanted: string): boolean {
  const wordings = [name, displayName(name), displayName(name, { level: 'shortest' })];
  return wordings.some((wording) => wording.toLowerCase().startsWith(wanted));
}
