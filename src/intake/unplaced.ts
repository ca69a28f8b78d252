/** Owns examples of rows that are not on the tambon map: for each reason, lines and the value met there. */
import { ask } from '../engine/rows.ts';
import type { Engine } from '../engine/engine.ts';
import { places, type Place } from '../model/area.ts';
import type { ColumnId } from '../model/columns.ts';
import type { Problem } from '../model/receipt.ts';
import { isBesideRow } from './rows.ts';

const examplesShown = 10;

/** Of each snapshot by its number. */
export type Unplaced = Map<number, Partial<Record<Place, Problem[]>>>;

/** To be asked of each part of the rows. A municipality is no doubt, so its code or name is what is shown. */
export async function unplacedExamples(
  engine: Engine,
  rows: 'intake_row' | 'intake_all',
  found: Unplaced,
  signal?: AbortSignal,
): Promise<void> {
  // An act of help need not be on the map where its household is; among all rows at once there is none.
  const isHoused = `join intake_house h on h.snapshot = b.snapshot and h.key = r.key and (h.is_acts or not (${isBesideRow}))`;
  const sql = `
    select snapshot, place, file, line, kind, problem, value from (
      select b.snapshot, p.place, r.file, r.line, coalesce(p.problem, '') as problem, p.shown_column as kind,
        p.shown_value as value, row_number() over (partition by b.snapshot, p.place order by r.file, r.line) as turn
      from ${rows} r
        join intake_place p on p.combination = r.combination
        join intake_slot b on b.slot = r.slot
        ${rows === 'intake_row' ? isHoused : ''}
      where p.place <> ${places.findIndex(({ id }) => id === 'placed')})
    where turn <= ${examplesShown} order by snapshot, place, turn`;
  const { length, columns } = await ask<{
    snapshot: number;
    place: number;
    file: number;
    line: number;
    kind: ColumnId;
    problem: string;
    value: string;
  }>(engine, { sql, params: [] }, signal);
  for (let row = 0; row < length; row++) {
    const place = places[columns.place[row] ?? 0]?.id ?? 'unknown';
    const number = columns.snapshot[row] ?? 0;
    const own = found.get(number) ?? {};
    found.set(number, own);
    (own[place] ??= []).push({
      file: columns.file[row] ?? 0,
      line: columns.line[row] ?? 0,
      column: columns.kind[row] ?? null,
      code: columns.problem[row] ?? '',
      value: columns.value[row] ?? null,
    });
  }
}
