/** Owns the short way through a worksheet's XML: rows of numbers and shared texts, as most programs write them. */
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';

/** A row's cells, by column. Texts and formats are still numbers. */
interface RawCell {
  readonly column: number;
  readonly type: string;
  readonly value: string;
  readonly style: string | undefined;
}
interface RawRow {
  readonly row: number;
  readonly isHidden: boolean;
  readonly cells: readonly RawCell[];
}

/** Rows between two signs of life. */
const restRows = 1_000;
/** What stands in the place of the rows while the library reads the rest of the sheet. */
const mark = 'phungpao-rows ';

const rowStart = /<row((?: [\w:]+="[^"<>&]*")*) ?(\/?)>/y;
const cell =
  /<c r="([A-Z]{1,3})(\d+)"(?: s="(\d+)")?(?: t="(s|n|b)")?(?:\/>|><\/c>|><v>(-?\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?)<\/v><\/c>)/y;

/** The rows of one sheet, kept apart from the library, which is given the sheet without them. */
export class SwiftSheet {
  readonly #name: string;
  readonly #rows: readonly RawRow[];
  /** The sheet for the library. */
  readonly bytes: Uint8Array;

  private constructor(name: string, rows: readonly RawRow[], bytes: Uint8Array) {
    this.#name = name;
    this.#rows = rows;
    this.bytes = bytes;
  }

  /** Yields the share that is read; returns null for a sheet in which anything is out of the ordinary: it is the library's. */
  static *read(name: string, bytes: Uint8Array): Generator<number, SwiftSheet | null> {
    const xml = new TextDecoder().decode(bytes);
    const open = xml.indexOf('<sheetData>');
    const close = xml.indexOf('</sheetData>');
    // A comment or a second part by the name of the rows may hide what is meant.
    if (open < 0 || close < open || xml.includes('<!')) return null;
    if (xml.indexOf('sheetData', open + 11) !== close + 2 || xml.slice(0, open).includes('sheetData')) return null;
    if (xml.indexOf('sheetData', close + 12) >= 0) return null;
    const rows: RawRow[] = [];
    for (let at = open + '<sheetData>'.length; at < close;) {
      const read = readRow(xml, at, rows.at(-1)?.row ?? 0);
      if (!read) return null;
      rows.push(read.row);
      at = read.end;
      if (rows.length % restRows === 0) yield (at - open) / (close - open);
    }
    const rest = `<row r="1"><c r="A1" t="str"><v>${mark}${name}</v></c></row>`;
    const without = xml.slice(0, open + '<sheetData>'.length) + rest + xml.slice(close);
    return new SwiftSheet(name, rows, new TextEncoder().encode(without));
  }

  /** Gives the sheet its rows back, as the library would have read them; false where one of them points to nothing. */
  fill(book: WorkBook): boolean {
    const sheet = Object.values(book.Sheets).find((one) => dataOf(one)[0]?.[0]?.v === mark + this.#name);
    if (!sheet) return false;
    const { Strings: texts = [], Styles: styles, SSF: formats } = book as Inside;
    const formatOf = (style: string | undefined): string | undefined => {
      const number = style === undefined ? 0 : (styles?.CellXf?.[Number(style)]?.numFmtId ?? 0);
      return formats?.[Number(number)];
    };
    const data: (CellObject | undefined)[][] = [];
    const hidden: { hidden: true }[] = [];
    for (const { row, isHidden, cells } of this.#rows) {
      if (isHidden) hidden[row - 1] = { hidden: true };
      const found: (CellObject | undefined)[] = [];
      for (const { column, type, value, style } of cells) {
        if (type === 's') {
          const text = texts[Number(value)]?.t;
          if (text === undefined) return false;
          found[column] = { t: 's', v: text };
        } else if (type === 'b') found[column] = { t: 'b', v: value === '1' };
        else found[column] = { t: 'n', v: Number.parseFloat(value), z: formatOf(style) };
      }
      data[row - 1] = found;
    }
    Object.assign(sheet, { '!data': data, '!rows': hidden });
    return true;
  }
}

interface Inside {
  readonly Strings?: readonly { readonly t?: string }[];
  readonly Styles?: { readonly CellXf?: readonly { readonly numFmtId?: number | string }[] };
  readonly SSF?: Readonly<Record<number, string>>;
}

const dataOf = (sheet: WorkSheet): CellObject[][] => (sheet as { '!data'?: CellObject[][] })['!data'] ?? [];

function readRow(xml: string, start: number, above: number): { readonly row: RawRow; readonly end: number } | null {
  rowStart.lastIndex = start;
  const found = rowStart.exec(xml);
  if (!found) return null;
  const [, attributes = '', closed] = found;
  const row = Number(/ r="(\d{1,7})"/.exec(attributes)?.[1]);
  const hidden = / hidden="([^"]*)"/.exec(attributes)?.[1] ?? '0';
  if (!(row > above) || !['0', '1', 'true', 'false'].includes(hidden)) return null;
  const isHidden = hidden === '1' || hidden === 'true';
  const cells: RawCell[] = [];
  let end = rowStart.lastIndex;
  if (closed) return { row: { row, isHidden, cells }, end };
  const number = String(row);
  for (let last = -1; !xml.startsWith('</row>', end);) {
    cell.lastIndex = end;
    const [, letters = '', digits, style, type = 'n', value] = cell.exec(xml) ?? [];
    const column = columnOf(letters);
    if (digits !== number || column <= last) return null;
    last = column;
    end = cell.lastIndex;
    if (value === undefined) {
      if (type === 'b') return null;
      continue;
    }
    if (type === 's' ? !/^\d+$/.test(value) : type === 'b' && value !== '0' && value !== '1') return null;
    cells.push({ column, type, value, style });
  }
  return { row: { row, isHidden, cells }, end: end + '</row>'.length };
}

function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}
