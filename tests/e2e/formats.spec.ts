/** Journey: the files that offices have, opened as they are: workbooks, archives, old encodings, tables of other programs. */
import { arrow, bomb, encode, json, parquet, workbook, zip, type Rows } from '../support/formats.ts';
import { Dashboard, type ChosenFile } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook } from './logbook.ts';

function table(count: number, helped: number, first = 1): Rows {
  const { content } = logbook('', households(count, helped, first));
  return String(content)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
}
const text = (rows: Rows): string => rows.map((row) => `${row.join(',')}\r\n`).join('');

test('a workbook of two sheets and a cover opens as it is, and its receipt names the sheets', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const cover = [['รายงานครัวเรือนยากจน'], ['จัดทำโดย', 'สำนักงานพัฒนาชุมชน']];
  const content = workbook({ ปก: cover, เมืองปัตตานี: table(20, 5), เพิ่มเติม: table(10, 3, 21) });
  await dashboard.choose({ name: 'รายงาน.xlsx', content });
  await dashboard.expectFigure('household.listed', 30);
  await dashboard.expectFigure('household.helped', 8);
  expect(await dashboard.receiptRows()).toMatchObject({ read: 32, kept: 30, quarantined: 0, set_aside: 2 });
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('รายงาน.xlsx › เมืองปัตตานี');
  await expect(dialog).toContainText('รายงาน.xlsx › เพิ่มเติม');
  await expect(dialog).toContainText('ปก');
});

test('an archive of a workbook and a text of old Windows opens as it is', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const content = zip({
    'ส่งงาน/หนึ่ง.csv': encode(text(table(12, 2)), 'windows-874'),
    'ส่งงาน/สอง.xls': workbook({ ก: table(8, 4, 13) }, 'xls'),
    'ส่งงาน/รูป.jpg': Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
  });
  await dashboard.drop({ name: 'ส่งงาน.zip', type: 'application/zip', content });
  await dashboard.expectFigure('household.listed', 20);
  await dashboard.expectFigure('household.helped', 6);
  expect(await dashboard.receiptRows()).toMatchObject({ read: 20, kept: 20, quarantined: 0 });
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('ส่งงาน.zip › ส่งงาน/หนึ่ง.csv');
  await expect(dialog).toContainText('windows-874');
  await expect(dialog).toContainText('ส่งงาน/รูป.jpg');
});

const rows = table(15, 6);
const others: readonly ChosenFile[] = [
  { name: 'ก.ods', content: workbook({ ก: rows }, 'ods') },
  { name: 'ก.parquet', content: parquet(rows, 'SNAPPY') },
  { name: 'ก.zst.parquet', content: parquet(rows, 'ZSTD') },
  { name: 'ก.arrow', content: arrow(rows) },
  { name: 'ก.json', content: json(rows, 'objects') },
  { name: 'ก.txt', content: encode(rows.map((row) => row.join('\t')).join('\r\n'), 'utf-16le', true) },
];
test('tables of other programs open as they are', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  for (const [turn, other] of others.entries()) {
    // A household more each time, so that the figures tell one file from the one before.
    await dashboard.choose(logbook('ก่อน.csv', households(1 + turn, 1)));
    await dashboard.expectFigure('household.listed', 1 + turn);
    await dashboard.settled();
    await dashboard.choose(other);
    await dashboard.expectFigure('household.listed', 15);
    await dashboard.expectFigure('household.helped', 6);
    await dashboard.settled();
  }
});

test('what would swell beyond measure, and garbled Thai, are refused in words', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const before = await dashboard.figure('household.need');
  const garbled = new TextDecoder('windows-1252').decode(encode(text(rows), 'windows-874'));
  for (const [file, words] of [
    [{ name: 'ระเบิด.zip', content: bomb(40 * 2 ** 20) }, /ใหญ่ผิดปกติ/],
    [{ name: 'ระเบิด.xlsx', content: bomb(40 * 2 ** 20, 40 * 2 ** 20, 'xl/workbook.xml') }, /ใหญ่ผิดปกติ/],
    [{ name: 'เพี้ยน.csv', content: garbled }, /เพี้ยน/],
    [{ name: 'ขาด.xlsx', content: workbook({ ก: rows }).subarray(0, 2_000) }, /เสียหาย/],
  ] as const) {
    await dashboard.choose(file);
    const message = page.getByRole('alert').filter({ hasText: words });
    await expect(message).toContainText(file.name);
    await dashboard.settled();
    expect(await dashboard.figure('household.need')).toBe(before);
  }
});
