/** Hot spots: too few areas say so, findings stand in plain words with their households, follow filters, and are the same every time. */
import type { Page } from '@playwright/test';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './standing.ts';

const tambon = '?panel=hotspots&level=tambon';

/** Each finding's first area and words, once the worker has answered. */
async function findings(page: Page): Promise<readonly (readonly [string | null, string])[]> {
  await expect(page.locator('[data-finding]').first()).toBeVisible();
  return await page
    .locator('[data-finding]')
    .evaluateAll((all) => all.map((one) => [one.getAttribute('data-finding'), one.textContent ?? ''] as const));
}

test('among few areas nothing is told; among all tambon the groups that stand out are, in the reader’s language', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=hotspots');
  const { hotspots } = dashboard.texts;
  await expect(page.getByText(hotspots.scarce('12', 'อำเภอ', '30'))).toBeVisible();
  await expect(page.locator('[data-finding]')).toHaveCount(0);
  await page.getByRole('button', { name: hotspots.toTambon }).click();
  await dashboard.expectParam('level', 'tambon');
  await dashboard.settled();

  const told = await findings(page);
  await dashboard.expectFigure('area.hotspot', told.length);
  for (const [, words] of told)
    expect(words).toMatch(/^\s*ต\.\S.*(สูง|ต่ำ)กว่าที่อื่น.*: [\d,]+ จาก [\d,]+ ครัวเรือน \(ร้อยละ \d+\.\d\)/);
  // The legend counts the areas of the groups.
  await expect(page.getByText(hotspots.legend.waiting).first()).toBeVisible();

  await dashboard.language('en');
  const english = await findings(page);
  expect(english.map(([code]) => code)).toEqual(told.map(([code]) => code));
  for (const [, words] of english)
    expect(words).toMatch(/(more|fewer) are still waiting than elsewhere, [\d,]+ of [\d,]+ households/);
});

test('the same figures give the same findings', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open(tambon);
  const first = await findings(page);
  await page.reload();
  await dashboard.settled();
  expect(await findings(page)).toEqual(first);
});

test('other figures give other findings, and where shares mean nothing none', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open(tambon);
  const first = await findings(page);
  await dashboard.turnTo(`${tambon}&dimension=health`);
  await expect.poll(async () => (await page.locator('#tool').textContent()) ?? '').not.toContain(first[0]?.[1]);
  await dashboard.turnTo(`${tambon}&status=waiting`);
  await expect(page.getByText(dashboard.texts.hotspots.silent)).toBeVisible();
  await dashboard.turnTo(tambon);
  expect(await findings(page)).toEqual(first);
});

test('a finding picked by keyboard is pressed, and let go again', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open(`${tambon}&look=round`);
  await findings(page);
  const finding = page.locator('[data-finding] button').first();
  await finding.focus();
  await page.keyboard.press('Enter');
  await expect(finding).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  await expect(finding).toHaveAttribute('aria-pressed', 'false');
  await expect(page.locator('[data-legend]').filter({ hasText: 'รอบข้าง' }).first()).toBeVisible();
});
