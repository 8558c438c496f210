import { localeOf } from '../../../lib/i18n/index.ts';
import { levelsOf, paintSvg, type Scene } from '../../../lib/flame/graph.ts';
import type { WeightUnit } from '../../../lib/flame/index.ts';
import { trustedMarkup } from '../../trusted/trusted-markup.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import { FlameGraphViews } from './flame-graph-view.ts';
import { planView } from './plan-view.ts';
import { loadProfile } from './profile-source.ts';

/** Room on paper, in CSS pixels. */
export interface PaperRoom {
  readonly widthPx: number;
  /** As much of a page's height as the picture may take. */
  readonly mostHeightPx: number;
  /** Narrower frames are gathered into grey blocks. */
  readonly thinnestPx: number;
}

const rowHeights = { least: 6, most: 15 };
/** In lower rows no name can be read. */
const lowestLabelled = 12;
/** A character of a label on paper, where letters are smaller than on the screen. */
const advancePx = 5.9;

/** The views of a `<flame-graph>`, live or not; `undefined` where its profile cannot be had. */
export async function viewsOnPaper(graph: Element): Promise<FlameGraphViews | undefined> {
  const unit = (graph.getAttribute('unit') ?? undefined) as WeightUnit | undefined;
  const after = graph.getAttribute('after-src');
  try {
    // The graph itself has read them, or will: nothing is fetched twice.
    const [first, second] = await Promise.all([
      loadProfile(graph.getAttribute('src') ?? '', unit),
      after === null ? undefined : loadProfile(after, unit),
    ]);
    return new FlameGraphViews(first.profile, {
      after: second?.profile,
      merged: first.tree,
      kinds: graph.getAttribute('kinds') ?? undefined,
    });
  } catch {
    return undefined; // the graph says so in its own place
  }
}

/** Paints a view of a `<flame-graph>` as high and as wide as there is room, and says what it painted. */
export function paintOnPaper(
  into: Element,
  view: FlameGraphView,
  graph: Element,
  room: PaperRoom,
): Scene {
  const fitting = Math.floor(room.mostHeightPx / levelsOf(view.layout));
  const rowHeightPx = Math.min(Math.max(fitting, rowHeights.least), rowHeights.most);
  into.classList.toggle('is-dense', rowHeightPx < lowestLabelled);
  const scene = planView(view, {
    locale: localeOf(graph),
    label: graph.getAttribute('label') ?? '',
    widthPx: room.widthPx,
    thinnestPx: room.thinnestPx,
    rowHeightPx,
    measure: (text) => text.length * advancePx,
  });
  into.innerHTML = trustedMarkup(paintSvg(scene));
  return scene;
}
