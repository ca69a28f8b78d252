/** Owns the benchmark of the built page: how long a reader waits for the first map, for the engine, for an own file, and for a filter. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { startServer } from '../../scripts/serve.ts';
import { findBrowser } from '../support/browser.ts';
import { sampleHouseholds } from './drawn.ts';
import { measureNationalTab } from './nationaltab.ts';
import { medianOf, rounds } from './rounds.ts';
import type { Bench } from './run.ts';
import { chooseFile, clickFilter, isPainted, isSettled, openTab, patience } from './tab.ts';

const root = path.resolve(import.meta.dirname, '../..');
const own = path.join(root, 'data/sample/logbook-pattani-2565-06-29.csv');

interface Visit {
  readonly paintedMs: number;
  readonly readyMs: number;
  readonly bytes: number;
}

/** A first visit, with nothing cached. Times are from the start of the navigation. */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const page = await openTab(browser, 'about:blank');
  let bytes = 0;
  // The wasm is on its way beside the page, however much of it has come: nothing waits for it.
  page.context().on('response', (response) => {
    if (!response.url().endsWith('.wasm')) bytes += Number(response.headers()['content-length'] ?? 0);
  });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(isPainted, undefined, patience);
  const paintedMs = await page.evaluate(() => performance.now());
  const painted = bytes;
  await page.waitForFunction(isSettled, undefined, patience);
  const readyMs = await page.evaluate(() => performance.now());
  await page.context().close();
  return { paintedMs, readyMs, bytes: painted };
}

/** From a file being chosen to the map that shows it. The page looks at the other province until then. */
async function openFile(browser: Browser, url: string): Promise<number> {
  const page = await openTab(browser, `${url}?at=13.2022-04-15`);
  await page.waitForFunction(isSettled, undefined, patience);
  const tookMs = await chooseFile(page, own, sampleHouseholds);
  await page.context().close();
  return tookMs;
}

export async function measureBrowser(bench: Bench): Promise<void> {
  const { tell, isQuick } = bench;
  const dist = process.env.PHUNGPAO_DIST ?? path.join(root, 'dist');
  if (!existsSync(path.join(dist, 'index.html'))) throw new Error('Nothing is built yet: npm run build');
  const { executablePath, args, env } = await findBrowser();
  const server = await startServer({ dir: dist, port: 0 });
  const browser = await chromium.launch({ executablePath, args, env });
  bench.chromium = `${browser.version()}, WebGL in software`;
  try {
    const visits = await rounds(
      () => visit(browser, server.url),
      ({ readyMs }) => readyMs,
      isQuick,
    );
    const households = sampleHouseholds;
    const painted = visits.map(({ paintedMs }) => paintedMs);
    const ready = visits.map(({ readyMs }) => readyMs);
    const values = [medianOf(painted) / medianOf(ready)];
    tell({ what: 'cold start → map of the sample painted', households, values: painted });
    tell({ what: 'cold start → engine ready, sample loaded', households, values: ready });
    const before = 'map painted over engine ready';
    tell({ what: before, households, unit: 'times', values, aims: [{ atMost: 0.999 }] });
    tell({
      what: 'transferred until the map was painted',
      households,
      unit: 'MB',
      values: visits.map(({ bytes }) => bytes / 1e6),
      aims: [{ of: 'max', atMost: 1.5 }],
      note: 'brotli, without the engine’s wasm that comes beside',
    });

    const files = await rounds(
      () => openFile(browser, server.url),
      (ms) => ms,
      isQuick,
    );
    tell({ what: 'file of the sample chosen → map painted', households, values: files });

    const page = await openTab(browser, server.url);
    await page.waitForFunction(isSettled, undefined, patience);
    const clicks = await rounds(
      () => clickFilter(page),
      ({ paintedMs }) => paintedMs,
      isQuick,
    );
    tell({ what: 'click on a filter → map painted', households, values: clicks.map(({ paintedMs }) => paintedMs) });
    await page.context().close();

    await measureNationalTab(bench, browser, server.url);
  } finally {
    await browser.close();
    await server.close();
  }
}
