/** From a figure to its rows: the list, one household, what is hidden, a file for the field team that is read back, every figure explained. */
import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { violations } from './accessibility.ts';
import { Dashboard, opening, truthOf } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { test as standing } from './standing.ts';

const truth = truthOf(opening).province;
const listed = (page: Page) => page.locator('data[data-measure="row.listed"]');
const grid = (page: Page) => page.getByRole('grid');
/** The rows in sight are there. */
async function isListed(page: Page, count: number): Promise<void> {
  await expect(listed(page)).toHaveAttribute('value', String(count), { timeout: 60_000 });
  await expect(page.locator('[data-row="0"]:not([aria-busy])')).toBeVisible();
}
const columnOf = (page: Page, column: string) =>
  page.locator(`[data-row] [data-column="${column}"]`).evaluateAll((cells) => cells.map((cell) => cell.textContent));
const textOf = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8');

test.setTimeout(240_000);

standing(
  'the present view’s rows: as many as the figure, hidden, sorted, walked by keys, and one household of them',
  async ({ page }) => {
    const dashboard = new Dashboard(page);
    await dashboard.open();
    await page.locator('[data-open="rows"]').click();
    await dashboard.expectParam('rows', 'household.pending');
    await isListed(page, truth.pending);
    const words = await page.getByRole('dialog').textContent();
    expect(words).toContain('ครัวเรือนที่ยังรอการช่วยเหลือ จังหวัดปัตตานี');
    const codes = await columnOf(page, 'house_code');
    for (const code of codes) expect(code).toMatch(/^\d{8}•••$|^–$/);

    await grid(page).focus();
    await page.keyboard.press('End');
    await expect(page.locator(`[data-row="${truth.pending - 1}"]:not([aria-busy])`)).toBeVisible();
    await page.keyboard.press('Home');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowUp');
    await expect(page.locator('[data-row].active')).toBeVisible();
    await page.keyboard.press('Home');

    await page.locator('[data-sort="amphoe"]').click();
    await expect(page.locator('[data-row="0"] [data-column="amphoe"]')).toHaveText('หนองจิก');
    await page.locator('[data-sort="persons"]').click();
    await expect
      .poll(async () => (await columnOf(page, 'persons')).slice(0, 5).every((text) => text === '1'))
      .toBe(true);

    await grid(page).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-household]')).toBeVisible({ timeout: 120_000 });
    await expect(page.locator('[data-history] tbody tr')).toHaveCount(6, { timeout: 120_000 });
    await expect(page.locator('[data-history] tr[aria-current]')).toHaveAttribute('data-round', '2022-06-29');
    await expect(page.locator('[data-household] .code')).toContainText('•••');
    await page.locator('[data-back] , button[data-back]').first().click();
    await isListed(page, truth.pending);
    await dashboard.closeDialog();
    await dashboard.expectParam('rows', null);
  },
);

test('what identifies is shown only when asked for, goes out only when confirmed, and is read back to the same figures', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?rows=household.listed');
  await isListed(page, truth.listed);
  expect(await page.getByRole('dialog').innerHTML()).not.toMatch(/>\d{11}/);

  // Hidden: the file can't stand for one with codes, and says so.
  const [masked] = await Promise.all([page.waitForEvent('download'), page.locator('[data-save="csv"]').click()]);
  const hidden = await textOf(masked);
  expect(hidden).toContain('รหัสบ้าน (ปิดบางส่วน)');
  expect(hidden).not.toMatch(/(?<!\d)\d{11}(?!\d)/);

  await page.locator('[data-open="identity"]').click();
  await expect.poll(async () => (await columnOf(page, 'house_code'))[0]).toMatch(/^\d{11}$/);
  const code = (await columnOf(page, 'house_code'))[3] ?? '';
  await page.locator('[data-control="code"]').fill(code.slice(0, 10));
  await expect(page.locator('[data-row="0"]:not([aria-busy])')).toContainText(code.slice(0, 10));
  expect(page.url()).not.toContain(code.slice(0, 10));
  await page.locator('[data-control="code"]').fill('');
  await isListed(page, truth.listed);

  await page.locator('[data-save="csv"]').click();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('[data-confirm="csv"]').click()]);
  const name = saved.suggestedFilename();
  expect(name).not.toMatch(/\d{11}/);
  const content = await textOf(saved);
  expect(content.match(/(?<!\d)\d{11}(?!\d)/g)!.length).toBeGreaterThan(truth.listed * 0.9);

  // Closed, it is hidden again.
  await page.locator('[role="dialog"] header button').first().click();
  await page.locator('[data-open="rows"]').click();
  await expect(page.locator('[data-masked="true"]')).toBeVisible();
  await expect.poll(async () => (await columnOf(page, 'house_code'))[0]).toMatch(/•••$/);
  await dashboard.closeDialog();

  await dashboard.choose({ name: 'รายชื่อ.csv', content });
  await expect(page.locator('[data-masked]')).toHaveCount(0);
  await expect.poll(async () => (await dashboard.receiptRows()).kept, { timeout: 120_000 }).toBe(truth.listed);
  expect((await dashboard.receiptRows()).quarantined).toBe(0);
  await dashboard.closeDialog();
  await dashboard.settled();
  for (const id of ['listed', 'need', 'helped', 'pending', 'urgent_pending'] as const)
    await dashboard.expectFigure(`household.${id}`, truth[id]);
});

standing('any figure is explained by keys alone, and leads to its rows', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await page.keyboard.press('?');
  await expect(page.locator('html[data-explaining]')).toHaveCount(1);
  await page.keyboard.press('Tab');
  const measure = await page.evaluate(() => document.activeElement?.getAttribute('data-measure'));
  expect(measure).toBe('household.listed');
  const reached = (): Promise<string | null | undefined> =>
    page.evaluate(() => document.activeElement?.getAttribute('data-measure'));
  for (let step = 0; step < 9 && (await reached()) !== 'household.helped'; step++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('[data-same="true"]')).toBeVisible({ timeout: 60_000 });
  await expect(dialog.locator('[data-explains="definition"]')).toContainText('มีสถานะ');
  await expect(dialog.locator('data[data-measure="explained.value"]')).toHaveAttribute('value', /\d+/);
  const value = Number(await dialog.locator('data[data-measure="explained.value"]').getAttribute('value'));
  await dialog.locator('summary').click();
  await expect(dialog.locator('[data-explains="sql"]')).toContainText('with picked as');
  await dialog.locator('[data-open="behind"]').click();
  await isListed(page, value);
  await dashboard.closeDialog();
  await expect(page.locator('html[data-explaining]')).toHaveCount(0);

  // A share has two parts; a figure of an area is that area's; what has no rows is told all the same.
  await page.locator('[data-open="explain"]').click();
  await dashboard.figures('household.helped_share').first().click();
  await expect(dialog.locator('[data-same="true"]')).toBeVisible({ timeout: 60_000 });
  await expect(dialog.locator('data[data-measure="explained.part"]')).toHaveAttribute('value', String(truth.helped));
  await expect(dialog.locator('data[data-measure="explained.whole"]')).toHaveAttribute('value', String(truth.need));
  await page.keyboard.press('Escape');
  await page.locator('table data[data-measure="household.pending"][data-area="9410"]').first().click();
  await expect(dialog.locator('[data-same="true"]')).toBeVisible({ timeout: 60_000 });
  await expect(dialog.locator('[data-explains="where"]')).toHaveText('อ.ยะรัง');
  await page.keyboard.press('Escape');
  await page.locator('table data[data-measure="need.pending"][data-dimension="income"]').first().click();
  await expect(dialog.locator('[data-same="true"]')).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Escape');
  await dashboard.figures('day.to_deadline').first().click();
  await expect(dialog.locator('[data-explains="definition"]')).toContainText('30 กันยายน');
  await page.keyboard.press('Escape');
  // Drawn figures too: asked for, a ribbon tells what it is and does not open its list.
  await page.keyboard.press('Escape');
  await dashboard.turnTo('?panel=rounds');
  const ribbon = page.locator('[data-flow="waiting waiting"]');
  await expect(ribbon).toBeAttached({ timeout: 60_000 });
  await page.locator('[data-open="explain"]').click();
  await ribbon.dispatchEvent('click');
  await expect(dialog.locator('[data-explains="unit"]')).toHaveText('ครัวเรือน');
  await expect(dialog.locator('[data-explains="filters"]')).toHaveText('ไม่ได้กรอง');
  await dashboard.expectParam('rows', null);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('html[data-explaining]')).toHaveCount(0);
});

for (const language of ['th', 'en'] as const)
  standing(`nothing trips up assistive technology in ${language}`, async ({ page }) => {
    const dashboard = new Dashboard(page);
    await dashboard.open(`?lang=${language}&rows=need.pending~area:9410~dimension:health`);
    await expect(page.locator('[data-row="0"]:not([aria-busy])')).toBeVisible({ timeout: 60_000 });
    expect(await violations(page)).toEqual([]);
    await page.locator('[data-row="0"]').click();
    await expect(page.locator('[data-household]')).toBeVisible({ timeout: 120_000 });
    expect(await violations(page)).toEqual([]);
    await dashboard.closeDialog();
    await page.locator('[data-open="explain"]').click();
    expect(await violations(page)).toEqual([]);
    await dashboard.figures('household.helped_share').first().click();
    await expect(page.getByRole('dialog').locator('[data-same="true"]')).toBeVisible({ timeout: 60_000 });
    await page.locator('summary').click();
    expect(await violations(page)).toEqual([]);
  });
