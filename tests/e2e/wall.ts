/** Owns how a journey presents: the wall is opened, and exact figures are asked for as a closed committee does. */
import { expect, type Locator, type Page } from '@playwright/test';
import { Dashboard } from './dashboard.ts';

export const presented = (page: Page): Locator => page.locator('[data-presenting] .page > .slide');
export const idOf = (page: Page) => presented(page).getAttribute('data-slide');

export async function present(page: Page, search = ''): Promise<Dashboard> {
  const dashboard = new Dashboard(page);
  await dashboard.open(search);
  await page.locator('[data-open="presentation"]').click();
  await exactly(page);
  return dashboard;
}

/** As for a closed committee: what a meeting sees is worked out for a while, and other journeys look at it. */
export async function exactly(page: Page): Promise<void> {
  await page.mouse.move(300, 300);
  await page.mouse.move(320, 300);
  const protection = page.locator('[data-command="protection"]');
  await expect(protection).toHaveAttribute('aria-pressed', 'true');
  await protection.click();
  await page.locator('[data-leave="confirmed"]').click();
  await expect(protection).toHaveAttribute('aria-pressed', 'false');
  await expect(presented(page)).toBeVisible({ timeout: 60_000 });
}
