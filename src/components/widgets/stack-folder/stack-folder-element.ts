import { importFolded, ImportError, type Profile } from '../../../lib/flame/index.ts';
import { linesOf, newestRow, paintFoldStep, planFoldSteps, type FoldPlan } from './fold-steps.ts';
import { firstSamples, type StackFolderWords } from './stack-folder-words.ts';
import { trustedMarkup } from '../../trusted/trusted-markup.ts';

const pauseMs = 1400;

/** Plays the way from samples to a flame graph, forwards and backwards, on the reader's samples too. */
export class StackFolderElement extends HTMLElement {
  static define(): void {
    if (customElements.get('stack-folder') === undefined) {
      customElements.define('stack-folder', StackFolderElement);
    }
  }

  #lifetime: AbortController | undefined;
  #plan: FoldPlan | undefined;
  #at = 0;
  #timer: number | undefined;
  #width = 0;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    // What is pressed before the first samples are read counts as soon as they are.
    const first = this.#load(firstSamples);
    const on = (part: string, act: () => void) => {
      this.#part(part).addEventListener('click', () => void first.then(act), { signal });
    };
    on('back', () => this.#step(-1));
    on('next', () => this.#step(1));
    on('play', () => this.#play(1));
    on('reverse', () => this.#play(-1));
    on('reset', () => {
      this.#samples.value = firstSamples;
      void this.#read();
    });
    const form = this.#part('form');
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        void this.#read();
      },
      { signal },
    );
    const watcher = new ResizeObserver(() => this.#fit());
    watcher.observe(this.#part('picture'));
    signal.addEventListener('abort', () => watcher.disconnect());
  }

  disconnectedCallback(): void {
    this.#stop();
    this.#lifetime?.abort();
  }

  get #words(): StackFolderWords {
    return JSON.parse(this.dataset['words'] ?? '{}') as StackFolderWords;
  }

  get #samples(): HTMLTextAreaElement {
    return this.#part('samples') as HTMLTextAreaElement;
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (part === null) throw new Error(`The stack folder has no ${name}.`);
    return part;
  }

  /** Labels are cut to the width that the picture really has. */
  #fit(): void {
    const width = Math.round(this.#part('picture').clientWidth);
    if (width === 0 || width === this.#width) return;
    this.#width = width;
    this.#show();
  }

  async #read(): Promise<void> {
    this.#stop();
    const message = this.#part('message');
    const { done, kept } = this.#words;
    try {
      const issues = await this.#load(this.#samples.value);
      message.textContent = [done, ...issues].join('\n');
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      message.textContent = `${this.#lineWords(error.line)}${error.message}\n${kept}`;
    }
  }

  /** Takes samples over when they can be read; what was skipped comes back as sentences. */
  async #load(text: string): Promise<string[]> {
    const { profiles, issues } = await importFolded(new TextEncoder().encode(text));
    const plan = planFoldSteps(profiles[0] as Profile); // an import never gives none
    this.#plan = plan;
    this.#at = 0;
    this.#show();
    return issues.map(({ line, message }) => `${this.#lineWords(line)}${message}`);
  }

  #lineWords(line: number | undefined): string {
    return line === undefined ? '' : this.#words.line.replace('{n}', String(line));
  }

  get #last(): number {
    return (this.#plan?.steps.length ?? 1) - 1;
  }

  #step(by: number): void {
    this.#stop();
    this.#move(by);
  }

  #move(by: number): void {
    this.#at = Math.min(this.#last, Math.max(0, this.#at + by));
    this.#show();
  }

  /** From the other end, when there is nothing left to play. A second press pauses. */
  #play(by: 1 | -1): void {
    const wasPlaying = this.dataset['playing'];
    this.#stop();
    if (wasPlaying === String(by)) return;
    const end = by === 1 ? this.#last : 0;
    if (this.#at === end) this.#at = this.#last - end;
    this.dataset['playing'] = String(by);
    this.#show();
    this.#timer = window.setInterval(() => {
      this.#move(by);
      if (this.#at === end) this.#stop();
    }, pauseMs);
  }

  #stop(): void {
    window.clearInterval(this.#timer);
    delete this.dataset['playing'];
    this.#label();
  }

  #label(): void {
    const { play, reverse, pause } = this.#words;
    this.#part('play').textContent = this.dataset['playing'] === '1' ? pause : play;
    this.#part('reverse').textContent = this.dataset['playing'] === '-1' ? pause : reverse;
  }

  #show(): void {
    const plan = this.#plan;
    const step = plan?.steps[this.#at];
    if (plan === undefined || step === undefined) return;
    const words = this.#words;
    this.#part('picture').innerHTML = trustedMarkup(
      paintFoldStep(plan, step, this.#width || undefined),
    );
    this.#part('lines').replaceChildren(...linesOf(plan, step).map(lineItem));
    this.#part('step').textContent = words.progress
      .replace('{n}', String(this.#at + 1))
      .replace('{of}', String(this.#last + 1));
    this.#part('says').textContent = words[step.kind].replace('{boxes}', () =>
      newestRow(plan, step).join(' · '),
    );
    // Not `disabled`: that would throw the focus of whoever steps by keyboard.
    this.#part('back').setAttribute('aria-disabled', String(this.#at === 0));
    this.#part('next').setAttribute('aria-disabled', String(this.#at === this.#last));
    this.#label();
  }
}

function lineItem(text: string): HTMLLIElement {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
}
