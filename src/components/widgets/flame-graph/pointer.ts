import { listenToDrag } from './drag.ts';
import type { DragActions } from './drag.ts';
import type { Hit } from './stage.ts';

/** What the pointer asks of the graph. */
export interface PointerActions extends DragActions {
  hitOf(event: Event): Hit | undefined;
  /** @param withoutZoom a long press: the reader wants to know, not to go there */
  choose(hit: Hit, withoutZoom: boolean): void;
  zoom(hit: Hit): void;
  hover(hit: Hit | undefined): void;
}

const longPressMs = 500;
const stillPx = 10;

/** Click zooms, double click zooms in any mode, resting a finger shows a frame without zooming. */
export function listenToPointer(
  element: HTMLElement,
  actions: PointerActions,
  signal: AbortSignal,
): void {
  const press = listenToLongPress(element, actions, signal);
  const drag = listenToDrag(element, actions, signal);
  element.addEventListener(
    'click',
    (event) => {
      const hit = actions.hitOf(event);
      if (hit !== undefined && !press.wasLong() && !drag.wasDragged()) actions.choose(hit, false);
    },
    { signal },
  );
  element.addEventListener(
    'dblclick',
    (event) => {
      const hit = actions.hitOf(event);
      if (hit !== undefined) actions.zoom(hit);
    },
    { signal },
  );
  listenToHover(element, actions, signal);
}

function listenToHover(element: HTMLElement, actions: PointerActions, signal: AbortSignal): void {
  let last = '';
  const hover = (event: PointerEvent) => {
    // Boxes that move under a pointer at rest are not pointed at.
    const place = `${event.screenX} ${event.screenY}`;
    if (event.pointerType !== 'mouse' || event.buttons !== 0 || place === last) return;
    last = place;
    actions.hover(actions.hitOf(event));
  };
  element.addEventListener('pointermove', hover, { signal });
  element.addEventListener('pointerleave', () => actions.hover(undefined), { signal });
}

function listenToLongPress(
  element: HTMLElement,
  actions: PointerActions,
  signal: AbortSignal,
): { wasLong(): boolean } {
  let press: { timer: number; x: number; y: number } | undefined;
  let wasLong = false;
  const end = () => {
    clearTimeout(press?.timer);
    press = undefined;
  };
  element.addEventListener(
    'pointerdown',
    (event) => {
      wasLong = false;
      end();
      // A second finger begins a pinch, which no rest makes a press.
      if (event.pointerType === 'mouse' || !event.isPrimary) return;
      const hit = actions.hitOf(event);
      if (hit === undefined) return;
      const timer = window.setTimeout(() => {
        wasLong = true;
        actions.choose(hit, true);
      }, longPressMs);
      press = { timer, x: event.clientX, y: event.clientY };
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      if (press !== undefined && Math.hypot(clientX - press.x, clientY - press.y) > stillPx) end();
    },
    { signal },
  );
  for (const name of ['pointerup', 'pointercancel'])
    element.addEventListener(name, end, { signal });
  // The menu of a long press would cover what it shows.
  element.addEventListener('contextmenu', (event) => wasLong && event.preventDefault(), { signal });
  return { wasLong: () => wasLong };
}
