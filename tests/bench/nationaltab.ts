/** Owns the benchmark of the country in a tab: a file chosen, its map painted, its filters clicked, the memory it takes. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { build } from 'vite';
import { compress } from '../../scripts/compress.ts';
import { startServer } from '../../scripts/serve.ts';
import { loadGazetteer, type Gazetteer } from '../../src/areas/gazetteer.ts';
import { writeNational } from './national.ts';
import type { Aim } from './results.ts';
import { medianOf, rounds } from './rounds.ts';
import type { Bench } from './run.ts';
import { measureScrolling } from './scrolling.ts';
import {
  chooseFile,
  clickFilter,
  isSettled,
  openTab,
  patience,
  peaking,
  recolour,
  repaint,
  type Painted,
} from './tab.ts';

const root = path.resolve(import.meta.dirname, '../..');
const answerAims: Readonly<Record<number, readonly Aim[]>> = {
  1_000_000: [{ atMost: 4 }],
  4_000_000: [{ atMost: 10 }, { of: 'p95', atMost: 16 }],
};
const memoryAims: Readonly<Record<number, readonly Aim[]>> = {
  1_000_000: [{ of: 'max', atMost: 600 }],
  4_000_000: [{ of: 'max', atMost: 4096 }],
};

/** As long as a list is asked to stay smooth. */
const mostListed = 1_000_000;

export const gazetteerOf = (): Promise<Gazetteer> =>
  loadGazetteer((name) => Promise.resolve(JSON.parse(readFileSync(path.join(root, 'data', name), 'utf8'))));

export async function measureNationalTab(bench: Bench, browser: Browser, url: string): Promise<void> {
  const counts = [...new Set([Math.min(1_000_000, bench.most), Math.min(4_000_000, bench.most)])];
  const home = mkdtempSync(path.join(tmpdir(), 'phungpao-country-'));
  try {
    const plain = await servePlainPage(path.join(home, 'plain'));
    const gazetteer = await gazetteerOf();
    for (const households of counts) {
      const file = path.join(home, 'ทั่วประเทศ 29 มิ.ย. 2565.csv');
      writeNational(file, households, gazetteer);
      await opening(bench, browser, { url, plainUrl: plain.url, file, households });
    }
    await plain.close();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

interface Opening {
  readonly url: string;
  readonly plainUrl: string;
  readonly file: string;
  readonly households: number;
}

async function opening(bench: Bench, browser: Browser, { url, plainUrl, file, households }: Opening): Promise<void> {
  const { tell, isQuick } = bench;
  const plain = await rounds(
    () => plainMs(browser, plainUrl, file),
    (ms) => ms ?? 0,
    isQuick,
  );
  let last: Page | null = null;
  const opened = await rounds(
    async () => {
      await last?.context().close();
      const page = (last = await openTab(browser, url));
      await page.waitForFunction(isSettled, undefined, patience);
      const [ms, bytes] = await peaking(browser, () => chooseFile(page, file, households));
      return { ms, bytes };
    },
    ({ ms }) => ms,
    isQuick,
  );
  const took = opened.map(({ ms }) => ms);
  tell({ what: 'file of 25 columns chosen → map painted', households, values: took });
  const read = plain.filter((ms) => ms !== null);
  if (read.length > 0) {
    tell({ what: 'the engine’s own read_csv of it, in a tab of its own', households, values: read });
    const values = [medianOf(took) / medianOf(read)];
    tell({ what: 'file → map over read_csv', households, unit: 'times', values, aims: [{ atMost: 3 }] });
  } else bench.say(`the engine’s own read_csv of ${households} rows did not fit`);
  tell({
    what: 'peak memory of the tab',
    households,
    unit: 'MB',
    values: opened.map(({ bytes }) => bytes / 2 ** 20),
    aims: memoryAims[households] ?? [],
    note: 'Pss of its process, workers and all',
  });
  const page = last as Page | null;
  if (page) await clicking(bench, page, households);
  if (page && households <= mostListed) await measureScrolling(bench, page, households);
  await page?.context().close();
}

/** All tambon on one map; a filter set and lifted in turn, after each the same map once more, and in other classes. */
async function clicking({ tell, isQuick }: Bench, page: Page, households: number): Promise<void> {
  await page.locator('input[type="radio"][value="tambon"]').locator('xpath=..').click();
  await page.waitForFunction(
    () => document.querySelector('data[data-area]')?.getAttribute('data-area')?.length === 6,
    undefined,
    patience,
  );
  await page.waitForFunction(isSettled, undefined, patience);
  const clicks: Awaited<ReturnType<typeof clickFilter>>[] = [];
  const [repaints, recolours]: [Painted[], Painted[]] = [[], []];
  for (let round = -2; round < (isQuick ? 2 : 20); round++) {
    const click = await clickFilter(page);
    const again = await repaint(page);
    const recoloured = await recolour(page);
    if (round < 0) continue;
    clicks.push(click);
    repaints.push(again);
    recolours.push(recoloured);
  }
  const painted = clicks.map(({ paintedMs }) => paintedMs);
  const bare = repaints.map(({ paintedMs }) => paintedMs);
  const answered = clicks.map(({ answeredMs }) => answeredMs);
  tell({
    what: 'click on a filter → all answers in the page',
    households,
    values: answered,
    aims: answerAims[households] ?? [],
  });
  tell({ what: 'click on a filter → map of all tambon painted', households, values: painted });
  tell({ what: 'bare repaint of that map', households, values: bare });
  const others = recolours.map(({ paintedMs }) => paintedMs);
  tell({ what: 'class method switched → all tambon recoloured', households, values: others });
  const over = (values: readonly number[]): number => medianOf(values) / medianOf(bare);
  for (const [what, values] of [
    ['filter → map painted over a bare repaint', painted],
    ['class method switched → map painted over a bare repaint', others],
  ] as const)
    tell({ what, households, unit: 'times', values: [over(values)], aims: [{ atMost: 1.2 }] });
  const draws = clicks.map((click, round) => click.draws / (repaints[round]?.draws ?? Number.NaN));
  const drawn = 'calls that draw, filter over a bare repaint';
  tell({ what: drawn, households, unit: 'times', values: draws, aims: [{ of: 'max', atMost: 1 }] });
}

/** The same bytes by the engine's own reader; null where it could not hold them. */
async function plainMs(browser: Browser, url: string, file: string): Promise<number | null> {
  const page = await openTab(browser, url);
  await page.waitForSelector('body[data-ready]');
  await page.locator('input[name="plain"]').setInputFiles(file);
  await page.waitForSelector('body[data-read]', { timeout: patience.timeout });
  const told = Number(await page.locator('body').getAttribute('data-read'));
  await page.context().close();
  return Number.isNaN(told) ? null : told;
}

async function servePlainPage(outDir: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const page = path.join(import.meta.dirname, 'plainpage');
  await build({
    configFile: path.join(root, 'vite.config.ts'),
    root: page,
    publicDir: false,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: path.join(page, 'index.html') } },
  });
  await compress(outDir, path.join(root, '.cache', 'compressed'));
  return await startServer({ dir: outDir, port: 0 });
}
