/** Owns failing the N-th call to what a browser keeps and seals: IndexedDB and WebCrypto in a page under test, their calls counted together. */
import type { Page } from '@playwright/test';

/**
 * `refused`: the call throws, or its promise is rejected; `refused for good`: so do all after it. `late`: it is taken,
 * and its transaction comes to nothing. `silent`: it is taken, and never answered.
 */
export type How = 'refused' | 'refused for good' | 'late' | 'silent';
export interface Fault {
  /** Counted from 0. */
  readonly failing: number;
  readonly how: How;
}
interface Calls {
  names: string[];
  fault: Fault | null;
  /** The calls of the browser itself, which are never failed. */
  readonly open: IDBFactory['open'];
}

/** To be called before the page is opened. */
export async function holdStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held: Calls = { names: [], fault: null, open: IDBFactory.prototype.open };
    Object.assign(globalThis, { storageCalls: held });
    const due = (name: string): How | null => {
      const at = held.names.push(name) - 1;
      const { fault } = held;
      if (!fault || at < fault.failing) return null;
      return fault.how === 'refused for good' || at === fault.failing ? fault.how : null;
    };
    type Method = (this: unknown, ...told: unknown[]) => unknown;
    const wrap = (owner: object, name: string, fail: (how: How, call: () => unknown) => unknown): void => {
      const methods = owner as Record<string, Method>;
      const method = methods[name]!;
      methods[name] = function (...told) {
        const how = due(name);
        return how === null ? method.apply(this, told) : fail(how, () => method.apply(this, told));
      };
    };
    const refuse = (): never => {
      throw new DOMException('injected', 'UnknownError');
    };
    const hush = (event: Event): void => event.stopImmediatePropagation();

    for (const name of ['importKey', 'deriveKey', 'generateKey', 'encrypt', 'decrypt', 'wrapKey', 'unwrapKey'])
      wrap(SubtleCrypto.prototype, name, () => Promise.reject(new DOMException('injected', 'OperationError')));
    wrap(IDBFactory.prototype, 'open', (how, call) => {
      if (how.startsWith('refused')) return refuse();
      if (how === 'silent') {
        const request = call() as IDBOpenDBRequest;
        // Seen before the page's own listeners; what is open must not be in another's way.
        for (const type of ['success', 'error', 'upgradeneeded']) request.addEventListener(type, hush);
        request.addEventListener('success', () => request.result.close());
        return request;
      }
      const request = held.open.call(indexedDB, 'broken', 1);
      request.addEventListener('upgradeneeded', (event) => {
        hush(event);
        request.transaction?.abort();
      });
      return request;
    });
    wrap(IDBFactory.prototype, 'deleteDatabase', refuse);
    wrap(IDBDatabase.prototype, 'transaction', refuse);
    wrap(IDBTransaction.prototype, 'objectStore', refuse);
    for (const name of ['put', 'get', 'delete', 'count', 'clear'])
      wrap(IDBObjectStore.prototype, name, (how, call) => {
        if (how.startsWith('refused')) return refuse();
        const request = call() as IDBRequest;
        const { transaction } = request;
        if (how === 'silent') transaction?.addEventListener('complete', hush);
        // One answer more, so that the page has its own before all of it is undone.
        else {
          const store = request.source as IDBObjectStore;
          request.addEventListener('success', () => (store.getKey(0).onsuccess = () => transaction?.abort()));
        }
        return request;
      });
  });
}

/** From now on calls are counted anew, and one of them fails. */
export const breakStorage = (page: Page, fault: Fault | null): Promise<void> =>
  page.evaluate((one) => {
    const { storageCalls } = globalThis as unknown as { storageCalls: Calls };
    storageCalls.names = [];
    storageCalls.fault = one;
  }, fault);

/** The names of the calls met since. */
export const callsMet = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { storageCalls: Calls }).storageCalls.names);
