/** Journey: a presentation begins protected and is opened for a closed committee; it fills the screen, and a finger turns it. */
import { Dashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { exactly, present, presented } from './wall.ts';

test('a presentation begins protected; exact figures are asked for, and stay until it ends', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await page.locator('[data-open="presentation"]').click();
  const protection = page.locator('[data-command="protection"]');
  await expect(protection).toContainText(dashboard.texts.presenting.isProtected);
  expect(dashboard.param('meeting')).toBe('1');
  // Enter stays.
  await protection.click();
  await expect(page.getByRole('dialog', { name: dashboard.texts.meeting.leaveTitle })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-leave="confirmed"]')).toHaveCount(0);
  expect(dashboard.param('meeting')).toBe('1');

  await exactly(page);
  await expect(protection).toContainText(dashboard.texts.presenting.isExact);
  await expect(presented(page).locator('footer')).not.toContainText(dashboard.texts.briefing.rounding);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('KeyO');
  await page.keyboard.press('Enter');
  await expect(presented(page)).toHaveAttribute('data-slide', 'situation');
  await expect(protection).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-presenting]')).toHaveCount(0);
  await page.locator('[data-open="presentation"]').click();
  await expect(protection).toHaveAttribute('aria-pressed', 'true');
});

test('the full screen comes and goes by a key; left by the browser’s own Esc, the presentation ends', async ({
  page,
}) => {
  const isFull = (): Promise<boolean> => page.evaluate(() => document.fullscreenElement === document.documentElement);
  await present(page);
  await expect.poll(isFull).toBe(true);
  await page.keyboard.press('KeyF');
  await expect.poll(isFull).toBe(false);
  await expect(presented(page)).toBeVisible();
  await page.keyboard.press('KeyF');
  await expect.poll(isFull).toBe(true);
  // A browser tells a page of this Esc only by leaving the full screen.
  await page.waitForTimeout(1700);
  await page.evaluate(() => document.exitFullscreen());
  await expect(page.locator('[data-presenting]')).toHaveCount(0);

  await page.locator('[data-open="presentation"]').click();
  await expect.poll(isFull).toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-presenting]')).toHaveCount(0);
  await expect.poll(isFull).toBe(false);
});

test.describe('on a screen that is touched', () => {
  test.use({ hasTouch: true });
  test('a finger that goes to a side turns the slide, and one that goes up does not', async ({ page }) => {
    await present(page);
    const touch = await page.context().newCDPSession(page);
    const swipe = async (from: readonly [number, number], to: readonly [number, number]): Promise<void> => {
      const at = (share: number): { x: number; y: number } => ({
        x: from[0] + (to[0] - from[0]) * share,
        y: from[1] + (to[1] - from[1]) * share,
      });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at(0)] });
      for (const share of [0.3, 0.6, 1])
        await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at(share)] });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await swipe([900, 300], [500, 310]);
    await expect(presented(page)).toHaveAttribute('data-slide', 'situation');
    await swipe([900, 300], [500, 310]);
    await expect(presented(page)).toHaveAttribute('data-slide', 'map');
    await swipe([600, 500], [590, 200]);
    await swipe([600, 300], [560, 300]);
    await page.waitForTimeout(200);
    await expect(presented(page)).toHaveAttribute('data-slide', 'map');
    await swipe([500, 300], [900, 310]);
    await expect(presented(page)).toHaveAttribute('data-slide', 'situation');
  });
});
