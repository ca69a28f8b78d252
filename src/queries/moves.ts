/** Owns round against round: which household of one snapshot is which of another, and how both rounds saw it. */
import type { Parameter, Question } from '../engine/engine.ts';
import { country, levelDivisor, levelOf, provinceOf, type AreaCode } from '../model/area.ts';
import { elsewhereCode, hasStatus, sides, type Move } from '../model/move.ts';
import { partedAmphoe, todaysArea } from '../model/renumbered.ts';
import type { Rows } from '../model/rows.ts';
import { statusCode } from '../model/status.ts';
import type { Subject } from '../model/subject.ts';
import { relations } from './questions.ts';

/** A province's snapshots of the two rounds, by number; null where a round has none of the province. */
export interface RoundPair {
  readonly province: AreaCode;
  readonly then: number | null;
  readonly now: number | null;
}

export type MoveRow = {
  area: number;
  side: number;
  before: number;
  after: number;
  why: number;
  households: number;
  weak: number;
  uncoded: number;
  reclassed: number;
  redimensioned: number;
  moved: number;
};

/**
 * A row for each area of the level, status before and status after (`model/move` has the codes of those without one).
 *
 * Households are matched before anything is filtered, within their province: by house code; of those left over, one that
 * has no house code in one of the rounds by its address, where tambon, moo, village and house number are the same and
 * nobody else left over lives there. An address without a number, or with neither moo nor village, tells nothing.
 *
 * Then each round is looked at as any view is: a household has a status where it lies in the subject's area and passes the
 * filters, folded from the chosen dimensions. Who does so in one of the rounds only is `apart` in the other: it came into
 * sight or went out of it (helped now, under a filter on waiting; of another class), and is neither new nor gone. New and
 * gone (`absent`) are those that the other round does not have at all; but where it has no household of their amphoe, the
 * amphoe was not reported, and they are neither (`unreported`).
 *
 * Areas are told by today's numbers (`model/renumbered`). A household counts where it is now, who left where it was. Who is
 * of two areas has the side `came` where it is and is repeated with the side `went` where it was, so that without the side
 * `went` the rows count everyone once, and those of one area add up to both of its rounds.
 */
export function moves(subject: Subject, pairs: readonly RoundPair[]): Question {
  const { sql, params } = met(subject, pairs);
  const divisor = levelDivisor[subject.level];
  // As `areas` has it: seen from the country, who has no place is of the snapshot's province.
  const key = (area: string): string =>
    `${subject.area === country ? `if(${area} = 0, home, ${area})` : area} // ${divisor} * ${divisor}`;
  const counts = ['weak', 'uncoded', 'reclassed', 'redimensioned', 'moved'].map(
    (id) => `count_if(${id})::double as ${id}`,
  );
  const isBoth = `before < ${elsewhereCode.absent} and after < ${elsewhereCode.absent}`;
  return {
    sql: `${sql}, keyed as (
        select *, if(after < ${elsewhereCode.absent}, ${key('now_area')}, ${key('then_area')}) as key,
          ${isBoth} and ${key('then_area')} <> ${key('now_area')} as parted
        from seen
      )
      select * from (select key as area, if(parted, ${sides.indexOf('came')}, 0) as side, before, after, why,
        count(*)::double as households, ${counts.join(', ')} from keyed group by all
      union all
      select ${key('then_area')}, ${sides.indexOf('went')}, before, after, why,
        count(*)::double, ${counts.join(', ')} from keyed where parted group by all)
      order by area, side, before, after, why`,
    params,
  };
}

/** A move whose households are asked for: statuses before and after, by code. */
export interface MoveCell {
  readonly before: number;
  readonly after: number;
}

/**
 * `stood`: the households of a cell, as `moves` counts them without the side `went`. Each is a row of the later round, or of
 * the earlier where it is looked at in that alone.
 */
export function moved(
  subject: Subject,
  pairs: readonly RoundPair[],
  { before, after }: MoveCell,
): { sql: string; params: readonly Parameter[] } {
  const { sql, params } = met(subject, pairs);
  const side = hasStatus(after) ? 'now' : 'then';
  return {
    sql: `${sql}, stood as (
        select ${side}_snapshot as snapshot, ${side}_household as household, ${side}_status as status, ${side}_area as area, home
        from seen where before = ? and after = ?
      )`,
    params: [...params, before, after],
  };
}

const told = [
  'snapshot',
  'household',
  'area',
  'class',
  'status',
  'dimensions',
  'out_reason',
  'source',
  'coded',
] as const;
const of = (side: string, from = side): string => told.map((name) => `${from}.${name} as ${side}_${name}`).join(', ');

/** `seen`: a row per household of either round that is looked at in one of them. */
function met(subject: Subject, pairs: readonly RoundPair[]): { sql: string; params: readonly Parameter[] } {
  const rounds = pairs.flatMap(({ province, then, now }) =>
    [then, now].flatMap((snapshot, side) => (snapshot === null ? [] : [[snapshot, side, Number(province) * 10_000]])),
  );
  const { area } = subject;
  const isWhole = area === country || levelOf(area) === 'province';
  // Which area is looked at is told by today's numbers, further down.
  const whole = isWhole ? area : provinceOf(area);
  const all = relations({ ...subject, area: whole, snapshots: rounds.map(([snapshot = 0]) => snapshot) }, false, true);
  const within = (side: string): string => (isWhole ? '' : ` and ${side}_area // ${levelDivisor[levelOf(area)]} = ?`);
  const { absent, apart, unreported } = elsewhereCode;
  const isKnown = (column: string): string => `${column} // 100 % 100 > 0`;
  const code = (side: string, other: string): string => `case
        when ${side}_household is null then if(${isReported(other, side)}, ${absent}, ${unreported})
        when ${side}_status is not null${within(side)} then ${side}_status else ${apart} end`;
  // Of whom the amphoe is not known, nobody can say that it did not report.
  const isReported = (there: string, side: string): string =>
    `if(${isKnown(`${there}_area`)}, ${side}_amphoe.there is not null, ${side}_home.there is not null)`;
  const parted = partedAmphoe.map(({ from, to }) => {
    const pair = (a: string, b: string): string => `(${a}_area = ${from}00 and ${b}_area // 100 = ${to})`;
    return `${pair('then', 'now')} or ${pair('now', 'then')}`;
  });
  const finer = 'if(then_area % 100 = 0, now_area, then_area)';
  const addressed = (side: string): string => `
        select home, area, moo, coalesce(village, '') as village, house_no, min(snapshot) as snapshot,
          min(household) as household, min(house_code) as house_code
        from ${side}_round semi join (
          select ${side}_snapshot as snapshot, ${side}_household as household from coded
          where ${side === 'then' ? 'now' : 'then'}_household is null and ${side}_household is not null
        ) using (snapshot, household)
        where house_no is not null and (moo > 0 or village is not null) and area % 100 > 0
        group by all having count(*) = 1`;
  const sql = `${all.sql}, side as (
        select snapshot::integer as snapshot, side::integer as side, home::integer as home
        from (values ${rounds.map(() => '(?, ?, ?)').join(', ') || '(null, null, null)'}) rounds(snapshot, side, home)
      ), sided as (
        select h.*, status, dimensions from (
          select side, home, snapshot, household, ${todaysArea('area')} as area, class, house_code, moo, village, house_no,
            out_reason, source, house_code is not null as coded
          from household join side using (snapshot)
        ) h left join (select snapshot, household, status, dimensions from answered) a using (snapshot, household)
      ), then_round as (from sided where side = 0), now_round as (from sided where side = 1),
      coded as (
        select coalesce(t.home, n.home) as home, ${of('then', 't')}, ${of('now', 'n')}, false as weak
        from then_round t full outer join now_round n on t.house_code = n.house_code and t.home = n.home
      ), then_address as (${addressed('then')}), now_address as (${addressed('now')}),
      alike as (
        select t.snapshot as then_snapshot, t.household as then_household, n.snapshot as now_snapshot, n.household as now_household
        from then_address t join now_address n using (home, area, moo, village, house_no)
        where t.house_code is null or n.house_code is null
      ), matched as (
        select * from coded where then_household is not null and now_household is not null
        union all select coded.* from coded anti join alike using (then_snapshot, then_household) where now_household is null
        union all select coded.* from coded anti join alike using (now_snapshot, now_household) where then_household is null
        union all
        select t.home, ${of('then', 't')}, ${of('now', 'n')}, true
        from alike a join then_round t on t.snapshot = a.then_snapshot and t.household = a.then_household
        join now_round n on n.snapshot = a.now_snapshot and n.household = a.now_household
      ), settled as (
        select * replace (if(${parted.join(' or ')}, ${finer}, then_area) as then_area,
          if(${parted.join(' or ')}, ${finer}, now_area) as now_area)
        from matched
      ), then_amphoe as (select distinct home as there, area // 100 as amphoe from then_round),
      now_amphoe as (select distinct home as there, area // 100 as amphoe from now_round),
      then_home as (select distinct there from then_amphoe), now_home as (select distinct there from now_amphoe),
      coming as (
        select s.*, ${code('then', 'now')} as before, ${code('now', 'then')} as after
        from settled s
        left join then_amphoe on then_amphoe.there = s.home and then_amphoe.amphoe = now_area // 100
        left join now_amphoe on now_amphoe.there = s.home and now_amphoe.amphoe = then_area // 100
        left join then_home on then_home.there = s.home left join now_home on now_home.there = s.home
      ), seen as (
        select *, case when after = ${statusCode.out} then coalesce(now_out_reason, 0)
            when before = ${absent} then coalesce(now_source, 0) else 0 end as why,
          (then_household is null or now_household is null) and not coalesce(then_coded, now_coded) as uncoded,
          coalesce(then_class <> now_class, false) as reclassed,
          coalesce(then_dimensions <> now_dimensions, false) as redimensioned,
          coalesce(then_area // 100 <> now_area // 100 and ${isKnown('then_area')} and ${isKnown('now_area')}
            or then_area <> now_area and then_area % 100 > 0 and now_area % 100 > 0, false) as moved
        from coming where before < ${absent} or after < ${absent}
      )`;
  const inside = isWhole ? [] : [Number(area), Number(area)];
  return { sql, params: [...all.params, ...rounds.flat(), ...inside] };
}

export function movesOf({ columns, length }: Rows<MoveRow>): readonly Move[] {
  const at = (name: keyof MoveRow, row: number): number => columns[name][row] ?? 0;
  return Array.from({ length }, (_, row) => ({
    area: at('area', row),
    side: sides[at('side', row)] ?? 'stayed',
    from: at('before', row),
    to: at('after', row),
    why: at('why', row),
    households: at('households', row),
    weak: at('weak', row),
    uncoded: at('uncoded', row),
    reclassed: at('reclassed', row),
    redimensioned: at('redimensioned', row),
    moved: at('moved', row),
  }));
}
