/** Owns where sealed parts lie in this browser: an IndexedDB in which a save is seen when it is whole, or not at all. */
import { AppError } from '../model/error.ts';
import { isHead, type Head } from './sealing.ts';

const name = 'phungpao';
const store = 'kept';
/** A disk that has said nothing for so long is taken to say nothing any more: nobody shall wait for it without end. */
const patienceMs = 10_000;
/** Sorts before and after every part of a save, [id, index]. */
const headKey = 'head';

/** A save is written under its own name beside the one before; only `seat` makes it the one that is found. */
export class Cabinet {
  /** Null where nothing is kept, or what lies there is none of ours. Looking leaves no trace. */
  async head(): Promise<Head | null> {
    const database = await open(false);
    if (!database) return null;
    const found = await within(database, 'readonly', (kept) => kept.get(headKey) as IDBRequest<unknown>);
    return isHead(found) ? found : null;
  }

  async put(id: string, index: number, sealed: Uint8Array): Promise<void> {
    await within(await open(true), 'readwrite', (kept) => kept.put(sealed, [id, index]));
  }

  async part(id: string, index: number): Promise<Uint8Array> {
    const database = await open(false);
    const found =
      database && (await within(database, 'readonly', (kept) => kept.get([id, index]) as IDBRequest<unknown>));
    if (!(found instanceof Uint8Array)) throw new AppError('vault_damaged');
    return found;
  }

  /** Makes a whole save the one that is found, and throws every other away, all in one step. Throws `vault_elsewhere`. */
  async seat(head: Head): Promise<void> {
    await within(await open(true), 'readwrite', (kept, after) =>
      after(kept.count(partsOf(head.id)), (own) => {
        // Another tab has thrown parts of it away meanwhile.
        if (own !== head.parts) throw new AppError('vault_elsewhere');
        kept.delete(IDBKeyRange.bound([''], [head.id], false, true));
        kept.delete(IDBKeyRange.bound([head.id, []], [[]]));
        kept.put(head, headKey);
      }),
    );
  }

  /** Throws the parts of a save away that did not come to its end, as far as its own page knows. */
  async discard(id: string): Promise<void> {
    const database = await open(false);
    if (!database) return;
    await within(database, 'readwrite', (kept, after) =>
      after(kept.get(headKey) as IDBRequest<unknown>, (found) => {
        // A disk that answered too late may have seated it all the same: then it is whole, and the only one.
        if (!isHead(found) || found.id !== id) kept.delete(partsOf(id));
      }),
    );
  }

  /** Throws all away. */
  async empty(): Promise<void> {
    const database = await open(false);
    if (!database) return;
    await within(database, 'readwrite', (kept) => kept.clear());
    try {
      indexedDB.deleteDatabase(name);
    } catch {
      // What is left is an empty one.
    }
  }
}

const partsOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

/** Null where there is none and none is to be made. Throws `vault_unavailable` where the browser has none to give. */
async function open(makes: true): Promise<IDBDatabase>;
async function open(makes: boolean): Promise<IDBDatabase | null>;
async function open(makes: boolean): Promise<IDBDatabase | null> {
  return await new Promise((resolve, reject) => {
    const refuse = (cause: unknown): void => reject(new AppError('vault_unavailable', {}, cause));
    let isGivenUp = false;
    const waiting = setTimeout(() => {
      isGivenUp = true;
      refuse(silent());
    }, patienceMs);
    try {
      const request = indexedDB.open(name, 1);
      let isNew = false;
      request.onupgradeneeded = () => {
        isNew = true;
        if (makes) request.result.createObjectStore(store);
        // Undone, it leaves nothing: not even an empty database.
        else request.transaction?.abort();
      };
      request.onsuccess = () => {
        clearTimeout(waiting);
        if (isGivenUp) request.result.close();
        else resolve(request.result);
      };
      request.onerror = (event) => {
        clearTimeout(waiting);
        event.preventDefault();
        if (isNew && !makes) resolve(null);
        else refuse(request.error);
      };
    } catch (cause) {
      // A window or browser that has none says so at once.
      clearTimeout(waiting);
      refuse(cause);
    }
  });
}

/** Acts on an answer within its transaction; what it throws undoes all of that. */
type After = <T>(request: IDBRequest<T>, act: (answer: T) => void) => IDBRequest<T>;

/** One transaction, ended and on disk when this returns. Throws `vault_full` where there is no room. */
async function within<T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (kept: IDBObjectStore, after: After) => IDBRequest<T>,
): Promise<T> {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(store, mode, {
        durability: mode === 'readwrite' ? 'strict' : 'default',
      });
      let refused: unknown = null;
      waiting = setTimeout(() => {
        refused = silent();
        reject(faultOf(refused));
        try {
          transaction.abort();
        } catch {
          // It has ended at this very moment.
        }
      }, patienceMs);
      transaction.onabort = () => reject(faultOf(refused ?? transaction.error));
      const after: After = (asked, act) => {
        asked.onsuccess = () => {
          try {
            act(asked.result);
          } catch (cause) {
            refused = cause;
            transaction.abort();
          }
        };
        return asked;
      };
      const request = work(transaction.objectStore(store), after);
      transaction.oncomplete = () => resolve(request.result);
    });
  } catch (cause) {
    throw faultOf(cause);
  } finally {
    clearTimeout(waiting);
    database.close();
  }
}

const silent = (): Error => new DOMException('no answer', 'TimeoutError');

function faultOf(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
  return new AppError(isFull ? 'vault_full' : 'vault_unavailable', {}, cause);
}
