import { defaultView } from '../../lib/flame/graph.ts';
import { readView } from '../widgets/flame-graph/flame-graph-view.ts';
import { paintOnPaper, viewsOnPaper } from '../widgets/flame-graph/paper-picture.ts';

/** Width of a question on A4, most of the height of a page, and the narrowest box whose colour is seen between its edges. */
const room = { widthPx: 600, mostHeightPx: 700, thinnestPx: 1 };

/**
 * Paints the graphs of a question anew for paper. The picture of the server is light, for a page that a live graph
 * soon takes over: what is narrow is gathered in it. Where the profile cannot be had, that picture stays.
 */
export async function paintGraphsForPaper(question: Element): Promise<void> {
  for (const graph of question.querySelectorAll('flame-graph')) {
    const picture = graph.querySelector('.flame-picture');
    const views = picture === null ? undefined : await viewsOnPaper(graph);
    if (picture === null || views === undefined) continue;
    const attribute = (name: string) => graph.getAttribute(name) ?? '';
    const base = { ...defaultView, sample: attribute('sample'), after: attribute('after') };
    const state = readView(JSON.parse(attribute('view') || '{}'), base);
    await views.prepare(state);
    paintOnPaper(picture, views.view(state), graph, room);
  }
}
