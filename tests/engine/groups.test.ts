/** The rows behind every figure that a tool counts for itself are as many as the figure says, over random households, on the real engine. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import { areaOfNumber, country, levelFor, provinceOf, type AreaCode } from '../../src/model/area.ts';
import { ageBands } from '../../src/model/age.ts';
import { aspects } from '../../src/model/aspect.ts';
import { groupIds, untold, type GroupId } from '../../src/model/group.ts';
import { listedOf, parseListed, printListed, type Listed } from '../../src/model/listing.ts';
import { recordsOf } from '../../src/model/records.ts';
import type { Cell } from '../../src/model/rows.ts';
import type { IsoDate } from '../../src/model/snapshot.ts';
import type { Subject } from '../../src/model/subject.ts';
import { actDoubts, actGroups, acts, actsOf, doubts, type ActRow, type DoubtRow } from '../../src/queries/acts.ts';
import { ages, agesOf, longOf, noAges, type AgeRound, type AgeRow, type Ages } from '../../src/queries/ages.ts';
import {
  traitPlaces,
  traitPlacesOf,
  traits,
  traitsOf,
  type TraitPlaceRow,
  type TraitRow,
} from '../../src/queries/aspects.ts';
import { explaining, type ExplainedRow } from '../../src/queries/explaining.ts';
import { groupName, type GroupName } from '../../src/queries/groups.ts';
import { keys, type Besides, type KeyRow } from '../../src/queries/listing.ts';
import { listColumnOf, type ListColumn } from '../../src/queries/listcolumns.ts';
import { planGroups, plans, planTotals, type PlanRow, type PlanTotals } from '../../src/queries/plans.ts';
import { scopeOf } from '../../src/queries/questions.ts';
import { reporting, type ReportingRow } from '../../src/queries/reporting.ts';
import { teams, teamSides, type TeamRow } from '../../src/queries/teams.ts';
import { villages, type VillageRow } from '../../src/queries/villages.ts';
import { openTables } from './opened.ts';
import { fill, household, subject } from './households.ts';

const engine = await openTables();

const run = async (sql: string): Promise<void> => await engine.run({ sql, params: [] });
const all = async <T extends Record<string, Cell>>(question: Question): Promise<readonly T[]> =>
  recordsOf(await ask<T>(engine, question));

/** One of some values for a row, another for every column and seed. */
const one = (column: string, seed: number, values: readonly (string | number | null)[], type = 'varchar'): string => {
  const cases = values.map((value, at) => `when ${at} then ${value === null ? 'null' : `'${value}'`}`);
  return `(case hash(household * 7 + snapshot, '${column}', ${seed}) % ${values.length} ${cases.join(' ')} end)::${type}`;
};

/** Snapshots 4 and 5 are earlier rounds of snapshot 1: in one every status is the same, in the other some are. */
async function draw(seed: number): Promise<void> {
  const cell = (name: string, values: readonly (string | number | null)[], type?: string): string =>
    `${name} = ${one(name, seed, values, type)}`;
  await run(
    `update household set ${[
      cell('moo', [0, 1, 2], 'utinyint'),
      cell('village', ['บ้านทุ่ง', 'ทุ่ง', 'ควน', null]),
      cell('team', ['ทีม 1', 'ทีม1', 'ทีม 2', null]),
      cell('mentor', ['นายสมมุติ ดี', 'ทีม 3', null]),
      cell('surveyed_on', ['2022-01-05', '2022-05-20', '2022-07-01', null, null], 'date'),
      cell('updated_on', ['2022-05-01', '2022-06-10', '2022-06-25', null], 'date'),
      cell('acts_only', ['false', 'false', 'true', null], 'boolean'),
      `house_code = if(household % 5 = 4, null, 'h' || household)`,
    ].join(', ')}`,
  );
  for (const [copy, changed] of [
    [4, 1],
    [5, 4],
  ] as const) {
    await run(`insert into household select * replace (${copy} as snapshot) from household where snapshot = 1`);
    await run(`insert into need select * replace (${copy} as snapshot, (status + if(household % ${changed} = 1, 1, 0)) % 7 as status)
      from need where snapshot = 1`);
  }
  for (const table of ['trait', 'plan', 'help']) await run(`delete from ${table}`);
  const base = 'select snapshot, household from household where snapshot <= 3';
  for (const [at, part] of [0, 1, 2].map((index) => [seed * 3 + index, index] as const)) {
    const some = `${base} and hash(household, snapshot, ${at}) % 3 > 0`;
    await run(`insert into trait select snapshot, household, ${part}, ${one('value', at, ['other', 'capital', 'farming', 'ขอวัว', 'อยากขายของ'])}
      from (${some})`);
    await run(`insert into plan (snapshot, household, dimension, project, agency, budget, month)
      select snapshot, household, ${one('dimension', at, [0, 1, 3, 5], 'utinyint')}, ${one('project', at, ['ซ่อม บ้าน', 'ซ่อมบ้าน', 'ปลูกผัก', null])},
        ${one('agency', at, ['health_office', 'มูลนิธิสมมุติ', null])}, 500, ${one('month', at, ['2022-07-01', '2022-08-01', null], 'date')}
      from (${some})`);
    await run(`insert into help (snapshot, household, dimension, agency, date, kind)
      select snapshot, household, ${one('dimension', at + 99, [0, 1, 5], 'utinyint')}, ${one('agency', at + 99, ['health_office', 'มูลนิธิสมมุติ', null])},
        ${one('date', at, ['2022-06-01', '2022-08-01', null], 'date')}, ${one('kind', at, [0, 1, 3], 'utinyint')}
      from (${some})`);
  }
}

const asOf = '2022-06-29' as IsoDate;
const after = '2022-06-10' as IsoDate;
const rounds: readonly AgeRound[] = [
  { snapshot: 4, province: '94' as AreaCode, asOf: '2022-04-10' as IsoDate },
  { snapshot: 5, province: '94' as AreaCode, asOf: '2022-05-10' as IsoDate },
  { snapshot: 1, province: '94' as AreaCode, asOf },
  { snapshot: 2, province: '13' as AreaCode, asOf },
];
const besides: Besides = { pairs: [], days: { rounds, today: asOf, asOf, reported: after } };
const anyhow = { column: listColumnOf('persons') as ListColumn, isDescending: false, values: [] };

const met = new Map<GroupId, number>();
async function check(
  of: Subject,
  value: number | null,
  measure: string,
  group: GroupId,
  key: string,
  place?: Partial<Listed>,
) {
  const area = place?.area;
  // As the page narrows it: see `standingOf` of the states.
  const whole: Subject = area
    ? {
        ...of,
        area: of.area === country ? country : provinceOf(of.area),
        snapshots: of.area !== country || !/^[1-9]/.test(area) ? of.snapshots : area.startsWith('94') ? [1] : [2],
      }
    : of;
  const listed = listedOf(measure, { ...place, group: { of: group, key } });
  const said = JSON.stringify([whole, printListed(listed)]);
  expect(parseListed(printListed(listed)), said).toEqual(listed);
  const [told] = await all<ExplainedRow>(explaining(whole, listed, besides) as Question);
  expect(told?.value ?? null, said).toBe(value);
  const rows = await all<KeyRow>(keys(whole, listed, { code: '' }, anyhow, besides));
  expect(rows.length, said).toBe(told?.part ?? value);
  expect(new Set(rows.map((row) => `${row.snapshot}.${row.household}`)).size, said).toBe(rows.length);
  met.set(group, (met.get(group) ?? 0) + rows.length);
}
/** A row of areas as the page names it. */
const areaOf = (number: number, level: Subject['level']): AreaCode =>
  (areaOfNumber(number, level) ?? String(number).padStart(6, '0')) as AreaCode;

type Checking = (of: Subject) => Promise<void>;
const tools: Readonly<Record<string, Checking>> = {
  ages: async (of) => {
    const { all: whole, areas } = agesOf(await ask<AgeRow>(engine, ages(of, rounds, asOf)));
    const counts = (told: Ages): [string, number][] => [
      ...(['pending', 'known', 'seen', 'least', 'after', 'stuck'] as const).map((id): [string, number] => [
        id,
        told[id],
      ]),
      ...ageBands.map(({ id }): [string, number] => [id, told.bands[id]]),
      ['long', longOf(told)],
      ['unknown', told.pending - told.known],
      ['surveyed', told.known - told.seen],
    ];
    if (scopeOf(of.area) === of.area)
      for (const [id, count] of counts(whole)) await check(of, count, 'household.pending', 'age', id);
    else
      for (const [id, count] of counts(areas.get(Number(of.area)) ?? noAges))
        if (of.level === 'tambon') await check(of, count, 'household.pending', 'age', id);
    for (const [number, own] of [...areas].slice(0, 2))
      for (const id of ['long', 'stuck'] as const)
        await check(of, id === 'long' ? longOf(own) : own.stuck, 'household.pending', 'age', id, {
          area: areaOf(number, of.level),
        });
  },
  teams: async (of) => {
    for (const side of teamSides)
      for (const row of (await all<TeamRow>(teams(of, side))).slice(0, 3)) {
        const key = String(row.key);
        await check(of, row.households, 'household.listed', side, key);
        await check(of, row.helped, 'household.helped', side, key);
        await check(of, row.pending, 'household.pending', side, key);
        const visits = row.surveyed + row.unsurveyed;
        await check(of, visits === 0 ? null : row.surveyed / visits, 'household.surveyed_share', side, key);
        const [name] = await all<GroupName>(groupName(of, { of: side, key }) as Question);
        expect(name).toMatchObject({ name: row.name, is_person: row.is_person });
      }
  },
  villages: async (of) => {
    const rows = await all<VillageRow>(villages(of, 'household.pending'));
    for (const row of [...rows.slice(0, 2), ...rows.slice(-1)]) {
      await check(of, row.need, 'household.need', 'village', row.mark);
      await check(of, row.pending, 'household.pending', 'village', row.mark);
      const share = row.need === 0 ? null : row.helped / row.need;
      await check(of, share, 'household.helped_share', 'village', row.mark);
      const [name] = await all<GroupName>(groupName(of, { of: 'village', key: row.mark }) as Question);
      if (row.mark === untold) expect(name).toBeUndefined();
      else expect(name).toEqual({ name: row.name, is_person: false, moo: row.moo, area: row.area });
    }
  },
  plans: async (of) => {
    for (const group of planGroups)
      for (const row of (await all<PlanRow>(plans(of, group))).slice(0, 3)) {
        const own = group === 'area' ? ('plan' as const) : (`plan_${group}` as const);
        const place = group === 'area' ? { area: areaOf(Number(row.mark), of.level) } : {};
        await check(of, row.households, 'household.listed', own, group === 'area' ? 'all' : row.mark, place);
        await check(of, row.helped, 'household.helped', own, group === 'area' ? 'all' : row.mark, place);
        if (group === 'area') continue;
        const [name] = await all<GroupName>(groupName(of, { of: own, key: row.mark }) as Question);
        expect(name?.name ?? null).toBe(group === 'project' ? row.name : row.key);
      }
    const [totals] = await all<PlanTotals>(planTotals(of));
    await check(of, totals?.households ?? 0, 'household.listed', 'plan', 'all');
    await check(of, totals?.unplanned ?? 0, 'household.listed', 'plan', untold);
  },
  acts: async (of) => {
    const by = actsOf(await ask<ActRow>(engine, acts(of)));
    await check(of, by.all[0]?.households ?? 0, 'household.listed', 'act', 'all');
    for (const group of actGroups)
      for (const { mark, households, key } of by[group].slice(0, 3)) {
        await check(of, households, 'household.listed', `act_${group}`, mark);
        if (group !== 'agency') continue;
        const [name] = await all<GroupName>(groupName(of, { of: 'act_agency', key: mark }) as Question);
        expect(name?.name ?? null).toBe(key);
      }
    const [row] = await all<DoubtRow>(doubts(of, asOf));
    for (const { id, unit } of actDoubts) {
      if (unit === 'household') {
        await check(of, row?.[id] ?? 0, 'household.listed', 'doubt', id);
        continue;
      }
      // Of acts, the households that they are of.
      const listed = listedOf('household.listed', { group: { of: 'doubt', key: id } });
      const length = (await all<KeyRow>(keys(of, listed, { code: '' }, anyhow, besides))).length;
      expect(length > 0).toBe((row?.[id] ?? 0) > 0);
      expect(length).toBeLessThanOrEqual(row?.[id] ?? 0);
    }
  },
  traits: async (of) => {
    for (const { id } of aspects.slice(0, 3)) {
      const told = traitsOf(await ask<TraitRow>(engine, traits(of, id)));
      for (const { mark, households, byClass, value, isKnown } of told.values) {
        await check(of, households, 'household.listed', 'trait', `${id}.${mark}`);
        await check(of, byClass.welfare, 'household.listed', 'trait', `${id}.${mark}`, { class: 'welfare' });
        const [name] = await all<GroupName>(groupName(of, { of: 'trait', key: `${id}.${mark}` }) as Question);
        expect(name?.name ?? null).toBe(isKnown ? null : value);
      }
      const sum = (counts: typeof told.listed): number => Object.values(counts).reduce((a, b) => a + b, 0);
      await check(of, sum(told.recorded), 'household.listed', 'trait', `${id}.all`);
      await check(of, sum(told.listed) - sum(told.recorded), 'household.listed', 'trait', `${id}.${untold}`);
    }
    const places = traitPlacesOf(await ask<TraitPlaceRow>(engine, traitPlaces(of, 'skill', 'farming')));
    if (of.area !== country)
      for (const [number, own] of [...places].slice(0, 2)) {
        const area = areaOf(number, 'tambon');
        await check(of, own.households, 'household.listed', 'trait', 'skill.farming', { area });
        await check(of, own.pending, 'household.pending', 'trait', 'skill.farming', { area });
      }
  },
  reporting: async (of) => {
    const since = of.snapshots.map((snapshot) => ({ snapshot, after }));
    for (const row of (await all<ReportingRow>(reporting(since))).slice(0, 3)) {
      const area = areaOf(row.area, 'amphoe');
      const isHere = of.area === country || area.startsWith(provinceOf(of.area));
      if (isHere) await check(of, row.idle, 'household.listed', 'idle', 'since', { area });
    }
  },
};

/** Drawn once for all tools: to fill the tables takes as long as to look behind a tool's figures. */
const drawings = fc.sample(
  fc.record({
    households: fc.array(household, { minLength: 30, maxLength: 60 }),
    subjects: fc.array(subject, { minLength: 2, maxLength: 2 }),
    seed: fc.nat({ max: 999 }),
  }),
  { numRuns: 5, seed: 2565 },
);

describe.each(drawings.map((drawing, at) => [at + 1, drawing] as const))(
  'of households drawn for the %i. time the rows',
  (_, { households, subjects, seed }) => {
    beforeAll(async () => {
      await fill(engine, households);
      await draw(seed);
    });
    it.each(Object.entries(tools))('are as many as the figures of %s say, by each group', async (__, checking) => {
      // As the page has it: no province by provinces, and no level coarser than the area.
      for (const drawn of subjects) {
        const level = drawn.area !== country && drawn.level === 'province' ? 'amphoe' : drawn.level;
        await checking({ ...drawn, level: levelFor(drawn.area, level) });
      }
    });
  },
);

it('met every kind of group', () => {
  for (const id of groupIds) expect(met.get(id), id).toBeGreaterThan(4);
});

it('lists nobody for what no link of the page asks for', async () => {
  const of: Subject = fc.sample(subject, { numRuns: 1, seed: 1 })[0] as Subject;
  for (const [id, key] of [
    ['age', 'toString'],
    ['age', 'young'],
    ['team', 'x'],
    ['doubt', 'all'],
    ['trait', 'name.all'],
    ['village', '-x'],
    ['plan_project', "' or true --"],
  ] as const) {
    const listed = listedOf('household.listed', { group: { of: id, key } });
    expect(await all<KeyRow>(keys(of, listed, { code: '' }, anyhow, besides)), id).toEqual([]);
  }
});
