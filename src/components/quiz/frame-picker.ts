import {
  displayName,
  formatFullPath,
  parseFullPath,
  parseViewState,
} from '../../lib/flame/index.ts';
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
    list?.addEventListener('change', () => this.#choose(list.value), { signal });
    quiz.addEventListener('quizreset', () => this.#choose(''), { signal });
    quiz.addEventListener('quizfill', ({ detail }) => this.#choose(detail), { signal });
  }

  get #list(): HTMLSelectElement | null {
    return this.#quiz.querySelector('.quiz-frame-list select');
  }

  /** Chooses a frame that was not chosen on the graph, and shows it there; the empty path is none. */
  #choose(path: string): void {
    this.#take(path, parseFullPath(path)?.at(-1) ?? '');
    const graph = this.#quiz.querySelector('flame-graph');
    // Before it is one it has no view that could be kept.
    void customElements.whenDefined('flame-graph').then(() => {
      if (graph !== null) graph.view = { ...parseViewState(graph.view), selection: path };
    });
  }

  #take(path: string, name: string): void {
    const list = this.#list;
    if (list === null || this.#quiz.dataset['state'] === 'answered') return;
    // A graph of a large profile shows boxes that the list has not, and so does one of two profiles.
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

declare global {
  interface HTMLElementEventMap {
    /** An earlier answer is put back; `detail` is the full path of its frame. */
    quizfill: CustomEvent<string>;
  }
}
