/** Owns a tab that is measured: opened with nothing cached, watched from within, its memory read from without. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';

declare global {
  interface Window {
    /** The map's drawing, how often it drew, and when the cubes last answered. */
    watched: { gl: WebGL2RenderingContext | null; draws: number; answeredMs: number };
  }
}

/** Runs in the page, before all else. */
function watch(): void {
  window.watched = { gl: null, draws: 0, answeredMs: 0 };
  const context = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, ...args: unknown[]) => unknown;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
    const got = context.apply(this, args);
    if (got instanceof WebGL2RenderingContext) window.watched.gl = got;
    return got;
  } as HTMLCanvasElement['getContext'];
  const draw = WebGL2RenderingContext.prototype.drawElements;
  WebGL2RenderingContext.prototype.drawElements = function (...args) {
    window.watched.draws++;
    draw.apply(this, args);
  };
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (/cube-worker/.test(String(url)))
        this.addEventListener('message', ({ data }: MessageEvent<{ counted?: unknown }>) => {
          if (data.counted !== undefined) window.watched.answeredMs = performance.now();
        });
    }
  };
}

export async function openTab(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'th-TH', viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  // What runs this file gives functions their names by a call that the page does not know.
  await page.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'commit' });
  return page;
}

/** Runs in the page: what is shown stands still, and the map is painted. */
export const isSettled = (): boolean =>
  !document.documentElement.hasAttribute('data-busy') && document.querySelector('[data-map-ready="true"]') !== null;
export const isPainted = (): boolean => document.querySelector('[data-map-ready="true"]') !== null;
export const patience = { polling: 'raf', timeout: 900_000 } as const;

/** From a file being chosen to the map that shows its households, in milliseconds. */
export async function chooseFile(page: Page, file: string, households: number): Promise<number> {
  const input = page.locator('input[type="file"][name="logbook"]');
  await input.evaluate((one) =>
    one.addEventListener('change', () => performance.mark('chosen'), { capture: true, once: true }),
  );
  await input.setInputFiles(file);
  const shown = (listed: number): boolean =>
    document.querySelector(`data[data-measure="household.listed"][value="${listed}"]`) !== null;
  await page.waitForFunction(shown, households, patience);
  await page.waitForFunction(isSettled, undefined, patience);
  return await page.evaluate(() => performance.now() - (performance.getEntriesByName('chosen')[0]?.startTime ?? 0));
}

export interface Painted {
  readonly paintedMs: number;
  /** Calls that draw: a count, whatever the machine does beside. */
  readonly draws: number;
}

/**
 * What has the map drawn: a click on a dimension (every second one takes the filter off again); the other of two class
 * methods, as Back goes to it, for which nothing is asked; or nothing changed, when the page hears that it is online again.
 */
type Gesture = 'filter' | 'recolour' | 'repaint';

/**
 * From a gesture to the painted map, all three watched in the same way: each frame is looked at when its callbacks and its
 * layout are through, until the map was drawn in one and the page stands still.
 */
async function paint(page: Page, gesture: Gesture): Promise<Painted & { readonly answeredMs: number }> {
  const painted = await page.evaluate(async (act) => {
    const { watched } = window;
    const { port1, port2 } = new MessageChannel();
    const frame = async (): Promise<void> => {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => {
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    };
    const url = new URL(location.href);
    url.searchParams.set('method', url.searchParams.get('method') === 'equal' ? 'quantile' : 'equal');
    const before = watched.draws;
    const startMs = performance.now();
    if (act === 'filter') document.querySelector<HTMLElement>('[data-filter-dimension="health"]')?.click();
    else if (act === 'recolour') {
      history.replaceState(null, '', url);
      dispatchEvent(new PopStateEvent('popstate'));
    } else dispatchEvent(new Event('online'));
    for (;;) {
      await frame();
      const isStill = !document.documentElement.hasAttribute('data-busy');
      const isDrawn = watched.draws > before && (act !== 'filter' || watched.answeredMs > startMs);
      if (isDrawn && isStill) break;
      if (performance.now() - startMs > 60_000) throw new Error('the map was not drawn in a minute');
    }
    // Drawing is only asked for until something is read back.
    watched.gl?.readPixels(0, 0, 1, 1, watched.gl.RGBA, watched.gl.UNSIGNED_BYTE, new Uint8Array(4));
    const paintedMs = performance.now() - startMs;
    return { answeredMs: watched.answeredMs - startMs, paintedMs, draws: watched.draws - before };
  }, gesture);
  // Whatever follows on the gesture is over before the next.
  await page.waitForFunction(isSettled, undefined, patience);
  return painted;
}

/** To the cubes' answers, too. */
export const clickFilter = (page: Page): Promise<Painted & { readonly answeredMs: number }> => paint(page, 'filter');
export const recolour = (page: Page): Promise<Painted> => paint(page, 'recolour');
export const repaint = (page: Page): Promise<Painted> => paint(page, 'repaint');

/** Memory of the browser's pages and their workers now: each process's own, and its part of what it shares. */
async function pageBytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: readonly { readonly type: string; readonly id: number }[];
  };
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { id }) => sum + pssBytes(id), 0);
}

function pssBytes(id: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Does the work and tells the most memory the pages took meanwhile. */
export async function peaking<T>(browser: Browser, work: () => Promise<T>): Promise<[T, number]> {
  let isOn = true;
  let peakBytes = 0;
  const watching = (async () => {
    while (isOn) {
      peakBytes = Math.max(peakBytes, await pageBytes(browser));
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  try {
    return [await work(), peakBytes];
  } finally {
    isOn = false;
    await watching;
  }
}
