/** Journey: a clerk is asked for a date or a province only where the file leaves it open, changes a date afterwards, and names agencies. */
import type { Locator } from '@playwright/test';
import { Dashboard, type ChosenFile } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook } from './logbook.ts';

const asking = (dashboard: Dashboard): Locator =>
  dashboard.page.getByRole('dialog', { name: dashboard.texts.import.ask.title });
const submit = (dashboard: Dashboard): Promise<void> => asking(dashboard).locator('button[type="submit"]').click();

async function typeDate(within: Locator, control: string, parts: readonly [string, string, string]): Promise<void> {
  const [day, month, year] = parts;
  await within.locator(`[data-control="${control}.day"]`).fill(day);
  await within.locator(`[data-control="${control}.month"]`).selectOption(month);
  await within.locator(`[data-control="${control}.year"]`).fill(year);
}

/** Five households that tell their tambon alone, and whatever they say of their province. */
const nowhere = (name: string, province: string): ChosenFile => ({
  name,
  content: [
    'รหัสบ้าน,ตำบล,จังหวัด,สถานะการช่วยเหลือ',
    ...[1, 2, 3, 4, 5].map((at) => `9401000000${at},หนองบัว,${province},ช่วยเหลือแล้ว`),
    '',
  ].join('\n'),
});

test('dates that disagree are asked about, the latest proposed, and one default button accepts it', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(logbook('ปัตตานี 29-06-2565.csv', households(10, 4), '10/06/2565'));
  await expect(asking(dashboard).locator('input[type="radio"]')).toHaveCount(3);
  await expect(asking(dashboard).locator('input[value="2022-06-29"]')).toBeChecked();
  await expect(asking(dashboard)).toContainText(dashboard.texts.import.dating.found.column);
  await submit(dashboard);
  await dashboard.expectParam('at', '94.2022-06-29');
  await dashboard.expectFigure('household.listed', 10);
});

test('a date of one’s own is typed in the Buddhist era, and a day that never was is refused', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(logbook('ปัตตานี 29-06-2565.csv', households(10, 4), '10/06/2565'));
  await asking(dashboard).locator('input[value="other"]').check();
  await typeDate(asking(dashboard), 'as_of:0', ['31', '6', '2565']);
  await expect(asking(dashboard)).toContainText(dashboard.texts.import.dating.noDate);
  await submit(dashboard);
  await expect(asking(dashboard)).toBeVisible();
  await typeDate(asking(dashboard), 'as_of:0', ['15', '6', '2565']);
  await expect(asking(dashboard)).toContainText(dashboard.texts.import.ask.asOfEra('15 มิถุนายน 2565'));
  await submit(dashboard);
  await dashboard.expectParam('at', '94.2022-06-15');
});

test('the date of a file is changed in its receipt, the view follows, and one step takes it back', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  // A sample's date is not the reader's to change.
  await dashboard.receipt();
  await expect(page.locator('[data-change]')).toHaveCount(0);
  await dashboard.closeDialog();
  await dashboard.choose(logbook('ปัตตานี.csv', households(10, 4), '10/06/2565'));
  await dashboard.expectParam('at', '94.2022-06-10');
  const dialog = await dashboard.receipt();
  await dialog.locator('[data-change="as_of.0"]').click();
  await typeDate(dialog, 'as_of.0', ['1', '7', '2565']);
  await dialog.getByRole('button', { name: dashboard.texts.import.dating.apply }).click();
  await dashboard.expectParam('at', '94.2022-07-01');
  await expect(dialog).toContainText(dashboard.texts.import.dating.from.corrected);
  await dialog.locator('[data-undo="as_of.0"]').click();
  await dashboard.expectParam('at', '94.2022-06-10');
  await dashboard.closeDialog();
  await dashboard.expectFigure('household.listed', 10);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('a file of two rounds becomes two snapshots, and its receipt says so', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const later = households(10, 8).map((one) => ({ ...one, asOf: '29/06/2565' }));
  await dashboard.choose(logbook('สองรอบ.csv', [...households(8, 2), ...later], '10/06/2565'));
  await dashboard.expectParam('at', '94.2022-06-29');
  await dashboard.expectFigure('household.helped', 8);
  await dashboard.lookAt('94.2022-06-10');
  await dashboard.expectFigure('household.listed', 8);
  await dashboard.expectFigure('household.helped', 2);
  const dialog = await dashboard.receipt();
  await expect(dialog).toContainText(dashboard.texts.import.dating.rounds);
  await expect(dialog.locator('[data-change]')).toHaveCount(0);
});

test('a province that is not told is asked for, and nothing opens until it is chosen', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(nowhere('บัญชี 29-06-2565.csv', ''));
  await expect(asking(dashboard)).toContainText(dashboard.texts.import.dating.chooseFirst);
  await submit(dashboard);
  await expect(asking(dashboard)).toBeVisible();
  await page.locator('[data-control="province:0"]').click();
  const names = await page.locator('[role="option"]').allTextContents();
  expect(names).toHaveLength(77);
  expect(names[0]).toContain('กระบี่');
  await page.locator('[role="option"][data-value="39"]').click();
  await submit(dashboard);
  await dashboard.expectParam('at', '39.2022-06-29');
  await dashboard.expectFigure('household.listed', 5);
});

test('a misspelt province is proposed and not taken for granted', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(nowhere('บัญชี 29-06-2565.csv', 'ปัตานี'));
  await expect(asking(dashboard)).toContainText('ปัตานี');
  await submit(dashboard);
  await dashboard.expectParam('at', '94.2022-06-29');
  await dashboard.expectFigure('household.listed', 5);
});

test('agencies are listed with what they became, and one as written is named by a click', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const whole = logbook('หน่วยงาน.csv', households(4, 4));
  const agencies = ['หน่วยงานที่ช่วยเหลือ', 'สสจ.ปัตตานี', 'มูลนิธิสมมุติ', 'มูลนิธิสมมุติ', 'อบต.รูสะมิแล'];
  const lines = String(whole.content).split('\r\n');
  const content = lines.map((line, at) => (line === '' ? '' : `${line},${agencies[at] ?? ''}`)).join('\r\n');
  await dashboard.choose({ name: whole.name, content });
  await dashboard.expectFigure('household.listed', 4);
  await expect(page.locator('[data-notice="unknown-values"]')).toHaveCount(0);
  await dashboard.receipt();
  await page.locator('[data-open="mapping"]').click();
  const mapping = page.getByRole('dialog', { name: dashboard.texts.mapping.title });
  await mapping.locator('input[type="radio"][value="values"]').locator('xpath=..').click();
  const rows = mapping.locator('tr[data-column="agency"]');
  await expect(rows.first()).toHaveAttribute('data-value', 'มูลนิธิสมมุติ');
  await page.locator('[data-control="value.agency.0"]').click();
  await page.locator('[role="option"][data-value="red_cross"]').click();
  await mapping.getByRole('button', { name: dashboard.texts.mapping.submit }).click();
  await expect(page.locator('[data-notice="corrections-used"]')).toBeVisible();
});
