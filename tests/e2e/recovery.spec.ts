/** Journey: workers die without a word; the page says so, starts others, and all figures are as they were. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { alive, holdWorkers, kill } from '../faults/workers.ts';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook } from './logbook.ts';

const line = (page: Page, how: string) => page.locator(`[data-recovery="${how}"]`);

/** Rows of the clean tables, as the engine counts them. */
async function rowsHeld(dashboard: Dashboard): Promise<string | null> {
  const { page } = dashboard;
  await page.locator('[data-open="diagnostics"]').click();
  await expect(page.locator('[data-diagnostics="told"]')).toBeVisible();
  const value = await page.locator('data[data-measure="row.household"]').getAttribute('value');
  await dashboard.closeDialog();
  return value;
}

test('the engine dies: the map goes on, the sample comes back, and the list is as it was', async ({ page }) => {
  await holdWorkers(page);
  const dashboard = new Dashboard(page);
  await dashboard.open('?rows=household.pending');
  const cells = page.locator('[role="dialog"] [role="row"]');
  await expect(cells.nth(5)).toBeVisible();
  const before = await cells.allInnerTexts();
  expect(await kill(page, 'duckdb')).toBe(1);
  await expect(line(page, 'restarting')).toBeVisible({ timeout: 1_000 });
  await dashboard.expectFigure('household.listed', 15_703);
  await expect(line(page, 'back')).toBeVisible();
  expect(await alive(page, 'duckdb')).toBe(1);
  expect(await cells.allInnerTexts()).toEqual(before);
  await dashboard.closeDialog();
  expect(await rowsHeld(dashboard)).toBe('15703');
  await expect(line(page, 'back')).toHaveCount(0);
});

test('cubes die: the next click is answered as ever', async ({ page }) => {
  await holdWorkers(page);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(logbook('ของเรา.csv', households(10, 4)));
  await dashboard.expectFigure('household.listed', 10);
  await dashboard.settled();
  for (const kinds of [['cube'], ['cube', 'duckdb']] as const) {
    for (const kind of kinds) expect(await kill(page, kind), kind).toBe(1);
    await dashboard.filterByDimension('health');
    await dashboard.expectFigure('household.pending', 6);
    await dashboard.turnTo('?at=94.2022-07-20');
    await dashboard.expectFigure('household.helped', 4);
  }
  expect(await rowsHeld(dashboard)).toBe('10');
});

test('an import whose reader dies is as if it had never begun, and can be tried again', async ({ page }) => {
  await holdWorkers(page);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(logbook('ใหญ่.csv', households(60_000, 4)));
  await expect.poll(() => kill(page, 'files'), { intervals: [5] }).toBe(1);
  await expect(page.locator('[data-fault]')).toHaveText(dashboard.texts.errors.worker_lost({}));
  await dashboard.expectFigure('household.listed', 15_703);
  await page.getByRole('button', { name: dashboard.texts.notices.retry }).click();
  await dashboard.expectFigure('household.listed', 60_000);
  await expect(page.locator('[data-fault]')).toHaveCount(0);
});

test('a file that is gone when the engine dies is asked for by its name', async ({ page }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'phungpao-usb-'));
  const file = path.join(folder, 'แฟลชไดรฟ์.csv');
  const content = String(logbook('', households(10, 4)).content);
  const put = (): void => writeFileSync(file, content);
  try {
    put();
    await holdWorkers(page);
    const dashboard = new Dashboard(page);
    await dashboard.open();
    await page.locator('input[type="file"][name="logbook"]').setInputFiles(file);
    await dashboard.expectFigure('household.listed', 10);
    await dashboard.settled();
    rmSync(file);
    await kill(page, 'duckdb');
    await expect(line(page, 'lacking')).toContainText('“แฟลชไดรฟ์.csv”');
    await dashboard.expectFigure('household.listed', 10);
    await dashboard.turnTo('?rows=household.pending');
    await expect(page.locator('[role="dialog"]')).toContainText(dashboard.texts.errors.rows_lost({}));
    await dashboard.closeDialog();
    put();
    await page.locator('input[type="file"][name="logbook-again"]').setInputFiles(file);
    await expect(line(page, 'lacking')).toHaveCount(0);
    await dashboard.expectFigure('household.listed', 10);
    expect(await rowsHeld(dashboard)).toBe('10');
    // Others see no name of a file.
    rmSync(file);
    await kill(page, 'duckdb');
    await expect(line(page, 'lacking')).toContainText('“แฟลชไดรฟ์.csv”');
    await dashboard.turnTo('?meeting=1');
    await expect(line(page, 'lacking')).toHaveText(dashboard.texts.diagnostics.recovery.lackingMeeting);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
