/** Owns the proof of starts that need a launch of their own: without a compiler, without memory, in the oldest Chromium promised, and in a Firefox that keeps nothing. */
import path from 'node:path';
import { chromium, expect, type LaunchOptions, type Page } from '@playwright/test';
import { startServer } from '../../scripts/serve.ts';
import { textsOf } from '../../src/i18n/texts.ts';
import { Dashboard, opening, truthOf } from '../e2e/dashboard.ts';
import { watch } from '../e2e/fixtures.ts';
import { households, logbook } from '../e2e/logbook.ts';
import { findFloorBrowser } from '../floor/browser.ts';
import { browserArgs, browserArgsWithoutWebGL, findBrowser } from '../support/browser.ts';

const { errors } = textsOf('th');
const { province, dimension } = truthOf(opening);
/** A machine that does other things beside may be as slow as that. */
const patienceMs = 90_000;
const giveUpMs = 15_000;

export interface Launched {
  readonly launches: Readonly<Record<string, { readonly browser: string; readonly ms: number }>>;
  readonly faults: readonly string[];
  /** Browsers that are not at hand. */
  readonly missing: readonly string[];
}

/** Where the engine can't begin the sample answers all the same, and why is told. */
async function withoutEngine(page: Page, words: readonly string[]): Promise<void> {
  const dashboard = new Dashboard(page);
  await dashboard.expectFigure('household.pending', province.pending);
  await expect(page.locator('[data-map-ready="true"]')).toBeVisible({ timeout: patienceMs });
  const fault = page.locator('[data-fault]').first();
  await expect(fault).toBeVisible({ timeout: giveUpMs });
  expect(words).toContain(await fault.textContent());
  await page.locator('[data-filter-dimension="health"]').click();
  await dashboard.expectFigure('need.pending', dimension.health?.pending ?? NaN, { dimension: 'health' });
}

/** All of it: the sample, a file of one's own, its rows. */
async function whole(page: Page): Promise<void> {
  const dashboard = new Dashboard(page);
  await expect(page.locator('html:not([data-busy]) [data-map-ready="true"]')).toBeVisible({ timeout: patienceMs });
  await dashboard.expectFigure('household.pending', province.pending);
  await dashboard.filterByDimension('health');
  await dashboard.choose(logbook('ของเรา.csv', households(10, 4)));
  await expect(page.locator('[data-notice="imported"]')).toBeVisible({ timeout: patienceMs });
  await dashboard.expectFigure('household.listed', 10);
  await dashboard.turnTo('?rows=household.pending');
  await expect(page.locator('[data-row="5"]:not([aria-busy])')).toBeVisible({ timeout: patienceMs });
}

interface Launch {
  readonly name: string;
  readonly options: LaunchOptions;
  readonly walk: (page: Page) => Promise<void>;
  /** What the page's console says is part of it. */
  readonly isLoud?: boolean;
}

export async function proveLaunches(dist: string): Promise<Launched> {
  const { executablePath, env } = await findBrowser();
  const floor = await findFloorBrowser();
  const today = (...args: string[]): LaunchOptions => ({
    executablePath,
    env,
    args: [...browserArgsWithoutWebGL, ...args],
  });
  const all: Launch[] = [
    {
      name: 'without a compiler',
      options: today('--js-flags=--jitless'),
      walk: (page) => withoutEngine(page, [errors.engine_wasm({})]),
      isLoud: true,
    },
    {
      name: 'without memory for the engine',
      options: today('--js-flags=--wasm-max-mem-pages=64'),
      walk: (page) => withoutEngine(page, [errors.engine_start({}), errors.engine_memory({})]),
      isLoud: true,
    },
  ];
  if (floor)
    for (const [name, args] of Object.entries({ SVG: browserArgsWithoutWebGL, WebGL: browserArgs }))
      all.push({ name: `Chromium 109, ${name}`, options: { ...floor, args: [...args] }, walk: whole });
  const server = await startServer({ dir: dist, port: 0 });
  const faults: string[] = [];
  const launches: Record<string, { browser: string; ms: number }> = {};
  try {
    for (const { name, options, walk, isLoud } of all) {
      const startMs = Date.now();
      const browser = await chromium.launch({ ...options, timeout: 30_000 });
      try {
        const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
        await watch(context, server.url, (fault) => void (isLoud || faults.push(`${name}: ${fault}`)));
        const page = await context.newPage();
        await page.goto(server.url);
        await walk(page);
      } catch (fault) {
        faults.push(`${name}: ${fault instanceof Error ? fault.message : String(fault)}`);
      } finally {
        launches[name] = { browser: browser.version(), ms: Date.now() - startMs };
        await browser.close();
      }
    }
  } finally {
    await server.close();
  }
  return { launches, faults, missing: floor ? [] : ['Chromium 109'] };
}

if (process.argv[1] === import.meta.filename) {
  const found = await proveLaunches(process.env.PHUNGPAO_DIST ?? path.resolve(import.meta.dirname, '../../dist'));
  console.log(JSON.stringify(found, null, 2));
  process.exit(found.faults.length > 0 ? 1 : 0);
}
