/** Owns the cleaning of values: every distinct cell of a column is read once, and the engine joins the result to the rows. */
import { ask, toIPC } from '../engine/rows.ts';
import type { Engine } from '../engine/engine.ts';
import { plainColumn } from '../files/staging.ts';
import type { AspectId } from '../model/aspect.ts';
import { columnOf, stagedColumns, type ColumnId, type ColumnKind } from '../model/columns.ts';
import type { Corrections } from '../model/correction.ts';
import type { Grain } from '../model/grain.ts';
import { members, outReasonCode, surveyCode } from '../model/household.ts';
import type { IsoDate } from '../model/snapshot.ts';
import { statusCode } from '../model/status.ts';
import { cleanDate, cleanMonth, dayNumber } from './clean-date.ts';
import { cleanAmount, cleanCount, cleanHouseCode, cleanMember } from './clean-number.ts';
import { betweenTraits, cleanTraits } from './clean-traits.ts';
import {
  cleanAct,
  cleanAgency,
  cleanClass,
  cleanDimension,
  cleanFlag,
  cleanHelpKind,
  cleanLabel,
  cleanMark,
  cleanNeedHelp,
  cleanSource,
  cleanStatus,
  cleanSurvey,
  markCode,
} from './clean-words.ts';
import { correctedReading } from './corrected.ts';
import { numberRounds } from './dating.ts';
import { outReasonOf } from './vocabulary.ts';

/** One distinct cell of one file's column and what it became. */
export interface Value {
  readonly file: number;
  readonly kind: ColumnId;
  readonly value: string;
  readonly rows: number;
  readonly code: number | null;
  readonly extra: number | null;
  readonly number: number | null;
  readonly text: string | null;
  readonly problem: string | null;
  readonly date: IsoDate | null;
  /** Read as the reader said, not by a rule. */
  readonly isCorrected: boolean;
}

type Reading = Partial<Pick<Value, 'code' | 'extra' | 'number' | 'text' | 'problem' | 'date'>>;

const readers: Partial<Record<ColumnKind, (cell: string, id: ColumnId, grain: Grain) => Reading>> = {
  status: (cell, id) => (id === 'need_help' ? cleanNeedHelp(cell) : cleanStatus(cell)),
  survey: cleanSurvey,
  class: cleanClass,
  source: cleanSource,
  act: cleanAct,
  helpkind: cleanHelpKind,
  traits: (cell, id) => ({ text: cleanTraits(id as AspectId, cell).join(betweenTraits) || null }),
  label: (cell) => ({ text: cleanLabel(cell) }),
  mark: cleanMark,
  dimension: cleanDimension,
  flag: cleanFlag,
  agency: cleanAgency,
  count: (cell, id, grain) => numbered(grain === 'person' && isMember(id) ? cleanMember(cell) : cleanCount(cell)),
  amount: (cell) => numbered(cleanAmount(cell)),
  date: (cell) => dated(cleanDate(cell)),
  // A plan lies ahead: its month is no date by which a file is dated.
  month: (cell) => ({ ...dated(cleanMonth(cell)), date: null }),
};

/** Columns whose distinct cells are cleaned, and house codes that are not eleven digits already. */
export const valueColumns: readonly ColumnId[] = stagedColumns.filter(
  (id) => id === 'house_code' || columnOf[id].kind in readers,
);

/** Makes `intake_value` and gives what is in it; and `intake_code`, the same by the code that stands in staging. */
export async function cleanValues(
  engine: Engine,
  grains: readonly Grain[],
  corrections: Corrections,
  signal?: AbortSignal,
): Promise<readonly Value[]> {
  const values: Value[] = [];
  const cells = await askCells(engine, signal);
  for (const kind of valueColumns) {
    const found = (cells.get(kind) ?? []).map(({ file, cell: value, rows }): Value => {
      const corrected = correctedReading(kind, value, corrections);
      const read = (): Reading | undefined =>
        kind === 'house_code'
          ? readHouseCode(value)
          : readers[columnOf[kind].kind]?.(value, kind, grains[file] ?? 'wide');
      const reading = corrected ?? read();
      const number = outReason(kind, reading?.code ?? null, value);
      const empty = { code: null, extra: null, number, text: null, problem: null, date: null };
      return { file, kind, value, rows, ...empty, ...reading, isCorrected: corrected !== null };
    });
    if (kind === 'as_of') values.push(...numberRounds(found));
    else values.push(...(columnOf[kind].kind === 'mark' ? settleBlanks(found) : found));
  }
  const types = {
    file: 'int',
    kind: 'text',
    value: 'text',
    code: 'int',
    extra: 'int',
    number: 'double',
    text: 'text',
    problem: 'text',
  } as const;
  const rows = values.map(({ file, kind, value, code, extra, number, text, problem }) => ({
    file,
    kind,
    value,
    code,
    extra,
    number,
    text,
    problem,
  }));
  await engine.load('intake_value', [toIPC(types, rows)], signal);
  const coded = `create table intake_code as
    select w.file, w.kind, w.code as word, v.value, v.code, v.extra, v.number, v.text, v.problem
    from staging_word w left join intake_value v on v.file = w.file and v.kind = w.kind and v.value = w.word`;
  await engine.run({ sql: coded, params: [] }, signal);
  return values;
}

interface CountedCell {
  readonly file: number;
  readonly cell: string;
  readonly rows: number;
}

/** The distinct cells of each column, as the scan has counted them. */
async function askCells(engine: Engine, signal?: AbortSignal): Promise<Map<ColumnId, readonly CountedCell[]>> {
  const sql = `select file, kind, word as cell, sum(rows)::double as rows
    from staging_count join staging_word using (file, kind, code)
    where kind in (${valueColumns.map((id) => `'${id}'`).join(', ')}) and (kind <> '${plainColumn}' or word <> '')
    group by all order by file, rows desc, cell`;
  type Counted = { file: number; kind: ColumnId; cell: string; rows: number };
  const { columns } = await ask<Counted>(engine, { sql, params: [] }, signal);
  const cells = new Map<ColumnId, CountedCell[]>(valueColumns.map((id) => [id, []]));
  columns.kind.forEach((kind, row) => {
    cells
      .get(kind)
      ?.push({ file: columns.file[row] ?? 0, cell: columns.cell[row] ?? '', rows: columns.rows[row] ?? 0 });
  });
  return cells;
}

/** In a column of a file that says no nowhere, a blank is a no; otherwise nobody knows. */
function settleBlanks(values: readonly Value[]): Value[] {
  const saysNo = new Set(values.filter(({ code }) => code === markCode.no).map(({ file }) => file));
  return values.map((value) => {
    if (value.code !== markCode.blank) return value;
    return saysNo.has(value.file)
      ? { ...value, code: markCode.unknown, problem: 'mark_blank' }
      : { ...value, code: markCode.no };
  });
}

/** A status or a visit that says that a household is out also says why; null where it doesn't. */
function outReason(id: ColumnId, code: number | null, cell: string): number | null {
  const out = { status: statusCode.out, survey: surveyCode.out }[columnOf[id].kind as string];
  return out !== undefined && code === out ? outReasonCode[outReasonOf(cell) ?? 'other'] : null;
}

function isMember(id: ColumnId): boolean {
  return members.some((member) => member.id === id);
}

function dated(date: IsoDate | null | 'impossible'): Reading {
  if (date === 'impossible') return { problem: 'date_impossible' };
  return { date, number: date && dayNumber(date) };
}

function numbered(number: number | null | 'unreadable'): Reading {
  return number === 'unreadable' ? { problem: 'number_unreadable' } : { number };
}

function readHouseCode(cell: string): Reading {
  const read = cleanHouseCode(cell);
  return read === null ? {} : { text: read.code, problem: read.isOdd ? 'house_code_odd' : null };
}
