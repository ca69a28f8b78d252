/** Journey: who is host of what still waits, a link to just that, hosts changed and changed back, and who is recorded to have helped. */
import { Dashboard, opening, truthOf } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

const truth = truthOf(opening);
const waiting = (...dimensions: string[]): number =>
  dimensions.reduce((sum, id) => sum + (truth.dimension[id]?.pending ?? NaN), 0);

test('hosts owe what their dimensions still need; a row shows just these, and a link brings another reader there', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=agencies');
  const row = (agency: string) => page.locator(`[data-row-agency="${agency}"]`);
  const pending = (agency: string) => row(agency).locator('[data-measure="need.pending"]');
  await expect(row('social_development')).toBeVisible();
  // Two dimensions are one agency's; four agencies share one.
  await expect(pending('social_development')).toHaveAttribute('value', String(waiting('living', 'access')));
  await expect(pending('labour_office')).toHaveAttribute('value', String(waiting('income')));
  await expect(pending('interior')).toHaveAttribute('value', String(waiting('income')));
  await expect(page.locator('[data-tool="agencies"]')).toContainText(
    dashboard.texts.agencies.hosts.overlap('รายได้', '4'),
  );

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await row('health_office').click();
  await dashboard.expectParam('dimension', 'health');
  await page.getByRole('button', { name: dashboard.texts.agencies.hosts.link }).click();
  await expect(page.getByText(dashboard.texts.agencies.hosts.copied)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).searchParams.get('dimension')).toBe('health');

  await row('social_development').click();
  await dashboard.expectParam('dimension', 'living,access');
  await dashboard.settled();
  await expect(pending('social_development')).toHaveAttribute('value', String(waiting('living', 'access')));
  await row('social_development').click();
  await dashboard.expectParam('dimension', null);

  await dashboard.turnTo(new URL(link).search);
  await dashboard.expectParam('panel', 'agencies');
  await expect(dashboard.sentence).toContainText('สุขภาพ');
});

test('hosts are changed for a province, outlive the page, and go back to the usual ones', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=agencies');
  const texts = dashboard.texts.agencies;
  await page.getByRole('button', { name: texts.hosts.edit }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').nth(2).fill('มูลนิธิบ้านเรา');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'มูลนิธิบ้านเรา' })).toBeVisible();
  await dialog.getByRole('button', { name: texts.editing.close, exact: true }).click();
  const own = page.locator('[data-row-agency="มูลนิธิบ้านเรา"] [data-measure="need.pending"]');
  await expect(own).toHaveAttribute('value', String(waiting('education')));
  await expect(page.locator('[data-panel="matrix"]')).toContainText('มูลนิธิบ้านเรา');
  await page.reload();
  await dashboard.settled();
  await expect(own).toHaveAttribute('value', String(waiting('education')));
  await page.getByRole('button', { name: texts.hosts.edit }).click();
  await dialog.getByRole('button', { name: texts.editing.reset }).click();
  await dialog.getByRole('button', { name: texts.editing.close, exact: true }).click();
  await expect(own).toHaveCount(0);
});

test('acts of help add up by month, agency, dimension and kind, and what they leave open is asked', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=acts');
  const total = Number(await dashboard.figure('act.count'));
  expect(total).toBeGreaterThan(1000);
  for (const by of ['month', 'agency', 'dimension', 'kind']) {
    await page.locator(`input[type="radio"][value="${by}"]`).locator('xpath=..').click();
    await expect(page.locator(`[data-measure="act.by_${by}"]`).first()).toBeVisible();
    const counts = await page
      .locator(`[data-measure="act.by_${by}"]`)
      .evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
  }
  await expect(page.locator('[data-tool="acts"]')).toContainText(dashboard.texts.acts.questions);
  await dashboard.turnTo('?panel=agencies&who=helpers');
  await dashboard.expectFigure('act.count', total);
  await expect(page.locator('[data-row-act="health_office"] small').first()).toContainText(
    dashboard.texts.agencies.helpers.where,
  );
});
