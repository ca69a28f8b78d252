/** Journey: what leaves the page and comes back: rows to be mended, the receipt saved and printed, the template filled in. */
import { read } from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Download, Page } from '@playwright/test';
import { openTablesFile } from '../../scripts/clickhouse/tablesfile.ts';
import { Dashboard, type ChosenFile } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook, withBrokenRecords } from './logbook.ts';

const out = path.resolve(import.meta.dirname, '../visual/out');

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all<Download | void>([
    page.waitForEvent('download'),
    page.locator(`[data-save="${button}"]`).click(),
  ]);
  const file = download as Download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test('broken rows are saved, mended and opened, and take their place beside the others', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(withBrokenRecords('มีแถวเสีย.csv'));
  await dashboard.expectFigure('household.listed', 10);
  await expect(await dashboard.receipt()).toContainText(dashboard.texts.mending.personal);
  const { name, bytes } = await saved(page, 'quarantine-csv');
  expect(name).toBe('รอแก้ มีแถวเสีย.csv');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.toString('utf8').split('\r\n');
  expect(lines[1]).toContain('มีแถวเสีย.csv,12,');

  // As a clerk would: the cells that were missing are filled in, the other row waits for another day.
  const cells = (lines[1] ?? '').split(',');
  const whole = '20/07/2565,94010000011,ปัตตานี,เมืองปัตตานี,รูสะมิแล,940110,พัฒนาได้,สำรวจแล้ว,1,0,0,0,0,ช่วยเหลือแล้ว,ไม่'.split(
    ',',
  );
  lines[1] = [...cells.slice(0, 4), ...whole, ...cells.slice(4 + whole.length)].join(',');
  await dashboard.closeDialog();
  await dashboard.choose({ name, content: lines.join('\r\n') });
  await dashboard.expectFigure('household.listed', 11);
  await dashboard.expectFigure('household.helped', 5);
  const rows = await dashboard.receiptRows();
  expect(rows).toEqual({ read: 14, kept: 11, quarantined: 1, set_aside: 2, warned: 0 });
  const dialog = page.getByRole('dialog');
  for (const file of ['มีแถวเสีย.csv', name])
    await expect(dialog.getByRole('heading', { name: file, exact: true })).toBeVisible();
});

test('cleaned tables are saved for a central database, after a question, with all that they are made of', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(withBrokenRecords('มีแถวเสีย.csv'));
  await dashboard.expectFigure('household.listed', 10);
  const receipt = await dashboard.receipt();
  let downloads = 0;
  page.on('download', () => downloads++);
  await receipt.locator('[data-save="tables"]').click();
  await expect(receipt).toContainText(dashboard.texts.mending.tables.title);
  expect(downloads).toBe(0);
  const [download] = await Promise.all<Download | void>([
    page.waitForEvent('download'),
    receipt.locator('[data-confirm="tables"]').click(),
  ]);
  const file = download as Download;
  expect(file.suggestedFilename()).toMatch(/^ตารางที่ทำความสะอาดแล้ว.*\.zip$/);
  const { manifest, receipt: kept, unpack } = await openTablesFile(await file.path());
  expect(manifest.snapshots).toMatchObject([{ province: '94', households: 10 }]);
  expect(manifest.rows.household).toBe(10);
  const all = manifest.parts.map((part) => Buffer.from(unpack(part)).toString('latin1')).join('');
  expect(all).toContain('94010000');
  expect(kept.rows.quarantined).toBe(2);
  // What was set apart as broken goes along as a count, not as it stood.
  expect(JSON.stringify(kept)).not.toContain('"fields"');
  await expect(receipt).toContainText(file.suggestedFilename());
});

test('broken rows are saved as a workbook in which nothing is calculated', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?lang=en');
  const file = withBrokenRecords('มีแถวเสีย.csv');
  await dashboard.choose({
    ...file,
    content: String(file.content).replace('20/07/2565,94010000011', '=1+1,94010000011'),
  });
  await dashboard.expectFigure('household.listed', 10);
  await dashboard.receipt();
  const { name, bytes } = await saved(page, 'quarantine-xlsx');
  expect(name).toBe('To mend มีแถวเสีย.xlsx');
  const sheet = Object.values(read(bytes).Sheets)[0] ?? {};
  expect(sheet.A1).toMatchObject({ t: 's', v: 'Original file' });
  expect(sheet.E2).toMatchObject({ t: 's', v: '=1+1' });
  expect(sheet.F2).toMatchObject({ t: 's', v: '94010000011' });
});

test('the receipt is saved as it is, and names nobody unless asked', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(withBrokenRecords('มีแถวเสีย.csv'));
  await dashboard.expectFigure('household.listed', 10);
  const dialog = await dashboard.receipt();
  const receipt = await saved(page, 'receipt');
  expect(receipt.name).toBe('ใบรับข้อมูล 94.2022-07-20.json');
  const told = JSON.parse(receipt.bytes.toString('utf8')) as { rows: unknown; files: { sha256: string }[] };
  expect(told.rows).toEqual({ read: 12, kept: 10, quarantined: 2, setAside: 0, warned: 0 });
  await expect(dialog).toContainText(told.files[0]?.sha256 ?? 'no hash');
  expect(receipt.bytes.toString('utf8')).not.toContain('94010000011');
  await dialog.getByLabel(dashboard.texts.mending.receipt.withTexts).check();
  expect((await saved(page, 'receipt')).bytes.toString('utf8')).toContain('94010000011');
});

test('the receipt alone is printed, whole, with totals by name and the file’s fingerprint', async ({ page }) => {
  const dashboard = new Dashboard(page);
  for (const language of ['th', 'en'] as const) {
    await dashboard.open(`?lang=${language}`);
    await dashboard.choose(stray, withBrokenRecords('มีแถวเสีย.csv'));
    await dashboard.expectFigure('household.listed', 16);
    const dialog = await dashboard.receipt();
    await expect(dialog.locator('[data-total="9401"]')).toHaveText(
      language === 'th' ? 'เมืองปัตตานี 16' : /^Mueang.* 16$/,
    );
    await page.screenshot({ path: path.join(out, `receipt-${language}.png`) });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('main')).toBeHidden();
    await expect(dialog.getByText(/[0-9a-f]{64}/).first()).toBeVisible();
    await expect(dialog.locator('details:not([open])')).toHaveCount(0);
    await expect(dialog.getByRole('button')).toHaveCount(0);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: null });
    await page.pdf({ path: path.join(out, `receipt-${language}.pdf`), preferCSSPageSize: true });
    await expect(page.locator('main')).toBeVisible();
  }
});

/** Households whose places are unknown in several ways. */
const stray: ChosenFile = logbook(
  'พื้นที่.csv',
  households(6, 2, 50).map((one, index) => ({
    ...one,
    tambonCode: index < 2 ? '940199' : '',
    tambon: index < 4 ? (index < 2 ? 'รูสะมิแล' : 'ไม่มีที่นี่') : '',
  })),
);

test('what is not on the map is shown with lines of the file', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?level=tambon');
  await dashboard.choose(stray);
  await dashboard.expectFigure('household.listed', 6);
  await page.getByRole('button', { name: dashboard.texts.badge.why }).click();
  const dialog = page.getByRole('dialog', { name: dashboard.texts.badge.title });
  const unknown = dialog.locator('[data-place="tambon_unknown"]');
  await unknown.locator('summary').click();
  await expect(unknown.locator('[data-example]')).toHaveText([/4: ไม่มีที่นี่/, /5: ไม่มีที่นี่/]);
  await dialog.locator('[data-place="tambon_blank"] summary').click();
  await expect(dialog.locator('[data-place="tambon_blank"] [data-example]')).toHaveText([/6/, /7/]);
  await page.screenshot({ path: path.join(out, 'on-map-examples.png') });
});

test('a file that was opened before is known again', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const file = logbook('หนึ่ง.csv', households(10, 4));
  await dashboard.choose(file);
  await dashboard.expectFigure('household.listed', 10);
  const again = page.locator('[data-notice="again"]');
  await expect(again).toHaveCount(0);
  await dashboard.settled();
  await dashboard.choose({ ...file, name: 'สอง.csv' });
  await expect(again).toHaveText([dashboard.texts.mending.again.loaded('สอง.csv')]);
  await dashboard.settled();
  await dashboard.choose(logbook('อื่น.csv', households(8, 4)));
  await dashboard.expectFigure('household.listed', 8);
  await expect(again).toHaveCount(0);
  await dashboard.settled();
  await dashboard.choose(file);
  await expect(again).toHaveText([dashboard.texts.mending.again.before('หนึ่ง.csv', 'หนึ่ง.csv')]);
});

test('the filled example is saved and opened without one doubt', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  for (const format of ['csv', 'xlsx']) {
    await page.getByRole('button', { name: dashboard.texts.mending.template.open }).click();
    await page.screenshot({ path: path.join(out, 'template.png') });
    const { name, bytes } = await saved(page, `example-${format}`);
    expect(name).toBe(`ตัวอย่าง Logbook.${format}`);
    expect((await saved(page, `blank-${format}`)).name).toBe(`แบบฟอร์ม Logbook.${format}`);
    await page.keyboard.press('Escape');
    await dashboard.choose({ name, content: bytes });
    await dashboard.expectFigure('household.listed', 12);
    expect(await dashboard.receiptRows()).toEqual({ read: 12, kept: 12, quarantined: 0, set_aside: 0, warned: 0 });
    await dashboard.closeDialog();
  }
});

test('the receipt fits a telephone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(withBrokenRecords('มีแถวเสีย.csv'));
  await dashboard.expectFigure('household.listed', 10);
  const dialog = await dashboard.receipt();
  await page.screenshot({ path: path.join(out, 'receipt-phone-th.png') });
  const body = dialog.locator('[data-receipt]');
  expect(await body.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
});
