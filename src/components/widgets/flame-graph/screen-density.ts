/**
 * Says when a CSS pixel takes another number of the screen's: the window was moved to another screen, or
 * the reader zooms the page. A query is about one density, so each change asks about the new one.
 */
export function listenToDensity(onChange: () => void, signal: AbortSignal): void {
  const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  const changed = () => {
    onChange();
    listenToDensity(onChange, signal);
  };
  query.addEventListener('change', changed, { once: true, signal });
}
