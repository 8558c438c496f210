import { paintSmallTree } from '../small-tree/paint-small-tree.ts';
import type { SmallFrame } from '../small-tree/paint-small-tree.ts';
import { findRefusal, formatRefusal, misplacedFrames, standingFrames } from './nesting.ts';
import type { Refusal } from './nesting.ts';
import type { RebuildTreeWords } from './rebuild-tree-words.ts';
import { trustedMarkup } from '../../trusted/trusted-markup.ts';

/** Lets the reader put frames onto each other, refuses what cannot be, and draws what stands. */
export class RebuildTreeElement extends HTMLElement {
  static define(): void {
    if (customElements.get('rebuild-tree') === undefined) {
      customElements.define('rebuild-tree', RebuildTreeElement);
    }
  }

  #frames: readonly SmallFrame[] = [];
  #words: RebuildTreeWords | undefined;
  readonly #places = new Map<string, string>();
  #lifetime: AbortController | undefined;

  connectedCallback(): void {
    this.#frames = JSON.parse(this.dataset['frames'] ?? '[]') as SmallFrame[];
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as RebuildTreeWords;
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.addEventListener('change', (event) => this.#onChange(event), { signal });
    this.querySelector('[data-again]')?.addEventListener('click', () => this.#fill(new Map()), {
      signal,
    });
    this.querySelector('[data-solve]')?.addEventListener('click', () => this.#fill(this.#stacks), {
      signal,
    });
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  /** Where the frames stand in the stacks. */
  get #stacks(): Map<string, string> {
    return new Map(
      this.#frames.flatMap(({ id, onto }) => (onto === undefined ? [] : [[id, onto] as const])),
    );
  }

  #onChange({ target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    const id = target.dataset['frame'] ?? '';
    if (target.value === '') {
      this.#places.delete(id);
      this.#say(this.#words?.takenOff, { frame: this.#nameOf(id) });
    } else {
      const refusal = findRefusal(this.#frames, this.#places, id, target.value);
      if (refusal !== undefined) {
        this.#refuse(refusal, id, target.value);
        target.value = this.#places.get(id) ?? '';
        return;
      }
      this.#places.set(id, target.value);
      this.#sayPlaced(id, target.value);
    }
    this.#draw();
  }

  #refuse(refusal: Refusal, id: string, onto: string): void {
    const names = { frame: this.#nameOf(id), onto: this.#nameOf(onto) };
    if (refusal.kind === 'circle') this.#say(this.#words?.circle, names, 'wrong');
    else this.#say(this.#words?.tooWide, { ...names, sum: formatRefusal(refusal) }, 'wrong');
  }

  #sayPlaced(id: string, onto: string): void {
    if (this.#places.size === this.#frames.length - 1) return this.#judge();
    const taken = this.#frames
      .filter((frame) => this.#places.get(frame.id) === onto)
      .reduce((sum, { weight }) => sum + weight, 0);
    const room = this.#frames.find((frame) => frame.id === onto)?.weight ?? 0;
    this.#say(this.#words?.placed, {
      frame: this.#nameOf(id),
      onto: this.#nameOf(onto),
      left: String(room - taken),
    });
  }

  /** Every frame has a place that the numbers allow; the stacks decide. */
  #judge(): void {
    const misplaced = misplacedFrames(this.#places, this.#stacks);
    if (misplaced.length === 0) return this.#say(this.#words?.right, {}, 'right');
    const names = misplaced.map((id) => this.#nameOf(id));
    const frames = new Intl.ListFormat(document.documentElement.lang).format(names);
    this.#say(this.#words?.allowedButWrong, { frames }, 'wrong');
  }

  #fill(places: ReadonlyMap<string, string>): void {
    this.#places.clear();
    for (const [id, onto] of places) this.#places.set(id, onto);
    for (const select of this.querySelectorAll('select')) {
      select.value = places.get(select.dataset['frame'] ?? '') ?? '';
    }
    if (places.size > 0) this.#judge();
    else this.#say('', {});
    this.#draw();
  }

  #draw(): void {
    const [root] = this.#frames;
    const picture = this.querySelector<HTMLElement>('.needs-js .small-tree-picture');
    if (root === undefined || picture === null) return;
    const standing = standingFrames(this.#places, root.id);
    const shown = this.#frames
      .filter(({ id }) => standing.has(id))
      .map(({ onto: _, ...frame }) => {
        const onto = this.#places.get(frame.id);
        return onto === undefined ? frame : { ...frame, onto };
      });
    picture.innerHTML = trustedMarkup(
      paintSmallTree(shown, {
        extent: root.weight,
        widthPx: picture.clientWidth,
      }),
    );
  }

  #nameOf(id: string): string {
    return this.#frames.find((frame) => frame.id === id)?.name ?? '';
  }

  #say(template = '', parts: Record<string, string>, verdict?: 'right' | 'wrong'): void {
    const status = this.querySelector<HTMLElement>('.small-tree-says');
    if (status === null) return;
    if (verdict === undefined) delete status.dataset['verdict'];
    else status.dataset['verdict'] = verdict;
    status.textContent = template.replaceAll(/\{(\w+)\}/g, (_, key: string) => parts[key] ?? '');
  }
}
