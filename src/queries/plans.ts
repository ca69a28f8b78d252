/** Owns the questions about what is planned: by project, dimension, agency, month and area, what was done of it, and who has none. */
import type { Question } from '../engine/engine.ts';
import { country, levelDivisor } from '../model/area.ts';
import { dimensionCode } from '../model/dimension.ts';
import { untold } from '../model/group.ts';
import { pendingStatuses, statusCode } from '../model/status.ts';
import type { Subject } from '../model/subject.ts';
import { conditions } from './filters.ts';
import { relations } from './questions.ts';
import { mark, spelled } from './spelling.ts';

/** What plans are told by. */
export const planGroups = ['project', 'dimension', 'agency', 'month', 'area'] as const;
export type PlanGroup = (typeof planGroups)[number];

/** Plans of one group. `key` as text; null where the plans don't say. */
export type PlanRow = {
  key: string | null;
  /** The key as it may stand in a link. */
  mark: string;
  /** The name most often written for it; null where the group is no name. */
  name: string | null;
  plans: number;
  /** Different households; one with several plans is counted in each of their groups. */
  households: number;
  /** Baht, over `budgets` plans that tell it; null where none does. */
  budget: number | null;
  budgets: number;
  /** `2022-07`; null where none tells it. */
  first: string | null;
  last: string | null;
  /** Bits `1 << code` of the dimensions planned for. */
  dimensions: number;
  /** The agency named most, and how many there are. */
  agency: string | null;
  agencies: number;
  /** Of the households, by the status of what is planned for: done, partly, begun. */
  helped: number;
  partly_helped: number;
  in_progress: number;
  /** Acts recorded for these households by the agency of their plan, in its dimension or in none. */
  acts: number;
};

/**
 * `planned`: a plan of a household that passes, in the chosen dimensions, with the status of the need planned for; that of
 * the household where the plan names no dimension, or one that the household has no need of.
 */
export function planned(subject: Subject, homed = false): { sql: string; params: Question['params'] } {
  const { sql, params } = relations(subject, homed);
  const need = conditions(subject.filters, 'need');
  return {
    sql: `${sql}, own as (
        select snapshot, household, area,${homed ? ' home,' : ''} status, dimension, agency,
          budget, strftime(plan.month, '%Y-%m') as month, project, nullif(${spelled('plan.project')}, '') as spelling
        from plan join answered using (snapshot, household) where true${need.sql}
      ), planned as (
        select own.* replace (coalesce(needs.status, own.status) as status)
        from own left join needs using (snapshot, household, dimension)
      )`,
    params: [...params, ...need.params],
  };
}

const house = '(snapshot::bigint << 32) + household';

/** `keyed`: the plans with the key of their group, and its mark for a link; from the country by where their households are. */
export function plannedBy(
  subject: Subject,
  group: PlanGroup,
  homed = subject.area === country,
): { sql: string; params: Question['params'] } {
  const { sql, params } = planned(subject, homed);
  const divisor = levelDivisor[subject.level];
  const area = `(${homed ? 'if(area = 0, home, area)' : 'area'} // ${divisor} * ${divisor})::varchar`;
  const [key, marked] = {
    project: ['spelling', mark('spelling')],
    dimension: ['dimension::varchar', 'dimension::varchar'],
    agency: ['agency', mark('agency')],
    month: ['month', `coalesce(month, '${untold}')`],
    area: [area, area],
  }[group] as [key: string, marked: string];
  const name = group === 'project' ? 'project' : 'null::varchar';
  return { sql: `${sql}, keyed as (select *, ${key} as key, ${marked} as mark, ${name} as name from planned)`, params };
}

/** A row for each group, that of most households first; months in their order. */
export function plans(subject: Subject, group: PlanGroup): Question {
  const { sql, params } = plannedBy(subject, group);
  const done = (['helped', 'partly_helped', 'in_progress'] as const).map(
    (id) => `count(*) filter (where fold.status = ${statusCode[id]})::double as ${id}`,
  );
  const none = dimensionCode.unspecified;
  return {
    sql: `${sql}, named as (select key, arg_max(name, (times, name)) as name
        from (select key, name, count(*) as times from keyed where name is not null group by key, name) group by key),
      most as (select key, arg_max(agency, (times, agency)) as agency, count(*)::double as agencies
        from (select key, agency, count(*) as times from keyed where agency is not null group by key, agency) group by key),
      stood as (select key, ${done.join(', ')} from (
          select key, bit_or(1 << status::integer)::integer as mask from keyed group by key, snapshot, household
        ) join fold using (mask) group by key),
      acted as (select key, count(distinct (help.snapshot, help.rowid))::double as acts
        from keyed join help using (snapshot, household, agency)
        where help.dimension = keyed.dimension or help.dimension = ${none} or keyed.dimension = ${none} group by key),
      counted as (select key, any_value(mark) as mark, count(*)::double as plans, count(distinct ${house})::double as households,
          sum(budget)::double as budget, count(budget)::double as budgets, min(month) as first, max(month) as last,
          bit_or(1 << dimension::integer)::integer as dimensions
        from keyed group by key)
      select counted.key as key, counted.mark as mark, named.name as name, plans, households, budget, budgets, first, last, dimensions, most.agency,
        coalesce(agencies, 0)::double as agencies, helped, partly_helped, in_progress, coalesce(acts, 0)::double as acts
      from counted join stood on stood.key is not distinct from counted.key
        left join named on named.key is not distinct from counted.key
        left join most on most.key is not distinct from counted.key
        left join acted on acted.key is not distinct from counted.key
      order by ${group === 'month' ? 'counted.key nulls last' : 'households desc, counted.key nulls last'}`,
    params,
  };
}

export type PlanTotals = {
  projects: number;
  plans: number;
  households: number;
  budget: number | null;
  budgets: number;
  /** Plans of households that pass, which name no dimension: not counted while a dimension is chosen. */
  undimensioned: number;
  /** Households that pass and still wait, with no plan in the chosen dimensions. */
  unplanned: number;
  /** Whether the snapshots tell of any plan at all. */
  has_plans: boolean;
};

/** One row. */
export function planTotals(subject: Subject): Question {
  const { sql, params } = planned(subject);
  const pending = pendingStatuses.map((id) => statusCode[id]).join(', ');
  return {
    sql: `${sql} select count(distinct spelling)::double as projects, count(*)::double as plans,
        count(distinct ${house})::double as households, sum(budget)::double as budget, count(budget)::double as budgets,
        (select count(*)::double from plan semi join answered using (snapshot, household)
          where dimension = ${dimensionCode.unspecified}) as undimensioned,
        (select count(*)::double from answered anti join planned using (snapshot, household)
          where status in (${pending})) as unplanned,
        (exists (select 1 from plan where snapshot in (${subject.snapshots.map(() => '?').join(', ') || 'null'})))::boolean as has_plans
      from planned`,
    params: [...params, ...subject.snapshots],
  };
}

/** What is planned alike in one area: a line of the form that is sent up. No household of its own. */
export type SentRow = {
  dimension: number;
  /** Six-digit area number. */
  area: number;
  project: string | null;
  agency: string | null;
  month: string | null;
  households: number;
  budget: number | null;
  budgets: number;
};

/** By dimension, area, project, agency and month. */
export function sentUp(subject: Subject): Question {
  const { sql, params } = planned(subject);
  return {
    sql: `${sql}, named as (select spelling, arg_max(project, (times, project)) as project
        from (select spelling, project, count(*) as times from planned group by spelling, project) group by spelling)
      select planned.dimension::integer as dimension, area, named.project as project, agency, month,
        count(distinct ${house})::double as households, sum(budget)::double as budget, count(budget)::double as budgets
      from planned left join named using (spelling) group by all order by all`,
    params,
  };
}
