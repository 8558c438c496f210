import { isComposing } from '../../keyboard/is-composing.ts';
import { build } from './build-element.ts';
import type { FlameWords } from './flame-words.ts';

/** What the controls ask of the graph. */
export interface ToolbarActions {
  getReadyToSearch(): void;
  search(query: string): void;
  nextMatch(step: 1 | -1): void;
  flip(): void;
  zoomOut(): void;
  back(): void;
  forward(): void;
  help(): void;
  leaveSearch(): void;
  toggleOptions(): void;
}

/** What a button does. */
type Act = Exclude<keyof ToolbarActions, 'search'>;

export interface ToolbarState {
  readonly search: string;
  readonly rootOnTop: boolean;
  readonly canFlip: boolean;
  readonly isZoomed: boolean;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
}

/** Search, back, show all, flip, keys: always there, 44 pixels high. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly search: HTMLInputElement;
  /** Says what the search found, beside its field. */
  readonly result: HTMLElement;
  /** Opens and closes the panel of views, colours and files. */
  readonly options: HTMLButtonElement;
  /** To the match before and the match after; only while something is searched. */
  readonly steps: HTMLElement;
  readonly #flip: HTMLButtonElement;
  readonly #back: HTMLButtonElement;
  readonly #forward: HTMLButtonElement;
  readonly #zoomOut: HTMLButtonElement;

  constructor(words: FlameWords, id: string, actions: ToolbarActions, signal: AbortSignal) {
    const button = (icon: string, name: string, act: Act, by?: 1 | -1) => {
      const element = build(
        'button',
        { type: 'button', class: `flame-button flame-icon-${icon}`, title: name },
        build('span', { class: 'flame-button-name' }, name),
      );
      element.addEventListener('click', () => actions[act](by as 1), { signal });
      return element;
    };
    this.search = build('input', {
      type: 'search',
      id: `${id}-search`,
      class: 'flame-search',
      placeholder: words.searchHelp,
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
      enterkeyhint: 'search',
      'aria-describedby': `${id}-result`,
      'aria-label': words.search,
    });
    // Letters of a word that is still being composed, as pinyin is, are not looked for.
    for (const name of ['input', 'compositionend'] as const) {
      this.search.addEventListener(
        name,
        (event) => {
          if (!(event as InputEvent).isComposing) actions.search(this.search.value);
        },
        { signal },
      );
    }
    this.search.addEventListener('focus', () => actions.getReadyToSearch(), { signal });
    this.search.addEventListener('keydown', (event) => this.#onKey(event, actions), { signal });
    // No live region: what a page's step searches for is not announced.
    this.result = build('p', { class: 'flame-result', id: `${id}-result` });
    this.#back = button('back', words.back, 'back');
    this.#forward = button('forward', words.forward, 'forward');
    this.#zoomOut = button('all', words.zoomOut, 'zoomOut');
    this.#flip = button('flip', words.flip, 'flip');
    this.options = button('options', words.options, 'toggleOptions');
    this.options.setAttribute('aria-expanded', 'false');
    this.steps = build(
      'span',
      { class: 'flame-steps', hidden: true },
      button('previous', words.previousMatch, 'nextMatch', -1),
      button('next', words.nextMatch, 'nextMatch', 1),
    );
    this.element = build(
      'div',
      { class: 'flame-toolbar', role: 'group', 'aria-label': words.toolbar },
      this.search,
      this.steps,
      this.#back,
      this.#forward,
      this.#zoomOut,
      this.#flip,
      this.options,
      button('help', words.help, 'help'),
    );
  }

  /** Shows the state; the search field is left alone while the reader types in it. */
  show(state: ToolbarState): void {
    if (this.search.value !== state.search && document.activeElement !== this.search) {
      this.search.value = state.search;
    }
    this.steps.hidden = state.search === '';
    setDisabled(this.#flip, !state.canFlip);
    this.#flip.setAttribute('aria-pressed', String(state.rootOnTop));
    setDisabled(this.#zoomOut, !state.isZoomed);
    setDisabled(this.#back, !state.canGoBack);
    // It is not shown where nothing lies ahead, and must not take the focus away with it.
    if (!state.canGoForward && document.activeElement === this.#forward) this.#back.focus();
    setDisabled(this.#forward, !state.canGoForward);
  }

  #onKey(event: KeyboardEvent, actions: ToolbarActions): void {
    if (isComposing(event)) return; // Enter ends the composition of a Chinese word
    if (event.key === 'Enter') {
      event.preventDefault();
      actions.nextMatch(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape' && this.search.value !== '') {
      event.preventDefault();
      this.search.value = '';
      actions.search('');
    } else if (event.key === 'Escape' || event.key === 'ArrowDown') {
      event.preventDefault();
      actions.leaveSearch();
    }
  }
}

/** Stays reachable by keyboard, so that focus is never lost when a button has nothing to do. */
function setDisabled(button: HTMLButtonElement, disabled: boolean): void {
  button.setAttribute('aria-disabled', String(disabled));
}
