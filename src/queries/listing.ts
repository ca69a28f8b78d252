/** Owns which rows stand behind a figure: their keys in a reader's order, and the cells of those that are looked at. */
import type { Question } from '../engine/engine.ts';
import { country, levelDivisor, levelOf } from '../model/area.ts';
import { dimensionCode } from '../model/dimension.ts';
import type { Listed, Moved } from '../model/listing.ts';
import { standIds } from '../model/move.ts';
import type { Subject } from '../model/subject.ts';
import { conditions, type Condition } from './filters.ts';
import { actsSql, cellSql, needsSql, type ListColumn } from './listcolumns.ts';
import { groups, heeded, noDays, type Days } from './groups.ts';
import { isMeasureId, measureOf, testSql, type Measure, type Test } from './measures.ts';
import { moved, type RoundPair } from './moves.ts';
import { relations, scopeOf } from './questions.ts';

/** A row's key; `dimension` −1 where what is listed are households. */
export type KeyRow = { snapshot: number; household: number; dimension: number };

/** What may be looked for within a list; never in the URL. */
export interface Sought {
  /** How a house code begins; empty: any. */
  readonly code: string;
}

export interface Order {
  readonly column: ListColumn;
  readonly isDescending: boolean;
  /** Of a worded column: its values in the order of their words, see `wordsOf`. */
  readonly values: readonly string[];
}

/** The measure, where it counts rows: a figure of a table of areas has none, and in a group are households. */
export function countedBy(listed: Listed): Measure | null {
  if (!isMeasureId(listed.measure)) return null;
  const measure: Measure = measureOf(listed.measure);
  return measure.grain === 'area' || (measure.grain === 'need' && listed.group !== null) ? null : measure;
}

/** What a list is told besides its subject: the rounds of a move, and the days that groups are told by. */
export interface Besides {
  readonly pairs: readonly RoundPair[];
  readonly days: Days;
}
const nothing: Besides = { pairs: [], days: noDays };

/** What a row must be to be listed: of a share what it counts, or all it is a share of; of a sum all it is a sum of. */
function testOf({ value }: Measure, isWhole: boolean): Test {
  if (value === null || 'sum' in value) return {};
  if ('count' in value) return value.count;
  return isWhole ? value.of : value.share;
}

/** What stands behind the figure of a place: the relations, the one to take rows from, and which of its rows. */
export interface Behind {
  readonly sql: string;
  readonly from: 'answered' | 'needs' | 'stood' | 'members';
  readonly where: string;
  readonly params: Question['params'];
}

/** `subject` is of the whole that the page looks at where `listed` names an area: it need not be the one looked at. */
export function behind(subject: Subject, listed: Listed, { pairs, days }: Besides = nothing): Behind | null {
  const measure = countedBy(listed);
  if (measure === null) return null;
  const isNeed = measure.grain === 'need';
  const filters = heeded(subject.filters, listed.group);
  const own = {
    ...filters,
    ...(listed.class && { classes: [listed.class] }),
    ...(listed.survey && { surveys: [listed.survey] }),
    ...(listed.status && { statuses: [listed.status] }),
  };
  // As the rows of the matrix: see `matrix` in `queries/questions`.
  const isOpened = isNeed && listed.dimension !== null && own.dimensions.length > 0;
  const narrowed = isOpened
    ? { ...own, dimensions: [], statuses: [] }
    : { ...own, ...(listed.dimension && !isNeed && { dimensions: [listed.dimension] }) };
  const homed = subject.area === country;
  if (listed.moved) return behindMove({ ...subject, filters: narrowed }, listed, listed.moved, pairs);
  const { group } = listed;
  const asked: Subject = { ...subject, filters: narrowed };
  const { sql, params } = group
    ? groups[group.of].members({ subject: asked, homed, days }, group.key)
    : relations(asked, homed);
  const further = [
    ...(isNeed && listed.dimension ? [{ sql: ' and dimension = ?', params: [dimensionCode[listed.dimension]] }] : []),
    ...(isOpened ? [conditions(own, 'status')] : []),
    inArea(listed, homed),
  ];
  return {
    sql,
    from: group ? 'members' : isNeed ? 'needs' : 'answered',
    where: further.map((condition) => condition.sql).join(''),
    params: [...params, ...further.flatMap((condition) => condition.params)],
  };
}

/** A tambon is looked at among those of its amphoe, as `Moves` has it. */
function behindMove(subject: Subject, { area }: Listed, { before, after }: Moved, pairs: readonly RoundPair[]): Behind {
  const scope = scopeOf(subject.area);
  const cell = { before: standIds.indexOf(before), after: standIds.indexOf(after) };
  const { sql, params } = moved({ ...subject, area: scope }, pairs, cell);
  const place = inArea({ area: area ?? (scope === subject.area ? null : subject.area) }, scope === country);
  return { sql, from: 'stood', where: place.sql, params: [...params, ...place.params] };
}

/** An unplaced household is its province's, seen from the country; a province's own snapshot is all of it. */
function inArea({ area }: Pick<Listed, 'area'>, homed: boolean): Condition {
  if (area === null || (!homed && area.length === 2)) return { sql: '', params: [] };
  const divisor = levelDivisor[levelOf(area)];
  return { sql: ` and ${homed ? 'if(area = 0, home, area)' : 'area'} // ${divisor} = ?`, params: [Number(area)] };
}

function listedRows(
  subject: Subject,
  listed: Listed,
  { code }: Sought,
  besides: Besides,
): { sql: string; params: Question['params'] } {
  const rows = behind(subject, listed, besides);
  const measure = countedBy(listed);
  if (rows === null || measure === null) throw new TypeError(`no rows behind ${listed.measure}`);
  const test = testSql(testOf(measure, listed.isWhole));
  const sought = code === '' ? { sql: '', params: [] } : { sql: ' where starts_with(h.house_code, ?)', params: [code] };
  return {
    sql: `${rows.sql}, listed as (
        select snapshot, household, ${rows.from === 'needs' ? 'dimension::integer' : '-1'} as dimension, status
        from ${rows.from} where ${test}${rows.where}
      ), found as (
        select r.*, h.* exclude (snapshot, household) from listed r join household h using (snapshot, household)${sought.sql}
      )`,
    params: [...rows.params, ...sought.params],
  };
}

/** The keys of all rows of the list, in order. Rows without a value stand last whatever the direction. */
export function keys(
  subject: Subject,
  listed: Listed,
  sought: Sought,
  order: Order,
  besides: Besides = nothing,
): Question {
  const { column, isDescending, values } = order;
  const { sql, params } = listedRows(subject, listed, sought, besides);
  const value = overFound(column);
  const ranked = column.isWorded
    ? {
        with: `, ranked as (
        select texts[place + 1] as text, place from (
          select texts, unnest(range(len(texts))) as place from (select string_split(?, '${between}') as texts)
        )
      )`,
        join: ` left join ranked on ranked.text = (${value})::varchar`,
        by: 'ranked.place',
        params: [values.join(between)],
      }
    : { with: '', join: '', by: value, params: [] };
  return {
    sql: `${sql}${ranked.with}
      select found.snapshot as snapshot, found.household as household, found.dimension as dimension from found${joinOf(column)}${ranked.join}
      order by ${ranked.by} ${isDescending ? 'desc' : 'asc'} nulls last, found.area, found.snapshot, found.household, found.dimension`,
    params: [...params, ...ranked.params],
  };
}

/** The values of a worded column in the list, as text: the engine has no order of Thai words, so the page gives them theirs. */
export function valuesOf(
  subject: Subject,
  listed: Listed,
  sought: Sought,
  column: ListColumn,
  besides: Besides = nothing,
): Question {
  if (column.kind === 'amphoe' || column.kind === 'tambon') return areasOf(subject, column, besides);
  const { sql, params } = listedRows(subject, listed, sought, besides);
  const value = overFound(column);
  return {
    sql: `${sql} select distinct (${value})::varchar as value from found${joinOf(column)} where ${value} is not null`,
    params,
  };
}

/** Areas are few, and those of all households are found far sooner than those of the rows of a list. */
function areasOf(subject: Subject, { sql }: ListColumn, { pairs }: Besides): Question {
  const snapshots =
    pairs.length === 0
      ? subject.snapshots
      : pairs.flatMap(({ then, now }) => [then, now].filter((one) => one !== null));
  return {
    sql: `select distinct (${sql})::varchar as value from household h where snapshot in (${snapshots.map(() => '?').join(', ')})`,
    params: snapshots,
  };
}
/** Stands in no cell. */
const between = '\u001f';
/** In the list of keys a row and its household are one. */
const overFound = ({ sql }: ListColumn): string => sql.replace(/\b[hr]\./g, 'found.');

/** Where an order looks beyond the household itself. */
function joinOf({ sql }: ListColumn): string {
  const acts = sql.startsWith('a.') ? ` left join (${actsSql('help')}) a using (snapshot, household)` : '';
  const needs = sql.startsWith('n.') ? ` left join (${needsSql('need')}) n using (snapshot, household)` : '';
  return acts + needs;
}

/**
 * The cells of some rows, in the order of their keys. `isOpen`: what may tell whose household it is too. The status is that
 * of the row as it was listed: folded from the chosen dimensions, or the need's own.
 */
export function cells(
  { filters: all }: Pick<Subject, 'filters'>,
  listed: Pick<Listed, 'dimension' | 'group'>,
  rows: readonly KeyRow[],
  columns: readonly ListColumn[],
  isOpen: boolean,
): Question {
  const { dimension } = listed;
  const filters = heeded(all, listed.group);
  const chosen = conditions(
    dimension && rows[0]?.dimension === -1 ? { ...filters, dimensions: [dimension] } : filters,
    'need',
  );
  const text = (key: keyof KeyRow): string => rows.map((row) => row[key]).join(',');
  return {
    sql: `with written as (
        select string_split(?, ',') as snapshots, string_split(?, ',') as households, string_split(?, ',') as dimensions
      ), placed as (
        select *, unnest(range(len(snapshots))) as place from written
      ), page as (
        select snapshots[place + 1]::integer as snapshot, households[place + 1]::integer as household,
          dimensions[place + 1]::integer as dimension, place
        from placed
      ), own as (
        select need.* from need semi join page using (snapshot, household)
      ), folded as (
        select snapshot, household, bit_or(1 << status::integer)::integer as mask from own where true${chosen.sql} group by 1, 2
      ), r as (
        select page.snapshot as snapshot, page.household as household, page.dimension as dimension, place,
          coalesce(own.status, folds.status)::integer as status from page
        left join own using (snapshot, household, dimension)
        left join (select folded.*, status from folded join fold using (mask)) folds using (snapshot, household)
      ), a as (${actsSql('(select help.* from help semi join page using (snapshot, household))')}
      ), n as (${needsSql('own')})
      select ${columns.map((column) => `${cellSql(column, isOpen)} as "${column.id}"`).join(', ')}
      from r join household h using (snapshot, household)
      left join a using (snapshot, household) left join n using (snapshot, household) order by r.place`,
    params: [text('snapshot'), text('household'), text('dimension'), ...chosen.params],
  };
}
