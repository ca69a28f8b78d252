/** Owns asking when districts last touched their rows: how many rows, the first touch since a day, and the last at all. */
import type { Question } from '../engine/engine.ts';
import type { IsoDate } from '../model/snapshot.ts';
import type { Subject } from '../model/subject.ts';
import { relations } from './questions.ts';

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
  /** Last touched on the day or before it. */
  idle: number;
  first_update: string | null;
  last_update: string | null;
};

/** What tells of acts alone is no report; of what bears no day nobody knows when it was touched. */
const isReport = 'not coalesce(acts_only, false)';
const isIdle = (after: string): string => `coalesce(updated_on <= ${after}, false)`;

/** `members`: the households last touched on that day or before it. */
export function idle(
  subject: Subject,
  after: IsoDate | null,
  homed: boolean,
): { sql: string; params: Question['params'] } {
  const { sql, params } = relations(subject, homed);
  return {
    sql: `${sql}, members as (
        select answered.* from answered join household h using (snapshot, household) where ${isReport} and ${isIdle('?::date')}
      )`,
    params: [...params, after],
  };
}

/** A row for each snapshot and amphoe that it has households of; those of an unknown amphoe are left out, as are acts alone. */
export function reporting(since: readonly Since[]): Question {
  const places = since.map(() => '(?::integer, ?::date)').join(', ');
  return {
    sql: `with since(snapshot, after) as (values ${places})
      select household.snapshot as snapshot, area // 100 * 100 as area, count(*)::double as rows,
        count_if(${isIdle('since.after')})::double as idle,
        strftime(min(updated_on) filter (where updated_on > since.after), '%Y-%m-%d') as first_update,
        strftime(max(updated_on), '%Y-%m-%d') as last_update
      from household join since using (snapshot)
      where area // 100 % 100 > 0 and ${isReport}
      group by 1, 2 order by 1, 2`,
    params: since.flatMap(({ snapshot, after }) => [snapshot, after]),
  };
}
