/** Journey: workers die without a word, or live and say nothing, or sleep; the page says so, starts others, and all figures are as they were. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { alive, holdWorkers, kill, strikeDumb } from '../faults/workers.ts';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook } from './logbook.ts';

const line = (page: Page, how: string) => page.locator(`[data-recovery="${how}"]`);

/** Where the page can't settle, for somebody is silent. */
const goTo = (page: Page, search: string): Promise<void> =>
  page.evaluate((query) => {
    history.pushState(null, '', `${location.pathname}${query}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, search);

/** The rows are kept beside the engine: a page at rest does so. */
const spareKept = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => performance.getEntriesByName('spare').length > 0);

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

test('an engine that lives and says nothing is started again from the list that waits for it, by keyboard', async ({
  page,
}) => {
  await page.clock.install();
  await holdWorkers(page);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  expect(await rowsHeld(dashboard)).toBe('15703');
  expect(await strikeDumb(page, 'duckdb')).toBe(1);
  await goTo(page, '?rows=household.pending');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(line(page, 'late')).toHaveCount(0);
  // Ten seconds for any statement, and a little for so many rows.
  await page.clock.runFor(10_500);
  const late = dialog.locator('.notice', { has: line(page, 'late') });
  await expect(late).toContainText(dashboard.texts.diagnostics.recovery.late);
  const again = late.getByRole('button', { name: dashboard.texts.diagnostics.recovery.restart });
  for (let stops = 0; stops < 12 && !(await again.evaluate((one) => one === document.activeElement)); stops++)
    await page.keyboard.press('Tab');
  await expect(again).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.locator('[role="row"]').nth(5)).toBeVisible();
  await expect(line(page, 'late')).toHaveCount(0);
  await dashboard.closeDialog();
  expect(await rowsHeld(dashboard)).toBe('15703');
});

test('every other worker that lives and says nothing is given up within ten seconds, and the work is done', async ({
  page,
}) => {
  await page.clock.install();
  await holdWorkers(page);
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=hotspots&level=tambon');
  const found = page.locator('[data-finding]').first();
  await expect(found).toBeVisible();
  expect(await strikeDumb(page, 'hotspot')).toBe(1);
  await goTo(page, '?panel=hotspots&level=tambon&dimension=health');
  await expect(page.locator('#tool [role="status"], #tool progress').first()).toBeVisible();
  await page.clock.runFor(7_000);
  await dashboard.settled();
  await expect(found).toBeVisible();

  const file = logbook('ของเรา.csv', households(60, 24));
  expect(await strikeDumb(page, 'files')).toBe(0);
  await dashboard.choose(file);
  await expect.poll(() => alive(page, 'files')).toBe(1);
  await page.clock.runFor(10_500);
  await expect(page.locator('[data-fault]')).toHaveText(dashboard.texts.errors.file_hang({ file: 'ของเรา.csv' }));
  await page.getByRole('button', { name: dashboard.texts.notices.retry, exact: true }).click();
  await dashboard.expectFigure('household.listed', 60);
  await dashboard.settled();

  expect(await strikeDumb(page, 'cube')).toBe(1);
  await page.locator('[data-filter-dimension="health"]').click();
  await page.clock.runFor(7_000);
  await dashboard.settled();
  await dashboard.expectFigure('household.pending', 36);

  expect(await strikeDumb(page, 'picture')).toBe(0);
  await goTo(page, '?at=94.2022-07-20&meeting=1');
  await expect.poll(() => alive(page, 'picture')).toBe(1);
  await page.clock.runFor(9_000);
  await dashboard.settled();
  await expect(page.locator('[data-panel="matrix"] data[data-measure="need.pending"]').first()).toBeVisible();
});

test('a tab that slept for an hour, and a clock set wrong, change nothing', async ({ page }) => {
  await page.clock.install();
  await holdWorkers(page);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(logbook('ของเรา.csv', households(10, 4)));
  await dashboard.expectFigure('household.listed', 10);
  await dashboard.settled();
  const devtools = await page.context().newCDPSession(page);
  const looksWell = async (): Promise<void> => {
    await dashboard.turnTo('?at=94.2022-07-20&dimension=health');
    await dashboard.expectFigure('household.pending', 6);
    await dashboard.turnTo('?at=94.2022-07-20&rows=household.pending');
    await expect(page.locator('[role="dialog"] [role="row"]')).toHaveCount(7);
    await dashboard.closeDialog();
    await dashboard.turnTo('?at=94.2022-07-20');
    await dashboard.expectFigure('household.pending', 10 - 4);
    for (const how of ['late', 'restarting', 'back', 'failed']) await expect(line(page, how)).toHaveCount(0);
    for (const kind of ['duckdb', 'cube'] as const) expect(await alive(page, kind), kind).toBe(1);
  };
  // In the middle of a question: who waited is not taken for having waited an hour.
  await goTo(page, '?at=94.2022-07-20&dimension=health');
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  await devtools.send('Page.setWebLifecycleState', { state: 'active' });
  await page.clock.fastForward('01:00:00');
  await looksWell();
  for (const day of ['2021-02-03', '2027-12-31']) {
    await page.clock.setSystemTime(new Date(`${day}T09:00:00+07:00`));
    await looksWell();
  }
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

test('a file that is gone when the engine dies is not missed where its rows are few, else asked for by its name', async ({
  page,
}) => {
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
    await dashboard.turnTo('?rows=household.listed');
    const cells = page.locator('[role="dialog"] [role="row"]');
    await expect(cells).toHaveCount(11);
    await expect(cells.last()).toContainText('9401');
    const before = await cells.allInnerTexts();
    await dashboard.closeDialog();
    await spareKept(page);
    rmSync(file);
    await kill(page, 'duckdb');
    await expect(line(page, 'back')).toBeVisible();
    await dashboard.turnTo('?rows=household.listed');
    await expect.poll(() => cells.allInnerTexts()).toEqual(before);
    await dashboard.closeDialog();
    expect(await rowsHeld(dashboard)).toBe('10');

    // One that is never at rest keeps none.
    await page.evaluate(() => (globalThis.requestIdleCallback = () => 0));
    put();
    await page.locator('input[type="file"][name="logbook"]').setInputFiles(file);
    await expect(page.locator('[data-notice="imported"]')).toBeVisible();
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
