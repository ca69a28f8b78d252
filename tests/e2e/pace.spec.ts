/** Journey: an executive reads pace and forecast, moves the deadline, sees who has reported, and how far each step is. */
import { Dashboard } from './dashboard.ts';
import { test as alone } from './fixtures.ts';
import { expect, test } from './standing.ts';

const months = 365.25 / 12;

test('pace, forecast, table and map agree, and follow the deadline and the day in the settings', async ({ page }) => {
  test.slow();
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=pace');
  const finding = page.locator('[data-pace]');
  await expect(finding).toHaveAttribute('data-pace', 'moving');
  // The table of rounds is what the forecast is worked out from.
  await page.locator('[data-table="pace"] summary').click();
  const rounds = await page.locator('[data-table="pace"] tbody tr').evaluateAll((rows) =>
    rows.map((row) => ({
      asOf: row.querySelector('[data-snapshot]')?.getAttribute('data-snapshot') ?? '',
      need: Number(row.querySelector<HTMLDataElement>('[data-measure="household.need"]')?.value),
      helped: Number(row.querySelector<HTMLDataElement>('[data-measure="household.helped"]')?.value),
    })),
  );
  expect(rounds.map(({ asOf }) => asOf)).toEqual(['2022-05-10', '2022-06-10', '2022-06-29']);
  const slopes = rounds.flatMap((to, at) =>
    rounds.slice(0, at).map((from) => {
      const days = (Date.parse(to.asOf) - Date.parse(from.asOf)) / 86_400_000;
      return { helped: (to.helped - from.helped) / days, fall: (from.need - from.helped - to.need + to.helped) / days };
    }),
  );
  const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[1] ?? 0;
  const [helped, fall] = [middle(slopes.map((one) => one.helped)), middle(slopes.map((one) => one.fall))];
  const last = rounds.at(-1)!;
  const pending = last.need - last.helped;
  const finish = new Date(Date.parse(last.asOf) + Math.ceil(pending / fall - 1e-9) * 86_400_000);
  await expect(finding).toHaveAttribute('data-finish', finish.toISOString().slice(0, 10));
  const value = async (measure: string): Promise<number> =>
    Number(await finding.locator(`data[data-measure="${measure}"]`).getAttribute('value'));
  expect(await value('household.helped_per_month')).toBeCloseTo(helped * months, 6);
  expect(await value('household.required_per_month')).toBeCloseTo((pending / 93 + helped - fall) * months, 6);
  await expect(page.locator('[data-chart="burnup"]')).toBeVisible();
  await expect(page.locator('[data-map-ready="true"]')).toBeVisible();
  await expect(page.locator('[data-legend]').first()).toBeVisible();

  // By class the same households; by dimension and host agency needs, which overlap and say so.
  for (const split of ['classes', 'dimensions', 'agencies']) {
    await dashboard.turnTo(`?panel=pace&split=${split}`);
    await expect(page.locator('[data-tool="pace"] [data-row-part]').first()).toBeVisible();
  }
  await expect(page.locator('[data-tool="pace"]')).toContainText(dashboard.texts.pace.overlap);

  // A deadline of the reader's own is in the link, and in figures and plan alike.
  await dashboard.turnTo('?panel=pace&deadline=2022-12-31&today=2022-07-01');
  await dashboard.expectFigure('day.to_deadline', 183);
  expect(await value('household.required_per_month')).toBeCloseTo((pending / 183 + helped - fall) * months, 6);
  await expect(finding.locator('data[data-measure="day.early"]')).toBeVisible();
  await page.locator('[data-settings-open], .popover-trigger', { hasText: dashboard.texts.settings.title }).click();
  await page.locator('[data-control="term.day"]').fill('31');
  await page.locator('[data-control="term.day"]').press('Tab');
  await dashboard.expectParam('day', '31');
  await page.locator('[data-change="deadline"]').click();
  await page.locator('[data-control="term.deadline.day"]').fill('30');
  await dashboard.expectParam('deadline', '2022-12-30');
  await page.locator('[data-reset="term"]').click();
  for (const key of ['deadline', 'today', 'day']) await dashboard.expectParam(key, null);
  await page.keyboard.press('Escape');
  await dashboard.expectFigure('day.to_deadline', 93);
});

// Days of rounds that another journey asked for would be known already.
alone('every district is told of in each round, and the steps of help add up and filter', async ({ page }) => {
  test.slow();
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=funnel');
  const cross = page.locator('[data-table="funnel-cross"]');
  await expect(cross).toBeVisible({ timeout: 60_000 });
  const listed = Number(await dashboard.figure('household.listed'));
  await dashboard.expectFigure('household.funnel_listed', listed);
  await dashboard.expectFigure('household.funnel_done', Number(await dashboard.figure('household.helped')));
  const cells = await cross
    .locator('[data-cross] data')
    .evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)));
  expect(cells.reduce((sum, count) => sum + count, 0)).toBe(listed);
  // A number of the table is a filter, and the page then counts just these.
  const cell = cross.locator('[data-cross="not_surveyed.helped"]');
  const count = Number(await cell.locator('data').getAttribute('value'));
  expect(count).toBeGreaterThan(0);
  await cell.click();
  await dashboard.settled();
  await dashboard.expectFigure('household.helped', count);
  await expect(cell).toHaveAttribute('aria-pressed', 'true');
  await cell.click();
  await dashboard.expectParam('survey', null);

  await dashboard.turnTo('?panel=reporting');
  const matrix = page.locator('[data-tool="reporting"]');
  await expect(matrix.locator('[data-row-area]')).toHaveCount(12, { timeout: 60_000 });
  await expect(matrix.locator('[data-reporting]')).toHaveCount(36);
  await expect(matrix.locator('[data-last-update]').first()).toHaveAttribute('data-last-update', /^2022-06-/);
  await expect(matrix).toContainText('10 กรกฎาคม 2565');
  // Of the other rounds only that there are data is known, until their days are asked for.
  const unknown = matrix.locator('[data-round]:not([data-round="2022-06-29"])[data-reporting="undated"]');
  await expect(unknown).toHaveCount(24);
  await matrix.locator('[data-open="dates"]').click();
  await expect(matrix.locator('[data-open="dates"], [data-dating]')).toHaveCount(0, { timeout: 120_000 });
  await expect(unknown).not.toHaveCount(24);
});
