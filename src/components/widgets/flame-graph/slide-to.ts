import { slideWindow } from '../../../lib/flame/graph.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import { windowChange } from './view-changes.ts';
import type { ViewChange } from './view-changes.ts';

/** @param middle of the window, as a share of the whole */
export function slideTo(view: FlameGraphView, middle: number): ViewChange {
  const [left, right] = view.window;
  const { extent } = view.layout;
  const half = (right - left) / 2;
  const at = middle * extent;
  return windowChange(view, slideWindow([at - half, at + half], extent));
}
