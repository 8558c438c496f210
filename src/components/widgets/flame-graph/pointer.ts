import { listenToDrag } from './drag.ts';
import type { DragActions, Press } from './drag.ts';
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
/** The click of a press comes with its release: a later one is a screen reader's, which presses nothing. */
const clickMs = 500;

/** Click zooms, double click zooms in any mode, resting a finger shows a frame without zooming. */
export function listenToPointer(
  element: HTMLElement,
  actions: PointerActions,
  signal: AbortSignal,
): void {
  const press = listenToDrag(element, actions, signal);
  listenToLongPress(element, actions, press, signal);
  element.addEventListener(
    'click',
    (event) => {
      const hit = actions.hitOf(event);
      const wasMore = isOf(press, event) && (press.dragged || press.long);
      if (hit !== undefined && !wasMore) actions.choose(hit, false);
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

function isOf({ released }: Press, { timeStamp }: Event): boolean {
  return timeStamp - released < clickMs;
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
  press: Press,
  signal: AbortSignal,
): void {
  let timer = 0;
  let start = { x: 0, y: 0 };
  element.addEventListener(
    'pointerdown',
    (event) => {
      press.long = false;
      clearTimeout(timer);
      // A second finger begins a pinch, which no rest makes a press.
      if (event.pointerType === 'mouse' || !event.isPrimary) return;
      const hit = actions.hitOf(event);
      if (hit === undefined) return;
      start = event;
      timer = window.setTimeout(() => {
        if (press.released < Infinity) return;
        press.long = true;
        actions.choose(hit, true);
      }, longPressMs);
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    ({ x, y }) => {
      if (Math.hypot(x - start.x, y - start.y) > stillPx) clearTimeout(timer);
    },
    { signal },
  );
  // The menu of a long press would cover what it shows.
  element.addEventListener(
    'contextmenu',
    (event) => {
      if (isOf(press, event) && press.long) event.preventDefault();
    },
    { signal },
  );
}
