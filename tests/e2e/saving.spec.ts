/** Journey: what is on the screen is saved as picture, workbook, table, areas, slides and message; read back, all say the screen's figures. */
import { readFileSync } from 'node:fs';
import { read, utils, type WorkSheet } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import type { Page } from '@playwright/test';
import { savingTexts } from '../../src/i18n/saving.ts';
import { readSlides } from '../support/slidefile.ts';
import { all, parseXml, textIn } from '../support/xml.ts';
import { Dashboard, opening, truthOf } from './dashboard.ts';
import { expect, test } from './standing.ts';

const { province } = truthOf(opening);
const texts = savingTexts.th;

async function open(page: Page): Promise<void> {
  await page.locator('[data-open="save"] button').click();
  await expect(page.locator('[data-save="screen-xlsx"]')).toBeEnabled();
}
async function saved(page: Page, which: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 100_000 }),
    page.locator(`[data-save="${which}"]`).click(),
  ]);
  await expect(page.locator('[data-saving="ready"]')).toBeVisible();
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
/** Figures as the screen has them, by measure and place. */
async function onScreen(
  page: Page,
  panel: string,
): Promise<readonly { value: string; measure: string; area: string }[]> {
  return await page.locator(`[data-panel="${panel}"] data`).evaluateAll((found) =>
    found.map((one) => ({
      value: (one as HTMLDataElement).value,
      measure: one.getAttribute('data-measure') ?? '',
      area: one.getAttribute('data-area') ?? '',
    })),
  );
}
const cellsOf = (sheet: WorkSheet | undefined): readonly (readonly unknown[])[] =>
  sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true }) : [];

test('the workbook and the table have the figures of the screen, numbers as numbers', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const [figures, ranking, matrix, classes] = await Promise.all(
    ['figures', 'ranking', 'matrix', 'classes'].map((panel) => onScreen(page, panel)),
  );
  await open(page);
  const { name, bytes } = await saved(page, 'screen-xlsx');
  expect(name).toBe('จังหวัดปัตตานี 29 มิ.ย. 2565.xlsx');
  const book = read(bytes, { cellNF: true });
  const { sheets } = texts;
  expect(book.SheetNames).toEqual([
    ...[sheets.figures, sheets.ranking, sheets.matrix, sheets.classes, sheets.definitions, sheets.about],
  ]);
  const told = new Map(cellsOf(book.Sheets[sheets.figures]).map((row) => [row[4], row]));
  for (const { measure, value } of figures!.filter(({ measure: id }) => !id.endsWith('_since')))
    expect(told.get(measure)?.[1], measure).toBe(Number(value));
  expect(told.get('household.pending')?.[1]).toBe(province.pending);
  for (const { measure, value } of figures!.filter(({ measure: id }) => id.endsWith('_since')))
    expect(told.get(measure.replace('_since', ''))?.[3], measure).toBe(Number(value));
  const numbers = (rows: readonly (readonly unknown[])[]): readonly number[] =>
    rows.flat().filter((cell): cell is number => typeof cell === 'number');
  const sorted = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);
  const onPanel = (found: typeof figures): readonly number[] => sorted((found ?? []).map(({ value }) => Number(value)));
  expect(sorted(numbers(cellsOf(book.Sheets[sheets.ranking])))).toEqual(onPanel(ranking));
  expect(sorted(numbers(cellsOf(book.Sheets[sheets.matrix])))).toEqual(onPanel(matrix));
  expect(sorted(numbers(cellsOf(book.Sheets[sheets.classes])))).toEqual(onPanel(classes));
  const shares = Object.values(book.Sheets[sheets.ranking]!).filter((cell) => (cell as { z?: string }).z === '0.0%');
  expect(shares.length).toBeGreaterThan(10);
  const about = cellsOf(book.Sheets[sheets.about]).flat().join('\n');
  expect(about).toContain('29 มิถุนายน 2565');
  expect(about).toContain(texts.about.filters);
  // Every definition is told.
  for (const row of cellsOf(book.Sheets[sheets.definitions])) expect(String(row[2]).length).toBeGreaterThan(5);

  const table = await saved(page, 'ranking-csv');
  const rows = parse(table.bytes, { bom: true }) as string[][];
  const areas = await dashboard.byArea('household.pending');
  const waiting = rows[0]!.findIndex((title) => title.includes('ยังรอ'));
  for (const row of rows.slice(1).filter(([, code]) => /^\d{4}$/.test(code ?? '')))
    expect(Number(row[waiting]), row[1]).toBe(areas[row[1]!]);
});

test('the map is saved as vectors and as pictures of each size, and the areas with their values', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const areas = await dashboard.byArea('household.pending');
  await open(page);
  const svg = await saved(page, 'picture-svg');
  const root = parseXml(svg.bytes.toString('utf8').replace(/<style>.*?<\/style>/s, ''));
  expect(svg.bytes.toString('utf8')).toContain('font/woff2;base64,');
  const drawn = all(root, 'path').filter(({ attributes }) => attributes['data-area']);
  expect(Object.fromEntries(drawn.map(({ attributes: at }) => [at['data-area'], Number(at['data-value'])]))).toEqual(
    Object.fromEntries(Object.entries(areas).filter(([code]) => /^94\d\d$/.test(code))),
  );
  const words = all(root, 'text').map(textIn).join('\n');
  for (const part of [await dashboard.sentence.innerText(), '29 มิถุนายน 2565', 'OCHA', 'ยะรัง', 'กม.'])
    expect(words.replaceAll(/\s/g, '')).toContain(part.replaceAll(/\s/g, ''));

  for (const [which, width] of [
    ['png1', 1280],
    ['png2', 2560],
    ['png4k', 3840],
  ] as const) {
    const png = await saved(page, `picture-${which}`);
    expect(png.bytes.readUInt32BE(16), which).toBe(width);
    const height = png.bytes.readUInt32BE(20);
    expect(Math.round((height / width) * 1280)).toBe(Number(root.attributes.height));
    // Not blank: the colours of the map are there, and at the top the title in its own ink.
    const met = await page.evaluate(
      async (url) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.width, image.height];
        const pen = canvas.getContext('2d')!;
        pen.drawImage(image, 0, 0);
        const pixels = (height: number): readonly string[] => {
          const { data } = pen.getImageData(0, 0, canvas.width, height);
          return Array.from({ length: data.length / 4 }, (_, at) => data.slice(at * 4, at * 4 + 3).join());
        };
        const head = pixels(Math.round(canvas.width * 0.07));
        return {
          colors: new Set(pixels(canvas.height)).size,
          ink: head.filter((one) => one === '29,26,22').length / head.length,
        };
      },
      `data:image/png;base64,${png.bytes.toString('base64')}`,
    );
    expect(met.colors, which).toBeGreaterThan(50);
    expect(met.ink, which).toBeGreaterThan(0.005);
  }

  const geo = JSON.parse((await saved(page, 'areas-geojson')).bytes.toString('utf8')) as {
    features: { id: string; properties: { value: number; name_th: string; name_en: string } }[];
  };
  for (const { id, properties } of geo.features) expect(properties.value, id).toBe(areas[id]);
  expect(geo.features.map(({ properties }) => properties.name_en)).toContain('Yarang');

  // Charts beside the map, too.
  await page.locator('[data-control="picture"]').click();
  await page.locator('[role="option"][data-value="matrix"]').click();
  const chart = parseXml((await saved(page, 'picture-svg')).bytes.toString('utf8').replace(/<style>.*?<\/style>/s, ''));
  const told = all(chart, 'text').filter(({ attributes }) => attributes['data-measure'] === 'need.pending');
  for (const { attributes } of told)
    await dashboard.expectFigure('need.pending', attributes['data-value']!, {
      dimension: attributes['data-dimension']!,
    });
});

test('the message is shown, says the screen’s figures, and is copied by one click', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await open(page);
  const shown = await page.locator('[data-message]').inputValue();
  expect(shown.length).toBeLessThanOrEqual(1000);
  expect(shown).toContain(province.pending.toLocaleString('en'));
  expect(shown).toMatch(/[▲▼]/);
  await page.locator('[data-save="line"]').click();
  await expect(page.getByText(texts.copied)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
});

test('the book has a page for each district within ten seconds, with the figures of the screen', async ({ page }) => {
  test.slow();
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const areas = await dashboard.byArea('household.pending');
  await open(page);
  const started = Date.now();
  const { name, bytes } = await saved(page, 'book-pptx');
  const ms = Date.now() - started;
  console.log(`book of 12 districts as PPTX: ${(ms / 1000).toFixed(1)} s, ${(bytes.length / 1e6).toFixed(1)} MB`);
  expect(name).toMatch(/\.pptx$/);
  const { slides, files } = readSlides(bytes);
  expect(slides.length).toBeGreaterThanOrEqual(13);
  const codes = Object.keys(areas).filter((code) => /^94\d\d$/.test(code));
  expect(codes).toHaveLength(12);
  const all12 = slides.flatMap(({ runs }) => runs);
  for (const code of codes) expect(all12, code).toContain(areas[code]!.toLocaleString('en'));
  const pictures = Object.entries(files).filter(([path]) => path.endsWith('.png'));
  expect(pictures.length).toBeGreaterThanOrEqual(12);
  for (const [path, png] of pictures) expect(Buffer.from(png).readUInt32BE(16), path).toBeGreaterThan(600);
});

test('a deck that is called off leaves no file, and the next one is made', async ({ page }) => {
  test.slow();
  const dashboard = new Dashboard(page);
  await dashboard.open('?lang=en');
  await open(page);
  let downloads = 0;
  page.on('download', () => (downloads += 1));
  await page.locator('[data-save="deck-pptx"]').click();
  await page.getByRole('button', { name: savingTexts.en.cancel }).click();
  await expect(page.getByText(savingTexts.en.cancelled)).toBeVisible();
  expect(downloads).toBe(0);
  const { bytes } = await saved(page, 'deck-pptx');
  const { slides } = readSlides(bytes);
  expect(slides.flatMap(({ runs }) => runs)).toContain(province.pending.toLocaleString('en'));
  for (const { root } of slides)
    for (const { attributes } of all(root, 'a:rPr')) expect(Number(attributes.sz)).toBeGreaterThanOrEqual(1800);
});
