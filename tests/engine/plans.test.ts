/** Plans against a plain count, over random households, plans, acts and subjects, on the real engine. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ask, toIPC, type ColumnType } from '../../src/engine/rows.ts';
import { country, levelDivisor } from '../../src/model/area.ts';
import { dimensionCode, dimensions } from '../../src/model/dimension.ts';
import { recordsOf } from '../../src/model/records.ts';
import type { Cell } from '../../src/model/rows.ts';
import { foldStatus, pendingStatuses, statuses } from '../../src/model/status.ts';
import { noFilters, type Subject } from '../../src/model/subject.ts';
import {
  planGroups,
  plans,
  planTotals,
  sentUp,
  type PlanGroup,
  type PlanRow,
  type PlanTotals,
  type SentRow,
} from '../../src/queries/plans.ts';
import { openTables } from './opened.ts';
import { grouped } from './grouping.ts';
import { fill, household, subject, type Household } from './households.ts';

const engine = await openTables();

const dimension = fc.nat({ max: dimensions.length - 1 });
const agency = fc.constantFrom('health_office', 'มูลนิธิบ้านเรา', null);
const drawnPlan = fc.record({
  at: fc.nat({ max: 59 }),
  dimension,
  agency,
  // The first three are one project.
  project: fc.constantFrom('ซ่อม บ้าน', 'ซ่อมบ้าน', 'ซ่อม-บ้าน', 'ระยะที่ ๒', 'ระยะที่ 2', null),
  budget: fc.constantFrom(500, 0, 1.5, null),
  month: fc.constantFrom('2022-07-01', '2022-08-01', null),
});
const drawnAct = fc.record({ at: fc.nat({ max: 59 }), dimension, agency });

async function enter(table: 'plan' | 'help', types: Record<string, ColumnType>, all: readonly Record<string, Cell>[]) {
  await engine.run({ sql: `delete from ${table}`, params: [] });
  if (all.length === 0) return;
  await engine.run({ sql: 'drop table if exists drawn', params: [] });
  await engine.load('drawn', [toIPC(types, all)]);
  const names = Object.keys(types);
  const cells = names.map((name) => (name === 'month' ? 'month::date' : name));
  await engine.run({
    sql: `insert into ${table} (${names.join(', ')}) select ${cells.join(', ')} from drawn`,
    params: [],
  });
}

function numbered(all: readonly Household[]) {
  const next = new Map<number, number>();
  return all.map((row) => {
    const number = next.get(row.snapshot) ?? 0;
    next.set(row.snapshot, number + 1);
    return { ...row, number, id: `${row.snapshot}.${number}` };
  });
}
type House = ReturnType<typeof numbered>[number];

/** Only area, urgency and dimensions are filtered here: the other filters are proved with the other questions. */
function passing(all: readonly House[], { snapshots, area, filters }: Subject) {
  return all.flatMap((row) => {
    if (!snapshots.includes(row.snapshot)) return [];
    if (area.length > 2 && !String(row.area).padStart(6, '0').startsWith(area)) return [];
    if (filters.urgent !== null && row.urgent !== filters.urgent) return [];
    const chosen = row.needs.filter(({ dimension: code }) => isChosen(filters.dimensions, code));
    if (chosen.length === 0) return [];
    return [{ ...row, chosen, status: foldStatus(chosen.reduce((mask, need) => mask | (1 << need.status), 0)) }];
  });
}
const isChosen = (chosen: Subject['filters']['dimensions'], code: number): boolean =>
  chosen.length === 0 || chosen.some((id) => dimensionCode[id] === code);
const sum = (all: readonly (number | null)[]): number | null => {
  const told = all.filter((one) => one !== null);
  return told.length ? told.reduce((a, b) => a + b, 0) : null;
};
const spelling = (text: string | null): string | null => text?.replace(/[ -]/g, '').replace('๒', '2') ?? null;

it('are what a plain count finds, by every group, with what was done of them and who has none', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(household, { minLength: 1, maxLength: 40 }),
      fc.array(drawnPlan, { maxLength: 40 }),
      fc.array(drawnAct, { maxLength: 30 }),
      fc.array(subject, { minLength: 3, maxLength: 3 }),
      async (all, drawnPlans, drawnActs, subjects) => {
        await fill(engine, all);
        const houses = numbered(all);
        const given = <T extends { at: number }>(drawn: readonly T[]) =>
          drawn.map(({ at, ...rest }) => {
            const { snapshot, number, id } = houses[at % houses.length] as House;
            return { ...rest, snapshot, household: number, id };
          });
        const [allPlans, allActs] = [given(drawnPlans), given(drawnActs)];
        const place = { snapshot: 'int', household: 'int', dimension: 'int', agency: 'text' } as const;
        await enter('plan', { ...place, project: 'text', budget: 'double', month: 'text' }, allPlans);
        await enter('help', place, allActs);
        for (const told of subjects) {
          const { dimensions: chosen, urgent } = told.filters;
          const it: Subject = { ...told, filters: { ...noFilters, dimensions: chosen, urgent } };
          const here = new Map(passing(houses, it).map((row) => [row.id, row]));
          const own = allPlans.flatMap((plan) => {
            const house = here.get(plan.id);
            if (!house || !isChosen(chosen, plan.dimension)) return [];
            const need = house.chosen.find(({ dimension: code }) => code === plan.dimension);
            return [{ ...plan, area: house.area, status: need ? statuses[need.status]!.id : house.status }];
          });
          const divisor = levelDivisor[it.level];
          /** From the country, who has no place is of the province of the others. */
          const placeOf = ({ area, snapshot }: (typeof own)[number]): number =>
            it.area === country && area === 0
              ? Math.floor(
                  Math.max(...houses.filter((one) => one.snapshot === snapshot).map((one) => one.area)) / 10_000,
                ) * 10_000
              : area;
          const keys: Record<PlanGroup, (plan: (typeof own)[number]) => string | null> = {
            project: (plan) => spelling(plan.project),
            dimension: (plan) => String(plan.dimension),
            agency: (plan) => plan.agency,
            month: (plan) => plan.month?.slice(0, 7) ?? null,
            area: (plan) => String(Math.floor(placeOf(plan) / divisor) * divisor),
          };
          for (const group of planGroups) {
            const found = recordsOf(await ask<PlanRow>(engine, plans(it, group)));
            const by = grouped(own, keys[group]);
            expect(new Set(found.map(({ key }) => key))).toEqual(new Set(by.keys()));
            for (const row of found) {
              const of = by.get(row.key) ?? [];
              const ids = [...new Set(of.map(({ id }) => id))];
              const folded = ids.map((id) =>
                foldStatus(
                  of
                    .filter((plan) => plan.id === id)
                    .reduce((mask, { status }) => mask | (1 << statuses.findIndex((one) => one.id === status)), 0),
                ),
              );
              const acts = allActs.filter((act) =>
                of.some(
                  (plan) =>
                    plan.id === act.id &&
                    plan.agency !== null &&
                    plan.agency === act.agency &&
                    [plan.dimension, act.dimension].some(
                      (code) => code === dimensionCode.unspecified || plan.dimension === act.dimension,
                    ),
                ),
              );
              const months = of.flatMap(({ month }) => month?.slice(0, 7) ?? []).sort();
              const agencies = new Set<string>(of.flatMap((plan) => plan.agency ?? []));
              expect(row).toMatchObject({
                plans: of.length,
                households: ids.length,
                budget: sum(of.map(({ budget }) => budget)),
                budgets: of.filter(({ budget }) => budget !== null).length,
                first: months[0] ?? null,
                last: months.at(-1) ?? null,
                dimensions: of.reduce((mask, plan) => mask | (1 << plan.dimension), 0),
                agencies: agencies.size,
                helped: folded.filter((status) => status === 'helped').length,
                partly_helped: folded.filter((status) => status === 'partly_helped').length,
                in_progress: folded.filter((status) => status === 'in_progress').length,
                acts: acts.length,
              });
              expect(row.agency === null ? agencies.size : agencies.has(row.agency)).toBe(
                row.agency === null ? 0 : true,
              );
              if (group === 'project') expect(spelling(row.name)).toBe(row.key);
            }
          }
          const [totals] = recordsOf(await ask<PlanTotals>(engine, planTotals(it)));
          const planned = new Set(own.map(({ id }) => id));
          expect(totals).toEqual({
            projects: new Set(own.flatMap((plan) => spelling(plan.project) ?? [])).size,
            plans: own.length,
            households: planned.size,
            budget: sum(own.map(({ budget }) => budget)),
            budgets: own.filter(({ budget }) => budget !== null).length,
            undimensioned: allPlans.filter((plan) => here.has(plan.id) && plan.dimension === dimensionCode.unspecified)
              .length,
            unplanned: [...here.values()].filter(
              ({ id, status }) => pendingStatuses.includes(status) && !planned.has(id),
            ).length,
            has_plans: allPlans.some(({ snapshot }) => it.snapshots.includes(snapshot)),
          });
          const lines = recordsOf(await ask<SentRow>(engine, sentUp(it)));
          const lineKey = (line: Pick<SentRow, 'dimension' | 'area' | 'project' | 'agency' | 'month'>): string =>
            [line.dimension, line.area, spelling(line.project), line.agency, line.month?.slice(0, 7)].join('|');
          const byLine = grouped(own, lineKey);
          expect(new Set(lines.map(lineKey))).toEqual(new Set(byLine.keys()));
          expect(lines.length).toBe(byLine.size);
          for (const line of lines) {
            const of = byLine.get(lineKey(line)) ?? [];
            expect(line.households).toBe(new Set(of.map(({ id }) => id)).size);
            expect(line.budget).toBe(sum(of.map(({ budget }) => budget)));
          }
        }
      },
    ),
    { seed: 62, numRuns: 15 },
  );
}, 120_000);
