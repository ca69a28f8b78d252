/** Journey: after one visit the page works without its server; a newer version waits for the reader, and versions never mix. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { contentSecurityPolicy } from '../../scripts/serving/headers.ts';
import { Dashboard, opening, truthOf } from './dashboard.ts';
import { expect } from './fixtures.ts';
import { edit, expectNewer, readyLine, renameSlides, shelves, test, versionOf } from './kept.ts';
import { households, logbook } from './logbook.ts';
import { presented } from './wall.ts';

const own = logbook('ของเรา.csv', households(30, 12));

test('after one visit all works without a server, under the same policy', async ({ page, context, site, faults }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await expect(readyLine(page)).toHaveText(dashboard.texts.diagnostics.offline.ready, { timeout: 60_000 });
  await site.stop();
  await context.setOffline(true);
  await page.reload();
  await dashboard.settled();
  await dashboard.expectFigure('household.listed', truthOf(opening).province.listed);
  // Rows of another round, shapes of another province, and the country.
  await dashboard.lookAt('94.2022-05-10');
  await dashboard.expectFigure('household.listed', truthOf('94.2022-05-10').province.listed);
  await dashboard.turnTo('?at=13.2022-06-10&level=tambon');
  await dashboard.expectFigure('household.listed', truthOf('13.2022-06-10').province.listed);

  await dashboard.choose(own);
  await dashboard.expectFigure('household.listed', 30);
  await dashboard.expectFigure('household.pending', 18, { area: '940110' });
  await dashboard.filterByDimension('health');
  await dashboard.expectFigure('need.helped', 12, { dimension: 'health' });
  await page.locator('[data-open="presentation"]').click();
  await expect(presented(page)).toHaveAttribute('data-slide', 'cover');
  await page.keyboard.press('ArrowRight');
  await expect(presented(page)).toHaveAttribute('data-slide', 'situation');
  await page.keyboard.press('Escape');
  await dashboard.settled();

  // What comes from the browser's own store is bound as what came from the server.
  const hits: string[] = [];
  const elsewhere = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.end();
  }).listen(0, '127.0.0.1');
  await context.setOffline(false);
  faults.allow(/policy breach|Content Security Policy|foreign request/);
  const address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
  const callOut = (url: string): Promise<string> =>
    fetch(url, { mode: 'no-cors' }).then(
      () => 'answered',
      () => 'refused',
    );
  const [keeper] = context.serviceWorkers();
  const workers = page.workers();
  expect(workers.length).toBeGreaterThan(0);
  expect(await page.evaluate(callOut, address)).toBe('refused');
  expect(await keeper?.evaluate(callOut, address)).toBe('refused');
  for (const worker of workers) expect(await worker.evaluate(callOut, address)).toBe('refused');
  expect(hits).toEqual([]);
  elsewhere.close();
  const policies = await page.evaluate(async () => {
    const paths = ['./', ...performance.getEntriesByType('resource').map(({ name }) => name)];
    const answers = await Promise.all(paths.map((one) => fetch(one)));
    return answers.map((answer) => answer.headers.get('content-security-policy'));
  });
  expect(policies.length).toBeGreaterThan(20);
  expect(new Set(policies)).toEqual(new Set([contentSecurityPolicy]));
});

test('a newer version waits until the reader takes it, and no page is given files of both', async ({
  page,
  context,
  site,
}) => {
  const [before, after] = [
    await site.version('before'),
    await site.version('after', async (dir) => {
      await renameSlides(dir);
      await edit(path.join(dir, 'areas/crosswalk.json'), (text) => `${text}\n`);
    }),
  ];
  await site.publish(before);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await expect(readyLine(page)).toBeVisible({ timeout: 30_000 });
  const old = await versionOf(page);
  await dashboard.choose(own);
  await dashboard.expectFigure('household.listed', 30);

  await site.publish(after);
  await expectNewer(page);
  expect((await shelves(page)).length).toBe(3);
  // Others look on: nothing is offered that takes the page away.
  await page.keyboard.press('KeyM');
  await expect(page.locator('[data-use="newer"]')).toHaveCount(0);
  await page.locator('[data-leave="meeting"]').click();
  await page.locator('[data-leave="confirmed"]').click();
  // A second page, and one opened anew, are of the version in use: the reader has not agreed.
  const second = await context.newPage();
  await second.goto('./');
  await new Dashboard(second).settled();
  expect(await versionOf(second)).toBe(old);
  await expect(second.locator('[data-use="newer"]')).toBeVisible({ timeout: 30_000 });

  await page.locator('[data-use="newer"]').click();
  await expect(page.getByRole('dialog')).toContainText(dashboard.texts.diagnostics.offline.useAsk);
  await page.getByRole('button', { name: dashboard.texts.diagnostics.offline.useNow }).click();
  await expect.poll(() => versionOf(page).catch(() => old)).not.toBe(old);
  await page.goto('./');
  await dashboard.settled();
  await dashboard.expectFigure('household.listed', truthOf(opening).province.listed);

  // The second is still what it was: code that the server has no more, and data that it has in another version.
  await second.locator('[data-open="presentation"]').click();
  await expect(presented(second)).toHaveAttribute('data-slide', 'cover');
  const crosswalk = (of: typeof page): Promise<string> =>
    of.evaluate(async () => {
      const headers = { 'X-Version': document.documentElement.dataset.version ?? '' };
      return await (await fetch('areas/crosswalk.json', { headers })).text();
    });
  expect(await crosswalk(second)).not.toMatch(/\n\n$/);
  expect(await crosswalk(page)).toMatch(/\n\n$/);
  await second.close();
  await page.reload();
  await expect.poll(async () => (await shelves(page)).length, { timeout: 30_000 }).toBe(2);
  await site.stop();
  await page.reload();
  await dashboard.settled();
  await page.locator('[data-open="presentation"]').click();
  await expect(presented(page)).toHaveAttribute('data-slide', 'cover');
});

/** Each opens the page several times: they run with the full proof. */
const long = process.env.PHUNGPAO_LONG ? test : test.skip;

long(
  'nothing is promised before all is there, nor where files of two versions lie on the server',
  async ({ page, site, faults }) => {
    // What was on its way when the server was changed.
    faults.allow(/areas\/crosswalk|integrity|digest|CONTENT_LENGTH_MISMATCH/);
    const whole = await site.version('whole');
    const mixed = await site.version('mixed');
    await edit(path.join(mixed, 'areas/crosswalk.json'), (text) => `${text}\n`);
    await site.publish(mixed);
    const dashboard = new Dashboard(page);
    await dashboard.open();
    const hasWorker = async (): Promise<string> =>
      await page.evaluate(async () => {
        const found = await navigator.serviceWorker.getRegistration();
        return found ? (found.installing ? 'installing' : found.active ? 'active' : 'none') : 'none';
      });
    await expect.poll(async () => (await shelves(page)).length, { timeout: 30_000 }).toBe(1);
    await expect.poll(hasWorker, { timeout: 30_000 }).toBe('none');
    await expect(page.locator('[data-offline="none"]')).toHaveText('');
    await site.publish(whole);
    await page.reload();
    await dashboard.settled();
    await expect(readyLine(page)).toBeVisible({ timeout: 30_000 });
  },
);

long('a full disk is told, and a version withdrawn leaves nothing behind', async ({ page, context, site, faults }) => {
  faults.allow(/quota|Quota/);
  await site.publish(await site.version('light'));
  const dashboard = new Dashboard(page);
  const browser = await context.newCDPSession(page);
  await browser.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.url).origin, quotaSize: 2_000_000 });
  await dashboard.open();
  await expect(page.locator('[data-offline="full"]')).toContainText(dashboard.texts.diagnostics.offline.full, {
    timeout: 30_000,
  });
  await page.getByRole('button', { name: dashboard.texts.diagnostics.offline.close }).click();
  await expect(page.locator('[data-offline]')).toHaveText('');

  await browser.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.url).origin });
  await page.reload();
  await dashboard.settled();
  await expect(readyLine(page)).toBeVisible({ timeout: 30_000 });
  const withdrawn = await site.version('withdrawn');
  await copyFile(
    path.resolve(import.meta.dirname, '../../scripts/serving/withdrawn-sw.js'),
    path.join(withdrawn, 'sw.js'),
  );
  await site.publish(withdrawn);
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await expect.poll(() => shelves(page)).toEqual([]);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await dashboard.filterByDimension('health');
  await page.reload();
  await dashboard.settled();
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
});
