/** Where events are kept. Records are as they were stored: whoever reads them checks them. */
export interface EventStore {
  /** Whether they outlive the page. */
  readonly lasts: boolean;
  /** Adds a record whose id is new. The write has begun when this returns: the page may be left at once. */
  append(record: { readonly id: string }): Promise<void>;
  /** Adds records from elsewhere; one whose id is known already is left as it is. */
  add(records: readonly { readonly id: string }[]): Promise<void>;
  all(): Promise<unknown[]>;
  /** Takes records out of the log that nobody can read, and keeps them for the reader. */
  setAside(records: readonly unknown[]): Promise<void>;
  /** What was set aside. */
  aside(): Promise<unknown[]>;
  /** Everything, also what was set aside. */
  clear(): Promise<void>;
}

/** For a private window or a full disk: as long as the page lives. */
export class MemoryEventStore implements EventStore {
  readonly lasts: boolean = false;
  readonly #records = new Map<string, unknown>();
  #aside: unknown[] = [];

  append(record: { readonly id: string }): Promise<void> {
    return this.add([record]);
  }

  async add(records: readonly { readonly id: string }[]): Promise<void> {
    for (const record of records) {
      if (!this.#records.has(record.id)) this.#records.set(record.id, record);
    }
  }

  async all(): Promise<unknown[]> {
    return [...this.#records.values()];
  }

  async setAside(records: readonly unknown[]): Promise<void> {
    const broken = new Set(records);
    for (const [id, record] of this.#records) if (broken.has(record)) this.#records.delete(id);
    this.#aside.push(...records);
  }

  async aside(): Promise<unknown[]> {
    return [...this.#aside];
  }

  async clear(): Promise<void> {
    this.#records.clear();
    this.#aside = [];
  }
}
