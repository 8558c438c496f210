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

  /** Adds what just happened, and returns it as it is kept. */
  async append(event: NewEvent): Promise<ProgressEvent> {
    const { now = Date.now, newId = () => crypto.randomUUID() } = this.#options;
    const last = (await this.events()).at(-1)?.at ?? 0;
    const at = now();
    // Two events of one millisecond must keep their order; a clock that was set back is left alone.
    const isTie = last >= at && last - at < 1000;
    const whole = { ...event, schema: 1, id: newId(), at: isTie ? last + 1 : at } as ProgressEvent;
    await this.merge([whole]);
    return whole;
  }

  /** Adds events from elsewhere; those whose id is known change nothing. */
  async merge(events: readonly ProgressEvent[]): Promise<void> {
    await this.events();
    await this.#guarded((store) => store.add(events), events);
    this.#known = inOrder([...events, ...this.#known]);
    this.#changed(true);
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
    return this.#known;
  }

  /** Does something with the store; when that fails, goes on in memory with what is known and `more`. */
  async #guarded(
    work: (store: EventStore) => Promise<void>,
    more: readonly ProgressEvent[] = [],
  ): Promise<void> {
    try {
      await work(this.#store);
    } catch {
      const memory = new MemoryEventStore();
      await memory.add([...this.#known, ...more]);
      this.#store = memory;
    }
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
