import { displayName, formatFullPath, parseViewState } from '../../lib/flame/index.ts';
import type { FrameSelectEvent } from '../widgets/flame-graph/frame-events.ts';
import { fillWords } from './fill-words.ts';

/** Keeps the graph and the list of a click-the-frame question in step: either chooses the frame. */
export class FramePicker {
  readonly #quiz: HTMLElement;

  /** `chosen`: the frame that was chosen on the graph before this was there. */
  constructor(quiz: HTMLElement, signal: AbortSignal, chosen?: FrameSelectEvent['detail']) {
    this.#quiz = quiz;
    const list = this.#list;
    if (list !== null) writePaths(list);
    if (chosen !== undefined) this.#take(formatFullPath(chosen.path), chosen.name);
    quiz.addEventListener(
      'frameselect',
      ({ detail }) => this.#take(formatFullPath(detail.path), detail.name),
      { signal },
    );
    list?.addEventListener('change', () => this.#takeFromList(list.value), { signal });
    quiz.addEventListener('quizreset', () => this.#takeFromList(''), { signal });
  }

  get #list(): HTMLSelectElement | null {
    return this.#quiz.querySelector('.quiz-frame-list select');
  }

  #takeFromList(path: string): void {
    this.#take(path, '');
    const graph = this.#quiz.querySelector('flame-graph');
    if (graph !== null) graph.view = { ...parseViewState(graph.view), selection: path };
  }

  #take(path: string, name: string): void {
    const list = this.#list;
    if (list === null || this.#quiz.dataset['state'] === 'answered') return;
    // A graph of a large profile shows boxes that the list has not.
    if (![...list.options].some(({ value }) => value === path)) {
      list.add(new Option(displayName(name, { level: 'shortest' }), path));
    }
    list.value = path;
    this.#tell(list);
  }

  #tell({ value, selectedOptions }: HTMLSelectElement): void {
    const chosen = this.#quiz.querySelector<HTMLElement>('.quiz-chosen');
    if (chosen === null) return;
    chosen.dataset['none'] ??= chosen.textContent;
    const name = selectedOptions[0]?.text.trim() ?? '';
    chosen.textContent =
      value === '' ? chosen.dataset['none'] : fillWords(chosen.dataset['chosen'] ?? '', { name });
  }
}

/** The page holds each frame's name and depth; its path is the names before it that are less deep. */
function writePaths(list: HTMLSelectElement): void {
  const path: string[] = [];
  for (const option of list.options) {
    const { name, depth } = option.dataset;
    if (name === undefined) continue;
    path.length = Number(depth);
    path.push(name);
    option.value = formatFullPath(path);
  }
}
