/** Journey: a cold start costs a reader less than 1.5 MB until the map stands, and the engine is not waited for. */
import type { BrowserContext } from '@playwright/test';
import { Dashboard, opening, truthOf } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

const mostBytes = 1_500_000;
/** What goes over the network in a packing of its own. */
const packed = /\.(?:woff2|png|ico)$/;

interface Sent {
  readonly path: string;
  readonly bytes: number;
  readonly isBrotli: boolean;
}

/** What the server sends from now on, workers' requests too: as long as it says it is, packed. */
function listen(context: BrowserContext): readonly Sent[] {
  const sent: Sent[] = [];
  context.on('response', (response) => {
    const headers = response.headers();
    const bytes = Number(headers['content-length'] ?? Number.NaN);
    sent.push({ path: new URL(response.url()).pathname, bytes, isBrotli: headers['content-encoding'] === 'br' });
  });
  return sent;
}

/** Requests of this kind are never answered; tells which were made. */
async function hold(context: BrowserContext, kind: RegExp): Promise<readonly string[]> {
  const held: string[] = [];
  await context.route(kind, (route) => void held.push(route.request().url()));
  return held;
}

test('the first map takes no engine and less than 1.5 MB', async ({ page, context }) => {
  const sent = listen(context);
  // The engine's own code, and the rows of the sample, which are for it.
  const held = await hold(context, /workshop|duckdb|sample\/[^/]*\.csv/);
  const dashboard = new Dashboard(page);
  await page.goto('./');
  await expect(page.locator('[data-map-ready="true"]')).toBeVisible();
  const bytes = sent.reduce((sum, one) => sum + one.bytes, 0);
  expect(bytes, sent.map((one) => `${one.bytes} ${one.path}`).join('\n')).toBeLessThanOrEqual(mostBytes);
  // The map's and the cubes' workers are among what was counted; all of it came packed.
  expect(sent.filter(({ path }) => /worker/.test(path)).length).toBeGreaterThanOrEqual(2);
  expect(sent.filter(({ path, isBrotli }) => !isBrotli && !packed.test(path))).toEqual([]);
  expect(held.some((url) => url.includes('workshop'))).toBe(true);
  expect(sent.filter(({ path }) => path.endsWith('areas/manifest.json'))).toHaveLength(1);
  await dashboard.expectFigure('household.listed', truthOf(opening).province.listed);
});

test('while the engine’s code is on its way, a click is answered and painted', async ({ page, context, faults }) => {
  faults.allow(/duckdb/);
  const held = await hold(context, /duckdb-eh.*\.wasm/);
  const dashboard = new Dashboard(page);
  await page.goto('./');
  await expect(page.locator('[data-map-ready="true"]')).toBeVisible();
  await expect.poll(() => held.length).toBe(1);
  await page.locator('[data-filter-dimension="health"]').click();
  const health = truthOf(opening).dimension['health'];
  await dashboard.expectFigure('need.pending', health?.pending ?? 0, { dimension: 'health' });
  await expect(page.locator('[data-map-ready="true"]')).toBeVisible();
  expect(held).toHaveLength(1);
});
