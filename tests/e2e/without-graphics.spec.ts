/** Journey on a machine without graphics (remote desktop, locked-down PC): the same map as SVG, the same figures. */
import { countryFile } from '../support/country.ts';
import { Dashboard, opening, truthOf } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

test('the map is drawn without WebGL, with the same figures, and leads into an amphoe', async ({ page }) => {
  const truth = truthOf(opening);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBeNull();
  await dashboard.expectFigure('household.listed', 15_703);

  const map = page.locator('[data-map-ready="true"]');
  await expect(map).toHaveAttribute('data-renderer', 'svg');
  const shapes = map.locator('path[data-area]');
  await expect(shapes).toHaveCount(12);
  const drawn = await shapes.evaluateAll((all) =>
    all.map((one) => [one.getAttribute('data-area') ?? '', Number(one.getAttribute('data-value'))]),
  );
  expect(Object.fromEntries(drawn)).toEqual(
    Object.fromEntries(Object.entries(truth.amphoe).map(([area, figures]) => [area, figures.pending])),
  );
  await expect(map.locator('svg text', { hasText: 'ยะรัง' })).toBeVisible();

  await map.locator('path[data-area="9410"]').focus();
  await page.keyboard.press('Enter');
  await dashboard.expectParam('area', '9410');
  await dashboard.expectFigure('household.pending', truth.amphoe['9410']?.pending ?? -1);
});

test('the country is drawn without WebGL at every level, named by its provinces, and leads into one', async ({
  page,
}) => {
  const national = countryFile({ tambon: 2 });
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(national);
  await dashboard.expectParam('at', 'th.2022-06-29');
  await dashboard.settled();
  const map = page.locator('[data-map-ready="true"][data-renderer="svg"]');
  const shapes = map.locator('path[data-area]');
  await expect(shapes).toHaveCount(77);
  const drawn = await shapes.evaluateAll((all) =>
    all.map((one) => [one.getAttribute('data-area') ?? '', Number(one.getAttribute('data-value'))]),
  );
  expect(Object.fromEntries(drawn)).toEqual(national.pending);

  await dashboard.level('amphoe');
  await expect(shapes).toHaveCount(928);
  // From afar the provinces alone are named.
  await expect(map.locator('svg text', { hasText: 'เชียงใหม่' })).toHaveText('เชียงใหม่');

  await dashboard.level('province');
  await map.locator('path[data-area="50"]').focus();
  await page.keyboard.press('Enter');
  await dashboard.expectParam('area', '50');
  await dashboard.expectFigure('household.listed', national.listed['50'] ?? 0);
  await expect(shapes).toHaveCount(25);
});
