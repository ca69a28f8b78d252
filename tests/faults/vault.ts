/** Owns looking into what a page under test keeps, past all faults, and putting it back as it was. Needs `holdStorage`. */
import type { Page } from '@playwright/test';

export interface Kept {
  /** Of the save that would be found; null where there is none. */
  readonly id: string | null;
  /** All parts that it says it has are there. */
  readonly isWhole: boolean;
  /** A fingerprint of it and its parts: as it was, to the last byte. */
  readonly seal: string;
}
type Stored = readonly [IDBValidKey, unknown];
interface Held {
  readonly storageCalls: { readonly open: IDBFactory['open'] };
  /** The records of each save that was found since the page was opened, by its name. */
  saves?: Map<string, readonly Stored[]>;
}

export async function look(page: Page): Promise<Kept> {
  return await page.evaluate(async () => {
    const held = globalThis as unknown as Held;
    const database = await new Promise<IDBDatabase | null>((resolve) => {
      const request = held.storageCalls.open.call(indexedDB, 'phungpao', 1);
      request.onupgradeneeded = () => request.transaction?.abort();
      request.onsuccess = () => resolve(request.result);
      request.onerror = (event) => {
        event.preventDefault();
        resolve(null);
      };
    });
    const none = { id: null, isWhole: true, seal: '' };
    if (!database) return none;
    const records: Stored[] = [];
    await new Promise<void>((resolve) => {
      const cursor = database.transaction('kept').objectStore('kept').openCursor();
      cursor.onsuccess = () => {
        if (!cursor.result) return resolve();
        records.push([cursor.result.key, cursor.result.value]);
        cursor.result.continue();
      };
    });
    database.close();
    const head = records.find(([key]) => key === 'head')?.[1] as { id: string; parts: number } | undefined;
    if (!head) return none;
    const own = records.filter(([key]) => Array.isArray(key) && key[0] === head.id);
    const plain = JSON.stringify([head, own], (_, value: unknown) =>
      value instanceof Uint8Array ? [...value] : value,
    );
    const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(plain)));
    (held.saves ??= new Map<string, readonly Stored[]>()).set(head.id, [['head', head], ...own]);
    return { id: head.id, isWhole: own.length === head.parts, seal: sum.join() };
  });
}

/** Puts a save back that `look` found in this page, and nothing besides; of another form, if one is named. */
export async function putBack(page: Page, { id }: Kept, form?: string): Promise<void> {
  await page.evaluate(
    async ([id, form]) => {
      const { storageCalls, saves } = globalThis as unknown as Held;
      const records = saves?.get(id ?? '');
      if (!records) throw new Error('not found before');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = storageCalls.open.call(indexedDB, 'phungpao', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('kept');
        request.onerror = () => reject(new Error('not opened'));
        request.onsuccess = () => resolve(request.result);
      });
      await new Promise<void>((resolve) => {
        const transaction = database.transaction('kept', 'readwrite');
        const store = transaction.objectStore('kept');
        store.clear();
        for (const [key, value] of records)
          store.add(key === 'head' && form !== undefined ? { ...(value as object), form } : value, key);
        transaction.oncomplete = () => resolve();
      });
      database.close();
    },
    [id, form] as const,
  );
}
