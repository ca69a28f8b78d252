/** Proves the ground under the other journeys: the browser draws WebGL2 and Thai, and what goes wrong is seen. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { startServer } from '../../scripts/serve.ts';
import { expect, test as base } from './fixtures.ts';

const fontFile = createRequire(import.meta.url).resolve('@fontsource/sarabun/files/sarabun-thai-400-normal.woff2');

/** A page of a few lines, so that a fault here is the browser's and not the dashboard's. */
const files = {
  'index.html': `<!doctype html><html lang="th"><head><meta charset="utf-8"><title>พื้น</title><link rel="icon" href="data:,">
    <link rel="stylesheet" href="page.css"></head><body><p>ปิ่นเกล้า น้ำจั้น ทุ่งปี๊ กตัญญู พุ่งเป้า</p></body></html>`,
  'page.css': `@font-face { font-family: Sarabun; src: url(sarabun.woff2) } p { font: 48px Sarabun; width: max-content }`,
  'worker.mjs': `onmessage = async ({ data }) => {
    if (data === 'throw') throw new Error('thrown in the worker');
    await fetch(data).catch(() => {});
    postMessage('done');
  }`,
};

/** TypeScript's DOM does not know Trusted Types yet. */
interface TrustedWindow {
  trustedTypes: {
    createPolicy(
      name: string,
      rules: { createScriptURL(url: string): string },
    ): { createScriptURL(url: string): string };
  };
}

const test = base.extend({
  baseURL: async ({}, use, info) => {
    const dir = info.outputPath('ground');
    await mkdir(dir, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(dir, name), text);
    await copyFile(fontFile, path.join(dir, 'sarabun.woff2'));
    const server = await startServer({ dir, port: 0 });
    await use(server.url);
    await server.close();
  },
});

const webglVersion = (): string | null => {
  const gl = document.createElement('canvas').getContext('webgl2');
  return gl ? String(gl.getParameter(gl.VERSION)) : null;
};

test('it has WebGL2, WebAssembly, the Thai locale and Bangkok time', async ({ page }) => {
  await page.goto('./');
  expect(await page.evaluate(webglVersion)).toMatch(/^WebGL 2/);
  expect(
    await page.evaluate(() => ({
      wasm: typeof WebAssembly,
      language: navigator.language,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      date: new Date(Date.UTC(2022, 5, 29)).toLocaleDateString(undefined, { dateStyle: 'long' }),
    })),
  ).toEqual({ wasm: 'object', language: 'th-TH', zone: 'Asia/Bangkok', date: '29 มิถุนายน 2565' });
});

test('it draws Thai with the font that is shipped', async ({ page }) => {
  await page.goto('./');
  const widthPx = (): Promise<number> => page.locator('p').evaluate((p) => p.getBoundingClientRect().width);
  expect(await page.evaluate(() => document.fonts.load('48px Sarabun', 'ก').then((faces) => faces.length))).toBe(1);
  await page.evaluate(() => document.fonts.ready);
  const drawnPx = await widthPx();
  await page.locator('p').evaluate((p) => (p.style.fontFamily = 'sans-serif'));
  expect(Math.abs((await widthPx()) - drawnPx)).toBeGreaterThan(5);
});

const provocations: { name: string; run: (foreign: string) => unknown; seen: RegExp }[] = [
  {
    name: 'an error that nobody caught',
    run: () =>
      void setTimeout(() => {
        throw new Error('uncaught');
      }),
    seen: /page error: .*uncaught/,
  },
  {
    name: 'a promise that nobody caught',
    run: () => void Promise.reject(new Error('unheeded')),
    seen: /page error: .*unheeded/,
  },
  { name: 'an error on the console', run: () => console.error('said aloud'), seen: /console error: said aloud/ },
  {
    name: 'markup from a string',
    run: () => {
      try {
        document.body.innerHTML = '<b>x</b>';
      } catch {
        /* the browser refuses */
      }
    },
    seen: /policy breach: require-trusted-types-for/,
  },
  {
    name: 'an inline style',
    run: () => document.body.setAttribute('style', 'color: red'),
    seen: /policy breach: style-src/,
  },
  {
    name: 'a call to another origin',
    run: (foreign) => fetch(foreign).catch(() => {}),
    seen: /policy breach: connect-src|foreign request/,
  },
  {
    name: 'a picture from another origin',
    run: (foreign) => {
      new Image().src = `${foreign}x.png`;
    },
    seen: /policy breach: img-src/,
  },
  { name: 'a file that is not there', run: () => fetch('gone.csv').then(() => {}), seen: /failed request: 404/ },
];

for (const { name, run, seen } of provocations) {
  test(`it sees ${name}`, async ({ page, faults }) => {
    await page.goto('./');
    await page.evaluate(run, 'http://127.0.0.1:9/');
    await expect.poll(() => faults.unexpected().join('\n')).toMatch(seen);
    faults.allow(/./);
  });
}

for (const [name, message, seen] of [
  ['an error', 'throw', /page error: .*thrown in the worker/],
  ['a call to another origin', 'http://127.0.0.1:9/', /policy breach: connect-src/],
] as const) {
  test(`it sees ${name} inside a worker`, async ({ page, faults }) => {
    await page.goto('./');
    const worker = page.waitForEvent('worker');
    await page.evaluate(() => {
      const policy = (window as unknown as TrustedWindow).trustedTypes.createPolicy('default', {
        createScriptURL: (url: string) => url,
      });
      Object.assign(window, { worker: new Worker(policy.createScriptURL('worker.mjs'), { type: 'module' }) });
    });
    await (await worker).evaluate(() => 'attached');
    await page.evaluate((text) => (window as unknown as { worker: Worker }).worker.postMessage(text), message);
    await expect.poll(() => faults.unexpected().join('\n')).toMatch(seen);
    faults.allow(/./);
  });
}
