/**
 * Lays out, one in each idle moment, what the first picture did not wait for (`data-from-top`, see quiz.css). Then the page
 * has its full height, and a place on it is the same place after a reload.
 */
export function layOutRest(root: HTMLElement = document.documentElement): void {
  const waiting = [...root.querySelectorAll('.lesson-text :is(.quiz, .flame-picture)')];
  const whenIdle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 30));
  const next = () => {
    waiting.shift()?.setAttribute('data-laid-out', '');
    if (waiting.length > 0) whenIdle(next);
    else root.removeAttribute('data-from-top');
  };
  if (root.hasAttribute('data-from-top')) whenIdle(next);
}
