/** Owns which formats can be read: a row each, with how it is known by its content and what reads it. */
import { AppError } from '../model/error.ts';
import type { Text } from '../model/text.ts';
import { delimitedTables } from './delimited.ts';
import { decodeHead, encodingOf, isText } from './encodings.ts';
import { jsonTables } from './json.ts';
import type { Opened, Table } from './table.ts';

export interface Format {
  readonly id: string;
  readonly title: Text;
  sniff(opened: Opened): boolean;
  /** Null for an archive: each of its entries is a file of its own. */
  readonly tables: ((opened: Opened) => Promise<readonly Table[]>) | null;
}

const signs = {
  zip: [0x50, 0x4b],
  compound: [0xd0, 0xcf, 0x11, 0xe0],
  parquet: [0x50, 0x41, 0x52, 0x31],
  arrow: [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31],
  arrowStream: [0xff, 0xff, 0xff, 0xff],
} as const;

/** What is no table says so in its first bytes. */
const others: readonly { readonly looks: string; readonly bytes: readonly number[] }[] = [
  { looks: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { looks: 'png', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { looks: 'jpeg', bytes: [0xff, 0xd8, 0xff] },
  { looks: 'gif', bytes: [0x47, 0x49, 0x46, 0x38] },
  { looks: 'webp', bytes: [0x52, 0x49, 0x46, 0x46] },
  { looks: 'gzip', bytes: [0x1f, 0x8b] },
  { looks: 'rar', bytes: [0x52, 0x61, 0x72, 0x21] },
  { looks: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
];

const same = (title: string): Text => ({ th: title, en: title });
const spreadsheet = (): Promise<typeof import('./spreadsheet.ts')> => import('./spreadsheet.ts');

/** The first that knows the file reads it; the last takes whatever is text. */
export const formats: readonly Format[] = [
  {
    id: 'xlsx',
    title: same('Excel (XLSX)'),
    sniff: (opened) => has(opened, /^xl\/workbook\.(xml|bin)$/),
    tables: async (opened) => (await spreadsheet()).zippedTables(opened),
  },
  {
    id: 'ods',
    title: same('OpenDocument (ODS)'),
    sniff: (opened) => has(opened, /^META-INF\/manifest\.xml$/) && has(opened, /^content\.xml$/),
    tables: async (opened) => (await spreadsheet()).zippedTables(opened),
  },
  {
    id: 'zip',
    title: same('ZIP'),
    sniff: (opened) => opened.entries !== null && !has(opened, /^\[Content_Types\]\.xml$/),
    tables: null,
  },
  {
    id: 'xls',
    title: same('Excel (XLS)'),
    sniff: ({ head }) => begins(head, signs.compound),
    tables: async (opened) => (await spreadsheet()).binaryTables(opened),
  },
  {
    id: 'parquet',
    title: same('Parquet'),
    sniff: ({ head }) => begins(head, signs.parquet),
    tables: async (opened) => (await import('./parquet.ts')).parquetTables(opened),
  },
  {
    id: 'arrow',
    title: same('Arrow'),
    sniff: ({ head }) => begins(head, signs.arrow) || begins(head, signs.arrowStream),
    tables: async (opened) => (await import('./arrow.ts')).arrowTables(opened),
  },
  {
    id: 'fods',
    title: same('OpenDocument (FODS)'),
    sniff: (opened) => /<office:document\s[^<>]*opendocument\.spreadsheet/.test(startOf(opened)),
    tables: async (opened) => (await spreadsheet()).flatTables(opened),
  },
  {
    id: 'html',
    title: { th: 'ตาราง HTML หรือ XML', en: 'HTML or XML table' },
    sniff: (opened) => {
      const text = startOf(opened);
      return /^\s*<(\?xml|!|html|head|body|meta|style|table)/i.test(text) && /<table|office:spreadsheet/i.test(text);
    },
    tables: async (opened) => (await spreadsheet()).markupTables(opened),
  },
  {
    id: 'json',
    title: same('JSON'),
    sniff: (opened) => /^\s*(\{\s*["}]|\[\s*([[{\]"\d-]|null|true|false))/.test(startOf(opened)),
    tables: jsonTables,
  },
  {
    id: 'csv',
    title: same('CSV'),
    sniff: ({ head }) => isText(head),
    tables: delimitedTables,
  },
];

/** Throws an AppError that says what the file looks like where none can read it. */
export function formatOf(opened: Opened): Format {
  const { source, head, entries } = opened;
  const file = source.name;
  if (head.length === 0) throw new AppError('file_empty', { file });
  const other = others.find(({ bytes }) => begins(head, bytes));
  if (other) throw new AppError('file_not_text', { file, looks: other.looks });
  const found = formats.find((format) => format.sniff(opened));
  if (found) return found;
  throw entries ? new AppError('file_format', { file }) : new AppError('file_not_text', { file, looks: 'binary' });
}

export function isZip(head: Uint8Array): boolean {
  return begins(head, [...signs.zip, 3, 4]) || begins(head, [...signs.zip, 5, 6]);
}

function begins(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

const startBytes = 8_192;

/** How a text begins; empty where it is none. */
function startOf({ source, head }: Opened): string {
  if (!isText(head)) return '';
  return decodeHead(head.subarray(0, startBytes), encodingOf(head, source.name)).replace(/^\ufeff/, '');
}

function has({ entries }: Opened, name: RegExp): boolean {
  return entries?.some((entry) => name.test(entry.name)) ?? false;
}
