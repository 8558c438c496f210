import { allNodes, heaviestChild, nextSibling, previousSibling } from '../../../lib/flame/graph.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import { isEverything } from './is-everything.ts';

type PlainCommand = 'zoom' | 'select' | 'zoom-out' | 'search' | 'help' | 'zoom-in' | 'zoom-away';

/** What a key means in the graph. */
export type KeyCommand =
  | { readonly kind: 'move'; readonly row: number }
  | { readonly kind: 'type'; readonly letter: string }
  | { readonly kind: PlainCommand }
  /** The key is the graph's, but there is nowhere to go: the page must not scroll instead. */
  | { readonly kind: 'stay' };

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * The command of a key pressed on `row`, or `undefined` where the key is the page's. Keys follow
 * the picture: towards the callees is down in an icicle and up in a flame graph.
 *
 * @param picking Enter chooses the frame as an answer, and only Shift+Enter zooms
 */
export function commandOfKey(
  key: Key,
  row: number,
  view: FlameGraphView,
  picking: boolean,
): KeyCommand | undefined {
  if (key.altKey) return undefined;
  // As in other profilers; pressed again, in the field, it is the browser's own search.
  if (key.ctrlKey || key.metaKey) return key.key === 'f' ? { kind: 'search' } : undefined;
  if (key.key === 'Enter') return { kind: picking && !key.shiftKey ? 'select' : 'zoom' };
  const [inwards, outwards] = view.rootOnTop ? ['ArrowDown', 'ArrowUp'] : ['ArrowUp', 'ArrowDown'];
  if (key.key === inwards || key.key === outwards) {
    return moveTo(view, rowAlongStack(view, row, key.key === inwards));
  }
  const rowOfKey = moves.get(key.key);
  if (rowOfKey !== undefined) return moveTo(view, rowOfKey(view, row));
  const kind = commands.get(key.key);
  if (kind !== undefined) return { kind };
  return [...key.key].length === 1 ? { kind: 'type', letter: key.key } : undefined;
}

/** Keys that move, apart from the two along a stack, whose meaning the picture's direction decides. */
const moves = new Map<string, (view: FlameGraphView, row: number) => number | undefined>([
  ['ArrowRight', ({ layout }, row) => nextSibling(layout, row)],
  ['ArrowLeft', ({ layout }, row) => previousSibling(layout, row)],
  ['Home', () => allNodes],
  ['End', lastRowInSight],
]);

const commands = new Map<string, PlainCommand>([
  [' ', 'select'],
  ['Escape', 'zoom-out'],
  ['/', 'search'],
  ['?', 'help'],
  ['+', 'zoom-in'],
  ['-', 'zoom-away'],
]);

/** Whether any of the row is inside the window. */
export function isInSight({ layout, window: [left, right] }: FlameGraphView, row: number): boolean {
  if (row === allNodes) return true;
  const start = layout.start[row]!; // a row
  return start < right && start + layout.width[row]! > left;
}

/** The function of a sandwich is everything that is there; it has two rows, of which the first is shown and reached. */
export function shownRow(view: FlameGraphView, row: number): number {
  return view.sandwich && isEverything(view, row) ? 0 : row;
}

/** One frame towards the callees, or back towards the root. */
function rowAlongStack(view: FlameGraphView, row: number, isInwards: boolean): number | undefined {
  const { layout, sandwich } = view;
  if (sandwich) {
    const { callersRoot } = sandwich;
    if (row === 0 && !isInwards) return widestChildSeen(view, callersRoot);
    // Above the function stand its callers, so there "in" leads back to it and "out" away from it.
    if (row > callersRoot) isInwards = !isInwards;
  }
  if (isInwards) return widestChildSeen(view, row);
  return layout.parent[row]; // everything has none
}

function moveTo(view: FlameGraphView, target: number | undefined): KeyCommand {
  if (target === undefined) return { kind: 'stay' };
  const row = shownRow(view, target);
  return isInSight(view, row) ? { kind: 'move', row } : { kind: 'stay' };
}

/** The child of which most is seen: the heaviest may be beside the window. */
function widestChildSeen(
  { layout, window: [left, right] }: FlameGraphView,
  row: number,
): number | undefined {
  const { start, width } = layout;
  const seen = (child: number) =>
    Math.min(start[child]! + width[child]!, right) - Math.max(start[child]!, left); // a row
  return heaviestChild(layout, seen, row);
}

function lastRowInSight(view: FlameGraphView): number | undefined {
  for (let row = view.layout.size - 1; row >= 0; row--) if (isInSight(view, row)) return row;
  return undefined;
}
