/** Proves the legend as a chart: bounds moved by pointer and key, typed, locked; classes brought out; counts become rates. */
import type { Page } from '@playwright/test';
import { violations } from './accessibility.ts';
import { Dashboard } from './dashboard.ts';
import { test as alone } from './fixtures.ts';
import { expect, test } from './standing.ts';
import { postsOf, watchPosts } from './posts.ts';

const counts = (page: Page): Promise<readonly number[]> =>
  page
    .locator('[data-legend^="class-"] .count')
    .evaluateAll((all) => all.map((one) => Number.parseInt(one.textContent ?? '', 10)));
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

/** The steering of the classes, opened. */
async function steering(page: Page, dashboard: Dashboard) {
  await page.getByRole('button', { name: dashboard.texts.classing.open }).click();
  return page.locator('[data-classing]');
}
async function choose(page: Page, control: string, value: string): Promise<void> {
  await page.locator(`[data-control="${control}"]`).click();
  await page.locator(`[role="option"][data-value="${value}"]`).click();
}

test('a bound is moved by key and by pointer, and Back brings the view before', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?level=tambon&lang=en');
  const before = await counts(page);
  const bound = page.getByRole('slider', { name: 'Bound 2 of 4' });
  const at = Number(await bound.getAttribute('aria-valuenow'));
  await bound.focus();
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowRight');
  await dashboard.expectParam('method', 'manual');
  await expect.poll(async () => Number(await bound.getAttribute('aria-valuenow'))).toBeGreaterThan(at);
  const after = await counts(page);
  expect(after[1]).toBeGreaterThan(before[1] ?? 0);
  expect(sum(after)).toBe(sum(before));
  await page.goBack();
  await dashboard.expectParam('breaks', null);
  await expect.poll(() => counts(page)).toEqual(before);

  const box = await bound.boundingBox();
  if (!box) throw new Error('the bound has no place');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y + box.height / 2, { steps: 5 });
  // The map follows before the address does.
  await expect.poll(async () => (await counts(page))[1]).toBeGreaterThan(before[1] ?? 0);
  await dashboard.expectParam('breaks', null);
  await page.mouse.up();
  await expect.poll(() => dashboard.param('breaks')?.split(',').length).toBe(4);
  expect(sum(await counts(page))).toBe(sum(before));
});

test('classes are chosen, typed and locked; locked bounds stay when the filter changes', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?level=tambon&lang=en');
  const box = await steering(page, dashboard);
  await expect(box.locator('[data-explained]')).toContainText('was chosen');
  await choose(page, 'method', 'equal');
  await choose(page, 'classes', '7');
  await dashboard.expectParam('method', 'equal');
  await dashboard.expectParam('classes', '7');
  await box.locator('[name="lock"]').check();
  const locked = dashboard.param('breaks');
  expect(locked).toMatch(/^\d+(,\d+)+$/);
  await page.keyboard.press('Escape');
  await dashboard.filterByDimension('health');
  await dashboard.expectParam('breaks', locked);
  const bounds = await page
    .getByRole('slider')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-valuenow')));
  expect(bounds.join(',')).toBe(locked);

  const again = await steering(page, dashboard);
  const field = again.locator('[name="breaks"]');
  await field.fill('50 20');
  await expect(again.getByText(dashboard.texts.classing.breaksWrong)).toBeVisible();
  await field.fill('20 ๕๐');
  await field.press('Enter');
  await dashboard.expectParam('breaks', '20,50');
  await dashboard.expectParam('method', 'manual');
  await expect(page.locator('[data-legend^="class-"]')).toHaveCount(3);
});

test('a count becomes a rate by one click, and what it leaves out is counted', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?level=tambon');
  await page.locator('[data-note="rate"]').click();
  await dashboard.expectParam('per', 'need');
  await expect(page.locator('figcaption').first()).toContainText('ต่อ 100 ครัวเรือนที่ต้องช่วยเหลือ');
  const [parts, wholes, rates] = [
    await dashboard.byArea('household.pending'),
    await dashboard.byArea('household.need'),
    await dashboard.byArea('household.pending_per_need'),
  ];
  // The ranking shows the need no longer, but the rate that the map shows.
  expect(wholes).toEqual({});
  expect(Object.keys(rates)).toEqual(Object.keys(parts));
  expect(rates['941003']).toBeGreaterThan(0);
  expect(rates['941003']).toBeLessThan(1);
  await dashboard.turnTo('?level=tambon&per=surveyed');
  const over = Number(await dashboard.figure('area.over_denominator'));
  const pending = await dashboard.byArea('household.pending');
  expect(over).toBeGreaterThan(0);
  expect(over).toBeLessThan(Object.keys(pending).length);
  await expect(page.locator('[data-legend="not_applicable"]')).toBeVisible();
});

test('a class stays brought out until it is clicked again; the pointed area is marked on the scale', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?lang=en');
  const button = page.locator('[data-legend="class-1"] button');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await dashboard.row('9410').hover();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  const mark = page.locator('[data-mark="hovered"]');
  await expect(mark).toHaveAttribute('data-value', String((await dashboard.byArea('household.pending'))['9410']));
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
});

alone('restyling asks neither cube nor engine', async ({ page }) => {
  await watchPosts(page);

  const dashboard = new Dashboard(page);
  await dashboard.open('?level=tambon');
  const asked = (): Promise<number> => postsOf(page, 'cube|duckdb');
  const before = await asked();
  expect(before).toBeGreaterThan(0);
  // The engine is still starting beside the page, perhaps: what it is told then is no question of the view.
  await expect
    .poll(
      async () => {
        const first = await asked();
        await page.waitForTimeout(1500);
        return (await asked()) - first;
      },
      { timeout: 40_000 },
    )
    .toBe(0);
  const still = await asked();
  for (const look of [
    'method=equal',
    'method=rounded&classes=9',
    'mid=average',
    'per=need',
    'per=need&smooth=1',
    'breaks=10,40',
    'measure=household.helped_share',
  ])
    await dashboard.turnTo(`?level=tambon&${look}`);
  expect((await asked()) - still).toBe(0);
  await dashboard.turnTo('?level=amphoe');
  expect((await asked()) - still).toBeGreaterThan(0);
});

for (const language of ['th', 'en'] as const)
  test(`has nothing that assistive technology trips over, in ${language}`, async ({ page }) => {
    const dashboard = new Dashboard(page);
    await dashboard.open(`?lang=${language}&per=surveyed&level=tambon&smooth=1`);
    await steering(page, dashboard);
    expect(await violations(page, ['figure', '.popover'])).toEqual([]);
  });
