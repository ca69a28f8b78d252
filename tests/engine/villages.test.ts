/** Teams and villages against a plain count, over random households and subjects, on the real engine. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ask, toIPC } from '../../src/engine/rows.ts';
import { surveyCode } from '../../src/model/household.ts';
import { recordsOf } from '../../src/model/records.ts';
import { foldStatus, needStatuses, pendingStatuses, type Status } from '../../src/model/status.ts';
import { noFilters, type Subject } from '../../src/model/subject.ts';
import { teams, type TeamRow, type TeamSide } from '../../src/queries/teams.ts';
import { rankedBy, villages, type VillageRow } from '../../src/queries/villages.ts';
import { openTables } from './opened.ts';
import { grouped } from './grouping.ts';
import { fill, household, subject, type Household } from './households.ts';

const engine = await openTables();

const told = fc.record({
  moo: fc.nat({ max: 3 }),
  // But for the last two, these are one village.
  village: fc.constantFrom('บ้านทุ่ง', 'ทุ่ง', 'ชุมชนบ้าน ทุ่ง', 'ควน', null),
  team: fc.constantFrom('ทีม 1', 'ทีม1', 'ทีม ๒', 'รพ.สต.ควน', '', null),
  mentor: fc.constantFrom('ทีม 1.1', '2', 'นายสมมุติ ทีม 3', 'ฟ้าใส ตัวอย่าง', 'ทีม 0999999999', null),
  updated_on: fc.constantFrom('2022-06-01', '2022-06-29', null),
});
type Told = Household & {
  moo: number;
  village: string | null;
  team: string | null;
  mentor: string | null;
  updated_on: string | null;
};

async function enter(all: readonly Told[]): Promise<readonly Told[]> {
  await fill(engine, all);
  const next = new Map<number, number>();
  const rows = all.map(({ snapshot, moo, village, team, mentor, updated_on }) => {
    const number = next.get(snapshot) ?? 0;
    next.set(snapshot, number + 1);
    return { snapshot, household: number, moo, village, team, mentor, updated_on };
  });
  await engine.run({ sql: 'drop table if exists drawn', params: [] });
  const types = {
    snapshot: 'int',
    household: 'int',
    moo: 'int',
    village: 'text',
    team: 'text',
    mentor: 'text',
    updated_on: 'text',
  } as const;
  await engine.load('drawn', [toIPC(types, rows)]);
  const sql = `update household set moo = drawn.moo, village = drawn.village, team = drawn.team, mentor = drawn.mentor,
    updated_on = drawn.updated_on::date from drawn
    where drawn.snapshot = household.snapshot and drawn.household = household.household`;
  await engine.run({ sql, params: [] });
  return all;
}

function passing(all: readonly Told[], { snapshots, area, filters }: Subject) {
  return all.flatMap((row) => {
    if (!snapshots.includes(row.snapshot)) return [];
    if (area.length > 2 && !String(row.area).padStart(6, '0').startsWith(area)) return [];
    if (filters.urgent !== null && row.urgent !== filters.urgent) return [];
    return [{ ...row, status: foldStatus(row.needs.reduce((mask, need) => mask | (1 << need.status), 0)) }];
  });
}
type Passing = ReturnType<typeof passing>[number];
const among = (own: readonly Passing[], ...these: readonly Status[]): number =>
  own.filter(({ status }) => these.includes(status)).length;
const letters = (text: string | null): string => (text ?? '').replace(/[ .]/g, '').replace('๒', '2');

it('are what a plain count finds, and add up', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(household, told).map(([one, more]) => ({ ...one, ...more })),
        { minLength: 1, maxLength: 40 },
      ),
      fc.array(subject, { minLength: 4, maxLength: 4 }),
      async (drawn, subjects) => {
        const all = await enter(drawn);
        for (const one of subjects) {
          const asked: Subject = { ...one, filters: { ...noFilters, urgent: one.filters.urgent } };
          const own = passing(all, asked);

          const byVillage = grouped(own, ({ area, moo, village }) => {
            const name = letters(village).replace(/^(ชุมชน|บ้าน)+/, '');
            if (area % 100 === 0) return null;
            if (area % 100 >= 51 && name) return `${area}/${name}`;
            return moo > 0 ? `${area}.${moo}` : name ? `${area}/${name}` : null;
          });
          const rows = recordsOf(await ask<VillageRow>(engine, villages(asked, 'household.helped')));
          expect(new Set(rows.map(({ key }) => key))).toEqual(new Set(byVillage.keys()));
          for (const row of rows) {
            const of = byVillage.get(row.key) ?? [];
            const names = of.flatMap(({ village }) => village ?? []);
            expect(row).toMatchObject({
              area: row.key === null ? 0 : of[0]?.area,
              moo: row.key?.includes('.') ? of[0]?.moo : 0,
              names: row.key === null ? 0 : new Set(names.map((name) => (name === 'ควน' ? name : 'ทุ่ง'))).size,
              households: of.length,
              need: among(of, ...needStatuses),
              helped: among(of, 'helped'),
              pending: among(of, ...pendingStatuses),
              value: among(of, 'helped'),
            });
            const often = Math.max(0, ...names.map((name) => names.filter((other) => other === name).length));
            if (row.key === null || often === 0) expect(row.name).toBeNull();
            else expect(names.filter((name) => name === row.name).length).toBe(often);
          }
          expect(rows.reduce((sum, row) => sum + row.households, 0)).toBe(own.length);
          const ranked = rows.filter(({ key }) => key !== null).map(({ value }) => value);
          expect(ranked).toEqual(ranked.toSorted((a, b) => b - a));
          expect(rows.findIndex(({ key }) => key === null)).toBe(byVillage.has(null) ? rows.length - 1 : -1);

          for (const side of ['team', 'mentor'] as const satisfies readonly TeamSide[]) {
            const found = recordsOf(await ask<TeamRow>(engine, teams(asked, side)));
            const groups = grouped(own, (row) => letters(row[side]));
            expect(found.length).toBe(groups.size);
            const summary = (of: readonly Passing[]) => ({
              households: of.length,
              tambons: new Set(of.flatMap(({ area }) => (area % 100 > 0 ? area : []))).size,
              surveyed: of.filter(({ survey }) => survey === surveyCode.surveyed).length,
              unsurveyed: of.filter(({ survey }) => [surveyCode.not_surveyed, surveyCode.unreachable].includes(survey))
                .length,
              need: among(of, ...needStatuses),
              helped: among(of, 'helped'),
              pending: among(of, ...pendingStatuses),
              urgent: of.filter(({ urgent, status }) => urgent && pendingStatuses.includes(status)).length,
              last:
                of
                  .flatMap(({ updated_on: day }) => day ?? [])
                  .sort()
                  .at(-1) ?? null,
            });
            const plain = (it: object) => JSON.stringify(it);
            expect(found.map(({ key: _, name: __, is_person: ___, ...row }) => plain(row)).toSorted()).toEqual(
              [...groups.values()].map((of) => plain(summary(of))).toSorted(),
            );
            const untold = found.filter(({ key }) => key === 0);
            expect(untold.map(({ households }) => households)).toEqual(groups.has('') ? [groups.get('')?.length] : []);
            for (const { name } of found) {
              expect(name ?? '').not.toMatch(/สมมุติ|ใส|ตัวอย่าง|099/);
              expect([null, 'ทีม 1', 'ทีม1', 'ทีม ๒', 'รพ.สต.ควน', 'ทีม 1.1', '2', 'ส•••', 'ฟ•••', 'ท•••']).toContain(name);
            }
          }
        }
      },
    ),
    { seed: 63, numRuns: 20 },
  );
}, 120_000);

it('ranks villages by what the map shows where that counts households', () => {
  expect(rankedBy('household.need')).toBe('household.need');
  expect(rankedBy('household.helped_share')).toBe('household.pending');
  expect(rankedBy('need.pending')).toBe('household.pending');
});
