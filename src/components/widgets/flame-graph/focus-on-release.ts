/**
 * A frame that the mouse presses has the focus when the button is let go, in the same moment as the click. The
 * browser moves the focus at the press, which takes a frame of the screen of its own: the picture of the click
 * would have to wait for the next one.
 */
export function focusOnRelease(element: HTMLElement, signal: AbortSignal): void {
  let pressed: HTMLElement | null = null;
  element.addEventListener(
    'pointerdown',
    ({ pointerType, button, target }) => {
      const isMouse = pointerType === 'mouse' && button === 0;
      pressed =
        isMouse && target instanceof Element ? target.closest<HTMLElement>('.flame-item') : null;
    },
    { signal },
  );
  const keepFocus = (event: MouseEvent) => pressed !== null && event.preventDefault();
  element.addEventListener('mousedown', keepFocus, { signal });
  // A drag may end anywhere; a frame that was drawn away meanwhile takes no focus.
  const focus = () => {
    pressed?.focus({ preventScroll: true });
    pressed = null;
  };
  addEventListener('pointerup', focus, { signal, capture: true });
  element.addEventListener('pointercancel', () => (pressed = null), { signal });
}
