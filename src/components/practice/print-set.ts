import { choicesOnPaper } from '../quiz/choices-on-paper.ts';
import { build } from '../widgets/flame-graph/build-element.ts';

/** What a sheet calls its parts. */
export interface SheetWords {
  readonly title: string;
  readonly key: string;
  /** Stands where the paper cannot hold the graph. */
  readonly seeGraph: string;
  /** Says how many frames the grey blocks of a graph hold. */
  gathered(frames: number): string;
}

/** What only a screen can do, or what gives the answer away. */
const notOnPaper = [
  'script',
  'button',
  'label.label:has(+ textarea)',
  '[hidden]',
  '.needs-js',
  '.quiz-anchor',
  '.quiz-frame-list',
  '.quiz-hints',
  '.quiz-status',
  '.quiz-timer',
  '[id$="-order-help"]',
  '[id$="-open-help"]',
].join(',');

/**
 * Questions to be worked with a pencil, and the key to all of them on a page of its own. The
 * questions are those of their own pages; nothing in them is live.
 */
export function buildSheet(questions: readonly Element[], words: SheetWords): HTMLElement {
  const asked = questions.map((question) => paperQuestion(question, words));
  const keys = questions.map(paperKey);
  return build(
    'section',
    { class: 'print-set' },
    build('h1', {}, words.title),
    build('ol', { class: 'print-questions' }, ...asked),
    build(
      'div',
      { class: 'print-key' },
      build('h2', {}, words.key),
      build('ol', { class: 'print-questions' }, ...keys),
    ),
  );
}

function paperQuestion(question: Element, words: SheetWords): HTMLElement {
  const item = build('li', { class: 'quiz print-question' });
  for (const part of question.querySelector('form')?.children ?? []) {
    item.append(document.importNode(part, true));
  }
  for (const graph of item.querySelectorAll('flame-graph')) {
    graph.replaceWith(paperGraph(graph, words));
  }
  for (const select of item.querySelectorAll('.quiz-match select')) {
    select.replaceWith(build('span', { class: 'print-blank' }));
  }
  const choices = choicesOnPaper(question);
  if (choices !== undefined) item.append(choices);
  item.querySelectorAll(notOnPaper).forEach((part) => part.remove());
  return item;
}

/** The picture that the server painted; a graph that is drawn on a canvas has none. */
function paperGraph(graph: Element, words: SheetWords): HTMLElement {
  const svg = graph.querySelector('.flame-picture > svg');
  const label = graph.getAttribute('label') ?? '';
  if (svg === null) return build('p', { class: 'label' }, `${words.seeGraph} ${label}`);
  const picture = build('div', { class: 'flame-picture' }, svg.cloneNode(true));
  picture.classList.toggle('is-dense', svg.closest('.is-dense') !== null);
  const frames = framesGathered(svg);
  if (frames === 0) return build('div', { class: 'flame-graph' }, picture);
  const note = build('p', { class: 'label' }, words.gathered(frames));
  return build('div', { class: 'flame-graph' }, picture, note);
}

/** On the screen a block says what it holds when it is pointed at. */
function framesGathered(svg: Element): number {
  const blocks = [...svg.querySelectorAll<SVGElement>('.held')];
  return blocks.reduce((sum, { dataset }) => sum + Number(dataset['held'] ?? 1), 0);
}

function paperKey(question: Element): HTMLElement {
  const title = question.querySelector('.quiz-title')?.textContent.trim() ?? '';
  const item = build('li', { class: 'print-answer' }, build('h3', {}, title));
  for (const part of question.querySelectorAll('.quiz-answer > :not(summary, .quiz-links)')) {
    const copy = document.importNode(part, true) as HTMLElement;
    copy.classList.remove('no-js-only');
    item.append(copy);
  }
  return item;
}

/** Shows the browser's print dialog with the sheet alone; afterwards the page is as it was. */
export function printSheet(sheet: HTMLElement): void {
  document.body.append(sheet);
  addEventListener('afterprint', () => sheet.remove(), { once: true });
  print();
}
