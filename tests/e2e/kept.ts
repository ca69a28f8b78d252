/** Owns a server that a journey may stop, and give another version: the built page in a folder of its own. */
import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { makeOffline } from '../../scripts/offline.ts';
import { startServer, type Serving } from '../../scripts/serve.ts';
import { opening } from './dashboard.ts';
import { expect, test as base } from './fixtures.ts';

export const built = process.env.PHUNGPAO_DIST ?? path.resolve(import.meta.dirname, '../../dist');

export class Site {
  /** All versions of one journey; gone after it. */
  readonly home = mkdtempSync(path.join(tmpdir(), 'phungpao-kept-'));
  url = '';
  #server: Serving | null = null;

  async start(dir: string): Promise<void> {
    const port = this.url === '' ? 0 : Number(new URL(this.url).port);
    this.#server = await startServer({ dir, port });
    if (this.url !== '') expect(this.#server.url, 'the port was taken meanwhile').toBe(this.url);
    this.url = this.#server.url;
  }
  async stop(): Promise<void> {
    await this.#server?.close();
    this.#server = null;
  }
  /** The server has another version from one moment to the next. */
  async publish(dir: string): Promise<void> {
    await this.stop();
    await this.start(dir);
  }

  /** A version with one file of the sample, so that it is soon kept; `change` makes it another than the one before. */
  async version(name: string, change: (dir: string) => Promise<void> = () => Promise.resolve()): Promise<string> {
    const dir = path.join(this.home, name);
    const isLight = (file: string): boolean => !/\.(?:br|gz)$|logbook-pathum/.test(file);
    await cp(built, dir, { recursive: true, filter: (file) => isLight(file) && !/pattani-2565-(?!06-29)/.test(file) });
    await edit(path.join(dir, 'sample/index.json'), (text) => {
      const rows = JSON.parse(text) as { province: string; asOf: string }[];
      return JSON.stringify(rows.filter(({ province, asOf }) => `${province}.${asOf}` === opening));
    });
    await change(dir);
    await makeOffline(dir);
    return dir;
  }
  async end(): Promise<void> {
    await this.stop();
    rmSync(this.home, { recursive: true, force: true });
  }
}

export async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

/** As a build of other code would: the slides' code has another name, and nothing has the old one any more. */
export async function renameSlides(dir: string): Promise<void> {
  const assets = path.join(dir, 'assets');
  const old = (await readdir(assets)).find((name) => /^Presentation-.{8}\.js$/.test(name)) ?? '';
  await rename(path.join(assets, old), path.join(assets, 'Presentation-aNewName.js'));
  for (const name of await readdir(assets)) {
    if (name.endsWith('.js')) {
      await edit(path.join(assets, name), (text) => text.replaceAll(old, 'Presentation-aNewName.js'));
    }
  }
}

export const test = base.extend<{ site: Site }>({
  serviceWorkers: 'allow',
  site: async ({}, use) => {
    const site = new Site();
    await use(site);
    await site.end();
  },
  baseURL: async ({ site }, use) => {
    await site.start(built);
    await use(site.url);
  },
});

export const versionOf = (page: Page): Promise<string | null> => page.locator('html').getAttribute('data-version');
export const readyLine = (page: Page) => page.locator('[data-offline="ready"]');
/** What the browser has kept, by the names of its shelves. */
export const shelves = (page: Page): Promise<readonly string[]> => page.evaluate(() => caches.keys());
/** Asks the server for a newer version at once, as the browser does when the page is opened, and tells when it is here. */
export async function expectNewer(page: Page): Promise<void> {
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await expect(page.locator('[data-use="newer"]')).toBeVisible({ timeout: 30_000 });
}
