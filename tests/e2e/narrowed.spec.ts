/** The width of the page: nothing hangs over its edge, at any width and after it was made narrower while open. */
import type { Page } from '@playwright/test';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook } from './logbook.ts';
import { test as standing } from './standing.ts';

const overhangPx = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

standing('a page made narrower while open keeps within its window', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  const dashboard = new Dashboard(page);
  await dashboard.open();
  for (const width of [1366, 1000, 390]) {
    await page.setViewportSize({ width, height: 768 });
    await expect.poll(() => overhangPx(page), { message: `at ${width}` }).toBeLessThanOrEqual(0);
  }
});

standing(
  'on a phone the ranking is read without drawing it aside, as counts, as rates, in a meeting',
  async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const dashboard = new Dashboard(page);
    const inMeeting = ['?meeting=1&level=tambon&dimension=access', '?lang=en&meeting=1&class=self_reliant'];
    await dashboard.open();
    for (const search of ['?', '?per=need', '?lang=en&per=need', ...inMeeting]) {
      await dashboard.turnTo(search);
      const hidden = await page
        .locator('#ranking [role="group"]')
        .evaluate((table) => table.scrollWidth - table.clientWidth);
      expect(hidden, search).toBeLessThanOrEqual(0);
    }
  },
);

test('on a phone what is told of two files is short, its words wide, its button under them', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const dashboard = new Dashboard(page);
  await dashboard.open('?lang=en');
  const names = ['ของตำบลรูสะมิแล อำเภอเมืองปัตตานี.csv', 'ของตำบลอื่น อำเภอเมืองปัตตานี.csv'];
  const misspelt = households(10, 4).map((one, at) => (at < 3 ? { ...one, tambon: 'รูสะมิแร', tambonCode: '' } : one));
  await dashboard.choose(logbook(names[0]!, misspelt), logbook(names[1]!, households(8, 2)));
  const opened = page.locator('[data-notice="imported"]');
  await expect(opened.locator('summary')).toHaveText(dashboard.texts.import.doneAll('2'));
  await expect(opened.getByText(names[0]!)).toBeHidden();
  await opened.locator('summary').click();
  for (const name of names) await expect(opened.getByText(name)).toBeVisible();
  const words = page.locator('[data-notice="unplaced-names"]');
  await expect(words).toHaveText(/^1\sarea name not found \(3\srows\)/);
  const box = await words.boundingBox();
  const button = await page.getByRole('button', { name: dashboard.texts.mapping.notice.choose }).boundingBox();
  expect(box!.width).toBeGreaterThan(220);
  expect(button!.y).toBeGreaterThanOrEqual(box!.y + box!.height);
});
