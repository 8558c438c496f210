import { inLocale, sourceLocale } from '../../../lib/i18n/index.ts';
import { isItRealWords } from './is-it-real-words.ts';
import type { IsItRealWords } from './is-it-real-words.ts';
import { judgeRuns } from './judge-runs.ts';
import { paintRuns } from './paint-runs.ts';
import type { RecordedRun, RunRole } from './recorded-runs.ts';
import { trustedMarkup } from '../../trusted/trusted-markup.ts';

/** Compares the runs that are ticked, and says what they can prove. */
export class IsItRealElement extends HTMLElement {
  static define(): void {
    if (customElements.get('is-it-real') === undefined) {
      customElements.define('is-it-real', IsItRealElement);
    }
  }

  #runs: readonly RecordedRun[] = [];
  #words: IsItRealWords = isItRealWords.en;
  #lifetime: AbortController | undefined;

  connectedCallback(): void {
    this.#runs = JSON.parse(this.dataset['runs'] ?? '[]') as RecordedRun[];
    this.#words = inLocale(isItRealWords, this.getAttribute('lang-code') ?? sourceLocale);
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.addEventListener('change', ({ target }) => this.#onChange(target), { signal });
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  /** Which version the second group is of. */
  get #second(): RunRole {
    return this.#select('against')?.value === 'before' ? 'before' : 'after';
  }

  #select(name: string): HTMLSelectElement | null {
    return this.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
  }

  #boxes(side: RunRole): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>(`[data-side="${side}"] input`)];
  }

  #onChange(target: EventTarget | null): void {
    if (target === this.#select('against')) this.#dealRuns();
    if (target instanceof HTMLInputElement) this.#takeFromOther(target);
    this.#show();
  }

  /** A new comparison: all runs of two versions, or those of one dealt into two groups. */
  #dealRuns(): void {
    const isSame = this.#second === 'before';
    for (const [i, box] of this.#boxes('before').entries()) box.checked = !isSame || i % 2 === 0;
    for (const [i, box] of this.#boxes('after').entries()) box.checked = !isSame || i % 2 === 1;
    const legend = this.querySelector('[data-side="after"] legend');
    if (legend !== null) legend.textContent = isSame ? this.#words.again : this.#words.after;
    const ofSecond = this.#runsOf(this.#second);
    for (const [i, text] of this.querySelectorAll('[data-side="after"] .run-samples').entries()) {
      text.textContent = this.#words.samples(ofSecond[i]?.samples ?? 0);
    }
  }

  /** One run cannot stand in both groups. */
  #takeFromOther(box: HTMLInputElement): void {
    if (this.#second !== 'before' || !box.checked) return;
    const isFirst = this.#boxes('before').includes(box);
    const other = this.#boxes(isFirst ? 'after' : 'before')[Number(box.value)];
    if (other !== undefined) other.checked = false;
  }

  #runsOf(role: RunRole): RecordedRun[] {
    return this.#runs.filter((run) => run.role === role);
  }

  #show(): void {
    const before = this.#showLine('before', this.#runsOf('before'));
    const after = this.#showLine('after', this.#runsOf(this.#second));
    const judgement = judgeRuns(before, after, this.#select('function')?.selectedIndex ?? 0);
    this.#say('runs', judgement === undefined ? this.#words.empty : this.#words.runsSay(judgement));
    this.#say('shares', judgement === undefined ? '' : this.#words.sharesSay(judgement));
  }

  /** Draws the runs of a group and gives those that are ticked. */
  #showLine(side: RunRole, runs: readonly RecordedRun[]): RecordedRun[] {
    const boxes = this.#boxes(side);
    const painted = runs.map(({ samples }, i) => ({
      samples,
      isChosen: boxes[i]?.checked ?? false,
    }));
    const line = this.querySelector(`[data-side="${side}"] [data-line]`);
    if (line !== null)
      line.innerHTML = trustedMarkup(paintRuns(painted, Number(this.dataset['most']), side));
    return runs.filter((_, i) => painted[i]?.isChosen === true);
  }

  #say(what: string, text: string): void {
    const place = this.querySelector(`[data-says="${what}"]`);
    if (place !== null) place.textContent = text;
  }
}
