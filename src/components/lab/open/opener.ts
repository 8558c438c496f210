import type { Locale } from '../../../lib/i18n/index.ts';
import type { LabPayload } from '../lab-payload.ts';
import type { ProgressPanel } from '../parts/open-status.ts';
import type { SessionShelf } from '../session/session-shelf.ts';
import type { LabWords } from '../load-words.ts';
import type { OpenedSide, Source } from './opened-side.ts';

/** Everything that a file needs to be shown: loaded when the first one is opened. */
export const loadDesk = () => import('../desk/open-desk.ts');

/** What is to be shown; a side that is open already is not read again. */
export interface Wanted {
  readonly before: Source | OpenedSide;
  readonly after?: Source | OpenedSide | undefined;
}

export interface OpenerOptions {
  readonly words: LabWords;
  readonly locale: Locale;
  readonly payload: LabPayload;
  readonly shelf: SessionShelf;
  readonly progress: HTMLElement;
  readonly failure: HTMLElement;
  /** Whether a profile is open that stays. */
  readonly isOpen: () => boolean;
  readonly say: (text: string) => void;
}

/**
 * Reads what is wanted and hands it over, with progress, cancelling and failures on the page. One at a
 * time: the last wish counts, and until it is fulfilled nothing changes.
 */
export class Opener {
  readonly #options: OpenerOptions;
  #progress: ProgressPanel | undefined;
  #opening: AbortController | undefined;

  constructor(options: OpenerOptions) {
    this.#options = options;
  }

  cancel(): void {
    this.#opening?.abort();
  }

  async open(
    wanted: Wanted,
    show: (before: OpenedSide, after: OpenedSide | undefined) => Promise<void>,
  ): Promise<void> {
    this.cancel();
    const opening = new AbortController();
    this.#opening = opening;
    const { signal } = opening;
    const { words, failure } = this.#options;
    const { openSide, newProgress } = await loadDesk();
    this.#progress ??= newProgress(this.#options.progress, words, () => this.cancel());
    const progress = this.#progress;
    failure.hidden = true;
    let name = '';
    const options = {
      samples: this.#options.payload.samples,
      shelf: this.#options.shelf,
      signal,
      onStart: (what: string, kind: Source['kind']) => {
        name = what;
        const { reading, fetching } = words.loading;
        progress.start(kind === 'sample' ? fetching(what) : reading(what));
      },
      onProgress: (done: number) => progress.show(done),
    };
    const read: OpenedSide[] = [];
    const side = async (source: Source | OpenedSide): Promise<OpenedSide> => {
      if ('session' in source) return source;
      const opened = await openSide(source, options);
      read.push(opened);
      return opened;
    };
    try {
      const before = await side(wanted.before);
      const after = wanted.after === undefined ? undefined : await side(wanted.after);
      signal.throwIfAborted();
      await show(before, after);
    } catch (error) {
      for (const { file } of read) file.close();
      if (this.#opening !== opening) return; // another one is being opened already
      await this.fail(error, name, () => void this.open(wanted, show));
    } finally {
      if (this.#opening === opening) {
        this.#opening = undefined;
        progress.end();
      }
    }
  }

  /** Says what went wrong; what the reader stopped is only announced. */
  async fail(error: unknown, name: string, retry: () => void): Promise<void> {
    const { words, locale, failure: place, isOpen, say } = this.#options;
    const { buildFailure } = await import('../parts/open-status.ts');
    const dismiss = () => (place.hidden = true);
    const said = buildFailure({ error, name, isOpen: isOpen(), retry, dismiss }, words, locale);
    if (said === undefined) return say(words.loading.cancelled);
    place.replaceChildren(said);
    place.hidden = false;
    place.querySelector('h2')?.focus();
  }
}
