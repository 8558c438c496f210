/** Makes every frame as high as what stands in it, also when that grows. */
export function fitFrames(frames: Iterable<HTMLIFrameElement>): void {
  for (const frame of frames) {
    const watch = (): void => {
      const quiz = frame.contentDocument?.querySelector('flame-quiz');
      if (quiz == null) return;
      const fit = (): void => {
        frame.style.blockSize = `${Math.ceil(quiz.getBoundingClientRect().height) + 24}px`;
      };
      new ResizeObserver(fit).observe(quiz);
    };
    frame.addEventListener('load', watch);
    watch();
  }
}
