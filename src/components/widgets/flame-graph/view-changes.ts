import { allNodes, slideWindow, zoomWindow } from '../../../lib/flame/graph.ts';
import type { ViewState } from '../../../lib/flame/index.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import { isEverything } from './is-everything.ts';

/** What the reader does, as a change of the view: data in, data out. */
export type ViewChange = Partial<ViewState>;

/** Each zoom by hand stops here: a billionth of the whole is below any weight. */
const narrowestShare = 1e-9;

/** The caller that shows more than the zoomed frame: callers as wide as it would look the same. */
export function widerCaller(view: FlameGraphView): number {
  const { root, layout } = view;
  const width = layout.width[root]!; // a row
  let above = root;
  do above = layout.parent[above] ?? allNodes;
  while (layout.width[above]! <= width); // everything has none there
  return isEverything(view, above) ? allNodes : above;
}

/** Where a row's middle is on screen, in weight units; the middle of the window for everything. */
export function middleOf({ layout, window }: FlameGraphView, row: number): number {
  const [left, right] = window;
  if (row === allNodes) return (left + right) / 2;
  const middle = layout.start[row]! + layout.width[row]! / 2; // a row
  return Math.min(Math.max(middle, left), right);
}

export function zoomAround(view: FlameGraphView, weight: number, factor: number): ViewChange {
  const [left, right] = view.window;
  const { extent } = view.layout;
  return windowChange(
    view,
    zoomWindow({ left, right }, extent, weight, factor, extent * narrowestShare),
  );
}

/** @param shift to the right, as a share of the window's width */
export function panBy(view: FlameGraphView, shift: number): ViewChange {
  const [left, right] = view.window;
  const by = shift * (right - left);
  return windowChange(view, slideWindow([left + by, right + by], view.layout.extent));
}

/** Edges in weight units. */
export function windowChange(
  { layout }: FlameGraphView,
  [left, right]: readonly [number, number],
): ViewChange {
  const { extent } = layout;
  const isWhole = left <= 0 && right >= extent;
  return isWhole ? { window: null, root: '' } : { window: [left / extent, right / extent] };
}

export function toggleMuted({ muted }: ViewState, entry: string): ViewChange {
  return {
    muted: muted.includes(entry) ? muted.filter((known) => known !== entry) : [...muted, entry],
  };
}
