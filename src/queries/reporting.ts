/** Owns asking when districts last touched their rows: how many rows, the first touch since a day, and the last at all. */
import type { Question } from '../engine/engine.ts';
import type { IsoDate } from '../model/snapshot.ts';

/** A snapshot, and the day after which a touch counts for its reporting day. */
export interface Since {
  readonly snapshot: number;
  readonly after: IsoDate;
}

export type ReportingRow = {
  snapshot: number;
  /** Number of the amphoe. */
  area: number;
  rows: number;
  first_update: string | null;
  last_update: string | null;
};

/** A row for each snapshot and amphoe that it has households of; those of an unknown amphoe are left out, as are acts alone. */
export function reporting(since: readonly Since[]): Question {
  const places = since.map(() => '(?::integer, ?::date)').join(', ');
  return {
    sql: `with since(snapshot, after) as (values ${places})
      select household.snapshot, area // 100 * 100 as area, count(*)::double as rows,
        strftime(min(updated_on) filter (updated_on > since.after), '%Y-%m-%d') as first_update,
        strftime(max(updated_on), '%Y-%m-%d') as last_update
      from household join since using (snapshot)
      where area // 100 % 100 > 0 and not coalesce(acts_only, false)
      group by 1, 2 order by 1, 2`,
    params: since.flatMap(({ snapshot, after }) => [snapshot, after]),
  };
}
