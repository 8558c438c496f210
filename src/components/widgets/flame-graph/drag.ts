/** What dragging, pinching and the wheel ask of the graph. */
export interface DragActions {
  /** @param at where, as a share of the picture's width; `factor` below 1 zooms in */
  zoomBy(factor: number, at: number): void;
  /** @param shift to the right, as a share of the picture's width */
  panBy(shift: number): void;
  /** Whether there is anything beside the window: if not, a drag is the page's. */
  canPan(): boolean;
}

/** What the last press was, or is. */
export interface Press {
  dragged: boolean;
  /** A finger rested on a frame until that was shown. */
  long: boolean;
  /** When it was let go; never, while it lasts. */
  released: number;
}

const startPx = 5;
const wheelRate = 0.0022;

/**
 * Pans by dragging, zooms by pinching and by the wheel with Ctrl or ⌘; a wheel or trackpad that
 * moves sideways pans. The plain wheel is never taken: it scrolls the page.
 */
export function listenToDrag(
  element: HTMLElement,
  actions: DragActions,
  signal: AbortSignal,
): Press {
  listenToWheel(element, actions, signal);
  const pointers = new Map<number, Point>();
  let start: Point = { x: 0, y: 0 };
  const press: Press = { dragged: false, long: false, released: 0 };
  element.addEventListener(
    'pointerdown',
    (event) => {
      press.released = Infinity;
      if (event.button !== 0) return;
      pointers.set(event.pointerId, event);
      start = event;
      press.dragged = pointers.size > 1;
    },
    { signal },
  );
  const onMove = (now: PointerEvent) => {
    const { pointerId } = now;
    const before = pointers.get(pointerId);
    if (before === undefined) return;
    if (!press.dragged) {
      if (Math.abs(now.x - start.x) < startPx && Math.abs(now.y - start.y) < startPx) return;
      element.setPointerCapture(pointerId);
    }
    press.dragged = true;
    pointers.set(pointerId, now);
    const other = [...pointers].find(([id]) => id !== pointerId)?.[1];
    if (other !== undefined) pinch(element, actions, before, now, other);
    else drag(element, actions, before, now);
  };
  element.addEventListener('pointermove', onMove, { signal });
  for (const name of ['pointerup', 'pointercancel'] as const) {
    // Wherever that is: before a drag begins the pointer is not held to the element.
    const forget = ({ pointerId, timeStamp }: PointerEvent) => {
      press.released = timeStamp;
      pointers.delete(pointerId);
    };
    addEventListener(name, forget, { signal });
  }
  return press;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function drag(element: HTMLElement, actions: DragActions, before: Point, now: PointerEvent): void {
  if (actions.canPan()) actions.panBy((before.x - now.x) / element.clientWidth);
  // A finger scrolls by itself (touch-action); a mouse has to be helped.
  if (now.pointerType === 'mouse') element.scrollTop -= now.y - before.y;
}

function pinch(
  element: HTMLElement,
  actions: DragActions,
  before: Point,
  now: Point,
  other: Point,
): void {
  const apart = (point: Point) => Math.max(Math.abs(point.x - other.x), 8);
  // Around the finger that rests: what was under each of them still is.
  actions.zoomBy(apart(before) / apart(now), placeIn(element, other));
}

/** Where on what is drawn, as a share of its width: a border or a scrollbar beside it is none of that. */
function placeIn(element: HTMLElement, { x }: Pick<Point, 'x'>): number {
  const drawn = element.querySelector('svg, canvas') ?? element;
  const { left, width } = drawn.getBoundingClientRect();
  return (x - left) / width;
}

function listenToWheel(element: HTMLElement, actions: DragActions, signal: AbortSignal): void {
  element.addEventListener(
    'wheel',
    (event) => {
      const step = event.deltaMode === 0 ? 1 : 16; // pixels, or lines
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const factor = Math.exp(event.deltaY * step * wheelRate);
        actions.zoomBy(factor, placeIn(element, event));
        return;
      }
      const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
      if (Math.abs(sideways) <= (event.shiftKey ? 0 : Math.abs(event.deltaY))) return;
      if (!actions.canPan()) return;
      event.preventDefault();
      actions.panBy((sideways * step) / element.clientWidth);
    },
    { signal, passive: false },
  );
}
