/** Proof on slides as hard as they get: every page of the gallery's decks, measured; no text too small, pale, outside or over another. */
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { startServer, type Serving } from '../../scripts/serve.ts';
import { slideFaults } from '../support/slides.ts';
import { deckCases } from '../visual/deckblocks.ts';
import { expect, test } from './fixtures.ts';

const root = path.resolve(import.meta.dirname, '../..');
let dir = '';
let server: Serving | undefined;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  dir = await mkdtemp(path.join(tmpdir(), 'phungpao-gallery-'));
  await build({
    configFile: path.join(root, 'tests/visual/vite.config.ts'),
    build: { outDir: dir, emptyOutDir: true },
    logLevel: 'error',
  });
  await copyFile(path.join(dir, 'gallery.html'), path.join(dir, 'index.html'));
  server = await startServer({ dir, port: 0 });
});
test.afterAll(async () => {
  await server?.close();
  await rm(dir, { recursive: true, force: true });
});

// One worker builds the gallery once for all of them.
test.describe.configure({ mode: 'serial' });
test.use({
  baseURL: async ({}, use) => use(server?.url ?? 'http://127.0.0.1'),
  viewport: { width: 1312, height: 900 },
});

for (const of of deckCases) {
  for (const language of ['th', 'en']) {
    test(`slides, ${of}, ${language}`, async ({ page }) => {
      await page.goto(`./?show=slides-${of}&lang=${language}`);
      await expect(page.locator('.slide').first()).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      expect(await page.locator('.slide').count()).toBeGreaterThan(9);
      expect(await page.evaluate(slideFaults, 24)).toEqual([]);
    });
  }
}
