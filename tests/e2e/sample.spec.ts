/** Journey: the sample opens by itself, and every figure equals an independent count of its file. */
import { Dashboard, opening, truthOf, type TruthMeasure } from './dashboard.ts';
import { test as alone } from './fixtures.ts';
import { expect, test } from './standing.ts';

const measures: readonly TruthMeasure[] = ['listed', 'need', 'helped', 'pending', 'urgent_pending'];

alone('opens on ปัตตานี as of 29 มิถุนายน 2565 with 15,703 households', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.expectFigure('household.listed', 15_703);
  await dashboard.expectFigure('household.need', 15_703);
  const { province } = truthOf(opening);
  for (const measure of measures) await dashboard.expectFigure(`household.${measure}`, province[measure]);
  await dashboard.expectFigure('household.helped_share', province.helped / province.need);
  await expect(page.getByText('ปัตตานี').first()).toBeVisible();
  await expect(page.getByText(/29 (มิ\.ย\.|มิถุนายน) 2565/).first()).toBeVisible();
  await expect(dashboard.sentence).toContainText('ครัวเรือนที่ยังรอการช่วยเหลือ');
  await expect(page).toHaveTitle(/ปัตตานี/);
  // Days to 30 September are counted from the as-of date, whatever the computer's clock says.
  await dashboard.expectFigure('day.to_deadline', 93);
  expect(new URL(page.url()).search).toBe('');
});

test('opens ปทุมธานี as of 15 เมษายน 2565 with 2,603 households in need', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?at=13.2022-04-15');
  await dashboard.expectFigure('household.need', 2_603);
  const { province, amphoe } = truthOf('13.2022-04-15');
  for (const measure of measures) await dashboard.expectFigure(`household.${measure}`, province[measure]);
  expect(province.need).toBeLessThan(province.listed);
  await expect.poll(async () => Object.keys(await dashboard.byArea('household.pending')).length).toBeGreaterThan(6);
  const shown = await dashboard.byArea('household.pending');
  for (const [area, counted] of Object.entries(amphoe)) expect(shown[area], area).toBe(counted.pending);
});

for (const snapshot of [opening, '13.2022-04-15', '94.2022-09-10']) {
  test(`shows each amphoe of ${snapshot} as counted, in the table and on the map`, async ({ page }) => {
    const dashboard = new Dashboard(page);
    const truth = truthOf(snapshot);
    await dashboard.open(`?at=${snapshot}`);
    for (const measure of ['need', 'helped', 'pending', 'urgent_pending'] as const) {
      await dashboard.turnTo(`?at=${snapshot}&measure=household.${measure}`);
      const counted = Object.fromEntries(
        Object.entries(truth.amphoe).map(([area, figures]) => [area, figures[measure]]),
      );
      await expect.poll(() => dashboard.byArea(`household.${measure}`), { message: measure }).toMatchObject(counted);
      const sum = Object.values(counted).reduce((all, one) => all + one, 0);
      expect(sum + truth.without_amphoe[measure]).toBe(truth.province[measure]);
    }
  });
}

test('counts needs by dimension as the file has them', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  for (const [dimension, counted] of Object.entries(truthOf(opening).dimension)) {
    await dashboard.expectFigure('need.count', counted.count, { dimension });
    await dashboard.expectFigure('need.helped', counted.helped, { dimension });
    await dashboard.expectFigure('need.pending', counted.pending, { dimension });
  }
});

test('loses no household between the levels', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  for (const snapshot of [opening, '13.2022-04-15']) {
    for (const level of ['amphoe', 'tambon']) {
      await dashboard.turnTo(`?at=${snapshot}&level=${level}&measure=household.need`);
      const { province } = truthOf(snapshot);
      await dashboard.expectFigure('household.need', province.need);
      // The rows of the table, municipalities and the unplaced among them, add up to the province.
      await expect
        .poll(async () => Object.values(await dashboard.byArea('household.need')).reduce((sum, one) => sum + one, 0), {
          message: `${snapshot} by ${level}`,
        })
        .toBe(province.need);
    }
  }
});

test('says how many households are on the map, and why the others are not', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?level=tambon');
  const offMap = Number(await dashboard.figure('household.off_map'));
  expect(offMap).toBeGreaterThan(0);
  await page.getByRole('button', { name: new RegExp(dashboard.texts.badge.why) }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('เทศบาล');
  await dashboard.closeDialog();
  // In Pathum Thani a third of the people live in municipalities, which have rows of their own.
  await dashboard.turnTo('?at=13.2022-04-15&level=tambon&area=1303');
  await expect(page.locator('[data-row-area="130351"]')).toBeVisible();
});

test('bears the credit line of the boundaries', async ({ page }) => {
  await new Dashboard(page).open();
  const map = page.locator('[data-map-ready="true"]');
  await expect(map).toContainText(/Royal Thai Survey Department|กรมแผนที่ทหาร|Natural Earth/);
});

alone('a wrong clock changes no figure', async ({ page }) => {
  // A computer whose clock was set to the Buddhist year.
  await page.clock.setFixedTime(new Date('2569-01-01T00:00:00+07:00'));
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.expectFigure('household.listed', 15_703);
  await dashboard.expectFigure('day.to_deadline', 93);
});
