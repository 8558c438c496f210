import type { Locale } from '../../../lib/i18n/index.ts';
import { build } from './build-element.ts';
import { rareWords } from './rare-words.ts';

/** What is done by then needs no words. */
const patienceMs = 200;

/** Says over a graph that something is being worked out, if it takes a moment, or that it failed. */
export class BusyMark {
  readonly #host: HTMLElement;
  readonly #locale: Locale;
  readonly #element = build('p', { class: 'flame-busy', role: 'status' });
  readonly #timer: ReturnType<typeof setTimeout>;

  constructor(host: HTMLElement, locale: Locale) {
    this.#host = host;
    this.#locale = locale;
    // What failed before is not the news any more.
    host.querySelector('.flame-busy[role=alert]')?.remove();
    host.setAttribute('aria-busy', 'true');
    const picture = host.querySelector('.flame-picture');
    if (picture === null) host.append(this.#element);
    else picture.before(this.#element);
    const { working } = rareWords(locale);
    this.#timer = setTimeout(
      () => this.#element.replaceChildren(build('span', {}, working)),
      patienceMs,
    );
  }

  remove(): void {
    this.#rest();
    this.#element.remove();
  }

  /** Stays until the next thing is worked out, or until it is pressed away. */
  fail(error: unknown): void {
    this.#rest();
    const { notWorkedOut, close } = rareWords(this.#locale);
    const reason = error instanceof Error ? error.message : String(error);
    const button = build('button', { type: 'button', class: 'flame-button' }, close);
    button.addEventListener('click', () => this.#element.remove());
    this.#element.setAttribute('role', 'alert');
    this.#element.replaceChildren(build('span', {}, notWorkedOut(reason), ' ', button));
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#element.setAttribute('role', 'none');
    if (this.#host.querySelector('.flame-busy[role=status]') === null) {
      this.#host.removeAttribute('aria-busy');
    }
  }
}
