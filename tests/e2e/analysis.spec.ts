/** Journey: behind the tab of analysis, much need with little help, concentration and overlap; the URL holds them. */
import { Dashboard, opening, truthOf } from './dashboard.ts';
import { expect, test } from './standing.ts';

const truth = truthOf(opening);
const numberOf = async (dashboard: Dashboard, measure: string): Promise<number> =>
  Number(await dashboard.figure(measure));

test('the first screen has the ranking; the tab is reached by keyboard, and Back leaves it', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await expect(page.locator('[data-tool]')).toHaveCount(0);
  await expect(page.locator('tr[data-row-area]').first()).toBeVisible();
  await page.locator('[role="tab"][data-tab="ranking"]').focus();
  await page.keyboard.press('ArrowRight');
  await dashboard.expectParam('panel', 'gap');
  await expect(page.locator('[role="tab"][data-tab="analysis"]')).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('[data-tool="gap"]')).toBeVisible();
  await page.goBack();
  await dashboard.expectParam('panel', null);
  await expect(page.locator('[data-tool]')).toHaveCount(0);
});

test('much need with little help: figures, list, legend and map agree', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=gap');
  const marked = page.locator('[data-tool="gap"] tr[data-row-area]', { hasText: 'ต้องการมาก-ช่วยน้อย' });
  const codes = await marked.evaluateAll((all) => all.map((row) => row.getAttribute('data-row-area') ?? ''));
  expect(codes.length).toBeGreaterThan(0);
  expect(await numberOf(dashboard, 'area.gap')).toBe(codes.length);
  const waiting = codes.reduce((sum, code) => sum + (truth.amphoe[code]?.pending ?? NaN), 0);
  expect(await numberOf(dashboard, 'household.gap_pending')).toBe(waiting);
  // The last of the first row: much need, little help.
  await expect(page.locator('[data-legend="class-2"] .count')).toHaveText(String(codes.length));
  await expect(page.locator('section.map')).toHaveAttribute('aria-label', /ความต้องการและการช่วยเหลือ/);

  await page.locator('[data-control="gapCut"]').click();
  await page.locator('[role="option"][data-value="average"]').click();
  await dashboard.expectParam('cut', 'average');
  await expect(page.locator('[data-legend^="class-"]')).toHaveCount(4);

  const first = codes[0] ?? '';
  await page.locator(`[data-tool] tr[data-row-area="${first}"]`).click();
  await dashboard.expectParam('area', first);
  await dashboard.expectParam('panel', 'gap');
  await dashboard.settled();
  await dashboard.expectFigure('household.pending', truth.amphoe[first]?.pending ?? -1);
});

test('under a status filter the gap is not told', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=gap&status=waiting');
  await expect(page.locator('[data-tool="gap"]')).toContainText(dashboard.texts.analysis.gap.silent);
  await expect(page.locator('[data-legend="class-0"]').first()).toBeVisible();
});

test('concentration: fewest areas, a click on the curve, the slider by keyboard', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=concentration');
  const held = Object.values(truth.amphoe)
    .map(({ pending }) => pending)
    .sort((a, b) => b - a);
  const all = held.reduce((sum, value) => sum + value, 0);
  const fewest = (percent: number): number => {
    let sum = 0;
    return held.findIndex((value) => (sum += value) * 100 >= percent * all) + 1;
  };
  await expect.poll(() => numberOf(dashboard, 'area.concentration')).toBe(fewest(50));
  await page.locator('[data-tool] input[type="radio"][value="75"]').locator('xpath=..').click();
  await dashboard.expectParam('part', '75');
  await expect.poll(() => numberOf(dashboard, 'area.concentration')).toBe(fewest(75));
  await expect(page.locator('[data-picked]')).toHaveCount(fewest(75));

  const curve = page.locator('svg[data-chart="concentration"]');
  const box = await curve.boundingBox();
  const plotWidth = (box?.width ?? 0) - 60;
  await curve.click({ position: { x: 44 + (plotWidth * 4) / held.length, y: 60 } });
  await expect.poll(() => numberOf(dashboard, 'area.concentration')).toBe(4);
  await page.locator('[data-tool] input[type="range"]').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => numberOf(dashboard, 'area.concentration')).toBe(5);
  await page.reload();
  await dashboard.settled();
  expect(await numberOf(dashboard, 'area.concentration')).toBe(5);
});

test('overlap: every household that waits is in one row, and a row filters the whole page to its households', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=overlap');
  await expect.poll(() => numberOf(dashboard, 'household.overlap_total')).toBe(truth.province.pending);
  const counts = await page
    .locator('data[data-measure="household.overlap"]')
    .evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(truth.province.pending);
  const row = page.locator('tr[data-row-overlap]').nth(1);
  const ids = await row.locator('data[data-measure="household.overlap"]').getAttribute('data-dimension');
  const count = counts[1] ?? 0;
  await row.click();
  await dashboard.expectParam('together', (ids ?? '').replaceAll(' ', ','));
  await dashboard.settled();
  // The row's number is what the whole page counts, and all who wait; who is helped is not among them.
  await dashboard.expectFigure('household.pending', count);
  await dashboard.expectFigure('household.listed', count);
  await dashboard.expectFigure('household.helped', 0);
  expect(['', null]).toContain(await dashboard.figure('household.helped_share'));
  const mapped = Object.values(await dashboard.byArea('household.pending')).reduce((sum, one) => sum + one, 0);
  expect(mapped).toBeLessThanOrEqual(count);
  await expect(dashboard.sentence).toContainText(/รอการช่วยเหลือ(พร้อมกัน)?ในมิติ.*เท่านั้น/);
  // The dimensions chosen leave the others in sight.
  expect(await numberOf(dashboard, 'household.overlap_total')).toBe(truth.province.pending);
  await page.reload();
  await dashboard.settled();
  await dashboard.expectFigure('household.pending', count);
  await expect(row).toHaveAttribute('aria-current', 'true');
  await row.click();
  await dashboard.expectParam('together', null);
  await dashboard.expectFigure('household.pending', truth.province.pending);
});

const sizes = [
  [1920, 1080],
  [1366, 768],
  [390, 844],
] as const;

for (const language of ['th', 'en'] as const)
  test(`every tool fits in ${language}`, async ({ page }) => {
    test.setTimeout(240_000);
    const dashboard = new Dashboard(page);
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      for (const tool of ['gap', 'concentration', 'overlap']) {
        const search = `?panel=${tool}&level=tambon&lang=${language}`;
        await (tool === 'gap' ? dashboard.open(search) : dashboard.turnTo(search));
        const { scrollWidth, clientWidth } = await page.evaluate(() => ({
          scrollWidth: document.documentElement.scrollWidth,
          clientWidth: document.documentElement.clientWidth,
        }));
        expect(scrollWidth, `${tool} at ${width} scrolls sideways`).toBeLessThanOrEqual(clientWidth);
      }
    }
  });
