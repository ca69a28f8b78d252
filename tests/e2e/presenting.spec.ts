/** Journey: a briefing on the wall: keys and clicks turn its slides, the presenter has a window, and nothing on it is too small. */
import type { Page } from '@playwright/test';
import type { Language } from '../../src/model/text.ts';
import { slideFaults } from '../support/slides.ts';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { test as standing } from './standing.ts';
import { exactly, idOf, present, presented } from './wall.ts';

standing('keys turn the slides, and Esc gives the page back as it was', async ({ page }) => {
  const dashboard = await present(page, '?level=tambon');
  await dashboard.expectParam('slide', 'cover');
  const steps = await page.evaluate(() => history.length);
  for (const [key, id] of [
    ['ArrowRight', 'situation'],
    ['PageDown', 'map'],
    ['ArrowLeft', 'situation'],
    ['PageUp', 'cover'],
    ['PageUp', 'cover'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(presented(page)).toHaveAttribute('data-slide', id);
    await dashboard.expectParam('slide', id);
  }
  // Turning slides is no step to come back to.
  expect(await page.evaluate(() => history.length)).toBe(steps);
  await page.keyboard.press('End');
  await expect(presented(page)).toHaveAttribute('data-slide', /^table/);
  await page.keyboard.press('Home');
  await expect(presented(page)).toHaveAttribute('data-slide', 'cover');
  await page.keyboard.press('3');
  await page.keyboard.press('Enter');
  await expect(presented(page)).toHaveAttribute('data-slide', 'map');
  await page.keyboard.press('2');
  await expect(presented(page)).toHaveAttribute('data-slide', 'situation');

  await page.keyboard.press('KeyB');
  await expect(page.locator('[data-presenting] .black')).toBeVisible();
  await page.keyboard.press('KeyB');
  await expect(page.locator('[data-presenting] .black')).toHaveCount(0);

  await page.keyboard.press('KeyO');
  await expect(page.locator('.overview [aria-current="page"]')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(presented(page)).toHaveAttribute('data-slide', 'map');

  await page.keyboard.press('Escape');
  await expect(page.locator('[data-presenting]')).toHaveCount(0);
  expect(dashboard.param('slide')).toBeNull();
  expect(dashboard.param('level')).toBe('tambon');
  await expect(page.locator('[data-open="presentation"]')).toBeFocused();
});

standing('Tab goes from one button of the presentation to the next, and never to the page below', async ({ page }) => {
  await present(page, '');
  const below = await page.evaluate(() => {
    const own = document.querySelector('[data-presenting]');
    const all = document.querySelectorAll('a, button, input, select, [tabindex="0"]');
    const reached = [...all].filter((one) => !own?.contains(one) && !one.closest('[inert]') && one.checkVisibility());
    return reached.map(({ outerHTML }) => outerHTML.slice(0, 80));
  });
  expect(below).toEqual([]);
});

standing('a figure on a slide is the figure of the page', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const pending = await dashboard.figure('household.pending');
  const areas = await dashboard.byArea('household.pending');
  await page.locator('[data-open="presentation"]').click();
  await exactly(page);
  await page.keyboard.press('PageDown');
  await expect(presented(page)).toHaveAttribute('data-slide', 'situation');
  await expect(presented(page).locator('data[data-measure="household.pending"]').first()).toHaveAttribute(
    'value',
    String(pending),
  );
  await page.keyboard.press('4');
  await expect(presented(page)).toHaveAttribute('data-slide', 'ranking');
  for (const [area, count] of Object.entries(areas).filter(([code]) => /^94\d\d$/.test(code)))
    await expect(presented(page).locator(`data[data-area="${area}"]`), area).toHaveAttribute('value', String(count));
});

standing('a click on an area leads to its amphoe, and another back', async ({ page }) => {
  const dashboard = await present(page, '');
  await page.keyboard.press('3');
  await expect(presented(page)).toHaveAttribute('data-slide', 'map');
  await presented(page).locator('path[data-area="9410"]').click();
  await dashboard.expectParam('slide', 'amphoe-9410');
  await expect(presented(page)).toHaveAttribute('data-slide', 'amphoe-9410');
  await presented(page).locator('path[data-area="941001"]').click();
  await expect(presented(page)).toHaveAttribute('data-slide', 'map');

  await page.keyboard.press('PageDown');
  await expect(presented(page)).toHaveAttribute('data-slide', 'ranking');
  await presented(page).getByRole('button', { name: 'มายอ' }).click();
  await dashboard.expectParam('slide', 'amphoe-9405');
  await page.keyboard.press('Backspace');
  await expect(presented(page)).toHaveAttribute('data-slide', 'ranking');
});

test('the presenter sees the next slide, notes and time in a window that steers, and closes without harm', async ({
  page,
}) => {
  await present(page);
  const [desk] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('KeyP')]);
  const slides = desk.locator('.slide');
  await expect(slides).toHaveCount(2);
  await expect(slides.nth(1)).toHaveAttribute('data-slide', 'situation');
  // Dressed in the page's own sheets.
  await expect.poll(() => desk.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Sarabun');
  await desk.keyboard.press('PageDown');
  await expect(presented(page)).toHaveAttribute('data-slide', 'situation');
  await expect(slides.nth(0)).toHaveAttribute('data-slide', 'situation');
  await page.bringToFront();
  await page.keyboard.press('PageDown');
  await expect(slides.nth(0)).toHaveAttribute('data-slide', 'map');
  await expect(desk.locator('[data-passed]')).toHaveText(/^0:\d\d$/);
  await desk.locator('[data-command="next"]').click();
  await expect(presented(page)).toHaveAttribute('data-slide', 'ranking');
  // A table is as small as its slide, though the window has no doctype.
  const size = (where: Page) =>
    where
      .locator('.slide[data-slide="ranking"] table')
      .first()
      .evaluate((one) => parseFloat(getComputedStyle(one).fontSize) / (one.closest('.slide')?.clientWidth ?? 0));
  expect(await size(desk)).toBeCloseTo(await size(page), 4);

  await desk.close();
  await expect(presented(page)).toHaveAttribute('data-slide', 'ranking');
  await page.bringToFront();
  const [again] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('KeyP')]);
  await expect(again.locator('.slide').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-presenting]')).toHaveCount(0);
  await expect.poll(() => again.isClosed()).toBe(true);
});

test('a window that the browser lets not open is told of, and the presentation goes on', async ({ page }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  const dashboard = await present(page);
  await page.keyboard.press('KeyP');
  const blocked = page.locator('[data-presenting] [role="alert"]');
  await expect(blocked).toContainText(dashboard.texts.presenting.blocked);
  await page.keyboard.press('PageDown');
  await expect(presented(page)).toHaveAttribute('data-slide', 'situation');
  await blocked.getByRole('button', { name: dashboard.texts.presenting.understood }).click();
  await expect(blocked).toHaveCount(0);
});

test('titles, notes, order and hiding are the reader’s own, outlive the page, and can be taken back', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await page.goto('./?slide=situation');
  await exactly(page);
  const { editing } = dashboard.texts.presenting;
  const dialog = page.getByRole('dialog', { name: editing.title });
  const edit = async (): Promise<void> => {
    await page.mouse.move(300, 300);
    await page.mouse.move(320, 300);
    await page.locator('[data-command="edit"]').click();
    await expect(dialog).toBeVisible();
  };
  await edit();
  const made = await dialog.getByLabel(editing.ownTitle).inputValue();
  await dialog.getByLabel(editing.ownTitle).fill('ครึ่งทางแล้ว');
  await dialog.getByLabel(editing.notes).fill('ถามนายอำเภอยะรัง');
  await dialog.getByLabel(editing.meeting).fill('ประชุมกรมการจังหวัด');
  await dialog.locator('[data-edit="map"] [data-hide]').click();
  await dialog.locator('[data-edit="ranking"] button').nth(1).click();
  await dialog.locator('.choice button').click();
  await expect(presented(page).locator('h2')).toHaveText('ครึ่งทางแล้ว');

  await page.reload();
  await exactly(page);
  await expect(presented(page).locator('h2')).toHaveText('ครึ่งทางแล้ว', { timeout: 60_000 });
  await page.keyboard.press('Home');
  await expect(presented(page)).toContainText('ประชุมกรมการจังหวัด');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(presented(page)).toHaveAttribute('data-slide', 'ranking');
  await page.keyboard.press('PageUp');
  const [desk] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('KeyP')]);
  await expect(desk.locator('[data-notes]')).toHaveText('ถามนายอำเภอยะรัง');
  await desk.close();
  await page.bringToFront();

  await edit();
  await expect(dialog).toContainText(editing.made(made));
  await dialog.locator('[data-reset]').click();
  await expect(dialog.locator('[data-edit="map"]')).not.toContainText(editing.hidden);
  await dialog.locator('[data-undo]').click();
  await expect(dialog.locator('[data-edit="map"]')).toContainText(editing.hidden);
  await dialog.locator('[data-reset]').click();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(presented(page).locator('h2')).not.toHaveText('ครึ่งทางแล้ว');
});

/** Turns every page and measures it. */
async function measured(page: Page): Promise<unknown[]> {
  const faults: unknown[] = [];
  for (let last = ''; ;) {
    const id = (await idOf(page)) ?? '';
    if (id === last) return faults;
    last = id;
    faults.push(...(await page.evaluate(slideFaults, 24)));
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(60);
  }
}

for (const language of ['th', 'en'] satisfies Language[]) {
  for (const [name, at] of [
    ['Pattani', '94.2022-06-29'],
    ['Pathum Thani', '13.2022-06-10'],
  ] as const) {
    standing(
      `no slide of ${name} in ${language} has text too small, too pale, out of its box or over another`,
      async ({ page }) => {
        standing.setTimeout(180_000);
        await page.setViewportSize({ width: 1280, height: 720 });
        await present(page, `?at=${at}&lang=${language}`);
        await page.evaluate(() => document.fonts.ready);
        expect(await measured(page)).toEqual([]);
      },
    );
  }
}
