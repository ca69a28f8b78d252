/** Proves that nothing leaves: a second origin counts who calls while page, workers and database try every way out. */
import path from 'node:path';
import { expect, test as base, type Browser, type Page, type Worker } from '@playwright/test';
import { startServer, type Serving } from '../../scripts/serve.ts';
import { startPlainServer } from '../support/plainserver.ts';
import { startPortable } from '../support/portable.ts';
import { setTrap, type Trap } from '../support/trap.ts';
import { Dashboard } from './dashboard.ts';
import { households, logbook } from './logbook.ts';
import { byCode, byElement, bySql, inPage, inWorker, leading } from './waysout.ts';

const root = path.resolve(import.meta.dirname, '../..');
const headerless = process.env.PHUNGPAO_HEADERLESS ?? path.join(root, 'dist-headerless');
const packagings: Readonly<Record<string, () => Promise<Serving>>> = {
  'the build with headers': () => startServer({ dir: process.env.PHUNGPAO_DIST ?? path.join(root, 'dist'), port: 0 }),
  'the headerless build on a host without headers': () => startPlainServer(headerless),
  ...(process.env.PHUNGPAO_LONG && { 'the portable folder': () => startPortable(headerless) }),
};

/** How many kinds of workers the page has: engine, scan, cubes, pictures, hot spots, the map's. */
const kindsOfWorkers = 6;
/** Statements that this database takes and that do nothing: a browser installs nothing. */
const doesNothing = ['sql-install'];
/** What no header stops; SECURITY.md says so. */
const notHeld = leading.flatMap(({ id, heldBy }) => (heldBy === null ? [id] : [])).sort();
/** What a browser refuses on any page, or doesn't do without a window. */
const heldAnyway = ['icon', 'manifest', 'worker', 'shared-worker', 'service-worker'];
/** For what a browser does in its own time: prefetches, sockets, frames. */
const patienceMs = 1500;

const test = base.extend<{ trap: Trap }>({
  trap: async ({}, use) => {
    const trap = await setTrap();
    await use(trap);
    await trap.close();
  },
});

interface Watched {
  readonly opened: { readonly worker: globalThis.Worker; readonly address: string }[];
  readonly blobs: Map<string, Promise<string>>;
}

/** Runs before the page: keeps its workers, and which file each was started for. */
function watch(): void {
  const watched: Watched = { opened: [], blobs: new Map() };
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (object: Blob) => {
    const address = make(object);
    if (object.type === 'text/javascript') watched.blobs.set(address, object.text());
    return address;
  };
  const Own = Worker;
  globalThis.Worker = class extends Own {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      watched.opened.push({ worker: this, address: String(address) });
    }
    override terminate(): void {}
  };
  Object.assign(globalThis, { watched });
}

/** The file that each address of a worker stands for. */
const filesOf = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const { opened, blobs } = (globalThis as unknown as { watched: Watched }).watched;
    const files: Record<string, string> = {};
    for (const { address } of opened) {
      const text = (await blobs.get(address)) ?? address;
      files[address] = /assets\/([\w.-]+?)-[\w-]{8}\.js/.exec(text)?.[1] ?? address;
    }
    return files;
  });

/** Asks the page's own database, by the protocol of its worker; gives what it said to each. */
const askEngine = (page: Page, file: string, statements: readonly string[]): Promise<readonly string[]> =>
  page.evaluate(
    async ({ address, texts }) => {
      const { opened } = (globalThis as unknown as { watched: Watched }).watched;
      const worker = opened.find((one) => one.address === address)?.worker;
      if (!worker) throw new Error('no engine');
      let last = 1e9;
      const ask = (type: string, data: unknown): Promise<{ type: string; data: unknown }> =>
        new Promise((resolve) => {
          const messageId = ++last;
          const hear = (event: MessageEvent): void => {
            const told = event.data as { requestId: number; type: string; data: unknown };
            if (told.requestId !== messageId) return;
            event.stopImmediatePropagation();
            worker.removeEventListener('message', hear);
            resolve(told);
          };
          worker.addEventListener('message', hear);
          worker.postMessage({ messageId, type, data });
        });
      const connection = (await ask('CONNECT', null)).data;
      const said: string[] = [];
      for (const text of texts) {
        const { type, data } = await ask('RUN_QUERY', [connection, text]);
        said.push(type === 'ERROR' ? String((data as { message: string }).message) : type);
      }
      return said;
    },
    { address: file, texts: statements },
  );

async function tryInPage(page: Page, trap: Trap): Promise<void> {
  await page.evaluate(
    ({ ways, url }) => {
      for (const { id, tag, attributes } of ways) {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) {
          try {
            element.setAttribute(name, value.replaceAll('$', url + id));
          } catch {
            // Trusted Types stand before the policy's other lines.
          }
        }
        (tag === 'link' ? document.head : document.body).append(element);
      }
    },
    { ways: byElement, url: trap.url },
  );
  for (const { id, run } of [...byCode, ...inPage]) await page.evaluate(run, trap.url + id).catch(() => undefined);
}

async function tryInWorker(worker: Worker, name: string, trap: Trap): Promise<void> {
  for (const { id, run } of [...byCode, ...inWorker]) {
    await worker.evaluate(run, `${trap.url}${name}-${id}`).catch(() => undefined);
  }
}

/** Each on a page of its own, for it may be gone afterwards; gives the ways that led out. */
async function tryLeading(page: Page, url: string, trap: Trap): Promise<readonly string[]> {
  trap.forget();
  for (const { id, run } of leading) {
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await page.evaluate(run, trap.url + id).catch(() => undefined);
    await page.waitForTimeout(patienceMs);
  }
  return trap.hits();
}

/** Opens the page and uses it until every kind of worker runs. */
async function openAll(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'th-TH',
    viewport: { width: 1366, height: 768 },
    serviceWorkers: 'allow',
  });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const dashboard = new Dashboard(page);
  await dashboard.open('?panel=hotspots&level=tambon');
  await expect(page.locator('[data-finding]').first()).toBeVisible();
  await dashboard.choose(logbook('ของเรา.csv', households(30, 12)));
  await dashboard.expectFigure('household.listed', 30);
  await page.keyboard.press('m');
  await expect.poll(async () => new Set(Object.values(await filesOf(page))).size).toBe(kindsOfWorkers);
  await dashboard.settled();
  return page;
}

for (const [name, serve] of Object.entries(packagings)) {
  test(`nothing leaves ${name}`, async ({ browser, trap }) => {
    const server = await serve();
    const page = await openAll(browser, server.url);
    expect(trap.hits(), 'the page at work').toEqual([]);

    const files = await filesOf(page);
    const engine = Object.keys(files).find((address) => files[address]?.startsWith('duckdb')) ?? '';
    const asked = bySql.map(({ id, sql }) => sql.replaceAll('$', trap.url + id));
    const [alive, ...said] = await askEngine(page, engine, ['select 1', ...asked]);
    expect(alive).toBe('QUERY_RESULT');
    expect(bySql.filter((_, at) => !/Error: /.test(said[at] ?? '')).map(({ id }) => id)).toEqual(doesNothing);

    const tried = new Set<string>();
    for (const worker of page.workers()) {
      const file = files[worker.url()] ?? worker.url();
      if (!tried.has(file)) await tryInWorker(worker, file, trap);
      tried.add(file);
    }
    expect(tried.size).toBe(kindsOfWorkers);
    await tryInPage(page, trap);
    await page.waitForTimeout(patienceMs);
    expect(trap.hits(), 'page, workers and database').toEqual([]);

    if (process.env.PHUNGPAO_LONG) expect(await tryLeading(page, server.url, trap)).toEqual(notHeld);
    await page.context().close();
    await server.close();
  });
}

test('on a page without a policy the same ways lead out', async ({ browser, trap }) => {
  const bare = await startPlainServer(path.join(root, 'docs'));
  const page = await browser.newPage();
  await page.goto(`${bare.url}bare.html`);
  await tryInPage(page, trap);
  await page.waitForTimeout(patienceMs);
  const ways = [...byElement, ...byCode, ...inPage].map(({ id }) => id);
  expect(ways.filter((id) => !trap.hits().includes(id))).toEqual(heldAnyway);
  if (process.env.PHUNGPAO_LONG) {
    expect(await tryLeading(page, `${bare.url}bare.html`, trap)).toEqual([...notHeld, 'form'].sort());
  }
  await bare.close();
  await page.close();
});
