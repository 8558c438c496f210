import { localeOf } from '../../lib/i18n/index.ts';
import { defaultView, levelsOf, paintSvg } from '../../lib/flame/graph.ts';
import type { ViewState, WeightUnit } from '../../lib/flame/index.ts';
import { trustedMarkup } from '../trusted/trusted-markup.ts';
import { build } from '../widgets/flame-graph/build-element.ts';
import { FlameGraphViews, readView } from '../widgets/flame-graph/flame-graph-view.ts';
import { planView } from '../widgets/flame-graph/plan-view.ts';
import { loadProfile } from '../widgets/flame-graph/profile-source.ts';

/** Width of the text on A4, and the most of its height that a still may take. */
const paper = { widthPx: 640, mostHeightPx: 360 };
const rowHeights = { least: 6, most: 15 };
/** In lower rows no name can be read. */
const lowestLabelled = 12;

/**
 * What paper cannot do is put on it when the reader prints: each step of the text brings the graph as the step sets
 * it, and the answers to the questions stand at the end. Afterwards the page is as it was.
 */
export async function printLesson(lesson: HTMLElement, signal: AbortSignal): Promise<void> {
  const steps = await stillsOf(lesson);
  const sheets: HTMLElement[] = [];
  const clear = () => sheets.splice(0).forEach((sheet) => sheet.remove());
  addEventListener(
    'beforeprint',
    () => {
      // Said twice before one print, nothing is put on paper twice.
      clear();
      for (const { step, paint } of steps) {
        const still = build('figure', { class: 'step-still', 'aria-hidden': 'true' });
        paint(still);
        step.append(still);
        sheets.push(still);
      }
      const answers = answersOf(lesson);
      if (answers === undefined) return;
      lesson.querySelector('.lesson-text')?.append(answers);
      sheets.push(answers);
    },
    { signal },
  );
  addEventListener('afterprint', clear, { signal });
  signal.addEventListener('abort', clear);
}

interface Still {
  readonly step: HTMLElement;
  /** At once: a browser does not wait for a promise before it prints. */
  paint(into: HTMLElement): void;
}

/** The steps whose view differs from that of the step before, each with a way to paint it. */
async function stillsOf(lesson: HTMLElement): Promise<Still[]> {
  const graph = lesson.querySelector('lesson-graph flame-graph');
  const views = graph === null ? undefined : await viewsOf(graph);
  if (graph === null || views === undefined) return [];
  const base = {
    ...defaultView,
    sample: attribute(graph, 'sample'),
    after: attribute(graph, 'after'),
  };
  const stills: Still[] = [];
  let last = '';
  for (const step of lesson.querySelectorAll<HTMLElement>('[data-step]')) {
    const sketch = step.dataset['view'] ?? '{}';
    if (sketch === last) continue;
    last = sketch;
    const state = readView(JSON.parse(sketch), base);
    await views.prepare(state);
    stills.push({ step, paint: (into) => paintStill(into, views, state, graph) });
  }
  return stills;
}

async function viewsOf(graph: Element): Promise<FlameGraphViews | undefined> {
  const unit = (graph.getAttribute('unit') ?? undefined) as WeightUnit | undefined;
  const after = graph.getAttribute('after-src');
  try {
    // The graph itself has read them, or will: nothing is fetched twice.
    const [first, second] = await Promise.all([
      loadProfile(attribute(graph, 'src'), unit),
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

function paintStill(
  into: HTMLElement,
  views: FlameGraphViews,
  state: ViewState,
  graph: Element,
): void {
  const view = views.view(state);
  const fitting = Math.floor(paper.mostHeightPx / levelsOf(view.layout));
  const rowHeightPx = Math.min(Math.max(fitting, rowHeights.least), rowHeights.most);
  into.classList.toggle('is-dense', rowHeightPx < lowestLabelled);
  const scene = planView(view, {
    locale: localeOf(graph),
    label: attribute(graph, 'label'),
    widthPx: paper.widthPx,
    thinnestPx: 0.5,
    rowHeightPx,
  });
  into.innerHTML = trustedMarkup(paintSvg(scene));
}

/** Every question's answer under its title; `undefined` for a lesson without questions. */
function answersOf(lesson: HTMLElement): HTMLElement | undefined {
  const questions = [...lesson.querySelectorAll<HTMLElement>('flame-quiz')];
  if (questions.length === 0) return undefined;
  const heading = build('h2', {}, lesson.dataset['answers'] ?? '');
  const answers = questions.map((question) => {
    const title = question.querySelector('.quiz-title')?.textContent.trim() ?? '';
    const answer = build('div', { class: 'print-answer' }, build('h3', {}, title));
    for (const part of question.querySelectorAll('.quiz-answer > :not(summary, .quiz-links)')) {
      const copy = part.cloneNode(true) as HTMLElement;
      copy.classList.remove('no-js-only');
      answer.append(copy);
    }
    return answer;
  });
  return build('section', { class: 'print-answers', 'aria-hidden': 'true' }, heading, ...answers);
}

function attribute(element: Element, name: string): string {
  return element.getAttribute(name) ?? '';
}
