/** Owns the proof that all of it works in Firefox too: each build, from the first figure to paper, with nothing amiss in the console. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer, type Serving } from '../../scripts/serve.ts';
import { opening, truthOf } from '../e2e/dashboard.ts';
import { households, logbook } from '../e2e/logbook.ts';
import { Firefox } from '../support/firefox.ts';
import { startPlainServer } from '../support/plainserver.ts';

const stepMs = 30_000;
const measures = ['listed', 'need', 'helped', 'pending', 'urgent_pending'] as const;
const own = { listed: 30, helped: 12, pending: 18 };
const standing = `!document.documentElement.hasAttribute('data-busy') && !!document.querySelector('[data-map-ready="true"]')`;
const shownSlide = `document.querySelector('[data-presenting] .page > .slide')?.dataset.slide`;

export interface FirefoxFound {
  readonly version: string;
  readonly steps: number;
  /** Of each build, until the sample's figures stood. */
  readonly firstMs: Readonly<Record<string, number>>;
  /** What drew the map: `maplibre`, or `svg` where there is no WebGL. */
  readonly renderer: string;
  /** Null where poppler's pdftotext is missing: then the PDF was made, but not read. */
  readonly isPaperRead: boolean;
  readonly faults: readonly string[];
}

/** Null where no Firefox is installed. Pictures of each screen go to `pictures`, if a folder is named. */
export async function proveFirefox(
  builds: { readonly headers: string; readonly headerless: string },
  pictures?: string,
): Promise<FirefoxFound | null> {
  const version = Firefox.version();
  if (version === null) return null;
  const walk = new Walk(pictures);
  const starts: Readonly<Record<string, () => Promise<Serving>>> = {
    headers: () => startServer({ dir: builds.headers, port: 0 }),
    headerless: () => startPlainServer(builds.headerless),
  };
  for (const [build, start] of Object.entries(starts)) {
    const server = await start();
    const firefox = await Firefox.start();
    try {
      await walk.through(build, firefox, server.url);
    } catch (fault) {
      walk.faults.push(`${build}: ${fault instanceof Error ? fault.message : 'unknown'}`);
    } finally {
      await firefox.close();
      await server.close();
    }
  }
  const { steps, firstMs, renderer, isPaperRead, faults } = walk;
  return { version, steps, firstMs, renderer, isPaperRead, faults };
}

class Walk {
  readonly faults: string[] = [];
  readonly firstMs: Record<string, number> = {};
  steps = 0;
  renderer = '';
  isPaperRead = false;
  readonly #pictures: string | undefined;

  constructor(pictures: string | undefined) {
    this.#pictures = pictures;
  }

  async through(build: string, firefox: Firefox, url: string): Promise<void> {
    const step = async (name: string, work: () => Promise<void>): Promise<void> => {
      await work().catch((fault: unknown) => {
        this.faults.push(`${build}, ${name}: ${fault instanceof Error ? fault.message : 'unknown'}`);
      });
      this.faults.push(...(await firefox.errors(url)).map((told) => `${build}, ${name}, console: ${told}`));
      await this.#picture(firefox, `${build}-${name}`);
      this.steps++;
    };
    await firefox.resize(1366, 768);
    await step('sample', async () => {
      const startMs = Date.now();
      await firefox.open(url);
      await until(firefox, standing);
      this.firstMs[build] = Date.now() - startMs;
      const { province } = truthOf(opening);
      for (const measure of measures) await untilFigure(firefox, measure, province[measure]);
      this.renderer = await firefox.evaluate(
        'return document.querySelector("[data-map-ready]").dataset.renderer ?? ""',
      );
    });
    await step('english', async () => {
      await firefox.open(`${url}?lang=en&level=tambon`);
      await until(firefox, `${standing} && document.documentElement.lang === 'en'`);
    });
    await step('meeting', async () => {
      await firefox.open(url);
      await until(firefox, standing);
      await click(firefox, '[data-open="meeting"]');
      await until(firefox, `${standing} && location.search.includes('meeting=1')`);
      // The amphoe are rounded: none shows a figure that is no multiple of five.
      const amphoe = `[...document.querySelectorAll('table data[data-measure="household.pending"][data-area]')]`;
      await until(firefox, `${amphoe}.length > 10 && ${amphoe}.every(({ value }) => value % 5 === 0)`);
    });
    await step('own file', async () => {
      await firefox.open(url);
      await until(firefox, standing);
      await this.#choose(firefox);
      for (const [measure, count] of Object.entries(own)) await untilFigure(firefox, measure, count);
      await until(firefox, standing);
    });
    await step('rows', async () => {
      await click(firefox, '[data-open="rows"]');
      await until(
        firefox,
        `!!document.querySelector('[role="grid"][aria-rowcount="${own.pending + 1}"] [role="gridcell"]')`,
      );
      await until(firefox, standing);
    });
    await step('presentation', async () => {
      await firefox.open(url);
      await until(firefox, standing);
      await click(firefox, '[data-open="presentation"]');
      await until(firefox, `${shownSlide} === 'cover'`);
      for (const [key, slide] of [
        [pageDown, 'situation'],
        [pageDown, 'map'],
        [pageUp, 'situation'],
      ] as const) {
        await firefox.sendKeys('body', key);
        await until(firefox, `${shownSlide} === '${slide}'`);
      }
    });
    await step('paper', () => this.#paper(firefox, url));
  }

  /** As a reader does, by the path of a file of this machine. */
  async #choose(firefox: Firefox): Promise<void> {
    const folder = mkdtempSync(path.join(tmpdir(), 'phungpao-own-'));
    try {
      const { name, content } = logbook('ของเรา.csv', households(own.listed, own.helped));
      const file = path.join(folder, name);
      writeFileSync(file, content);
      await firefox.sendKeys('input[name="logbook"]', file);
      await untilFigure(firefox, 'listed', own.listed);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** The dialog of the browser is held; then it makes a PDF of the same state. */
  async #paper(firefox: Firefox, url: string): Promise<void> {
    await firefox.open(url);
    await until(firefox, standing);
    await firefox.evaluate(`window.print = () => { document.documentElement.dataset.held = ''; };`);
    await click(firefox, '[data-open="save"] button');
    await click(firefox, '[data-open="paper"]');
    await click(firefox, '[role="dialog"] button[type="submit"]');
    await until(firefox, `'held' in document.documentElement.dataset`);
    const titles = await firefox.evaluate<string[]>(
      `return [...document.querySelectorAll('.paper-sheets h2')].map((title) => title.textContent)`,
    );
    const pdf = await firefox.print();
    if (titles.length === 0) throw new Error('no sheets');
    if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('no PDF');
    if (this.#pictures) writeFileSync(path.join(this.#pictures, 'paper.pdf'), pdf);
    const text = textOf(pdf);
    if (text === null) return;
    this.isPaperRead = true;
    const all = lettersOf(text);
    const heads = ['ปัตตานี', '29 มิถุนายน 2565', ...titles];
    const missing = heads.filter((head) => !all.includes(lettersOf(head)));
    if (missing.length > 0) throw new Error(`not on paper: ${missing.join(' | ')}`);
    await until(firefox, `!document.querySelector('.paper-sheets')`);
  }

  async #picture(firefox: Firefox, name: string): Promise<void> {
    if (!this.#pictures) return;
    writeFileSync(path.join(this.#pictures, `${name.replaceAll(' ', '-')}.png`), await firefox.screenshot());
  }
}

const pageUp = '\ue00e';
const pageDown = '\ue00f';
/**
 * What Firefox tells of Thai in a PDF is of the letters only: signs above and below them come out of order, or as
 * unknown. So only letters are compared; ำ is one of these and a sign.
 */
const lettersOf = (text: string): string =>
  text.replaceAll('\u0e33', '\u0e32').replace(/[\s\u200b\ufffd]|\p{Mn}/gu, '');

async function until(firefox: Firefox, condition: string): Promise<void> {
  for (const began = Date.now(); ;) {
    if (await firefox.evaluate<boolean>(`return Boolean(${condition})`)) return;
    if (Date.now() - began > stepMs) throw new Error(`not within ${stepMs / 1000} s: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** All places that show a figure of the whole must agree. */
async function untilFigure(firefox: Firefox, measure: string, value: number): Promise<void> {
  const selector = `data[data-measure="household.${measure}"]:not([data-area]):not([data-dimension]):not([data-class])`;
  const all = `[...document.querySelectorAll('${selector}')]`;
  await until(firefox, `${all}.length > 0 && ${all}.every((one) => one.value === '${value}')`);
}

async function click(firefox: Firefox, selector: string): Promise<void> {
  const found = `document.querySelector('${selector}')`;
  await until(firefox, `${found} && !${found}.disabled && ${found}.checkVisibility()`);
  await firefox.evaluate(`${found}.click()`);
}

/** Null where pdftotext is not installed. */
function textOf(pdf: Buffer): string | null {
  const { error, stdout } = spawnSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return error ? null : stdout;
}

if (process.argv[1] === import.meta.filename) {
  const root = path.resolve(import.meta.dirname, '../..');
  const headers = process.env.PHUNGPAO_DIST ?? path.join(root, 'dist');
  const headerless = process.env.PHUNGPAO_HEADERLESS ?? path.join(root, 'dist-headerless');
  const found = await proveFirefox({ headers, headerless }, process.argv[2]);
  console.log(JSON.stringify(found, null, 2));
  process.exit(found?.faults.length === 0 ? 0 : 1);
}
