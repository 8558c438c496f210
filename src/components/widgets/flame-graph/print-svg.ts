import { paintSvg } from '../../../lib/flame/graph.ts';
import { build } from './build-element.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import { planView } from './plan-view.ts';
import type { StageOptions } from './stage.ts';
import { trustedMarkup } from '../../trusted/trusted-markup.ts';

const paperWidthPx = 700;
const mostBoxes = 3000;

/** On paper the graph is an SVG: sharp at any size, and all of it, not only what is scrolled to. */
export function printAsSvg(
  picture: HTMLElement,
  viewOf: () => FlameGraphView | undefined,
  options: StageOptions,
  signal: AbortSignal,
): void {
  const sheet = build('div', { class: 'flame-print', 'aria-hidden': 'true' });
  addEventListener(
    'beforeprint',
    () => {
      const view = viewOf();
      if (view === undefined) return;
      const plan = (thinnestPx: number) =>
        planView(view, {
          ...options,
          label: options.label(view),
          widthPx: paperWidthPx,
          thinnestPx,
        });
      let thinnestPx = 0.5;
      let scene = plan(thinnestPx);
      while (scene.boxes.length > mostBoxes) scene = plan((thinnestPx *= 2));
      sheet.innerHTML = trustedMarkup(paintSvg(scene));
      picture.after(sheet);
    },
    { signal },
  );
  addEventListener('afterprint', () => sheet.remove(), { signal });
}
