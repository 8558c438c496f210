import { displayName } from '../../../lib/flame/index.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';
import type { Note } from '../session/session.ts';
import type { LabWords } from '../load-words.ts';

export interface NotesActions {
  /** The frame that is selected on the graph. */
  selected(): { readonly frame: string; readonly name: string } | undefined;
  /** Whether the profile that is shown has the frame. */
  isThere(frame: string): boolean;
  show(note: Note): void;
  save(notes: readonly Note[]): Promise<void>;
  say(text: string): void;
}

/** Notes pinned to frames: written here, kept with the file, shown again by a click. */
export class NotesPanel {
  readonly element: HTMLElement;
  readonly #words: LabWords;
  readonly #actions: NotesActions;
  readonly #list = build('ul', { class: 'lab-notes', role: 'list' });
  readonly #at = build('p', { class: 'lab-note-at', id: 'lab-note-at' });
  readonly #text: HTMLTextAreaElement;
  readonly #pin: HTMLButtonElement;
  #notes: readonly Note[];

  constructor(notes: readonly Note[], words: LabWords, actions: NotesActions) {
    this.#words = words;
    this.#actions = actions;
    this.#notes = notes;
    const attributes = { id: 'lab-note-text', rows: 3, placeholder: words.notes.placeholder };
    this.#text = build('textarea', { ...attributes, 'aria-describedby': 'lab-note-at' });
    this.#pin = build('button', { type: 'submit', class: 'button' }, words.notes.pin);
    const form = build(
      'form',
      { class: 'lab-note-form' },
      this.#at,
      build('label', { for: 'lab-note-text', class: 'label' }, words.notes.text),
      this.#text,
      this.#pin,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#add();
    });
    this.element = build(
      'div',
      {},
      this.#list,
      form,
      build('p', { class: 'lab-note' }, words.notes.kept),
    );
    this.selectionChanged();
    this.#show();
  }

  get notes(): readonly Note[] {
    return this.#notes;
  }

  /** The reader chose another frame: the form says at which one a note would be pinned. */
  selectionChanged(): void {
    const selected = this.#actions.selected();
    const { notes } = this.#words;
    const name = selected === undefined ? undefined : shortName(selected.name);
    this.#at.textContent = name === undefined ? notes.none : notes.at(name);
    this.#pin.setAttribute('aria-disabled', String(selected === undefined));
  }

  #add(): void {
    const selected = this.#actions.selected();
    const text = this.#text.value.trim();
    if (selected === undefined) return this.#actions.say(this.#words.notes.none);
    if (text === '') return this.#text.focus();
    const { frame, name } = selected;
    const note = { id: crypto.randomUUID(), frame, name, text };
    void this.#save([...this.#notes, note], this.#words.notes.pinned(shortName(name)));
    this.#text.value = '';
  }

  #erase(note: Note): void {
    const left = this.#notes.filter(({ id }) => id !== note.id);
    void this.#save(left, this.#words.notes.erased);
    this.#text.focus();
  }

  /** Shown at once; said when it is kept, so that what is said holds over a reload. */
  async #save(notes: readonly Note[], done: string): Promise<void> {
    this.#notes = notes;
    this.#show();
    await this.#actions.save(notes);
    this.#actions.say(done);
  }

  #show(): void {
    this.#list.replaceChildren(...this.#notes.map((note) => this.#item(note)));
    this.#list.hidden = this.#notes.length === 0;
  }

  #item(note: Note): HTMLElement {
    const { notes: words } = this.#words;
    const name = shortName(note.name);
    const frame = build('code', { translate: 'no', title: note.name }, name);
    const item = build('li', { class: 'lab-pinned' });
    if (this.#actions.isThere(note.frame)) {
      const attributes = { type: 'button', class: 'lab-pinned-frame', title: words.show(name) };
      const show = build('button', attributes, frame);
      show.addEventListener('click', () => this.#actions.show(note));
      item.append(show);
    } else item.append(frame, ' ', build('small', {}, `(${words.lost})`));
    const erase = build(
      'button',
      { type: 'button', class: 'button button-quiet', 'aria-label': words.eraseOf(name) },
      words.erase,
    );
    erase.addEventListener('click', () => this.#erase(note));
    item.append(build('p', { class: 'lab-pinned-text' }, note.text), erase);
    return item;
  }
}

function shortName(name: string): string {
  return displayName(name, { level: 'shortest' });
}
