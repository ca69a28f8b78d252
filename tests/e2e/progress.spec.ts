/** Journey: four rounds of the reader's own, from pace and forecast over the flow to the households that still wait, one of them, and a file that is read back. */
import { readFileSync } from 'node:fs';
import { Dashboard, type ChosenFile } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook } from './logbook.ts';

const of = (count: number, helped: number, asOf: string, first = 1): ChosenFile =>
  logbook(`${asOf.replaceAll('/', '-')}.csv`, households(count, helped, first), asOf);

/** 40 households; two leave and two come in the last round, in which those of the codes 9 to 40 have waited since the round before. */
const rounds = [of(40, 2, '10/05/2565'), of(40, 4, '10/06/2565'), of(40, 6, '10/07/2565'), of(40, 8, '10/08/2565', 3)];
const stillWaiting = 30;

test('four rounds: pace, forecast, the flow, who waited in both, one household, a file that is read back', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(...rounds);
  await expect.poll(() => dashboard.figure('household.listed'), { timeout: 120_000 }).toBe('40');
  await dashboard.turnTo('?at=94.2022-08-10&panel=pace');
  await expect(dashboard.figures('household.helped').first()).toHaveAttribute('value', '8');
  const pace = page.locator('[data-pace]');
  await expect(pace).toHaveAttribute('data-pace', 'moving', { timeout: 60_000 });
  const perMonth = Number(
    await pace.locator('data[data-measure="household.helped_per_month"]').first().getAttribute('value'),
  );
  // Two more in each of 31, 30 and 31 days.
  expect(perMonth).toBeGreaterThan(1.9);
  expect(perMonth).toBeLessThan(2.1);
  const finish = (await pace.getAttribute('data-finish')) ?? '';
  expect(finish).toMatch(/^2023-1[12]-/);

  await dashboard.turnTo('?at=94.2022-08-10&panel=rounds');
  const ribbon = page.locator('[data-flow="waiting waiting"]');
  await expect(ribbon).toHaveAttribute('data-value', String(stillWaiting), { timeout: 60_000 });
  await ribbon.dispatchEvent('click');
  await dashboard.expectParam('rows', 'household.listed~moved:waiting.waiting.2022-07-10');
  const dialog = page.getByRole('dialog');
  const listed = page.locator('data[data-measure="row.listed"]');
  await expect(listed).toHaveAttribute('value', String(stillWaiting), { timeout: 60_000 });
  const finding = dialog.locator('.finding').first();
  const { before, after } = dashboard.texts.moves;
  await expect(finding).toContainText(`รอบ 10 ก.ค. 2565 “${before.waiting}” แล้วรอบ 10 ส.ค. 2565 “${after.waiting}”`);
  await expect(page.locator('[data-row="0"]:not([aria-busy])')).toBeVisible();

  await page.locator('[data-row="0"]').click();
  await expect(page.locator('[data-history] tbody tr')).toHaveCount(rounds.length, { timeout: 60_000 });
  await expect(page.locator('[data-history] tr[aria-current]')).toHaveAttribute('data-round', '2022-08-10');
  await page.locator('[data-back]').locator('visible=true').first().click();

  await page.locator('[data-open="identity"]').click();
  await expect(page.locator('[data-row="0"] [data-column="house_code"]')).toHaveText(/^\d{11}$/);
  await page.locator('[data-save="csv"]').click();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('[data-confirm="csv"]').click()]);
  const content = readFileSync(await saved.path(), 'utf8');
  expect(content).toContain(`“${before.waiting}” แล้วรอบ`);
  await dashboard.closeDialog();
  // Behind the list the areas are narrowed to where these households are.
  const areas = await dashboard.byArea('household.moved_status');
  expect(Object.values(areas).reduce((sum, one) => sum + one, 0)).toBe(stillWaiting);

  // Who left is listed as of the round that had them.
  await page.locator('[data-flow="helped absent"]').dispatchEvent('click');
  await expect(listed).toHaveAttribute('value', '2', { timeout: 60_000 });
  await expect(finding).toContainText('10 กรกฎาคม 2565');
  await dashboard.closeDialog();

  // The file is of the same date and has fewer households: that is asked about, and then it is the round.
  await dashboard.choose({ name: 'รายชื่อ.csv', content });
  await expect(page.locator('[data-doubt]').first()).toBeVisible({ timeout: 60_000 });
  await dialog.locator('button[type="submit"]').click();
  await expect.poll(async () => (await dashboard.receiptRows()).kept, { timeout: 60_000 }).toBe(stillWaiting);
  expect((await dashboard.receiptRows()).quarantined).toBe(0);
  await dashboard.closeDialog();
  await dashboard.expectFigure('household.pending', stillWaiting);
});

test('a link to a move from a round that is not open says so; rows that can’t be fetched are asked for once', async ({
  page,
  faults,
}) => {
  test.setTimeout(180_000);
  faults.allow(/sample\/.*csv/);
  let fetched = 0;
  await page.route('**/sample/*.csv', async (route) => {
    fetched++;
    await route.abort();
  });
  const dashboard = new Dashboard(page);
  await page.goto('./?panel=acts&rows=household.listed~moved:waiting.waiting.2021-06-10');
  await expect(page.getByRole('dialog')).toContainText('เปิดไฟล์ของรอบนั้นก่อน', { timeout: 60_000 });
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-tool="acts"] [role="alert"], [data-tool="acts"] .notice').first()).toBeVisible({
    timeout: 60_000,
  });
  const before = fetched;
  await page.waitForTimeout(2000);
  expect(fetched - before).toBeLessThanOrEqual(1);
  expect(fetched).toBeLessThan(8);
  await dashboard.expectParam('rows', null);
});
