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

test('the map without WebGL is enlarged, moved and walked by buttons, keys and pointer', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?level=tambon&lang=en');
  const map = page.locator('[data-map-ready="true"][data-renderer="svg"]');
  const mayo = map.locator('path[data-area="940901"]');
  const box = async () => (await mayo.boundingBox()) ?? { x: NaN, y: NaN, width: NaN, height: NaN };
  const names = (): Promise<number> => map.locator('svg text').count();
  const home = await box();
  const fewNames = await names();

  await page.getByRole('button', { name: dashboard.texts.map.zoomIn }).click();
  const near = await box();
  // Twice as large, but for its outline, which is as wide as before.
  expect(Math.abs(near.width / home.width - 2)).toBeLessThan(0.1);
  expect(await names()).not.toBe(fewNames);
  // A line is as wide as before: the picture is drawn anew, not enlarged.
  expect(await map.locator('svg > g').first().getAttribute('transform')).toBeNull();

  // Moved by hand: it follows, and nothing is chosen.
  const hold = { x: near.x + near.width / 2, y: near.y + near.height / 2 };
  await page.mouse.move(hold.x, hold.y);
  await page.mouse.down();
  await page.mouse.move(hold.x + 60, hold.y + 30, { steps: 4 });
  await page.mouse.up();
  const pulled = await box();
  expect(pulled.x - near.x).toBeCloseTo(60, -1);
  expect(pulled.width).toBeCloseTo(near.width, 0);
  expect(dashboard.param('area')).toBeNull();

  // By key: nearer, aside, and back to the whole.
  await mayo.focus();
  await page.keyboard.press('+');
  expect((await box()).width / home.width).toBeCloseTo(4, 0);
  await page.keyboard.press('0');
  expect((await box()).width).toBeCloseTo(home.width, 1);
  await page.keyboard.press('+');
  const before = await box();
  await page.keyboard.press('Shift+ArrowRight');
  expect((await box()).x).toBeLessThan(before.x);

  // The walk goes on beyond the edge of the picture, which follows.
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('+');
  const met = new Set<string>();
  for (let press = 0; press < 8; press += 1) {
    await page.keyboard.press(press % 2 ? 'ArrowLeft' : 'ArrowDown');
    const focused = map.locator('path[data-area]:focus');
    await expect(focused).toBeInViewport();
    met.add((await focused.getAttribute('data-area')) ?? '');
  }
  expect(met.size).toBeGreaterThan(4);
});

test('all tambon of the country are drawn without WebGL, and coloured anew in place', async ({ page }) => {
  test.slow();
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(countryFile());
  await dashboard.expectParam('at', 'th.2022-06-29');
  await dashboard.settled();
  await dashboard.turnTo('?at=th.2022-06-29&level=tambon');
  const shapes = page.locator('[data-renderer="svg"] path[data-area]');
  await expect(shapes).toHaveCount(7425);
  // Of thousands only the one that Tab reaches is told.
  await expect(page.locator('[data-renderer="svg"] path[data-area][role="button"]')).toHaveCount(1);
  await page.evaluate(() => {
    const changes = { lines: 0, fills: 0 };
    Object.assign(globalThis, { changes });
    new MutationObserver((all) => {
      for (const { attributeName } of all) changes[attributeName === 'd' ? 'lines' : 'fills'] += 1;
    }).observe(document.querySelector('[data-renderer="svg"]') as Element, {
      subtree: true,
      attributes: true,
      attributeFilter: ['d', 'fill'],
    });
  });
  await dashboard.turnTo('?at=th.2022-06-29&level=tambon&measure=household.helped');
  const { lines, fills } = await page.evaluate(
    () => (globalThis as unknown as { changes: { lines: number; fills: number } }).changes,
  );
  expect(fills).toBeGreaterThan(1000);
  expect(lines).toBe(0);
});

test('the settings draw the map without the graphics card, and say so in the address', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await page.getByRole('button', { name: dashboard.texts.settings.title, exact: true }).click();
  await page.locator('[data-settings] input[value="svg"]').locator('xpath=..').click();
  await dashboard.expectParam('renderer', 'svg');
  await page.reload();
  await dashboard.settled();
  await expect(page.locator('section.map')).toHaveAttribute('data-renderer', 'svg');
});
