/** Journey: an interaction is one message to the cubes, none to the engine, and one word to the map of what changed. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { Dashboard, opening, truthOf } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

/** What the page sends its workers from now on, by the worker's kind; and what the map was told, how many areas at a time. */
interface Sent {
  cubes: string[];
  engine: string[];
  map: string[];
  areas: number[];
  /** Whether the dimension clicked on was shown as chosen already when the cubes were asked. */
  pressed: (string | null | undefined)[];
}
declare global {
  interface Window {
    sent: Sent;
  }
}

/** Runs in the page, before all else: the page itself counts nothing. */
function listen(): void {
  window.sent = { cubes: [], engine: [], map: [], areas: [], pressed: [] };
  const kinds = new WeakMap<Worker, 'cubes' | 'engine' | 'map'>();
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      const name = String(url);
      kinds.set(this, /cube-worker/.test(name) ? 'cubes' : /duckdb/.test(name) ? 'engine' : 'map');
    }
  };
  const post = Plain.prototype.postMessage as (this: Worker, message: unknown, ...rest: unknown[]) => void;
  Plain.prototype.postMessage = function (this: Worker, message: { kind?: string; type?: string }, ...rest: unknown[]) {
    const kind = kinds.get(this);
    if (kind) window.sent[kind].push(message.kind ?? message.type ?? '');
    if (kind === 'cubes' && message.kind === 'answer')
      window.sent.pressed.push(
        document.querySelector('[data-filter-dimension="health"]')?.getAttribute('aria-pressed'),
      );
    post.call(this, message, ...rest);
  } as Worker['postMessage'];
  new MutationObserver((changes) => {
    for (const { target } of changes) window.sent.areas.push(Number((target as HTMLElement).dataset['sent']));
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-sent'] });
}

const forget = async (page: Page): Promise<void> =>
  await page.evaluate(() => {
    window.sent = { cubes: [], engine: [], map: [], areas: [], pressed: [] };
  });
const sentBy = async (page: Page): Promise<Sent> => await page.evaluate(() => window.sent);

test('a filter is one pass over the cube, and the map is told once, of what changed', async ({ page }) => {
  await page.addInitScript(listen);
  const dashboard = new Dashboard(page);
  await dashboard.open('?level=tambon');
  const shown = Object.keys(await dashboard.byArea('household.pending')).length;
  await forget(page);
  await dashboard.filterByDimension('health');
  const health = truthOf(opening).dimension['health'];
  await dashboard.expectFigure('need.pending', health?.pending ?? 0, { dimension: 'health' });
  const sent = await sentBy(page);
  // One of this round; then one of the round before, that the change is told from.
  expect(sent.cubes).toEqual(['answer', 'answer']);
  // Asked first, drawn anew then: the answer is worked out meanwhile.
  expect(sent.pressed).toEqual(['false', 'true']);
  expect(sent.engine).toEqual([]);
  expect(sent.map).toEqual([]);
  expect(sent.areas).toHaveLength(1);
  expect(sent.areas[0]).toBeGreaterThan(0);
  expect(sent.areas[0]).toBeLessThan(shown);
  // Other areas are other shapes: these do go to the map's workers, once for each source.
  await dashboard.level('amphoe');
  expect((await sentBy(page)).map.length).toBeGreaterThan(0);
});

test('another measure asks nothing', async ({ page }) => {
  await page.addInitScript(listen);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await forget(page);
  await dashboard.turnTo('?measure=household.need');
  const sent = await sentBy(page);
  expect([sent.cubes, sent.engine]).toEqual([[], []]);
});

test('every question of the sample is answered before the engine is there', async ({ page, faults }) => {
  faults.allow(/duckdb/);
  await page.route(/duckdb-eh.*\.wasm/, () => undefined);
  const dashboard = new Dashboard(page);
  await page.goto('./?dimension=health&level=tambon');
  await expect(page.locator('[data-map-ready="true"]')).toBeVisible();
  const { dimension } = truthOf(opening);
  await dashboard.expectFigure('need.pending', dimension['health']?.pending ?? 0, { dimension: 'health' });
  await page.goto('./?at=13.2022-04-15');
  await dashboard.expectFigure('household.need', 2_603);
});

test('without a worker for the cubes the engine answers', async ({ page, faults }) => {
  faults.allow(/cube-worker|net::ERR_FAILED/);
  await page.route(/cube-worker/, (route) => route.abort());
  await page.addInitScript(listen);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.expectFigure('household.listed', 15_703);
  await forget(page);
  await dashboard.filterByDimension('health');
  const { dimension } = truthOf(opening);
  await dashboard.expectFigure('need.pending', dimension['health']?.pending ?? 0, { dimension: 'health' });
  const sent = await sentBy(page);
  expect([sent.cubes, sent.engine.length > 0]).toEqual([[], true]);
});

test('a file of the reader’s own is answered from its own cube', async ({ page }) => {
  await page.addInitScript(listen);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const name = 'logbook-pattani-2565-05-10.csv';
  const content = readFileSync(new URL(`../../data/sample/${name}`, import.meta.url), 'utf8');
  await forget(page);
  await dashboard.choose({ name, content });
  await dashboard.expectFigure('household.listed', truthOf('94.2022-05-10').province.listed);
  await dashboard.settled();
  expect((await sentBy(page)).cubes.filter((kind) => kind !== 'drop')).toEqual(['build', 'answer']);
  await forget(page);
  await dashboard.filterByDimension('health');
  const sent = await sentBy(page);
  expect([sent.cubes, sent.engine]).toEqual([['answer'], []]);
});
