import { sitePath } from '../../../lib/i18n/index.ts';

/** As the service worker names them: src/service-worker/service-worker.ts. */
const cachePrefix = 'flamewise-site-';

const listAddress = (): string => new URL(sitePath('offline-files.json'), location.origin).href;

export type SaveNews =
  | { readonly type: 'saving'; readonly done: number; readonly total: number }
  | { readonly type: 'failed'; readonly reason: 'network' | 'full' }
  | { readonly type: 'ready' };

/** Whether this browser keeps copies at all: over HTTPS, on this machine, outside private windows. */
export function canSave(): boolean {
  return 'serviceWorker' in navigator && 'caches' in globalThis;
}

export async function isSaved(): Promise<boolean> {
  const registration = await ownRegistration();
  // The worker's last step writes the list.
  return registration?.active != null && (await caches.match(listAddress())) !== undefined;
}

/** The site's own worker; undefined where nothing is saved, or the browser does not allow it. */
export async function ownRegistration(): Promise<ServiceWorkerRegistration | undefined> {
  return navigator.serviceWorker.getRegistration(sitePath('')).catch(() => undefined);
}

/** Saves the whole site; `onNews` hears how it goes. Rejects where the browser refuses. */
export async function saveCopy(onNews: (news: SaveNews) => void): Promise<void> {
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<SaveNews>) =>
    onNews(data),
  );
  navigator.serviceWorker.startMessages();
  // Asks the browser not to throw the copy away when space runs short; a refusal changes nothing.
  void navigator.storage?.persist?.().catch(() => false);
  const registration = await navigator.serviceWorker.register(sitePath('service-worker.js'), {
    scope: sitePath(''),
    updateViaCache: 'none',
  });
  registration.active?.postMessage({ type: 'save' });
}

/** Removes the copy and its worker. The reader's answers lie elsewhere and stay. */
export async function removeCopy(): Promise<void> {
  await (await ownRegistration())?.unregister();
  for (const name of await caches.keys()) {
    if (name.startsWith(cachePrefix)) await caches.delete(name);
  }
}

/** Bytes to download, and bytes on the device; undefined without a connection. */
export async function copySize(): Promise<{ download: number; bytes: number } | undefined> {
  try {
    const response = await fetch(listAddress());
    return (await response.json()) as { download: number; bytes: number };
  } catch {
    return undefined;
  }
}
