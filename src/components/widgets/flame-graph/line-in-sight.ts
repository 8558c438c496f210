import { scrollWithin } from './scroll-within.ts';

/** Brings a line of a table into sight, below the headings that stay at the picture's top; the page is never scrolled. */
export function bringLineIntoSight(picture: Element, line: Element | null | undefined): void {
  scrollWithin(picture, line);
  const heading = picture.querySelector('thead th');
  if (line == null || heading === null) return;
  const covered = heading.getBoundingClientRect().bottom - line.getBoundingClientRect().top;
  if (covered > 0) picture.scrollTop -= covered;
}
