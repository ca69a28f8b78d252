/** Owns the question what is known of each village, below the tambon: it has no polygon, so it is ranked and not mapped. */
import type { Parameter, Question } from '../engine/engine.ts';
import { needStatuses, pendingStatuses } from '../model/status.ts';
import type { Subject } from '../model/subject.ts';
import { countSql, measureOf, measureSql, type MeasureId } from './measures.ts';
import { relations } from './questions.ts';
import { mark, spelled } from './spelling.ts';

export type VillageRow = {
  /** Null: the households of which no village is told, wherever they are. */
  key: string | null;
  /** The key as it may stand in a link. */
  mark: string;
  /** Six-digit number of its tambon; 0 where no village is told. */
  area: number;
  /** 0 where it goes by its name alone. */
  moo: number;
  /** As most often written; null where it goes by its moo alone. */
  name: string | null;
  /** Different names written for it, but for spaces and the words บ้าน and ชุมชน before them. */
  names: number;
  households: number;
  need: number;
  helped: number;
  pending: number;
  /** The measure that villages are ranked by. */
  value: number;
};

/** What the villages are ranked by: the map's measure where it counts households, else those that still wait. */
export function rankedBy(measure: MeasureId): MeasureId {
  const { grain, format } = measureOf(measure);
  return grain === 'household' && format === 'count' ? measure : 'household.pending';
}

/**
 * `keyed`: the households that pass, with their village; null where none is told. Names differ for one moo, so outside
 * municipalities the moo is what counts; a community of a municipality goes by its name.
 */
export function housed(subject: Subject, homed = false): { sql: string; params: readonly Parameter[] } {
  const { sql, params } = relations(subject, homed);
  return {
    sql: `${sql}, seen as (
        select answered.*, coalesce(h.moo, 0) as moo, nullif(trim(h.village), '') as village,
          coalesce(regexp_replace(${spelled('h.village')}, '^(หมู่บ้าน|ชุมชน|บ้าน)+', ''), '') as spelling
        from answered join household h using (snapshot, household)
      ), keyed as (
        select *, case when area % 100 = 0 then null
          when area % 100 >= 51 and spelling <> '' then area || '/' || spelling
          when moo > 0 then area || '.' || moo
          when spelling <> '' then area || '/' || spelling end as key
        from seen
      )`,
    params,
  };
}

/** A row for each village, that of the highest value first, the unknown one last; the rows add up to the area. */
export function villages(subject: Subject, measure: MeasureId): Question {
  const { sql, params } = housed(subject);
  return {
    sql: `${sql}, named as (
        select key, arg_max(village, (times, village)) as name, count(distinct spelling)::double as names from (
          select key, village, spelling, count(*) as times from keyed where key is not null and spelling <> ''
          group by key, village, spelling
        ) group by key
      ), counted as (
        select key, max(if(key is null, 0, area))::integer as area,
          max(if(key like '%.%', moo, 0))::integer as moo, count(*)::double as households,
          ${countSql({ statuses: needStatuses })}::double as need, ${countSql({ statuses: ['helped'] })}::double as helped,
          ${countSql({ statuses: pendingStatuses })}::double as pending,
          (${measureSql(measureOf(rankedBy(measure)))})::double as value
        from keyed group by key
      )
      select counted.key, ${mark('counted.key')} as mark, area, moo, name, coalesce(names, 0)::double as names, households, need, helped, pending, value
      from counted left join named using (key)
      order by counted.key is null, value desc, area, counted.key`,
    params,
  };
}
