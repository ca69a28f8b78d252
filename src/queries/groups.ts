/** Owns which households are in a group that a tool counts: a row each, from the relation that the tool's own figures are counted over. */
import type { Parameter, Question } from '../engine/engine.ts';
import { aspects, type AspectId } from '../model/aspect.ts';
import { untold, type Group, type GroupId } from '../model/group.ts';
import { pendingStatuses, statusCode } from '../model/status.ts';
import type { IsoDate } from '../model/snapshot.ts';
import { noFilters, type Filters, type Subject } from '../model/subject.ts';
import { acted, actMarks, doubtful, type ActGroup } from './acts.ts';
import { aged, agedTests, type AgeRound } from './ages.ts';
import { fewShare, saidOf } from './aspects.ts';
import { planned, plannedBy, type PlanGroup } from './plans.ts';
import { relations } from './questions.ts';
import { idle } from './reporting.ts';
import { mark } from './spelling.ts';
import { seenBy, teams, type TeamSide } from './teams.ts';
import { housed } from './villages.ts';

/** What is known of the rounds and days, which some groups are told by. */
export interface Days {
  /** Every known round, the subject's own the last. */
  readonly rounds: readonly AgeRound[];
  /** Until when time waited is counted. */
  readonly today: IsoDate | null;
  readonly asOf: IsoDate | null;
  /** The reporting day before the one that the round is for. */
  readonly reported: IsoDate | null;
}
export const noDays: Days = { rounds: [], today: null, asOf: null, reported: null };

/** `homed`: with the column `home`, as `relations` has it. */
export interface GroupAsked {
  readonly subject: Subject;
  readonly homed: boolean;
  readonly days: Days;
}

type Relation = { readonly sql: string; readonly params: readonly Parameter[] };

/** What a group is called by those who wrote it; of a person, an initial. */
export type GroupName = { name: string | null; is_person: boolean; moo: number; area: number };

interface GroupRow {
  /** `members`: a row per household, with all columns of `answered`; its status may be that of what the group is of. */
  readonly members: (asked: GroupAsked, key: string) => Relation;
  /** One row at most; only of groups that no registry has the words of. */
  readonly named?: (asked: GroupAsked, key: string) => Question;
}

/** The relation narrowed, told by a last condition of its own. */
const narrowed = ({ sql, params }: Relation, members: string, ...own: readonly Parameter[]): Relation => ({
  sql: `${sql}, members as (${members})`,
  params: [...params, ...own],
});
const name = ({ sql, params }: Relation, rest: string, ...own: readonly Parameter[]): Question => ({
  sql: `${sql} ${rest}`,
  params: [...params, ...own],
});
const nameOnly = (column: string): string => `${column} as name, false as is_person, 0 as moo, 0 as area`;

const seenTo = (side: TeamSide): GroupRow => ({
  members: ({ subject, homed }, key) =>
    narrowed(
      seenBy(subject, side, homed),
      'select seen.* from seen join numbered using (spelling) where key = try_cast(? as integer)',
      key,
    ),
  named: ({ subject }, key) => {
    const { sql, params } = teams(subject, side);
    return {
      sql: `select name, is_person, 0 as moo, 0 as area from (${sql}) where key = try_cast(? as integer)`,
      params: [...params, key],
    };
  },
});

/** Those of some plans, with the status of what these are for. */
const ofPlans = (from: string, where = 'true'): string =>
  `select answered.* replace (stands.status as status) from answered join (
          select masks.*, status from (
            select snapshot, household, bit_or(1 << status::integer)::integer as mask from ${from} where ${where} group by all
          ) masks join fold using (mask)
        ) stands using (snapshot, household)`;
const plannedIn = (group: PlanGroup): GroupRow => ({
  members: ({ subject, homed }, key) => narrowed(plannedBy(subject, group, homed), ofPlans('keyed', 'mark = ?'), key),
  named: ({ subject, homed }, key) =>
    name(
      plannedBy(subject, group, homed),
      `select ${nameOnly('name')} from (
        select ${group === 'project' ? 'name' : 'key as name'}, count(*) as times from keyed where mark = ? group by 1
      ) order by times desc, name desc limit 1`,
      key,
    ),
});

const actedIn = (group: ActGroup): GroupRow => ({
  members: ({ subject, homed }, key) =>
    narrowed(
      acted(subject, homed),
      `from answered semi join (select snapshot, household from acted where ${actMarks[group]} = ?) using (snapshot, household)`,
      key,
    ),
  named: ({ subject, homed }, key) =>
    name(
      acted(subject, homed),
      `select ${nameOnly(group)} from (select distinct ${group}::varchar as ${group} from acted where ${actMarks[group]} = ?)`,
      key,
    ),
});

/** `attitude.few`: an aspect, and in it a value, what is recorded at all (`all`), or nothing (`-`). */
const parted = (key: string): readonly [aspect: AspectId | null, value: string] => {
  const [id, value = ''] = key.split('.');
  return [aspects.find((aspect) => aspect.id === id)?.id ?? null, value];
};
const pending = `status in (${pendingStatuses.map((id) => statusCode[id]).join(', ')})`;

export const groups: Readonly<Record<GroupId, GroupRow>> = {
  age: {
    members: ({ subject, homed, days: { rounds, today } }, key) => {
      const isTold = today !== null && Object.hasOwn(agedTests, key);
      if (!isTold) return nobody({ subject, homed });
      return narrowed(
        aged(subject, rounds, today, homed),
        `from told where ${agedTests[key as keyof typeof agedTests]}`,
      );
    },
  },
  team: seenTo('team'),
  mentor: seenTo('mentor'),
  village: {
    members: ({ subject, homed }, key) => narrowed(housed(subject, homed), `from keyed where ${mark('key')} = ?`, key),
    named: ({ subject }, key) =>
      name(
        housed(subject),
        `select arg_max(village, (times, village)) as name, false as is_person,
          max(if(key like '%.%', moo, 0))::integer as moo, max(area)::integer as area
        from (select key, village, moo, area, count(*) as times from keyed where ${mark('key')} = ? group by all)
        where key is not null having count(*) > 0`,
        key,
      ),
  },
  plan: {
    members: ({ subject, homed }, key) =>
      narrowed(
        planned(subject, homed),
        key === untold
          ? `from answered anti join planned using (snapshot, household) where ${pending}`
          : ofPlans('planned'),
      ),
  },
  plan_project: plannedIn('project'),
  plan_dimension: plannedIn('dimension'),
  plan_agency: plannedIn('agency'),
  plan_month: plannedIn('month'),
  act: {
    members: ({ subject, homed }) =>
      narrowed(acted(subject, homed), 'from answered semi join acted using (snapshot, household)'),
  },
  act_agency: actedIn('agency'),
  act_dimension: actedIn('dimension'),
  act_kind: actedIn('kind'),
  act_month: actedIn('month'),
  doubt: { members: ({ subject, homed, days: { asOf } }, key) => doubtful(subject, asOf, key, homed) },
  trait: {
    members: ({ subject, homed }, key) => {
      const [aspect, value] = parted(key);
      if (aspect === null) return nobody({ subject, homed });
      const said = saidOf(subject, aspect, homed);
      if (value === untold) return narrowed(said, 'from answered anti join said using (snapshot, household)');
      const isAll = value === 'all';
      return narrowed(
        said,
        `from answered semi join (select snapshot, household from said where ${isAll ? 'true' : 'mark = ?'}) using (snapshot, household)`,
        ...(isAll ? [] : [value]),
      );
    },
    named: ({ subject }, key) => {
      const [aspect, value] = parted(key);
      const isOwn = aspect !== null && value !== fewShare;
      return name(
        saidOf(subject, aspect ?? 'attitude'),
        `select distinct ${nameOnly('value')} from said where ${isOwn ? 'not known and mark = ?' : 'false'}`,
        ...(isOwn ? [value] : []),
      );
    },
  },
  idle: { members: ({ subject, homed, days: { reported } }) => idle(subject, reported, homed) },
};

/** What no link of this page asks for. */
const nobody = ({ subject, homed }: Pick<GroupAsked, 'subject' | 'homed'>): Relation =>
  narrowed(relations(subject, homed), 'from answered where false');

/** The filters of the view, as far as the figures of the group follow them: who reports is not asked of those who pass one. */
export const heeded = (filters: Filters, group: Group | null): Filters => (group?.of === 'idle' ? noFilters : filters);

/** Null where a registry has the words of the group. */
export function groupName(subject: Subject, group: Group, days: Days = noDays): Question | null {
  const asked = { subject: { ...subject, filters: heeded(subject.filters, group) }, homed: false, days };
  return groups[group.of].named?.(asked, group.key) ?? null;
}
