import type { Locale } from '../../../lib/i18n/index.ts';
import type { ViewSketch } from '../../../lib/flame/index.ts';
import type { RecordingAdvice } from '../../../lib/lab/index.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';
import type { LabPayload } from '../lab-payload.ts';
import type { OpenedSide, Source } from '../open/opened-side.ts';
import { orderProfiles } from '../open/order-profiles.ts';
import { buildReport } from '../parts/import-report.ts';
import { NotesPanel } from '../parts/notes-panel.ts';
import { buildTabs } from '../parts/profile-tabs.ts';
import { buildContents } from '../parts/reading-contents.ts';
import { buildSections } from '../parts/reading-panel.ts';
import { RecordPanel } from '../parts/record-panel.ts';
import type { Session, SessionShelf } from '../session/session-shelf.ts';
import type { LabComparison, LabReading } from '../worker/lab-answers.ts';
import type { LabWords } from '../load-words.ts';
import { DeskGraph } from './desk-graph.ts';

/** What the desk asks of the page. */
export interface DeskActions {
  openAnother(): void;
  turnTo(index: number): void;
  compareWith(source: Source): void;
  swap(): void;
  stopComparing(): void;
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
  readonly actions: DeskActions;
}

const savePauseMs = 400;
const panelId = 'lab-panel';

/** One profile on the desk, or two: what was read, the graph, the reading, and what can be done with it. */
export class Desk {
  readonly #options: DeskOptions;
  readonly #graph: DeskGraph;
  readonly #notes: NotesPanel;
  readonly #reading: Promise<LabReading>;
  readonly #comparison: Promise<LabComparison | undefined>;
  readonly #text = build('div', { class: 'lab-text' });
  readonly #warning = build('div', { class: 'lab-lost', role: 'alert', hidden: true });
  #record: RecordPanel | undefined;
  #session: Session;
  #saving: ReturnType<typeof setTimeout> | undefined;
  #saves: Promise<void> = Promise.resolve();

  constructor(options: DeskOptions) {
    this.#options = options;
    const { words, locale, before, after } = options;
    this.#session = before.session;
    this.#graph = new DeskGraph(before, after, {
      words,
      onChange: () => {
        this.#notes.selectionChanged();
        this.#saveSoon();
      },
    });
    this.#notes = new NotesPanel(before.session.notes, words, {
      selected: () => this.#graph.selected,
      isThere: (frame) => this.#graph.has(frame),
      show: ({ frame }) => this.#show({ selection: frame }),
      save: (notes) => this.#save({ notes }),
      say: options.actions.say,
    });
    this.#reading = before.file.read(before.index, locale);
    this.#comparison =
      after === undefined
        ? Promise.resolve(undefined)
        : before.file.compare(before.index, { file: after.file, profile: after.index }, locale);
  }

  /** Puts everything in its place; resolves when the graph is drawn. */
  async show(): Promise<void> {
    const { host, before, after } = this.#options;
    this.#fillText();
    host.replaceChildren(...this.#head(), this.#panel());
    host.hidden = false;
    // The view that was left is the session's; a comparison begins with the difference.
    await this.#graph.show(after === undefined ? before.session.view : null);
  }

  /** The reader leaves: what is not saved yet is saved now. */
  async leave(): Promise<void> {
    clearTimeout(this.#saving);
    if (this.#saving !== undefined) await this.#save({ view: this.#graph.view });
  }

  #head(): HTMLElement[] {
    const { words, locale, before, after, actions } = this.#options;
    const name = (side: OpenedSide) => build('span', { translate: 'no' }, side.title);
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
    const panel = build('div', { class: 'lab-columns', id: panelId }, this.#graph.element);
    if (hasTabs) {
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', `lab-tab-${before.index}`);
    }
    panel.append(this.#text);
    return panel;
  }

  #fillText(): void {
    const { words } = this.#options;
    const isPair = this.#options.after !== undefined;
    const waiting = isPair ? words.compare.waiting : words.reading.waiting;
    const reading = build('div', { class: 'lab-reading' }, build('p', { class: 'label' }, waiting));
    const heading = isPair ? words.compare.changes : words.reading.label;
    const record = part('lab-record', words.record.heading);
    const take = part('lab-take', words.take.heading);
    this.#text.append(
      part('lab-read', heading, reading),
      part('lab-note-part', words.notes.heading, this.#notes.element),
      take,
      record,
    );
    void this.#fillReading(reading);
    void this.#fillTake(take);
    void this.#fillRecord(record);
  }

  async #fillReading(place: HTMLElement): Promise<void> {
    const { words, payload } = this.#options;
    const actions = {
      addressOf: (view: ViewSketch) => this.#graph.addressOf(view),
      showEvidence: (view: ViewSketch) => this.#show(view),
    };
    try {
      const comparison = await this.#comparison;
      const { sections } = comparison?.said ?? (await this.#reading).said;
      const hint = build('p', { class: 'label lab-hint' }, words.reading.show);
      place.replaceChildren(hint);
      for (const section of buildSections(sections, { words, lessons: payload.lessons, actions })) {
        place.append(section);
        await nextTask(); // all of them at once would hold the page up
      }
      const headings = this.#text.querySelectorAll<HTMLElement>('.lab-section h3, .lab-part > h2');
      const others = [...headings].filter(({ id }) => id !== 'lab-read');
      this.#text.prepend(buildContents(words.reading.contents, others));
    } catch (error) {
      place.replaceChildren(build('p', { class: 'lab-warning' }, words.reading.failed));
      this.#lost(error);
    }
  }

  async #fillTake(place: HTMLElement): Promise<void> {
    const { words, locale, before, after, actions } = this.#options;
    const { buildTakeAway } = await import('../parts/take-away.ts');
    const panel = buildTakeAway({
      words,
      locale,
      before,
      after,
      view: () => this.#graph.view,
      reading: () => this.#reading,
      comparison: () => this.#comparison,
      advice: () => this.#advice(),
      notes: () => this.#notes.notes,
      say: actions.say,
      fail: (error) => {
        actions.say(words.take.failed);
        this.#lost(error);
      },
    });
    place.append(panel);
  }

  async #fillRecord(place: HTMLElement): Promise<void> {
    const { words, locale } = this.#options;
    try {
      this.#record = new RecordPanel(await this.#reading, words, locale);
      place.append(this.#record.element);
    } catch {
      place.remove(); // the reading's own place says why
    }
  }

  async #advice(): Promise<RecordingAdvice> {
    const { words, locale } = this.#options;
    return (this.#record ?? new RecordPanel(await this.#reading, words, locale)).advice;
  }

  #show(view: ViewSketch): void {
    this.#graph.go(view);
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
      void this.#save({ view: this.#graph.view });
    }, savePauseMs);
  }

  /** One after the other: a view that is saved beside a note would put the note back as it was before. */
  #save(change: Partial<Pick<Session, 'view' | 'notes' | 'profile'>>): Promise<void> {
    this.#saves = this.#saves.catch(() => undefined).then(() => this.#write(change));
    return this.#saves;
  }

  async #write(change: Partial<Pick<Session, 'view' | 'notes' | 'profile'>>): Promise<void> {
    const { shelf, before, after } = this.#options;
    // The view of a comparison is not the file's own.
    const view = after === undefined ? {} : { view: this.#session.view };
    this.#session = await shelf.update(this.#session, {
      ...change,
      ...view,
      profile: before.index,
    });
  }
}

/** The page gets a turn. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function part(id: string, heading: string, ...content: HTMLElement[]): HTMLElement {
  const head = build('h2', { id }, heading);
  return build('section', { class: 'lab-part', 'aria-labelledby': id }, head, ...content);
}
