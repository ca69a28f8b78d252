/** Owns the question what each team or mentor sees to: households, visits, help, and when something was last recorded. */
import type { Parameter, Question } from '../engine/engine.ts';
import { masks } from '../model/masking.ts';
import { pendingStatuses } from '../model/status.ts';
import type { Subject } from '../model/subject.ts';
import { countSql } from './measures.ts';
import { relations } from './questions.ts';
import { spelled } from './spelling.ts';

/** Who sees to a household: the team of the tambon, or the mentor. */
export const teamSides = ['team', 'mentor'] as const;
export type TeamSide = (typeof teamSides)[number];

export type TeamRow = {
  /** Numbered from 1; 0 for the households that no one is told of. */
  key: number;
  /** As most often written, or a person's initial and a mask; null where no one is told. */
  name: string | null;
  /** A person: the name is masked. */
  is_person: boolean;
  households: number;
  /** Tambon in which they are: teams of different tambon may bear one name. */
  tambons: number;
  surveyed: number;
  unsurveyed: number;
  need: number;
  helped: number;
  pending: number;
  urgent: number;
  /** Last record, `2022-06-29`; null where none is told. */
  last: string | null;
};

const titles =
  'นาย|นาง|น\\.?\\s*ส\\.|ด\\.\\s*[ชญ]\\.|คุณ|ดร\\.|ว่าที่|ร\\.\\s*ต\\.|ด\\.\\s*ต\\.|พ\\.\\s*ต\\.|\\b(mr|mrs|ms|miss|dr)\\b';
/** So many digits are a telephone's or a person's. */
const tooLong = '[0-9๐-๙][0-9๐-๙ -]{5,}[0-9๐-๙]';
/** Words and numbers by which groups go. A mentor's cell that has none of them is taken for a person's name. */
const grouped = '^[^\\pL]*[0-9๐-๙][^\\pL]*$|ทีม|ชุดที่|กลุ่มที่|\\bteam\\b|\\bgroup\\b';
const isPerson: Readonly<Record<TeamSide, string>> = {
  team: `regexp_matches(who, '(?i)${titles}|${tooLong}')`,
  mentor: `(regexp_matches(who, '(?i)${titles}|${tooLong}') or not regexp_matches(who, '(?i)${grouped}'))`,
};

/** `seen`: the households that pass, with the spelling of who sees to them; `numbered`: the number of each spelling. */
export function seenBy(subject: Subject, side: TeamSide, homed = false): { sql: string; params: readonly Parameter[] } {
  const { sql, params } = relations(subject, homed);
  return {
    sql: `${sql}, seen as (
        select answered.*, h.updated_on, nullif(trim(h.${side}), '') as who, coalesce(${spelled(`h.${side}`)}, '') as spelling
        from answered join household h using (snapshot, household)
      ), numbered as (
        select spelling,
          if(spelling = '', 0, row_number() over (order by spelling = '', count(*) desc, spelling))::integer as key
        from seen group by spelling
      )`,
    params,
  };
}

/**
 * A row for each, that of most households first; those without last. What names a person stays in the engine: only an
 * initial leaves it.
 */
export function teams(subject: Subject, side: TeamSide): Question {
  const { sql, params } = seenBy(subject, side);
  const pending = { statuses: pendingStatuses };
  const initial = `regexp_extract(regexp_replace(name, '(?i)^(${titles}|สาว|[. ])+', ''), '[ก-ฮA-Za-z]')`;
  return {
    sql: `${sql}, named as (
        select spelling, arg_max(who, (times, who)) as name from (
          select spelling, who, count(*) as times from seen where spelling <> '' group by spelling, who
        ) group by spelling
      ), counted as (
        select spelling, count(*)::double as households,
          count(distinct area) filter (where area % 100 > 0)::double as tambons,
          ${countSql({ surveys: ['surveyed'] })}::double as surveyed,
          ${countSql({ surveys: ['not_surveyed', 'unreachable'] })}::double as unsurveyed,
          ${countSql({ statuses: [...pendingStatuses, 'helped'] })}::double as need,
          ${countSql({ statuses: ['helped'] })}::double as helped, ${countSql(pending)}::double as pending,
          ${countSql({ ...pending, urgent: true })}::double as urgent, strftime(max(updated_on), '%Y-%m-%d') as last
        from seen group by spelling
      ), told as (
        select counted.*, name, coalesce(${isPerson[side].replaceAll('who', 'name')}, false)::boolean as is_person
        from counted left join named using (spelling)
      )
      select key, if(is_person, ${initial} || '${masks.tail.sign}', name) as name, is_person,
        households, tambons, surveyed, unsurveyed, need, helped, pending, urgent, last
      from told join numbered using (spelling) order by key = 0, key`,
    params,
  };
}
