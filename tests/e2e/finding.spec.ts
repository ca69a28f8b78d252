/** Journeys: finding a place and walking the map by keyboard alone, picking areas, pinning them side by side. */
import type { Page } from '@playwright/test';
import { Dashboard, opening, truthOf } from './dashboard.ts';
import { expect, test } from './standing.ts';

const spoken = (page: Page) => page.locator('[data-spoken]');

test('by keyboard alone: a tambon is found, its rank heard, the view filtered, and the receipt saved', async ({
  page,
}) => {
  test.slow();
  const dashboard = new Dashboard(page);
  await dashboard.open();

  await page.keyboard.press('/');
  await expect(page.locator('[data-control="place"]')).toBeFocused();
  await page.keyboard.type('ต.ยะรัง');
  const options = page.getByRole('option');
  await expect(options.first()).toContainText('ต.ยะรัง');
  await expect(options.first()).toContainText('อ.ยะรัง · จังหวัดปัตตานี');
  const pending = Number(await options.first().locator('data').getAttribute('value'));
  await page.keyboard.press('Enter');
  await dashboard.expectParam('area', '941001');
  await dashboard.settled();
  await dashboard.expectFigure('household.pending', pending);

  // What is heard is what the ranking shows.
  const rank = await dashboard.row('941001').locator('td').first().innerText();
  const ranked = await page.locator('tr[data-row-area]').count();
  const texts = dashboard.texts;
  await expect(spoken(page)).toContainText(`${pending} ${texts.figures.household}`);
  await expect(spoken(page)).toContainText(texts.finding.rank(rank.trim(), String(ranked)));

  // From there to a neighbour and back; each is spoken.
  await page.keyboard.press('ArrowRight');
  await expect(spoken(page)).not.toContainText('ต.ยะรัง');
  await page.keyboard.press('Enter');
  await dashboard.expectParam('level', 'tambon');
  await expect.poll(() => dashboard.param('area')).not.toBe('941001');

  // Up to the amphoe, then to the province, which goes on at the amphoe that was left.
  await page.keyboard.press('Escape');
  await dashboard.expectParam('area', '9410');
  await dashboard.settled();
  await page.keyboard.press('Escape');
  await dashboard.expectParam('area', null);
  await dashboard.settled();
  await expect(spoken(page)).toContainText('อ.ยะรัง');
  await page.keyboard.press('Enter');
  await dashboard.expectParam('area', '9410');
  await dashboard.settled();

  const reach = async (selector: string): Promise<void> => {
    for (let pressed = 0; pressed < 250; pressed++) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${selector}`);
  };
  await reach('[data-filter-dimension="health"]');
  await page.keyboard.press('Enter');
  await dashboard.expectParam('dimension', 'health');
  await dashboard.settled();

  const receipt = page.getByRole('button', { name: texts.top.receipt }).first();
  await expect(receipt).toBeEnabled({ timeout: 60_000 });
  for (let pressed = 0; pressed < 250 && !(await receipt.evaluate((one) => one === document.activeElement)); pressed++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: texts.receipt.title })).toBeVisible();
  const save = page.getByRole('dialog').getByRole('button', { name: texts.mending.receipt.save });
  for (let pressed = 0; pressed < 60 && !(await save.evaluate((one) => one === document.activeElement)); pressed++)
    await page.keyboard.press('Tab');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).not.toBe('');
});

test('a place is found in either language, with a letter amiss; what is elsewhere or nowhere is said', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?lang=en');
  const box = page.locator('[data-control="place"]');
  await page.keyboard.press('Control+k');
  await expect(box).toBeFocused();
  for (const [typed, found] of [
    ['yarang', 'Yarang'],
    ['Yarnag', 'Yarang'],
    ['mueang pattani', 'Mueang Pattani'],
    ['9410', 'Yarang'],
  ] as const) {
    await box.fill(typed);
    await expect(page.getByRole('option').first(), typed).toContainText(found);
  }
  await box.fill('Pak Chong');
  await expect(page.getByRole('option', { disabled: false })).toHaveCount(0);
  await expect(page.locator('.place-note')).toContainText('Pak Chong');
  await box.fill('qqqqqq');
  await expect(page.locator('.place-note')).toHaveText(dashboard.texts.finding.none('qqqqqq'));
});

test('areas are picked one by one and by a line; their sums are told, and they are pinned side by side', async ({
  page,
}) => {
  test.slow();
  const truth = truthOf(opening).amphoe;
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const bar = page.locator('[data-picked]');
  const sum = (measure: string): Promise<string | null> =>
    bar.locator(`data[data-measure="${measure}"]`).getAttribute('value');

  await page.locator('section.map canvas, section.map [data-area][tabindex="0"]').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(spoken(page)).not.toBeEmpty();
  await page.keyboard.press(' ');
  await expect(bar).toBeVisible();
  expect(await sum('area.picked')).toBe('1');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await dashboard.expectParam('area', null);

  const map = page.locator('section.map');
  const box = await map.boundingBox();
  if (!box) throw new Error('the map is not there');
  const corners = [
    [0.02, 0.02],
    [0.98, 0.02],
    [0.98, 0.85],
    [0.02, 0.85],
  ] as const;
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + box.width / 2, box.y + 4);
  await page.mouse.down();
  for (const [x, y] of [...corners.slice(1), corners[0]])
    await page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(bar).toBeVisible();
  expect(await sum('area.picked')).toBe('12');
  const total = (of: 'need' | 'helped' | 'pending'): string =>
    String(Object.values(truth).reduce((all, figures) => all + figures[of], 0));
  for (const of of ['need', 'helped', 'pending'] as const) expect(await sum(`household.${of}`)).toBe(total(of));

  await bar.getByRole('button', { name: dashboard.texts.finding.pin }).press('Enter');
  await expect.poll(() => dashboard.param('pin')?.split(',').length).toBe(6);
  await dashboard.settled();
  const pinned = page.locator('[data-pinned]');
  const first = dashboard.param('pin')?.split(',')[0] ?? '';
  const told = pinned.locator(`[data-row-pin="${first}"]`);
  await expect(told.locator('data[data-measure="household.pending"]')).toHaveAttribute(
    'value',
    String(truth[first]?.pending),
  );
  await expect(told.locator('data[data-measure="need.pending"][data-dimension]')).toHaveCount(5);
  await told.getByRole('button').click();
  await expect.poll(() => dashboard.param('pin')?.split(',').length).toBe(5);
  await page.reload();
  await dashboard.settled();
  await expect(pinned.locator('[data-row-pin]')).toHaveCount(5);
});

test('an area pointed at tells its dimensions and its rounds once the pointer rests', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?renderer=svg');
  await page.locator('section.map [data-area="9410"]').hover();
  const tip = page.locator('section.map [role="tooltip"]');
  await expect(tip.locator('[data-dimension="health"]')).toBeVisible();
  await dashboard.turnTo('?renderer=svg&area=9410&level=amphoe');
  const pending = await dashboard.figure('need.pending', { dimension: 'health' });
  await page.locator('section.map [data-area="9410"]').hover();
  await expect(tip.locator('[data-dimension="health"]')).toHaveText(Number(pending).toLocaleString('en'));
  expect(Number(await tip.locator('[data-trend]').getAttribute('data-trend'))).toBeGreaterThan(1);
});

test('lines of reference are switched off and on, in both ways of drawing', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?renderer=svg&level=tambon');
  const lines = page.locator('section.map svg path');
  const all = await lines.count();
  await page.getByRole('button', { name: dashboard.texts.finding.layers }).click();
  await page.getByRole('checkbox', { name: dashboard.texts.finding.layer.amphoe }).uncheck();
  await expect.poll(() => lines.count()).toBeLessThan(all);
  await page.getByRole('checkbox', { name: dashboard.texts.finding.layer.amphoe }).check();
  await expect.poll(() => lines.count()).toBe(all);
  await page.keyboard.press('Escape');
  await dashboard.turnTo('?level=tambon');
  await page.getByRole('button', { name: dashboard.texts.finding.layers }).click();
  await page.getByRole('checkbox', { name: dashboard.texts.finding.layer.province }).uncheck();
  await dashboard.settled();
});
