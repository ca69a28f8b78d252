/** Journey: hidden sheets are asked about and left out by default; a table of sums is stopped; an unread sheet is read by one click. */
import type { Locator } from '@playwright/test';
import type { WorkBook } from '@e965/xlsx';
import { workbook, type Rows } from '../support/formats.ts';
import { Dashboard, type ChosenFile } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook } from './logbook.ts';

const table = (count: number, helped: number, first = 1): Rows =>
  String(logbook('', households(count, helped, first)).content)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
const hide = (book: WorkBook): void => {
  book.Workbook = { Sheets: [{ name: 'เดือนก่อน', Hidden: 1 }, { name: 'เดือนนี้' }] };
};
const book: ChosenFile = {
  name: 'รายงาน.xlsx',
  content: workbook({ เดือนก่อน: table(5, 1, 101), เดือนนี้: table(10, 4) }, 'xlsx', hide),
};
const asking = (dashboard: Dashboard): Locator =>
  dashboard.page.getByRole('dialog', { name: dashboard.texts.import.ask.title });

test('a hidden sheet is left out by default, listed, and read by one click and undone by another', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(book);
  await expect(asking(dashboard)).toContainText('รายงาน.xlsx › เดือนก่อน');
  await asking(dashboard).locator('button[type="submit"]').click();
  await dashboard.expectFigure('household.listed', 10);
  expect(await dashboard.receiptRows()).toMatchObject({ read: 16, kept: 10, set_aside: 6 });

  await page.locator('[data-open="mapping"]').click();
  const mapping = page.getByRole('dialog', { name: dashboard.texts.mapping.title });
  await mapping.locator('input[type="radio"][value="headers"]').locator('xpath=..').click();
  await mapping.locator('[data-read-sheet="รายงาน.xlsx › เดือนก่อน"]').check();
  await mapping.getByRole('button', { name: dashboard.texts.mapping.submit }).click();
  await dashboard.expectFigure('household.listed', 15);
  await dashboard.expectFigure('household.helped', 5);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('a table of sums by area is stopped with words on what to do, and read on where the reader knows better', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const listed = await dashboard.figure('household.listed');
  const sums: ChosenFile = {
    name: 'สรุป 29-06-2565.csv',
    content:
      'จังหวัด,อำเภอ,ตำบล,จำนวนครัวเรือน,มิติสุขภาพ,สถานะการช่วยเหลือ\nปัตตานี,เมืองปัตตานี,รูสะมิแล,120,23,ช่วยเหลือแล้ว\nปัตตานี,เมืองปัตตานี,บานา,98,12,ช่วยเหลือแล้ว\n',
  };
  await dashboard.choose(sums);
  await asking(dashboard).locator('button[type="submit"]').click();
  await expect(page.locator('[data-fault]')).toContainText(dashboard.texts.errors.file_area_sums({ file: sums.name }));
  await dashboard.expectFigure('household.listed', listed);
  await dashboard.choose(sums);
  await asking(dashboard).locator('input[value="households"]').check();
  await asking(dashboard).locator('button[type="submit"]').click();
  await dashboard.expectFigure('household.listed', 2);
});
