/** Journey: an executive tells a capacity and an aim, and sentence, list, map, link and file tell one plan; then how far people are. */
import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import type { Locator, Page } from '@playwright/test';
import { Dashboard, opening, truthOf, type ChosenFile } from './dashboard.ts';
import { expect, test } from './standing.ts';

const { pending } = truthOf(opening).province;
const field = (page: Page, name: string): Locator => page.locator(`[data-control="${name}"]`);
const list = (page: Page): Locator => page.locator('[data-tool="plan"] [data-row-area]');

async function set(dashboard: Dashboard, name: string, value: string): Promise<void> {
  await field(dashboard.page, name).fill(value);
  await field(dashboard.page, name).press('Tab');
  await dashboard.settled();
}
async function aim(dashboard: Dashboard, value: string): Promise<void> {
  await field(dashboard.page, 'aim').click();
  await dashboard.page.locator(`[role="option"][data-value="${value}"]`).click();
  await dashboard.expectParam('aim', value);
  await dashboard.settled();
}
/** Raw figures of the list, in its order. */
async function listed(page: Page, measure: string): Promise<readonly number[]> {
  return await list(page)
    .locator(`data[data-measure="${measure}"]`)
    .evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)));
}
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
async function saved(page: Page, which: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-save="plan-${which}"]`).click(),
  ]);
  return await download.path();
}

test('capacity and aim make one plan: sentence, list, map, link and file agree', async ({ page }) => {
  test.slow();
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=plan');
  await dashboard.expectFigure('household.plan_waiting', pending);
  await set(dashboard, 'plan.households', '500');
  await dashboard.expectParam('capacity', 'households.500');
  await dashboard.expectFigure('household.plan_reached', 1500);
  await dashboard.expectFigure('household.plan_share', 1500 / pending);
  await expect(page.locator('[data-plan]')).toContainText('30 กันยายน 2565');
  expect(sum(await listed(page, 'household.pending'))).toBe(pending);
  expect(sum(await listed(page, 'household.allotted'))).toBe(1500);
  // Most waiting first.
  const first = (await listed(page, 'household.pending')).slice(0, 8);
  expect(first).toEqual(first.toSorted((a, b) => b - a));

  // The map's months hold the tambon that the list says are reached whole and in time.
  await dashboard.turnTo('?panel=plan&capacity=households.500&level=tambon');
  const { kinds } = dashboard.texts.plan;
  const whole = await list(page).evaluateAll((all, noBoundary) => {
    const figure = (row: Element, measure: string): string | undefined =>
      row.querySelector<HTMLDataElement>(`data[data-measure="${measure}"]`)?.value;
    const isWhole = (row: Element): boolean => figure(row, 'household.pending') === figure(row, 'household.allotted');
    return all.filter((row) => isWhole(row) && !row.textContent.includes(noBoundary)).length;
  }, dashboard.texts.ranking.noBoundary);
  const legend = await page.locator('[data-legend]').allInnerTexts();
  const outside = [kinds.after(''), kinds.partly(''), kinds.never, kinds.none].map((words) => words.trim());
  const months = legend.filter((text) => !outside.some((words) => text.includes(words)) && text.includes('2565'));
  expect(whole).toBeGreaterThan(0);
  expect(sum(months.map((text) => Number(/(\d+)\s*ตำบล/.exec(text)?.[1])))).toBe(whole);

  // Urgent ones first: another list, the same sums, and Back restores.
  await aim(dashboard, 'urgent');
  expect(sum(await listed(page, 'household.pending'))).toBe(pending);
  expect(sum(await listed(page, 'household.allotted'))).toBe(1500);
  await aim(dashboard, 'health');
  expect(sum(await listed(page, 'household.allotted'))).toBe(1500);
  await page.goBack();
  await dashboard.expectParam('aim', 'urgent');

  const text = readFileSync(await saved(page, 'csv'), 'utf8');
  const rows = text.split('\r\n').map((line) => line.split(','));
  const [header = [], ...body] = rows.slice(
    0,
    rows.findIndex((row) => row.join('') === ''),
  );
  expect(header[6]).toBe(dashboard.texts.plan.file.columns[6]);
  expect(sum(body.map((row) => Number(row[6])))).toBe(pending);
  expect(sum(body.filter((row) => row[8] === dashboard.texts.plan.file.yes).map((row) => Number(row[6])))).toBe(1500);
  for (const words of ['ครัวเรือนที่ยังรอการช่วยเหลือ', '29 มิถุนายน 2565', '2022-06-29', 'ครัวเรือนเร่งด่วนก่อน'])
    expect(text).toContain(words);

  const book = read(readFileSync(await saved(page, 'xlsx')));
  const [plan = '', about = ''] = book.SheetNames;
  const work = utils.sheet_to_json<string[]>(book.Sheets[plan]!, { header: 1 });
  expect(work.length - 1).toBe(body.length);
  expect(sum(work.slice(1).map((row) => Number(row[6])))).toBe(pending);
  expect(utils.sheet_to_csv(book.Sheets[about]!)).toContain('500');
});

test('teams and money are capacity too, and what can’t be typed is said', async ({ page }) => {
  test.slow();
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=plan&capacity=teams.5.20.6');
  await dashboard.expectFigure('household.per_month', 600);
  await dashboard.expectFigure('household.plan_reached', 1800);
  await field(page, 'plan.days').fill('40');
  await expect(page.getByRole('alert').filter({ hasText: '31' })).toBeVisible();
  await field(page, 'plan.days').press('Tab');
  await dashboard.expectParam('capacity', 'teams.5.20.6');

  // Three million baht at three thousand each: a thousand households, and no more.
  await dashboard.turnTo('?panel=plan&capacity=budget.3000000.3000');
  await dashboard.expectFigure('household.plan_reached', 1000);
  await dashboard.expectFigure('household.plan_left', pending - 1000);

  // No whole month is left.
  await dashboard.turnTo('?panel=plan&at=94.2022-09-10');
  await expect(page.locator('[data-plan]')).toContainText('ไม่เหลือเดือนเต็ม');
});

const layer: ChosenFile = {
  name: 'จุดบริการ.csv',
  content: [
    'ชื่อ,ละติจูด,ลองจิจูด',
    'จุดสมมุติ ก,6.8686,101.2505',
    'จุดสมมุติ ก ซ้ำ,6.8686,101.2505',
    'จุดสมมุติ สลับ,101.30,6.75',
    'จุดสมมุติ กรุงเทพ,13.75,100.50',
    'จุดสมมุติ ปารีส,48.85,2.35',
    'จุดสมมุติ อ่านไม่ได้,หก,ร้อยเอ็ด',
    '',
  ].join('\n'),
};

test('distance is told by bands, and bad points are counted and used only when agreed', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=distance&level=tambon');
  await dashboard.expectFigure('household.distance_n', pending);
  const bands = async (): Promise<number> => {
    const ids = ['0_5', '5_10', '10_20', '20_up', 'unknown'];
    const all = await Promise.all(ids.map((id) => dashboard.figure(`household.km_${id}`)));
    return sum(all.map(Number));
  };
  expect(await bands()).toBe(pending);

  const before = await page.evaluate(() => JSON.stringify({ ...localStorage }) + location.href);
  await page.locator('input[type="file"][name="points"]').setInputFiles({
    name: layer.name,
    mimeType: 'text/csv',
    buffer: Buffer.from(layer.content),
  });
  await dashboard.expectFigure('points.read', 6);
  await dashboard.expectFigure('points.used', 1);
  for (const [kind, n] of Object.entries({ outside: 1, swapped: 1, abroad: 1, unreadable: 1, duplicates: 1 }))
    await dashboard.expectFigure(`points.${kind}`, n);
  expect(await bands()).toBe(pending);
  const near = Number(await dashboard.figure('household.km_0_5'));

  await field(page, 'points.swapped').check();
  await dashboard.expectFigure('points.used', 2);
  await dashboard.expectFigure('points.exchanged', 1);
  await expect.poll(async () => Number(await dashboard.figure('household.km_0_5'))).toBeGreaterThan(near);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }) + location.href)).toBe(before);

  await set(dashboard, 'bands', '3,8');
  await dashboard.expectParam('km', '3,8');
  expect(
    sum(
      await Promise.all(
        ['0_3', '3_8', '8_up', 'unknown'].map(async (id) => Number(await dashboard.figure(`household.km_${id}`))),
      ),
    ),
  ).toBe(pending);
  await field(page, 'bands').fill('8,3');
  await expect(page.getByRole('alert').filter({ hasText: '5,10,20' })).toBeVisible();

  await page.locator('input[type="file"][name="points"]').setInputFiles({
    name: 'ไม่มีพิกัด.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('ชื่อ,ตำบล\nก,ข\n'),
  });
  await expect(page.getByRole('alert').filter({ hasText: 'ไม่มีพิกัด.csv' })).toBeVisible();
  await dashboard.expectFigure('points.used', 2);
});
