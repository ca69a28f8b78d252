/** Journey: a clerk corrects what was understood: strange headers by hand, a word that nobody knows, and takes it back. */
import type { Locator, Page } from '@playwright/test';
import { Dashboard, type ChosenFile } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook } from './logbook.ts';

const strange = (name: string, first = 1): ChosenFile => ({
  name,
  content: [
    'เลขบ้าน,ทำเล,เขตปกครอง,อาการ,ผู้ดูแล',
    `9401000000${first},รูสะมิแล,เมืองปัตตานี,ช่วยเหลือแล้ว,นายสมมุติ ใจดี`,
    `9401000000${first + 1},รูสะมิแล,เมืองปัตตานี,ยังรอการช่วยเหลือ,นางสมมุติ ใจดี`,
    `9401000000${first + 2},รูสะมิแล,เมืองปัตตานี,ช่วยเหลือแล้ว,นายสมมุติ ดีใจ`,
    '',
  ].join('\n'),
});

/** Ten households: four helped, two of a word that nobody knows, four waiting. */
function closed(): ChosenFile {
  const whole = logbook('ปิดเคส.csv', households(10, 4));
  let seen = 0;
  const content = String(whole.content).replace(/ยังไม่ได้รับการช่วยเหลือ/g, (word) => (seen++ < 2 ? 'ปิดเคส' : word));
  return { name: whole.name, content };
}

async function pick(page: Page, control: string, value: string): Promise<void> {
  await page.locator(`[data-control="${control}"]`).click();
  await page.locator(`[role="option"][data-value="${value}"]`).click();
}
const asking = (dashboard: Dashboard): Locator =>
  dashboard.page.getByRole('dialog', { name: dashboard.texts.import.ask.title });
const mapping = (dashboard: Dashboard): Locator =>
  dashboard.page.getByRole('dialog', { name: dashboard.texts.mapping.title });

async function mapStrange(dashboard: Dashboard): Promise<void> {
  const { page } = dashboard;
  await expect(asking(dashboard)).toBeVisible();
  for (const [index, column] of ['house_code', 'tambon', 'amphoe', 'status'].entries())
    await pick(page, `columns:0.${index}`, column);
  await asking(dashboard).locator('button[type="submit"]').click();
}

test('a file with strange headers is mapped by hand, and the next one like it opens by itself', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(strange('แปลก 29-06-2565.csv'));
  await expect(asking(dashboard).getByRole('alert')).toContainText('แปลก 29-06-2565.csv');
  // Nothing is taken for anything until the reader says so, and no name is shown.
  await expect(asking(dashboard)).not.toContainText('ใจดี');
  await asking(dashboard).locator('button[type="submit"]').click();
  await expect(asking(dashboard)).toContainText(dashboard.texts.mapping.ask.lacks.place);
  await mapStrange(dashboard);
  await dashboard.expectFigure('household.listed', 3);
  await dashboard.expectFigure('household.helped', 2);

  await page.reload();
  await dashboard.settled();
  await dashboard.choose(strange('แปลกอีก 29-06-2565.csv', 4));
  await dashboard.expectFigure('household.listed', 3);
  await expect(page.locator('[data-notice="corrections-used"]')).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).not.toMatch(/ใจดี|9401|รูสะมิแล|ทำเล|เลขบ้าน/);

  // Forgotten, it is asked again; cancelled, all is as it was.
  await page.getByRole('button', { name: dashboard.texts.mapping.forget }).click();
  await expect(asking(dashboard)).toBeVisible();
  await dashboard.closeDialog();
  await dashboard.expectFigure('household.listed', 3);
});

test('an unknown word is told, the figures follow, and one step takes it back', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(closed());
  await dashboard.expectFigure('household.helped', 4);
  await dashboard.expectFigure('household.need', 8);
  await page.getByRole('button', { name: dashboard.texts.mapping.notice.tell }).click();
  await expect(mapping(dashboard).locator('tbody tr').first()).toHaveAttribute('data-value', 'ปิดเคส');
  await pick(page, 'value.status.0', 'helped');
  await mapping(dashboard).getByRole('button', { name: dashboard.texts.mapping.submit }).click();
  await dashboard.expectFigure('household.helped', 6);
  await dashboard.expectFigure('household.need', 10);
  await expect(await dashboard.receipt()).toContainText('2');
  await dashboard.closeDialog();

  await page.getByRole('button', { name: dashboard.texts.mapping.undo }).click();
  await dashboard.expectFigure('household.helped', 4);
  await dashboard.expectFigure('household.need', 8);
  await expect(page.locator('[data-notice="unknown-values"]')).toBeVisible();
});

test('a header that was read wrongly is corrected from the receipt', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const file = logbook('สลับ.csv', households(10, 4));
  // The health column has a header that says nothing.
  await dashboard.choose({ name: file.name, content: String(file.content).replace('มิติสุขภาพ', 'ช่อง 9') });
  await dashboard.expectFigure('household.listed', 10);
  await expect.poll(async () => Number(await dashboard.figure('need.count', { dimension: 'health' }))).toBe(0);
  await dashboard.receipt();
  await page.locator('[data-open="mapping"]').click();
  await mapping(dashboard).locator('input[type="radio"][value="headers"]').locator('xpath=..').click();
  await pick(page, 'header.0.8', 'health');
  await mapping(dashboard).getByRole('button', { name: dashboard.texts.mapping.submit }).click();
  await dashboard.expectFigure('need.count', 10, { dimension: 'health' });
  await dashboard.expectFigure('household.helped', 4);
});

test('a misspelt tambon is placed by one click, never by itself, and is forgotten with the page', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const all = households(10, 4).map((one, at) => (at < 3 ? { ...one, tambon: 'รูสะมิแร', tambonCode: '' } : one));
  await dashboard.choose(logbook('สะกดผิด.csv', all));
  await dashboard.expectFigure('household.listed', 10);
  await dashboard.level('tambon');
  await dashboard.expectFigure('household.off_map', 3);
  await page.getByRole('button', { name: dashboard.texts.mapping.notice.choose }).click();
  await mapping(dashboard).locator('[data-choose="940110"]').click();
  await mapping(dashboard).getByRole('button', { name: dashboard.texts.mapping.submit }).click();
  await dashboard.expectFigure('household.off_map', 0);
  await expect(page.locator('[data-notice="unplaced-names"]')).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});
