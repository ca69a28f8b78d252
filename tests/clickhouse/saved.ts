/** Owns files of clean tables as a page saves them: made of logbook files, by the page's own parts. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { TablesFile } from '../../src/exports/tablesfile.ts';
import { carryOut, countRows } from '../../src/intake/carrying.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import type { Opened } from '../engine/opened.ts';

const sample = new URL('../../data/sample/logbook-pattani-2565-06-29.csv', import.meta.url);

/** The first so many records of the sample, as a file of that date. */
export function firstOf(records: number, date = '2565-06-29'): File {
  const lines = readFileSync(sample, 'utf8').split('\n');
  const plain = lines.filter((line) => line.split('"').length % 2 === 1).slice(0, records + 1);
  const text = plain.map((line) => line.replaceAll('29/06/2565', date.split('-').reverse().join('/'))).join('\n');
  return new File([`${text}\n`], `logbook-pattani-${date}.csv`);
}

/** The bytes of the file; where `path` is given they lie there too. */
export async function saveTables(
  { engine }: Pick<Opened, 'engine'>,
  receipt: Receipt,
  path: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const numbers = { snapshots: receipt.snapshots.map(({ number }) => number), references: [] };
  const file = new TablesFile();
  const rows = await countRows(engine, numbers);
  for await (const { table, bytes } of carryOut(engine, numbers, undefined, true)) await file.add(table, bytes);
  const saved = await file.close(receipt, numbers.snapshots, rows, 'ตาราง');
  const bytes = new Uint8Array(await saved.bytes.arrayBuffer());
  await writeFile(path, bytes);
  return bytes;
}
