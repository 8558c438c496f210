import { defaultView } from '../../lib/flame/graph.ts';
import { build } from '../widgets/flame-graph/build-element.ts';
import { readView } from '../widgets/flame-graph/flame-graph-view.ts';
import { paintOnPaper, viewsOnPaper } from '../widgets/flame-graph/paper-picture.ts';

/** Width of the text on A4, and the most of its height that a still may take. */
const room = { widthPx: 640, mostHeightPx: 360, thinnestPx: 0.5 };

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
  const views = graph === null ? undefined : await viewsOnPaper(graph);
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
    stills.push({ step, paint: (into) => paintOnPaper(into, views.view(state), graph, room) });
  }
  return stills;
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
