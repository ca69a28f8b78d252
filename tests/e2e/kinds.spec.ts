/** Proves the kinds of map: what is drawn is what was answered, of every snapshot and part; Back returns; what can't be compared is said. */
import type { Locator, Page } from '@playwright/test';
import { Dashboard, truthOf, type ChosenFile } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { test as standing } from './standing.ts';

const before = '94.2022-06-10';
const opening = '94.2022-06-29';

/** As on a machine without graphics: the areas then stand in the page, and can be read. */
async function withoutGraphics(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...asked: unknown[]) {
      return asked[0] === 'webgl2' ? null : (Reflect.apply(getContext, this, asked) as null);
    } as typeof getContext;
  });
}

/** The value of each area as it is drawn. */
async function drawn(map: Locator, attribute = 'data-area'): Promise<Readonly<Record<string, string>>> {
  const pairs = await map
    .locator(`[${attribute}][data-value]`)
    .evaluateAll(
      (all, name) => all.map((one) => [one.getAttribute(name) ?? '', one.getAttribute('data-value') ?? '']),
      attribute,
    );
  return Object.fromEntries(pairs) as Record<string, string>;
}
function pendingOf(snapshot: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(truthOf(snapshot).amphoe).map(([area, { pending }]) => [area, String(pending)]),
  );
}
/** A file of one date: households by their code and tambon, each waiting. */
function logbook(name: string, asOf: string, ...houses: readonly (readonly [string, string])[]): ChosenFile {
  const rows = houses.map(([house, tambon]) => [asOf, house, tambon, '✓', 'ยังรอการช่วยเหลือ'].join(','));
  return { name, content: ['ณ วันที่,รหัสบ้าน,รหัสตำบล,มิติสุขภาพ,สถานะการช่วยเหลือ', ...rows, ''].join('\n') };
}
async function choose(page: Page, control: string, value: string): Promise<void> {
  await page.locator(`[data-control="${control}"]`).click();
  await page.locator(`[role="option"][data-value="${value}"]`).click();
}

standing('the kind is chosen near the legend, stands in the address, and Back returns', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?renderer=svg');
  expect(dashboard.param('map')).toBeNull();
  await choose(page, 'mapKind', 'change');
  await dashboard.expectParam('map', 'change');
  await expect(page.locator('[data-compared]')).toContainText('10 มิถุนายน 2565');
  await expect(page.locator('[data-control="mapKind"]')).toBeFocused();
  await choose(page, 'mapKind', 'choropleth');
  await dashboard.expectParam('map', null);
  await expect(page.locator('[data-compared]')).toHaveCount(0);
  await page.goBack();
  await dashboard.expectParam('map', 'change');
  await dashboard.settled();
  await expect(page.locator('[data-compared]')).toBeVisible();
});

test('change is now less then, area by area and as a whole; circles are as large as their counts, upon areas shaded by a share', async ({
  page,
}) => {
  await withoutGraphics(page);
  const dashboard = new Dashboard(page);
  await dashboard.open('?map=change');
  const [now, then] = [truthOf(opening), truthOf(before)];
  const map = page.locator('[data-map-ready="true"]');
  const expected = Object.fromEntries(
    Object.entries(now.amphoe).map(([area, { pending }]) => [
      area,
      String(pending - (then.amphoe[area]?.pending ?? 0)),
    ]),
  );
  await expect.poll(() => drawn(map)).toEqual(expected);
  await dashboard.expectFigure('household.pending_change', now.province.pending - then.province.pending);
  // An area is told with its place among the changes: the one that waits for most more comes first.
  const worst = Object.entries(expected).sort(([, a], [, b]) => Number(b) - Number(a))[0]?.[0];
  await expect(map.locator(`path[data-area="${worst}"]`)).toHaveAttribute('aria-label', /อันดับ 1 จาก/);
  // The page's own figures are those of the snapshot at hand.
  await dashboard.expectFigure('household.pending', now.province.pending);

  await dashboard.turnTo('?map=change&with=94.2022-07-10&measure=household.helped_share');
  const later = truthOf('94.2022-07-10');
  const share = ({ helped, need }: { helped: number; need: number }): number => helped / need;
  await expect
    .poll(async () => Number((await drawn(map))['9410']))
    .toBeCloseTo(
      share(now.amphoe['9410'] ?? { helped: 0, need: 1 }) - share(later.amphoe['9410'] ?? { helped: 0, need: 1 }),
      6,
    );
  await expect(page.locator('figcaption').first()).toContainText('จุดร้อยละ');

  await dashboard.turnTo('?map=circles');
  expect(await drawn(map, 'data-circle')).toEqual(pendingOf(opening));
  await expect(map.locator('path[data-area="9410"]')).toHaveAttribute('data-measure', 'household.helped_share');
  const sizes = await map
    .locator('circle[data-circle]')
    .evaluateAll((all) =>
      all.map((one) => Number(one.getAttribute('r')) ** 2 / Number(one.getAttribute('data-value'))),
    );
  for (const size of sizes) expect(size).toBeCloseTo(sizes[0] ?? 0, 6);
  await expect(page.locator('[data-circle-legend] circle')).toHaveCount(3);
  // A share under its own filter says nothing; the circles still do.
  await dashboard.turnTo('?map=circles&status=waiting');
  await expect(map.locator('path[data-area="9410"]')).toHaveAttribute('data-value', 'not_applicable');
  await expect(map.locator('circle[data-circle="9410"]')).toHaveCount(1);
});

test('an area that one of the snapshots lacks has no data, and is no zero', async ({ page }) => {
  test.slow();
  await withoutGraphics(page);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(
    logbook('a.csv', '29/06/2565', ['94100000001', '941001'], ['94090000001', '940901']),
    logbook('b.csv', '29/05/2565', ['94100000001', '941001'], ['94100000002', '941001']),
  );
  await dashboard.expectParam('at', opening);
  await dashboard.settled();
  await choose(page, 'mapKind', 'change');
  await dashboard.settled();
  const map = page.locator('[data-map-ready="true"]');
  await expect.poll(async () => (await drawn(map))['9410']).toBe('-1');
  expect(Object.values(await drawn(map)).filter((value) => value === 'no_data')).toHaveLength(11);
  await expect(page.locator('[data-legend="zero"]')).toHaveCount(0);
});

test('where one snapshot alone is open, that is said, and the plain map stays', async ({ page }) => {
  test.slow();
  await withoutGraphics(page);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(logbook('one.csv', '29/06/2565', ['94100000001', '941001']));
  await dashboard.expectParam('at', opening);
  await dashboard.settled();
  for (const kind of ['change', 'beside', 'swipe']) {
    await choose(page, 'mapKind', kind);
    await expect(page.locator('[data-note="only-one"]')).toContainText('เปิดไฟล์');
    await dashboard.settled();
  }
});

standing('small maps of dimensions, classes and dates share one scale, and open what they show', async ({ page }) => {
  test.slow();
  await withoutGraphics(page);
  const dashboard = new Dashboard(page);
  await dashboard.open('?map=multiples');
  const maps = page.locator('[data-small-map]');
  await expect(maps).toHaveCount(5);
  // The whole of a dimension, and the sum of its areas, is what its own filter answers.
  const total = await dashboard.figure('household.pending', { dimension: 'health' });
  const health = await drawn(page.locator('[data-small-map="health"]'));
  await page.locator('[data-small-map="health"] path[data-area="9410"]').hover();
  await expect(page.locator('[data-small-map="income"] .hovered')).toHaveCount(1);
  await page.locator('[data-small-map="health"] button').click();
  await dashboard.expectParam('dimension', 'health');
  await dashboard.expectParam('map', null);
  await dashboard.settled();
  await dashboard.expectFigure('household.pending', total);
  const answered = await dashboard.byArea('household.pending');
  for (const [area, value] of Object.entries(health)) expect(Number(value), area).toBe(answered[area]);

  await page.goBack();
  await dashboard.expectParam('map', 'multiples');
  await expect(maps).toHaveCount(5);
  await choose(page, 'series', 'snapshots');
  await expect(maps).toHaveCount(6);
  for (const snapshot of [before, opening]) {
    const one = page.locator(`[data-small-map="${snapshot}"]`);
    expect(await drawn(one)).toEqual(pendingOf(snapshot));
    await expect(one.locator(`data[data-snapshot="${snapshot}"]`)).toHaveAttribute(
      'value',
      String(truthOf(snapshot).province.pending),
    );
  }
  // The same figures as a table, a column each.
  const table = page.locator('[data-small-table]');
  await table.locator('summary').click();
  for (const snapshot of [before, opening]) {
    const cells = await table
      .locator(`data[data-snapshot="${snapshot}"]`)
      .evaluateAll((all) => all.map((one) => [one.getAttribute('data-area') ?? '', (one as HTMLDataElement).value]));
    expect(Object.fromEntries(cells)).toEqual(pendingOf(snapshot));
  }
  await expect(table.getByRole('columnheader')).toHaveCount(1 + (await maps.count()));
  // A value has one colour in all of them.
  const colors = await maps
    .locator('path[data-area]')
    .evaluateAll((all) =>
      all.map((one) => [Number(one.getAttribute('data-value')), one.getAttribute('fill')] as const),
    );
  const sorted = [...colors].sort(([a], [b]) => a - b).map(([, color]) => color);
  expect(sorted.filter((color, index) => color !== sorted[index - 1]).length).toBe(new Set(sorted).size);

  await choose(page, 'series', 'classes');
  await expect(maps).toHaveCount(3);
  await page.locator('[data-small-map="welfare"] button').click();
  await dashboard.expectParam('class', 'welfare');
});

standing(
  'two snapshots stand side by side on one scale, or under a divider that keys and pointer move',
  async ({ page }) => {
    const dashboard = new Dashboard(page);
    await dashboard.open('?map=beside');
    const side = (key: string): Locator => page.locator(`[data-side="${key}"]`);
    expect(await drawn(side(opening))).toEqual(pendingOf(opening));
    expect(await drawn(side(before))).toEqual(pendingOf(before));
    await choose(page, 'against', '94.2022-09-10');
    await dashboard.expectParam('with', '94.2022-09-10');
    await expect.poll(() => drawn(side('94.2022-09-10'))).toEqual(pendingOf('94.2022-09-10'));
    await choose(page, 'against', 'household.need');
    await dashboard.expectParam('with', 'household.need');
    await expect.poll(() => drawn(side('household.pending'))).toEqual(pendingOf(opening));
    expect(Number((await drawn(side('household.need')))['9410'])).toBe(truthOf(opening).amphoe['9410']?.need);

    await choose(page, 'mapKind', 'swipe');
    const divider = page.locator('[data-pair="swipe"] [role="slider"]');
    await expect(divider).toHaveAttribute('aria-valuenow', '50');
    await divider.focus();
    await page.keyboard.press('ArrowRight');
    await expect(divider).toHaveAttribute('aria-valuenow', '52');
    await page.keyboard.press('Home');
    await expect(divider).toHaveAttribute('aria-valuenow', '0');
    await page.keyboard.press('PageUp');
    const box = await divider.boundingBox();
    if (!box) throw new Error('the divider has no place');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 200, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    expect(Number(await divider.getAttribute('aria-valuenow'))).toBeGreaterThan(30);
    await page.mouse.move(box.x - 100, box.y + 10);
    const held = await divider.getAttribute('aria-valuenow');
    await expect(divider).toHaveAttribute('aria-valuenow', held ?? '');
  },
);
