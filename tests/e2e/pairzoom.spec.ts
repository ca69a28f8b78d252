/** Proves that two maps of one ground are enlarged and moved together: by button, key, wheel, double click and two fingers. */
import type { Page } from '@playwright/test';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

const scale = async (page: Page): Promise<number> =>
  Number(await page.locator('[data-pair] [data-scale]').getAttribute('data-scale'));
/** The shapes that each of the two maps draws. */
const shapes = (page: Page): Promise<(string | null)[][]> =>
  page
    .locator('[data-pair] [data-side]')
    .evaluateAll((sides) =>
      sides.map((side) => [...side.querySelectorAll('[data-area]')].map((path) => path.getAttribute('d'))),
    );
async function expectTogether(page: Page): Promise<void> {
  await expect(async () => {
    const [left, right] = await shapes(page);
    expect(left?.length).toBe(12);
    expect(right).toEqual(left);
  }).toPass();
}

for (const layout of ['beside', 'swipe'] as const)
  test(`two maps ${layout} are enlarged and moved as one`, async ({ page }) => {
    const dashboard = new Dashboard(page);
    await dashboard.open(`?map=${layout}`);
    const { zoomIn, zoomOut, reset } = dashboard.texts.map;
    const button = (name: string) => page.locator('[data-pair]').getByRole('button', { name, exact: true });
    const whole = await shapes(page);
    await expectTogether(page);

    await button(zoomIn).click();
    expect(await scale(page)).toBe(2);
    await expectTogether(page);
    expect(await shapes(page)).not.toEqual(whole);
    await button(zoomOut).click();
    expect(await shapes(page)).toEqual(whole);

    await page.getByRole('application', { name: dashboard.texts.kinds.steering }).focus();
    await page.keyboard.press('+');
    expect(await scale(page)).toBe(2);
    const before = await shapes(page);
    await page.keyboard.press('ArrowRight');
    expect(await shapes(page)).not.toEqual(before);
    await expectTogether(page);
    await page.keyboard.press('0');
    expect(await shapes(page)).toEqual(whole);

    const box = await page.locator('[data-pair] [data-side]').first().boundingBox();
    if (!box) throw new Error('no map');
    const [x, y] = [box.x + box.width * 0.3, box.y + box.height * 0.85];
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -400);
    await expect.poll(() => scale(page)).toBeGreaterThan(1.5);
    await expectTogether(page);
    // Dragged, both follow; what was dragged was not chosen.
    const still = await shapes(page);
    await page.mouse.down();
    await page.mouse.move(x + 40, y - 30, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => shapes(page)).not.toEqual(still);
    await expectTogether(page);
    expect(dashboard.param('area')).toBeNull();
    await button(reset).click();
    expect(await shapes(page)).toEqual(whole);

    await page.mouse.dblclick(box.x + 6, box.y + box.height - 6);
    await expect.poll(() => scale(page)).toBe(2);
    await expectTogether(page);

    if (layout === 'swipe') {
      // The divider goes its own way.
      const divider = page.getByRole('slider', { name: dashboard.texts.kinds.divider });
      await divider.focus();
      const there = await shapes(page);
      await page.keyboard.press('ArrowRight');
      await expect(divider).toHaveAttribute('aria-valuenow', '52');
      expect(await shapes(page)).toEqual(there);
    }
  });

test('two fingers enlarge both maps, and the map alone', async ({ browser, baseURL, faults }) => {
  test.slow();
  void faults;
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    baseURL: baseURL ?? '',
  });
  const page = await context.newPage();
  const dashboard = new Dashboard(page);
  const device = await context.newCDPSession(page);
  const pinch = async (selector: string): Promise<void> => {
    await page.locator(selector).first().scrollIntoViewIfNeeded();
    const box = await page.locator(selector).first().boundingBox();
    if (!box) throw new Error('no map');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number | null): Promise<unknown> =>
      device.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: apart === null ? [] : [-1, 1].map((side, id) => ({ x: x + side * apart, y, id })),
      });
    await touch('touchStart', 20);
    for (const apart of [25, 30, 35, 40]) await touch('touchMove', apart);
    await touch('touchEnd', null);
  };
  await dashboard.open('?map=beside');
  await pinch('[data-pair] [data-side] svg');
  await expect.poll(() => scale(page)).toBeCloseTo(2, 1);
  await expectTogether(page);

  await dashboard.turnTo('?renderer=svg');
  const own = () => page.locator('section.map path[data-area="9410"]').getAttribute('d');
  const before = await own();
  await pinch('section.map .picture svg');
  await expect.poll(own).not.toBe(before);
  expect(dashboard.param('area')).toBeNull();
  await context.close();
});
