/** Journey: one round against another, as sentence, flow, table and map; and rounds in doubt are asked about before they are used. */
import type { Page } from '@playwright/test';
import { Dashboard, type ChosenFile } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook } from './logbook.ts';

const of = (count: number, helped: number, asOf: string, first = 1): ChosenFile =>
  logbook(`${asOf.replaceAll('/', '-')} ${count}.csv`, households(count, helped, first), asOf);
const submit = (page: Page) => page.getByRole('dialog').locator('button[type="submit"]').click();

test('two rounds of the sample: sentence, ribbons and areas tell the same', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=rounds');
  await dashboard.expectFigure('household.newly_helped', 1400);
  await dashboard.expectFigure('household.added', 361);
  await dashboard.expectFigure('household.gone', 150);
  const ribbons = page.locator('path[data-flow]');
  const values = await ribbons.evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-value'))));
  expect(values.reduce((sum, value) => sum + value, 0)).toBe(15_342 + 361 + 150);
  const nets = await dashboard.byArea('household.helped_net');
  expect(Object.values(nets).reduce((sum, value) => sum + value, 0)).toBe(7864 - 6332);
  await dashboard.expectFigure('household.helped_since', 7864 - 6332);

  const ribbon = page.locator('[data-flow="waiting helped"]');
  const value = Number(await ribbon.getAttribute('data-value'));
  await ribbon.dispatchEvent('click');
  // The list behind a ribbon has as many rows; behind the list the areas are narrowed to where they are.
  await dashboard.expectParam('rows', 'household.listed~moved:waiting.helped.2022-06-10');
  await expect(page.locator('data[data-measure="row.listed"]')).toHaveAttribute('value', String(value), {
    timeout: 60_000,
  });
  await dashboard.closeDialog();
  const areas = await dashboard.byArea('household.moved_status');
  expect(Object.values(areas).reduce((sum, one) => sum + one, 0)).toBe(value);

  await page.locator('[data-control="since"]').click();
  await page.locator('[role="option"][data-value="2022-05-10"]').click();
  await dashboard.expectParam('since', '2022-05-10');
  await dashboard.expectFigure('household.newly_helped', 3395);
});

test('one round alone says how to come to another; two tell who is new, who left, who fell back', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(of(10, 4, '20/06/2565'));
  await dashboard.expectFigure('household.listed', 10);
  await dashboard.turnTo('?panel=rounds');
  await expect(page.locator('[data-tool="rounds"]')).toContainText(dashboard.texts.moves.onlyOne('จังหวัดปัตตานี'));
  await dashboard.choose(of(10, 2, '20/07/2565', 3));
  await dashboard.expectParam('at', '94.2022-07-20');
  await dashboard.expectFigure('household.added', 2);
  await dashboard.expectFigure('household.gone', 2);
  await dashboard.expectFigure('household.moved_back', 0);
  await dashboard.expectFigure('household.newly_helped', 0);
});

test('a much smaller round, and one of the same date, are asked about; a refused one changes nothing', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(of(30, 10, '20/06/2565'));
  await dashboard.expectFigure('household.listed', 30);
  await dashboard.choose(of(12, 6, '20/07/2565'));
  await expect(page.locator('[data-doubt="smaller"]')).toContainText('30');
  await page.locator('input[value="refuse"]').check();
  await submit(page);
  await expect(page.locator('[data-fault]')).toBeVisible();
  await dashboard.expectFigure('household.listed', 30);

  await dashboard.choose(of(12, 6, '20/07/2565'));
  await expect(page.locator('[data-doubt="smaller"]')).toBeVisible();
  await submit(page);
  await dashboard.expectFigure('household.listed', 12);

  await dashboard.choose(of(31, 11, '20/06/2565'));
  await expect(page.locator('[data-doubt="again"]')).toContainText('31');
  await submit(page);
  await dashboard.expectFigure('household.listed', 31);
});
