/** Owns the form in which broken rows go out to be mended and come back: their extra columns, and the seal of each row. */
import type { ColumnId } from './columns.ts';

/** The columns that go with a broken row. They are recognised when the row comes back, and no figure reads them. */
export const mendingColumns = [
  'quarantine_file',
  'quarantine_line',
  'quarantine_reason',
  'quarantine_code',
  'quarantine_text',
] as const satisfies readonly ColumnId[];

export function isMendingColumn(column: string | null): boolean {
  return (mendingColumns as readonly (string | null)[]).includes(column);
}

/** A row as it comes back. `isUntouched`: its own cells are those that went out. */
export interface Sealed {
  readonly isInert: boolean;
  readonly isUntouched: (cells: readonly string[]) => boolean;
}

/**
 * What stands in the column `quarantine_code`: the reason's code, and by which cells the row went out. A broken row can be
 * shifted by one cell; whoever brings it back untouched must not have it counted.
 */
export function seal(code: string, cells: readonly string[], isInert: boolean): string {
  return `${code}:${print(cells)}${isInert ? ':i' : ''}`;
}

/** Null where the cell is no seal: a row that someone has added by hand. */
export function readSeal(cell: string): Sealed | null {
  const match = /^\w+:([0-9a-f]{8})(:i)?$/.exec(cell.trim());
  if (!match) return null;
  return { isInert: match[2] !== undefined, isUntouched: (cells) => print(cells) === match[1] };
}

/**
 * A spreadsheet takes a text that begins so for a formula. Full-width and small ＝ ＋ － ＠ count too, for some fold them to
 * ASCII, and so do blanks and signs without a width before them, for some leave these out.
 */
const formula = /^'*[\s\p{Cc}\p{Cf}]*[=+\-@\t\r\n＝＋－＠﹦﹢﹣﹫]/u;
/** What only looks like one: numbers with a sign, and the dash that stands for nothing. */
const harmless = /^ *[-+]?(\d[\d,]*)?(\.\d+)?%?$/;

/** Makes a text harmless to a spreadsheet by an apostrophe before it; `bare` takes it away again, exactly. */
export function inert(cell: string): string {
  return formula.test(cell) && !harmless.test(cell) ? `'${cell}` : cell;
}
export function bare(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

/** FNV-1a, 32 bits, of the cells without the blank ones at the end: spreadsheets add and drop those. */
function print(cells: readonly string[]): string {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  let hash = 0x811c9dc5;
  for (const letter of JSON.stringify(cells.slice(0, last + 1))) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
