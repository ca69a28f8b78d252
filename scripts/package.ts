/** Owns the portable folder: a zip of the headerless build, a small server for Windows and Linux, and a page that says how. */
import { readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { policyOf, securityHeaders, types } from './serving/headers.ts';
import { clusterOfBuild } from './serving/origin.ts';

const folder = 'phungpao';
/** The same in every zip, so that two of one build are equal; told as local time, which is what a zip holds. */
const date = new Date(2026, 0, 1);

const readMe = `พุ่งเป้า ฉบับพกพา

เริ่ม    Windows: ดับเบิลคลิก start.cmd
        Linux: เปิดเทอร์มินัลในโฟลเดอร์นี้ พิมพ์ sh start.cmd (ต้องมี python3 หรือ node)
หยุด    ปิดหน้าต่างสีดำ หรือกด Ctrl+C
หน้าเว็บเปิดเองในเบราว์เซอร์ ใช้ได้โดยไม่ต้องต่ออินเทอร์เน็ต และเปิดได้จากเครื่องนี้เครื่องเดียว
ไฟล์ที่เปิดไม่ถูกส่งออกจากเครื่อง


Phungpao, portable

Start    Windows: double-click start.cmd
         Linux: open a terminal in this folder and type sh start.cmd (needs python3 or node)
Stop     close the black window, or press Ctrl+C
The page opens in your browser by itself. It needs no internet and can be reached from this computer only.
Files that you open never leave it.
`;

/** The server as one script; headers and types are those of `npm start`, save that this build starts its workers from blobs. */
export function portableScript(): string {
  const config = {
    port: 4173,
    headers: {
      ...securityHeaders,
      'Content-Security-Policy': policyOf({ delivery: 'header', workers: 'blob', cluster: clusterOfBuild() }),
      'Cache-Control': 'no-cache',
    },
    types,
    started: 'พุ่งเป้า: URL\nหยุดด้วยการปิดหน้าต่างนี้ หรือกด Ctrl+C · To stop, close this window or press Ctrl+C',
    refused: 'ไม่พบสิ่งที่ขอ · Not found\n',
    noPort: 'ไม่มีพอร์ตว่าง · No port is free',
  };
  const template = readFileSync(new URL('serving/portable.cmd', import.meta.url), 'utf8');
  return template.replaceAll('@CONFIG@', () => JSON.stringify(config, null, 2));
}

/** The zip's bytes; the same for the same files. */
export async function packFolder(dir: string): Promise<Uint8Array> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  const utf8 = new TextEncoder();
  const files: Zippable = {
    [`${folder}/start.cmd`]: [utf8.encode(portableScript()), { attrs: 0o755 << 16, os: 3 }],
    // Notepad of old Windows takes a text for UTF-8 only by its mark.
    [`${folder}/อ่านก่อน.txt`]: utf8.encode(`\uFEFF${readMe}`.replaceAll('\n', '\r\n')),
  };
  for (const name of names) files[`${folder}/app/${name}`] = await readFile(path.join(dir, name));
  return zipSync(files, { mtime: date, level: 6 });
}

if (process.argv[1] === import.meta.filename) {
  const root = path.resolve(import.meta.dirname, '..');
  const zip = await packFolder(path.join(root, 'dist-headerless'));
  writeFileSync(path.join(root, 'phungpao.zip'), zip);
  console.log(`phungpao.zip: ${(zip.length / 1e6).toFixed(1)} MB`);
}
