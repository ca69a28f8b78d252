/** Owns writing one table in every format that can be read, for tests: the twins of a CSV file. */
import { deflateRawSync, gzipSync } from 'node:zlib';
import * as XLSX from '@e965/xlsx';
import { Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import { strToU8, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';

export type Rows = readonly (readonly string[])[];
export type Bytes = Uint8Array<ArrayBuffer>;

export function file(bytes: Uint8Array | string, name: string): File {
  return new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name);
}

export function csv(rows: Rows, delimiter = ',', end = '\n'): string {
  const cell = (text: string): string =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(cell).join(delimiter) + end).join('');
}

/** As Windows-874, UTF-16 or UTF-8 writes it. */
export function encode(
  text: string,
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-874',
  hasMark = false,
): Bytes {
  const marked = hasMark ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(marked);
  if (encoding === 'windows-874')
    return Uint8Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0xe01 ? code - 0xe01 + 0xa1 : code;
    });
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), encoding === 'utf-16le');
  return bytes;
}

export type BookType = 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'html' | 'xlml';

/** All sheets of a workbook, their cells as given: texts, numbers, dates, or whole cells. */
export function workbook(
  sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>,
  bookType: BookType = 'xlsx',
  change: (book: XLSX.WorkBook) => void = () => undefined,
): Bytes {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  change(book);
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType, compression: true, bookSST: true }) as ArrayBuffer);
}

/** Reads a workbook's parts, to change one as other programs would have written it. */
export function zip(entries: Readonly<Record<string, Uint8Array | string>>): Bytes {
  const files = Object.entries(entries).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]);
  return new Uint8Array(zipSync(Object.fromEntries(files) as Record<string, Uint8Array>));
}

/** Frames of Zstandard may hold their bytes as they are, and so may Snappy's: a test needs no compressor for that. */
function rawZstd(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0xa0, ...int32(bytes.length))];
  const most = 2 ** 17;
  for (let at = 0; at < Math.max(1, bytes.length); at += most) {
    const block = bytes.subarray(at, at + most);
    const head = (block.length << 3) | (at + most >= bytes.length ? 1 : 0);
    parts.push(Uint8Array.of(head & 255, (head >> 8) & 255, (head >> 16) & 255), block);
  }
  return new Uint8Array(Buffer.concat(parts));
}

const int32 = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >>> shift) & 255);

export function parquet(rows: Rows, codec: 'UNCOMPRESSED' | 'SNAPPY' | 'GZIP' | 'ZSTD' = 'SNAPPY'): Bytes {
  const [header = [], ...records] = rows;
  const columnData = header.map((name, at) => ({
    name,
    data: records.map((record) => record[at] ?? ''),
    type: 'STRING' as const,
  }));
  const compressors = { GZIP: (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes)), ZSTD: rawZstd };
  return new Uint8Array(parquetWriteBuffer({ columnData, codec, compressors, rowGroupSize: 3 }));
}

export function arrow(rows: Rows, form: 'file' | 'stream' = 'file'): Bytes {
  const [header = [], ...records] = rows;
  const columns = header.map((name, at) => [
    name,
    vectorFromArray(
      records.map((record) => record[at] ?? ''),
      new Utf8(),
    ),
  ]);
  return new Uint8Array(tableToIPC(new Table(Object.fromEntries(columns) as never), form));
}

export function json(rows: Rows, form: 'objects' | 'arrays' | 'lines'): string {
  const [header = [], ...records] = rows;
  if (form === 'arrays') return JSON.stringify(rows);
  const objects = records.map((record) => Object.fromEntries(header.map((name, at) => [name, record[at] ?? ''])));
  return form === 'lines'
    ? objects.map((one) => `${JSON.stringify(one)}\n`).join('')
    : JSON.stringify(objects, null, 2);
}

/** An archive of one entry whose list says what it wants to about its size. */
export function bomb(bytes: number, told = bytes, name = 'x.csv'): Bytes {
  const packed = deflateRawSync(new Uint8Array(bytes).fill(0x61));
  const nameBytes = strToU8(name);
  const local = new DataView(new ArrayBuffer(30));
  const entry = new DataView(new ArrayBuffer(46));
  const end = new DataView(new ArrayBuffer(22));
  local.setUint32(0, 0x04034b50, true);
  local.setUint16(8, 8, true);
  local.setUint16(26, nameBytes.length, true);
  entry.setUint32(0, 0x02014b50, true);
  entry.setUint16(10, 8, true);
  entry.setUint32(20, packed.length, true);
  entry.setUint32(24, told, true);
  entry.setUint16(28, nameBytes.length, true);
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(10, 1, true);
  end.setUint32(12, 46 + nameBytes.length, true);
  end.setUint32(16, 30 + nameBytes.length + packed.length, true);
  const parts = [local.buffer, nameBytes, packed, entry.buffer, nameBytes, end.buffer];
  return new Uint8Array(Buffer.concat(parts.map((part) => new Uint8Array(part))));
}
