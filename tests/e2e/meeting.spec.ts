/** Meeting mode: a file with planted names, numbers and codes is opened, and nothing of it is found anywhere while others look on. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { Dashboard, opening, truthOf } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { everything, foundIn, overhear, secretHeads, secretsOf } from './planted.ts';

test.setTimeout(240_000);

/** Rows of two amphoe of ปัตตานี, each with what is planted, in a village that nobody else has. */
function plantedFile(): { content: string; planted: readonly string[] } {
  const tambon = [
    ['941001', 'ยะรัง', 'ยะรัง'],
    ['941002', 'สะดาวา', 'ยะรัง'],
    ['940101', 'สะบารัง', 'เมืองปัตตานี'],
    ['940151', 'เทศบาลปลูกพยาน', 'เมืองปัตตานี'],
  ] as const;
  const statuses = ['ช่วยเหลือแล้ว', 'ยังรอการช่วยเหลือ', 'อยู่ระหว่างดำเนินการ'];
  const secrets = Array.from({ length: 200 }, (_, row) => secretsOf(row));
  const rows = secrets.map((own, row) =>
    [
      ...[...own, ...(tambon[row % 4] ?? tambon[0]), 'ปัตตานี', '29/06/2565', 'สงเคราะห์'],
      ...[row % 3 === 0 ? 1 : '', 1, statuses[row % 3]],
    ].join(','),
  );
  const heads = `${secretHeads},รหัสตำบล,ตำบล,อำเภอ,จังหวัด,ณ วันที่,ประเภทครัวเรือน,มิติสุขภาพ,มิติการมีรายได้,สถานะการช่วยเหลือ`;
  return { content: `${heads}\n${rows.join('\n')}\n`, planted: [...secrets.flat(), 'เทศบาลปลูกพยาน'] };
}
const tellTale = 'รายชื่อลับ-ปลูกไว้ในชื่อไฟล์.csv';

const views = [
  '?meeting=1',
  '?meeting=1&level=tambon',
  '?meeting=1&level=province',
  '?meeting=1&area=9410&level=tambon',
  '?meeting=1&area=940151&level=tambon',
  ...['health', 'income', 'unspecified'].map((id) => `?meeting=1&level=tambon&dimension=${id}`),
  ...['welfare', 'unclassified'].map((id) => `?meeting=1&class=${id}`),
  ...['waiting', 'in_progress', 'helped', 'unknown'].map((id) => `?meeting=1&level=tambon&status=${id}`),
  '?meeting=1&urgent=1',
  '?meeting=1&lang=en&measure=household.helped_share&level=tambon',
];

test('nothing that was planted is seen, heard or linked to, in no view, and no small figure', async ({
  page,
  context,
}) => {
  const { content, planted } = plantedFile();
  const secrets = [...planted, tellTale, tellTale.replace('.csv', '')];
  const said = overhear(context, page);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose({ name: tellTale, content });
  await expect(page.locator('[data-notice="imported"]')).toBeVisible({ timeout: 120_000 });
  await dashboard.settled();
  expect(await everything(page)).toContain(tellTale);
  // The list of rows is open, with what identifies in sight, when the key is pressed.
  await page.locator('[data-open="rows"]').click();
  await expect(page.locator('[data-row="0"]:not([aria-busy])')).toBeVisible({ timeout: 60_000 });

  const tookMs = await page.evaluate(async () => {
    const startMs = performance.now();
    dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyM', bubbles: true }));
    while (!document.querySelector('[data-meeting]') || document.querySelector('[data-row], [data-notice="imported"]'))
      await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - startMs;
  });
  console.log(`meeting mode is seen after ${Math.round(tookMs)} ms`);
  const find = async (where: string): Promise<void> => {
    expect(foundIn(await everything(page), secrets), where).toEqual([]);
  };
  await find('on the spot');
  await expect(page.locator('html:not([data-busy]) [data-map-ready="true"]')).toBeVisible({ timeout: 120_000 });

  for (const view of views) {
    await dashboard.turnTo(view);
    await find(view);
    const figures = await page.locator('main [data-measure]').evaluateAll((all) =>
      all
        .filter((one) => /^(household|need)\./.test(one.getAttribute('data-measure') ?? ''))
        .filter((one) => !/share/.test(one.getAttribute('data-measure') ?? ''))
        .map((one) => (one instanceof HTMLDataElement ? one.value : (one.getAttribute('data-value') ?? ''))),
    );
    expect(figures.length).toBeGreaterThan(0);
    for (const value of figures) expect(value, view).toMatch(/^(|0|lt10|[1-9]\d+|no_data|withheld)$/);
  }
  await dashboard.turnTo('?meeting=1');
  await dashboard.expectFigure('household.listed', 200);

  // What was asked for before is not had by going back, by keys, nor by a link; and what can't be had is said.
  await page.goBack();
  await expect(page.locator('[data-meeting]')).toBeVisible();
  await dashboard.turnTo('?rows=household.pending&panel=moves&dimension=health,income&map=circles');
  await expect(page.locator('[data-notice="meeting-reduced"]')).toBeVisible();
  expect(new URL(page.url()).search).toBe('?dimension=health&meeting=1');
  for (const key of ['?', 'Control+k']) await page.keyboard.press(key);
  await expect(page.locator('html[data-explaining], [data-row], [data-tool]')).toHaveCount(0);
  await find('after keys');
  expect(foundIn(said.join('\n'), secrets), 'console, addresses').toEqual([]);
  await page.locator('h1').click();

  // Leaving is asked; Enter stays.
  await page.keyboard.press('m');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('[data-meeting]')).toBeVisible();
  await page.locator('[data-leave="meeting"]').click();
  await page.locator('[data-leave="confirmed"]').click();
  await expect(page.locator('[data-meeting]')).toHaveCount(0);
  await dashboard.settled();
  await expect(page.locator('[data-open="rows"]')).toBeVisible();
});

/** From the key to the first figure that is told. */
const figuresMs = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const startMs = performance.now();
    dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyM', bubbles: true }));
    const isTold = (): boolean =>
      document.querySelector('[data-meeting]') !== null &&
      document.querySelector<HTMLDataElement>('[data-panel="figures"] [data-measure="household.listed"]')?.value !== '';
    while (!isTold() || document.querySelector('[data-panel="figures"] [data-measure]') === null)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - startMs;
  });

test('the sample’s figures stand at once, and under a filter none that is not told', async ({ page }) => {
  const fetched = page.waitForResponse(/sample\/cubes\/94\.2022-06-29\.json$/);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const tookMs = await figuresMs(page);
  console.log(`the sample's figures of a meeting stand after ${Math.round(tookMs)} ms`);
  expect(tookMs).toBeLessThan(1000);
  expect((await fetched).ok()).toBe(true);
  await dashboard.settled();
  await expect(page.getByRole('button', { name: dashboard.texts.finding.lasso })).toHaveCount(0);
  const figure = (measure: string) => page.locator(`[data-panel="figures"] data[data-measure="household.${measure}"]`);
  for (const measure of ['urgent_pending', 'over_capacity']) await expect(figure(measure)).toHaveCount(1);
  await dashboard.turnTo('?meeting=1&dimension=health');
  for (const measure of ['urgent_pending', 'over_capacity']) await expect(figure(measure)).toHaveCount(0);
  await expect(figure('pending')).toHaveCount(1);
});

test('an own file’s are told while they are awaited, can be left, and are there at once when foreseen', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const made = page.waitForEvent('worker', { predicate: (one) => /picture/.test(one.url()), timeout: 200_000 });
  const file = 'logbook-pattani-2565-06-29.csv';
  await dashboard.choose({ name: file, content: readFileSync(`data/sample/${file}`, 'utf8') });
  await expect(page.locator('[data-notice="imported"]')).toBeVisible({ timeout: 120_000 });
  await dashboard.settled();
  const startMs = performance.now();
  await page.keyboard.press('m');
  await expect(page.locator('[data-preparing] progress')).toBeVisible();
  await expect(page.locator('[data-panel="matrix"] [role="status"]')).toBeVisible();
  await expect.poll(() => page.locator('[data-preparing] progress').getAttribute('value')).toMatch(/^0\.\d/);
  // Left, and entered again: what was begun goes on.
  await page.locator('[data-leave="meeting"]').click();
  await page.locator('[data-leave="confirmed"]').click();
  await expect(page.locator('[data-meeting]')).toHaveCount(0);
  const worker = await made;
  await worker.waitForEvent('close', { timeout: 200_000 }).catch(() => undefined);
  console.log(`an own file's picture is made after ${Math.round(performance.now() - startMs)} ms`);
  await dashboard.settled();
  const tookMs = await figuresMs(page);
  console.log(`an own file's figures of a meeting stand after ${Math.round(tookMs)} ms, once foreseen`);
  expect(tookMs).toBeLessThan(1000);
  await dashboard.settled();
  await dashboard.expectFigure('household.listed', Number(truthOf(opening).province.listed));
});

test('a round looked at is foreseen while the page is at rest', async ({ page }) => {
  const dashboard = new Dashboard(page);
  const made = page.waitForEvent('worker', { predicate: (one) => /picture/.test(one.url()), timeout: 200_000 });
  await dashboard.open('?at=94.2022-07-10');
  const worker = await made;
  await worker.waitForEvent('close', { timeout: 200_000 });
  await dashboard.settled();
  expect(await figuresMs(page)).toBeLessThan(1000);
  await expect(page.locator('[data-preparing]')).toHaveCount(0);
});
