/** Journeys of readers who hear the page, enlarge it, space it out, choose its colours or use no mouse: nothing is lost to them. */
import type { Page } from '@playwright/test';
import { toolIds } from '../../src/model/toolbox.ts';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { cutOff, misspoken, space, tooSmall, unseenFocus } from './seen.ts';
import { presented } from './wall.ts';

const wide = { width: 1366, height: 768 };
/** 200 % of the wide one, and the narrowest that is asked of a page. */
const enlarged = { width: 683, height: 384 };
const narrowest = { width: 320, height: 640 };
/** Every screen in the long proof; here those with the most different parts. */
const screens = process.env.PHUNGPAO_LONG
  ? ['', 'pin=9401,9410', 'map=circles', 'map=change', ...toolIds.map((panel) => `panel=${panel}`)]
  : ['', 'panel=villages', 'panel=distance'];

async function faultsOf(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {
    tongue: await page.evaluate(misspoken),
    target: await page.evaluate(tooSmall),
  };
  for (const [name, size] of Object.entries({ enlarged, narrowest })) {
    await page.setViewportSize(size);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
    found[name] = await page.evaluate(cutOff);
  }
  await page.setViewportSize(wide);
  await page.evaluate(space, true);
  found.spaced = await page.evaluate(cutOff);
  await page.evaluate(space, false);
  return Object.fromEntries(Object.entries(found).filter(([, all]) => all.length > 0));
}

for (const language of ['th', 'en'] as const)
  test(`in ${language} every word has its tongue, every target its size, and nothing is lost enlarged, narrow or spaced`, async ({
    page,
  }) => {
    test.slow();
    const dashboard = new Dashboard(page);
    await dashboard.open(`?lang=${language}`);
    const found: Record<string, unknown> = {};
    for (const screen of screens) {
      await dashboard.turnTo(`?${[screen, `lang=${language}`].filter(Boolean).join('&')}`);
      const faults = await faultsOf(page);
      if (Object.keys(faults).length > 0) found[screen] = faults;
    }
    expect(found).toEqual({});
  });

test('what is measured so is found where it is planted', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await page.evaluate(() => {
    const put = (tag: string, text: string, style: Partial<CSSStyleDeclaration>): void => {
      const one = document.createElement(tag);
      one.textContent = text;
      Object.assign(one.style, style);
      document.querySelector('main')?.prepend(one);
    };
    put('div', 'Three English words', {});
    put('button', '×', { width: '12px', height: '12px', padding: '0' });
    put('div', 'cut off here '.repeat(9), { width: '90px', whiteSpace: 'nowrap', overflow: 'hidden' });
    put('div', 'far', { width: '2000px' });
  });
  expect(Object.keys(await faultsOf(page)).sort()).toEqual(['enlarged', 'narrowest', 'spaced', 'target', 'tongue']);
});

test('without a mouse: from the top of the page to the slides, the focus in sight at every stop', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const unseen = new Set<string>();
  const stops = new Set<string>();
  for (let pressed = 0; pressed < 120; pressed++) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(unseenFocus);
    if (fault) unseen.add(fault);
    const stop = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300) ?? '');
    if (stop.startsWith('<body')) break;
    stops.add(stop);
  }
  expect([...unseen]).toEqual([]);
  expect(stops.size).toBeGreaterThan(40);

  await page.locator('[data-open="presentation"]').focus();
  await page.keyboard.press('Enter');
  await expect(presented(page)).toHaveAttribute('data-slide', 'cover', { timeout: 60_000 });
  await page.keyboard.press('ArrowRight');
  await expect(presented(page)).toHaveAttribute('data-slide', 'situation');
});

test('a focus that is not drawn, or covered, is found', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(unseenFocus)).toBeNull();
  await page.evaluate(() => ((document.activeElement as HTMLElement).style.outline = 'none'));
  expect(await page.evaluate(unseenFocus)).toContain('not drawn');
  await page.evaluate(() => {
    (document.activeElement as HTMLElement).style.outline = '';
    const cover = document.createElement('div');
    Object.assign(cover.style, { position: 'fixed', inset: '0', zIndex: '99' });
    document.body.append(cover);
  });
  expect(await page.evaluate(unseenFocus)).toContain('covered');
});

test('in colours of the reader’s own, what is chosen, what is focused and what a colour stands for still tell', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const dashboard = new Dashboard(page);
  await dashboard.open('?dimension=health');
  const ground = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => getComputedStyle(one).backgroundColor);
  const lang =
    'fieldset:has(input[value="th"]), [role="radiogroup"]:has(input[value="th"]), .group:has(input[value="th"])';
  expect(await ground(`:is(${lang}) input:checked + span`)).not.toBe(
    await ground(`:is(${lang}) input:not(:checked) + span`),
  );
  expect(await ground('[data-filter-dimension="health"]')).not.toBe(await ground('[data-filter-dimension="income"]'));
  // The colour of a dimension is its own, not the system's.
  const swatches = await page
    .locator('[data-panel="matrix"] tbody .swatch')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
  expect(new Set(swatches).size).toBe(swatches.length);
  // What is drawn stands out from the ground as the words do.
  const ink = await page
    .locator('[data-panel="matrix"]')
    .evaluate((one) => [
      getComputedStyle(one).getPropertyValue('--ink'),
      getComputedStyle(one).getPropertyValue('--paper'),
    ]);
  expect(ink).toEqual(['CanvasText', 'Canvas']);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(unseenFocus)).toBeNull();
});

test('where motion is unwanted nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await page.locator('[data-filter-dimension="health"]').click();
  const longest = await page.evaluate(() =>
    Math.max(0, ...document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0))),
  );
  expect(longest).toBeLessThan(1);
});
