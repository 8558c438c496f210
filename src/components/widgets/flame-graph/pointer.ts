/** What the pointer asks of the graph. */
export interface PointerActions {
  rowOf(event: Event): number | undefined;
  /** @param withoutZoom a long press: the reader wants to know, not to go there */
  choose(row: number, withoutZoom: boolean): void;
  zoom(row: number): void;
  hover(row: number | undefined): void;
}

const longPressMs = 500;
const stillPx = 10;

/** Click zooms, double click zooms in any mode, resting a finger shows a frame without zooming. */
export function listenToPointer(
  element: HTMLElement,
  actions: PointerActions,
  signal: AbortSignal,
): void {
  let press: { timer: number; x: number; y: number } | undefined;
  let wasLong = false;
  const endPress = () => {
    clearTimeout(press?.timer);
    press = undefined;
  };
  element.addEventListener(
    'pointerdown',
    (event) => {
      wasLong = false;
      const row = actions.rowOf(event);
      if (event.pointerType === 'mouse' || row === undefined) return;
      const timer = window.setTimeout(() => {
        wasLong = true;
        actions.choose(row, true);
      }, longPressMs);
      press = { timer, x: event.clientX, y: event.clientY };
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (press === undefined) return;
      if (Math.hypot(event.clientX - press.x, event.clientY - press.y) > stillPx) endPress();
    },
    { signal },
  );
  for (const end of ['pointerup', 'pointercancel']) {
    element.addEventListener(end, endPress, { signal });
  }
  // The menu of a long press would cover what it shows.
  element.addEventListener('contextmenu', (event) => wasLong && event.preventDefault(), { signal });
  element.addEventListener(
    'click',
    (event) => {
      const row = actions.rowOf(event);
      if (row !== undefined && !wasLong) actions.choose(row, false);
    },
    { signal },
  );
  element.addEventListener(
    'dblclick',
    (event) => {
      const row = actions.rowOf(event);
      if (row !== undefined) actions.zoom(row);
    },
    { signal },
  );
  let last = '';
  const hover = (event: PointerEvent) => {
    // Boxes that move under a pointer at rest are not pointed at.
    const place = `${event.screenX} ${event.screenY}`;
    if (event.pointerType !== 'mouse' || place === last) return;
    last = place;
    actions.hover(actions.rowOf(event));
  };
  element.addEventListener('pointerover', hover, { signal });
  element.addEventListener('pointerleave', () => actions.hover(undefined), { signal });
}
