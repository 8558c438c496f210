import { inLocale } from '../../../lib/i18n/index.ts';
import type { Locale } from '../../../lib/i18n/index.ts';
import { isComposing } from '../../keyboard/is-composing.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';
import { loadSearchIndex, searchSite, type Found } from './search-index.ts';
import { searchWords, type SearchWords } from './search-words.ts';

/** A pause in typing after which the words are searched. */
const pause = 120;

/** A search field with its results below: a list of links, moved through by the arrow keys too. */
export class SearchBox {
  readonly element: HTMLElement;
  readonly field: HTMLInputElement;
  readonly #words: SearchWords;
  readonly #status: HTMLElement;
  readonly #results: HTMLOListElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = '';

  readonly #locale: Locale;

  constructor(locale: Locale) {
    this.#locale = locale;
    this.#words = inLocale(searchWords, locale);
    this.field = build('input', {
      type: 'search',
      class: 'search-field',
      'aria-label': this.#words.field,
      placeholder: this.#words.field,
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      enterkeyhint: 'search',
    });
    this.#status = build('p', { class: 'search-status label', role: 'status' }, this.#words.hint);
    this.#results = build('ol', { class: 'search-results', role: 'list' });
    this.element = build(
      'search',
      { class: 'search-box' },
      this.field,
      this.#status,
      this.#results,
    );
    this.field.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) this.#later();
    });
    this.field.addEventListener('compositionend', () => this.#later());
    this.element.addEventListener('keydown', (event) => this.#move(event));
    // While the reader types the first word.
    loadSearchIndex(locale).catch(() => this.#showUnreachable());
  }

  /** Puts words into the field and searches them; resolves when what was found is there. */
  async ask(query: string): Promise<void> {
    this.field.value = query;
    await this.#search();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#search(), pause);
  }

  async #search(): Promise<void> {
    clearTimeout(this.#timer);
    const query = this.field.value.trim();
    this.#asked = query;
    if (query === '') {
      this.#results.replaceChildren();
      this.#say(this.#words.hint);
      return;
    }
    try {
      const { count, found } = await searchSite(query, this.#locale, this.#words.ellipsis);
      if (this.#asked !== query) return; // a later question is on its way
      this.#results.replaceChildren(...found.map((result) => this.#item(result)));
      this.#say(count === 0 ? this.#words.none(query) : this.#words.found(count, found.length));
    } catch {
      if (this.#asked === query) this.#showUnreachable();
    }
  }

  #say(text: string): void {
    this.#status.replaceChildren(text);
  }

  #showUnreachable(): void {
    const again = build('button', { type: 'button', class: 'button button-quiet' });
    again.append(this.#words.again);
    again.addEventListener('click', () => {
      this.#say(this.#words.searching);
      this.field.focus();
      void this.#search();
    });
    this.#results.replaceChildren();
    this.#status.replaceChildren(this.#words.unreachable, ' ', again);
  }

  #item({ kind, title, address, excerpt, sections }: Found): HTMLLIElement {
    const text = build('p', { class: 'search-excerpt' });
    for (const piece of excerpt)
      text.append(piece.marked ? build('mark', {}, piece.text) : piece.text);
    const item = build(
      'li',
      { class: 'search-result' },
      build('span', { class: 'search-kind' }, this.#words.kinds[kind]),
      build('a', { class: 'search-title', href: address }, title),
      text,
    );
    if (sections.length > 0) {
      const list = build('ul', { class: 'search-sections', role: 'list' });
      for (const section of sections) {
        list.append(build('li', {}, build('a', { href: section.address }, section.title)));
      }
      item.append(list);
    }
    return item;
  }

  /** Down and up walk from the field through all links; Enter in the field opens the first. */
  #move(event: KeyboardEvent): void {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...this.#results.querySelectorAll('a')];
    const stops: HTMLElement[] = [this.field, ...links];
    const here = stops.indexOf(document.activeElement as HTMLElement);
    if (here < 0) return;
    if (event.key === 'Enter' && here === 0) {
      event.preventDefault();
      links[0]?.click();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      stops[here + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    }
  }
}
