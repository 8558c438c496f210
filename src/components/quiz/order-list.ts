import { fillWords } from './fill-words.ts';
import type { QuizWords } from './words/en.ts';

/** Buttons at the ends stay where they are and say that they do nothing; so do all, once marked. */
export function markMoves(list: Element, isLocked: boolean): void {
  for (const button of list.querySelectorAll<HTMLElement>('[data-move]')) {
    const item = button.closest('[data-part]');
    const end = button.dataset['move'] === 'up' ? list.firstElementChild : list.lastElementChild;
    button.setAttribute('aria-disabled', String(isLocked || item === end));
  }
}

/** A list whose items are moved by buttons, by Alt and the arrow keys, and by dragging. */
export class OrderList {
  readonly #list: HTMLElement;
  readonly #quiz: HTMLElement;
  readonly #words: QuizWords;
  readonly #say: (text: string) => void;

  constructor(
    quiz: HTMLElement,
    words: QuizWords,
    say: (text: string) => void,
    signal: AbortSignal,
  ) {
    const list = quiz.querySelector<HTMLElement>('.quiz-order');
    if (list === null) throw new Error('a question of order holds no list');
    this.#list = list;
    this.#quiz = quiz;
    this.#words = words;
    this.#say = say;
    list.addEventListener('click', (event) => this.#click(event), { signal });
    list.addEventListener('keydown', (event) => this.#key(event), { signal });
    list.addEventListener('pointerdown', (event) => this.#drag(event, signal), { signal });
    this.#update();
  }

  get #items(): HTMLElement[] {
    return [...this.#list.children].filter((child) => child instanceof HTMLElement);
  }

  get #isLocked(): boolean {
    return this.#quiz.dataset['state'] !== undefined;
  }

  #click(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest('[data-move]') : null;
    const item = button?.closest<HTMLElement>('[data-part]');
    if (!(button instanceof HTMLElement) || item == null) return;
    this.#move(item, button.dataset['move'] === 'up' ? -1 : 1);
    button.focus();
  }

  #key(event: KeyboardEvent): void {
    if (!event.altKey || !/^Arrow(?:Up|Down)$/.test(event.key)) return;
    const item =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-part]') : null;
    if (item === null) return;
    event.preventDefault();
    const focused = document.activeElement;
    this.#move(item, event.key === 'ArrowUp' ? -1 : 1);
    // Moving a node takes the focus from it.
    if (focused instanceof HTMLElement) focused.focus();
  }

  #move(item: HTMLElement, by: -1 | 1): void {
    const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (other === null || this.#isLocked) return;
    if (by < 0) other.before(item);
    else other.after(item);
    this.#moved(item);
  }

  #moved(item: HTMLElement): void {
    this.#update();
    const items = this.#items;
    this.#say(
      fillWords(this.#words.moved, {
        name: item.dataset['name'] ?? '',
        place: items.indexOf(item) + 1,
        of: items.length,
      }),
    );
    this.#quiz.querySelector('form')?.dispatchEvent(new Event('input'));
  }

  #update(): void {
    markMoves(this.#list, this.#isLocked);
  }

  /** Dragging is an extra: everything it does the buttons do as well. */
  #drag(down: PointerEvent, signal: AbortSignal): void {
    const target = down.target instanceof Element ? down.target : null;
    const item = target?.closest<HTMLElement>('[data-part]') ?? null;
    if (item === null || target?.closest('button, a') != null || this.#isLocked) return;
    if (down.pointerType === 'touch') return; // a finger scrolls the page
    const dragging = new AbortController();
    const options = { signal: AbortSignal.any([signal, dragging.signal]) };
    down.preventDefault(); // or the browser selects text
    item.dataset['dragged'] = '';
    const end = () => {
      dragging.abort();
      delete item.dataset['dragged'];
      this.#moved(item);
    };
    // On the document: an item that moves in the list loses a pointer that it captured.
    document.addEventListener('pointermove', (move) => this.#follow(item, move.clientY), options);
    document.addEventListener('pointerup', end, options);
    document.addEventListener('pointercancel', end, options);
  }

  #follow(item: HTMLElement, y: number): void {
    for (const other of this.#items) {
      const { top, height } = other.getBoundingClientRect();
      const middle = top + height / 2;
      const isAbove = this.#items.indexOf(other) < this.#items.indexOf(item);
      if (other !== item && isAbove && y < middle) return other.before(item);
      if (other !== item && !isAbove && y > middle && y < top + height) return other.after(item);
    }
  }
}
