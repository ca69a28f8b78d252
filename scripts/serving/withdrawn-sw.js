/** Owns the end of offline use: put on the server as sw.js, it throws away what browsers have kept, and itself. */
const { registration, clients, caches } = self;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(withdraw()));

/** Pages that are open go on with what the server has. */
async function withdraw() {
  await clients.claim();
  for (const name of await caches.keys()) {
    if (name.startsWith(`phungpao ${registration.scope} `)) await caches.delete(name);
  }
  await registration.unregister();
}
