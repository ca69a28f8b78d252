/** Proves that it fits: four sizes, two languages, no sideways scrolling, nothing that assistive technology trips over. */
import path from 'node:path';
import { violations } from './accessibility.ts';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { test as standing } from './standing.ts';
import { households, logbook } from './logbook.ts';

const sizes = [
  { name: 'projector', width: 1920, height: 1080 },
  { name: 'laptop', width: 1366, height: 768 },
  { name: 'tablet', width: 820, height: 1180 },
  { name: 'phone', width: 390, height: 844 },
] as const;
const views = [
  { name: 'opening', search: '?' },
  { name: 'tambon', search: '?area=9410&level=tambon&dimension=health' },
] as const;
const out = path.resolve(import.meta.dirname, '../visual/out');

for (const { name, width, height } of sizes) {
  for (const language of ['th', 'en'] as const) {
    standing(`fits a ${name} in ${language}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      const dashboard = new Dashboard(page);
      for (const view of views) {
        const search = `${view.search}&lang=${language}`;
        await (view === views[0] ? dashboard.open(search) : dashboard.turnTo(search));
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: path.join(out, `${view.name}-${name}-${language}.png`) });
        await page.screenshot({ path: path.join(out, `${view.name}-${name}-${language}-full.png`), fullPage: true });
        const cut = await page.evaluate(tooWide);
        expect(cut, `${view.name}: sticks out of the page`).toEqual([]);
        const { scrollWidth, clientWidth } = await page.evaluate(() => ({
          scrollWidth: document.documentElement.scrollWidth,
          clientWidth: document.documentElement.clientWidth,
        }));
        expect(scrollWidth, `${view.name} scrolls sideways`).toBeLessThanOrEqual(clientWidth);
      }
    });
  }
}

/** Runs in the page: what is visible and reaches beyond the right edge without a box of its own that scrolls. */
function tooWide(): string[] {
  const scrolls = (one: Element | null): boolean =>
    one !== null && (/(auto|scroll|hidden|clip)/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
  return [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !scrolls(one.parentElement))
    .map((one) => `${one.tagName}.${one.getAttribute('class') ?? ''}`);
}

test('body text is 16 px or more and figures 28 px or more', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const sizePx = (selector: string): Promise<number> =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
  expect(await sizePx('body')).toBeGreaterThanOrEqual(16);
  expect(await sizePx('data[data-measure="household.pending"]:not([data-area])')).toBeGreaterThanOrEqual(28);
  await page.setViewportSize({ width: 1920, height: 1080 });
  expect(await sizePx('body')).toBeGreaterThanOrEqual(18);
  const family = await page.locator('body').evaluate((one) => getComputedStyle(one).fontFamily);
  expect(family).toMatch(/^"?Sarabun/);
  expect(
    await page.evaluate(() =>
      [...document.fonts].some((face) => /Sarabun/.test(face.family) && face.status === 'loaded'),
    ),
  ).toBe(true);
});

for (const language of ['th', 'en'] as const) {
  test(`has no obstacle for assistive technology, in ${language}`, async ({ page }) => {
    const dashboard = new Dashboard(page);
    const check = async (where: string): Promise<void> => {
      expect(await violations(page), where).toEqual([]);
    };
    await dashboard.open(`?lang=${language}`);
    await check('opening');
    await dashboard.turnTo(`?lang=${language}&area=9410&level=tambon&dimension=health&nonsense=1`);
    await check('tambon, filtered, with a notice');
    await dashboard.choose(logbook('ของเรา.csv', households(10, 4)));
    await dashboard.expectFigure('rows.read', 10).catch(() => {});
    await dashboard.receipt();
    await check('receipt');
  });
}

test.describe('with less motion', () => {
  test.use({ reducedMotion: 'reduce' });
  test('nothing moves on the way to another view', async ({ page }) => {
    const dashboard = new Dashboard(page);
    await dashboard.open();
    const longestMs = await page.evaluate(() => {
      const ms = (text: string): number => parseFloat(text) * (text.endsWith('ms') ? 1 : 1000);
      return Math.max(
        ...[...document.querySelectorAll('*')].flatMap((one) => {
          const { transitionDuration, animationDuration } = getComputedStyle(one);
          return `${transitionDuration},${animationDuration}`.split(',').map((text) => ms(text.trim()) || 0);
        }),
      );
    });
    expect(longestMs).toBeLessThanOrEqual(1);
    await dashboard.drill('9410');
    const seen = (): number =>
      document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1).length;
    expect(await page.evaluate(seen)).toBe(0);
  });
});
