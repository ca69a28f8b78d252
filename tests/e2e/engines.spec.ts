/** Journey: what takes the place of much that is loaded gets an engine of its own, and the old one ends; what is kept keeps its. */
import { readFileSync } from 'node:fs';
import type { Page, Worker } from '@playwright/test';
import { Dashboard, type ChosenFile } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook, photo } from './logbook.ts';

const tpmap: ChosenFile = {
  name: '66_94_amphur_11111.csv',
  content: readFileSync(new URL('../fixtures/area/66_94_amphur_11111.csv', import.meta.url)),
};
const own = logbook('ของเรา.csv', households(10, 4));
/** More than an engine is kept for. */
const large = logbook('ของเรา.csv', households(51_000, 4));
/** Two of those that wait are told by a word that nobody knows. */
function withWord({ name, content }: ChosenFile): ChosenFile {
  let seen = 0;
  return { name, content: String(content).replace(/ยังไม่ได้รับการช่วยเหลือ/g, (word) => (seen++ < 2 ? 'ปิดเคส' : word)) };
}
const closed = withWord(own);

const engines = (page: Page): Worker[] => page.workers().filter((worker) => worker.url().includes('duckdb'));
/** The one engine, once there is but one. */
async function engineOf(page: Page): Promise<Worker> {
  await expect.poll(() => engines(page).length).toBe(1);
  const [engine] = engines(page);
  if (!engine) throw new Error('no engine');
  return engine;
}

async function tellWord(dashboard: Dashboard): Promise<void> {
  const { page } = dashboard;
  await page.getByRole('button', { name: dashboard.texts.mapping.notice.tell }).click();
  await page.locator('[data-control="value.status.0"]').click();
  await page.locator('[role="option"][data-value="helped"]').click();
  const dialog = page.getByRole('dialog', { name: dashboard.texts.mapping.title });
  await dialog.getByRole('button', { name: dashboard.texts.mapping.submit }).click();
}

test('all that is loaded, read again, moves to another engine, and the old one ends', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(withWord(large));
  await dashboard.expectFigure('household.helped', 4);
  const first = await engineOf(page);

  await tellWord(dashboard);
  await dashboard.expectFigure('household.helped', 6);
  const second = await engineOf(page);
  expect(second).not.toBe(first);

  // The next file is looked at beside the first, so both must be in one engine.
  await dashboard.choose(logbook('ต่อมา.csv', households(30_000, 5), '30/07/2565'));
  await dashboard.expectFigure('household.helped', 5);
  expect(await engineOf(page)).toBe(second);
  await dashboard.lookAt('94.2022-07-20');
  await dashboard.expectFigure('household.helped', 6);
});

test('tables of areas that are kept stay, and so does their engine', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(tpmap);
  await expect(page.locator('[data-notice="imported"]')).toContainText(tpmap.name);
  const first = await engineOf(page);
  await dashboard.choose(closed);
  await dashboard.expectFigure('household.listed', 10);
  await tellWord(dashboard);
  await dashboard.expectFigure('household.helped', 6);
  expect(await engineOf(page)).toBe(first);
  await page.locator('[data-control="measure"]').click();
  await page.locator('[role="option"][data-value="area.poor_persons"]').click();
  const poor = Number(String(tpmap.content).split('\n')[1]?.split(',')[3]);
  await dashboard.expectFigure('area.poor_persons', poor, { area: '9401' });
});

test('a file that can’t be read leaves what was there where it was', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  // The engine has been used, and nothing that was in it is kept.
  await dashboard.choose(tpmap);
  await expect(page.locator('[data-notice="imported"]')).toContainText(tpmap.name);
  const listed = await dashboard.figure('household.listed');
  await page.locator('[data-control="measure"]').click();
  await page.locator('[role="option"][data-value="area.poor_persons"]').click();
  await page.getByRole('button', { name: dashboard.texts.areaTable.remove(tpmap.name) }).click();
  const first = await engineOf(page);
  await dashboard.choose(photo());
  await expect(page.locator('[data-fault]')).toBeVisible();
  await dashboard.expectFigure('household.listed', listed);
  expect(await engineOf(page)).toBe(first);

  await dashboard.choose(own);
  await dashboard.expectFigure('household.listed', 10);
  await dashboard.expectFigure('household.helped', 4);
  // So little was in it that a second one would take more memory than it frees.
  expect(await engineOf(page)).toBe(first);
});
