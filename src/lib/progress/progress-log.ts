import { MemoryEventStore } from './event-store.ts';
import type { EventStore } from './event-store.ts';
import { parseEvent } from './parse-event.ts';
import type { NewEvent, ProgressEvent } from './progress-event.ts';

/** Tells other tabs that the log changed; the browser's BroadcastChannel fits. */
export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: () => void): void;
}

export interface LogOptions {
  readonly store: EventStore;
  readonly channel?: Channel | undefined;
  /** The clock and the source of ids, for tests. */
  readonly now?: () => number;
  readonly newId?: () => string;
}

/**
 * The reader's log: append-only, in the order of time. When the store fails (a full disk, a private
 * window), the log goes on in memory and says so in `lasts`; nothing that was read is lost.
 */
export class ProgressLog {
  #store: EventStore;
  readonly #options: LogOptions;
  readonly #listeners = new Set<() => void>();
  #events: Promise<readonly ProgressEvent[]> | undefined;
  /** What was read last: it goes on in memory when the store fails. */
  #known: readonly ProgressEvent[] = [];
  /** When the newest event happened. */
  #lastAt = 0;

  constructor(options: LogOptions) {
    this.#options = options;
    this.#store = options.store;
    options.channel?.addEventListener('message', () => this.#changed(false));
  }

  /** Whether answers outlive this page. */
  get lasts(): boolean {
    return this.#store.lasts;
  }

  /** Calls back after every change, from this tab or another, until the signal is aborted. */
  subscribe(listener: () => void, signal?: AbortSignal): void {
    this.#listeners.add(listener);
    signal?.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  /** All events, oldest first. Records that cannot be read are set aside, and the rest is there. */
  events(): Promise<readonly ProgressEvent[]> {
    this.#events ??= this.#read();
    return this.#events;
  }

  /**
   * Adds what just happened, and returns it as it is kept. Nothing is waited for before the write
   * begins, so that an answer is kept where the page is left right after it.
   */
  async append(event: NewEvent): Promise<ProgressEvent> {
    const { now = Date.now, newId = () => crypto.randomUUID() } = this.#options;
    const last = this.#lastAt;
    const at = now();
    // Two events of one millisecond must keep their order; a clock that was set back is left alone.
    const isTie = last >= at && last - at < 1000;
    const whole = { ...event, schema: 1, id: newId(), at: isTie ? last + 1 : at } as ProgressEvent;
    this.#lastAt = Math.max(last, whole.at);
    await this.#write((store) => store.append(whole), [whole]);
    return whole;
  }

  /** Adds events from elsewhere; those whose id is known change nothing. */
  async merge(events: readonly ProgressEvent[]): Promise<void> {
    await this.events();
    await this.#write((store) => store.add(events), events);
  }

  /** Records that could not be read, for a download. */
  async aside(): Promise<unknown[]> {
    return this.#store.aside().catch(() => []);
  }

  async erase(): Promise<void> {
    this.#known = [];
    await this.#guarded((store) => store.clear());
    this.#changed(true);
  }

  async #read(): Promise<readonly ProgressEvent[]> {
    let records: unknown[] = this.#known.slice();
    await this.#guarded(async (store) => void (records = await store.all()));
    const events = records.map((record) => parseEvent(record));
    const broken = records.filter((_, index) => events[index] === undefined);
    if (broken.length > 0) await this.#store.setAside(broken).catch(() => undefined);
    this.#known = inOrder(events.filter((event) => event !== undefined));
    this.#lastAt = Math.max(this.#lastAt, this.#known.at(-1)?.at ?? 0);
    return this.#known;
  }

  /** Adds `events` by `work`, and tells everyone. */
  async #write(
    work: (store: EventStore) => Promise<void>,
    events: readonly ProgressEvent[],
  ): Promise<void> {
    await this.#guarded(work);
    this.#known = inOrder([...events, ...this.#known]);
    this.#changed(true);
  }

  /** Does something with the store; when that fails, does it in memory, with what is known. */
  async #guarded(work: (store: EventStore) => Promise<void>): Promise<void> {
    const store = this.#store;
    try {
      await work(store);
    } catch {
      if (this.#store === store) await this.#goOnInMemory(store);
      await work(this.#store);
    }
  }

  async #goOnInMemory(failed: EventStore): Promise<void> {
    const memory = new MemoryEventStore();
    this.#store = memory;
    await memory.add(this.#known);
    // An answer may be kept before anything was read; what cannot be written to can often be read.
    await memory.add((await failed.all().catch(() => [])) as { readonly id: string }[]);
  }

  #changed(isOwn: boolean): void {
    this.#events = undefined;
    if (isOwn) this.#options.channel?.postMessage('changed');
    for (const listener of this.#listeners) listener();
  }
}

function inOrder(events: readonly ProgressEvent[]): ProgressEvent[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return [...byId.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
