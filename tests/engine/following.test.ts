/** Steps of help and reports of districts, against a plain count over random households, on the real engine. */
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { ask } from '../../src/engine/rows.ts';
import { funnelBy, funnelOf, progressSteps, crossed } from '../../src/model/funnel.ts';
import { surveys } from '../../src/model/household.ts';
import type { IsoDate } from '../../src/model/snapshot.ts';
import { noFilters, type Subject } from '../../src/model/subject.ts';
import type { AreaCode } from '../../src/model/area.ts';
import { alikeOf, funnel, type FunnelRow, type FunnelSplit } from '../../src/queries/funnel.ts';
import { figures } from '../../src/queries/questions.ts';
import { reporting, type ReportingRow } from '../../src/queries/reporting.ts';
import { openTables } from './opened.ts';
import { fill, household } from './households.ts';

const engine = await openTables();
beforeEach(async () => await engine.run({ sql: 'delete from plan', params: [] }));

const pattani: Subject = { snapshots: [1], area: '94' as AreaCode, level: 'amphoe', filters: noFilters };
const told = async (subject: Subject, split: FunnelSplit) =>
  alikeOf(await ask<FunnelRow>(engine, funnel(subject, split)));

it('counts each step as the page’s own figures do, and the parts add up to them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(household, { minLength: 1, maxLength: 50 }), async (all) => {
      await fill(engine, all);
      const rows = await told(pattani, 'none');
      const steps = Object.fromEntries(funnelOf(rows).map(({ id, count }) => [id, count]));
      const { columns } = await ask<Record<string, number>>(engine, figures(pattani));
      const figure = (id: string): number => columns[id]?.[0] ?? 0;
      expect(steps.listed).toBe(figure('household.listed'));
      expect(steps.visited).toBe(figure('household.surveyed'));
      expect(steps.classified).toBe(figure('household.listed') - figure('household.unclassified'));
      expect(steps.done).toBe(figure('household.helped'));
      expect(steps.begun ?? 0).toBeGreaterThanOrEqual(steps.done ?? 0);
      // No plan is in the file: nothing is known of plans, and that is not none.
      expect(rows.length === 0 ? null : steps.planned).toBeNull();
      for (const split of ['areas', 'classes'] as const) {
        const parts = [...funnelBy(await told(pattani, split)).values()];
        for (const id of ['listed', 'visited', 'begun', 'done'] as const)
          expect(parts.reduce((sum, part) => sum + (part.find((step) => step.id === id)?.count ?? 0), 0)).toBe(
            steps[id],
          );
      }
      const cells = surveys.flatMap(({ id }) => progressSteps.map((step) => crossed(rows, id, step.id)));
      expect(cells.reduce((sum, count) => sum + count, 0)).toBe(steps.listed);
    }),
    { numRuns: 15 },
  );
});

async function insert(sql: string): Promise<void> {
  await engine.run({ sql, params: [] });
}
async function two(): Promise<void> {
  await insert('delete from household');
  await insert('delete from need');
  await insert(`insert into household (snapshot, household, area, class, survey, updated_on, acts_only) values
    (1, 0, 940101, 1, 1, '2022-05-20', false), (1, 1, 940102, 0, 2, '2022-06-25', false),
    (1, 2, 940201, 0, 2, null, null), (1, 3, 940301, 0, 0, '2022-06-01', true), (1, 4, 940000, 0, 2, '2022-06-01', false)`);
  // Household 0: health helped, living waiting. Household 1: helped without a visit.
  await insert(
    'insert into need (snapshot, household, dimension, status) values (1,0,0,5),(1,0,1,1),(1,1,0,5),(1,2,1,1),(1,4,1,1)',
  );
}

it('tells what overlaps out of order, plans of the dimension, and help by dimension', async () => {
  await two();
  await insert('insert into plan (snapshot, household, dimension) values (1,0,1),(1,0,1),(2,1,0)');
  const all = funnelOf(await told(pattani, 'none'));
  const step = (id: string) => all.find((one) => one.id === id);
  expect(step('planned')).toMatchObject({ count: 1, without: 0 });
  expect(step('begun')).toMatchObject({ count: 2, without: 1 });
  expect(step('done')).toMatchObject({ count: 1, without: 1 });
  const by = funnelBy(await told(pattani, 'dimensions'));
  const count = (dimension: number, id: string) => by.get(dimension)?.find((one) => one.id === id)?.count;
  expect([count(0, 'listed'), count(0, 'planned'), count(0, 'done')]).toEqual([2, 0, 2]);
  expect([count(1, 'listed'), count(1, 'planned'), count(1, 'done')]).toEqual([3, 1, 0]);
});

it('leaves aside the filters on what it tells itself', async () => {
  await two();
  const filtered = {
    ...pattani,
    filters: { ...noFilters, statuses: ['helped' as const], surveys: ['surveyed' as const] },
  };
  expect(await told(filtered, 'none')).toEqual(await told(pattani, 'none'));
});

it('tells of each district how many rows, its first touch since a day, and its last; of none that is not there', async () => {
  await two();
  const { columns } = await ask<ReportingRow>(engine, reporting([{ snapshot: 1, after: '2022-05-20' as IsoDate }]));
  expect(columns.area).toEqual([940100, 940200]);
  expect(columns.rows).toEqual([2, 1]);
  expect(columns.first_update).toEqual(['2022-06-25', null]);
  expect(columns.last_update).toEqual(['2022-06-25', null]);
});
