import { localeOf } from '../../lib/i18n/index.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import { queryWithSide, readSide } from './desk/desk-side.ts';
import type { Desk, DeskActions } from './desk/desk.ts';
import { readPayload } from './lab-payload.ts';
import type { LabPayload } from './lab-payload.ts';
import { givenFiles, listenForFiles, textFile } from './open/file-intake.ts';
import type { GivenFile } from './open/file-intake.ts';
import { isSamePlace, queryOf, readAddress } from './open/lab-address.ts';
import type { LabAddress, Place } from './open/lab-address.ts';
import type { OpenedSide, Source } from './open/opened-side.ts';
import { loadDesk, Opener } from './open/opener.ts';
import type { Wanted } from './open/opener.ts';
import type { RecentList } from './parts/recent-list.ts';
import { SessionShelf } from './session/session-shelf.ts';
import { loadLabWords } from './load-words.ts';
import type { LabWords } from './load-words.ts';

/**
 * `<flame-lab>`: opens profiles and reads them. A file goes: intake → worker (`LabFile`) → one side →
 * desk. What was open stays until the next one is read; cancelling and failing change nothing.
 */
export class LabElement extends HTMLElement {
  static define(): void {
    if (customElements.get('flame-lab') === undefined) {
      customElements.define('flame-lab', LabElement);
    }
  }

  #lifetime: AbortController | undefined;
  #words: LabWords | undefined;
  #payload: LabPayload = { samples: [], lessons: {} };
  #shelf: SessionShelf | undefined;
  #recent: RecentList | undefined;
  #opener: Opener | undefined;
  #before: OpenedSide | undefined;
  #after: OpenedSide | undefined;
  #desk: Desk | undefined;
  /** Files that were given before the words were there. */
  #early: readonly GivenFile[] | undefined;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    this.#payload = readPayload(this);
    this.#listen(this.#lifetime.signal);
    // A link to a profile shows no way in first, which would be gone at once.
    this.toggleAttribute('data-linked', readAddress(location.search).before !== undefined);
    void this.#start(this.#lifetime.signal).catch((error: unknown) => {
      this.toggleAttribute('data-linked', false);
      throw error;
    });
  }

  disconnectedCallback(): void {
    this.#opener?.cancel();
    this.#lifetime?.abort();
    this.#before?.file.close();
    this.#after?.file.close();
  }

  get #locale(): Locale {
    return localeOf(this);
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`.${name}`);
    if (part === null) throw new Error(`The lab's page has no .${name}.`);
    return part;
  }

  async #start(signal: AbortSignal): Promise<void> {
    const [words, shelf, { RecentList }] = await Promise.all([
      loadLabWords(this.#locale),
      SessionShelf.open(),
      import('./parts/recent-list.ts'),
    ]);
    if (signal.aborted) return;
    this.#words = words;
    this.#shelf = shelf;
    const say = (text: string) => this.#say(text);
    this.#opener = new Opener({
      words,
      shelf,
      locale: this.#locale,
      payload: this.#payload,
      progress: this.#part('lab-progress'),
      failure: this.#part('lab-failure'),
      isOpen: () => this.#before !== undefined,
      say,
    });
    const open = (place: Place) => void this.#open({ before: place }, 'push');
    this.#recent = new RecentList(this.#part('lab-recent'), shelf, words, this.#locale, {
      open,
      say,
    });
    this.dataset['ready'] = '';
    addEventListener('popstate', () => this.#followAddress(), { signal });
    addEventListener('pagehide', () => void this.#desk?.leave(), { signal });
    if (this.#early !== undefined) return this.#take(this.#early);
    const address = readAddress(location.search);
    if (address.before !== undefined) void this.#open(address, 'keep');
  }

  #listen(signal: AbortSignal): void {
    const take = (files: readonly GivenFile[]) => this.#take(files);
    const drop = this.#part('lab-drop-now');
    const onDrag = (over: boolean) => (drop.hidden = !over);
    const pastedName = this.dataset['pasted'] ?? 'pasted.txt';
    listenForFiles(take, { pastedName, onDrag, signal });
    const input = this.querySelector<HTMLInputElement>('.lab-files');
    input?.addEventListener(
      'change',
      () => {
        const files = givenFiles(input.files ?? []);
        input.value = ''; // choosing the same file again is a change again
        if (files.length > 0) this.#take(files);
      },
      { signal },
    );
    const form = this.querySelector<HTMLFormElement>('.lab-paste');
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      const field = form.querySelector('textarea');
      const text = field?.value ?? '';
      if (text.trim() === '') {
        field?.focus();
        this.#say(this.#words?.open.pasteEmpty ?? '');
      } else this.#take([textFile(text, pastedName)]);
    });
    this.addEventListener('click', (event) => this.#onClick(event), { signal });
    this.#part('lab-close').addEventListener('click', () => this.#showOpen(false), { signal });
  }

  /** Links to samples open here, without loading the page again. */
  #onClick(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('[data-open]') : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    void this.#open(readAddress(link.search), 'push');
  }

  /** Two files are compared, the older one first; of more the first is opened, the others are at hand. */
  #take(files: readonly GivenFile[]): void {
    if (this.#words === undefined) {
      this.#early = files;
      return;
    }
    const sources = files.map((file): Source => ({ kind: 'file', ...file }));
    const [first, second] =
      sources.length === 2 ? [...sources].sort((a, b) => modifiedOf(a) - modifiedOf(b)) : sources;
    if (first === undefined) return;
    if (sources.length === 2) void this.#open({ before: first, after: second }, 'push');
    else {
      void this.#open({ before: first }, 'push').then(() => this.#shelve(files.slice(1)));
    }
  }

  async #shelve(files: readonly GivenFile[]): Promise<void> {
    for (const { file, name } of files) await this.#shelf?.add(file, name);
    if (files.length > 0) this.#recent?.show();
  }

  #followAddress(): void {
    const address = readAddress(location.search);
    if (isSamePlace(address, this.#address)) {
      void this.#desk?.turn(readSide(location.search));
      return;
    }
    if (address.before === undefined) this.#clear();
    else void this.#open(address, 'keep');
  }

  get #address(): LabAddress {
    const [before, after] = [this.#before?.place, this.#after?.place];
    return {
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    };
  }

  /** Reads what is wanted, then shows it in the place of what was open. */
  async #open(wanted: Partial<Wanted>, address: 'push' | 'keep'): Promise<void> {
    const { before, after } = wanted;
    if (before === undefined) return;
    try {
      await this.#opener?.open({ before, after }, (...sides) => this.#show(...sides, address));
    } finally {
      this.toggleAttribute('data-linked', false);
    }
  }

  async #show(
    before: OpenedSide,
    after: OpenedSide | undefined,
    address: 'push' | 'keep',
  ): Promise<void> {
    const [words, shelf] = [this.#words, this.#shelf];
    if (words === undefined || shelf === undefined) return;
    const { Desk } = await loadDesk();
    await this.#desk?.leave();
    this.#closeBut(before, after);
    this.#before = before;
    this.#after = after;
    const place = location.pathname + queryOf(this.#address, location.search);
    if (address === 'push') history.pushState(null, '', place);
    this.#desk = new Desk({
      host: this.#part('lab-desk'),
      words,
      locale: this.#locale,
      payload: this.#payload,
      shelf,
      before: freshly(before, shelf),
      after: after && freshly(after, shelf),
      side: after === undefined ? 'main' : readSide(location.search),
      actions: this.#actions(),
    });
    this.dataset['open'] = '';
    this.toggleAttribute('data-choosing', false);
    this.#recent?.show();
    await this.#desk.show();
    document.title = `${before.title} · ${words.title}`;
    // By a link or a reload the reader is where the page begins.
    if (address === 'push') this.#focusName();
  }

  #focusName(): void {
    this.querySelector<HTMLElement>('.lab-name')?.focus({ preventScroll: true });
  }

  /** What is shown no longer is let go of, with its worker. */
  #closeBut(...kept: (OpenedSide | undefined)[]): void {
    const files = kept.map((side) => side?.file);
    for (const side of [this.#before, this.#after]) {
      if (side !== undefined && !files.includes(side.file)) side.file.close();
    }
  }

  #actions(): DeskActions {
    const now = () => ({ before: this.#before, after: this.#after });
    return {
      openAnother: () => this.#showOpen(true),
      turnTo: (index) => void this.#turnTo(index),
      compareWith: (source) => void this.#compareWith(source),
      swap: () => {
        const { before, after } = now();
        if (before !== undefined && after !== undefined) {
          void this.#show(after, before, 'push');
        }
      },
      stopComparing: () => {
        const { before } = now();
        if (before !== undefined) void this.#show(before, undefined, 'push');
      },
      sideChanged: (side) => {
        const query = queryWithSide(location.search, side);
        history.replaceState(history.state, '', location.pathname + query);
      },
      readAgain: () => {
        const { before, after } = this.#address;
        void this.#open({ ...(before && { before }), after }, 'keep');
      },
      say: (text) => this.#say(text),
    };
  }

  async #turnTo(index: number): Promise<void> {
    const side = this.#before;
    if (side === undefined || side.index === index) return;
    const { turnTo } = await loadDesk();
    try {
      await this.#show(await turnTo(side, index), undefined, 'push');
      this.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
    } catch (error) {
      const retry = () => void this.#open({ before: side.place }, 'keep');
      await this.#opener?.fail(error, side.title, retry);
    }
  }

  /** Another profile of the same file shares its worker; everything else is read in its own. */
  async #compareWith(source: Source): Promise<void> {
    const before = this.#before;
    if (before === undefined) return;
    const isSameFile = source.kind === before.place.kind && source.id === before.place.id;
    if (!isSameFile || source.profile === undefined) {
      return await this.#open({ before, after: source }, 'push');
    }
    const { turnTo } = await loadDesk();
    const after = await turnTo(before, source.profile);
    await this.#show(before, after, 'push');
  }

  #clear(): void {
    this.#closeBut();
    this.#before = undefined;
    this.#after = undefined;
    this.#desk = undefined;
    delete this.dataset['open'];
    this.#part('lab-desk').hidden = true;
    this.#part('lab-desk').replaceChildren();
  }

  /** Beside an open profile the ways to open another are behind a button. */
  #showOpen(wanted: boolean): void {
    this.toggleAttribute('data-choosing', wanted);
    if (wanted) this.querySelector<HTMLElement>('.lab-open h2')?.focus();
    else this.#focusName();
  }

  #say(text: string): void {
    const status = this.#part('lab-status');
    status.textContent = '';
    // A text that is the same as before is said again.
    requestAnimationFrame(() => (status.textContent = text));
  }
}

/** Its session may have been written to since it was opened. */
function freshly(side: OpenedSide, shelf: SessionShelf): OpenedSide {
  return { ...side, session: shelf.get(side.session.id) ?? side.session };
}

function modifiedOf(source: Source): number {
  return source.kind === 'file' ? source.modified : 0;
}
