import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { EventStore } from './event-store.ts';
import { progressDatabase } from './progress-database.ts';

interface ProgressDatabase extends DBSchema {
  events: { key: string; value: { readonly id: string } };
  aside: { key: number; value: unknown };
}

const databaseVersion = 1;

/** Events in the browser's database: one row an event, never rewritten. */
export class IndexedDbEventStore implements EventStore {
  readonly lasts = true;
  readonly #database: IDBPDatabase<ProgressDatabase>;

  private constructor(database: IDBPDatabase<ProgressDatabase>) {
    this.#database = database;
  }

  /** Rejects where the browser has no database, or does not let this page have one. */
  static async open(): Promise<IndexedDbEventStore> {
    const database = await openDB<ProgressDatabase>(progressDatabase, databaseVersion, {
      upgrade(opened) {
        opened.createObjectStore('events', { keyPath: 'id' });
        opened.createObjectStore('aside', { autoIncrement: true });
      },
      // Another tab has a newer version of the site and wants to upgrade: let it.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return new IndexedDbEventStore(database);
  }

  async append(record: { readonly id: string }): Promise<void> {
    const transaction = this.#database.transaction('events', 'readwrite');
    const added = transaction.store.add(record);
    // Otherwise the browser commits when it has told this page of the result: too late where it is left at once.
    transaction.commit();
    await Promise.all([added, transaction.done]);
  }

  async add(records: readonly { readonly id: string }[]): Promise<void> {
    const transaction = this.#database.transaction('events', 'readwrite');
    for (const record of records) {
      if ((await transaction.store.getKey(record.id)) === undefined) {
        void transaction.store.add(record);
      }
    }
    await transaction.done;
  }

  all(): Promise<unknown[]> {
    return this.#database.getAll('events');
  }

  async setAside(records: readonly unknown[]): Promise<void> {
    const transaction = this.#database.transaction(['events', 'aside'], 'readwrite');
    for (const record of records) {
      void transaction.objectStore('aside').add(record);
      const { id } = record as { id: string }; // the key under which the database had it
      void transaction.objectStore('events').delete(id);
    }
    await transaction.done;
  }

  aside(): Promise<unknown[]> {
    return this.#database.getAll('aside');
  }

  async clear(): Promise<void> {
    const transaction = this.#database.transaction(['events', 'aside'], 'readwrite');
    void transaction.objectStore('events').clear();
    void transaction.objectStore('aside').clear();
    await transaction.done;
  }
}
