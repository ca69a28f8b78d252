/** Journey: data remembered under a passphrase are there on the next visit, to the last figure, and gone when forgotten. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { Dashboard, type ChosenFile } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

const passphrase = 'ปลาตะเพียน ๑๒ ตัว';
const own: ChosenFile = {
  name: 'ปัตตานี 29-06-2565.csv',
  content: readFileSync(new URL('../../data/sample/logbook-pattani-2565-06-29.csv', import.meta.url)),
};
const areas: ChosenFile = {
  name: '66_94_amphur_11111.csv',
  content: readFileSync(new URL('../fixtures/area/66_94_amphur_11111.csv', import.meta.url)),
};
const offer = (page: Page) => page.locator('[data-notice="remembered"]');

/** Every figure that stands on the page, by what it is of. */
async function figures(page: Page): Promise<readonly string[]> {
  return await page.locator('main data[data-measure]').evaluateAll((all) =>
    all.map((one) =>
      [...one.attributes]
        .filter(({ name }) => /^(data-|value)/.test(name))
        .map(({ value }) => value)
        .join(' '),
    ),
  );
}
/** The cells of a list's first rows. */
async function cells(page: Page): Promise<string> {
  await expect(page.locator('[data-row="0"]:not([aria-busy])')).toBeVisible({ timeout: 60_000 });
  return (await page.locator('[role="grid"]').innerText()).replace(/\s+/g, ' ');
}
async function enter(page: Page, typed: string): Promise<void> {
  await page.locator('[data-open="recall"]').click();
  await page.locator('[data-control="passphrase"]').fill(typed);
  await page.getByRole('dialog').locator('button[type="submit"]').click();
}
async function openSettings(page: Page, dashboard: Dashboard): Promise<void> {
  await page.getByRole('button', { name: dashboard.texts.settings.title, exact: true }).click();
}

test('what is remembered is opened by its passphrase, the same to the last figure, and forgotten by one click', async ({
  page,
  context,
}) => {
  test.slow();
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await expect(offer(page)).toHaveCount(0);
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
  await dashboard.choose(own);
  await dashboard.expectFigure('household.listed', 15_703);
  await dashboard.settled();

  await openSettings(page, dashboard);
  await page.locator('[data-open="remember"]').click();
  const dialog = page.getByRole('dialog', { name: dashboard.texts.remembering.ask.title });
  const submit = dialog.locator('button[type="submit"]');
  await dialog.locator('[data-control="passphrase"]').fill('สั้น');
  await submit.click();
  await expect(dialog.getByRole('alert')).toHaveText(dashboard.texts.remembering.ask.short(10));
  await dialog.locator('[data-control="passphrase"]').fill(passphrase);
  await dialog.locator('[data-control="passphrase-again"]').fill(`${passphrase}!`);
  await submit.click();
  await expect(dialog.getByRole('alert')).toHaveText(dashboard.texts.remembering.ask.differs);
  await dialog.locator('[data-control="passphrase-again"]').fill(passphrase);
  await submit.click();
  await expect(dialog.locator('[data-told="saved"]')).toBeVisible({ timeout: 60_000 });
  await submit.click();
  await expect(dialog).toHaveCount(0);

  // What is opened later is remembered without being asked for.
  const first = await page.locator('[data-notice="saved"]').textContent();
  await dashboard.choose(areas);
  await expect(page.locator('[data-see]')).toBeVisible();
  await dashboard.settled();
  await expect(page.locator('[data-notice="saved"]')).toBeVisible({ timeout: 60_000 });
  expect(first).not.toBeNull();

  const view = '?level=tambon&dimension=health';
  await dashboard.turnTo(view);
  const before = await figures(page);
  await dashboard.turnTo('?rows=household.urgent_pending');
  const listed = await cells(page);
  await page.close();

  const next = await context.newPage();
  const again = new Dashboard(next);
  await again.open(view);
  await expect(offer(next)).toBeVisible();
  const sampled = await figures(next);
  await enter(next, `${passphrase} `);
  await expect(next.locator('[data-control="passphrase"]')).toHaveAttribute('aria-invalid', 'true');
  await expect(next.getByRole('alert')).toHaveText(again.texts.errors.vault_passphrase({}));
  expect(await figures(next)).toEqual(sampled);
  await next.locator('[data-control="passphrase"]').fill(passphrase);
  await next.getByRole('dialog').locator('button[type="submit"]').click();
  await expect(next.getByRole('dialog')).toHaveCount(0, { timeout: 60_000 });
  await again.settled();
  await expect(offer(next)).toHaveCount(0);
  await again.turnTo(view);
  expect((await figures(next)).filter((one) => !one.includes('rows.'))).toEqual(
    before.filter((one) => !one.includes('rows.')),
  );
  expect(await again.receiptRows()).toMatchObject({ read: 15_703 });
  await again.closeDialog();
  await again.turnTo('?rows=household.urgent_pending');
  expect(await cells(next)).toBe(listed);
  await again.closeDialog();

  await openSettings(next, again);
  await expect(next.locator('[data-remembered="on"]')).toBeVisible();
  await next.locator('[data-settings] [data-open="forget"]').click();
  await next.getByRole('dialog').locator('button[type="submit"]').click();
  await again.expectFigure('household.listed', 15_703);
  await expect.poll(() => next.evaluate(() => indexedDB.databases())).toEqual([]);
  await next.reload();
  await again.settled();
  await expect(offer(next)).toHaveCount(0);
});
