/** Owns the proof that a file far larger than the memory can be opened: the most JavaScript heap that page and workers use meanwhile. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { startServer } from '../../scripts/serve.ts';
import { writeCsv } from '../bench/logbook.ts';
import { findBrowser } from '../support/browser.ts';

/** Of the JS heap of the page and its workers together. */
export const heapLimitBytes = 300 * 2 ** 20;
const fileBytes = 2 ** 30;
const sampleEveryMs = 250;
const patienceMs = 20 * 60_000;

export interface MemoryFound {
  readonly fileBytes: number;
  readonly rows: number;
  /** Whether the file was loaded; else what the page said, and how many bytes it had then read. */
  readonly isLoaded: boolean;
  readonly said: string;
  readonly bytesRead: number;
  readonly seconds: number;
  readonly peakHeapBytes: number;
  /** Of page, scan and engine, each one's own peak. */
  readonly peakOfEach: Readonly<Record<string, number>>;
  readonly samples: number;
}

/** Opens a CSV of 1 GB (or so many bytes) in the page that is built in `dist`. */
export async function proveMemory(dist: string, leastBytes = fileBytes): Promise<MemoryFound> {
  const home = mkdtempSync(path.join(tmpdir(), 'phungpao-memory-'));
  const server = await startServer({ dir: dist, port: 0 });
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args, env });
  try {
    const file = path.join(home, 'logbook.csv');
    const rows = writeCsv(file, leastBytes);
    const page = await browser.newPage({ locale: 'en-GB' });
    const heaps = new Heaps(await page.context().newCDPSession(page));
    await heaps.follow();
    await page.goto(`${server.url}?lang=en`);
    await page.waitForFunction(() => !document.documentElement.hasAttribute('data-busy'), undefined, {
      timeout: 120_000,
    });
    const startMs = Date.now();
    await page.locator('input[type="file"][name="logbook"]').setInputFiles(file);
    const outcome = await outcomeOf(page, heaps, startMs, rows, leastBytes);
    const seconds = Math.round((Date.now() - startMs) / 1000);
    const { peakBytes, peakOfEach, samples } = heaps;
    return { fileBytes: leastBytes, rows, ...outcome, seconds, peakHeapBytes: peakBytes, peakOfEach, samples };
  } finally {
    await browser.close();
    await server.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Follows the page until the file is there, or has failed. */
async function outcomeOf(page: Page, heaps: Heaps, startMs: number, rows: number, bytes: number) {
  let bytesRead = 0;
  for (;;) {
    await heaps.sample();
    const seen = await page.evaluate(
      (listed) => ({
        fault: document.querySelector('[data-fault]')?.textContent ?? null,
        share: document.querySelector<HTMLProgressElement>('.progress progress')?.position ?? -1,
        isBusy: document.documentElement.hasAttribute('data-busy'),
        isThere: document.querySelector(`data[data-measure="household.listed"][value="${listed}"]`) !== null,
      }),
      rows,
    );
    if (seen.share > 0) bytesRead = Math.max(bytesRead, Math.round(seen.share * bytes));
    if (seen.fault !== null) return { isLoaded: false, said: seen.fault.trim(), bytesRead };
    if (seen.isThere && !seen.isBusy) return { isLoaded: true, said: '', bytesRead: bytes };
    if (Date.now() - startMs > patienceMs) return { isLoaded: false, said: 'nothing was said in time', bytesRead };
    await new Promise((resolve) => setTimeout(resolve, sampleEveryMs));
  }
}

/** The heaps of a page and of the workers that come and go. */
class Heaps {
  peakBytes = 0;
  samples = 0;
  readonly peakOfEach: Record<string, number> = {};
  readonly #page: CDPSession;
  readonly #workers = new Map<string, string>();
  readonly #waiting = new Map<number, (usedBytes: number) => void>();
  #asked = 0;

  constructor(page: CDPSession) {
    this.#page = page;
  }

  async follow(): Promise<void> {
    const page = this.#page;
    page.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      this.#workers.set(sessionId, targetInfo.url.replace(/^.*\/|-[\w-]{8}\.\w+$/g, '') || targetInfo.type);
    });
    page.on('Target.detachedFromTarget', ({ sessionId }) => void this.#workers.delete(sessionId));
    page.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message) as { id?: number; result?: { usedSize?: number } };
      if (id !== undefined) this.#waiting.get(id)?.(result?.usedSize ?? 0);
    });
    await page.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  }

  async sample(): Promise<void> {
    const { usedSize } = await this.#page.send('Runtime.getHeapUsage');
    const workers = await Promise.all(
      [...this.#workers].map(async ([sessionId, name]) => [name, await this.#usedBy(sessionId)] as const),
    );
    let sum = 0;
    for (const [name, bytes] of [['page', usedSize] as const, ...workers]) {
      sum += bytes;
      this.peakOfEach[name] = Math.max(this.peakOfEach[name] ?? 0, bytes);
    }
    this.peakBytes = Math.max(this.peakBytes, sum);
    this.samples++;
  }

  /** A worker that ends meanwhile never answers. */
  #usedBy(sessionId: string): Promise<number> {
    const id = ++this.#asked;
    const answer = new Promise<number>((resolve) => {
      this.#waiting.set(id, resolve);
      setTimeout(() => resolve(0), 5_000).unref();
    });
    const message = JSON.stringify({ id, method: 'Runtime.getHeapUsage' });
    void this.#page.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => this.#waiting.get(id)?.(0));
    return answer.finally(() => this.#waiting.delete(id));
  }
}

if (process.argv[1] === import.meta.filename) {
  const dist = process.env.PHUNGPAO_DIST ?? path.resolve(import.meta.dirname, '../../dist');
  const found = await proveMemory(dist, Number(process.argv[2] ?? fileBytes));
  console.log(JSON.stringify(found, null, 2));
  process.exit(found.peakHeapBytes > heapLimitBytes ? 1 : 0);
}
