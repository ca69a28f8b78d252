/** Journey: what all rows of a file have in common is asked about once, and a file of which no row is left can be mended. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { Dashboard, type ChosenFile } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook } from './logbook.ts';

const question = (page: Page, code: string): Locator => page.locator(`fieldset:has(input[name^="${code}:"])`);

/** Chooses an answer by its value, and submits; without one, submits what is proposed. */
async function answer(page: Page, code: string, choice?: string): Promise<void> {
  await expect(question(page, code)).toBeVisible();
  if (choice) await question(page, code).locator(`input[value="${choice}"]`).check();
  await page.getByRole('dialog').locator('button[type="submit"]').click();
}

/** Lines of the file changed one by one; the header is line 0. */
function changed(file: ChosenFile, change: (line: string, at: number) => string): ChosenFile {
  const lines = String(file.content).split('\r\n');
  return { ...file, content: lines.map((line, at) => (line === '' ? line : change(line, at))).join('\r\n') };
}

const whole = logbook('ของเรา.csv', households(10, 4));
const lost = changed(whole, (line, at) => (at === 0 || at > 6 ? line : line.replace(/9401\d{7}/, '9.40E+10')));
const printed = changed(whole, (line, at) =>
  at === 0 || at === 1 ? line : line.replace('เมืองปัตตานี,รูสะมิแล,940110', ',,'),
);
const wide = changed(whole, (line, at) => (at === 0 || at === 10 ? line : `${line},`));
const short = changed(whole, (line, at) => (at === 0 ? line : line.replace(/,ไม่$/, '')));

test('codes lost in most rows end the import with words on what to do, or are left out', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const listed = await dashboard.figure('household.listed');
  await dashboard.choose(lost);
  await answer(page, 'codes_lost');
  await expect(page.locator('[data-fault]')).toContainText(dashboard.texts.errors.file_codes_lost({ file: lost.name }));
  await dashboard.expectFigure('household.listed', listed);

  await dashboard.choose(lost);
  await answer(page, 'codes_lost', 'weak');
  await dashboard.expectFigure('household.listed', 10);
  expect(await dashboard.receiptRows()).toMatchObject({ read: 10, kept: 10, quarantined: 0 });
});

test('blanks below the name of an area stay blank, or mean the same as above', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(printed);
  await answer(page, 'fill_down');
  await dashboard.expectFigure('household.listed', 10);
  await dashboard.expectFigure('household.off_map', 9);

  await dashboard.choose(printed);
  await answer(page, 'fill_down', 'fill');
  await dashboard.expectFigure('household.off_map', 0);
  await dashboard.expectFigure('household.pending', 6, { area: '9401' });
});

test('rows that most have a blank field too many are read by the header', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(wide);
  await answer(page, 'wide_rows');
  await dashboard.expectFigure('household.listed', 9);
  expect(await dashboard.receiptRows()).toMatchObject({ read: 10, kept: 9, quarantined: 1 });
});

test('a file of which every row is broken is refused with its rows, and opens once they are mended', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(short);
  await expect(page.locator('[data-refused]')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-refused] [data-save="quarantine-csv"]').click(),
  ]);
  const saved = readFileSync(await download.path(), 'utf8');
  const mended = saved.replaceAll(/(ช่วยเหลือแล้ว|การช่วยเหลือ),(?=\r|\n|$)/g, '$1,ไม่');
  await dashboard.choose({ name: download.suggestedFilename(), content: mended });
  await dashboard.expectFigure('household.listed', 10);
  await dashboard.expectFigure('household.helped', 4);
  await expect(page.locator('[data-refused]')).toHaveCount(0);
});
