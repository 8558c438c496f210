import { openDB } from 'idb';
import type { DBSchema } from 'idb';
import type { Session } from './session.ts';

interface LabDatabase extends DBSchema {
  sessions: { key: string; value: Session };
  files: { key: string; value: Blob };
}

/** The browser's database of the lab; every method rejects where it cannot do it. */
export interface SessionDatabase {
  sessions(): Promise<Session[]>;
  file(id: string): Promise<Blob | undefined>;
  /** Both or neither. */
  put(session: Session, file?: Blob): Promise<void>;
  erase(id: string): Promise<void>;
  eraseAll(): Promise<void>;
}

const databaseName = 'flamewise-lab';
const databaseVersion = 1;

/** Rejects where the browser has no database, or does not let this page have one. */
export async function openSessionDatabase(): Promise<SessionDatabase> {
  const database = await openDB<LabDatabase>(databaseName, databaseVersion, {
    upgrade(opened) {
      opened.createObjectStore('sessions', { keyPath: 'id' });
      opened.createObjectStore('files');
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  return {
    sessions: () => database.getAll('sessions'),
    file: (id) => database.get('files', id),
    async put(session, file) {
      const transaction = database.transaction(['sessions', 'files'], 'readwrite');
      // A request that fails aborts the transaction: `done` rejects.
      transaction.objectStore('sessions').put(session).catch(ignore);
      if (file !== undefined) transaction.objectStore('files').put(file, session.id).catch(ignore);
      await transaction.done;
    },
    async erase(id) {
      const transaction = database.transaction(['sessions', 'files'], 'readwrite');
      transaction.objectStore('sessions').delete(id).catch(ignore);
      transaction.objectStore('files').delete(id).catch(ignore);
      await transaction.done;
    },
    async eraseAll() {
      const transaction = database.transaction(['sessions', 'files'], 'readwrite');
      transaction.objectStore('sessions').clear().catch(ignore);
      transaction.objectStore('files').clear().catch(ignore);
      await transaction.done;
    },
  };
}

function ignore(): void {
  // The transaction tells.
}
