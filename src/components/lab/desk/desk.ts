import type { Locale } from '../../../lib/i18n/index.ts';
import type { ViewSketch } from '../../../lib/flame/index.ts';
import type { RecordingAdvice, Section } from '../../../lib/lab/index.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';
import type { LabPayload } from '../lab-payload.ts';
import type { OpenedSide, Source } from '../open/opened-side.ts';
import { orderProfiles } from '../open/order-profiles.ts';
import { buildReport } from '../parts/import-report.ts';
import { NotesPanel } from '../parts/notes-panel.ts';
import { buildTabs } from '../parts/profile-tabs.ts';
import { RecordPanel } from '../parts/record-panel.ts';
import type { SessionShelf } from '../session/session-shelf.ts';
import type { LabComparison, LabReading } from '../worker/lab-reading.ts';
import type { LabWords } from '../load-words.ts';
import { fixSpaces } from '../../../lib/site/typeset/fixed-spaces.ts';
import { DeskGraphs } from './desk-graphs.ts';
import { deskPart } from './desk-part.ts';
import { DeskReading } from './desk-reading.ts';
import type { DeskSide } from './desk-side.ts';
import { DeskMemory } from './desk-memory.ts';
import { keptPairView } from './pair-view.ts';

/** What the desk asks of the page. */
export interface DeskActions {
  openAnother(): void;
  turnTo(index: number): void;
  compareWith(source: Source): void;
  swap(): void;
  stopComparing(): void;
  /** Of two profiles another one is read. */
  sideChanged(side: DeskSide): void;
  /** The worker is gone: the file has to be read again. */
  readAgain(): void;
  say(text: string): void;
}

export interface DeskOptions {
  readonly host: HTMLElement;
  readonly words: LabWords;
  readonly locale: Locale;
  readonly payload: LabPayload;
  readonly shelf: SessionShelf;
  readonly before: OpenedSide;
  readonly after: OpenedSide | undefined;
  /** What of two profiles is read at first. */
  readonly side: DeskSide;
  readonly actions: DeskActions;
}

const savePauseMs = 400;
const panelId = 'lab-panel';

/** One profile on the desk, or two: what was read, the graph, the reading, and what can be done with it. */
export class Desk {
  readonly #options: DeskOptions;
  readonly #graphs: DeskGraphs;
  readonly #notes: NotesPanel;
  readonly #readings = new Map<OpenedSide, Promise<LabReading>>();
  readonly #comparison: Promise<LabComparison | undefined>;
  readonly #text = build('div', { class: 'lab-text' });
  readonly #said: DeskReading;
  readonly #takePart: HTMLElement;
  readonly #recordPart: HTMLElement;
  readonly #warning = build('div', { class: 'lab-lost', role: 'alert', hidden: true });
  #take: HTMLElement | undefined;
  #record: RecordPanel | undefined;
  #side: DeskSide = 'main';
  #saving: ReturnType<typeof setTimeout> | undefined;
  readonly #memory: DeskMemory;

  constructor(options: DeskOptions) {
    this.#options = options;
    const { words, locale, before, after } = options;
    this.#memory = new DeskMemory(options.shelf, before, after);
    this.#graphs = new DeskGraphs(before, after, {
      words,
      onChange: () => {
        this.#notes.selectionChanged();
        this.#saveSoon();
      },
    });
    this.#notes = new NotesPanel(before.session.notes, words, {
      selected: () => this.#graphs.shown.selected,
      isThere: (frame) => this.#graphs.main.has(frame),
      show: ({ frame }) => void this.#showNoted(frame),
      save: (notes) => this.#memory.save({ notes }),
      say: options.actions.say,
    });
    this.#comparison =
      after === undefined
        ? Promise.resolve(undefined)
        : before.file.compare(before.index, { file: after.file, profile: after.index }, locale);
    this.#takePart = deskPart('lab-take', words.take.heading);
    this.#recordPart = deskPart('lab-record', words.record.heading);
    this.#said = new DeskReading({
      words,
      lessons: options.payload.lessons,
      evidence: {
        addressOf: (view) => this.#graphs.shown.addressOf(view),
        showEvidence: (view) => this.#show(view),
      },
      isPair: after !== undefined,
      headingOf: (side) => this.#headingOf(side),
      sectionsOf: (side) => this.#sectionsOf(side),
      turn: (side) => void this.turn(side),
      fail: (error) => this.#lost(error),
    });
  }

  /** Puts everything in its place; resolves when the graph is drawn. */
  async show(): Promise<void> {
    const { host, before, after } = this.#options;
    this.#fillText();
    host.replaceChildren(...this.#head(), this.#panel());
    host.hidden = false;
    // The view that was left is the session's; a new comparison begins with the difference.
    await this.#graphs.main.show(
      after === undefined ? before.session.view : keptPairView(before, after),
    );
    // The reader may have turned to another side meanwhile.
    await this.#graphs.turn(this.#side);
  }

  /** Of two profiles the change is read, or one of them alone, and the graph shows the same. */
  async turn(side: DeskSide): Promise<void> {
    if (this.#options.after === undefined || side === this.#side) return;
    this.#side = side;
    this.#options.actions.sideChanged(side);
    void this.#said.show(side);
    void this.#fillTake();
    void this.#fillRecord();
    await this.#graphs.turn(side);
    this.#notes.selectionChanged();
  }

  /** The reader leaves: what is not saved yet is saved now. */
  async leave(): Promise<void> {
    clearTimeout(this.#saving);
    if (this.#saving !== undefined) await this.#saveView();
  }

  #head(): HTMLElement[] {
    const { words, locale, before, after, actions } = this.#options;
    const name = (side: OpenedSide) => build('span', { translate: 'no' }, fixSpaces(side.title));
    const title = build('h2', { class: 'lab-name', tabindex: -1 }, name(before));
    if (after !== undefined) title.append(build('span', {}, ' → '), name(after));
    const bar = build('div', { class: 'lab-bar' }, title, this.#buttons());
    const parts: HTMLElement[] = [bar, this.#warning, this.#comparePlace];
    if (after === undefined) parts.push(buildReport(before, words, locale));
    else {
      const { compare } = words;
      parts.push(buildReport(before, words, locale, compare.before));
      parts.push(buildReport(after, words, locale, compare.after));
    }
    const { profiles } = before.file;
    if (profiles.length > 1 && after === undefined) {
      const choose = (index: number) => actions.turnTo(index);
      const options = { words, locale, panel: panelId, choose };
      parts.push(buildTabs(orderProfiles(profiles), before.index, options));
    }
    return parts;
  }

  readonly #comparePlace = build('div', { class: 'lab-compare', hidden: true });

  #buttons(): HTMLElement {
    const { words, after, actions } = this.#options;
    const button = (text: string, act: () => void) => {
      const element = build('button', { type: 'button', class: 'button' }, text);
      element.addEventListener('click', act);
      return element;
    };
    const row = build('div', { class: 'lab-buttons' });
    row.append(button(words.open.another, actions.openAnother));
    if (after === undefined) {
      const open = button(words.compare.open, () => void this.#toggleCompare(open));
      open.setAttribute('aria-expanded', 'false');
      row.append(open);
    } else {
      row.append(button(words.compare.swap, actions.swap));
      row.append(button(words.compare.stop, actions.stopComparing));
    }
    return row;
  }

  async #toggleCompare(button: HTMLElement): Promise<void> {
    const { words, before, payload, shelf, actions } = this.#options;
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!isOpen));
    this.#comparePlace.hidden = isOpen;
    if (isOpen) return;
    const { buildComparePanel } = await import('../parts/compare-panel.ts');
    const { samples } = payload;
    const choose = (source: Source) => actions.compareWith(source);
    const options = { words, before, samples, recent: shelf.list(), choose, say: actions.say };
    this.#comparePlace.replaceChildren(buildComparePanel(options));
    this.#comparePlace.querySelector('select')?.focus();
  }

  #panel(): HTMLElement {
    const { before, after } = this.#options;
    const hasTabs = before.file.profiles.length > 1 && after === undefined;
    const panel = build('div', { class: 'lab-columns', id: panelId });
    panel.append(this.#graphs.main.element);
    if (hasTabs) {
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', `lab-tab-${before.index}`);
    }
    panel.append(this.#text);
    return panel;
  }

  #fillText(): void {
    const { words, side } = this.#options;
    this.#text.append(
      ...this.#said.elements,
      deskPart('lab-note-part', words.notes.heading, this.#notes.element),
      this.#takePart,
      this.#recordPart,
    );
    this.#side = side;
    void this.#said.show(side);
    void this.#fillTake();
    void this.#fillRecord();
  }

  #headingOf(side: DeskSide): string {
    const { words, after } = this.#options;
    if (after === undefined) return words.reading.label;
    return side === 'main'
      ? words.compare.changes
      : words.compare.readingOf(this.#opened(side).title);
  }

  async #sectionsOf(side: DeskSide): Promise<readonly Section[]> {
    const comparison = side === 'main' ? await this.#comparison : undefined;
    return (comparison?.said ?? (await this.#readingOf(side)).said).sections;
  }

  #opened(side: DeskSide): OpenedSide {
    const { before, after } = this.#options;
    return side === 'after' && after !== undefined ? after : before;
  }

  /** Read when it is asked for, once. */
  #readingOf(side: DeskSide): Promise<LabReading> {
    const opened = this.#opened(side);
    const known = this.#readings.get(opened);
    const reading = known ?? opened.file.read(opened.index, this.#options.locale);
    this.#readings.set(opened, reading);
    return reading;
  }

  /** What is read is what is taken away: the two together, or one of them. */
  async #fillTake(): Promise<void> {
    const { words, locale, after, actions } = this.#options;
    const side = this.#side;
    const { buildTakeAway } = await import('../parts/take-away.ts');
    if (this.#side !== side) return;
    const panel = buildTakeAway({
      words,
      locale,
      before: this.#opened(side),
      after: side === 'main' ? after : undefined,
      view: () => this.#graphs.shown.view,
      reading: () => this.#readingOf(side),
      comparison: () => (side === 'main' ? this.#comparison : Promise.resolve(undefined)),
      advice: () => this.#advice(),
      // They are pinned to the first one.
      notes: () => (side === 'after' ? [] : this.#notes.notes),
      say: actions.say,
      fail: (error) => {
        actions.say(words.take.failed);
        this.#lost(error);
      },
    });
    this.#take?.remove();
    this.#take = panel;
    this.#takePart.append(panel);
  }

  /** Of a change it is the first profile that is recorded better. */
  async #fillRecord(): Promise<void> {
    const { words, locale } = this.#options;
    const side = this.#side;
    try {
      const record = new RecordPanel(await this.#readingOf(side), words, locale);
      if (this.#side !== side) return;
      this.#record?.element.remove();
      this.#record = record;
      this.#recordPart.append(record.element);
    } catch {
      this.#recordPart.remove(); // the reading's own place says why
    }
  }

  async #advice(): Promise<RecordingAdvice> {
    const { words, locale } = this.#options;
    return (this.#record ?? new RecordPanel(await this.#readingOf(this.#side), words, locale))
      .advice;
  }

  async #showNoted(frame: string): Promise<void> {
    if (!this.#graphs.shown.has(frame)) await this.turn('main');
    this.#show({ selection: frame });
  }

  #show(view: ViewSketch): void {
    this.#graphs.shown.go(view);
    this.#options.actions.say(this.#options.words.reading.shown);
  }

  /** The worker has stopped: the graph is still there, and the file can be read again. */
  #lost(error: unknown): void {
    const { words, actions } = this.#options;
    console.error(error);
    const again = build('button', { type: 'button', class: 'button' }, words.failed.again);
    again.addEventListener('click', actions.readAgain);
    this.#warning.replaceChildren(build('p', {}, words.failed.lost), again);
    this.#warning.hidden = false;
  }

  #saveSoon(): void {
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => {
      this.#saving = undefined;
      void this.#saveView();
    }, savePauseMs);
  }

  /** The view of a comparison is not the file's own. */
  #saveView(): Promise<void> {
    const { view } = this.#graphs.main;
    const isPair = this.#options.after !== undefined;
    return this.#memory.save(isPair ? { pair: view } : { view });
  }
}
