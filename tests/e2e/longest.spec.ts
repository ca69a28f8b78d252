/** Journey: who waits longest and who is stuck, the plan that begins with them, and where what households ask for can be met. */
import { Dashboard } from './dashboard.ts';
import { expect, test } from './standing.ts';

const numbers = async (dashboard: Dashboard, measure: string): Promise<readonly number[]> =>
  dashboard.page
    .locator(`[data-tool] [data-row-area] [data-measure="${measure}"]`)
    .evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)));
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

test('times waited stand in bands that add up, by area, and who is stuck is told with the rounds', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=longest');
  const finding = page.locator('[data-tool="longest"] .finding');
  await expect(finding).toHaveAttribute('data-look', 'median');
  await dashboard.settled();
  const pending = Number(await dashboard.figure('household.pending'));
  const bands = await page
    .locator('[data-row-band] data')
    .evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)));
  expect(sum(bands)).toBe(pending);
  expect(sum(await numbers(dashboard, 'household.pending'))).toBe(pending);
  const long = Number(await finding.locator('[data-measure="household.waiting_long"]').getAttribute('value'));
  expect(long).toBe(sum(bands.slice(2, 5)));

  await dashboard.turnTo('?panel=longest&age=stuck');
  await dashboard.settled();
  await expect(finding).toContainText('10 พ.ค.');
  const stuck = Number(await finding.locator('[data-measure="household.stuck"]').getAttribute('value'));
  expect(stuck).toBeGreaterThan(0);
  expect(sum(await numbers(dashboard, 'household.stuck'))).toBe(stuck);

  await dashboard.turnTo('?panel=longest&age=unsent');
  await dashboard.settled();
  const unsent = Number(await finding.locator('[data-measure="household.over_capacity_unsent"]').getAttribute('value'));
  expect(sum(await numbers(dashboard, 'household.over_capacity_unsent'))).toBe(unsent);
  await page.locator('[data-list="household.over_capacity_unsent"]').click();
  await expect(page.getByRole('dialog').locator('[data-measure="row.listed"]')).toHaveAttribute(
    'value',
    String(unsent),
  );

  // The first round known is one of fewer than three.
  await dashboard.turnTo('?panel=longest&age=stuck&at=94.2022-05-10');
  await dashboard.settled();
  await expect(finding).toContainText('อย่างน้อย 3 รอบ');
});

test('the plan can begin with those who have waited longest, and what is asked for is told by class and place', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=plan&aim=longest');
  await expect(page.locator('[data-plan]')).toBeVisible();
  await dashboard.settled();
  await dashboard.expectParam('aim', 'longest');
  await expect(page.locator('[data-tool="plan"]')).toContainText('รอเกิน 90 วัน');

  await dashboard.turnTo('?panel=aspects');
  await dashboard.settled();
  const finding = page.locator('[data-tool="aspects"] .finding');
  const row = (id: string) => page.locator(`[data-row-trait="${id}"]`);
  await row('capital').click();
  await dashboard.expectParam('trait', 'capital');
  await expect(finding).toContainText('ต้องการทุนประกอบอาชีพ');
  await dashboard.settled();
  const asking = Number(await finding.locator('[data-measure="household.trait_chosen"]').getAttribute('value'));
  const counts = await row('capital')
    .locator('[data-measure="household.trait"]')
    .evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)));
  expect(counts[0]).toBe(asking);
  expect(sum(counts.slice(1))).toBe(asking);
  expect(sum(await numbers(dashboard, 'household.trait'))).toBe(asking);
  await page.locator('input[type="radio"][value="skill"]').locator('xpath=..').click();
  await dashboard.expectParam('aspect', 'skill');
  await dashboard.expectParam('trait', null);
  await expect(finding).toHaveAttribute('data-aspect', 'skill');
});
