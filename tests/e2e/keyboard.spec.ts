/** Journey: without a mouse, from the top of the page to an amphoe, a filter, a receipt and back. */
import { Dashboard, opening, truthOf } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook } from './logbook.ts';

/** Presses Tab until what is focused matches; fails after far too many. */
async function tabTo(dashboard: Dashboard, selector: string): Promise<void> {
  const { page } = dashboard;
  for (let pressed = 0; pressed < 200; pressed++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never reached ${selector}`);
}

test('everything is reached by keyboard', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();

  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toContainText(dashboard.texts.app.skip);
  await tabTo(dashboard, 'input[type="file"][name="logbook"]');

  // The ranking is one stop of Tab; its rows are walked with the arrows.
  await tabTo(dashboard, '[data-row-area]');
  const rows = await page
    .locator('tr[data-row-area]')
    .evaluateAll((all) => all.map((row) => row.getAttribute('data-row-area')));
  await page.keyboard.press('End');
  await expect(page.locator(':focus')).toHaveAttribute('data-row-area', rows.at(-1) ?? '');
  await page.keyboard.press('Home');
  for (let step = rows.indexOf('9410'); step > 0; step--) await page.keyboard.press('ArrowDown');
  await expect(page.locator(':focus')).toHaveAttribute('data-row-area', '9410');
  const outline = await page.locator(':focus').evaluate((one) => getComputedStyle(one).outlineStyle);
  expect(outline).not.toBe('none');
  await page.keyboard.press('Enter');
  await dashboard.expectParam('area', '9410');
  await dashboard.expectFigure('household.pending', truthOf(opening).amphoe['9410']?.pending ?? -1);

  await page.keyboard.press('Alt+ArrowLeft');
  if (dashboard.param('area') !== null) await page.goBack();
  await dashboard.expectParam('area', null);
  await dashboard.settled();

  await tabTo(dashboard, '[data-filter-dimension="health"]');
  await page.keyboard.press('Enter');
  await dashboard.expectParam('dimension', 'health');
});

test('a dialog keeps the focus inside and gives it back', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(logbook('ของเรา.csv', households(10, 4)));
  await dashboard.expectFigure('household.listed', 10);
  const dialog = await dashboard.receipt();
  for (let pressed = 0; pressed < 30; pressed++) {
    await page.keyboard.press('Tab');
    expect(await dialog.evaluate((one) => one.contains(document.activeElement))).toBe(true);
  }
  await dashboard.closeDialog();
  await expect(page.locator('body:focus')).toHaveCount(0);
});

test('the table sorts by its titles, in the order of the Thai alphabet', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const table = page.locator('table:has([data-row-area])');
  const names = (): Promise<string[]> => table.locator('tbody th[scope="row"]').allInnerTexts();
  await table.locator('thead button').first().focus();
  const titles = await table.locator('thead button').allInnerTexts();
  const name = titles.findIndex((title) => title.includes('อำเภอ'));
  await table.locator('thead button').nth(name).press('Enter');
  const shown = (await names()).filter((text) => /^\D+$/.test(text)).map((text) => text.replace(/^อ\./, ''));
  const known = shown.filter((text) => !text.startsWith('ไม่'));
  const sorted = [...known].sort(new Intl.Collator('th').compare);
  expect([sorted, [...sorted].reverse()]).toContainEqual(known);
  await expect(table.locator('th[aria-sort="ascending"], th[aria-sort="descending"]')).toHaveCount(1);
});
