/** Owns the questions asked of the clean tables: one function each, subject in, SQL and parameters out. */
import type { Parameter, Question } from '../engine/engine.ts';
import { country, levelDivisor, levelOf, parentOf, type AreaCode } from '../model/area.ts';
import { statusCode } from '../model/status.ts';
import type { Filters, Subject } from '../model/subject.ts';
import { conditions, type Condition } from './filters.ts';
import { measureSql, measures, type Measure } from './measures.ts';

interface Grouping {
  readonly name: string;
  /** SQL over the household relation `answered`, aliased as the group's key. */
  readonly sql: string;
  /** Whether households of unknown area are to be told by their snapshot's province (column `home`). */
  readonly homed?: boolean;
}

/** All figures of the subject's area in one row; zeros where no household passes, no row where the file has none there. */
export function figures(subject: Subject): Question {
  // Not the number alone: ClickHouse joins nothing by a constant.
  return complete(subject, { name: 'everything', sql: 'area * 0' });
}

/**
 * A row for each area of the level within the scope that the snapshots have rows of, as six-digit integer `area`
 * (see `areaNumber`); with zeros where no household passes, so that none differs from not in the file.
 * Rows not known that finely come under their parent's number, unplaced ones under 0: the rows add up to the scope.
 * Seen from the country an unplaced household is one of its snapshot's province.
 */
export function areas(subject: Subject): Question {
  const divisor = levelDivisor[subject.level];
  const area = scopeOf(subject.area);
  const homed = area === country;
  const own = homed ? 'if(area = 0, home, area)' : 'area';
  return complete({ ...subject, area }, { name: 'area', sql: `${own} // ${divisor} * ${divisor}`, homed });
}

/** A row for each class code; the filter on class itself is left out, so that the other classes stay in sight. */
export function classes(subject: Subject): Question {
  return grouped(without(subject, { classes: [] }), { name: 'class', sql: 'class' });
}

/** A row for each reason why a household is or is not on the map: `place` code and `household.listed`. */
export function places(subject: Subject): Question {
  return grouped(subject, { name: 'place', sql: 'place' });
}

/**
 * A row for each dimension code: needs of that dimension by their own status.
 * The filter on dimension itself is left out, so that the other dimensions stay in sight: each row then shows what would
 * be seen if its dimension were the one chosen, and under a status filter that is the need's own status.
 */
export function matrix(subject: Subject): Question {
  const isOpened = subject.filters.dimensions.length > 0;
  const { sql, params } = relations(isOpened ? without(subject, { dimensions: [], statuses: [] }) : subject);
  const own = isOpened ? conditions(subject.filters, 'status') : { sql: '', params: [] };
  const columns = measures.filter((measure) => measure.grain === 'need').map(aliased);
  return {
    sql: `${sql} select dimension, ${columns.join(', ')} from needs where true${own.sql} group by dimension order by dimension`,
    params: [...params, ...own.params],
  };
}

/** The name a file most often gives to each code that the gazetteer doesn't name (municipalities). */
export function placeNames(snapshots: readonly number[]): Question {
  const own = among(snapshots);
  return {
    sql: `select area, arg_min(name, rowid) as name from place_name where ${own.sql} group by area order by area`,
    params: own.params,
  };
}

/** The area whose parts are shown: a tambon is shown among the tambon of its amphoe. */
export function scopeOf(area: AreaCode): AreaCode {
  return area !== country && levelOf(area) === 'tambon' ? (parentOf(area) as AreaCode) : area;
}

const aliased = (measure: Measure): string => `(${measureSql(measure)})::double as "${measure.id}"`;

function grouped(subject: Subject, { name, sql: key, homed }: Grouping): Question {
  const { sql, params } = relations(subject, homed);
  const household = measures.filter((measure) => measure.grain === 'household').map(aliased);
  const need = measures.filter((measure) => measure.grain === 'need');
  return {
    sql: `${sql},
      by_household as (select (${key})::integer as ${name}, ${household.join(', ')} from answered group by 1),
      by_need as (select (${key})::integer as ${name}, ${need.map(aliased).join(', ')} from needs group by 1)
      select by_household.*, ${need.map(({ id }) => `coalesce("${id}", 0) as "${id}"`).join(', ')}
      from by_household left join by_need using (${name}) order by ${name}`,
    params,
  };
}

/** A row for each group that the snapshots have households of in the area, with zeros where none of them passes. */
function complete(subject: Subject, grouping: Grouping): Question {
  const { name, sql: key, homed } = grouping;
  const rows = households(subject, homed);
  const { sql, params } = grouped(subject, grouping);
  const counts = measures.filter(
    ({ grain, format, id }) => grain !== 'area' && format === 'count' && id !== 'person.count',
  );
  return {
    sql: `with listed as (select distinct (${key})::integer as ${name} from ${rows.sql}),
      counted as (${sql})
      select listed.${name}, counted.* exclude (${name}) replace (${counts.map(({ id }) => `coalesce("${id}", 0) as "${id}"`).join(', ')})
      from listed left join counted using (${name}) order by listed.${name}`,
    params: [...rows.params, ...params],
  };
}

/** What is told to need no help is no need. */
const dimensionBits = `bit_or(if(status = ${statusCode.no_need}, 0, 1 << dimension::integer))::integer as dimensions`;

/**
 * The relations every question stands on.
 * `answered`: a row per household that passes, with its status folded from the chosen dimensions.
 * `needs`: a row per need of those households in the chosen dimensions, with the need's own status.
 * `dimensioned`: with the bits `1 << code` of those chosen dimensions in which some need is told.
 */
export function relations(
  subject: Subject,
  homed = false,
  dimensioned = false,
): { sql: string; params: readonly Parameter[] } {
  const rows = households(subject, homed);
  const own = among(subject.snapshots);
  const household = conditions(subject.filters, 'household');
  const need = conditions(subject.filters, 'need');
  const status = conditions(subject.filters, 'status');
  return {
    sql: `with picked as (
        select snapshot, household, area, place, class, survey, urgent, over_capacity, persons${homed ? ', home' : ''}
        from ${rows.sql}${household.sql}
      ), chosen as (
        select snapshot, household, dimension, status from need semi join picked using (snapshot, household)
        where ${own.sql}${need.sql}
      ), folded as (
        select snapshot, household, bit_or(1 << status::integer)::integer as mask${dimensioned ? `, ${dimensionBits}` : ''}
        from chosen group by snapshot, household
      ), answered as (
        select picked.*, marked.* exclude (snapshot, household, mask) from picked join (
          select folded.*, status from folded join fold using (mask)
        ) marked using (snapshot, household)
        where true${status.sql}
      ), needs as (
        select answered.* exclude (status), chosen.dimension, chosen.status as status
        from answered join chosen using (snapshot, household)
      )`,
    params: [...rows.params, ...household.params, ...own.params, ...need.params, ...status.params],
  };
}

/**
 * The households of the subject's snapshots and area, up to an open condition. A snapshot is its province, unplaced
 * households and all; only a smaller area narrows it. `home`: the province that its placed households lie in.
 */
function households({ snapshots, area }: Subject, homed = false): Condition {
  const own = among(snapshots);
  const isWhole = area === country || levelOf(area) === 'province';
  const inside = isWhole ? '' : ` and area // ${levelDivisor[levelOf(area)]} = ?`;
  const homes = `join (
          select snapshot, max(area) // 10000 * 10000 as home from household where ${own.sql} group by snapshot
        ) using (snapshot)`;
  return {
    sql: `household ${homed ? `${homes} ` : ''}where ${own.sql}${inside}`,
    params: [...(homed ? own.params : []), ...own.params, ...(isWhole ? [] : [Number(area)])],
  };
}

/** Of none of no snapshot. */
function among(snapshots: readonly number[]): Condition {
  if (snapshots.length === 0) return { sql: 'false', params: [] };
  return { sql: `snapshot in (${snapshots.map(() => '?').join(', ')})`, params: snapshots };
}

function without(subject: Subject, patch: Partial<Filters>): Subject {
  return { ...subject, filters: { ...subject.filters, ...patch } };
}

/** The questions a view asks, by name: each becomes one answer, shown by one or more panels. */
export const viewQuestions = { figures, areas, classes, places, matrix } as const satisfies Record<
  string,
  (subject: Subject) => Question
>;
export type QuestionName = keyof typeof viewQuestions;
