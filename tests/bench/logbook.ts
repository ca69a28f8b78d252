/** Owns the large files of the benchmark: the sample's rows over and over, each a household of its own. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import * as XLSX from '@e965/xlsx';
import { parse } from 'csv-parse/sync';

const sample = path.resolve(import.meta.dirname, '../../data/sample/logbook-pattani-2565-06-29.csv');

/** Writes a CSV of at least so many bytes and gives its rows. All columns of the sample; or the `plain` ones, without a quote. */
export function writeCsv(file: string, leastBytes: number, columns: 'all' | 'plain' = 'all'): number {
  const [header = '', ...lines] = columns === 'all' ? sampleLines() : plainLines();
  const rests = lines.map((line) => line.split(',').slice(4).join(','));
  const out = openSync(file, 'w');
  let rows = 0;
  let bytes = writeSync(out, `${header}\n`);
  while (bytes < leastBytes) {
    let text = '';
    for (const rest of rests.slice(0, 5_000).map((_, at) => rests[(rows + at) % rests.length] ?? '')) {
      rows++;
      text += `${rows},2565,29/06/2565,${houseCode(rows)},${rest}\n`;
    }
    bytes += writeSync(out, text);
  }
  closeSync(out);
  return rows;
}

/** A workbook of one sheet with so many rows under the header, as office programs write it. */
export function workbookOf(rows: number): Uint8Array<ArrayBuffer> {
  const [header = [], ...records] = parse(sampleLines().join('\n')) as string[][];
  const cells = Array.from({ length: rows }, (_, at) => {
    const record = records[at % records.length] ?? [];
    return record.map((cell, column) => (column === 0 ? at + 1 : column === 3 ? houseCode(at + 1) : cellOf(cell)));
  });
  const sheet = XLSX.utils.aoa_to_sheet([header, ...cells], { dense: true });
  const book = XLSX.utils.book_new(sheet, 'ข้อมูล');
  return new Uint8Array(
    XLSX.write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true }) as ArrayBuffer,
  );
}

const houseCode = (row: number): string => `94${String(row).padStart(9, '0')}`;
/** What was typed as a number is one; an empty cell is not written. */
const cellOf = (cell: string): string | number | null =>
  cell === '' ? null : /^[1-9]?\d{1,5}$/.test(cell) ? Number(cell) : cell;

/** Without the records that go over several lines. */
function sampleLines(): string[] {
  const lines = readFileSync(sample, 'utf8').split('\n');
  return lines.filter((line) => line !== '' && line.split('"').length % 2 === 1);
}

function plainLines(): string[] {
  const lines = sampleLines().filter((line) => !line.includes('"'));
  return lines.map((line) => line.split(',').slice(0, 25).join(','));
}
