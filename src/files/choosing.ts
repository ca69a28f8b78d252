/** Owns which sheets of a workbook are read, and the account of those that are not. */
import { AppError } from '../model/error.ts';
import { findHeaderRow, type HeaderHints } from '../model/headerrow.ts';
import { missingOf } from '../model/needed.ts';
import type { UnreadSheet } from '../model/receipt.ts';
import { partName } from '../model/sourcename.ts';
import type { Scanned } from './scan.ts';
import type { Note, Table } from './table.ts';

/**
 * Of several sheets those are read that tell of households; where none does, the first whose header is known. Hidden ones
 * are read only where no other is, unless the reader says otherwise. The rest is counted and said.
 */
export function choose(
  tables: readonly Table[],
  file: string,
  hints: HeaderHints,
): { readonly chosen: readonly Table[]; readonly unread: readonly Unread[] } {
  const filled = tables.filter(({ name, rows }) => name === null || rows > 0);
  if (filled.length === 0) throw new AppError('file_empty', { file });
  const known = filled.filter(({ name, first }) => name === null || findHeaderRow(first, hints) !== null);
  const useful = known.filter(
    ({ name, first }) => name === null || missingOf(findHeaderRow(first, hints)?.columns ?? []).length === 0,
  );
  const said = ({ name }: Table): boolean | undefined => hints.sheets?.[partName(file, name ?? '')];
  const visible = useful.filter((table) => !isHidden(table));
  const likely = visible.length > 0 ? visible : useful.length > 0 ? useful : known.slice(0, 1);
  const wanted = filled.filter((table) => said(table) ?? likely.includes(table));
  const chosen = wanted.length > 0 ? wanted : likely;
  if (chosen.length === 0) throw new AppError('file_no_known_column', { file });
  const unread = filled.filter((table) => !chosen.includes(table));
  return {
    chosen,
    unread: unread.map((table) => ({
      note: { code: 'sheet_unread', rows: table.rows, value: table.name ?? '' },
      sheet: {
        name: partName(file, table.name ?? ''),
        rows: table.rows,
        isHidden: isHidden(table),
        isUseful: useful.includes(table),
      },
    })),
  };
}

type Counted = Pick<Scanned, 'read' | 'setAside' | 'notes'>;
interface Unread {
  readonly note: Note;
  readonly sheet: UnreadSheet;
}

function isHidden({ notes }: Table): boolean {
  return notes.some(({ code }) => code === 'sheet_hidden');
}

/** The account of the first table, with what was left unread beside it. */
export function withUnread<T extends Counted>(
  account: T,
  unread: readonly Unread[],
): T & { readonly unreadSheets: readonly UnreadSheet[] } {
  const unreadSheets = unread.map(({ sheet }) => sheet);
  if (unread.length === 0) return { ...account, unreadSheets };
  const rows = unreadSheets.reduce((sum, sheet) => sum + sheet.rows, 0);
  return {
    ...account,
    unreadSheets,
    read: account.read + rows,
    setAside: [...account.setAside, { rule: 'sheet_unread', rows }],
    notes: [...account.notes, ...unread.map(({ note }) => note)],
  };
}
