import type { Locale } from '../../../lib/i18n/index.ts';
import { planScene } from '../../../lib/flame/graph.ts';
import type { Scene } from '../../../lib/flame/index.ts';
import type { FlameGraphView } from './flame-graph-view.ts';

export interface PictureOptions {
  readonly locale: Locale;
  /** Spoken name of the picture. */
  readonly label: string;
  readonly widthPx: number;
  readonly rowHeightPx: number;
  readonly thinnestPx: number;
  readonly measure?: (text: string) => number;
  readonly keep?: readonly number[];
}

/** The scene of a view: the same boxes on the server and in the page. */
export function planView(view: FlameGraphView, options: PictureOptions): Scene {
  const { tree, layout, window, root, selected, colors, isMatched, isDimmed, rootOnTop } = view;
  return planScene(tree, {
    ...options,
    layout,
    window,
    root,
    colors,
    isMatched,
    isDimmed,
    rootOnTop,
    titleOf: (row) => view.titleOf(row, options.locale),
    signOf: (row) => view.signOf(row),
    ...(selected === undefined ? {} : { selected }),
  });
}
