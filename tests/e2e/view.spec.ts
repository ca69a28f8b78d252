/** Journey: filter, drill in, Back, reload, a pasted link, another language; the URL holds it all. */
import { Dashboard, opening, truthOf } from './dashboard.ts';
import { test as alone } from './fixtures.ts';
import { expect, test } from './standing.ts';

const truth = truthOf(opening);
const health = truth.dimension.health ?? { count: 0, helped: 0, pending: 0 };

test('a filter goes through every figure, and its removal brings all back', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.filterByDimension('health');
  await dashboard.expectParam('dimension', 'health');
  // Folded over one dimension, a household is helped or pending as its one need is.
  await dashboard.expectFigure('household.need', health.count);
  await dashboard.expectFigure('household.pending', health.pending);
  await dashboard.expectFigure('need.pending', health.pending, { dimension: 'health' });
  await expect(dashboard.sentence).toContainText(/ครัวเรือนที่ยังรอการช่วยเหลือ.*ด้านสุขภาพ/);

  await page.getByRole('button', { name: dashboard.texts.filters.clear }).click();
  await dashboard.expectParam('dimension', null);
  await dashboard.expectFigure('household.need', truth.province.need);
});

test('every filter of the URL narrows the figures and is said in words', async ({ page }) => {
  const dashboard = new Dashboard(page);
  const words: readonly [string, RegExp][] = [
    ['class=welfare', /สงเคราะห์/],
    ['survey=not_surveyed', /ยังไม่สำรวจ/],
    ['urgent=1', /เร่งด่วน/],
    ['over=1', /เกินศักยภาพ/],
    ['locality=municipality', /ในเขตเทศบาล/],
    ['member=bedridden', /ผู้ป่วยติดเตียง/],
    ['dimension=health,education', /สุขภาพ.*การศึกษา/],
    ['together=income', /รอการช่วยเหลือในมิติรายได้เท่านั้น/],
    ['together=health,income', /พร้อมกันในมิติสุขภาพและรายได้เท่านั้น/],
  ];
  await dashboard.open();
  for (const [query, said] of words) {
    await dashboard.turnTo(`?${query}`);
    await expect
      .poll(async () => Number(await dashboard.figure('household.need')), { message: query })
      .toBeLessThan(truth.province.need);
    expect(Number(await dashboard.figure('household.need')), query).toBeGreaterThan(0);
    await expect(dashboard.sentence, query).toContainText(said);
    expect(await page.locator('[data-panel="notices"] .notice').count(), query).toBe(0);
  }
});

test('a cell of the matrix, the strip and the map agree once it is clicked', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  for (const [measure, shown, wanted] of [
    ['need.helped', 'household.helped', health.helped],
    ['need.pending', 'household.pending', health.pending],
  ] as const) {
    const cell = page.locator(`[data-panel="matrix"] [data-measure="${measure}"][data-dimension="health"]`);
    await cell.click();
    await dashboard.expectParam('dimension', 'health');
    await dashboard.expectFigure(shown, wanted);
    await dashboard.expectFigure('household.listed', wanted);
    await expect(cell).toHaveAttribute('value', String(wanted));
    const whole = page.locator('[data-panel="matrix"] [data-measure="need.count"][data-dimension="health"]');
    await expect(whole).toHaveAttribute('value', String(wanted));
    await cell.click();
    await dashboard.expectFigure('household.listed', truth.province.listed);
  }
});

test('under a status filter no share is shown', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?status=helped');
  await dashboard.expectFigure('household.helped', truth.province.helped);
  expect(['', null]).toContain(await dashboard.figure('household.helped_share'));
});

alone('drill into an amphoe and its tambon, Back, Forward, reload, paste', async ({ page, context }) => {
  const dashboard = new Dashboard(page);
  const yarang = truth.amphoe['9410'];
  await dashboard.open();
  await dashboard.drill('9410');
  await dashboard.expectParam('level', 'tambon');
  await dashboard.expectFigure('household.pending', yarang?.pending ?? -1);
  await expect(dashboard.sentence).toContainText(/ครัวเรือนที่ยังรอการช่วยเหลือ.*อ\.ยะรัง/);
  const tambons = await dashboard.byArea('household.pending');
  expect(Object.keys(tambons).filter((area) => area.length === 6).length).toBeGreaterThan(3);

  await dashboard.drill('941001');
  await dashboard.expectFigure('household.pending', tambons['941001'] ?? -1);

  await page.goBack();
  await dashboard.expectParam('area', '9410');
  await dashboard.expectFigure('household.pending', yarang?.pending ?? -1);
  await page.goBack();
  await dashboard.expectParam('area', null);
  await dashboard.expectFigure('household.pending', truth.province.pending);
  await page.goForward();
  await dashboard.expectFigure('household.pending', yarang?.pending ?? -1);

  await dashboard.filterByDimension('health');
  await dashboard.expectParam('dimension', 'health');
  const filtered = await dashboard.figure('household.pending');
  await page.reload();
  await dashboard.settled();
  await dashboard.expectFigure('household.pending', filtered);

  const other = new Dashboard(await context.newPage());
  await other.page.goto(page.url());
  await other.settled();
  await other.expectFigure('household.pending', filtered);
  expect(other.page.url()).toBe(page.url());
});

test('the breadcrumb leads back to the province', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?area=9410&level=tambon');
  const path = page.getByRole('navigation', { name: dashboard.texts.map.path });
  await path
    .getByRole('button', { name: /ปัตตานี/ })
    .or(path.getByRole('link', { name: /ปัตตานี/ }))
    .first()
    .click();
  await dashboard.expectParam('area', null);
  await dashboard.expectFigure('household.pending', truth.province.pending);
});

test('tambon is one click away', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.level('tambon');
  await dashboard.expectParam('level', 'tambon');
  const areas = Object.keys(await dashboard.byArea('household.pending'));
  expect(areas.filter((area) => area.length === 6).length).toBeGreaterThan(100);
});

alone('the language changes every word and no figure', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?dimension=health');
  await expect(page.locator('html')).toHaveAttribute('lang', 'th');
  await dashboard.language('en');
  await dashboard.expectParam('lang', 'en');
  await expect(dashboard.sentence).toContainText(/Households still waiting for help/);
  await expect(page.getByText('Pattani').first()).toBeVisible();
  await dashboard.expectFigure('household.pending', health.pending);
  // What is said in English holds no Thai, but for the switch itself and the name of the file.
  const thai = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { nodeValue, parentElement } = walker.currentNode;
      if (parentElement?.closest('script, noscript, style, [lang="th"], [data-own-words]')) continue;
      if (/[\u0E00-\u0E7F]/.test(nodeValue ?? '')) found.push(nodeValue ?? '');
    }
    return found;
  });
  expect(thai.filter((text) => !/^\s*(ไทย)\s*$/.test(text))).toEqual([]);
  await dashboard.language('th');
  await dashboard.expectParam('lang', null);
  await expect(dashboard.sentence).toContainText('ครัวเรือนที่ยังรอการช่วยเหลือ');
});

test('an unknown parameter falls back and says so', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  for (const query of ['measure=household.nonsense', 'dimension=health,nonsense', 'nonsense=1', 'level=moon', 'at=x']) {
    await dashboard.turnTo(`?${query}`);
    await dashboard.expectFigure('household.need', truth.province.need);
    await expect(dashboard.messages.filter({ hasText: query.split('=')[0] }).first(), query).toBeVisible();
  }
  await dashboard.open('?lang=en&level=moon');
  await expect(dashboard.messages.filter({ hasText: /level/ }).first()).toContainText(/link|not known|unknown/i);
});

test('an area of another province falls back to the province and says so', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?area=1301');
  await dashboard.expectFigure('household.need', truth.province.need);
  await expect(dashboard.messages.filter({ hasText: '1301' }).first()).toBeVisible();
});

alone('a link to a snapshot that is not loaded keeps the view and asks for the file', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await page.goto('./?at=50.2022-06-30&measure=household.helped&dimension=health');
  await expect(page.getByText(dashboard.texts.notices.absentHint)).toBeVisible();
  await expect(page.getByText(/เชียงใหม่/).first()).toBeVisible();
  await expect(page.getByText(/30 (มิ\.ย\.|มิถุนายน) 2565/).first()).toBeVisible();
  expect(dashboard.param('at')).toBe('50.2022-06-30');
  expect(dashboard.param('measure')).toBe('household.helped');
  expect(dashboard.param('dimension')).toBe('health');
  // No figure of another snapshot is passed off as the asked one's.
  expect(await dashboard.figure('household.need')).toBeNull();
  await expect(page.locator('input[type="file"][name="logbook"]')).toBeAttached();
});
