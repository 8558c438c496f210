/**
 * A table is no picture: over it the wheel zooms nothing that could be seen, with Ctrl it is the page's, and dragging with
 * the mouse marks text.
 */
export function keepFromGraph(table: HTMLElement): void {
  table.addEventListener('wheel', (event) => event.stopPropagation(), { passive: true });
  table.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'mouse' && event.buttons !== 0) event.stopPropagation();
  });
}
