/** Owns what is planted in a file to be looked for, and reading all of a page, a print or a saved file in which it could be. */
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { BrowserContext, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { readPdf, wordsBeside } from '../support/pdf.ts';
import { expect } from './fixtures.ts';

/** The heads of the columns in which `secretsOf` a household stand. */
export const secretHeads = 'รหัสบ้าน,ชื่อ,นามสกุล,เลขประจำตัวประชาชน,บ้านเลขที่,ชื่อพี่เลี้ยง,โทรศัพท์';

/** Of each household what nobody else has: house code, name, surname, number, house number, mentor, telephone. */
export const secretsOf = (household: number): readonly string[] => [
  String(94_777_000_000 + household * 7),
  `นามปลูก${household}ก`,
  `สกุลปลูก${household}ข`,
  String(3_940_100_000_000 + household * 7919),
  `${household + 700}/77`,
  `พี่เลี้ยงปลูก${household}ค`,
  `08${String(17_000_000 + household * 3571)}`,
];

/** Those of the secrets that stand in a text, also where it spells them for an address, for markup or for a program. */
export function foundIn(text: string, secrets: readonly string[]): readonly string[] {
  const spelt = text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/(?:%[0-9a-f]{2})+/gi, (all) => Buffer.from(all.replaceAll('%', ''), 'hex').toString('utf8'))
    .replace(/[\u00ad\u200b-\u200d\u2060]/g, '');
  return secrets.filter((secret) => spelt.includes(secret));
}

/** All that can be read of a window: markup, values, words, kept things, address and title; what assistive technology is told. */
export async function everything(page: Page): Promise<string> {
  const own = await page.evaluate(() => {
    const values = [...document.querySelectorAll('input, textarea')].map((one) => (one as HTMLInputElement).value);
    return [
      ...[document.documentElement.outerHTML, document.body.textContent, document.title, location.href],
      ...[JSON.stringify(history.state), JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })],
      ...values,
    ].join('\n');
  });
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  await devtools.detach();
  return [own, JSON.stringify(nodes)].join('\n');
}

/** What any window and worker says on the console, asks for, and names a file, from now on. */
export function overhear(context: BrowserContext, page: Page): readonly string[] {
  const said: string[] = [];
  context.on('console', (message) => void said.push(message.text()));
  context.on('request', (request) => void said.push(request.url(), request.postData() ?? ''));
  page.on('download', (download) => void said.push(download.suggestedFilename()));
  return said;
}

export interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Saves one of the files that the open menu offers. */
export async function saved(page: Page, which: string): Promise<SavedFile> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    page.locator(`[data-save="${which}"]`).click(),
  ]);
  await expect(page.locator('[data-saving="ready"]')).toBeVisible();
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** All text of a saved file and of the files within it: their names, their markup, their words without it. */
export function textsIn({ name, bytes }: SavedFile): string {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    const parts = Object.entries(unzipSync(bytes));
    return [name, ...parts.map(([path, part]) => textsIn({ name: path, bytes: Buffer.from(part) }))].join('\n');
  }
  if (bytes.readUInt32BE(0) === 0x89504e47) return [name, ...pngTexts(bytes)].join('\n');
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-')
    return [name, ...readPdf(bytes).map(({ text }) => text), ...wordsBeside(bytes)].join('\n');
  const text = strFromU8(bytes).replace(/base64,[\w+/=]+/g, '');
  return [name, text, text.replace(/<[^>]*>/g, '')].join('\n');
}

/** What a picture tells beside its points: the chunks that hold words, by name. */
function pngTexts(bytes: Buffer): readonly string[] {
  const texts: string[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    if (/^(IHDR|PLTE|IDAT|IEND)$/.test(kind)) continue;
    const packed = data.lastIndexOf(Buffer.from([0x78]));
    const unpacked = /^(zTXt|iTXt|iCCP)$/.test(kind) && packed > 0 ? unpackedOr(data, packed) : '';
    texts.push(kind, data.toString('utf8'), data.toString('latin1'), unpacked);
  }
  return texts;
}
function unpackedOr(data: Buffer, at: number): string {
  try {
    return inflateSync(data.subarray(at)).toString('utf8');
  } catch {
    return '';
  }
}
