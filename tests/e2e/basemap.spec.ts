/** Proves the basemap: off until chosen, painted under the areas with its credit, off again without a trace; what is broken says so. */
import type { Page } from '@playwright/test';
import { pictureArchive, vectorArchive } from '../support/tilearchive.ts';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

const credit = (page: Page) => page.locator('section.map .credit');
const areasOpacity = (page: Page): Promise<string> =>
  page
    .locator('.foot figure rect')
    .first()
    .evaluate((rect) => getComputedStyle(rect).fillOpacity);

async function openMenu(page: Page, dashboard: Dashboard): Promise<void> {
  const menu = page.getByRole('dialog', { name: dashboard.texts.finding.layers });
  if (!(await menu.isVisible())) await page.getByRole('button', { name: dashboard.texts.finding.layers }).click();
  await expect(page.getByRole('group', { name: dashboard.texts.basemap.title })).toBeVisible();
}
async function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page
    .locator('input[type="file"][name="basemap"]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}
/** The colour of the map's ground: its lower right corner lies in the sea. */
async function seaColor(page: Page, dashboard: Dashboard): Promise<string> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await dashboard.settled();
  const png = await page.locator('section.map .picture').first().screenshot();
  return page.evaluate(async (bytes) => {
    const blob = new Blob([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], { type: 'image/png' });
    const image = await createImageBitmap(blob);
    const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
    pen?.drawImage(image, 0, 0);
    return [...(pen?.getImageData(image.width - 12, image.height - 60, 1, 1).data ?? [])].join(',');
  }, png.toString('base64'));
}

test('a file of pictures and one of lines are painted with their credit, and taken away without a trace', async ({
  page,
}) => {
  test.slow();
  const asked: string[] = [];
  page.on('request', (request) =>
    /basemap\.json|pmtiles/.test(request.url()) ? asked.push(request.url()) : undefined,
  );
  const dashboard = new Dashboard(page);
  await dashboard.open();
  expect(asked.filter((url) => !url.endsWith('.js'))).toEqual([]);
  const [plain, ownCredit] = [await seaColor(page, dashboard), await credit(page).innerText()];
  expect(await areasOpacity(page)).toBe('1');

  await openMenu(page, dashboard);
  expect(asked.filter((url) => url.endsWith('basemap.json'))).toHaveLength(1);
  await expect(page.getByRole('checkbox', { name: dashboard.texts.basemap.municipality })).toBeDisabled();
  await expect(page.locator('[data-note="municipality"]')).toBeVisible();
  await choose(page, 'ภาพ.pmtiles', pictureArchive());
  await expect(credit(page)).toContainText('Survey & maps © 2024');
  await expect(page.getByRole('radio', { name: 'ภาพ.pmtiles' })).toBeChecked();
  const picture = await seaColor(page, dashboard);
  expect(picture).not.toBe(plain);
  expect(await areasOpacity(page)).toBe('0.72');

  await openMenu(page, dashboard);
  await choose(page, 'lines.pmtiles', vectorArchive());
  await expect(credit(page)).toContainText('Open maps');
  const water = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--water'));
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(water.trim().slice(at, at + 2), 16));
  expect(await seaColor(page, dashboard)).toBe(`${red},${green},${blue},255`);

  await openMenu(page, dashboard);
  await page.getByRole('radio', { name: dashboard.texts.basemap.none }).click();
  await expect(credit(page)).toHaveText(ownCredit);
  expect(await seaColor(page, dashboard)).toBe(plain);
  expect(await areasOpacity(page)).toBe('1');
  // The file's name is nowhere but in the menu.
  expect(page.url()).not.toContain('pmtiles');
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('pmtiles');
});

test('an empty, a foreign and a broken file each say so, in both languages, and the map is as before', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  for (const language of ['th', 'en'] as const) {
    await dashboard.turnTo(`?lang=${language}`);
    await openMenu(page, dashboard);
    const { errors } = dashboard.texts;
    for (const [file, bytes, code] of [
      ['empty.pmtiles', Buffer.alloc(0), 'basemap_empty'],
      ['notes.pmtiles', Buffer.from('จด'.repeat(400)), 'basemap_foreign'],
      ['half.pmtiles', pictureArchive().subarray(0, 500), 'basemap_damaged'],
    ] as const) {
      await choose(page, file, bytes);
      await expect(page.getByRole('alert')).toHaveText(errors[code]({ file }));
      await expect(page.getByRole('radio', { name: dashboard.texts.basemap.none })).toBeChecked();
    }
    await dashboard.settled();
    await page.keyboard.press('Escape');
  }
});

test('what lies beside the page is offered, and read by parts from the page’s own origin', async ({ page }) => {
  const archive = pictureArchive();
  const parts: string[] = [];
  await page.route('**/basemap/basemap.json', (route) =>
    route.fulfill({ json: [{ file: 'province.pmtiles', title: { th: 'ภาพถ่าย', en: 'Photograph' }, credit: 'จังหวัด' }] }),
  );
  await page.route('**/basemap/province.pmtiles', async (route) => {
    const range = route.request().headers()['range'] ?? '';
    parts.push(range);
    const [from = 0, to = 0] = /(\d+)-(\d+)/.exec(range)?.slice(1).map(Number) ?? [];
    const body = archive.subarray(from, to + 1);
    await route.fulfill({ status: 206, body, headers: { 'content-length': String(body.length) } });
  });
  const dashboard = new Dashboard(page);
  await dashboard.open('?lang=en');
  await openMenu(page, dashboard);
  await page.getByRole('radio', { name: 'Photograph' }).click();
  await expect(credit(page)).toContainText('Basemap: จังหวัด');
  await dashboard.settled();
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.every((range) => range.startsWith('bytes='))).toBe(true);
});

test('the map drawn as SVG says that it has no basemap', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?renderer=svg');
  await openMenu(page, dashboard);
  await expect(page.locator('[data-note="not-in-svg"]')).toHaveText(dashboard.texts.basemap.notInSvg);
  await expect(page.getByRole('radio', { name: dashboard.texts.basemap.none })).toBeDisabled();
  await expect(page.locator('input[name="basemap"]')).toHaveCount(0);
});
