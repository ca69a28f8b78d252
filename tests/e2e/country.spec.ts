/** The country: a national file opens on it, its provinces are ranked, gone into and come back from, down to all tambon. */
import { countryFile } from '../support/country.ts';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

const th = 'th.2022-06-29';
const national = countryFile({ tambon: 6 });
const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);

test('a national file opens on the country, and every level can be looked at', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(national);
  await dashboard.expectParam('at', th);
  await dashboard.settled();
  expect(Object.keys(national.listed)).toHaveLength(77);
  await dashboard.expectFigure('household.listed', national.rows);
  await dashboard.expectFigure('household.pending', sum(national.pending));
  await expect(dashboard.sentence).toContainText(dashboard.texts.country.whole);
  await expect(page.locator('[data-national]')).toContainText(dashboard.texts.country.loaded('77', '77'));

  // All provinces, with the figures of the file.
  await dashboard.expectParam('level', 'province');
  expect(await dashboard.byArea('household.pending')).toEqual(national.pending);

  // Into a province and back.
  await dashboard.drill('50');
  await dashboard.expectFigure('household.listed', national.listed['50'] ?? 0);
  expect(Object.keys(await dashboard.byArea('household.pending')).every((code) => /^50\d\d$/.test(code))).toBe(true);
  const path = page.getByRole('navigation', { name: dashboard.texts.map.path });
  await expect(path.getByRole('button')).toHaveText(['ประเทศไทย', 'จังหวัดเชียงใหม่']);
  await page.goBack();
  await dashboard.settled();
  await dashboard.expectFigure('household.listed', national.rows);
  await dashboard.drill('50');
  await path.getByRole('button', { name: 'ประเทศไทย' }).click();
  await dashboard.expectParam('area', null);
  await dashboard.expectParam('level', 'province');

  // All amphoe and all tambon of the country; a tambon leads among those of its amphoe.
  await dashboard.level('amphoe');
  await dashboard.expectFigure('household.listed', national.rows);
  await dashboard.level('tambon');
  await dashboard.expectFigure('household.listed', national.rows);
  // Of a list that is longer than a province's the first rows are drawn, then 300 at a time.
  const [ranked, all] = [page.locator('[data-row-area]'), sum(national.listed)];
  for (let drawn = 30; drawn < all; drawn += 300) {
    await expect(ranked).toHaveCount(drawn);
    await page.getByRole('button', { name: dashboard.texts.country.showMore }).click();
  }
  await expect(ranked).toHaveCount(all);

  // A reload forgets the rows and keeps the view: it asks for the file.
  const { search } = new URL(page.url());
  await page.reload();
  await expect(page.locator(`[data-notice="absent"][data-snapshot="${th}"]`)).toBeVisible();
  await expect(page.getByText(dashboard.texts.notices.absentHint)).toBeVisible();
  expect(new URL(page.url()).search).toBe(search);
  await dashboard.choose(national);
  await dashboard.settled();
  await dashboard.expectFigure('household.listed', national.rows);
  await dashboard.expectParam('level', 'tambon');
});

test('a province that is not open is not gone into, and one of another date is named', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(countryFile({ tambon: 3, provinces: ['94', '95'] }), {
    ...countryFile({ tambon: 3, provinces: ['96'], asOf: '10/07/2565' }),
    name: 'นราธิวาส.csv',
  });
  await dashboard.expectParam('at', th);
  await dashboard.settled();
  expect(Object.keys(await dashboard.byArea('household.pending')).sort()).toEqual(['94', '95']);
  await expect(page.locator('[data-notice="apart"]')).toContainText('นราธิวาส');
  await expect(page.locator('[data-national]')).toContainText(dashboard.texts.country.loaded('2', '77'));
  await expect(page.getByText(dashboard.texts.map.missing.not_loaded)).toBeVisible();
  await dashboard.turnTo(`?at=${th}&area=96`);
  await expect(page.locator('[data-notice="stray-area"]')).toBeVisible();
});

test('the sample’s provinces are the country where their rounds meet', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?at=94.2022-06-10');
  await page.locator('[data-control="province"]').click();
  await expect(page.getByRole('option').first()).toHaveText(dashboard.texts.country.whole);
  await page.getByRole('option').first().click();
  await dashboard.expectParam('at', 'th.2022-06-10');
  await dashboard.settled();
  const need = await dashboard.byArea('household.need');
  expect(Object.keys(need).sort()).toEqual(['13', '94']);
  for (const province of ['13', '94']) {
    await dashboard.drill(province);
    await dashboard.expectFigure('household.need', need[province] ?? 0);
    await page.goBack();
    await dashboard.settled();
  }
});
