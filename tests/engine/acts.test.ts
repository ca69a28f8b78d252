/** Recorded acts of help against a plain count, over random households, acts and subjects, on the real engine. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ask, toIPC } from '../../src/engine/rows.ts';
import { dimensionCode, dimensions } from '../../src/model/dimension.ts';
import type { IsoDate } from '../../src/model/snapshot.ts';
import { foldStatus } from '../../src/model/status.ts';
import { noFilters, type Subject } from '../../src/model/subject.ts';
import {
  actPlaces,
  acts,
  actsOf,
  doubts,
  type ActPlaceRow,
  type ActRow,
  type Acts,
  type DoubtRow,
} from '../../src/queries/acts.ts';
import { openTables } from './opened.ts';
import { fill, household, subject, type Household } from './households.ts';

const engine = await openTables();

interface Act {
  snapshot: number;
  household: number;
  dimension: number;
  agency: string | null;
  kind: number;
  date: string | null;
  amount: number | null;
}
const asOf = '2022-06-29' as IsoDate;
const drawnAct = fc.record({
  at: fc.nat({ max: 59 }),
  dimension: fc.nat({ max: dimensions.length - 1 }),
  agency: fc.constantFrom('health_office', 'มูลนิธิบ้านเรา', null),
  kind: fc.nat({ max: 2 }),
  date: fc.constantFrom('2022-05-31', '2022-06-01', '2022-06-30', null),
  amount: fc.constantFrom(500, 0, null),
});

async function enter(all: readonly Act[]): Promise<void> {
  await engine.run({ sql: 'delete from help', params: [] });
  await engine.run({ sql: 'drop table if exists drawn', params: [] });
  const types = {
    snapshot: 'int',
    household: 'int',
    dimension: 'int',
    agency: 'text',
    kind: 'int',
    date: 'text',
    amount: 'double',
  } as const;
  if (all.length === 0) return;
  await engine.load('drawn', [
    toIPC(
      types,
      all.map((act) => ({ ...act })),
    ),
  ]);
  const sql = `insert into help (snapshot, household, dimension, agency, kind, date, amount)
    select snapshot, household, dimension, agency, kind, date::date, amount from drawn`;
  await engine.run({ sql, params: [] });
}

/** Numbered as `fill` numbers them: in order, within their snapshot. */
function numbered(all: readonly Household[]) {
  const next = new Map<number, number>();
  return all.map((row) => {
    const number = next.get(row.snapshot) ?? 0;
    next.set(row.snapshot, number + 1);
    return { ...row, number };
  });
}

/** Only area, urgency and dimensions are filtered here: the other filters are proved with the other questions. */
function passing(all: readonly Household[], { snapshots, area, filters }: Subject) {
  return numbered(all).flatMap((row) => {
    if (!snapshots.includes(row.snapshot)) return [];
    if (area.length > 2 && !String(row.area).padStart(6, '0').startsWith(area)) return [];
    if (filters.urgent !== null && row.urgent !== filters.urgent) return [];
    const chosen = row.needs.filter(
      (need) =>
        filters.dimensions.length === 0 || filters.dimensions.some((id) => dimensionCode[id] === need.dimension),
    );
    if (chosen.length === 0) return [];
    return [{ ...row, status: foldStatus(chosen.reduce((mask, need) => mask | (1 << need.status), 0)) }];
  });
}

const keyOf = ({ snapshot, household: house }: Act): string => `${snapshot}.${house}`;
function group(own: readonly Act[], key: (act: Act) => string | number | null): Record<string, Acts> {
  const groups = new Map<string | number | null, Act[]>();
  for (const act of own) groups.set(key(act), [...(groups.get(key(act)) ?? []), act]);
  return Object.fromEntries(
    [...groups].map(([name, of]) => {
      const amounts = of.flatMap(({ amount }) => (amount === null ? [] : [amount]));
      const dates = of.flatMap(({ date }) => date ?? []).sort();
      return [
        String(name),
        {
          key: name,
          // Of an agency it is told in SQL alone: see `tests/engine/groups`.
          mark: expect.any(String) as string,
          acts: of.length,
          households: new Set(of.map(keyOf)).size,
          amountBaht: amounts.length ? amounts.reduce((sum, amount) => sum + amount, 0) : null,
          amounts: amounts.length,
          last: (dates.at(-1) ?? null) as IsoDate | null,
        },
      ];
    }),
  );
}
const byKey = (all: readonly Acts[]) => Object.fromEntries(all.map((row) => [String(row.key), row]));

it('are what a plain count finds, by every group, with their doubts and their places', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(household, { minLength: 1, maxLength: 40 }),
      fc.array(drawnAct, { maxLength: 40 }),
      fc.array(subject, { minLength: 4, maxLength: 4 }),
      async (all, drawn, subjects) => {
        await fill(engine, all);
        const houses = numbered(all);
        const given: Act[] = drawn.map(({ at, ...act }) => {
          const house = houses[at % houses.length] as (typeof houses)[number];
          return { ...act, snapshot: house.snapshot, household: house.number };
        });
        await enter(given);
        for (const told of subjects) {
          const { dimensions: chosen, urgent } = told.filters;
          const it: Subject = { ...told, filters: { ...noFilters, dimensions: chosen, urgent } };
          const here = passing(all, it);
          const ids = new Set(here.map(({ snapshot, number }) => `${snapshot}.${number}`));
          const any = given.filter((act) => ids.has(keyOf(act)));
          const own = any.filter(
            (act) => chosen.length === 0 || chosen.some((id) => dimensionCode[id] === act.dimension),
          );
          const found = actsOf(await ask<ActRow>(engine, acts(it)));
          expect(byKey(found.agency)).toEqual(group(own, ({ agency }) => agency));
          expect(byKey(found.dimension)).toEqual(group(own, ({ dimension }) => dimension));
          expect(byKey(found.kind)).toEqual(group(own, ({ kind }) => kind));
          expect(byKey(found.month)).toEqual(group(own, ({ date }) => date?.slice(0, 7) ?? null));
          expect(found.all.map(({ acts: count }) => count)).toEqual([own.length]);
          const acted = new Set(any.map(keyOf));
          const status = (row: (typeof here)[number]) => row.status;
          const has = (row: (typeof here)[number]) => acted.has(`${row.snapshot}.${row.number}`);
          const { columns } = await ask<DoubtRow>(engine, doubts(it, asOf));
          expect(Object.fromEntries(Object.entries(columns).map(([id, [count]]) => [id, count]))).toEqual({
            undated: any.filter(({ date }) => date === null).length,
            after: any.filter(({ date }) => date !== null && date > asOf).length,
            unnamed: any.filter(({ agency }) => agency === null).length,
            undimensioned: any.filter(({ dimension }) => dimension === dimensionCode.unspecified).length,
            unlisted: 0,
            unrecorded: here.filter((row) => ['helped', 'partly_helped'].includes(status(row)) && !has(row)).length,
            waiting: here.filter((row) => status(row) === 'waiting' && has(row)).length,
          });
          const places = await ask<ActPlaceRow>(engine, actPlaces(it, 'amphoe'));
          for (const [row, agency] of places.columns.agency.entries()) {
            const areas = own
              .filter((act) => act.agency === agency)
              .map(
                (act) =>
                  Math.floor(
                    (houses.find((house) => `${house.snapshot}.${house.number}` === keyOf(act))?.area ?? 0) / 100,
                  ) * 100,
              );
            const most = Math.max(...areas.map((area) => areas.filter((other) => other === area).length));
            expect(places.columns.acts[row]).toBe(most);
            expect(areas.filter((area) => area === places.columns.area[row]).length).toBe(most);
          }
        }
      },
    ),
    { seed: 61, numRuns: 25 },
  );
}, 120_000);
