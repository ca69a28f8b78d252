/** Proves that archives are read entry by entry, and that what would swell beyond measure is refused before it does. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { arrow, bomb, csv, encode, file, json, parquet, workbook, zip } from '../../support/formats.ts';
import { read, refusal } from './reading.ts';
import type { Refused } from './refusing.ts';

const rows = [
  ['รหัสบ้าน', 'รหัสตำบล', 'มิติสุขภาพ', 'สถานะการช่วยเหลือ'],
  ['94100000001', '941001', '1', 'ช่วยเหลือแล้ว'],
  ['94100000002', '941002', '0', ''],
];

describe('an archive', () => {
  it('gives every table in it, whatever its format, each with its own seal', async () => {
    const plain = csv(rows);
    const entries = {
      'ยะรัง/ก.csv': plain,
      'ข.txt': encode(csv(rows, '\t'), 'windows-874'),
      'ค.xlsx': workbook({ หนึ่ง: rows, สอง: rows }),
      'ง.parquet': parquet(rows),
      'จ.arrow': arrow(rows),
      'ฉ.json': json(rows, 'objects'),
      '__MACOSX/ยะรัง/._ก.csv': 'x',
      'ยะรัง/.DS_Store': 'x',
      'รูป.jpg': Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
    };
    const { tables, rows: found } = await read(file(zip(entries), 'ส่งแล้ว.zip'));
    expect(tables.map(({ name, format, kept }) => [name, format, kept])).toEqual([
      ['ส่งแล้ว.zip › ยะรัง/ก.csv', 'csv', 2],
      ['ส่งแล้ว.zip › ข.txt', 'csv', 2],
      ['ส่งแล้ว.zip › ค.xlsx › หนึ่ง', 'xlsx', 2],
      ['ส่งแล้ว.zip › ค.xlsx › สอง', 'xlsx', 2],
      ['ส่งแล้ว.zip › ง.parquet', 'parquet', 2],
      ['ส่งแล้ว.zip › จ.arrow', 'arrow', 2],
      ['ส่งแล้ว.zip › ฉ.json', 'json', 2],
    ]);
    expect(tables.at(-1)?.notes).toEqual([{ code: 'entry_unread', rows: 0, value: 'รูป.jpg' }]);
    expect(tables[0]?.sha256).toBe((await read(file(plain, 'x.csv'))).tables[0]?.sha256);
    expect(new Set(tables.map(({ sha256 }) => sha256)).size).toBe(6);
    expect(found.map((row) => row.file)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]);
    expect(new Set(found.map((row) => row.house_code))).toEqual(new Set(['94100000001', '94100000002']));
  });

  it('with nothing in it that is a table is refused, and so is one within another', async () => {
    expect(await refusal(file(zip({}), 'x.zip'))).toMatchObject(['file_empty', {}]);
    const photo = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
    expect(await refusal(file(zip({ 'a.jpg': photo }), 'x.zip'))).toEqual([
      'file_not_text',
      { file: 'x.zip › a.jpg', looks: 'jpeg' },
    ]);
    for (const name of ['b.zip', 'b.dat'])
      expect(await refusal(file(zip({ 'a.csv': csv(rows), [name]: zip({ 'c.csv': csv(rows) }) }), 'x.zip'))).toEqual([
        'file_nested',
        { file: `x.zip › ${name}` },
      ]);
  });

  it('with one bad table among good ones is refused by the bad one’s name', async () => {
    expect(await refusal(file(zip({ 'a.csv': csv(rows), 'b.csv': 'ราคา,น้ำหนัก\n1,2\n' }), 'x.zip'))).toMatchObject([
      'file_no_known_column',
      { file: 'x.zip › b.csv' },
    ]);
  });

  it('is damaged when any byte that matters is', async () => {
    const bytes = zip({ 'a.csv': csv([...rows, ...rows.slice(1), ...rows.slice(1)]) });
    const whole = JSON.stringify((await read(file(bytes, 'x.zip'))).rows);
    let refused = 0;
    for (let at = 0; at < bytes.length; at++) {
      const changed = file(bytes.with(at, bytes[at]! ^ 0x15), 'x.zip');
      const found = await refusal(changed);
      if (found) refused++;
      else expect(JSON.stringify((await read(changed)).rows)).toBe(whole);
    }
    expect(refused).toBeGreaterThan(bytes.length / 2);
    for (const share of [0.2, 0.6, 0.95])
      expect(await refusal(file(bytes.subarray(0, bytes.length * share), 'x.zip'))).not.toBeNull();
  });

  it('under lock is said to be so', async () => {
    const bytes = zip({ 'a.csv': csv(rows) });
    const list = bytes.findIndex((byte, at) => byte === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1);
    expect(await refusal(file(bytes.with(list + 8, bytes[list + 8]! | 1), 'x.zip'))).toMatchObject([
      'file_password',
      {},
    ]);
  });
});

describe('a bomb is refused within a second', () => {
  const quick = async (source: File): Promise<unknown> => {
    const start = performance.now();
    const found = await refusal(source);
    expect(performance.now() - start).toBeLessThan(1_000);
    return found?.[0];
  };
  it('by its ratio', async () => {
    expect(await quick(file(bomb(3 * 2 ** 20), 'x.zip'))).toBe('file_bomb');
    expect(await quick(file(bomb(3 * 2 ** 20, 3 * 2 ** 20, 'xl/workbook.xml'), 'x.xlsx'))).toBe('file_bomb');
  });
  it('by its size, by its entries, and by one part standing for many', async () => {
    expect(await quick(file(bomb(1_000, 2 ** 31), 'x.zip'))).toBe('file_bomb');
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`${at}.csv`, 'x']));
    expect(await quick(file(zip(many), 'x.zip'))).toBe('file_bomb');
    const random = Uint8Array.from({ length: 400_000 }, (_, at) => (at * 2_654_435_761) >>> 13);
    const one = zip({ 'a.csv': random });
    const list = one.subarray(one.length - 22 - 51, one.length - 22);
    const end = one.slice(one.length - 22);
    new DataView(end.buffer).setUint16(10, 900, true);
    new DataView(end.buffer).setUint32(12, list.length * 900, true);
    const parts = [one.subarray(0, one.length - 22 - 51), ...Array.from({ length: 900 }, () => list), end];
    expect(await quick(file(Buffer.concat(parts), 'x.zip'))).toBe('file_bomb');
  });
  it('that lies about its size, as soon as it shows', async () => {
    expect(await quick(file(bomb(80 * 2 ** 20, 900_000), 'x.zip'))).toBe('file_bomb');
  });
  it('hidden as an entry of an archive', async () => {
    const inner = bomb(3 * 2 ** 20, 3 * 2 ** 20, 'xl/workbook.xml');
    expect(await quick(file(zip({ 'a.xlsx': inner }), 'x.zip'))).toBe('file_bomb');
  });

  // Unpacked they would take 200, 2,048 and 180 MB.
  it('with 150 MB at most', async () => {
    const megabyte = 2 ** 20;
    const folder = await mkdtemp(path.join(tmpdir(), 'phungpao-bombs-'));
    try {
      const bombs = {
        'lying.zip': bomb(200 * megabyte, 190 * 1024),
        'told.zip': bomb(megabyte, 2 ** 31),
        'book.xlsx': bomb(180 * megabyte, 170 * 1024, 'xl/workbook.xml'),
      };
      const names = Object.keys(bombs).map((name) => path.join(folder, name));
      await Promise.all(Object.values(bombs).map((bytes, at) => writeFile(names[at]!, bytes)));
      const script = path.join(import.meta.dirname, 'refusing.ts');
      const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...names]);
      for (const { code, ms, peakBytes } of JSON.parse(stdout) as Refused[]) {
        expect(code).toBe('file_bomb');
        expect(ms).toBeLessThan(1_000);
        expect(peakBytes).toBeLessThan(150 * megabyte);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
