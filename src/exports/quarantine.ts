/** Owns the quarantined rows as tables to be mended and opened again: why, from where, and what stood in them. */
import { textsOf } from '../i18n/texts.ts';
import { columnOf, type ColumnId } from '../model/columns.ts';
import { mapHeaders } from '../model/headers.ts';
import { isMendingColumn, seal, type mendingColumns } from '../model/mending.ts';
import { judgementTitle } from '../model/problem.ts';
import type { FileReceipt, QuarantinedRow } from '../model/receipt.ts';
import type { Told } from '../model/refused.ts';
import type { Language } from '../model/text.ts';
import { csvFile } from './csv.ts';
import { fileName, type Saved, type Sheet } from './sheet.ts';
import { xlsxFile } from './xlsx.ts';

type MendingColumn = (typeof mendingColumns)[number];

/** Rows of files that have the same columns and date, and so can lie in one table. */
export interface Batch {
  readonly files: Told['files'];
  readonly rows: readonly QuarantinedRow[];
}

/** A record with more fields beyond its header than this goes out as one text. */
const mostSurplus = 20;

/** In the order of the files. */
export function batches({ files, quarantined }: Told): readonly Batch[] {
  const found = new Map<string, { files: Told['files'][number][]; rows: QuarantinedRow[] }>();
  files.forEach((file, index) => {
    const rows = quarantined.filter((row) => row.file === index);
    if (rows.length === 0) return;
    const date = file.asOfFrom === 'column' ? '' : (file.asOf ?? '');
    const key = JSON.stringify([date, file.headers.map(({ header, column }) => [header, column])]);
    const batch = found.get(key) ?? { files: [], rows: [] };
    found.set(key, batch);
    batch.files.push(file);
    // One by one: a spread of very many rows would be too much for one call.
    for (const row of rows) batch.rows.push(row);
  });
  return [...found.values()];
}

/** One CSV for a batch: what was typed stays, what Excel would calculate is made inert. */
export function quarantineCsv(receipt: Told, batch: Batch, language: Language): Saved {
  return csvFile(nameOf(batch, language), sheetOf(receipt, batch, language, true));
}

/** One workbook for all, a sheet for each batch. */
export async function quarantineXlsx(receipt: Told, language: Language): Promise<Saved | null> {
  const all = batches(receipt);
  const [first] = all;
  if (!first) return null;
  const sheets = all.map((batch) => sheetOf(receipt, batch, language, false));
  return await xlsxFile(nameOf(first, language), sheets, textsOf(language).mending.tooLong);
}

/** `isInert` where the table becomes CSV: its seals then tell that apostrophes were put before some cells. */
export function sheetOf({ files }: Told, batch: Batch, language: Language, isInert: boolean): Sheet {
  const texts = textsOf(language).mending;
  const headers = batch.files[0]?.headers ?? [];
  const own = headers.flatMap(({ column }, index) => (isMendingColumn(column) ? [] : [index]));
  const cellsOf = ({ fields }: QuarantinedRow): readonly string[] | null => {
    const surplus = fields.length - headers.length;
    if (fields.length === 0 || surplus > mostSurplus) return null;
    return [...own.map((index) => fields[index] ?? ''), ...fields.slice(headers.length)];
  };
  const cells = batch.rows.map(cellsOf);
  const surplus = Math.max(0, ...cells.map((row) => (row?.length ?? 0) - own.length));
  const isTextNeeded = cells.includes(null);
  const title = (column: MendingColumn): string => columnOf[column].title[language];
  const header = [
    ...(['quarantine_file', 'quarantine_line', 'quarantine_reason', 'quarantine_code'] as const).map(title),
    ...ownHeaders(headers.filter(({ column }) => !isMendingColumn(column))),
    ...Array.from({ length: surplus }, (_, index) => texts.surplus(index + 1)),
    ...(isTextNeeded ? [title('quarantine_text')] : []),
  ];
  const rows = batch.rows.map((row, index) => {
    const found = cells[index] ?? [];
    return [
      files[row.file]?.name ?? '',
      String(row.line),
      judgementTitle(row.code, language),
      seal(row.code, found, isInert),
      ...Array.from({ length: own.length + surplus }, (_, at) => found[at] ?? ''),
      ...(isTextNeeded ? [cells[index] === null ? row.text : ''] : []),
    ];
  });
  const name = batch.files.map((file) => file.name).join(' ');
  return { name, rows: [header, ...rows] };
}

/** As they stood; but where a reader had to say what a header means, the column's own title says it from now on. */
function ownHeaders(headers: FileReceipt['headers']): readonly string[] {
  const known = mapHeaders(headers.map(({ header }) => header));
  return headers.map(({ header, column }, index) =>
    column !== null && column in columnOf && known[index] !== column ? columnOf[column as ColumnId].title.th : header,
  );
}

/** The as-of date goes with the rows: a mended file must belong to the same snapshot without being asked. */
function nameOf({ files }: Batch, language: Language): string {
  const [file] = files;
  const base = (file?.name ?? '').replace(/\.[a-z0-9]{1,8}$/i, '');
  const [year = '', month = '', day = ''] = (file?.asOf ?? '').split('-');
  const isDated = !file?.asOf || file.asOfFrom === 'column' || file.asOfFrom === 'name';
  const date = isDated ? '' : `${day}-${month}-${Number(year) + 543}`;
  return fileName(textsOf(language).mending.fileName, base, date);
}
