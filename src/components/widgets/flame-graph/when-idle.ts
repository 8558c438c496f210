/** An idle period can last 50 ms, and whatever the reader does then would wait for its end. */
const sliceMs = 10;
/** Three frames: what was just drawn is on the screen by then. */
const paintMs = 50;

/** Says when the page should have its turn again. */
export type IsLate = () => boolean;

function afterSlice(): IsLate {
  const since = performance.now();
  return () => performance.now() - since > sliceMs;
}

/**
 * Does something when the page has nothing to do, after what it is about to paint.
 *
 * @returns what takes it back
 */
export function whenIdle(work: (isLate: IsLate) => void, timeout = 500): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(
      (deadline) => {
        const isOver = afterSlice();
        work(() => isOver() || deadline.timeRemaining() < 2);
      },
      { timeout },
    );
    return () => cancelIdleCallback(id);
  }
  // Safari has no idle callback: there short slices take turns with the page.
  const timer = setTimeout(() => {
    work(afterSlice());
  }, 30);
  return () => clearTimeout(timer);
}

/** `whenIdle`, and not before the picture that was just drawn is on the screen. */
export function afterPaint(work: (isLate: IsLate) => void): () => void {
  let cancel = () => {};
  const timer = setTimeout(() => (cancel = whenIdle(work)), paintMs);
  return () => {
    clearTimeout(timer);
    cancel();
  };
}

/** Does something when the picture that was just drawn is on the screen: the next frame is begun then. */
export function afterFrame(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let request = requestAnimationFrame(() => {
    request = requestAnimationFrame(() => {
      timer = setTimeout(work);
    });
  });
  return () => {
    cancelAnimationFrame(request);
    clearTimeout(timer);
  };
}

/** Gives the page its turn between two long pieces of work. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
