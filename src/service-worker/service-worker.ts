/// <reference lib="webworker" />
/*
 * Keeps a copy of the whole site for readers who asked for it (the page /en/offline/). The build
 * writes `build` above this text, so that a new version of the site is a new file and the
 * browser notices. It stands alone: it imports nothing, and its types are stripped, not bundled.
 *
 * A version is saved whole or not at all: pages come from the saved version until all of the next
 * one is there and the reader asks for it.
 */
declare const build: { readonly version: string };

/** What `offline-files.json` says: each file's path, as it is asked for, and a hash of its content. */
interface FileList {
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
}

const worker = self as unknown as ServiceWorkerGlobalScope;
const prefix = 'flamewise-site-';
const cacheName = prefix + build.version;
const listPath = 'offline-files.json';
/** Requests at a time, so that the page that is being read is not held up. */
const lanes = 6;

const address = (path: string): string => new URL(path, worker.registration.scope).href;

worker.addEventListener('install', (event) => event.waitUntil(saveAll()));

worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));

worker.addEventListener('message', (event: ExtendableMessageEvent) => {
  const { type } = (event.data ?? {}) as { type?: unknown };
  if (type === 'use-new-version') void worker.skipWaiting();
  // The copy was removed while pages were open, or the browser needed the space: fill it again.
  if (type === 'save') event.waitUntil(saveAll().then(() => tell({ type: 'ready' })));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(worker.registration.scope)) return;
  event.respondWith(answer(request));
});

async function saveAll(): Promise<void> {
  try {
    const list = await fetchList();
    const cache = await caches.open(cacheName);
    const earlier = await earlierCopies();
    const paths = Object.keys(list.files);
    let done = 0;
    const saveNext = async (): Promise<void> => {
      for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
        await save(cache, path, list.files[path] ?? '', earlier);
        done++;
        if (done % 10 === 0) await tell({ type: 'saving', done, total: done + paths.length });
      }
    };
    const all = await Promise.allSettled(
      Array.from({ length: lanes }, () =>
        saveNext().catch((error: unknown) => {
          paths.length = 0; // the other lanes stop too
          throw error;
        }),
      ),
    );
    const broken = all.find((lane) => lane.status === 'rejected');
    if (broken !== undefined) throw broken.reason;
    await cache.put(address(listPath), new Response(JSON.stringify(list)));
  } catch (error) {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    await tell({ type: 'failed', reason: full ? 'full' : 'network' });
    throw error;
  }
}

async function fetchList(): Promise<FileList> {
  const list = (await (await fetchWhole(listPath)).json()) as FileList;
  // Half of a deployment is there: the browser tries again at the next visit.
  if (list.version !== build.version) throw new Error(`expected ${build.version}`);
  return list;
}

interface EarlierCopy {
  readonly cache: Cache;
  readonly files: FileList['files'];
}

/** Versions that are saved whole: what has not changed since is not fetched again. */
async function earlierCopies(): Promise<EarlierCopy[]> {
  const copies: EarlierCopy[] = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(prefix) || name === cacheName) continue;
    const cache = await caches.open(name);
    const list = await cache.match(address(listPath));
    if (list !== undefined) copies.push({ cache, files: ((await list.json()) as FileList).files });
  }
  return copies;
}

async function save(
  cache: Cache,
  path: string,
  hash: string,
  earlier: readonly EarlierCopy[],
): Promise<void> {
  // A download that broke off goes on where it was.
  if ((await cache.match(address(path))) !== undefined) return;
  for (const copy of earlier) {
    const same = copy.files[path] === hash ? await copy.cache.match(address(path)) : undefined;
    if (same !== undefined) return cache.put(address(path), same);
  }
  await cache.put(address(path), await fetchWhole(path));
}

async function fetchWhole(path: string): Promise<Response> {
  const response = await fetch(address(path), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  if (!response.redirected) return response;
  // A browser refuses a redirected answer to a navigation.
  return new Response(await response.blob(), { headers: response.headers });
}

async function takeOver(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name !== cacheName) await caches.delete(name);
  }
  await worker.clients.claim();
  await tell({ type: 'ready' });
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const { origin, pathname } = new URL(request.url);
  const saved = await cache.match(origin + pathname, { ignoreVary: true });
  if (saved !== undefined) return saved;
  try {
    return await fetch(request);
  } catch (error) {
    if (request.mode !== 'navigate') throw error;
    const folder = await cache.match(`${origin}${pathname}/`);
    if (folder !== undefined) return Response.redirect(`${pathname}/`);
    const lost = await cache.match(address('404.html'));
    if (lost === undefined) throw error;
    return new Response(lost.body, { status: 404, headers: lost.headers });
  }
}

async function tell(message: Readonly<Record<string, unknown>>): Promise<void> {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const page of pages) page.postMessage(message);
}
