/** Owns the worker's side of being watched: it holds a lock of its own for as long as it lives. To be imported first of all. */

/** The first message of a worker; `lock` null where the browser has none, as on a page that was not served over https. */
export interface Hello {
  readonly lock?: string | null;
}

const tell = (hello: Hello): void => (globalThis as unknown as { postMessage(hello: Hello): void }).postMessage(hello);
const locks = (globalThis.navigator as { readonly locks?: LockManager } | undefined)?.locks;

if (locks) {
  const lock = `worker ${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  const forEver = new Promise<never>(() => undefined);
  locks
    .request(lock, () => {
      tell({ lock });
      return forEver;
    })
    .catch(() => tell({ lock: null }));
} else tell({ lock: null });
