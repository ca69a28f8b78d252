/** Proves that the printed briefing and book say what the screen says: on A4, page by page, read back from the PDF. */
import type { Page } from '@playwright/test';
import { compounds } from '../../src/i18n/compounds.ts';
import { formatOf } from '../../src/i18n/format.ts';
import { paperTexts } from '../../src/i18n/paper.ts';
import type { Language } from '../../src/model/text.ts';
import { readPdf, type PdfPage } from '../support/pdf.ts';
import { Dashboard, opening, truthOf } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { test as standing } from './standing.ts';

interface Sheets {
  readonly pages: readonly PdfPage[];
  /** As it stood beside the page: every figure, and the sentences over them. */
  readonly figures: readonly { readonly value: string; readonly text: string; readonly key: string }[];
  readonly titles: readonly string[];
}

const squeezed = (text: string): string => text.replace(/[\s\u200b]+/g, '');

/** Compound words of the sheets that lie on two lines. */
async function parted(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print' });
  const found = await page.locator('.paper-sheets').evaluate((sheets, words) => {
    const met: string[] = [];
    const own = (sheets as HTMLElement).style;
    // About as narrow as A4 that stands.
    own.width = '680px';
    for (const block of sheets.querySelectorAll('h1, h2, p, li, dt, dd, th, td')) {
      const text = block.textContent;
      for (const word of words.filter((one) => text.includes(one))) {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (
            let at = node.nodeValue?.indexOf(word) ?? -1;
            at >= 0;
            at = node.nodeValue?.indexOf(word, at + 1) ?? -1
          ) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + word.length);
            const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
            if (tops.size > 1) met.push(text);
          }
        }
      }
    }
    own.width = '';
    return met;
  }, compounds);
  await page.emulateMedia({ media: null });
  return found;
}

/** Prints as a reader does, but that the print dialog is held: then the browser makes the PDF of the same state. */
async function printed(
  dashboard: Dashboard,
  { part = 'deck', turn = 'portrait', ink = 'color' }: { part?: 'deck' | 'book'; turn?: string; ink?: string } = {},
): Promise<Sheets> {
  const { page } = dashboard;
  await page.evaluate(() => {
    delete document.documentElement.dataset.held;
    window.print = () => (document.documentElement.dataset.held = '');
  });
  await page.locator('[data-open="save"] button').click();
  await page.locator('[data-open="paper"]').click();
  const dialog = page.getByRole('dialog', { name: paperTexts[language(page)].title });
  await dialog.locator(`input[value="${part}"]`).check();
  for (const value of [turn, ink]) await dialog.locator(`input[value="${value}"]`).locator('xpath=..').click();
  await dialog.locator('button[type="submit"]').click();
  await expect(page.locator('html[data-held]')).toBeAttached({ timeout: 30_000 });
  const sheets = page.locator('.paper-sheets');
  const figures = await sheets.locator('data').evaluateAll((all) =>
    all.map((one) => ({
      value: (one as HTMLDataElement).value,
      text: one.textContent,
      key: ['measure', 'area', 'dimension', 'class', 'snapshot']
        .map((name) => one.getAttribute(`data-${name}`) ?? '')
        .join(' '),
    })),
  );
  const titles = await sheets.locator('h2').allTextContents();
  expect(await parted(page)).toEqual([]);
  const pages = readPdf(await page.pdf({ preferCSSPageSize: true }));
  await expect(sheets).toHaveCount(0);
  await expect(dialog).toHaveCount(0);
  return { pages, figures, titles };
}

const language = (page: Page): Language => (new URL(page.url()).searchParams.get('lang') === 'en' ? 'en' : 'th');

standing(
  'the briefing on paper has every figure of the screen, in the right characters, with head and foot on each page',
  async ({ page }) => {
    const dashboard = new Dashboard(page);
    await dashboard.open();
    const before = await page.evaluate(() => document.body.children.length);
    const { pages, figures, titles } = await printed(dashboard);
    const all = squeezed(pages.map(({ text }) => text).join(''));
    expect(pages.length).toBeGreaterThan(4);
    for (const [at, { width, height, text }] of pages.entries()) {
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
      expect(text).toContain('พุ่งเป้า · จังหวัดปัตตานี');
      expect(text).toContain('ข้อมูล ณ 29 มิถุนายน 2565');
      expect(text).toContain(`หน้า ${at + 1} / ${pages.length}`);
      expect(text).toContain('รหัสไฟล์');
      expect(text).not.toContain('\ufffd');
    }
    expect(figures.length).toBeGreaterThan(50);
    for (const { text } of figures) expect(all).toContain(squeezed(text));
    for (const title of titles) expect(all).toContain(squeezed(title));

    const truth = truthOf(opening).province;
    const format = formatOf('th');
    for (const [measure, count] of Object.entries({ need: truth.need, helped: truth.helped, pending: truth.pending })) {
      const own = figures.filter(({ key }) => [`household.${measure} 94   `, `household.${measure}    `].includes(key));
      expect(own.length, measure).toBeGreaterThan(0);
      for (const { value, text } of own) expect([value, text]).toEqual([String(count), format.count(count)]);
    }
    // Where a figure stands on the screen too, paper says the same.
    const shown = await page
      .locator('main data[data-measure][data-area]:not([data-dimension]):not([data-class])')
      .evaluateAll((some) =>
        some.map((one) => ({
          key: `${one.getAttribute('data-measure') ?? ''} ${one.getAttribute('data-area') ?? ''}   `,
          text: one.textContent,
        })),
      );
    const onPaper = new Map(figures.map(({ key, text }) => [key, text]));
    const both = shown.filter(({ key }) => onPaper.has(key));
    expect(both.length).toBeGreaterThan(10);
    for (const { key, text } of both) expect(onPaper.get(key), key).toBe(text);
    expect(await page.evaluate(() => document.body.children.length)).toBe(before);
  },
);

standing('the book has a page for every amphoe, lying, in ink, in Thai digits', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?digits=thai');
  const started = Date.now();
  const { pages, figures, titles } = await printed(dashboard, { part: 'book', turn: 'landscape', ink: 'mono' });
  console.log(`book of 12 amphoe as PDF: ${Date.now() - started} ms, ${pages.length} pages`);
  const all = pages.map(({ text }) => squeezed(text));
  for (const { width, height } of pages) expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
  expect(pages[0]?.text).toContain('ข้อมูล ณ ๒๙ มิถุนายน ๒๕๖๕');
  expect(pages[0]?.text).toMatch(/หน้า ๑ \/ [๑-๙]/);
  for (const { text } of figures) expect(all.join('')).toContain(squeezed(text));
  expect(figures.filter(({ text }) => /[0-9]/.test(text))).toEqual([]);
  const areas = new Set(figures.map(({ key }) => key.split(' ')[1]).filter((code) => code?.length === 4));
  expect(areas.size).toBe(12);
  expect(titles.length).toBeGreaterThanOrEqual(12);
});

standing('a briefing in English is printed in English', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?lang=en');
  const { pages } = await printed(dashboard, { turn: 'landscape' });
  for (const { text } of pages) {
    expect(text).toContain('As of 29 June 2022 (B.E. 2565)');
    expect(text.replace(/ศจพ\.จ\./g, '')).not.toMatch(/ยังรอ|ครัวเรือน|หน้า/);
  }
});

test('the guide opens at the foot, and tells the keys', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await page.locator('[data-open="help"]').click();
  const guide = page.locator('[data-guide]');
  await expect(guide.locator('h3')).toHaveCount(8);
  await expect(guide.locator('kbd').first()).toHaveText('/');
  await dashboard.closeDialog();
  await dashboard.language('en');
  await page.locator('[data-open="help"]').click();
  await expect(page.getByRole('dialog')).toContainText('ten minutes');
});

standing('the screen as it is goes to the printer without the dialog', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await page.evaluate(() => {
    window.print = () => {
      document.documentElement.dataset.held = document.querySelector('[role="dialog"], .paper-sheets') ? 'covered' : '';
    };
  });
  await page.locator('[data-open="save"] button').click();
  await page.locator('[data-open="paper"]').click();
  const dialog = page.getByRole('dialog', { name: paperTexts.th.title });
  await dialog.locator('input[value="screen"]').check();
  await expect(dialog.locator('input[value="mono"]')).toHaveCount(0);
  await dialog.locator('button[type="submit"]').click();
  await expect(page.locator('html')).toHaveAttribute('data-held', '');
});
