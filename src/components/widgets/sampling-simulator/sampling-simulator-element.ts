import { paintResults } from './paint-results.ts';
import {
  countHolding,
  firstSettings,
  looksOf,
  recordSamples,
  settingsFromText,
  settingsToText,
  tidySettings,
  type SamplingSettings,
} from './simulate-sampling.ts';
import type { SimulatorWords } from './simulator-words.ts';
import { trustedMarkup } from '../../trusted/trusted-markup.ts';

const runs = 200;
/** Name of the parameter of a link. */
const parameter = 'sim';

/** A profiler on a program whose true shares the reader sets; every recording can be linked. */
export class SamplingSimulatorElement extends HTMLElement {
  static define(): void {
    if (customElements.get('sampling-simulator') === undefined) {
      customElements.define('sampling-simulator', SamplingSimulatorElement);
    }
  }

  #lifetime: AbortController | undefined;
  #settings: SamplingSettings = firstSettings;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    const linked = new URLSearchParams(location.search).get(parameter);
    if (linked !== null) this.#settings = settingsFromText(linked);
    this.#form.addEventListener('change', () => this.#take(), { signal });
    this.#form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    this.#part('again').addEventListener('click', () => this.#again(), { signal });
    this.#part('many').addEventListener('click', () => this.#show(true), { signal });
    this.#write();
    this.#show();
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  get #form(): HTMLFormElement {
    return this.#part('form') as HTMLFormElement;
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (part === null) throw new Error(`The simulator has no ${name}.`);
    return part;
  }

  /** From the fields; what is out of range is brought back, and the reader sees it. */
  #take(): void {
    const fields = new FormData(this.#form);
    const numberIn = (name: string) => Number(fields.get(name));
    this.#settings = tidySettings({
      parse: numberIn('parse'),
      send: numberIn('send'),
      rate: numberIn('rate'),
      seconds: numberIn('seconds'),
      periodic: fields.get('work') === 'periodic',
      seed: this.#settings.seed,
    });
    this.#write();
    this.#show();
  }

  #write(): void {
    const { parse, send, rate, seconds, periodic } = this.#settings;
    const texts = { parse, send, rate, seconds, work: periodic ? 'periodic' : 'random' };
    for (const [name, value] of Object.entries(texts)) {
      const field = this.#form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
        field.value = String(value);
      }
    }
  }

  #again(): void {
    this.#settings = tidySettings({ ...this.#settings, seed: this.#settings.seed + 1 });
    this.#show();
  }

  #show(repeated = false): void {
    const words = JSON.parse(this.dataset['words'] ?? '{}') as SimulatorWords;
    const settings = this.#settings;
    const held = repeated ? { held: countHolding(settings, runs), runs } : {};
    this.#part('results').innerHTML = trustedMarkup(
      paintResults(recordSamples(settings), words, document.documentElement.lang, held),
    );
    this.#part('total').textContent = words.total.replace('{looks}', String(looksOf(settings)));
    const link = this.#part('link') as HTMLAnchorElement;
    link.href = `?${parameter}=${settingsToText(settings)}#simulator`;
  }
}
