/** Owns what the spreadsheet library passes over in OpenDocument: cells that close themselves, and what is hidden. */
import type { WorkBook } from '@e965/xlsx';

/** Cells that close themselves and yet hold a value. */
export function openCells(xml: string): string {
  const closed = /<table:table-cell(\s[^<>]*office:value-type=[^<>]*)\/>/g;
  return xml.replace(closed, '<table:table-cell$1></table:table-cell>');
}

const attributes = String.raw`((?:\s(?:"[^"]*"|'[^']*'|[^<>"'])*)?)`;
const signs = ['style:style', 'style:table-properties', 'table:table', 'table:table-row'].join('|');
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Marks in the book the sheets that are not displayed, and the rows that are collapsed or filtered away. */
export function markHidden(book: WorkBook, xml: string): void {
  const undisplayed = new Set<string>();
  let style = '';
  let name = '';
  let row = 0;
  for (const [, sign, all = ''] of xml.matchAll(new RegExp(`<(${signs})${attributes}>`, 'g'))) {
    const told = (attribute: string): string => valueOf(all, attribute);
    if (sign === 'style:style') style = told('style:name');
    else if (sign === 'style:table-properties' && told('table:display') === 'false') undisplayed.add(style);
    else if (sign === 'table:table' && told('table:is-sub-table') !== 'true') {
      name = told('table:name');
      row = 0;
      if (undisplayed.has(told('table:style-name'))) hideSheet(book, name);
    } else if (sign === 'table:table-row') {
      const next = row + (Number(told('table:number-rows-repeated')) || 1);
      if (/^(collapse|filter)$/.test(told('table:visibility'))) hideRows(book, name, row, next);
      row = next;
    }
  }
}

function hideSheet(book: WorkBook, name: string): void {
  const sheets = (book.Workbook ??= {}).Sheets ?? [];
  book.Workbook.Sheets = book.SheetNames.map((own, at) => ({ ...sheets[at], ...(own === name && { Hidden: 1 }) }));
}

/** Rows beyond the last that holds anything are hidden by the million; they concern nobody. */
function hideRows(book: WorkBook, name: string, first: number, end: number): void {
  const sheet = book.Sheets[name] as { '!data'?: unknown[]; '!rows'?: { hidden?: boolean }[] } | undefined;
  if (!sheet) return;
  const rows = (sheet['!rows'] ??= []);
  for (let row = first; row < Math.min(end, sheet['!data']?.length ?? 0); row++)
    rows[row] = { ...rows[row], hidden: true };
}

function valueOf(all: string, attribute: string): string {
  const [, double, single] = new RegExp(`\\s${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(all) ?? [];
  return (double ?? single ?? '').replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (entity, hex, digits, word) => {
    if (word) return entities[String(word)] ?? String(entity);
    return String.fromCodePoint(hex ? Number.parseInt(String(hex), 16) : Number(digits));
  });
}
