import { allNodes, heaviestChild, nextSibling, previousSibling } from '../../../lib/flame/graph.ts';
import type { FlameGraphView } from './flame-graph-view.ts';

/** What a key means in the graph. */
export type KeyCommand =
  | { readonly kind: 'move'; readonly row: number }
  | { readonly kind: 'type'; readonly letter: string }
  | { readonly kind: 'zoom' | 'select' | 'zoom-out' | 'search' | 'help' | 'zoom-in' | 'zoom-away' }
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
  if (key.ctrlKey || key.metaKey || key.altKey) return undefined;
  if (key.key === 'Enter') return { kind: picking && !key.shiftKey ? 'select' : 'zoom' };
  const [inwards, outwards] = view.rootOnTop ? ['ArrowDown', 'ArrowUp'] : ['ArrowUp', 'ArrowDown'];
  if (view.sandwich !== undefined && (key.key === inwards || key.key === outwards)) {
    return moveTo(view, rowInSandwich(view, view.sandwich, row, key.key === inwards));
  }
  switch (key.key) {
    case inwards:
      return moveTo(view, heaviestChildInSight(view, row));
    case outwards:
      return moveTo(view, row === allNodes ? undefined : (view.layout.parent[row] ?? allNodes));
    case 'ArrowRight':
      return moveTo(view, nextSibling(view.layout, row));
    case 'ArrowLeft':
      return moveTo(view, previousSibling(view.layout, row));
    case 'Home':
      return moveTo(view, allNodes);
    case 'End':
      return moveTo(view, lastRowInSight(view));
    case ' ':
      return { kind: 'select' };
    case 'Escape':
      return { kind: 'zoom-out' };
    case '/':
      return { kind: 'search' };
    case '?':
      return { kind: 'help' };
    case '+':
      return { kind: 'zoom-in' };
    case '-':
      return { kind: 'zoom-away' };
    default:
      return [...key.key].length === 1 ? { kind: 'type', letter: key.key } : undefined;
  }
}

/** Whether any of the row is inside the window. */
export function isInSight({ layout, window: [left, right] }: FlameGraphView, row: number): boolean {
  if (row === allNodes) return true;
  const start = layout.start[row] ?? 0;
  return start < right && start + (layout.width[row] ?? 0) > left;
}

/** Above the function stand its callers, so there "in" leads back to it and "out" away from it. */
function rowInSandwich(
  view: FlameGraphView,
  { callersRoot }: NonNullable<FlameGraphView['sandwich']>,
  row: number,
  isDown: boolean,
): number | undefined {
  const { layout } = view;
  const isMiddle = row <= 0;
  const isCaller = row > callersRoot;
  if (isMiddle && !isDown) return heaviestChild(layout, layout.width, callersRoot);
  if (isCaller === isDown) return layout.parent[row];
  return heaviestChildInSight(view, Math.max(row, 0));
}

function moveTo(view: FlameGraphView, target: number | undefined): KeyCommand {
  // In a sandwich the function is there twice; it is shown, and reached, once.
  const row = target !== undefined && target === view.sandwich?.callersRoot ? 0 : target;
  return row === undefined || !isInSight(view, row) ? { kind: 'stay' } : { kind: 'move', row };
}

function heaviestChildInSight(view: FlameGraphView, row: number): number | undefined {
  const { layout, root } = view;
  // Below a caller of the zoomed frame only the way back to that frame is in sight.
  const heaviest = heaviestChild(layout, layout.width, row);
  if (heaviest === undefined || isInSight(view, heaviest)) return heaviest;
  let child = root;
  while (child !== allNodes && (view.tree.parent[child] ?? allNodes) !== row) {
    child = view.tree.parent[child] ?? allNodes;
  }
  return child === allNodes ? undefined : child;
}

function lastRowInSight(view: FlameGraphView): number | undefined {
  for (let row = view.layout.size - 1; row >= 0; row--) if (isInSight(view, row)) return row;
  return undefined;
}
