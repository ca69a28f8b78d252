/** Owns examples of rows that are not on the tambon map: for each reason, lines and the value met there. */
import { ask } from '../engine/rows.ts';
import type { Engine } from '../engine/engine.ts';
import { places, type Place } from '../model/area.ts';
import type { ColumnId } from '../model/columns.ts';
import { grainCode } from '../model/grain.ts';
import type { Problem } from '../model/receipt.ts';
import { placeColumns } from './place.ts';

const examplesShown = 10;
const join = placeColumns.map((id) => `p.${id} = s.${id}`).join(' and ');

/** To be asked while the work tables stand. A municipality is no doubt, so its code or name is what is shown. */
export async function unplacedExamples(
  engine: Engine,
  snapshot: number,
  signal?: AbortSignal,
): Promise<Readonly<Partial<Record<Place, readonly Problem[]>>>> {
  const sql = `
    select place, file, line, kind, problem, value from (
      select p.place, s.file, s.line, coalesce(p.problem, '') as problem,
        coalesce(p.problem_column, if(s.tambon_code = '', 'tambon', 'tambon_code')) as kind,
        coalesce(p.problem_value, nullif(s.tambon_code, ''), s.tambon) as value,
        row_number() over (partition by p.place order by s.file, s.line) as turn
      from staging s
        join intake_place p on p.file = s.file and ${join}
        join intake_row r on r.file = s.file and r.line = s.line
        join intake_slot b on b.slot = r.slot
        join intake_house h on h.snapshot = b.snapshot and h.key = r.key and (h.is_acts or b.grain <> ${grainCode.help})
      where b.snapshot = ? and p.place <> ${places.findIndex(({ id }) => id === 'placed')})
    where turn <= ${examplesShown} order by place, turn`;
  const { length, columns } = await ask<{
    place: number;
    file: number;
    line: number;
    kind: ColumnId;
    problem: string;
    value: string;
  }>(engine, { sql, params: [snapshot] }, signal);
  const found: Partial<Record<Place, Problem[]>> = {};
  for (let row = 0; row < length; row++) {
    const place = places[columns.place[row] ?? 0]?.id ?? 'unknown';
    (found[place] ??= []).push({
      file: columns.file[row] ?? 0,
      line: columns.line[row] ?? 0,
      column: columns.kind[row] ?? null,
      code: columns.problem[row] ?? '',
      value: columns.value[row] ?? null,
    });
  }
  return found;
}
