/** Owns the killing of workers in a page under test: each one that the page starts can be ended, struck or struck dumb by its name. */
import type { Page } from '@playwright/test';

/** Part of the address of a worker's file. */
export type WorkerKind = 'duckdb' | 'cube' | 'picture' | 'hotspot' | 'files';

interface Handle {
  readonly url: string;
  readonly worker: Worker;
  isAlive: boolean;
}

/** To be called before the page is opened. */
export async function holdWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held: Handle[] = [];
    Object.assign(globalThis, { held });
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        held.push({ url: String(url), worker: this, isAlive: true });
      }
      override terminate(): void {
        for (const one of held) if (one.worker === this) one.isAlive = false;
        super.terminate();
      }
    };
  });
}

/** The name of a worker's file without what the build adds: files/worker.ts is `worker`. */
const names: Readonly<Record<WorkerKind, string>> = {
  duckdb: '/duckdb-worker-',
  cube: '/cube-worker-',
  picture: '/picture-worker-',
  hotspot: '/hotspot-worker-',
  files: '/worker-',
};

/** Ends the workers of a kind without a word, as a machine without memory does. Says how many there were. */
export const kill = (page: Page, kind: WorkerKind): Promise<number> =>
  page.evaluate((name) => {
    const { held } = globalThis as unknown as { held: Handle[] };
    const alive = held.filter(({ url, isAlive }) => isAlive && url.includes(name));
    for (const one of alive) {
      one.isAlive = false;
      // Not through the page's own way of ending it, which would be told.
      Object.getPrototypeOf(Object.getPrototypeOf(one.worker)).terminate.call(one.worker);
    }
    return alive.length;
  }, names[kind]);

/** How many of a kind live. */
export const alive = (page: Page, kind: WorkerKind): Promise<number> =>
  page.evaluate(
    (name) =>
      (globalThis as unknown as { held: Handle[] }).held.filter(({ url, isAlive }) => isAlive && url.includes(name))
        .length,
    names[kind],
  );
