import type { ViewState } from '../../../lib/flame/index.ts';
import type { OpenedSide } from '../open/opened-side.ts';
import type { Session, SessionShelf } from '../session/session-shelf.ts';
import { keepPairView } from './pair-view.ts';

export interface DeskChange extends Partial<Pick<Session, 'view' | 'notes'>> {
  /** The view of both. */
  readonly pair?: ViewState;
}

/** What the reader did with what lies on a desk, kept with its file. */
export class DeskMemory {
  readonly #shelf: SessionShelf;
  readonly #before: OpenedSide;
  readonly #after: OpenedSide | undefined;
  #session: Session;
  #saves: Promise<void> = Promise.resolve();

  constructor(shelf: SessionShelf, before: OpenedSide, after: OpenedSide | undefined) {
    this.#shelf = shelf;
    this.#before = before;
    this.#after = after;
    this.#session = before.session;
  }

  /** One after the other: a view that is saved beside a note would put the note back as it was before. */
  save(change: DeskChange): Promise<void> {
    this.#saves = this.#saves.catch(() => undefined).then(() => this.#write(change));
    return this.#saves;
  }

  async #write({ pair, ...change }: DeskChange): Promise<void> {
    const [shelf, before, after] = [this.#shelf, this.#before, this.#after];
    if (pair !== undefined && after !== undefined) await keepPairView(shelf, before, after, pair);
    // What the pair's view is kept with may be this very session.
    const now = shelf.get(this.#session.id) ?? this.#session;
    this.#session = await shelf.update(now, { ...change, profile: before.index });
  }
}
