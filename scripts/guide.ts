/** Owns the pictures of the guide: taken of the built page with its sample, in both languages. Run after `npm run build`. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import type { GuideSection } from '../src/i18n/help.ts';
import { textsOf } from '../src/i18n/texts.ts';
import { languages, type Language } from '../src/model/text.ts';
import { browserArgsWithoutWebGL, findBrowser } from '../tests/support/browser.ts';
import { pictureOf } from './docs/guide.ts';
import { startServer } from './serve.ts';

const root = path.resolve(import.meta.dirname, '..');
const dir = process.env.PHUNGPAO_DIST ?? path.join(root, 'dist');

/** How the page is brought to what a section tells of. */
const scenes: Partial<
  Record<GuideSection['id'], { readonly search?: string; act?(page: Page, language: Language): Promise<void> }>
> = {
  load: {},
  check: {
    async act(page, language) {
      const file = path.join(dir, 'sample/logbook-pattani-2565-06-29.csv');
      await page.locator('input[type="file"][name="logbook"]').setInputFiles(file);
      await page.locator('main .source button:enabled').click({ timeout: 60_000 });
      await page.getByRole('dialog', { name: textsOf(language).receipt.title }).waitFor();
    },
  },
  explore: { search: 'area=9410&level=tambon' },
  follow: { search: 'panel=pace' },
  brief: {
    async act(page) {
      await page.locator('[data-open="save"]').click();
      await page.locator('[data-open="paper"]').click();
      await page.locator('[data-printing="choosing"]').waitFor();
    },
  },
};

/** WebP is a third of the size of PNG; the browser that took the picture writes it. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const base64 = await page.evaluate(async (source) => {
    const bytes = Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 });
    let text = '';
    for (const byte of new Uint8Array(await blob.arrayBuffer())) text += String.fromCharCode(byte);
    return btoa(text);
  }, png.toString('base64'));
  return Buffer.from(base64, 'base64');
}

async function picture(page: Page, url: string, id: GuideSection['id'], language: Language): Promise<Buffer> {
  const scene = scenes[id];
  await page.goto(`${url}?${new URLSearchParams(`lang=${language}&${scene?.search ?? ''}`).toString()}`);
  const settled = page.locator('html:not([data-busy]) [data-map-ready="true"]');
  await settled.waitFor({ timeout: 60_000 });
  await scene?.act?.(page, language);
  await settled.waitFor({ timeout: 60_000 });
  await page.evaluate(() => document.fonts.ready);
  return asWebp(page, await page.screenshot({ animations: 'disabled' }));
}

const { executablePath, env } = await findBrowser();
const server = await startServer({ dir, port: 0 });
const browser = await chromium.launch({ executablePath, env, args: browserArgsWithoutWebGL });
try {
  await mkdir(path.join(root, 'docs/guide'), { recursive: true });
  const page = await browser.newPage({
    viewport: { width: 1366, height: 900 },
    timezoneId: 'Asia/Bangkok',
    locale: 'th-TH',
  });
  let bytes = 0;
  for (const language of languages) {
    for (const id of Object.keys(scenes) as (keyof typeof scenes)[]) {
      const taken = await picture(page, server.url, id, language);
      bytes += taken.length;
      await writeFile(path.join(root, 'docs', pictureOf(id, language)), taken);
      console.log(pictureOf(id, language), `${Math.round(taken.length / 1000)} kB`);
    }
  }
  console.log(`${Math.round(bytes / 1000)} kB in all`);
} finally {
  await browser.close();
  await server.close();
}
