/** Journey: a file of one's own, by button and by drop, several at once, whole, broken and hopeless. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Dashboard, opening, truthOf, type ChosenFile } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { emptyFile, headerOnly, households, logbook, noKnownColumn, photo, withBrokenRecords } from './logbook.ts';

const truth = truthOf(opening);
const own = '94.2022-07-20';

/** The rows of a receipt add up, whatever the file was. */
function expectAccounted(rows: Readonly<Record<string, number>>): void {
  expect(rows.read).toBe((rows.kept ?? 0) + (rows.quarantined ?? 0) + (rows.set_aside ?? 0));
}

test('a file chosen by the button replaces the sample', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(logbook('ของเรา.csv', households(30, 12)));
  await dashboard.expectFigure('household.listed', 30);
  await dashboard.expectFigure('household.helped', 12);
  await dashboard.expectFigure('household.pending', 18);
  await dashboard.expectFigure('household.pending', 18, { area: '9401' });
  expect([null, own]).toContain(dashboard.param('at'));
  const rows = await dashboard.receiptRows();
  expect(rows).toMatchObject({ read: 30, kept: 30, quarantined: 0, set_aside: 0 });
  await expect(page.getByRole('dialog')).toContainText('ของเรา.csv');
  await dashboard.closeDialog();
  await expect(page.getByText('ของเรา.csv').first()).toBeVisible();
  await expect(page.getByText(/20 (ก\.ค\.|กรกฎาคม) 2565/).first()).toBeVisible();
});

test('several files fall on the page at once and become one snapshot', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.drop(logbook('หนึ่ง.csv', households(20, 5)), logbook('สอง.csv', households(10, 3, 21)));
  await dashboard.expectFigure('household.listed', 30);
  await dashboard.expectFigure('household.helped', 8);
  const rows = await dashboard.receiptRows();
  expect(rows).toMatchObject({ read: 30, kept: 30, quarantined: 0 });
  await expect(page.getByRole('dialog')).toContainText('หนึ่ง.csv');
  await expect(page.getByRole('dialog')).toContainText('สอง.csv');
});

test('files of two dates become two snapshots to choose from', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(
    logbook('ก่อน.csv', households(20, 5), '10/07/2565'),
    logbook('หลัง.csv', households(20, 9), '20/07/2565'),
  );
  await dashboard.expectFigure('household.listed', 20);
  await dashboard.lookAt('94.2022-07-10');
  await dashboard.expectFigure('household.helped', 5);
  await dashboard.lookAt('94.2022-07-20');
  await dashboard.expectFigure('household.helped', 9);
});

test('the whole sample file, opened as one’s own, gives the sample’s figures', async ({ page }) => {
  const dashboard = new Dashboard(page);
  const file = path.resolve(import.meta.dirname, '../../data/sample', truth.file);
  await dashboard.open('?at=13.2022-04-15');
  await dashboard.choose({ name: truth.file, content: readFileSync(file) });
  await dashboard.expectFigure('household.listed', 15_703);
  for (const measure of ['need', 'helped', 'pending'] as const) {
    await dashboard.expectFigure(`household.${measure}`, truth.province[measure]);
  }
  expectAccounted(await dashboard.receiptRows());
});

test('broken records are quarantined, seen with line and text, and counted', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(withBrokenRecords('มีแถวเสีย.csv'));
  await dashboard.expectFigure('household.listed', 10);
  const rows = await dashboard.receiptRows();
  expect(rows).toMatchObject({ read: 12, kept: 10, quarantined: 2 });
  expectAccounted(rows);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(dashboard.texts.receipt.quarantineTitle);
  for (const line of ['12', '13'])
    await expect(dialog.getByText(new RegExp(`(?<!\\d)${line}(?!\\d)`)).first()).toBeVisible();
  // The text of a record may name people: it is shown only when asked for.
  await expect(dialog.getByText('94010000011')).toHaveCount(0);
  await dialog.getByRole('button', { name: dashboard.texts.receipt.showOriginal }).first().click();
  await expect(dialog.getByText(/94010000011/).first()).toBeVisible();
});

const hopeless: readonly {
  readonly name: string;
  readonly file: ChosenFile;
  readonly says: RegExp;
  readonly inEnglish: RegExp;
}[] = [
  { name: 'an empty file', file: emptyFile, says: /ว่างเปล่า/, inEnglish: /empty/i },
  { name: 'a file with only a header', file: headerOnly, says: /มีแต่หัวตาราง/, inEnglish: /only|no rows|header/i },
  { name: 'a photo renamed .csv', file: photo(), says: /รูปภาพ|ไม่ใช่ตาราง/, inEnglish: /not|picture|image/i },
  {
    name: 'a file without any known column',
    file: noKnownColumn,
    says: /ไม่พบหัวตาราง/,
    inEnglish: /no (known )?column|header/i,
  },
];

for (const { name, file, says, inEnglish } of hopeless) {
  test(`${name} is refused in the reader’s language, and what was open stays`, async ({ page }) => {
    const dashboard = new Dashboard(page);
    for (const [search, words] of [
      ['?dimension=health', says],
      ['?dimension=health&lang=en', inEnglish],
    ] as const) {
      await dashboard.open(search);
      const before = await dashboard.figure('household.need');
      await dashboard.choose(file);
      const message = page.getByRole('alert').filter({ hasText: words });
      await expect(message).toBeVisible();
      await expect(message).toContainText(file.name);
      await dashboard.settled();
      expect(await dashboard.figure('household.need')).toBe(before);
      expect(Number(before)).toBe(truth.dimension.health?.count);
      expect(new URL(page.url()).search).toBe(search);
    }
  });
}

test('a hopeless file among good ones does not pass unnoticed', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(logbook('ดี.csv', households(10, 4)), photo());
  await expect(page.getByRole('alert').filter({ hasText: photo().name })).toBeVisible();
  await dashboard.settled();
});

test('households with unknown codes are kept, counted and said to be off the map', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const [first, second, ...rest] = households(10, 4);
  if (!first || !second) throw new Error('ten households were asked for');
  const nowhere = { tambonCode: '949999', tambon: 'ไม่มีที่นี่', amphoe: 'ไม่มีอำเภอนี้' };
  await dashboard.choose(logbook('รหัสแปลก.csv', [{ ...first, ...nowhere }, { ...second, ...nowhere }, ...rest]));
  await dashboard.expectFigure('household.listed', 10);
  await dashboard.expectFigure('household.off_map', 2);
  await dashboard.expectFigure('household.need', 8, { area: '9401' });
  const rows = await dashboard.receiptRows();
  expect(rows).toMatchObject({ read: 10, kept: 10, quarantined: 0 });
  expect(rows.warned).toBeGreaterThanOrEqual(2);
});

test('impossible dates are said, and the rows stay', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const all = households(10, 4).map((one, index) => (index < 2 ? { ...one, asOf: '31/02/2565' } : one));
  await dashboard.choose(logbook('วันที่ผิด.csv', all));
  await dashboard.expectFigure('household.listed', 10);
  const rows = await dashboard.receiptRows();
  expectAccounted(rows);
  expect((rows.warned ?? 0) + (rows.quarantined ?? 0)).toBeGreaterThanOrEqual(2);
  await expect(page.getByRole('dialog')).toContainText('31/02/2565');
});

test('a file without a date asks for one, and takes what is proposed', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(logbook('ไม่มีวันที่.csv', households(10, 4), ''));
  const dialog = page.getByRole('dialog', { name: dashboard.texts.import.ask.title });
  await expect(dialog).toBeVisible();
  const date = dialog.locator('input').first();
  if ((await date.inputValue()) === '') await date.fill('2022-07-20');
  await dialog.locator('button[type="submit"]').click();
  await dashboard.expectFigure('household.listed', 10);
});

test('text of a file is text on the page', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const markup = '<img src=x onerror=console.error(1)>';
  const all = households(10, 4).map((one) => ({ ...one, tambonCode: '940155', tambon: markup }));
  await dashboard.choose(logbook(`${markup}.csv`, all));
  await dashboard.expectFigure('household.listed', 10);
  await dashboard.receipt();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});
