import { allNodes } from '../../../lib/flame/graph.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import type { ViewChange } from './view-changes.ts';

/** The match that weighs most, which a picture is scrolled to; `undefined` where nothing is found. */
export function heaviestMatch({ search, tree }: FlameGraphView): number | undefined {
  if (search === undefined) return undefined;
  let [row] = search.matches;
  for (const match of search.matches) {
    if (row !== undefined && tree.total[match]! > tree.total[row]!) row = match; // both are rows
  }
  return row;
}

/** A step from match to match. */
export interface MatchStep {
  /** Which match it leads to, from 0. */
  readonly at: number;
  readonly row: number;
  /** What has to change for the match to be seen. */
  readonly unzoom: ViewChange;
}

/**
 * The match after or before the `at`th, and around the ends; `undefined` where there is none.
 *
 * @param at below 0: none was stepped to yet
 */
export function stepToMatch(view: FlameGraphView, at: number, step: 1 | -1): MatchStep | undefined {
  const found = view.search?.matches;
  const matches = found && (view.said?.listed?.(found) ?? found);
  if (matches === undefined || matches.length === 0) return undefined;
  const first = step === 1 ? 0 : matches.length - 1;
  const next = at < 0 ? first : (at + step + matches.length) % matches.length;
  const row = matches[next] ?? allNodes;
  return { at: next, row, unzoom: unzoomIfHidden(view, row) };
}

/** A match outside the window cannot be shown in it. */
export function unzoomIfHidden({ window, layout }: FlameGraphView, row: number): ViewChange {
  const [left, right] = window;
  const start = layout.start[row] ?? 0;
  const end = start + (layout.width[row] ?? 0);
  return end <= left || start >= right ? { root: '', window: null } : {};
}
