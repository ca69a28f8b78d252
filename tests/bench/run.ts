/** Owns the benchmark: how long a reader waits for the first map, for the engine, for an own file, and for a filter; how fast files are read. */
import { existsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { startServer } from '../../scripts/serve.ts';
import { findBrowser } from '../support/browser.ts';
import { readings } from './reading.ts';
import { medianOf, rounds } from './rounds.ts';

const root = path.resolve(import.meta.dirname, '../..');
const own = path.join(root, 'data/sample/logbook-pattani-2565-06-29.csv');
const ownHouseholds = 15_703;

/** Runs in the page: what is shown stands still, and the map is painted. */
const isSettled = (): boolean =>
  !document.documentElement.hasAttribute('data-busy') && document.querySelector('[data-map-ready="true"]') !== null;
const isPainted = (): boolean => document.querySelector('[data-map-ready="true"]') !== null;

async function openPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'th-TH', viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  return page;
}

/** A first visit, with nothing cached. Times are from the start of the navigation. */
async function visit(browser: Browser, url: string): Promise<{ paintedMs: number; readyMs: number }> {
  const page = await openPage(browser, url);
  await page.waitForFunction(isPainted, undefined, { polling: 'raf', timeout: 120_000 });
  const paintedMs = await page.evaluate(() => performance.now());
  await page.waitForFunction(isSettled, undefined, { polling: 'raf', timeout: 120_000 });
  const readyMs = await page.evaluate(() => performance.now());
  await page.context().close();
  return { paintedMs, readyMs };
}

/** From a file being chosen to the map that shows it. The page looks at the other province until then. */
async function openFile(browser: Browser, url: string): Promise<number> {
  const page = await openPage(browser, `${url}?at=13.2022-04-15`);
  await page.waitForFunction(isSettled, undefined, { polling: 'raf', timeout: 120_000 });
  const input = page.locator('input[type="file"][name="logbook"]');
  await input.evaluate((one) =>
    one.addEventListener('change', () => performance.mark('chosen'), { capture: true, once: true }),
  );
  await input.setInputFiles(own);
  const shown = (listed: number): boolean =>
    document.querySelector(`data[data-measure="household.listed"][value="${listed}"]`) !== null;
  await page.waitForFunction(shown, ownHouseholds, { polling: 'raf', timeout: 120_000 });
  await page.waitForFunction(isSettled, undefined, { polling: 'raf', timeout: 120_000 });
  const tookMs = await page.evaluate(
    () => performance.now() - (performance.getEntriesByName('chosen')[0]?.startTime ?? 0),
  );
  await page.context().close();
  return tookMs;
}

/** From a click on a dimension to the repainted map; every second click takes the filter off again. */
async function clickFilter(page: Page): Promise<number> {
  // No function with a name of its own in here: the runner would wrap it in a call that the page does not know.
  return await page.evaluate(async () => {
    const selector = 'data[data-measure="household.need"]:not([data-area])';
    const before = document.querySelector<HTMLDataElement>(selector)?.value;
    const startMs = performance.now();
    document.querySelector<HTMLElement>('[data-filter-dimension="health"]')?.click();
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const isChanged = document.querySelector<HTMLDataElement>(selector)?.value !== before;
      const isStill = !document.documentElement.hasAttribute('data-busy');
      if (isChanged && isStill && document.querySelector('[data-map-ready="true"]')) return performance.now() - startMs;
      if (performance.now() - startMs > 30_000) throw new Error('the filter changed nothing in 30 s');
    }
  });
}

function line(name: string, timesMs: readonly number[]): string {
  const ms = (value: number): string => `${Math.round(value)}`.padStart(7);
  return `${name.padEnd(46)}${ms(Math.min(...timesMs))}${ms(medianOf(timesMs))}${ms(Math.max(...timesMs))}   ×${timesMs.length}`;
}

const dist = process.env.PHUNGPAO_DIST ?? path.join(root, 'dist');
if (!existsSync(path.join(dist, 'index.html'))) throw new Error('Nothing is built yet: npm run build');
const { executablePath, args, env, origin } = await findBrowser();
const server = await startServer({ dir: dist, port: 0 });
const browser = await chromium.launch({ executablePath, args, env });
try {
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB`);
  console.log(`node ${process.version}, ${origin}, Chromium ${browser.version()}, WebGL in software`);
  console.log(`\n${'milliseconds'.padEnd(46)}${['min', 'median', 'max'].map((word) => word.padStart(7)).join('')}`);

  const visits = await rounds(
    () => visit(browser, server.url),
    ({ readyMs }) => readyMs,
  );
  console.log(
    line(
      'navigation → map of the sample painted',
      visits.map(({ paintedMs }) => paintedMs),
    ),
  );
  console.log(
    line(
      'navigation → engine ready, sample loaded',
      visits.map(({ readyMs }) => readyMs),
    ),
  );

  const files = await rounds(
    () => openFile(browser, server.url),
    (ms) => ms,
  );
  console.log(line(`file of ${ownHouseholds} households chosen → its map`, files));

  const page = await openPage(browser, server.url);
  await page.waitForFunction(isSettled, undefined, { timeout: 120_000 });
  const clicks = await rounds(
    () => clickFilter(page),
    (ms) => ms,
  );
  console.log(line('click on a filter → map repainted', clicks));
  for await (const reading of readings()) console.log(reading);
} finally {
  await browser.close();
  await server.close();
}
