/** Proves that no screen with a map has anything assistive technology trips over: every tool and kind, wide and narrow. */
import type { Page } from '@playwright/test';
import { toolIds } from '../../src/model/toolbox.ts';
import { mapKinds, seriesKinds } from '../../src/model/mapkind.ts';
import { countryFile } from '../support/country.ts';
import { violations } from './accessibility.ts';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

interface Screen {
  readonly search: string;
  /** What is opened on it. */
  readonly open?: (page: Page, dashboard: Dashboard) => Promise<void>;
}

/** Those with the map in WebGL come first, for it takes seconds to be made anew; SVG tells all that surrounds it, and the areas besides. */
const screens: readonly Screen[] = [
  { search: '' },
  { search: 'level=tambon' },
  { search: 'level=tambon&area=940901' },
  { search: 'level=tambon&per=surveyed&smooth=1&mid=average' },
  {
    search: 'dimension=health',
    open: async (page) => {
      await page.locator('[data-control="place"]').fill('ยะ');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  { search: 'level=tambon&renderer=svg' },
  ...toolIds.map((panel) => ({ search: `panel=${panel}&renderer=svg` })),
  { search: 'map=circles&renderer=svg' },
  { search: 'map=change&renderer=svg' },
  { search: 'pin=9401,9410,9407&renderer=svg' },
  {
    search: 'level=amphoe&renderer=svg',
    open: (page, dashboard) => page.getByRole('button', { name: dashboard.texts.classing.open }).click(),
  },
  {
    search: 'level=province&renderer=svg',
    open: (page, dashboard) => page.getByRole('button', { name: dashboard.texts.settings.title, exact: true }).click(),
  },
  {
    search: 'dimension=living&renderer=svg',
    open: (page) => page.locator('[data-control="place"]').fill('ฟฟฟฟฟฟ'),
  },
  { search: 'class=a&renderer=svg', open: (page) => page.locator('[data-control="measure"]').click() },
  {
    search: 'panel=hotspots&level=tambon&near=5&renderer=svg',
    open: (page) => page.locator('[data-spots-how] summary').click(),
  },
  // Several maps in the place of one.
  ...mapKinds
    .filter((map) => !['choropleth', 'circles', 'change'].includes(map))
    .map((map) => ({ search: `map=${map}&renderer=svg` })),
  ...seriesKinds.map((series) => ({ search: `map=multiples&by=${series}&renderer=svg` })),
  {
    search: 'map=multiples&level=tambon&renderer=svg',
    open: (page) => page.locator('[data-small-table] summary').click(),
  },
];

const wide = { width: 1366, height: 768 };
const narrow = { width: 390, height: 844 };
/** Every screen is seen in both languages and at both sizes; all four ways of each are the long proof's. */
const ways = [
  { language: 'th', size: wide, isLong: false },
  { language: 'en', size: narrow, isLong: false },
  { language: 'th', size: narrow, isLong: true },
  { language: 'en', size: wide, isLong: true },
] as const;

for (const { language, size, isLong } of ways)
  test(`nothing trips up assistive technology in ${language} at ${size.width} × ${size.height}`, async ({ page }) => {
    test.skip(isLong && !process.env.PHUNGPAO_LONG, 'npm run proof looks at these');
    test.setTimeout(480_000);
    await page.setViewportSize(size);
    const dashboard = new Dashboard(page);
    await dashboard.open(`?lang=${language}`);
    const found: Record<string, string[]> = {};
    const look = async ({ search, open }: Screen): Promise<void> => {
      await dashboard.turnTo(`?${[search, `lang=${language}`].filter(Boolean).join('&')}`);
      await open?.(page, dashboard);
      const all = await violations(page);
      if (all.length > 0) found[`${search} ${open ? 'opened' : ''}`] = all;
      if (open) await page.keyboard.press('Escape');
    };
    for (const screen of screens) await look(screen);
    await dashboard.choose(countryFile({ tambon: 1 }));
    await dashboard.expectParam('at', 'th.2022-06-29');
    await dashboard.settled();
    await look({ search: 'at=th.2022-06-29' });
    await look({ search: 'at=th.2022-06-29&renderer=svg&level=amphoe' });
    expect(found).toEqual({});
  });
