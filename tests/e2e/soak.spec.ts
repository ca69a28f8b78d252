/** Journey of the full proof: a meeting without a network that goes on and on; nothing fails, and memory does not grow. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { Dashboard, opening, truthOf } from './dashboard.ts';
import { expect } from './fixtures.ts';
import { built, readyLine, test } from './kept.ts';
import { presented } from './wall.ts';

/** Minutes, from `tests/proof/soak.ts`; without them the meeting is not held. */
const minutes = Number(process.env.PHUNGPAO_SOAK ?? 0);
/**
 * Held quickly before the meeting begins: by then all that is fetched or made once has been, the browser has compiled what
 * is used often, and the engine was exchanged for a fresh one, which it is after three such files.
 */
const warmRounds = Math.min(8, Math.ceil(minutes / 4));
const mostGrowth = 0.1;
const [quickMs, thinkMs] = [100, 1500];
const { file, province } = truthOf(opening);
const tools = ['gap', 'hotspots', 'plan', 'rounds', 'pace', 'longest', 'villages'];

/** Of the page after rubbish is cleared away: its JavaScript, and all that its process takes of the machine. */
async function memory(
  page: Page,
  session: CDPSession,
  browser: CDPSession,
): Promise<{ heapMB: number; processMB: number }> {
  await page.waitForTimeout(10_000);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Memory.simulatePressureNotification', { level: 'critical' });
  await page.waitForTimeout(5000);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  const kilobytes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0));
  return { heapMB: usedSize / 2 ** 20, processMB: Math.max(...kilobytes) / 2 ** 10 };
}

/** What is done in a meeting, from a file chosen to a file saved; afterwards the page stands where it stood before. */
async function hold(dashboard: Dashboard, think: () => Promise<void>): Promise<void> {
  const { page } = dashboard;
  await dashboard.choose({ name: 'ปัตตานี.csv', content: readFileSync(path.join(built, 'sample', file)) });
  await expect(page.locator('[data-notice="imported"]')).toBeVisible({ timeout: 60_000 });
  await dashboard.settled();
  await dashboard.expectFigure('household.listed', province.listed);
  await think();
  for (const panel of tools) {
    await dashboard.turnTo(`?panel=${panel}&level=tambon`);
    await think();
  }
  for (const search of ['?level=tambon&dimension=health', '?area=9401&level=tambon', '?map=circles', '']) {
    await dashboard.turnTo(search);
    await think();
  }
  await page.locator('[data-open="save"] button').click();
  await expect(page.locator('[data-save="screen-xlsx"]')).toBeEnabled();
  for (const which of ['screen-xlsx', 'ranking-csv', 'picture-svg', 'deck-pptx']) {
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 100_000 }),
      page.locator(`[data-save="${which}"]`).click(),
    ]);
    await download.delete();
    await think();
  }
  await page.keyboard.press('Escape');
  await page.locator('[data-open="presentation"]').click();
  await expect(presented(page)).toHaveAttribute('data-slide', 'cover', { timeout: 60_000 });
  for (let slide = 0; slide < 6; slide++) {
    await page.keyboard.press('ArrowRight');
    await think();
  }
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-presenting]')).toHaveCount(0);
  await dashboard.turnTo('?meeting=1');
  await dashboard.turnTo('?meeting=1&area=9401');
  await think();
  await page.locator('[data-leave="meeting"]').click();
  await page.locator('[data-leave="confirmed"]').click();
  await dashboard.turnTo('');
  await dashboard.expectFigure('household.listed', province.listed);
}

test('a meeting without a network', async ({ page, context, site }) => {
  test.skip(minutes === 0, 'held with the full proof');
  test.setTimeout((minutes + 30) * 60_000);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await expect(readyLine(page)).toBeVisible({ timeout: 120_000 });
  await site.stop();
  await context.setOffline(true);
  await page.reload();
  await dashboard.settled();
  const session = await context.newCDPSession(page);
  const browser = await context.browser()!.newBrowserCDPSession();
  const think = (ms: number) => (): Promise<void> => page.waitForTimeout(ms);
  for (let round = 0; round < warmRounds; round++) await hold(dashboard, think(quickMs));
  const early = await memory(page, session, browser);
  const startMs = Date.now();
  const past = (): number => (Date.now() - startMs) / 60_000;
  let rounds = 0;
  do {
    await hold(dashboard, think(thinkMs));
    rounds++;
  } while (past() < minutes);
  const late = await memory(page, session, browser);
  const told = { minutes: past(), warmRounds, rounds, early, late };
  console.log(JSON.stringify(told));
  expect(late.heapMB / early.heapMB - 1, 'JavaScript of the page').toBeLessThanOrEqual(mostGrowth);
  expect(late.processMB / early.processMB - 1, 'its process').toBeLessThanOrEqual(mostGrowth);
});
