/** Journey: from the figures of the tools that follow the work to exactly their rows: each is explained, counted anew and listed. */
import type { Locator } from '@playwright/test';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './standing.ts';

/** A tool, how it is looked at, and figures of it by where they stand. */
const tools: readonly { readonly search: string; readonly figures: readonly string[] }[] = [
  {
    search: '?panel=longest',
    figures: [
      '.finding [data-measure="household.waiting_long"]',
      '[data-row-band="days_180"] data',
      '[data-row-band="unknown"] data',
      '[data-measure="household.age_least"]',
    ],
  },
  {
    search: '?panel=longest&age=stuck',
    figures: ['.finding [data-measure="household.stuck"]', '[data-row-area] [data-measure="household.stuck"]'],
  },
  {
    search: '?panel=plans&plans=agency',
    figures: [
      '[data-measure="household.planned"]',
      '[data-measure="household.unplanned"]',
      '[data-row-plan] [data-measure="household.planned_by_agency"]',
      '[data-row-plan] [data-measure="household.helped_of_plan_by_agency"]',
    ],
  },
  {
    search: '?panel=plans&plans=area&dimension=health',
    figures: ['[data-row-plan] [data-measure="household.helped_of_plan_by_area"]'],
  },
  {
    search: '?panel=teams',
    figures: [
      '[data-row-team="1"] [data-measure="household.by_team"]',
      '[data-row-team="1"] [data-measure="household.surveyed_share_by_team"]',
      '[data-row-team="1"] [data-measure="household.helped_by_team"]',
    ],
  },
  {
    search: '?panel=villages&area=9410',
    figures: [
      '[data-row-village] [data-measure="household.pending_by_village"]',
      '[data-row-village] [data-measure="household.need_by_village"]',
    ],
  },
  {
    search: '?panel=aspects&aspect=solution',
    figures: [
      '[data-row-trait] [data-measure="household.trait"][data-class="welfare"]',
      '[data-row-area] [data-measure="household.trait_pending"]',
      '[data-measure="household.trait_missing"]',
    ],
  },
  {
    search: '?panel=acts&acts=agency',
    figures: [
      '[data-row-act] [data-measure="household.acted_by_agency"]',
      '[data-measure="household.acted"]',
      'li [data-measure^="act."]',
    ],
  },
  { search: '?panel=reporting&at=94.2022-08-10', figures: ['[data-measure="household.idle"]'] },
];

for (const { search, figures } of tools)
  test(`figures of ${search} open their rows, and as many`, async ({ page }) => {
    test.slow();
    const dashboard = new Dashboard(page);
    await dashboard.open(search);
    for (const place of figures) {
      const figure: Locator = page.locator(`[data-tool] ${place}`).first();
      await expect(figure, place).toBeVisible({ timeout: 60_000 });
      await dashboard.settled();
      const value = Number(await figure.getAttribute('value'));
      await page.keyboard.press('?');
      await figure.click();
      const told = page.locator('[data-explained="told"]');
      await expect(told, place).toBeVisible({ timeout: 60_000 });
      const isOfActs = /act\./.test(place);
      if (!isOfActs) await expect(told.locator('[data-same]'), place).toHaveAttribute('data-same', 'true');
      await expect(told.locator('[data-explains="group"]')).not.toBeEmpty();
      await expect(told.locator('[data-explains="unit"]')).not.toBeEmpty();
      const part = told.locator('[data-measure="explained.part"]');
      const whole = (await part.count()) > 0 ? await part.getAttribute('value') : String(value);
      const group = (await told.locator('[data-explains="group"]').textContent()) ?? '';
      await told.locator('[data-open="behind"]').click();
      const listed = page.locator('data[data-measure="row.listed"]');
      await expect(listed).toBeVisible({ timeout: 60_000 });
      if (isOfActs) expect(Number(await listed.getAttribute('value'))).toBeGreaterThan(0);
      else await expect(listed, place).toHaveAttribute('value', String(whole));
      await expect(page.getByRole('dialog').locator('.finding').first()).toContainText(group);
      if (whole !== '0') {
        // However long a cell is, its row stands as the others do.
        await expect(page.locator('[data-row="0"]:not([aria-busy])')).toBeVisible({ timeout: 60_000 });
        const lefts = await page
          .locator('[role="grid"] [data-row] [data-column="status"]')
          .evaluateAll((all) => [...new Set(all.map((one) => Math.round(one.getBoundingClientRect().left)))]);
        expect(lefts, place).toHaveLength(1);
      }
      // No cell of the file is in the link.
      expect(decodeURIComponent(new URL(page.url()).search)).not.toMatch(/[ก-๙]/);
      await dashboard.closeDialog();
    }
  });
