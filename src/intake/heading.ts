/** Owns what is done where a file's headers do not say enough: the reader is asked which column is which, never guessed. */
import type { Scanned } from '../files/scan.ts';
import type { ColumnId } from '../model/columns.ts';
import { columnOf } from '../model/columns.ts';
import type { Corrections } from '../model/correction.ts';
import { firstSigns } from '../model/cut.ts';
import { AppError } from '../model/error.ts';
import { headerKey, possibleHeaders } from '../model/headerrow.ts';
import { missingOf } from '../model/needed.ts';
import { mask, maskSample } from '../model/masking.ts';
import type { MappedHeader, QuarantinedRow } from '../model/receipt.ts';
import { NothingKept } from '../model/refused.ts';
import { answerKey, headerRowKey, type Ask, type HeaderChoice, type IntakeQuestion } from './asking.ts';

/** Each header with its column and with cells by which it is known again. */
export function mappedHeaders({ headers, columns, samples }: Scanned): readonly MappedHeader[] {
  return headers.map((header, at) => {
    const column = columns[at] ?? null;
    return { header, column, samples: (samples[at] ?? []).map((cell) => maskSample(column, header, cell)) };
  });
}

const shownCells = 4;
const longestCell = 24;
const rowOf = ({ first, last }: { readonly first: number; readonly last: number }): string =>
  first === last ? String(first + 1) : `${first + 1}-${last + 1}`;

/** Rows that could be the header instead. */
function possible({ top, headers }: Scanned): ReturnType<typeof possibleHeaders> {
  return possibleHeaders(top).filter((one) => headerKey(one.headers) !== headerKey(headers));
}

/** A row may be one of persons: a cell is masked by what its column is thought to be, and by its own look. */
function headerRows(scan: Scanned): readonly HeaderChoice[] {
  return possible(scan).map((one) => {
    const isKnown = one.columns.filter((column) => column !== null).length > 1;
    const cells = one.headers.map((cell, at) => {
      const shown = isKnown ? cell : maskSample(scan.columns[at] ?? null, scan.headers[at] ?? '', cell);
      return firstSigns(maskSample(null, '', shown), longestCell);
    });
    return { row: rowOf(one), cells: cells.filter((cell) => cell !== '').slice(0, shownCells) };
  });
}

/**
 * Asks for the columns that files lack, once for all files with the same headers; null where none lacks any. Throws the
 * AppError that says what is missing where the answer leaves it so, and an AbortError where the answer is null.
 */
export async function askHeaders(
  scans: readonly Scanned[],
  grains: Corrections['grains'],
  ask: Ask,
): Promise<Corrections['headers'] | null> {
  const alike = new Map<string, { readonly id: string; readonly scans: Scanned[] }>();
  scans.forEach((scan, file) => {
    const key = headerKey(scan.headers);
    if (scan.kept === 0 || missingOf(scan.columns, grains?.[key]).length === 0) return;
    const known = alike.get(key);
    if (known) known.scans.push(scan);
    else alike.set(key, { id: `columns:${file}`, scans: [scan] });
  });
  if (alike.size === 0) return null;
  const questions = [...alike].map(([key, { id, scans: all }]): IntakeQuestion => ({
    id,
    code: 'columns',
    file: all.map(({ name }) => name).join(', '),
    rows: all.reduce((sum, { kept }) => sum + kept, 0),
    proposed: '',
    from: null,
    choices: [],
    header: all.slice(0, 1).flatMap(mappedHeaders),
    headerRows: all.slice(0, 1).flatMap(headerRows),
    ...(grains?.[key] ? { grain: grains[key] } : {}),
  }));
  const answers = await ask(questions);
  if (answers === null) throw new DOMException('cancelled by the reader', 'AbortError');
  const moved = [...alike].flatMap(([key, { id, scans: all }]) => {
    const answer = answers[headerRowKey(id)];
    const other = all
      .slice(0, 1)
      .flatMap(possible)
      .find((one) => rowOf(one) === answer);
    // The header of before is another row from now on, whatever was remembered of it.
    return other ? [[key, []] as const, [headerKey(other.headers), other.columns] as const] : [];
  });
  if (moved.length > 0) return Object.fromEntries(moved);
  const told = [...alike].map(([key, { id, scans: all }]) => {
    const columns = (all[0]?.columns ?? []).map((column, at) => {
      const answer = answers[answerKey(id, at)];
      return answer === undefined ? column : Object.hasOwn(columnOf, answer) ? (answer as ColumnId) : null;
    });
    for (const scan of all) refuseUseless({ ...scan, columns }, grains);
    return [key, columns] as const;
  });
  return Object.fromEntries(told);
}

/** Broken records as the receipt has them. `file`: the table's number there. */
export function quarantinedOf({ broken }: Scanned, file: number): readonly QuarantinedRow[] {
  return broken.map((row) => {
    const value = row.value === null || row.column === null ? row.value : mask(row.column, row.value);
    return { ...row, file, value };
  });
}

/** A file must say where its households are, and what they need or how help stands. */
export function refuseUseless(scan: Scanned, grains: Corrections['grains']): void {
  const { name: file, columns, headerFrom, kept, broken } = scan;
  const [missing] = missingOf(columns, grains?.[headerKey(scan.headers)]);
  if (missing && headerFrom === 'guessed' && columns.every((id) => id === null))
    throw new AppError('file_no_known_column', { file });
  if (missing) throw new AppError('file_column_missing', { file, missing });
  const isUnmended = broken.length > 0 && broken.every(({ code }) => code === 'unmended');
  if (kept > 0) return;
  if (isUnmended || broken.length === 0)
    throw new AppError('file_nothing_kept', { file, reason: isUnmended ? 'unmended' : 'rows' });
  const told = { name: file, headers: mappedHeaders(scan), asOf: null, asOfFrom: 'asked' } as const;
  throw new NothingKept(file, { files: [told], quarantined: quarantinedOf(scan, 0) });
}
