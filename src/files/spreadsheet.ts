/** Owns spreadsheets (XLSX, XLSB, XLS, ODS, FODS, tables saved as HTML or XML): their sheets as tables of text, cell by cell as stored. */
import * as XLSX from '@e965/xlsx';
import { AppError } from '../model/error.ts';
import { decodeHead, encodingOf } from './encodings.ts';
import { markHidden, openCells } from './opendocument.ts';
import { withOwnTexts } from './openxml.ts';
import { concat, wholeOf } from './source.ts';
import { SwiftSheet } from './swiftsheet.ts';
import { restRows, type Note, type Opened, type Table } from './table.ts';
import { decimal } from './typed.ts';
import { unpack, type Entry } from './zip.ts';

/** `sheetStubs`: a formula without a value leaves a trace. */
const options: XLSX.ParsingOptions = {
  dense: true,
  raw: true,
  sheetStubs: true,
  cellFormula: true,
  cellNF: true,
  cellStyles: true,
  cellText: false,
  cellHTML: false,
};
/** Rows a sheet can have, old and new: a sheet that is full to the last was likely cut. */
const fullSheets = [65_536, 1_048_576];
const firstRows = 20;
/** Of the time that a workbook takes, how much is over when its rows begin to be proven. */
const openingShare = 0.7;
/** Bytes between two signs of life. */
const restBytes = 4 * 2 ** 20;

const errors: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

/** Workbooks that are ZIP archives. Their parts are unpacked here, where bytes are counted and checked. */
export async function zippedTables(opened: Opened, isShort = true): Promise<readonly Table[]> {
  const { source, entries } = opened;
  const archive = new Blob([await wholeOf(source, opened.seal)]);
  const parts = (entries ?? []).filter(({ name }) => /\.(xml|rels|bin)$/i.test(name));
  const bytesTotal = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const sheets: SwiftSheet[] = [];
  let bytesDone = 0;
  const book = XLSX.CFB.utils.cfb_new({ fileType: 'zip' }) as object;
  let openDocument = '';
  const done = (bytes: number): Promise<void> =>
    opened.tell?.((openingShare * bytes) / Math.max(1, bytesTotal)) ?? Promise.resolve();
  for (const entry of parts) {
    const bytes = await partOf(archive, entry, source.name, (share) => done(bytesDone + (share * entry.bytes) / 2));
    if (entry.name === 'content.xml') openDocument = openCells(new TextDecoder().decode(bytes));
    const content = entry.name === 'content.xml' ? new TextEncoder().encode(openDocument) : bytes;
    let sheet: SwiftSheet | null = null;
    if (isShort && /^xl\/worksheets\/[^/]+\.xml$/.test(entry.name)) {
      const reading = SwiftSheet.read(entry.name, bytes);
      let step = reading.next();
      for (; step.done !== true; step = reading.next()) await done(bytesDone + entry.bytes * (0.5 + step.value / 2));
      sheet = step.value;
      if (sheet) sheets.push(sheet);
    }
    XLSX.CFB.utils.cfb_add(book, `/${entry.name}`, sheet?.bytes ?? withOwnTexts(entry.name, content));
    bytesDone += entry.bytes;
    await done(bytesDone);
  }
  const read = bookOf(source.name, () => parseZip(book, { ...options }));
  if (sheets.every((sheet) => sheet.fill(read))) return tablesOf(source.name, read, openDocument);
  return await zippedTables({ ...opened, seal: () => undefined }, false);
}

/** A part of a workbook; `tell` hears which share of it is there. */
async function partOf(
  archive: Blob,
  entry: Entry,
  file: string,
  tell: (share: number) => Promise<void>,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytesDone = 0;
  for await (const piece of unpack(archive, entry, file)) {
    pieces.push(piece);
    bytesDone += piece.length;
    if (Math.floor(bytesDone / restBytes) > Math.floor((bytesDone - piece.length) / restBytes))
      await tell(bytesDone / entry.bytes);
  }
  return concat(pieces);
}

/** Old workbooks, which hold what they hold in one file; also the new ones when locked by a password. */
export async function binaryTables({ source, seal }: Opened): Promise<readonly Table[]> {
  const bytes = await wholeOf(source, seal);
  // Workbooks from before 1997 are written in the encoding of their time.
  XLSX.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  return tablesOf(
    source.name,
    bookOf(source.name, () => XLSX.read(bytes, { ...options, type: 'array' })),
  );
}

/** An OpenDocument in one flat file. */
export async function flatTables({ source, head, seal }: Opened): Promise<readonly Table[]> {
  const xml = openCells(decodeHead(await wholeOf(source, seal), encodingOf(head, source.name)).replace(/^\ufeff/, ''));
  return tablesOf(
    source.name,
    bookOf(source.name, () => XLSX.read(xml, { ...options, type: 'string' })),
    xml,
  );
}

/** A web page or an XML of Excel 2003, most often named .xls. */
export async function markupTables({ source, head, seal }: Opened): Promise<readonly Table[]> {
  const text = decodeHead(await wholeOf(source, seal), encodingOf(head, source.name)).replace(/^\ufeff/, '');
  return tablesOf(
    source.name,
    bookOf(source.name, () => XLSX.read(text.trimStart(), { ...options, type: 'string' })),
  );
}

const parseZip = (XLSX as unknown as { parse_zip: (book: object, options: XLSX.ParsingOptions) => XLSX.WorkBook })
  .parse_zip;

function bookOf(file: string, read: () => XLSX.WorkBook): XLSX.WorkBook {
  try {
    return read();
  } catch (cause) {
    const isLocked = cause instanceof Error && /password|encrypt/i.test(cause.message);
    throw new AppError(isLocked ? 'file_password' : 'file_damaged', { file }, cause);
  }
}

function tablesOf(file: string, book: XLSX.WorkBook, openDocument = ''): readonly Table[] {
  markHidden(book, openDocument);
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name];
    // The library leaves out a sheet that it can't read, and says nothing.
    if (!sheet) throw new AppError('file_damaged', { file });
    return tableOf(name, sheet, is1904, Boolean(book.Workbook?.Sheets?.[index]?.Hidden));
  });
}

type Cells = readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[];

function tableOf(name: string, sheet: XLSX.WorkSheet, is1904: boolean, isHidden: boolean): Table {
  const cells = ((sheet as { '!data'?: Cells })['!data'] ?? []) as Cells;
  const text = cellReader(is1904);
  let width = 0;
  let height = 0;
  let hidden = 0;
  const isMet = (cell: XLSX.CellObject | undefined): boolean => isHole(cell) || text(cell).trim() !== '';
  cells.forEach((row, index) => {
    const last = row?.findLastIndex(isMet) ?? -1;
    if (last < 0) return;
    width = Math.max(width, last + 1);
    height = index + 1;
    if (sheet['!rows']?.[index]?.hidden) hidden++;
  });
  const fieldsOf = (row: number): string[] => Array.from({ length: width }, (_, at) => text(cells[row]?.[at]));
  const notes: Note[] = [];
  if (isHidden) notes.push({ code: 'sheet_hidden', rows: height, value: name });
  if (hidden > 0) notes.push({ code: 'rows_hidden', rows: hidden, value: name });
  if (fullSheets.includes(height)) notes.push({ code: 'excel_limit', rows: height, value: name });
  return {
    name,
    encoding: '',
    notes,
    first: Array.from({ length: Math.min(firstRows, height) }, (_, row) => fieldsOf(row)),
    rows: height,
    merged: (sheet['!merges'] ?? []).flatMap(({ s, e }) =>
      e.r > s.r ? [{ column: s.c, from: s.r + 1, to: e.r + 1 }] : [],
    ),
    async *read(take) {
      for (let row = 0; row < height; row++) {
        const holes = cells[row]?.flatMap((cell, at) => (isHole(cell) ? [at] : []));
        take(fieldsOf(row), row + 1, null, null, false, holes);
        if (row % restRows === 0) yield await Promise.resolve(row / height);
      }
    },
  };
}

/** A formula that was never worked out, as programs write them that are no spreadsheets. */
function isHole(cell: XLSX.CellObject | undefined): boolean {
  return cell?.t === 'z' && cell.f !== undefined;
}

function cellReader(is1904: boolean): (cell: XLSX.CellObject | undefined) => string {
  const dates = new Map<unknown, boolean>();
  const isDate = (format: unknown): boolean => {
    const known = dates.get(format) ?? (XLSX.SSF.is_date as (format: unknown) => boolean)(format);
    dates.set(format, known);
    return known;
  };
  return (cell) => {
    if (cell === undefined || cell.v === undefined || cell.v === null) return '';
    if (cell.t === 's') return String(cell.v);
    if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
    if (cell.t === 'e') return errors[Number(cell.v)] ?? '#ERROR!';
    if (typeof cell.v !== 'number') return '';
    if (cell.z !== undefined && isDate(cell.z)) return moment(cell.v, is1904);
    // Excel knows fifteen digits of a number; what lies beyond is an error of its arithmetic.
    const number = decimal(Number(cell.v.toPrecision(15)));
    // A format of zeros alone shows a code; its leading zeros are part of it.
    return typeof cell.z === 'string' && /^0{2,}$/.test(cell.z) && /^\d+$/.test(number)
      ? number.padStart(cell.z.length, '0')
      : number;
  };
}

interface DateParts {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
  readonly S: number;
}

function moment(serial: number, is1904: boolean): string {
  const date = XLSX.SSF.parse_date_code(serial, { date1904: is1904 }) as DateParts | null;
  if (!date) return decimal(serial);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${String(date.y).padStart(4, '0')}-${two(date.m)}-${two(date.d)}`;
  const time = `${two(date.H)}:${two(date.M)}:${two(date.S)}`;
  if (serial < 1) return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}
