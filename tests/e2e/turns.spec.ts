/** Journey: files chosen while another import runs, or is just being called off, wait for their turn and are never lost. */
import type { Locator } from '@playwright/test';
import { Dashboard, type ChosenFile } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook } from './logbook.ts';

const undated = (name: string): ChosenFile => {
  const { content } = logbook(name, households(4, 1), '');
  return { name, content };
};

/** Presses a button and lets a file fall in one go: no time passes in which an import could end. */
async function pressAndDrop(button: Locator, { name, content }: ChosenFile): Promise<void> {
  await button.evaluate(
    (element: HTMLElement, [fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], fileName));
      element.click();
      dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
    },
    [name, String(content)] as const,
  );
}

test('a file that falls at once after an import was called off is opened', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const cancel = page.getByRole('button', { name: dashboard.texts.import.cancel });
  for (const count of [5, 6]) {
    await dashboard.choose(logbook('ใหญ่.csv', households(60_000, 4)));
    await pressAndDrop(cancel, logbook(`${count}.csv`, households(count, 4)));
    await dashboard.expectFigure('household.listed', count);
  }
  await expect(page.locator('[data-fault]')).toHaveCount(0);
});

test('a file that falls at once after a question was called off is opened', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(undated('ไม่มีวันที่.csv'));
  const cancel = page.getByRole('dialog').getByRole('button', { name: dashboard.texts.import.cancel }).last();
  await pressAndDrop(cancel, logbook('ต่อไป.csv', households(8, 4)));
  await dashboard.expectFigure('household.listed', 8);
});

test('a file that falls on the page while another is read waits, and the page says so', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(undated('ไม่มีวันที่.csv'));
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.locator('input[type="file"][name="logbook"]')).toBeDisabled();
  await dashboard.drop(logbook('รอก่อน.csv', households(9, 4)));
  await expect(page.locator('[data-waiting]')).toContainText('รอก่อน.csv');
  await page.getByRole('dialog').locator('button[type="submit"]').click();
  await dashboard.expectFigure('household.listed', 9);
  await expect(page.locator('[data-waiting]')).toHaveCount(0);
});
