import { readProgressFile, writeProgressFile } from '../../lib/progress/index.ts';
import type { ProgressLog } from '../../lib/progress/index.ts';
import { fillWords } from '../quiz/fill-words.ts';
import type { PracticeWords } from './practice-words.ts';

type Words = PracticeWords['progress'];

/** The reader's data: what is kept, export, import, erase, and what could not be read. */
export class ProgressStore {
  readonly #host: HTMLElement;
  readonly #log: ProgressLog;
  readonly #words: Words;

  constructor(host: HTMLElement, log: ProgressLog, words: Words, signal: AbortSignal) {
    this.#host = host;
    this.#log = log;
    this.#words = words;
    host.addEventListener('click', (event) => void this.#click(event), { signal });
    const file = host.querySelector<HTMLInputElement>('input[type="file"]');
    file?.addEventListener('change', () => void this.#import(file), { signal });
    log.subscribe(() => void this.#render(), signal);
    void this.#render();
  }

  async #render(): Promise<void> {
    const events = await this.#log.events();
    const { stored, unstored, aside } = this.#words;
    const text = this.#log.lasts ? fillWords(stored, { count: events.length }) : unstored;
    this.#text('.progress-stored', text);
    const broken = await this.#log.aside();
    const box = this.#host.querySelector<HTMLElement>('.progress-aside');
    if (box !== null) box.hidden = broken.length === 0;
    this.#text('.progress-aside p', fillWords(aside, { count: broken.length }));
  }

  #text(selector: string, text: string): void {
    const place = this.#host.querySelector(selector);
    if (place !== null) place.textContent = text;
  }

  #say(text: string): void {
    this.#text('.progress-said', text);
  }

  async #click(event: Event): Promise<void> {
    const button = event.target instanceof Element ? event.target.closest('[data-do]') : null;
    if (!(button instanceof HTMLElement)) return;
    const acts: Record<string, () => unknown> = {
      export: () => this.#export(),
      import: () => this.#host.querySelector<HTMLInputElement>('input[type="file"]')?.click(),
      aside: async () =>
        download('flamewise-unreadable.json', JSON.stringify(await this.#log.aside())),
      erase: () => this.#ask(true),
      keep: () => this.#ask(false),
      'erase-yes': () => this.#erase(),
    };
    await acts[button.dataset['do'] ?? '']?.();
  }

  /** Asks whether to erase, or takes the question back; the focus goes along. */
  #ask(isAsked: boolean): void {
    const sure = this.#host.querySelector<HTMLElement>('.progress-sure');
    if (sure !== null) sure.hidden = !isAsked;
    this.#host.querySelector<HTMLElement>(`[data-do="${isAsked ? 'keep' : 'erase'}"]`)?.focus();
  }

  async #erase(): Promise<void> {
    this.#ask(false);
    await this.#log.erase();
    this.#say(this.#words.erased);
  }

  async #export(): Promise<void> {
    const date = new Date().toISOString();
    const text = writeProgressFile(await this.#log.events(), await this.#log.aside(), date);
    download(`flamewise-progress-${date.slice(0, 10)}.json`, text);
  }

  async #import(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    const read = readProgressFile(await file.text());
    input.value = '';
    if (typeof read === 'string') return this.#say(this.#words.importProblems[read]);
    const before = (await this.#log.events()).length;
    await this.#log.merge(read.events);
    const added = (await this.#log.events()).length - before;
    const known = read.events.length - added;
    const refused =
      read.refused === 0 ? '' : fillWords(this.#words.refused, { count: read.refused });
    this.#say(`${fillWords(this.#words.imported, { added, known })} ${refused}`.trim());
  }
}

function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  // Later: some browsers read the address only after this call.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
