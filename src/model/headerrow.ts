/** Owns finding the header among a file's first rows: as corrected by the reader, as known, or as guessed when asked to. */
import type { ColumnId } from './columns.ts';
import { fingerprint } from './fingerprint.ts';
import type { Grain } from './grain.ts';
import { mapHeaders } from './headers.ts';
import { letters, plain } from './plain.ts';
import type { RowShape } from './rowshape.ts';

/** What is known of headers beyond the data dictionary. It crosses to the scan's worker, so it is plain data. */
export interface HeaderHints {
  /** Columns in the order of the header, by the header's key; null is left unread. */
  readonly corrected: Readonly<Record<string, readonly (ColumnId | null)[]>>;
  /** Where no row names a column, take the likeliest one for the header, so that the reader can be asked. */
  readonly guess: boolean;
  /** What one row stands for, by the header's key, where the reader has said so. */
  readonly grains?: Readonly<Record<string, Grain>>;
  /** How rows are read, by `shapeKey`, where that was agreed. */
  readonly shapes?: Readonly<Record<string, RowShape>>;
  /** By `partName`, whether a sheet is to be read, where the reader has said so. */
  readonly sheets?: Readonly<Record<string, boolean>>;
}
export const noHints: HeaderHints = { corrected: {}, guess: false };

export interface HeaderRow {
  /** Index of its first row, and of its last: a header with group titles above it has two. */
  readonly first: number;
  readonly last: number;
  readonly headers: readonly string[];
  readonly columns: readonly (ColumnId | null)[];
  readonly from: HeaderFrom;
}
export type HeaderFrom = 'known' | 'corrected' | 'guessed';

/** The same for files with the same headers in the same order. A fingerprint: the headers can't be read from it. */
export const headerKey = (headers: readonly string[]): string => fingerprint(headers.map(letters).join('\u001f'));

/** Null where no row names two columns and nothing else is to be had. */
export function findHeaderRow(rows: readonly (readonly string[])[], hints: HeaderHints = noHints): HeaderRow | null {
  const { single, pairs } = candidates(rows);
  for (const { first, last, headers } of [...pairs, ...single]) {
    const columns = hints.corrected[headerKey(headers)];
    if (columns?.length === headers.length) return { first, last, headers, columns: once(columns), from: 'corrected' };
  }
  let best: HeaderRow | null = null;
  let most = 1;
  // Two rows are one header only where that tells more than one of them alone.
  for (const { first, last, headers, names } of [...single, ...pairs]) {
    const columns = mapHeaders(names, headers);
    const known = columns.filter((id) => id !== null).length;
    if (known > most) best = { first, last, headers, columns, from: 'known' };
    most = Math.max(most, known);
  }
  return best ?? (hints.guess ? guess(rows) : null);
}

/** Every row, and every two rows, that could be the header, in their order; `columns` are what they would be read as. */
export function possibleHeaders(rows: readonly (readonly string[])[]): readonly Omit<HeaderRow, 'from'>[] {
  const { single, pairs } = candidates(rows);
  return [...single, ...pairs]
    .filter(({ headers }) => headers.filter((header) => header !== '').length > 1)
    .sort((a, b) => a.first - b.first || a.last - b.last)
    .map(({ first, last, headers, names }) => ({ first, last, headers, columns: mapHeaders(names, headers) }));
}

function candidates(rows: readonly (readonly string[])[]): {
  readonly single: readonly Candidate[];
  readonly pairs: readonly Candidate[];
} {
  const single = rows.map((row, at): Candidate => {
    const headers = row.map(tidy);
    return { first: at, last: at, headers, names: headers };
  });
  return { single, pairs: rows.flatMap((row, at) => joined(row, rows[at + 1], at) ?? []) };
}

interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly headers: readonly string[];
  /** The headers without the titles of their groups. */
  readonly names: readonly string[];
}

/** A header below a row of group titles; null where it does not look like one: titles stand above several columns. */
function joined(above: readonly string[], below: readonly string[] | undefined, first: number): Candidate | null {
  if (!below || below.length !== above.length || below.some((cell) => /\d{5}/.test(plain(cell)))) return null;
  const titles = above.map(tidy);
  // One title alone is the table's.
  if (titles.filter((title) => title !== '').length < 2) return null;
  let group = '';
  let spans = 0;
  const names: string[] = [];
  const headers = below.map((cell, at) => {
    const name = tidy(cell);
    const title = titles[at] ?? '';
    if (title !== '') group = title;
    else if (name !== '' && group !== '') spans++;
    const over = title || (name === '' ? '' : group);
    names.push(name || over);
    return over === '' || name === '' || letters(over) === letters(name) ? name || over : `${over} ${name}`;
  });
  return spans > 0 ? { first, last: first + 1, headers, names } : null;
}

/** The first row that is nearly as full as the fullest and holds no number; else the fullest. */
function guess(rows: readonly (readonly string[])[]): HeaderRow | null {
  const filled = rows.map((row) => row.filter((cell) => tidy(cell) !== '').length);
  const most = Math.max(0, ...filled);
  if (most < 2) return null;
  const isFull = (at: number): boolean => (filled[at] ?? 0) >= Math.max(2, most * 0.7);
  const named = rows.findIndex((row, at) => isFull(at) && !row.some((cell) => /^[\d.,/-]+$/.test(plain(cell))));
  const at = named >= 0 ? named : filled.indexOf(most);
  const headers = (rows[at] ?? []).map(tidy);
  return { first: at, last: at, headers, columns: mapHeaders(headers), from: 'guessed' };
}

/** A column is read from one header: the first. */
function once(columns: readonly (ColumnId | null)[]): (ColumnId | null)[] {
  return columns.map((id, at) => (id !== null && columns.indexOf(id) < at ? null : id));
}

function tidy(header: string): string {
  return header.replace(/^\ufeff/, '').trim();
}
