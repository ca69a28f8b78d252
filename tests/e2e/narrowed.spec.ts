/** The width of the page: nothing hangs over its edge, at any width and after it was made narrower while open. */
import type { Page } from '@playwright/test';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

const overhangPx = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('a page made narrower while open keeps within its window', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  const dashboard = new Dashboard(page);
  await dashboard.open();
  for (const width of [1366, 1000, 390]) {
    await page.setViewportSize({ width, height: 768 });
    await expect.poll(() => overhangPx(page), { message: `at ${width}` }).toBeLessThanOrEqual(0);
  }
});

test('on a phone the ranking is read without drawing it aside, as counts and as rates', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const dashboard = new Dashboard(page);
  for (const search of ['', '?per=need', '?lang=en&per=need']) {
    await dashboard.open(search);
    const hidden = await page
      .locator('#ranking [role="group"]')
      .evaluate((table) => table.scrollWidth - table.clientWidth);
    expect(hidden, search).toBeLessThanOrEqual(0);
  }
});
