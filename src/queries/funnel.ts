/** Owns asking how far households are on the way from the list to help, by all that the funnel looks at, together. */
import type { Question } from '../engine/engine.ts';
import { levelDivisor } from '../model/area.ts';
import type { Breakdown } from '../model/breakdown.ts';
import type { Alike } from '../model/funnel.ts';
import type { Rows } from '../model/rows.ts';
import { statusCode } from '../model/status.ts';
import type { Subject } from '../model/subject.ts';
import { relations } from './questions.ts';

export type FunnelRow = {
  key: number;
  survey: number;
  class: number;
  status: number;
  planned: boolean;
  begun: boolean;
  has_plans: boolean;
  households: number;
};

/** What a household is parted by; host agencies follow from dimensions, and are none of the household's own. */
export type FunnelSplit = Exclude<Breakdown, 'agencies'> | 'none';

const begunStatuses = [statusCode.helped, statusCode.partly_helped].join(', ');

/**
 * A row for each combination that occurs. The filters on status and on visits are left out: what they choose is what the
 * funnel tells. By dimension a household stands once in each of its own, with that need's status and that dimension's
 * plans, so the rows of dimensions add up to more than the households.
 */
export function funnel(subject: Subject, split: FunnelSplit): Question {
  const { sql, params } = relations({
    ...subject,
    filters: { ...subject.filters, statuses: [], surveys: [], together: [] },
  });
  const divisor = levelDivisor[subject.level];
  const own = subject.snapshots.map(() => '?').join(', ') || 'null';
  const key = { none: 'area * 0', areas: `area // ${divisor} * ${divisor}`, classes: 'class', dimensions: 'dimension' }[
    split
  ];
  const isByNeed = split === 'dimensions';
  const of = isByNeed ? 'snapshot, household, dimension' : 'snapshot, household';
  return {
    sql: `${sql}, plans as (select distinct ${of} from plan where snapshot in (${own})),
      started as (select distinct ${of} from needs where status in (${begunStatuses}))
      select (${key})::integer as key, survey::integer as survey, class::integer as class, status::integer as status,
        (plans.household is not null)::boolean as planned, (started.household is not null)::boolean as begun,
        (exists (select 1 from plan where snapshot in (${own})))::boolean as has_plans, count(*)::double as households
      from ${isByNeed ? 'needs' : 'answered'} left join plans using (${of}) left join started using (${of})
      group by all order by all`,
    params: [...params, ...subject.snapshots, ...subject.snapshots],
  };
}

export function alikeOf({ columns, length }: Rows<FunnelRow>): readonly Alike[] {
  return Array.from({ length }, (_, row) => ({
    key: columns.key[row] ?? 0,
    survey: columns.survey[row] ?? 0,
    class: columns.class[row] ?? 0,
    status: columns.status[row] ?? 0,
    planned: columns.has_plans[row] ? (columns.planned[row] ?? false) : null,
    begun: columns.begun[row] ?? false,
    count: columns.households[row] ?? 0,
  }));
}
