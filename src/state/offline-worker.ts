/** Owns the service worker: each version's files kept whole and proven, and every page given those of its own version. */
import { versionHeader } from './beside.ts';
import type { OfflineAsk, OfflineTold, Release } from './offline.ts';

/** Put here by `scripts/offline.ts`. */
declare const RELEASE: Release;
const release = RELEASE;

/** What the compiler's list for pages doesn't know of service workers. */
interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface MessageToWorker extends LastingEvent {
  readonly data: OfflineAsk;
  readonly ports: readonly MessagePort[];
}
interface ServiceWorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll(of: {
      type: 'window';
      includeUncontrolled: true;
    }): Promise<readonly { postMessage(told: OfflineTold): void }[]>;
    claim(): Promise<void>;
  };
  addEventListener(kind: 'install' | 'activate', run: (event: LastingEvent) => void): void;
  addEventListener(kind: 'fetch', run: (event: FetchEvent) => void): void;
  addEventListener(kind: 'message', run: (event: MessageToWorker) => void): void;
}
const worker = self as unknown as ServiceWorkerScope;
const { scope } = worker.registration;

/** Another copy of the page may be kept for another folder of the same host. */
const shelf = `phungpao ${scope} `;
const shelfOf = (version: string): string => `${shelf}${version}`;
/** Holds one text: the version that pages are opened in. It changes when a reader agrees, and at no other time. */
const chosenShelf = `${shelf}chosen`;
const addressOf = (path: string): string => new URL(path, scope).href;
/** What the deployment offers beside the page is nobody's version; where it can't be asked, it offers nothing. */
const offers = 'basemap/basemap.json';
const lanes = 4;

worker.addEventListener('install', (event) => event.waitUntil(download()));
worker.addEventListener('activate', (event) => event.waitUntil(begin()));
worker.addEventListener('message', (event) => event.waitUntil(answerPage(event)));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { href, pathname } = new URL(request.url);
  // Parts of a basemap's archive come from the server; it is far too large to be kept.
  if (request.method !== 'GET' || !href.startsWith(scope) || request.headers.has('range')) return;
  const path = pathname.slice(new URL(scope).pathname.length);
  const isPage = request.mode === 'navigate' && (path === '' || path === 'index.html');
  event.respondWith(answer(request, isPage ? '' : path, isPage ? null : request.headers.get(versionHeader)));
});

/** All files or no version: what fails is tried again at a later visit, with what was kept so far. */
async function download(): Promise<void> {
  const cache = await caches.open(shelfOf(release.version));
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const left = release.files.filter(({ path }) => !kept.has(addressOf(path))).values();
  let isGivenUp = false;
  const lane = async (): Promise<void> => {
    for (const { path, integrity } of left) {
      if (isGivenUp) return;
      await cache.put(addressOf(path), (await keptBefore(path, integrity)) ?? (await fetchProven(path, integrity)));
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } catch (fault) {
    isGivenUp = true;
    if (fault instanceof DOMException && fault.name === 'QuotaExceededError') {
      await caches.delete(shelfOf(release.version));
      for (const page of await windows()) page.postMessage({ kind: 'full' });
    }
    throw fault;
  }
}

/** A file of an earlier version that is the same to the last byte. */
async function keptBefore(path: string, integrity: string): Promise<Response | null> {
  const kept = await caches.match(addressOf(path), { ignoreVary: true });
  if (!kept) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await kept.clone().arrayBuffer()));
  return `sha256-${btoa(String.fromCharCode(...digest))}` === integrity ? kept : null;
}

/**
 * The browser refuses a file with other bytes: a server that was given a new version meanwhile is found out. Its own
 * store may hold a spoilt copy, so that the server is asked before a file is given up.
 */
async function fetchProven(path: string, integrity: string): Promise<Response> {
  const ask = (cache: RequestCache): Promise<Response> => fetch(addressOf(path), { integrity, cache, priority: 'low' });
  const response = await (path.startsWith('assets/') ? ask('default').catch(() => ask('reload')) : ask('no-cache'));
  if (!response.ok || response.redirected) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** The first version to be kept is the one to be used. */
async function begin(): Promise<void> {
  if (!(await caches.match(scope, { cacheName: chosenShelf }))) await choose(release.version);
}
async function choose(version: string): Promise<void> {
  await (await caches.open(chosenShelf)).put(scope, new Response(version));
}
async function chosen(): Promise<string> {
  const told = await (await caches.match(scope, { cacheName: chosenShelf }))?.text();
  return told && (await caches.has(shelfOf(told))) ? told : release.version;
}

/** From the version that the page names; without a name from the one in use, or by the hash in the file's name. */
async function answer(request: Request, path: string, version: string | null): Promise<Response> {
  if (path === offers) return await fetch(request).catch(() => Response.json([]));
  const cacheName = shelfOf(version ?? (await chosen()));
  const kept = await caches.match(addressOf(path), { cacheName, ignoreVary: true });
  const found =
    kept ?? (version === null && path !== '' && (await caches.match(addressOf(path), { ignoreVary: true })));
  return found || fetch(request);
}

async function answerPage({ data, ports }: MessageToWorker): Promise<void> {
  switch (data.kind) {
    case 'version':
      break;
    case 'use':
      await choose(release.version);
      break;
    case 'here':
      await settle(data.version);
      break;
  }
  ports[0]?.postMessage(release.version);
}

/** With one page open nobody else can need what is thrown away, nor be given files of a version not its own. */
async function settle(version: string): Promise<void> {
  const { active, waiting, installing } = worker.registration;
  if (installing || (await windows()).length > 1) return;
  if (version === release.version && active && !waiting) await worker.clients.claim();
  const needed = [version, await chosen(), release.version].map(shelfOf);
  for (const name of await caches.keys()) {
    if (name.startsWith(shelf) && name !== chosenShelf && !needed.includes(name)) await caches.delete(name);
  }
}

const windows = () => worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
