/** Owns the killing of workers at random moments, over and over in one page at work: how soon it is usable again, and each figure it shows meanwhile. */
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { startServer } from '../../scripts/serve.ts';
import { Dashboard } from '../e2e/dashboard.ts';
import { households, logbook } from '../e2e/logbook.ts';
import { holdWorkers, killSoon, type WorkerKind } from '../faults/workers.ts';
import { browserArgsWithoutWebGL, findBrowser } from '../support/browser.ts';

const killCount = 100;
const seed = 8;
/** No spinner may stand so long. */
const patienceMs = 10_000;

/** Two tambon of two amphoe; of the first 9,000 households 4,000 are helped, of the other 6,000 all wait. */
const main = logbook('ปัตตานี.csv', [
  ...households(9_000, 4_000),
  ...households(6_000, 0, 50_001).map((one) => ({
    ...one,
    tambon: 'โคกโพธิ์',
    amphoe: 'โคกโพธิ์',
    tambonCode: '940201',
  })),
]);
const at = 'at=94.2022-07-20';
/** The views that the page is turned between, and how many households wait in each. */
const views = {
  all: { search: `?${at}`, pending: 11_000 },
  area: { search: `?${at}&area=9401`, pending: 5_000 },
  tambon: { search: `?${at}&level=tambon&area=9402`, pending: 6_000 },
  list: { search: `?${at}&rows=household.pending`, pending: 11_000 },
  hotspots: { search: `?${at}&level=tambon&panel=hotspots`, pending: 11_000 },
  meeting: { search: '?at=94.2022-07-21&meeting=1', pending: 1_100 },
} as const;
type ViewName = keyof typeof views;

/** What the page does while a worker of a kind is killed. */
const works: Readonly<Record<WorkerKind, readonly ViewName[]>> = {
  duckdb: ['list', 'all', 'area'],
  cube: ['all', 'area', 'tambon'],
  hotspot: ['hotspots'],
  files: ['all', 'area'],
  picture: ['meeting'],
};
/** Kinds that live only while there is something to do, which is sometimes over too soon. */
const kinds = ['duckdb', 'cube', 'files', 'duckdb', 'picture', 'duckdb', 'cube', 'hotspot'] as const;

/** Of all, and the longest of each kind. */
type Spread = Readonly<Record<'median' | 'p95' | 'max', number>> & {
  readonly longest: Partial<Record<WorkerKind, number>>;
};

export interface Killed {
  readonly kills: Partial<Record<WorkerKind, number>>;
  /** From the kill until a click on a filter was answered rightly. */
  readonly usableMs: Spread;
  /** From the kill until nothing was busy or being started any more, rows behind figures included. */
  readonly wholeMs: Spread;
  /** What was wrong: figures, errors of the page, things that took too long. None is right. */
  readonly faults: readonly string[];
  readonly seconds: number;
}

export async function proveKills(dist: string, count = killCount): Promise<Killed> {
  const startMs = Date.now();
  const server = await startServer({ dir: dist, port: 0 });
  const { executablePath, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: browserArgsWithoutWebGL, env });
  const faults: string[] = [];
  try {
    const page = await browser.newPage({
      locale: 'th-TH',
      baseURL: server.url,
      viewport: { width: 1366, height: 768 },
    });
    page.on('pageerror', (fault) => faults.push(`page: ${fault.stack ?? fault.message}`));
    // What compiles this for Node marks functions with it, those that are sent to the page too.
    await page.addInitScript('globalThis.__name = (one) => one');
    await holdWorkers(page);
    const trial = new Trial(page, faults);
    await trial.begin();
    while (trial.killed < count && trial.tried < 3 * count) await trial.kill();
    if (trial.killed < count) faults.push(`only ${trial.killed} workers could be killed`);
    const seconds = Math.round((Date.now() - startMs) / 1000);
    return { kills: trial.kills, usableMs: spread(trial.usableMs), wholeMs: spread(trial.wholeMs), faults, seconds };
  } finally {
    await browser.close();
    await server.close();
  }
}

class Trial {
  tried = 0;
  killed = 0;
  readonly kills: Partial<Record<WorkerKind, number>> = {};
  readonly usableMs: (readonly [WorkerKind, number])[] = [];
  readonly wholeMs: (readonly [WorkerKind, number])[] = [];
  readonly #page: Page;
  readonly #dashboard: Dashboard;
  readonly #faults: string[];
  readonly #random = chance(seed);
  #view: ViewName = 'all';

  constructor(page: Page, faults: string[]) {
    this.#page = page;
    this.#dashboard = new Dashboard(page);
    this.#faults = faults;
  }

  async begin(): Promise<void> {
    await this.#dashboard.open();
    await this.#dashboard.choose(main);
    await this.#page.locator('data[data-measure="household.listed"][value="15000"]').first().waitFor();
    await this.#dashboard.settled();
  }

  /** One kill in the middle of something; nothing is counted where there was nobody to kill. */
  async kill(): Promise<void> {
    const kind = kinds[this.tried++ % kinds.length] ?? 'duckdb';
    const afterMs = Math.floor(this.#random() * (kind === 'duckdb' || kind === 'cube' ? 400 : 25));
    const choices = works[kind];
    const next = choices[Math.floor(this.#random() * choices.length)] ?? 'all';
    const killing = killSoon(this.#page, kind, { afterMs, waitMs: 4_000 });
    if (kind === 'files' || kind === 'picture') await this.#bringAnother(`${this.tried}: ${kind}`);
    await this.#turn(next);
    const killed = await killing;
    const startMs = Date.now();
    const what = `${this.tried}: ${kind} after ${afterMs} ms in ${next}`;
    if (killed > 0) {
      this.killed += killed;
      this.kills[kind] = (this.kills[kind] ?? 0) + killed;
    }
    // The filter of a matrix row is what a reader clicks; no list may lie over it.
    if (kind !== 'picture') await this.#turn(this.#random() < 0.5 ? 'all' : 'area');
    const isAnswered = await this.#answers(startMs, what);
    if (killed > 0 && isAnswered) this.usableMs.push([kind, Date.now() - startMs]);
    // No address leads out of a meeting; nor does it show a row.
    if (kind === 'picture') await this.#leaveMeeting();
    const isWhole = await this.#isWhole(startMs, what);
    if (killed > 0 && isWhole && kind !== 'picture') this.wholeMs.push([kind, Date.now() - startMs]);
    const told = this.#page.locator('[data-fault]');
    if ((await told.count()) > 0)
      await this.#page.getByRole('button', { name: this.#dashboard.texts.notices.close }).first().click();
  }

  /** A small file of another day: its rows are read, and it takes the place of its last self. */
  async #bringAnother(what: string): Promise<void> {
    const file = logbook('รายวัน.csv', households(2_000, 900, 100_000 * this.tried), '21/07/2565');
    const isBrought = this.#page.waitForFunction(
      () => location.search.includes('2022-07-21') || document.querySelector('[data-fault]') !== null,
      undefined,
      { polling: 20, timeout: patienceMs },
    );
    await this.#dashboard.choose(file);
    await isBrought.catch(async () => this.#faults.push(`${what}: not opened: ${await this.#said()}`));
  }

  async #leaveMeeting(): Promise<void> {
    await this.#page.locator('[data-leave="meeting"]').click();
    await this.#page.locator('[data-leave="confirmed"]').click();
    await this.#page.locator('[data-meeting]').waitFor({ state: 'detached' });
  }

  async #turn(to: ViewName): Promise<void> {
    this.#view = to;
    await this.#page.evaluate((search) => {
      history.pushState(null, '', `${location.pathname}${search}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, views[to].search);
  }

  /** Clicks a filter that leaves nobody out and then one that leaves all out, and looks at every figure on the way. */
  async #answers(startMs: number, what: string): Promise<boolean> {
    const whole = views[this.#view].pending;
    for (const [dimension, expected] of [
      ['health', whole],
      ['living', 0],
    ] as const) {
      await this.#page.locator(`[data-filter-dimension="${dimension}"]`).first().click({ timeout: patienceMs });
      for (;;) {
        const { value, isStale, asked } = await this.#seen();
        const isRight = value === String(expected);
        if (isRight && !isStale && asked === dimension) break;
        // What was asked before may stand a moment longer; anything else is wrong.
        const known = Object.values(views).map(({ pending }) => String(pending));
        if (value !== null && value !== '0' && !known.includes(value)) this.#faults.push(`${what}: shows ${value}`);
        if (Date.now() - startMs > patienceMs) {
          this.#faults.push(`${what}: ${dimension} shows ${value}, not ${expected}, after ${patienceMs} ms`);
          return false;
        }
        await this.#page.waitForTimeout(20);
      }
      // A second click takes the filter away.
      await this.#turn(this.#view);
    }
    return true;
  }
  #seen(): Promise<{ value: string | null; isStale: boolean; asked: string | null }> {
    return this.#page.evaluate(() => ({
      value:
        document.querySelector<HTMLDataElement>(
          '[data-panel="figures"] data[data-measure="household.pending"]:not([data-area]):not([data-dimension])',
        )?.value ?? null,
      isStale: document.querySelector('main[data-stale]') !== null,
      asked: new URLSearchParams(location.search).get('dimension'),
    }));
  }

  async #said(): Promise<string> {
    const said = await this.#page.locator('[data-panel="notices"], [role="dialog"]').allInnerTexts();
    return said.join(' | ').replace(/\s+/g, ' ').slice(0, 300);
  }

  /** Nothing is being worked out, and the rows behind a figure are there. */
  async #isWhole(startMs: number, what: string): Promise<boolean> {
    await this.#turn('list');
    const isThere = await this.#page
      .waitForFunction(
        () =>
          !document.documentElement.hasAttribute('data-busy') &&
          document.querySelector('[data-recovery="restarting"], [data-recovery="failed"]') === null &&
          document.querySelectorAll('[role="dialog"] [role="row"]').length > 5,
        undefined,
        { timeout: patienceMs, polling: 50 },
      )
      .then(
        () => true,
        () => false,
      );
    if (!isThere) {
      this.#faults.push(`${what}: not whole ${Date.now() - startMs} ms after: ${await this.#said()}`);
    }
    await this.#turn('all');
    return isThere;
  }
}

/** A seeded number in [0, 1) after another. */
function chance(state: number): () => number {
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

function spread(all: readonly (readonly [WorkerKind, number])[]): Spread {
  const sorted = all.map(([, ms]) => ms).sort((one, other) => one - other);
  const longest: Partial<Record<WorkerKind, number>> = {};
  for (const [kind, ms] of all) longest[kind] = Math.max(longest[kind] ?? 0, ms);
  const share = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return { median: share(0.5), p95: share(0.95), max: share(1), longest };
}

if (process.argv[1] === import.meta.filename) {
  const dist = process.env.PHUNGPAO_DIST ?? path.resolve(import.meta.dirname, '../../dist');
  const found = await proveKills(dist, Number(process.argv[2] ?? killCount));
  console.log(JSON.stringify(found, null, 2));
  process.exit(found.faults.length > 0 ? 1 : 0);
}
