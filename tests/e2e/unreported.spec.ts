/** Journey: an amphoe that a round lacks is not reported, never zero: outside change and pace, and told so; the stale ones are told too. */
import { noValue } from '../../src/i18n/format.ts';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './standing.ts';

const missing = '1307';

test('a missing amphoe is not reported, and stands outside change and pace', async ({ page }) => {
  test.slow();
  const dashboard = new Dashboard(page);
  await dashboard.open('?at=13.2022-08-10&panel=reporting');
  const reporting = page.locator('[data-tool="reporting"]');
  await expect(reporting.locator('.finding')).toHaveAttribute('data-missing', missing, { timeout: 60_000 });
  const cell = reporting.locator(`[data-row-area="${missing}"] [data-round="2022-08-10"]`);
  await expect(cell).toHaveAttribute('data-reporting', 'missing');
  await expect(cell).toHaveText(dashboard.texts.reporting.states.missing);

  await dashboard.turnTo('?at=13.2022-08-10&panel=rounds');
  const rounds = page.locator('[data-tool="rounds"]');
  const row = rounds.locator(`[data-row-area="${missing}"]`);
  await expect(row).toContainText(dashboard.texts.moves.unreported, { timeout: 60_000 });
  await dashboard.settled();
  for (const measure of ['household.left', 'household.added', 'household.helped_net'])
    await expect(row.locator(`[data-measure="${measure}"]`), measure).toHaveText(noValue);
  await expect(rounds).toContainText(dashboard.texts.moves.outside);
  // The areas' counts are those of the whole: nobody of the missing amphoe is taken for gone.
  const left = await rounds
    .locator('[data-row-area] [data-measure="household.left"]')
    .evaluateAll((all) => all.reduce((sum, one) => sum + Number((one as HTMLDataElement).value), 0));
  const flows = await rounds
    .locator('[data-flow$=" absent"]')
    .evaluateAll((all) => all.reduce((sum, one) => sum + Number(one.getAttribute('data-value')), 0));
  expect(flows).toBe(left);

  await dashboard.turnTo('?at=13.2022-08-10&panel=pace');
  const pace = page.locator('[data-tool="pace"]');
  await expect(pace.locator('[data-outside]')).toHaveAttribute('data-outside', '1', { timeout: 60_000 });
  await expect(pace.locator(`[data-row-area="${missing}"]`)).toContainText(dashboard.texts.pace.states.outside);
  const perMonth = pace.locator(`[data-row-area="${missing}"] [data-measure="household.helped_per_month"]`);
  await expect(perMonth).toHaveText(noValue);

  // One household of it: the round that lacks its amphoe says nothing of it.
  await dashboard.turnTo(`?at=13.2022-09-10&rows=household.listed~area:${missing}`);
  await page.locator('[data-row="0"]:not([aria-busy])').click({ timeout: 60_000 });
  const history = page.locator('[data-history]');
  await expect(history.locator('tr[data-round="2022-08-10"]')).toContainText(
    dashboard.texts.households.one.unreported,
    { timeout: 120_000 },
  );
});

test('amphoe whose rows nobody touched are unchanged, and how many households that is', async ({ page }) => {
  test.slow();
  const dashboard = new Dashboard(page);
  await dashboard.open('?at=94.2022-08-10&panel=reporting');
  const tool = page.locator('[data-tool="reporting"]');
  for (const stale of ['9406', '9411']) {
    const row = tool.locator(`[data-row-area="${stale}"]`);
    await expect(row.locator('[data-round="2022-08-10"]')).toHaveAttribute('data-reporting', 'idle', {
      timeout: 60_000,
    });
    const idle = Number(await row.locator('[data-measure="household.idle"]').getAttribute('value'));
    expect(idle).toBe(Number((await dashboard.byArea('household.idle'))[stale]));
    expect(idle).toBeGreaterThan(100);
  }
});
