/** Owns counting what the page posts to its workers: a journey on counts, not on time. */
import type { Page } from '@playwright/test';

/** To be called before the page is opened. Each message is noted as the worker's address and the message's `type`. */
export async function watchPosts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    const posted: string[] = [];
    const names = new WeakMap<Worker, string>();
    Object.assign(globalThis, { posted });
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        names.set(this, String(url));
      }
    };
    Worker.prototype.postMessage = function (this: Worker, ...sent: unknown[]) {
      const { type } = (sent[0] ?? {}) as { type?: unknown };
      posted.push(`${names.get(this) ?? ''} ${String(type)}`);
      return Reflect.apply(postMessage, this, sent);
    };
  });
}

/** How many messages match so far. */
export const postsOf = (page: Page, pattern: string): Promise<number> =>
  page.evaluate(
    (wanted) => (globalThis as unknown as { posted: string[] }).posted.filter((one) => one.match(wanted)).length,
    pattern,
  );
