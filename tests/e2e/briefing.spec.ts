/** Journey: a briefing while others look on: no small figure and no file's name, on the wall, on paper, in no file that is saved. */
import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import type { Page } from '@playwright/test';
import { paperTexts } from '../../src/i18n/paper.ts';
import { readPdf } from '../support/pdf.ts';
import { slideFaults } from '../support/slides.ts';
import { readSlides } from '../support/slidefile.ts';
import { all, parseXml, textIn } from '../support/xml.ts';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

test.setTimeout(300_000);

const tellTale = 'รายชื่อลับในชื่อไฟล์';
/** Households by tambon and status, many of them small in number. */
const counts = [
  ['941001', 'ยะรัง', 'ยะรัง', 40, 33, 4],
  ['941002', 'สะดาวา', 'ยะรัง', 3, 2, 6],
  ['940101', 'สะบารัง', 'เมืองปัตตานี', 61, 7, 1],
  ['940501', 'มายอ', 'มายอ', 5, 3, 0],
] as const;

function smallFile(asOf: string): string {
  const statuses = ['ช่วยเหลือแล้ว', 'ยังรอการช่วยเหลือ', 'อยู่ระหว่างดำเนินการ'];
  let house = 94_100_000_000;
  const rows = counts.flatMap(([code, tambon, amphoe, ...by]) =>
    by.flatMap((count, status) =>
      Array.from({ length: count }, (_, at) =>
        [
          ...[(house += 7), code, tambon, amphoe, 'ปัตตานี', asOf, at % 3 === 0 ? 'สงเคราะห์' : 'พัฒนาได้'],
          ...[at % 4 === 0 ? 1 : '', 1, statuses[status]],
        ].join(','),
      ),
    ),
  );
  const heads = 'รหัสบ้าน,รหัสตำบล,ตำบล,อำเภอ,จังหวัด,ณ วันที่,ประเภทครัวเรือน,มิติสุขภาพ,มิติการมีรายได้,สถานะการช่วยเหลือ';
  return `${heads}\n${rows.join('\n')}\n`;
}

const isSmall = (value: unknown): boolean => /^[1-9๑-๙]$/.test(String(value));
/** A small number right before what it counts. */
const counted = /(?<![\d,.๐-๙])[1-9๑-๙][ \u00a0]*(?:ครัวเรือน|รายการ(?! ใน)|households?|needs?)/;

async function saved(page: Page, which: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    page.locator(`[data-save="${which}"]`).click(),
  ]);
  await expect(page.locator('[data-saving="ready"]')).toBeVisible();
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('wall, paper and every file of a meeting tell nothing small, and name no file', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose({ name: `${tellTale}.csv`, content: smallFile('29/06/2565') });
  await expect(page.locator('[data-notice="imported"]')).toBeVisible({ timeout: 120_000 });
  await dashboard.settled();
  const { presenting, briefing } = dashboard.texts;

  await page.locator('[data-open="presentation"]').click();
  const slide = page.locator('[data-presenting] .page > .slide');
  await expect(slide).toBeVisible({ timeout: 90_000 });
  await page.evaluate(() => document.fonts.ready);
  const met: string[] = [];
  for (let last = ''; ;) {
    const id = (await slide.getAttribute('data-slide')) ?? '';
    if (id === last) break;
    last = id;
    met.push(id);
    const values = await slide
      .locator('[data-measure]')
      .evaluateAll((some) =>
        some
          .filter((one) => /^(household|need)\./.test(one.getAttribute('data-measure') ?? ''))
          .map((one) => (one instanceof HTMLDataElement ? one.value : (one.getAttribute('data-value') ?? ''))),
      );
    expect(values.filter(isSmall), id).toEqual([]);
    const text = await slide.innerText();
    expect(text, id).not.toMatch(counted);
    expect(text, id).toContain(briefing.rounding);
    expect(await page.content(), id).not.toContain(tellTale);
    expect(await page.evaluate(slideFaults, 24)).toEqual([]);
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(60);
  }
  expect(met).toContain('amphoe-9410');
  // Districts are missing from the file: what is exact is not of all of them.
  expect(met.filter((id) => /^(longest|pace)/.test(id))).toEqual([]);

  // What is left out is said where the slides are edited.
  await page.mouse.move(300, 300);
  await page.mouse.move(320, 300);
  await page.locator('[data-command="edit"]').click();
  await expect(page.locator('[data-without="longest"]')).toContainText(presenting.editing.without.longest);
  await expect(page.locator('[data-without="pace"]')).toContainText(presenting.editing.without.pace);
  await page.getByRole('dialog').locator('footer button').click();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-presenting]')).toHaveCount(0);
  await expect(page.locator('[data-meeting]')).toBeVisible();
  await dashboard.settled();

  await page.locator('[data-open="save"] button').click();
  await expect(page.locator('[data-save="screen-xlsx"]')).toBeEnabled();
  const message = await page.locator('[data-message]').inputValue();
  expect(message).toContain(briefing.rounding);
  expect(message).not.toMatch(counted);

  const files = [];
  for (const which of ['screen-xlsx', 'ranking-csv', 'areas-geojson', 'picture-svg', 'deck-pptx'])
    files.push(await saved(page, which));
  const [book, table, areas, picture, deck] = files as [(typeof files)[0], ...typeof files] &
    Record<number, { name: string; bytes: Buffer }>;
  for (const { name, bytes } of files) {
    expect(name).not.toContain(tellTale);
    expect(bytes.includes(tellTale), name).toBe(false);
  }

  const { SheetNames, Sheets } = read(book.bytes);
  for (const name of SheetNames) {
    const cells = utils.sheet_to_json<unknown[]>(Sheets[name]!, { header: 1, raw: true }).flat();
    expect(
      cells.filter((cell) => typeof cell === 'number' && isSmall(cell)),
      name,
    ).toEqual([]);
    expect(cells.join('\n'), name).not.toContain(tellTale);
  }
  const [heads = [], ...lines] = parse(table!.bytes, { bom: true }) as string[][];
  // The first column is the rank.
  expect(lines.flatMap((cells) => cells.slice(1)).filter(isSmall)).toEqual([]);
  expect(heads.length).toBeGreaterThan(3);
  expect(lines.flat()).toContain(dashboard.texts.meeting.few);

  const { features } = JSON.parse(areas!.bytes.toString('utf8')) as { features: { properties: object }[] };
  const told = features.flatMap(({ properties }) => Object.values(properties) as unknown[]);
  expect(told.filter(isSmall)).toEqual([]);
  expect(told).toContain('lt10');
  const drawn = parseXml(picture!.bytes.toString('utf8').replace(/<style>.*?<\/style>/s, ''));
  expect(all(drawn, 'path').filter(({ attributes }) => isSmall(attributes['data-value']))).toEqual([]);
  const { slides, files: parts } = readSlides(deck!.bytes);
  slides.forEach(({ runs, charts }, at) => {
    // The page's own number is the one small number there.
    const small = runs.filter(isSmall).filter((run) => run !== String(at + 1));
    expect(small, `slide ${at + 1}`).toEqual([]);
    expect(charts.flat().flatMap(({ values }) => values.filter(isSmall))).toEqual([]);
    expect(runs.join('\n')).not.toMatch(counted);
    expect(runs.join('\n')).toContain(briefing.rounding);
  });
  for (const [path, bytes] of Object.entries(parts).filter(([path]) => /\.(xml|rels)$/.test(path)))
    expect(Buffer.from(bytes).includes(tellTale), path).toBe(false);
  expect(textIn(drawn)).not.toContain(tellTale);

  await page.evaluate(() => {
    window.print = () => (document.documentElement.dataset.held = '');
  });
  await page.locator('[data-open="paper"]').click();
  await page.getByRole('dialog', { name: paperTexts.th.title }).locator('button[type="submit"]').click();
  await expect(page.locator('html[data-held]')).toBeAttached({ timeout: 60_000 });
  const onPaper = await page
    .locator('.paper-sheets [data-measure^="household."], .paper-sheets [data-measure^="need."]')
    .evaluateAll((some) =>
      some.map((one) => (one instanceof HTMLDataElement ? one.value : (one.getAttribute('data-value') ?? ''))),
    );
  expect(onPaper.length).toBeGreaterThan(50);
  expect(onPaper.filter(isSmall)).toEqual([]);
  for (const { text } of readPdf(await page.pdf({ preferCSSPageSize: true }))) {
    expect(text).not.toMatch(counted);
    expect(text.replace(/\s+/g, '')).toContain(briefing.rounding.replace(/\s+/g, ''));
    expect(text).not.toContain(tellTale);
  }
});
