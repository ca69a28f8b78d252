/** Owns the search for what stays behind: words planted in every kind of cell, a walk that shows them all, and the profile on disk. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import { browserArgsWithoutWebGL, findBrowser } from './browser.ts';
import { searchFolder, type Searched } from './profile.ts';

export const passphrase = 'กระชังปลา ริมคลอง ๗';

const headers =
  'ณ วันที่,รหัสบ้าน,เลขประจำตัวประชาชน,ชื่อ,นามสกุล,บ้านเลขที่,หมู่ที่,หมู่บ้าน,รหัสตำบล,ตำบล,อำเภอ,จังหวัด,ประเภทครัวเรือน,มิติสุขภาพ,ทัศนคติ,ทางออก,สถานะการช่วยเหลือ,หน่วยงานที่ช่วยเหลือ,กิจกรรมที่ช่วยเหลือ,วันที่ช่วยเหลือ,ทีมพี่เลี้ยง,หมายเหตุ';

/** Digits that no figure, date or hash of the page's own has by chance. */
const digits = (seed: number, count: number): string => {
  let state = (seed * 2654435761 + 977) >>> 0;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * 10);
  }).join('');
};

export interface Planted {
  readonly words: readonly string[];
  readonly files: readonly { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[];
}

/** Two rounds of so many households, each of which bears ten words of its own; rows that are held back, and the files' names. */
export function plant(households: number): Planted {
  const names = ['รายชื่อ สะแกราชวดี', 'รายชื่อ มะเมียวดาวเรือง'];
  const words: string[] = [...names];
  const rounds = ['29/06/2565', '10/07/2565'].map((asOf, round) => {
    const rows = Array.from({ length: households }, (_, index) => {
      const seed = round * 100_000 + index + 1;
      const mark = digits(seed, 6);
      const house = `9401${digits(seed + 50_000, 7)}`;
      const id = `1${digits(seed + 20_000, 12)}`;
      const own = {
        name: `ดวงแข${mark}`,
        family: `พิกุลแก้ว${mark}`,
        number: `${mark}/7`,
        village: `บ้านหนองจิก${mark}`,
        attitude: `อยากกลับไปทำนา${mark}`,
        solution: `ซ่อมเรือ${mark}`,
        agency: `มูลนิธิ${mark}`,
        activity: `มอบแพะ${mark}`,
      };
      words.push(house, id, ...Object.values(own));
      const cells = [
        ...[asOf, house, id, own.name, own.family, own.number, '3', own.village],
        ...['940110', 'รูสะมิแล', 'เมืองปัตตานี', 'ปัตตานี', 'พัฒนาได้', '1', own.attitude, own.solution],
        ...[index % 3 ? 'ยังไม่ได้รับการช่วยเหลือ' : 'ช่วยเหลือแล้ว', own.agency, own.activity, '10/06/2565'],
        ...[`ทีม ${own.name}`, `หมายเหตุ ${own.family}`],
      ];
      return cells.join(',');
    });
    // A field too many: the row is held back and shown as it stood.
    const held = `${rows[0] ?? ''},เกิน`;
    const text = [headers, ...rows, held, ''].join('\r\n');
    return {
      name: `${names[round] ?? ''} ${asOf.replaceAll('/', '-')}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    };
  });
  return { words, files: rounds };
}

export interface Walked extends Searched {
  readonly planted: number;
  readonly browser: string;
  /** Where the page itself left its address: the search does see what is there. */
  readonly seesAddress: boolean;
}

/** Opens the files in a browser with a profile of its own, walks, closes, and searches every byte of the profile. */
export async function walkAndSearch(
  url: string,
  planted: Planted,
  walk: (page: Page) => Promise<void>,
): Promise<Walked> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'phungpao-profile-'));
  const saved = mkdtempSync(path.join(os.tmpdir(), 'phungpao-saved-'));
  try {
    const { executablePath, env, origin } = await findBrowser();
    const context = await chromium.launchPersistentContext(folder, {
      executablePath,
      env,
      args: browserArgsWithoutWebGL,
      downloadsPath: saved,
      locale: 'th-TH',
      timezoneId: 'Asia/Bangkok',
      viewport: { width: 1366, height: 768 },
    });
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url);
    await isSettled(page);
    for (const file of planted.files) {
      await page.locator('input[name="logbook"]').setInputFiles([file]);
      await expect(page.locator('[data-notice="imported"]')).toContainText(file.name, { timeout: 60_000 });
      await isSettled(page);
    }
    await walk(page);
    await context.close();
    const searched = searchFolder(folder, planted.words);
    const seesAddress = searchFolder(folder, [new URL(url).host]).found.length > 0;
    return { ...searched, planted: planted.words.length, browser: origin, seesAddress };
  } finally {
    for (const one of [folder, saved]) rmSync(one, { recursive: true, force: true, maxRetries: 5 });
  }
}

export async function isSettled(page: Page): Promise<void> {
  await expect(page.locator('html:not([data-busy]) [data-map-ready="true"]')).toBeVisible({ timeout: 60_000 });
}
async function turnTo(page: Page, search: string): Promise<void> {
  await page.evaluate((query) => {
    history.pushState(null, '', `${location.pathname}${query}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, search);
  await isSettled(page);
}

/** The list with nothing hidden, a house code typed into its search, and the receipt with the rows that were held back. */
export async function showRows(page: Page, houseCode: string): Promise<void> {
  await turnTo(page, '?rows=household.listed');
  await page.locator('[data-open="identity"]').click();
  await expect(page.locator('[data-row="0"]:not([aria-busy])')).toBeVisible({ timeout: 60_000 });
  await page.locator('[data-control="code"]').fill(houseCode);
  await expect(page.locator('data[data-measure="row.listed"]').first()).toHaveAttribute('value', '1', {
    timeout: 60_000,
  });
  await expect(page.locator('[role="grid"]')).toContainText(houseCode);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** All the rest that a reader may do with rows: rounds, searches, a presentation, paper, files saved elsewhere. */
export async function walkFar(page: Page, word: string): Promise<void> {
  await turnTo(page, '?panel=moved&vs=94.2022-06-29&at=94.2022-07-10');
  await turnTo(page, '?panel=villages&area=9401');
  await turnTo(page, '?panel=aspects&aspect=attitude');
  await turnTo(page, '');
  await page.locator('[data-open="save"] button').click();
  for (const one of ['screen-xlsx', 'screen-csv']) {
    const button = page.locator(`[data-save="${one}"]`);
    if ((await button.count()) === 0) continue;
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    await download.path();
  }
  await page.keyboard.press('Escape');
  await page.locator('[role="searchbox"], input[role="combobox"]').first().fill(word);
  await turnTo(page, '?rows=household.pending');
  await page.locator('[data-open="identity"]').click();
  await expect(page.locator('[data-row="0"]:not([aria-busy])')).toBeVisible({ timeout: 60_000 });
  const [list] = await Promise.all([
    page.waitForEvent('download'),
    page
      .locator('[data-save="csv"]')
      .click()
      .then(async () => {
        const confirm = page.locator('[data-confirm="csv"]');
        if ((await confirm.count()) > 0) await confirm.click();
      }),
  ]);
  await list.path();
  await page.pdf().catch(() => undefined);
  await page.screenshot();
  await page.keyboard.press('Escape');
  await page.locator('[data-open="presentation"]').click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
}

/** Remembers what is open, by the settings. */
export async function remember(page: Page): Promise<void> {
  await page.locator('.popover-trigger', { hasText: /ตั้งค่า/ }).click();
  await page.locator('[data-open="remember"]').click();
  for (const control of ['passphrase', 'passphrase-again'])
    await page.locator(`[data-control="${control}"]`).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-told="saved"]')).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Escape');
}
