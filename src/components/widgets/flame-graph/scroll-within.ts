/** Brings an element into the sight of the frame that scrolls it; the page is never scrolled. */
export function scrollWithin(frame: Element, element: Element | null | undefined): void {
  const box = element?.getBoundingClientRect();
  if (box === undefined) return;
  const { top, bottom } = frame.getBoundingClientRect();
  if (box.top < top) frame.scrollTop -= top - box.top;
  else if (box.bottom > bottom) frame.scrollTop += box.bottom - bottom;
}
