/** Owns settling what files leave open: their as-of dates and blank statuses, asked all at once or not at all. */
import { ask as askEngine } from '../engine/rows.ts';
import type { Engine } from '../engine/engine.ts';
import type { Scanned } from '../files/scan.ts';
import { dateKey, type Corrections } from '../model/correction.ts';
import { isBeside, type Grain } from '../model/grain.ts';
import { headerKey } from '../model/headerrow.ts';
import type { FileReceipt, Receipt } from '../model/receipt.ts';
import { isoDate, type IsoDate } from '../model/snapshot.ts';
import { statusCode } from '../model/status.ts';
import type { Ask, IntakeQuestion } from './asking.ts';
import { dateFile } from './dating.ts';
import { mappedHeaders } from './heading.ts';
import { blankPersons, blankStatuses } from './rows.ts';
import type { Value } from './values.ts';

export interface Settled {
  readonly files: readonly FileReceipt[];
  /** Status code of each file's blank statuses. */
  readonly blankStatus: readonly number[];
  readonly assumptions: Receipt['assumptions'];
}

/**
 * Finds what the files leave open and asks for it, all at once; asks nothing where nothing is open. Files that are `joined` to
 * households need no date of their own.
 */
export async function settle(
  engine: Engine,
  scans: readonly Scanned[],
  grains: readonly Grain[],
  joined: readonly boolean[],
  values: readonly Value[],
  corrections: Corrections,
  ask: Ask,
  day: IsoDate,
  signal?: AbortSignal,
): Promise<Settled> {
  const blankOf = async (sql: string): Promise<ReadonlyMap<number, number>> => {
    const { columns } = await askEngine<{ file: number; rows: number }>(engine, { sql, params: [] }, signal);
    return new Map(columns.file.map((file, row) => [file, columns.rows[row] ?? 0]));
  };
  const blank = await blankOf(blankStatuses);
  const blankPerson = grains.includes('person') ? await blankOf(blankPersons) : blank;
  const dated = scans.map((scan, file) =>
    dateFile(
      scan,
      values.filter((value) => value.file === file),
      day,
    ),
  );
  /** A file of several rounds has no one date that the reader could say. */
  const told = scans.map((scan, file) =>
    (dated[file]?.rounds.length ?? 0) > 1 ? undefined : corrections.dates?.[dateKey(scan)],
  );
  const questions: IntakeQuestion[] = [];
  scans.forEach(({ name, columns, kept }, file) => {
    const date = dated[file];
    if (date && !date.asOf && !told[file] && grains[file] !== 'area' && !joined[file])
      questions.push({
        id: `as_of:${file}`,
        code: 'as_of',
        file: name,
        rows: kept,
        proposed: date.proposed,
        from: date.proposedFrom,
        choices: [],
        ...(date.found.length > 0 ? { found: date.found } : {}),
      });
    const rows = isBeside(grains[file]) ? 0 : ((grains[file] === 'person' ? blankPerson : blank).get(file) ?? 0);
    const code = columns.includes('status') ? 'status_blank' : 'status_missing';
    const choices = ['unknown', 'waiting'];
    if (rows > 0)
      questions.push({ id: `status:${file}`, code, file: name, rows, proposed: 'unknown', from: null, choices });
  });
  const answers = questions.length > 0 ? await ask(questions) : {};
  signal?.throwIfAborted();
  if (answers === null) throw new DOMException('cancelled by the reader', 'AbortError');
  const answerOf = (id: string): string | null => {
    const question = questions.find((one) => one.id === id);
    return question ? (answers[id] ?? question.proposed) : null;
  };
  const files = scans.map((scan, file): FileReceipt => {
    const { name, bytes, sha256, format, encoding, headers, headerFrom } = scan;
    const date = dated[file];
    const said = told[file] ?? date?.asOf ?? isoDate(answerOf(`as_of:${file}`) ?? '');
    const asOf = said ?? (grains[file] === 'area' ? null : (date?.proposed ?? day));
    const header = { headers: mappedHeaders(scan), headerKey: headerKey(headers), headerFrom };
    const from: FileReceipt['asOfFrom'] = joined[file]
      ? 'households'
      : told[file]
        ? 'corrected'
        : asOf === null
          ? 'none'
          : (date?.from ?? 'asked');
    const rounds = date && date.rounds.length > 1 ? { rounds: date.rounds } : {};
    const grainFrom = corrections.grains?.[header.headerKey] ? 'corrected' : 'columns';
    const grain = grains[file] ?? 'wide';
    const others = scan.unreadSheets.length > 0 ? { unreadSheets: scan.unreadSheets } : {};
    const own = { name, bytes, sha256, format, encoding, grain, asOf, asOfFrom: from };
    return { ...own, grainFrom, ...rounds, ...header, ...others };
  });
  const blankStatus = scans.map((_, file) =>
    answerOf(`status:${file}`) === 'waiting' ? statusCode.waiting : statusCode.unknown,
  );
  const counts = new Map<string, number>();
  for (const { id, code, rows } of questions) {
    const assumption =
      code === 'as_of' ? 'as_of_asked' : `${code}_${answerOf(id) === 'waiting' ? 'waiting' : 'unknown'}`;
    counts.set(assumption, (counts.get(assumption) ?? 0) + rows);
  }
  const redated = scans.reduce((sum, { kept }, file) => sum + (told[file] ? kept : 0), 0);
  if (redated > 0) counts.set('as_of_corrected', redated);
  const shaped = scans.reduce((sum, { kept }, file) => sum + (files[file]?.grainFrom === 'corrected' ? kept : 0), 0);
  if (shaped > 0) counts.set('grain_corrected', shaped);
  const headed = scans.filter(({ headerFrom }) => headerFrom === 'corrected').reduce((sum, { kept }) => sum + kept, 0);
  if (headed > 0) counts.set('header_corrected', headed);
  const said = values.filter(({ isCorrected }) => isCorrected).reduce((sum, { rows }) => sum + rows, 0);
  if (said > 0) counts.set('value_corrected', said);
  return { files, blankStatus, assumptions: [...counts].map(([code, rows]) => ({ code, rows })) };
}
