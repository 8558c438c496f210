import { isLocale } from '../../../lib/i18n/index.ts';
import { isComposing } from '../../keyboard/is-composing.ts';
import { opensSearch } from './slash-key.ts';

/**
 * The way into the search. The server writes a link to the search page; this opens a dialog
 * instead, which is loaded when it is first asked for.
 */
export class SiteSearchElement extends HTMLElement {
  static define(): void {
    if (customElements.get('site-search') === undefined) {
      customElements.define('site-search', SiteSearchElement);
    }
  }

  #lifetime: AbortController | undefined;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    const link = this.querySelector('a');
    link?.setAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
    link?.addEventListener(
      'click',
      (event) => {
        // A click that asks for a new tab gets the page.
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void this.#open(link.href);
      },
      { signal },
    );
    document.addEventListener(
      'keydown',
      (event) => {
        if (!opensSearch(event)) return;
        event.preventDefault();
        if (link !== null) void this.#open(link.href);
      },
      { signal },
    );
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  async #open(page: string): Promise<void> {
    const locale = this.dataset['locale'];
    if (!isLocale(locale)) return;
    const early = new AbortController();
    const typed = keepTyping(early.signal);
    try {
      const { showSearchDialog } = await import('./search-dialog.ts');
      early.abort();
      showSearchDialog(locale, typed.join(''));
    } catch {
      // The dialog's code cannot be had: the page may be, from a cache.
      location.assign(page);
    } finally {
      early.abort();
    }
  }
}

/** What is typed until `signal`: nobody waits for a field that they have asked for. */
function keepTyping(signal: AbortSignal): string[] {
  const typed: string[] = [];
  const keep = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (key.length !== 1 || ctrlKey || metaKey || altKey || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation(); // to the page's own keys, as it would from the field
    typed.push(key);
  };
  document.addEventListener('keydown', keep, { capture: true, signal });
  return typed;
}
