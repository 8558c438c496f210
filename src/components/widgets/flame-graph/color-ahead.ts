import type { FlameGraphView } from './flame-graph-view.ts';

/** Rows asked between two looks at the clock. */
const rowsAtOnce = 64;

/**
 * Works out the colours of all frames while the page is idle: what kind of code a name is takes some
 * microseconds, and a zoom can bring a thousand names that were not drawn before.
 */
export function colorAhead({ tree, colors }: FlameGraphView, signal: AbortSignal): void {
  // Safari has no idle callback; there each picture works out its own.
  if (typeof requestIdleCallback !== 'function') return;
  let row = 0;
  const workOn = (deadline: IdleDeadline) => {
    while (row < tree.size && deadline.timeRemaining() > 2) {
      const end = Math.min(row + rowsAtOnce, tree.size);
      for (; row < end; row++) colors.classOf(row);
    }
    if (row < tree.size && !signal.aborted) requestIdleCallback(workOn);
  };
  requestIdleCallback(workOn);
}
