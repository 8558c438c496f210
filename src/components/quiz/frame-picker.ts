import { formatFullPath, parseViewState } from '../../lib/flame/index.ts';
import { fillWords } from './quiz-words.ts';

/** Keeps the graph and the list of a click-the-frame question in step: either chooses the frame. */
export class FramePicker {
  readonly #quiz: HTMLElement;

  constructor(quiz: HTMLElement, signal: AbortSignal) {
    this.#quiz = quiz;
    quiz.addEventListener('frameselect', ({ detail }) => this.#take(formatFullPath(detail.path)), {
      signal,
    });
    const list = this.#list;
    list?.addEventListener('change', () => this.#take(list.value, true), { signal });
    quiz.addEventListener('quizreset', () => this.#take(''), { signal });
  }

  get #list(): HTMLSelectElement | null {
    return this.#quiz.querySelector('.quiz-frame-list select');
  }

  #take(path: string, fromList = false): void {
    const list = this.#list;
    if (list === null || this.#quiz.dataset['state'] === 'answered') return;
    // A graph of a large profile shows boxes that the list has not.
    if (![...list.options].some(({ value }) => value === path)) list.add(new Option(path, path));
    list.value = path;
    this.#tell(path);
    const graph = this.#quiz.querySelector('flame-graph');
    if (fromList && graph !== null) graph.view = { ...parseViewState(graph.view), selection: path };
  }

  #tell(path: string): void {
    const chosen = this.#quiz.querySelector<HTMLElement>('.quiz-chosen');
    if (chosen === null) return;
    chosen.dataset['none'] ??= chosen.textContent;
    const name = this.#list?.selectedOptions[0]?.text.trim() ?? path;
    chosen.textContent =
      path === '' ? chosen.dataset['none'] : fillWords(chosen.dataset['chosen'] ?? '', { name });
  }
}
