/** Owns the killing of workers in a page under test: each one that the page starts can be ended, or struck dumb, by its name, at a moment of one's own. */
import type { Page } from '@playwright/test';

/** Part of the address of a worker's file. */
export type WorkerKind = 'duckdb' | 'cube' | 'picture' | 'hotspot' | 'files';

interface Handle {
  readonly url: string;
  readonly worker: Worker;
  isAlive: boolean;
  /** It has said its first word. */
  isBegun: boolean;
}

/** To be called before the page is opened. */
export async function holdWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held: Handle[] = [];
    // Names of those that are dumb from their start.
    const awaited: string[] = [];
    Object.assign(globalThis, { held, awaited });
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        const one = { url: String(url), worker: this, isAlive: true, isBegun: false };
        held.push(one);
        this.addEventListener('message', () => (one.isBegun = true), { once: true });
        const at = awaited.findIndex((name) => String(url).includes(name));
        if (at >= 0) [, this.postMessage] = [awaited.splice(at, 1), () => undefined];
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
export const kill = (page: Page, kind: WorkerKind): Promise<number> => killSoon(page, kind, { afterMs: 0, waitMs: 0 });

/** Waits so long for a worker of a kind, then so long again, and ends it, all within the page: 0 where none lived then. */
export const killSoon = (
  page: Page,
  kind: WorkerKind,
  when: { readonly afterMs: number; readonly waitMs: number },
): Promise<number> =>
  page.evaluate(
    async ({ name, afterMs, waitMs }) => {
      const { held } = globalThis as unknown as { held: Handle[] };
      const living = (): Handle[] => held.filter(({ url, isAlive }) => isAlive && url.includes(name));
      const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
      for (let waitedMs = 0; living().length === 0 && waitedMs < waitMs; waitedMs += 4) await pause(4);
      if (afterMs > 0) await pause(afterMs);
      const all = living();
      for (const one of all) {
        one.isAlive = false;
        // Not through the page's own way of ending it, which would be told.
        Object.getPrototypeOf(Object.getPrototypeOf(one.worker)).terminate.call(one.worker);
      }
      return all.length;
    },
    { name: names[kind], ...when },
  );

/** How many of a kind live, and have begun. */
export const alive = (page: Page, kind: WorkerKind): Promise<number> =>
  page.evaluate(
    (name) =>
      (globalThis as unknown as { held: Handle[] }).held.filter(
        ({ url, isAlive, isBegun }) => isAlive && isBegun && url.includes(name),
      ).length,
    names[kind],
  );

/**
 * From now on the living workers of a kind hear nothing, and so say nothing, though they live; where none lives, the next one
 * that is started. Says how many lived.
 */
export const strikeDumb = (page: Page, kind: WorkerKind): Promise<number> =>
  page.evaluate((name) => {
    const { held, awaited } = globalThis as unknown as { held: Handle[]; awaited: string[] };
    const living = held.filter(({ url, isAlive }) => isAlive && url.includes(name));
    for (const { worker } of living) worker.postMessage = () => undefined;
    if (living.length === 0) awaited.push(name);
    return living.length;
  }, names[kind]);
