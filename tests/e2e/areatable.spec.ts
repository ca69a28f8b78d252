/** Journey: tables of areas beside the households: a layer of their own, a denominator, said where from, and taken away again. */
import { readFileSync } from 'node:fs';
import { Dashboard, type ChosenFile } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook } from './logbook.ts';

const fixture = (name: string): ChosenFile => ({
  name,
  content: readFileSync(new URL(`../fixtures/area/${name}`, import.meta.url)),
});
const tpmap = fixture('66_94_amphur_11111.csv');
const perTambon = fixture('จำนวนครัวเรือนต่อตำบล.csv');
const poorOf9401 = Number(String(tpmap.content).split('\n')[1]?.split(',')[3]);

async function pickMeasure(dashboard: Dashboard, measure: string): Promise<void> {
  await dashboard.page.locator('[data-control="measure"]').click();
  await dashboard.page.locator(`[role="option"][data-value="${measure}"]`).click();
  await dashboard.expectParam('measure', measure);
  await dashboard.settled();
}

test('a table like TPMAP’s lies over the sample, says its source, and can be taken away', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?level=tambon');
  const listed = await dashboard.figure('household.listed');
  await dashboard.choose(tpmap);
  await expect(page.locator('[data-notice="imported"]')).toContainText(tpmap.name);
  // The sample stays, and nothing was asked.
  await dashboard.expectFigure('household.listed', listed);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.locator('[data-notice="imported"]').getByRole('button', { name: dashboard.texts.top.receipt }).click();
  expect(await dashboard.receiptRows()).toMatchObject({ read: 12, kept: 12, quarantined: 0, set_aside: 0 });
  await expect(page.locator('[data-area-table] [data-figure="poor_persons"]')).toContainText('12');
  await dashboard.closeDialog();

  // Its first figure is one click away, at the level that the table tells of.
  const see = page.locator('[data-notice="imported"] [data-see]');
  const first = await see.getAttribute('data-see');
  await see.click();
  await dashboard.expectParam('measure', first);
  await dashboard.settled();
  await expect(page.locator('[data-references]')).toContainText(tpmap.name);
  await expect(see).toHaveCount(0);
  expect(await dashboard.byArea(first ?? '')).toHaveProperty('9401');

  await pickMeasure(dashboard, 'area.poor_persons');
  await dashboard.expectFigure('area.poor_persons', poorOf9401, { area: '9401' });
  await expect(page.locator('[data-references]')).toContainText(tpmap.name);
  await expect(page.locator('[data-references]')).toContainText('2566');
  // The households' figures stand beside it, from their own source.
  await expect.poll(async () => Object.keys(await dashboard.byArea('household.pending')).length).toBeGreaterThan(10);
  // A table of amphoe tells nothing of tambon.
  await dashboard.level('tambon');
  await expect.poll(() => dashboard.byArea('area.poor_persons')).not.toHaveProperty('940101', poorOf9401);
  await dashboard.level('amphoe');

  await page.getByRole('button', { name: dashboard.texts.areaTable.remove(tpmap.name) }).click();
  await expect(page.locator('[data-notice="stray-measure"]')).toBeVisible();
  await expect(page.locator('[data-references]')).toHaveCount(0);
  await page.locator('[data-control="measure"]').click();
  await expect(page.locator('[role="option"][data-value="area.poor_persons"]')).toHaveCount(0);
});

test('households per tambon make shares of all, above 100 % as they are and said', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(logbook('ปัตตานี 20-07-2565.csv', households(10, 4)), perTambon);
  await dashboard.expectFigure('household.need', 10);
  await pickMeasure(dashboard, 'household.need_of_all');
  const all = [...String(perTambon.content).matchAll(/^\d+,9401\d\d,[^,]*,[^,]*,"([\d,]+)"/gm)]
    .map(([, count = '']) => Number(count.replaceAll(',', '')))
    .reduce((sum, count) => sum + count, 0);
  await expect.poll(async () => (await dashboard.byArea('household.need_of_all'))['9401']).toBeCloseTo(10 / all, 10);
  await expect(page.locator('[data-references]')).toContainText(dashboard.texts.areaTable.share);

  // Fewer households in a later table than are in need.
  await dashboard.choose({ name: 'น้อย.csv', content: 'รหัสอำเภอ,จำนวนครัวเรือน\n9401,8\n' });
  await dashboard.expectFigure('household.need_of_all', 1.25, { area: '9401' });
  await dashboard.expectFigure('area.over', 1);
  await expect(page.locator('[data-references]')).toContainText('น้อย.csv');
  // The same content again is said, and stands once.
  await dashboard.choose({ name: 'น้อย.csv', content: 'รหัสอำเภอ,จำนวนครัวเรือน\n9401,8\n' });
  await expect(page.locator('[data-notice="again"]')).toBeVisible();
  await expect(page.locator('[data-reference]')).toHaveCount(1);
  await page.getByRole('button', { name: dashboard.texts.areaTable.remove('น้อย.csv') }).click();
  await expect.poll(async () => (await dashboard.byArea('household.need_of_all'))['9401']).toBeCloseTo(10 / all, 10);
});

test('a link to a figure of a table falls back with a word, and is right once the table is open', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?measure=area.target_poor_rate&lang=en');
  await expect(page.locator('[data-notice="stray-measure"]')).toBeVisible();
  await expect(dashboard.sentence).toContainText('Households still waiting');
  await dashboard.choose(tpmap);
  await expect(dashboard.sentence).toContainText('Target poor');
  await expect(page.locator('[data-notice="stray-measure"]')).toHaveCount(0);
  await expect.poll(async () => (await dashboard.byArea('area.target_poor_rate'))['9401']).toBeGreaterThan(0);
});
