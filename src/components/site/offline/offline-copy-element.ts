import { inLocale, isLocale } from '../../../lib/i18n/index.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';
import { canSave, copySize, isSaved, removeCopy, saveCopy, type SaveNews } from './offline-copy.ts';
import { offlineWords, type OfflineWords } from './offline-words.ts';

/** Saves a copy of the site when the reader asks for it, says how far it is, and removes it. */
export class OfflineCopyElement extends HTMLElement {
  static define(): void {
    if (customElements.get('offline-copy') === undefined) {
      customElements.define('offline-copy', OfflineCopyElement);
    }
  }

  #words: OfflineWords = offlineWords.en;
  #locale = 'en';
  readonly #status = build('p', { role: 'status' });
  readonly #bar = build('progress', { hidden: true });
  readonly #button = build('button', { type: 'button', class: 'button button-main', hidden: true });
  #act: () => void = () => undefined;
  /** The button had the focus when it went away. */
  #keepsFocus = false;

  connectedCallback(): void {
    const locale = this.dataset['locale'];
    if (!isLocale(locale) || this.childElementCount > 0) return;
    this.#locale = locale;
    this.#words = inLocale(offlineWords, locale);
    this.append(this.#status, this.#bar, this.#button);
    this.#button.addEventListener('click', () => this.#act());
    void this.#showState();
  }

  async #showState(): Promise<void> {
    if (!canSave()) this.#show(this.#words.unsupported);
    else if (await isSaved()) this.#showSaved();
    else await this.#offer();
  }

  async #offer(): Promise<void> {
    const size = await copySize();
    const text =
      size === undefined
        ? this.#words.sizeUnknown
        : this.#words.none(this.#mB(size.download), this.#mB(size.bytes));
    this.#show(text, this.#words.save, () => void this.#save());
  }

  async #save(): Promise<void> {
    this.#show(this.#words.saving(0, 0), undefined);
    this.#bar.hidden = false;
    try {
      await saveCopy((news) => this.#hear(news));
    } catch {
      this.#fail('network');
    }
  }

  #hear(news: SaveNews): void {
    if (news.type === 'ready') this.#showSaved();
    else if (news.type === 'failed') this.#fail(news.reason);
    else {
      this.#bar.max = news.total;
      this.#bar.value = news.done;
      this.#status.textContent = this.#words.saving(news.done, news.total);
    }
  }

  #fail(reason: 'network' | 'full'): void {
    this.#show(this.#words.failed[reason], this.#words.again, () => void this.#save());
  }

  #showSaved(): void {
    this.#show(this.#words.saved, this.#words.remove, () => void this.#remove());
  }

  async #remove(): Promise<void> {
    await removeCopy();
    this.#show(this.#words.removed, this.#words.save, () => void this.#save());
  }

  #show(text: string, action?: string, act?: () => void): void {
    this.#status.textContent = text;
    this.#bar.hidden = true;
    this.#bar.removeAttribute('value');
    if (this.#button.matches(':focus')) this.#keepsFocus = true;
    this.#button.hidden = action === undefined;
    this.#button.textContent = action ?? '';
    this.#button.classList.toggle('button-main', action !== this.#words.remove);
    this.#act = act ?? (() => undefined);
    if (!this.#keepsFocus || this.#button.hidden) return;
    // Who pressed it by keyboard goes on where they were, unless they have gone elsewhere meanwhile.
    this.#keepsFocus = false;
    if (document.activeElement === document.body) this.#button.focus({ preventScroll: true });
  }

  #mB(bytes: number): string {
    const number = new Intl.NumberFormat(this.#locale, { maximumSignificantDigits: 2 });
    return `${number.format(bytes / 1e6)}\u00a0MB`;
  }
}
