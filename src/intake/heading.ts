/** Owns what is done where a file's headers do not say enough: the reader is asked which column is which, never guessed. */
import type { Scanned } from '../files/scan.ts';
import type { ColumnId } from '../model/columns.ts';
import { columnOf } from '../model/columns.ts';
import type { Corrections } from '../model/correction.ts';
import { AppError } from '../model/error.ts';
import { headerKey } from '../model/headerrow.ts';
import { missingOf } from '../model/needed.ts';
import { maskSample } from '../model/protection.ts';
import type { MappedHeader } from '../model/receipt.ts';
import { answerKey, type Ask, type IntakeQuestion } from './asking.ts';

/** Each header with its column and with cells by which it is known again. */
export function mappedHeaders({ headers, columns, samples }: Scanned): readonly MappedHeader[] {
  return headers.map((header, at) => {
    const column = columns[at] ?? null;
    return { header, column, samples: (samples[at] ?? []).map((cell) => maskSample(column, header, cell)) };
  });
}

/**
 * Asks for the columns that files lack, once for all files with the same headers; null where none lacks any. Throws the
 * AppError that says what is missing where the answer leaves it so, and an AbortError where the answer is null.
 */
export async function askHeaders(scans: readonly Scanned[], ask: Ask): Promise<Corrections['headers'] | null> {
  const alike = new Map<string, { readonly id: string; readonly scans: Scanned[] }>();
  scans.forEach((scan, file) => {
    if (scan.kept === 0 || missingOf(scan.columns).length === 0) return;
    const key = headerKey(scan.headers);
    const known = alike.get(key);
    if (known) known.scans.push(scan);
    else alike.set(key, { id: `columns:${file}`, scans: [scan] });
  });
  if (alike.size === 0) return null;
  const questions = [...alike.values()].map(({ id, scans: all }): IntakeQuestion => ({
    id,
    code: 'columns',
    file: all.map(({ name }) => name).join(', '),
    rows: all.reduce((sum, { kept }) => sum + kept, 0),
    proposed: '',
    from: null,
    choices: [],
    header: all.slice(0, 1).flatMap(mappedHeaders),
  }));
  const answers = await ask(questions);
  if (answers === null) throw new DOMException('cancelled by the reader', 'AbortError');
  const told = [...alike].map(([key, { id, scans: all }]) => {
    const columns = (all[0]?.columns ?? []).map((column, at) => {
      const answer = answers[answerKey(id, at)];
      return answer === undefined ? column : Object.hasOwn(columnOf, answer) ? (answer as ColumnId) : null;
    });
    for (const scan of all) refuseUseless({ ...scan, columns });
    return [key, columns] as const;
  });
  return Object.fromEntries(told);
}

/** A file must say where its households are, and what they need or how help stands. */
export function refuseUseless({ name: file, columns, headerFrom, kept, broken }: Scanned): void {
  const [missing] = missingOf(columns);
  if (missing && headerFrom === 'guessed' && columns.every((id) => id === null))
    throw new AppError('file_no_known_column', { file });
  if (missing) throw new AppError('file_column_missing', { file, missing });
  const isUnmended = broken.length > 0 && broken.every(({ code }) => code === 'unmended');
  if (kept === 0) throw new AppError('file_nothing_kept', { file, reason: isUnmended ? 'unmended' : 'rows' });
}
