import type { Section } from '../../../lib/lab/index.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';
import { buildContents } from '../parts/reading-contents.ts';
import { buildSections, sectionHeadings } from '../parts/reading-panel.ts';
import { SideTabs, sideTabId } from '../parts/side-tabs.ts';
import type { EvidenceActions } from '../parts/statement-link.ts';
import type { LabWords } from '../load-words.ts';
import { deskPart } from './desk-part.ts';
import type { DeskSide } from './desk-side.ts';

export interface DeskReadingOptions {
  readonly words: LabWords;
  readonly lessons: Readonly<Record<string, string>>;
  readonly evidence: EvidenceActions;
  /** Two profiles: the reader chooses what is read. */
  readonly isPair: boolean;
  readonly headingOf: (side: DeskSide) => string;
  readonly sectionsOf: (side: DeskSide) => Promise<readonly Section[]>;
  readonly turn: (side: DeskSide) => void;
  readonly fail: (error: unknown) => void;
}

const panelId = 'lab-reading';

/** What is said of a profile, or of two: of the change from one to the other, and of each alone. */
export class DeskReading {
  /** What stands beside the graph, first of all: for two profiles the tabs, then what is said. */
  readonly elements: readonly HTMLElement[];
  readonly #part: HTMLElement;
  readonly #options: DeskReadingOptions;
  readonly #place = build('div', { class: 'lab-reading', id: panelId });
  readonly #wait = build('p', { class: 'label lab-waiting' });
  readonly #tabs: SideTabs | undefined;
  #contents: HTMLElement | undefined;
  /** Counts what was asked for: of the same side twice, too, the last one counts. */
  #wishes = 0;

  constructor(options: DeskReadingOptions) {
    this.#options = options;
    this.#part = deskPart('lab-read', options.headingOf('main'), this.#place);
    this.elements = [this.#part];
    if (!options.isPair) return;
    this.#tabs = new SideTabs(panelId, options.words, options.turn);
    this.elements = [this.#tabs.element, this.#part];
    this.#place.setAttribute('role', 'tabpanel');
  }

  /** Says what there is to say of a side; the last wish counts. */
  async show(side: DeskSide): Promise<void> {
    const { words, lessons, evidence, isPair, headingOf, sectionsOf, fail } = this.#options;
    const wish = ++this.#wishes;
    this.#tabs?.select(side);
    const heading = this.#part.querySelector('#lab-read');
    if (heading !== null) heading.textContent = headingOf(side);
    if (isPair) this.#place.setAttribute('aria-labelledby', sideTabId(side));
    const waiting = isPair && side === 'main' ? words.compare.waiting : words.reading.waiting;
    this.#wait.textContent = waiting;
    this.#place.replaceChildren();
    // At first nothing stands there that the list of the parts would push away.
    const isFirst = this.#contents === undefined;
    if (isFirst) this.#part.before(this.#wait);
    else this.#place.append(this.#wait);
    this.#part.hidden = isFirst;
    const begin = () => {
      this.#wait.remove();
      this.#part.hidden = false;
    };
    try {
      const sections = await sectionsOf(side);
      if (this.#wishes !== wish) return;
      begin();
      // Before what it leads to: or it would push that away when the reader has begun.
      this.#showContents(sections);
      this.#place.replaceChildren(build('p', { class: 'label lab-hint' }, words.reading.show));
      for (const section of buildSections(sections, { words, lessons, actions: evidence })) {
        this.#place.append(section);
        await nextTask(); // all of them at once would hold the page up
        if (this.#wishes !== wish) return;
      }
    } catch (error) {
      if (this.#wishes !== wish) return;
      begin();
      this.#place.replaceChildren(build('p', { class: 'lab-warning' }, words.reading.failed));
      fail(error);
    }
  }

  /** Stands above everything that is beside the graph, but for the tabs, which choose what it lists. */
  #showContents(sections: readonly Section[]): void {
    const text = this.#part.parentElement;
    const parts = [...(text?.querySelectorAll('.lab-part > h2') ?? [])]
      .filter(({ id }) => id !== 'lab-read')
      .map(({ id, textContent }) => ({ id, text: textContent }));
    const headings = [...sectionHeadings(sections), ...parts];
    const contents = buildContents(this.#options.words.reading.contents, headings);
    this.#contents?.remove();
    this.#part.before(contents);
    this.#contents = contents;
  }
}

/** The page gets a turn. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
