/** Journey: a clerk opens a list of persons and a record of help, sees what each row was taken for, and says otherwise. */
import type { Locator, Page } from '@playwright/test';
import { Dashboard, type ChosenFile } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook } from './logbook.ts';

/** Three members in each of two houses of ต.รูสะมิแล; one need in each. */
const people: ChosenFile = {
  name: 'รายคน 20-07-2565.csv',
  content: [
    'รหัสบ้าน,ลำดับสมาชิก,ชื่อ,รหัสตำบล,ผู้สูงอายุ,มิติสุขภาพ,สถานะการช่วยเหลือ',
    ...['94010000001', '94010000002'].flatMap((code) =>
      [1, 2, 3].map((seq) => `${code},${seq},สมมุติ,940110,${seq === 1 ? '✓' : ''},${seq === 2 ? '✓' : ''},ช่วยเหลือแล้ว`),
    ),
    '',
  ].join('\n'),
};
/** No date, no place, no status: help to the first two households, and to one that is on no list. */
const acts: ChosenFile = {
  name: 'บันทึกการช่วยเหลือ.csv',
  content: [
    'วันที่ช่วยเหลือ,รหัสบ้าน,มิติ,หน่วยงาน,กิจกรรม,งบประมาณ',
    '12/07/2565,94010000001,สุขภาพ,สสจ.,เยี่ยมบ้าน,',
    '13/07/2565,94010000009,สุขภาพ,พช.,มอบพันธุ์ไก่,3000',
    '14/07/2565,94010000999,รายได้,พช.,มอบพันธุ์ผัก,500',
    '',
  ].join('\n'),
};

const mapping = (dashboard: Dashboard): Locator =>
  dashboard.page.getByRole('dialog', { name: dashboard.texts.mapping.title });
async function checkHeaders(dashboard: Dashboard): Promise<void> {
  await dashboard.receipt();
  await dashboard.page.locator('[data-open="mapping"]').click();
  await mapping(dashboard).locator('input[type="radio"][value="headers"]').locator('xpath=..').click();
}
async function pick(page: Page, control: string, value: string): Promise<void> {
  await page.locator(`[data-control="${control}"]`).click();
  await page.locator(`[role="option"][data-value="${value}"]`).click();
}

test('rows of persons are households, can be told to be rows of households, and the telling is taken back', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(people);
  await dashboard.expectFigure('household.listed', 2);
  await dashboard.expectFigure('need.count', 2, { dimension: 'health' });
  expect(await dashboard.receiptRows()).toMatchObject({ read: 6, kept: 6, warned: 0 });
  await checkHeaders(dashboard);
  await expect(mapping(dashboard).locator('[data-grain]')).toHaveAttribute('data-grain', 'person');
  await pick(page, 'grain.0', 'wide');
  await mapping(dashboard).getByRole('button', { name: dashboard.texts.mapping.submit }).click();
  await expect(page.locator('[data-notice="corrections-used"]')).toBeVisible();
  expect(await dashboard.receiptRows()).toMatchObject({ read: 6, kept: 6, warned: 6 });
  await dashboard.closeDialog();
  await page.getByRole('button', { name: dashboard.texts.mapping.undo }).click();
  await expect(page.locator('[data-notice="corrections-used"]')).toHaveCount(0);
  expect(await dashboard.receiptRows()).toMatchObject({ read: 6, kept: 6, warned: 0 });
});

test('a record of help opened after its households joins them, and one snapshot stays', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(logbook('ปัตตานี.csv', households(10, 4)));
  await dashboard.expectFigure('household.listed', 10);
  await dashboard.choose(acts);
  await dashboard.expectFigure('household.listed', 11);
  await dashboard.expectFigure('household.helped', 4);
  await dashboard.expectFigure('household.need', 10);
  await dashboard.expectParam('at', '94.2022-07-20');
  // Help to a household that still waits, and to one that no list of households has.
  expect(await dashboard.receiptRows()).toMatchObject({ read: 13, kept: 13, quarantined: 0, set_aside: 0, warned: 2 });
  await dashboard.closeDialog();
  await page.locator('[data-control="asOf"]').click();
  await expect(page.locator('[role="option"]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  // Opened once more it takes its own place, and counts no act twice.
  await dashboard.choose(acts);
  await expect.poll(async () => (await dashboard.receiptRows()).read).toBe(13);
});

test('a record of help alone, over the sample, is a snapshot of its own whose date is asked', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(acts);
  const asking = page.getByRole('dialog', { name: dashboard.texts.import.ask.title });
  await asking.locator('button[type="submit"]').click();
  await dashboard.expectFigure('household.listed', 3);
  await dashboard.expectFigure('household.need', 0);
  await dashboard.expectParam('at', '94.2022-07-14');
  // Its households, opened afterwards, are read together with it; the snapshot of acts alone is gone.
  await dashboard.choose(logbook('ปัตตานี.csv', households(10, 4)));
  await dashboard.expectFigure('household.listed', 11);
  await dashboard.expectFigure('household.need', 10);
  await dashboard.expectParam('at', '94.2022-07-20');
  await expect(asking).toHaveCount(0);
  await page.locator('[data-control="asOf"]').click();
  await expect(page.locator('[role="option"]')).toHaveCount(1);
});
