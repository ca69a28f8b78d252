/** Journey: what is planned and sent up, who sees to it, and the villages below the tambon, which add up to what the map says. */
import { read, utils } from '@e965/xlsx';
import { readFile } from 'node:fs/promises';
import { Dashboard, opening, truthOf } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { test as standing } from './standing.ts';
import { households, logbook } from './logbook.ts';

const truth = truthOf(opening);

standing(
  'plans are told by project, and go out as a form with a sheet for each dimension and no household',
  async ({ page }) => {
    test.slow();
    const dashboard = new Dashboard(page);
    await dashboard.open('?panel=plans');
    const tool = page.locator('[data-tool="plans"]');
    const figure = async (measure: string): Promise<number> =>
      Number(await tool.locator(`data[data-measure="${measure}"]`).first().getAttribute('value'));
    await expect(tool.locator('[data-row-plan]').first()).toBeVisible({ timeout: 60_000 });
    await dashboard.settled();
    const [households, budget] = [await figure('household.planned'), await figure('baht.planned')];
    expect(households).toBeGreaterThan(1000);
    await expect(tool.locator('[data-row-plan]')).toHaveCount(await figure('project.planned'));

    await tool.locator('[data-control="planGroup"]').click();
    await page.locator('[role="option"][data-value="month"]').click();
    await dashboard.expectParam('plans', 'month');
    await expect(tool.locator('[data-row-plan="2022-07"]')).toBeVisible();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      tool.locator('[data-save="sendup-xlsx"]').click(),
    ]);
    expect(download.suggestedFilename()).toContain('ปัตตานี');
    const book = read(await readFile(await download.path()));
    expect(book.SheetNames.at(-1)).toBe(dashboard.texts.sendup.file.about);
    let sum = 0;
    for (const name of book.SheetNames.slice(0, -1)) {
      const rows = utils.sheet_to_json<(string | number)[]>(book.Sheets[name]!, { header: 1 });
      expect(rows[0]).toEqual(dashboard.texts.sendup.file.columns);
      const total = rows.at(-1)!;
      sum += Number(total[6] ?? 0);
      const lines = rows.slice(1, -1);
      expect(lines.reduce((all, line) => all + Number(line[6] ?? 0), 0)).toBe(Number(total[6] ?? 0));
      expect(JSON.stringify(rows)).not.toMatch(/\d{11}|นามสมมุติ|แต่งขึ้น|ไม่มีจริง/);
    }
    expect(sum).toBe(budget);

    await tool.page().goto(`${new URL(page.url()).pathname}?panel=teams`);
    await expect(page.locator('[data-tool="teams"] [data-row-team="1"]')).toBeVisible({ timeout: 60_000 });
    await dashboard.settled();
    const teams = page.locator('[data-tool="teams"] data[data-measure="household.by_team"]');
    const counted = await teams.evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)));
    expect(counted.reduce((a, b) => a + b, 0)).toBe(truth.province.listed);
  },
);

standing('villages add up to the area with those unknown, and a row goes to its tambon', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=villages&area=9410');
  const tool = page.locator('[data-tool="villages"]');
  const shown = tool.locator('[data-row-village]');
  await expect(shown.first()).toBeVisible({ timeout: 60_000 });
  await dashboard.settled();
  const pending = await tool
    .locator('table data[data-measure="household.pending_by_village"]')
    .evaluateAll((all) => all.reduce((sum, one) => sum + Number((one as HTMLDataElement).value), 0));
  await dashboard.expectFigure('household.pending', pending);
  const key = (await shown.first().getAttribute('data-row-village')) ?? '';
  await shown.first().click();
  await dashboard.expectParam('area', key.slice(0, 6));
  await dashboard.settled();
  await expect(tool.locator(`[data-row-village="${key}"]`)).toBeVisible();
});

test('a file that tells of none of these says which columns to add, and offers the form', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=villages');
  await dashboard.choose(logbook('ปัตตานี 20-07-2565.csv', households(10, 4)));
  await dashboard.expectFigure('household.listed', 10);
  await expect(page.locator('[data-tool="villages"]')).toContainText(dashboard.texts.villages.noColumns);
  await page.locator('[data-control="tool"]').click();
  await page.locator('[role="option"][data-value="plans"]').click();
  const plans = page.locator('[data-tool="plans"]');
  await expect(plans).toContainText(dashboard.texts.sendup.noColumns);
  await expect(plans.getByRole('button', { name: dashboard.texts.mending.template.open })).toBeVisible();
});
