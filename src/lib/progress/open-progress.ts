import { MemoryEventStore } from './event-store.ts';
import type { EventStore } from './event-store.ts';
import { IndexedDbEventStore } from './indexed-db-store.ts';
import { ProgressLog } from './progress-log.ts';

let opened: Promise<ProgressLog> | undefined;

/** The reader's log in this browser, one for the page; in memory where the browser allows no other. */
export function openProgress(): Promise<ProgressLog> {
  opened ??= openStore().then((store) => new ProgressLog({ store, channel: openChannel() }));
  return opened;
}

async function openStore(): Promise<EventStore> {
  try {
    return await IndexedDbEventStore.open();
  } catch {
    return new MemoryEventStore();
  }
}

function openChannel(): BroadcastChannel | undefined {
  return typeof BroadcastChannel === 'undefined'
    ? undefined
    : new BroadcastChannel('flamewise-progress');
}
