/** Journey: the sample opens by itself, and every figure equals an independent count of its file. */
import { Dashboard, opening, truthOf, type TruthMeasure } from './dashboard.ts';
import { test as alone } from './fixtures.ts';
import { households, logbook } from './logbook.ts';
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

// A battery that ran out, and the Buddhist year in place of the common one.
for (const day of ['1970-01-01', '2567-07-01'])
  alone(`a clock of ${day} changes no figure, no date of a file and no name that is saved`, async ({ page }) => {
    await page.clock.setFixedTime(new Date(`${day}T09:00:00+07:00`));
    const dashboard = new Dashboard(page);
    await dashboard.open();
    await dashboard.expectFigure('household.listed', 15_703);
    await dashboard.expectFigure('day.to_deadline', 93);
    await dashboard.choose(logbook('ของเรา.csv', households(10, 4)));
    await dashboard.expectParam('at', '94.2022-07-20');
    await dashboard.expectFigure('household.listed', 10);
    await dashboard.settled();
    await expect(page).toHaveTitle(/20 (ก\.ค\.|กรกฎาคม) 2565/);
    await page.locator('[data-open="save"] button').click();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-save="picture-svg"]').click(),
    ]);
    expect(saved.suggestedFilename()).toContain('2565');
    expect(saved.suggestedFilename()).not.toMatch(/NaN|Invalid|undefined|2513|3110/);
  });

alone('a panel that fails says so in its place, alone, and can be tried again', async ({ page, faults }) => {
  faults.allow(/poisoned/);
  await page.addInitScript(() => {
    const set = Element.prototype.setAttribute;
    Object.assign(globalThis, { isPoisoned: true });
    Element.prototype.setAttribute = function (name, value) {
      // The matrix alone has it.
      if (name === 'data-filter-dimension' && (globalThis as { isPoisoned?: boolean }).isPoisoned)
        throw new TypeError('poisoned');
      set.call(this, name, value);
    };
  });
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const { panelFailed, retry } = dashboard.texts.notices;
  const told = page.getByText(panelFailed);
  await expect(told).toHaveCount(1);
  const matrix = page.locator('[data-panel="matrix"]');
  await expect(matrix).toContainText(panelFailed);
  await dashboard.expectFigure('household.listed', 15_703);
  await dashboard.drill('9410');
  await dashboard.expectFigure('household.pending', truthOf(opening).amphoe['9410']?.pending ?? -1);
  await expect(told).toHaveCount(1);
  await page.evaluate(() => Object.assign(globalThis, { isPoisoned: false }));
  await matrix.getByRole('button', { name: retry }).click();
  await expect(matrix.locator('[data-filter-dimension="health"]')).toBeVisible();
  await expect(told).toHaveCount(0);
});
