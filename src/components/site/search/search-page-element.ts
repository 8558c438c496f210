import { isLocale } from '../../../lib/i18n/index.ts';
import { SearchBox } from './search-box.ts';

/** The search on its own page: the same field above the list of everything; `?q=` fills it. */
export class SearchPageElement extends HTMLElement {
  static define(): void {
    if (customElements.get('search-page') === undefined) {
      customElements.define('search-page', SearchPageElement);
    }
  }

  connectedCallback(): void {
    const locale = this.dataset['locale'];
    if (!isLocale(locale) || this.childElementCount > 0) return;
    const box = new SearchBox(locale);
    this.append(box.element);
    const query = new URLSearchParams(location.search).get('q');
    if (query === null || query === '') return;
    // The lists below would be pushed away by the results.
    this.dataset['asking'] = '';
    void box.ask(query).finally(() => delete this.dataset['asking']);
  }
}
