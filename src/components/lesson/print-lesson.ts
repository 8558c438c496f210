import { defaultView, type Scene } from '../../lib/flame/graph.ts';
import { choicesOnPaper } from '../quiz/choices-on-paper.ts';
import { build } from '../widgets/flame-graph/build-element.ts';
import { readView } from '../widgets/flame-graph/flame-graph-view.ts';
import { paintOnPaper, viewsOnPaper } from '../widgets/flame-graph/paper-picture.ts';
import { markedNames } from './marked-names.ts';

/** Width of the text on A4, and the most of its height that a still may take. */
const room = { widthPx: 640, mostHeightPx: 360, thinnestPx: 0.5 };

/**
 * What paper cannot do is put on it when the reader prints: each step of the text brings the graph as the step sets
 * it, the fields of a question say what they offer, and the answers stand at the end. Afterwards the page is as it was.
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
        const names = markedNames(paint(still), still.classList.contains('is-dense'));
        if (names.length > 0) still.append(captionOf(names, lesson));
        step.append(still);
        sheets.push(still);
      }
      for (const pairs of lesson.querySelectorAll('.quiz-match')) {
        const choices = choicesOnPaper(pairs);
        if (choices === undefined) continue;
        pairs.after(choices);
        sheets.push(choices);
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
  paint(into: HTMLElement): Scene;
}

function captionOf(names: readonly string[], lesson: HTMLElement): HTMLElement {
  const codes = names.flatMap((name) => [' ', build('code', { translate: 'no' }, name)]);
  return build('figcaption', { class: 'label' }, lesson.dataset['marked'] ?? '', ...codes);
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
