/** Journeys where something is missing: each browser, network and server that the page can't begin on says so in time. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { Dashboard, opening, truthOf } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook } from './logbook.ts';

/** From the address being asked for to a reader being told; the slow network's own wait is as long. */
const inTimeMs = 3500;
const dist = process.env.PHUNGPAO_DIST ?? path.resolve(import.meta.dirname, '../../dist');
const told = (page: Page, id: string): Locator => page.locator(`[data-starting="${id}"]`);
const portal = { contentType: 'text/html; charset=utf-8', body: '<!doctype html><title>Wi-Fi</title><p>Log in</p>' };

async function expectTold(page: Page, id: string, url = './'): Promise<void> {
  await page.goto(url, { waitUntil: 'commit' });
  await expect(told(page, id)).toBeVisible({ timeout: inTimeMs });
  // Thai first, English beside, and nothing of the page besides.
  await expect(page.locator('main')).toHaveCount(1);
  expect(await page.locator('main [lang]').evaluateAll((all) => all.map((one) => (one as HTMLElement).lang))).toEqual(
    expect.arrayContaining(['th', 'en']),
  );
}
const isSampleShown = async (dashboard: Dashboard): Promise<void> => {
  await expect(dashboard.page.locator('[data-map-ready="true"]')).toBeVisible();
  await dashboard.expectFigure('household.pending', truthOf(opening).province.pending);
};
const opensOwn = async (dashboard: Dashboard): Promise<void> => {
  await dashboard.choose(logbook('ของเรา.csv', households(10, 4)));
  await dashboard.expectFigure('household.listed', 10);
};

test.beforeEach(({ faults }) => faults.allow(/./));
/** One of each kind of start is seen every time; their kin are the long proof's. */
const long = (isLong = true): void => test.skip(isLong && !process.env.PHUNGPAO_LONG, 'npm run proof looks at these');

test('from a folder it says where to open it from', async ({ page }) => {
  await expectTold(page, 'file', pathToFileURL(path.join(dist, 'index.html')).href);
});

for (const [what, lack] of [
  ['Array.prototype.findLast', (): unknown => Reflect.deleteProperty(Array.prototype, 'findLast')],
  ['CSS :has()', (): unknown => (CSS.supports = (query: string) => !query.includes(':has'))],
  ['ES modules', (): unknown => Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule')],
] as const)
  test(`below the floor (${what}) it names browsers to take, and does not begin`, async ({ page }) => {
    long(what !== 'CSS :has()');
    await page.addInitScript(lack);
    await expectTold(page, 'old');
    await expect(told(page, 'old')).toContainText(what);
    await page.waitForLoadState('networkidle');
    await expect(told(page, 'old')).toBeVisible();
  });

test('without JavaScript it says how to switch it on', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL ?? '');
  // They are elements only where scripts don't run.
  await expect(page.locator('noscript p')).toHaveCount(2);
  expect(await page.locator('noscript').textContent()).toMatch(/ต้องเปิดใช้ JavaScript.*Phungpao needs JavaScript/s);
  await context.close();
});

for (const [what, answer] of [
  ['out of reach', { status: 404, body: '' }],
  ['a page to log in at', { status: 200, ...portal }],
  ['cut short', { status: 200, contentType: 'text/javascript', body: 'import{a as' }],
] as const)
  for (const file of ['index-*.js', 'dashboard.svelte-*.js'])
    test(`with ${file} ${what} it asks to be loaded anew, and then begins`, async ({ page }) => {
      long(file !== 'dashboard.svelte-*.js' || !what.startsWith('a page'));
      await page.route(`**/assets/${file}`, (route) => route.fulfill(answer));
      await page.goto('./', { waitUntil: 'commit' });
      await expect(page.locator('html[data-ended] main')).toBeVisible({ timeout: inTimeMs });
      await page.unrouteAll();
      await page.locator('html[data-ended] button').click();
      await new Dashboard(page).settled();
    });

test('with its style sheet out of reach it does not begin in rags', async ({ page }) => {
  long();
  await page.route('**/assets/index-*.css', (route) => route.abort());
  await expectTold(page, 'torn');
});

test('on a slow network it says so after three seconds, and begins when it can', async ({ page }) => {
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/assets/index-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await expectTold(page, 'slow');
  answer();
  await new Dashboard(page).settled();
  await expect(told(page, 'slow')).toHaveCount(0);
});

for (const [what, answer] of [
  ['out of reach', { status: 500, body: '' }],
  ['a page to log in at', { status: 200, ...portal }],
] as const) {
  test(`with the list of areas ${what} it says so, and begins at the second try`, async ({ page }) => {
    long(what === 'out of reach');
    await page.route('**/areas/gazetteer.json', (route) => route.fulfill(answer));
    await page.goto('./', { waitUntil: 'commit' });
    const dashboard = new Dashboard(page);
    const unstarted = page.locator('[data-unstarted]');
    await expect(unstarted).toContainText(dashboard.texts.errors.areas_missing({ file: 'areas/gazetteer.json' }), {
      timeout: inTimeMs,
    });
    await page.unrouteAll();
    await unstarted.getByRole('button').click();
    await dashboard.settled();
  });

  test(`with the sample ${what} it says so, and opens files`, async ({ page }) => {
    long(what === 'out of reach');
    await page.route('**/sample/index.json', (route) => route.fulfill(answer));
    await page.goto('./', { waitUntil: 'commit' });
    const dashboard = new Dashboard(page);
    await expect(page.locator('[data-fault]')).toHaveText(dashboard.texts.errors.sample_missing({}), {
      timeout: inTimeMs,
    });
    await opensOwn(dashboard);
  });

  test(`with the engine ${what} the sample stands, and it says why files can’t be opened`, async ({ page }) => {
    long();
    await page.route('**/*.wasm', (route) => route.fulfill(answer));
    await page.goto('./');
    const dashboard = new Dashboard(page);
    await isSampleShown(dashboard);
    await expect(page.locator('[data-fault]')).toHaveText(dashboard.texts.errors.engine_start({}));
  });
}

test('with the shapes of areas out of reach the figures stand, and it says so', async ({ page }) => {
  long();
  await page.route('**/areas/*.topo.json', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('./');
  const dashboard = new Dashboard(page);
  await dashboard.expectFigure('household.pending', truthOf(opening).province.pending);
  const unmapped = page.locator('.notice:has([data-notice="unmapped"])');
  await expect(unmapped).toBeVisible();
  await page.unrouteAll();
  await unmapped.getByRole('button').click();
  await dashboard.settled();
});

test('with the engine cut short the sample stands, and it says why files can’t be opened', async ({ page }) => {
  long();
  await page.route('**/*.wasm', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.body()).subarray(0, 100_000) });
  });
  await page.goto('./');
  const dashboard = new Dashboard(page);
  await isSampleShown(dashboard);
  await expect(page.locator('[data-fault]')).toHaveText(dashboard.texts.errors.engine_start({}));
});

const withoutWasm = async (page: Page): Promise<void> => {
  await page.goto('./');
  const dashboard = new Dashboard(page);
  await isSampleShown(dashboard);
  const words = dashboard.texts.errors.engine_wasm({});
  await expect(page.locator('[data-fault]')).toHaveText(words, { timeout: inTimeMs });
  await dashboard.filterByDimension('health');
  await dashboard.expectFigure('need.pending', truthOf(opening).dimension.health?.pending ?? -1, {
    dimension: 'health',
  });
  await dashboard.choose(logbook('ของเรา.csv', households(10, 4)));
  await expect(page.locator('[data-fault]')).toHaveText([words, words]);
};

test('without WebAssembly the sample answers, and it says which setting to change', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await withoutWasm(page);
});

test('under a policy that refuses WebAssembly the sample answers, and it says so at once', async ({ page }) => {
  long();
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const policy = response.headers()['content-security-policy'] ?? '';
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': policy.replace(" 'wasm-unsafe-eval'", '') },
    });
  });
  await withoutWasm(page);
});

test('where nothing may be kept (no storage of any kind, no service worker) all of it works', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = (owner: object, name: string): void =>
      void Object.defineProperty(owner, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) refuse(globalThis, name);
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
    StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException('', 'SecurityError'));
  });
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await opensOwn(dashboard);
  await expect(page.locator('[data-fault]')).toHaveCount(0);

  // What is asked to be remembered all the same stays in memory, and that is said.
  await page.getByRole('button', { name: dashboard.texts.settings.title, exact: true }).click();
  await page.locator('[data-open="remember"]').click();
  for (const control of ['passphrase', 'passphrase-again'])
    await page.locator(`[data-control="${control}"]`).fill('ปลาตะเพียน ๑๒ ตัว');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(dashboard.texts.errors.vault_unavailable({}));
  await dashboard.closeDialog();
  await dashboard.expectFigure('household.listed', 10);
});

test('a part that went away after the page began is told, and can be loaded anew', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await page.route('**/assets/Presentation-*', (route) => route.fulfill({ status: 404, body: '' }));
  await dashboard.turnTo('?slide=cover');
  const torn = page.locator('[data-torn]');
  await expect(torn).toContainText(dashboard.texts.notices.torn);
  await page.unrouteAll();
  await torn.getByRole('button').click();
  await expect(page.locator('[data-presentation], [data-slide]').first()).toBeVisible();
});
