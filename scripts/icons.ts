/** Owns the icons of the installed page, drawn from data/icon.svg in the sizes that systems ask for. Run after it changes. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../tests/support/browser.ts';

const root = path.resolve(import.meta.dirname, '..');
/** A maskable icon is cut to a circle of four fifths by some systems: it stands in the middle of a full ground. */
const icons = [
  { name: '192', size: 192, share: 1, ground: 'transparent' },
  { name: '512', size: 512, share: 1, ground: 'transparent' },
  { name: 'maskable', size: 512, share: 0.7, ground: '#faf7f2' },
] as const;

const drawing = await readFile(path.join(root, 'data/icon.svg'), 'utf8');
const folder = path.join(root, 'data/icons');
await mkdir(folder, { recursive: true });
const { executablePath, args, env } = await findBrowser();
const browser = await chromium.launch({ executablePath, args, env });
try {
  const page = await browser.newPage();
  for (const { name, size, share, ground } of icons) {
    await page.setViewportSize({ width: size, height: size });
    const source = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;
    await page.setContent(
      `<style>body { margin: 0; display: grid; place-items: center; height: 100vh; background: ${ground}; }</style>` +
        `<img src="${source}" width="${size * share}" height="${size * share}">`,
    );
    await page.locator('img').evaluate((image) => (image as HTMLImageElement).decode());
    await writeFile(path.join(folder, `${name}.png`), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
