import { localeOf } from '../../../lib/i18n/index.ts';
import type { CallTree, Profile, ViewState, WeightUnit } from '../../../lib/flame/index.ts';
import { getFirstTimesDone } from './first-times.ts';
import { FlameGraphController } from './flame-graph-controller.ts';
import { FlameGraphViews, readView } from './flame-graph-view.ts';
import { loadWords } from './flame-words.ts';
import type {
  FrameFocusEvent,
  FrameSelectEvent,
  ImportErrorEvent,
  ViewChangeEvent,
} from './frame-events.ts';
import { loadAsides, loadWaiting } from './load-later.ts';
import { nextTask, whenIdle } from './when-idle.ts';
import { loadProfile, readProfile } from './profile-source.ts';
import type { LoadedProfile } from './profile-source.ts';

/** A file's content as a page may have it. */
type FileData = Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | string;

/** What a page has of a profile beside the profile: of a large one, what its worker made. */
export interface ShowOptions {
  /** A second profile, to compare with. */
  readonly after?: Profile;
  /** `buildCallTree(profile)`, in the order of names. */
  readonly tree?: CallTree;
  /** `writeKinds(kindsOfFrames(profile))`. */
  readonly kinds?: string;
}

/**
 * `<flame-graph src="…">`: a flame graph to move about in. What the server painted inside is taken
 * over; without it the element makes its own parts.
 *
 * Attributes: `src` (a profile in any format that the library reads), `unit` (what the weights of a
 * folded file count), `after-src` (a second profile to compare with), `sample` and `after` (their ids for links), `view` (a `ViewState` as JSON, or part of one),
 * `kinds` (the kinds of the frames, from `writeKinds`, so that the rules need not be loaded),
 * `label`, `linked` (the page's address holds the view), `pick` (Enter and click choose a frame).
 *
 * `label` (what the picture is called, aloud and in its files), `kinds`, `sample` and `after` are about the file in `src`.
 * When another profile comes in its place, by a new `src`, by `load` or by `show`, those that the page has not set
 * anew are taken away, and the picture goes by the profile's own name. Without `src` they stay for whatever is shown.
 *
 * Methods: `load(file)`, `show(profile)`, `wake()`; properties: `view`, `profile`.
 *
 * Events, all bubbling: `framefocus`, `frameselect`, `viewchange`, `importerror`.
 */
export class FlameGraphElement extends HTMLElement {
  static readonly observedAttributes = ['src', 'view'];

  static define(tag = 'flame-graph', registry: CustomElementRegistry = customElements): void {
    if (registry.get(tag) === undefined) registry.define(tag, FlameGraphElement);
  }

  #lifetime: AbortController | undefined;
  #controller: FlameGraphController | undefined;
  #wanted: ViewState | undefined;
  /** What is shown: an element that is moved to another place of the page shows it there too. */
  #shown: readonly [LoadedProfile, LoadedProfile | undefined] | undefined;
  /** Another profile is to come than the one that the attributes tell of, as they were in `#said`. */
  #isOther = false;
  #said: Node | undefined;
  /** Of what is asked to be shown, the last counts. */
  #turn = 0;

  /** The view as it is shown; while what it needs is loaded or read, as it will be. */
  get view(): ViewState {
    return this.#controller?.wanted ?? this.#wanted ?? this.#viewOfAttributes();
  }

  /** Shows a view: a `ViewState` or any part of one; nonsense shows the default. Fires no event. */
  set view(value: unknown) {
    this.#wanted = readView(value, this.view);
    this.#controller?.show(this.#wanted);
  }

  connectedCallback(): void {
    // Set by a script that ran before this class was defined.
    if (Object.hasOwn(this, 'view')) {
      const { view } = this as { view: unknown };
      delete (this as { view?: unknown }).view;
      this.view = view;
    }
    this.#said ??= this.cloneNode();
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    if (this.#shown !== undefined) void this.#showProfile(...this.#shown, signal);
    else if (!this.hasAttribute('src')) this.#getReady(signal);
    else if (this.hasAttribute('linked')) void this.#start(signal);
    else this.#startWhenNear(signal);
  }

  disconnectedCallback(): void {
    this.#wanted = this.#controller?.wanted ?? this.#wanted;
    this.#lifetime?.abort();
    this.#controller = undefined;
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (name === 'view') {
      this.#wanted = undefined;
      this.#controller?.show(this.#viewOfAttributes());
    } else if (now !== null) {
      this.#turn++;
      // The same file once more is a second try.
      if (before !== null && before !== now) this.#isOther = true;
      this.#shown = undefined;
      this.#startAgain();
    }
  }

  /** Makes it live though it is far from the window: on paper it is as near as any other. */
  wake(): void {
    if (!this.#controller && this.hasAttribute('src')) this.#startAgain();
  }

  /** The profile that is shown; `undefined` before one is. */
  get profile(): Profile | undefined {
    return this.#controller?.view.profile;
  }

  /**
   * Reads a file that the page has and shows it in the place of what was there. Rejects with an
   * `ImportError`, which is then shown in the graph's place and fired as `importerror`.
   */
  async load(data: FileData, fileName = (data as Partial<File>).name ?? ''): Promise<void> {
    const turn = ++this.#turn;
    this.#isOther = true;
    this.#restart();
    try {
      const bytes =
        data instanceof Uint8Array ? data : new Uint8Array(await new Blob([data]).arrayBuffer());
      const loaded = await readProfile(bytes, fileName, this.#unit);
      if (turn === this.#turn) await this.#showProfile(loaded);
    } catch (error) {
      if (turn === this.#turn) await this.#showFailure(error);
      throw error;
    }
  }

  /**
   * Shows a profile that the page has read already. Rejects what is none, here or beside it, with a `TypeError` that
   * says what it wants; what was shown stays.
   */
  async show(profile: Profile, options: ShowOptions = {}): Promise<void> {
    const turn = ++this.#turn;
    const sound = (await loadAsides()).checkShown(profile, options);
    if (turn !== this.#turn) return;
    const before = this.#shown;
    this.#isOther = true;
    try {
      await this.#showProfile(...sound);
    } catch (error) {
      // What cannot be worked out takes nothing away.
      if (turn === this.#turn && before) void this.#showProfile(...before);
      throw error;
    }
  }

  get #unit(): WeightUnit | undefined {
    return (this.getAttribute('unit') as WeightUnit | null) ?? undefined;
  }

  /** Before it is in the page, or while it is taken out of it, the source waits. */
  #startAgain(): void {
    if (this.#lifetime && this.isConnected) void this.#start(this.#restart());
  }

  /** What is painted and said here of the profile before goes, when another is shown or cannot be. */
  async #leave(): Promise<void> {
    if (this.#isOther) (await loadAsides()).forgetProfile(this, this.#said);
    this.#isOther = false;
    this.#said = this.cloneNode();
  }

  /** What was shown is let go of, but for its view. */
  #restart(): AbortSignal {
    this.disconnectedCallback();
    this.#lifetime = new AbortController();
    return this.#lifetime.signal;
  }

  /** A graph without a source waits for a file: what a file of any size needs is loaded before. */
  #getReady(signal: AbortSignal): void {
    const cancel = whenIdle(() => {
      void loadAsides().then((asides) => asides.getReadyForFiles(this));
    });
    signal.addEventListener('abort', cancel);
  }

  /** Many graphs on a page: each is made live only when it comes near the screen. */
  #startWhenNear(signal: AbortSignal): void {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void this.#start(signal);
      },
      { rootMargin: '400px' },
    );
    observer.observe(this);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  async #start(signal: AbortSignal): Promise<void> {
    try {
      const kinds = this.getAttribute('kinds') ?? undefined;
      const afterSource = this.getAttribute('after-src');
      const [loaded, after] = await Promise.all([
        loadProfile(this.getAttribute('src') ?? '', this.#unit),
        afterSource === null ? undefined : loadProfile(afterSource, this.#unit),
        // Beside the files, not after them.
        loadWords(localeOf(this)),
        this.#loadAddress(),
        getFirstTimesDone(this, this.#unit ?? 'samples'),
      ]);
      // Reading has been a task, painting is the next.
      await nextTask();
      if (!signal.aborted) await this.#showProfile({ kinds, ...loaded }, after, signal);
    } catch (error) {
      if (!signal.aborted) await this.#showFailure(error);
    }
  }

  async #showProfile(
    loaded: LoadedProfile,
    after?: LoadedProfile,
    ofThis?: AbortSignal,
  ): Promise<void> {
    const { profile, tree, issues, kinds } = loaded;
    const views = new FlameGraphViews(profile, { after: after?.profile, merged: tree, kinds });
    const signal = ofThis ?? this.#restart();
    this.#shown = [loaded, after];
    await this.#leave();
    // It is shown when the element is put into a page.
    if (!this.isConnected) return;
    const address = await this.#loadAddress();
    const wanted = address?.viewOfAddress() ?? this.view;
    signal.addEventListener('abort', () => views.close());
    const [words] = await Promise.all([
      loadWords(localeOf(this)),
      // A first view that takes a while to work out says so.
      views.isReadyFor(wanted) || this.#wait(views, wanted, signal),
    ]);
    if (signal.aborted) return;
    this.#controller = new FlameGraphController({
      host: this,
      views,
      words,
      locale: localeOf(this),
      view: this.view,
      issues: [...issues, ...(after?.issues ?? [])],
      signal,
      PageAddress: address?.PageAddress,
    });
    await this.#controller.ready;
    if (!signal.aborted) this.classList.add('is-live');
  }

  async #wait(views: FlameGraphViews, view: ViewState, signal: AbortSignal): Promise<void> {
    const { waitForFirstView } = await loadWaiting();
    await waitForFirstView({ views, host: this, locale: localeOf(this) }, view, signal);
  }

  async #loadAddress(): Promise<typeof import('./page-address.ts') | undefined> {
    return this.hasAttribute('linked') ? await import('./page-address.ts') : undefined;
  }

  async #showFailure(reason: unknown): Promise<void> {
    await this.#leave();
    await (await loadAsides()).showFailure(this, reason);
  }

  #viewOfAttributes(): ViewState {
    const text = (name: string) => this.getAttribute(name) ?? '';
    let view: unknown;
    try {
      view = JSON.parse(text('view'));
    } catch {
      // No attribute, or one that is no JSON: the graph is shown all the same.
    }
    return readView(view, { sample: text('sample'), after: text('after') });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'flame-graph': FlameGraphElement;
  }
  interface HTMLElementEventMap {
    framefocus: FrameFocusEvent;
    frameselect: FrameSelectEvent;
    viewchange: ViewChangeEvent;
    importerror: ImportErrorEvent;
  }
}
