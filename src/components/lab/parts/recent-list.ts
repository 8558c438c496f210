import type { Locale } from '../../../lib/i18n/index.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';
import { queryOf } from '../open/lab-address.ts';
import type { Place } from '../open/lab-address.ts';
import type { Session } from '../session/session.ts';
import { isOwnFile, keepingLimits } from '../session/session.ts';
import type { SessionShelf } from '../session/session-shelf.ts';
import type { LabWords } from '../load-words.ts';
import { formatBytes } from './format-bytes.ts';

export interface RecentActions {
  open(place: Place): void;
  say(text: string): void;
}

/** The files of earlier visits, to open again or to erase; and what the browser keeps of them. */
export class RecentList {
  readonly #host: HTMLElement;
  readonly #shelf: SessionShelf;
  readonly #words: LabWords;
  readonly #locale: Locale;
  readonly #actions: RecentActions;

  constructor(
    host: HTMLElement,
    shelf: SessionShelf,
    words: LabWords,
    locale: Locale,
    actions: RecentActions,
  ) {
    this.#host = host;
    this.#shelf = shelf;
    this.#words = words;
    this.#locale = locale;
    this.#actions = actions;
    this.show();
  }

  show(): void {
    const { recent } = this.#words;
    const sessions = this.#shelf.list();
    this.#host.hidden = sessions.length === 0 && this.#shelf.lasts;
    const { fileBytes, allBytes, sessions: most } = keepingLimits;
    const size = (bytes: number) => formatBytes(bytes, this.#locale);
    const note = this.#shelf.lasts
      ? recent.note(size(fileBytes), size(allBytes), most)
      : recent.notKept;
    const parts: HTMLElement[] = [];
    if (sessions.length > 0) {
      const eraseAll = this.#button(recent.eraseAll, recent.eraseAll, async () => {
        await this.#shelf.eraseAll();
        this.#erased(recent.erasedAll);
      });
      const items = sessions.map((session) => this.#item(session));
      parts.push(
        build('h3', { tabindex: -1 }, recent.heading),
        build('ul', { role: 'list', class: 'lab-recent-list' }, ...items),
        eraseAll,
      );
    }
    this.#host.replaceChildren(...parts, build('p', { class: 'lab-note' }, note));
  }

  #item(session: Session): HTMLElement {
    const { recent } = this.#words;
    const { id, name, bytes, opened, notes, kept } = session;
    const place: Place = isOwnFile(session)
      ? { kind: 'session', id, profile: session.profile }
      : { kind: 'sample', id: id.slice('sample:'.length) };
    const href = location.pathname + queryOf({ before: place }, '');
    const link = build('a', { href, translate: 'no', title: recent.open(name) }, name);
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#actions.open(place);
    });
    const date = new Intl.DateTimeFormat(this.#locale, { dateStyle: 'medium' }).format(opened);
    const facts = [
      date,
      ...(bytes === 0 ? [] : [formatBytes(bytes, this.#locale)]),
      ...(notes.length === 0 ? [] : [recent.notes(notes.length)]),
      ...(kept === 'too-large' ? [recent.tooLarge] : kept === 'here' ? [recent.onlyNow] : []),
    ];
    const erase = this.#button(recent.erase, recent.eraseOne(name), async () => {
      await this.#shelf.erase(id);
      this.#erased(recent.erased(name));
    });
    return build(
      'li',
      {},
      link,
      build('span', { class: 'label' }, facts.join(recent.between)),
      erase,
    );
  }

  #button(text: string, label: string, act: () => Promise<void>): HTMLElement {
    const attributes = { type: 'button', class: 'button button-quiet', 'aria-label': label };
    const button = build('button', attributes, text);
    button.addEventListener('click', () => void act());
    return button;
  }

  #erased(text: string): void {
    this.show();
    this.#host.querySelector<HTMLElement>('h3')?.focus();
    this.#actions.say(text);
  }
}
