/** Journey: what the page tells of its own work: true counts, no question while closed, and nothing of a file in what is copied. */
import type { Locator } from '@playwright/test';
import { shipped } from '../../scripts/licences.ts';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook } from './logbook.ts';

async function opened(dashboard: Dashboard): Promise<Locator> {
  await dashboard.page.locator('[data-open="diagnostics"]').click();
  const dialog = dashboard.page.getByRole('dialog', { name: dashboard.texts.diagnostics.title });
  await expect(dialog.locator('[data-diagnostics="told"]')).toBeVisible();
  return dialog;
}
const valueOf = async (dialog: Locator, measure: string): Promise<number> =>
  Number(await dialog.locator(`data[data-measure="${measure}"]`).getAttribute('value'));

test('a file is told by its rows, its summary and its timings, in both languages', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const name = 'ปัตตานี 20-07-2565.csv';
  await dashboard.choose(logbook(name, households(10, 4)));
  await dashboard.expectFigure('household.listed', 10);
  await dashboard.settled();
  for (const language of ['th', 'en'] as const) {
    await dashboard.language(language);
    const dialog = await opened(dashboard);
    expect(await valueOf(dialog, 'row.household')).toBe(10);
    expect(await valueOf(dialog, 'row.need')).toBeGreaterThanOrEqual(10);
    expect(await valueOf(dialog, 'cell.cube')).toBeGreaterThan(0);
    expect(await valueOf(dialog, 'byte.cubes')).toBeGreaterThan(50);
    expect(await valueOf(dialog, 'byte.engine')).toBeGreaterThan(1_000);
    for (const work of ['import_reading', 'import_cleaning', 'import_writing', 'cube', 'answer_cube', 'paint'])
      expect(await valueOf(dialog, `millisecond.${work}`), work).toBeGreaterThan(0);
    await expect(dialog).toContainText('v1.');
    await dashboard.closeDialog();
  }
});

test('what is copied is what is shown, without a cell of the file', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const name = 'ปัตตานี 20-07-2565.csv';
  const file = logbook(name, households(10, 4));
  await dashboard.choose(file);
  await dashboard.expectFigure('household.listed', 10);
  const dialog = await opened(dashboard);
  await dialog.getByRole('button', { name: dashboard.texts.diagnostics.copy }).click();
  await expect(dialog.getByText(dashboard.texts.diagnostics.copied)).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`${dashboard.texts.diagnostics.all}\t10\t`);
  expect(copied).not.toContain(name);
  const personal = String(file.content)
    .split(/[\r\n,]+/)
    .filter((cell) => /^\d{8,}$/.test(cell));
  expect(personal.length).toBeGreaterThan(9);
  for (const cell of personal) expect(copied).not.toContain(cell);
});

test('where the clipboard is shut the text is selected for the reader', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const dialog = await opened(dashboard);
  await dialog.getByRole('button', { name: dashboard.texts.diagnostics.copy }).click();
  await expect(dialog.getByText(dashboard.texts.diagnostics.selected)).toBeVisible();
  const selected = await page.evaluate(() => String(getSelection()));
  expect(selected).toContain(dashboard.texts.diagnostics.memory);
});

test('without an engine the rest is told, and the licences are a link away', async ({ page, request, faults }) => {
  faults.allow(/duckdb|net::ERR_FAILED/);
  await page.route(/duckdb-eh.*\.wasm/, (route) => route.abort());
  await page.goto('./');
  const dashboard = new Dashboard(page);
  await dashboard.expectFigure('household.listed', 15_703);
  await page.locator('[data-open="diagnostics"]').click();
  const dialog = page.getByRole('dialog', { name: dashboard.texts.diagnostics.title });
  await expect(dialog.locator('[data-diagnostics="told"]')).toBeVisible();
  await expect(dialog.locator('data[data-measure="row.household"]')).toHaveText('–');
  expect(await valueOf(dialog, 'cell.cube')).toBeGreaterThan(100);
  expect(await valueOf(dialog, 'millisecond.answer_cube')).toBeGreaterThan(0);
  const link = dialog.getByRole('link', { name: dashboard.texts.diagnostics.licences });
  const answer = await request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
  expect(answer.headers()['content-type']).toBe('text/plain; charset=utf-8');
  const licences = await answer.text();
  for (const { name, version } of shipped()) expect(licences).toContain(`${name} ${version} (`);
});

test('a problem report is seen before it is saved, and names no file, no place and no household', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const name = 'ปัตตานี 20-07-2565.csv';
  await dashboard.choose(logbook(name, households(10, 4)));
  await dashboard.expectFigure('household.listed', 10);
  await dashboard.filterByDimension('health');
  const dialog = await opened(dashboard);
  await dialog.locator('[data-report="open"]').click();
  const text = await dialog.locator('[data-report="text"]').innerText();
  const saving = page.waitForEvent('download');
  await dialog.locator('[data-report="save"]').click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await saving).createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toBe(text);
  expect(text).toMatch(/imported/);
  expect(text).toMatch(/view\t.*filters/);
  expect(text).toMatch(/locks\ttrue/);
  for (const word of [name, 'ปัตตานี', 'รูสะมิแล', '94010000001', '2565']) expect(text).not.toContain(word);
});
