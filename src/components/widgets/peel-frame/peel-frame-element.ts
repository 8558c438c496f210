import { paintSmallTree } from '../small-tree/paint-small-tree.ts';
import { peelFrame } from './peel.ts';
import type { Peeled, PeelFrame } from './peel.ts';
import type { PeelFrameWords } from './peel-frame-words.ts';
import { trustedMarkup } from '../../trusted/trusted-markup.ts';

/** Takes callees off the chosen frame and puts them back, and draws and says what is left of it. */
export class PeelFrameElement extends HTMLElement {
  static define(): void {
    if (customElements.get('peel-frame') === undefined) {
      customElements.define('peel-frame', PeelFrameElement);
    }
  }

  #frames: readonly PeelFrame[] = [];
  #words: PeelFrameWords | undefined;
  #lifetime: AbortController | undefined;

  connectedCallback(): void {
    this.#frames = JSON.parse(this.dataset['frames'] ?? '[]') as PeelFrame[];
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as PeelFrameWords;
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.addEventListener('change', ({ target }) => this.#onChange(target), { signal });
    for (const button of this.querySelectorAll<HTMLElement>('[data-all]')) {
      button.addEventListener('click', () => this.#setAll(button.dataset['all'] === 'on'), {
        signal,
      });
    }
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  get #frame(): PeelFrame | undefined {
    return this.#frames[this.querySelector('select')?.selectedIndex ?? 0];
  }

  get #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  }

  #onChange(target: EventTarget | null): void {
    if (target instanceof HTMLSelectElement) this.#listCallees();
    this.#show();
  }

  #setAll(isOn: boolean): void {
    for (const box of this.#boxes) box.checked = isOn;
    this.#show();
  }

  /** One tick for each callee of the frame that was chosen. */
  #listCallees(): void {
    const rows = (this.#frame?.callees ?? []).map(({ id, name }) => {
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.value = id;
      box.checked = true;
      const text = document.createElement('span');
      text.className = 'small-tree-name';
      text.translate = false;
      text.textContent = name;
      const label = document.createElement('label');
      label.className = 'small-tree-check';
      label.append(box, text);
      const row = document.createElement('li');
      row.append(label);
      return row;
    });
    this.querySelector('.needs-js .small-tree-rows')?.replaceChildren(...rows);
    const fieldset = this.querySelector('fieldset');
    if (fieldset !== null) fieldset.hidden = rows.length === 0;
    for (const button of this.querySelectorAll<HTMLElement>('[data-all]')) {
      button.hidden = rows.length === 0;
    }
  }

  #show(): void {
    const frame = this.#frame;
    const picture = this.querySelector<HTMLElement>('.small-tree-picture');
    const status = this.querySelector('.small-tree-says');
    if (frame === undefined || picture === null || status === null) return;
    const off = this.#boxes.filter(({ checked }) => !checked).map(({ value }) => value);
    const peeled = peelFrame(frame, new Set(off));
    picture.innerHTML = trustedMarkup(
      paintSmallTree(peeled.frames, {
        extent: frame.weight,
        widthPx: picture.clientWidth,
      }),
    );
    status.textContent = this.#wordsFor(frame, peeled);
  }

  #wordsFor(frame: PeelFrame, { left, sum, isBare }: Peeled): string {
    const words = this.#words;
    if (words === undefined) return '';
    const bare = sum === '' ? words.leaf : words.bare;
    const template = isBare ? bare : sum === '' ? words.whole : words.partly;
    const parts: Record<string, string> = { frame: frame.name, left: String(left), sum };
    return template.replaceAll(/\{(\w+)\}/g, (_, key: string) => parts[key] ?? '');
  }
}
