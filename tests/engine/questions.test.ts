/** Every question against a plain count in TypeScript, over random households and random subjects, on the real engine. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import { areaNumber, country, levelDivisor, type AreaCode } from '../../src/model/area.ts';
import { dimensions } from '../../src/model/dimension.ts';
import { classes, localities, members, surveys } from '../../src/model/household.ts';
import { foldStatus, needStatuses, pendingStatuses, statuses, type Status } from '../../src/model/status.ts';
import { noFilters, type Filters, type Subject } from '../../src/model/subject.ts';
import * as questions from '../../src/queries/questions.ts';
import { measures, type MeasureId } from '../../src/queries/measures.ts';
import type { ReferenceMeasureId } from '../../src/queries/referencemeasures.ts';
import { openTables } from './opened.ts';
import { fill, household, subject, type Household } from './households.ts';

/** The plain way: one household after the other. */
function plain(all: readonly Household[], { snapshots, area, filters: on }: Subject, without: Partial<Filters> = {}) {
  const f = { ...on, ...without };
  const has = (chosen: readonly string[], registry: readonly { readonly id: string }[], code: number): boolean =>
    chosen.length === 0 || chosen.includes(registry[code]?.id as string);
  return all.flatMap((row) => {
    const digits = String(row.area).padStart(6, '0');
    if (!snapshots.includes(row.snapshot)) return [];
    if (area.length > 2 && !digits.startsWith(area)) return [];
    if (!has(f.classes, classes, row.class) || !has(f.surveys, surveys, row.survey)) return [];
    if (!has(f.localities, localities, row.locality)) return [];
    if (f.urgent !== null && row.urgent !== f.urgent) return [];
    if (f.overCapacity !== null && row.over_capacity !== f.overCapacity) return [];
    if (f.members.length && !members.some(({ id }, i) => f.members.includes(id) && (row.members[i] ?? 0) > 0))
      return [];
    if (f.together.length) {
      const waits = row.needs.filter((need) => pendingStatuses.includes(statuses[need.status]?.id as Status));
      if (!pendingStatuses.includes(foldStatus(row.needs.reduce((mask, need) => mask | (1 << need.status), 0))))
        return [];
      const ids = waits.map((need) => dimensions[need.dimension]?.id as string);
      if (ids.toSorted().join() !== [...f.together].sort().join()) return [];
    }
    const needs = row.needs.filter((need) => has(f.dimensions, dimensions, need.dimension));
    if (needs.length === 0) return [];
    const status = foldStatus(needs.reduce((mask, need) => mask | (1 << need.status), 0));
    if (f.statuses.length && !f.statuses.includes(status)) return [];
    return [{ ...row, needs, status }];
  });
}
type Counted = ReturnType<typeof plain>[number];

function count(rows: readonly Counted[]): Record<Exclude<MeasureId, ReferenceMeasureId>, number | null> {
  const of = (test: (row: Counted) => boolean): number => rows.filter(test).length;
  const is = (...wanted: readonly Status[]) => of((row) => wanted.includes(row.status));
  const visited = (...ids: string[]) => of((row) => ids.includes(surveys[row.survey]?.id as string));
  const needs = rows.flatMap((row) => row.needs).map((need) => statuses[need.status]?.id as Status);
  const needIs = (wanted: readonly Status[]) => needs.filter((status) => wanted.includes(status)).length;
  const persons = rows.map((row) => row.persons).filter((value) => value !== null);
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    'household.listed': rows.length,
    'household.need': is(...needStatuses),
    'household.pending': is(...pendingStatuses),
    'household.helped': is('helped'),
    'household.helped_share': share(is('helped'), is(...needStatuses)),
    'household.waiting': is('waiting'),
    'household.in_progress': is('in_progress'),
    'household.referred': is('referred'),
    'household.partly_helped': is('partly_helped'),
    'household.no_need': is('no_need'),
    'household.unknown': is('unknown'),
    'household.out': is('out'),
    'household.urgent_pending': of((row) => row.urgent === true && pendingStatuses.includes(row.status)),
    'household.over_capacity': of((row) => row.over_capacity === true),
    'household.over_capacity_unsent': of(
      (row) => row.over_capacity === true && ['waiting', 'in_progress'].includes(row.status),
    ),
    'household.surveyed': visited('surveyed'),
    'household.unsurveyed': visited('not_surveyed'),
    'household.unreachable': visited('unreachable'),
    'household.surveyed_share': share(visited('surveyed'), visited('surveyed', 'not_surveyed', 'unreachable')),
    'household.unclassified': of((row) => row.class === 0),
    'need.count': needIs(needStatuses),
    'need.pending': needIs(pendingStatuses),
    'need.helped': needIs(['helped']),
    'person.count': persons.length ? persons.reduce((sum, value) => sum + value, 0) : null,
  };
}

const engine = await openTables();

describe('every question answers what a plain count answers', () => {
  /** Rows of an answer by the value of its key column. */
  async function answer(question: Question, key: string | null): Promise<Map<number, Record<string, number | null>>> {
    const rows = await ask(engine, question);
    const columns = Object.entries(rows.columns) as [string, (number | null)[]][];
    return new Map(
      Array.from({ length: rows.length }, (_, i) => {
        const row = Object.fromEntries(columns.map(([name, cells]) => [name, cells[i] ?? null]));
        return [key === null ? 0 : (row[key] as number), row];
      }),
    );
  }

  function grouped(rows: readonly Counted[], key: (row: Counted) => number): Map<number, Counted[]> {
    const groups = new Map<number, Counted[]>();
    for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
    return groups;
  }

  function expectSame(got: Map<number, Record<string, number | null>>, groups: Map<number, Counted[]>): void {
    expect([...got.keys()].sort((a, b) => a - b)).toEqual([...groups.keys()].sort((a, b) => a - b));
    for (const [key, rows] of groups) expect(got.get(key)).toMatchObject(count(rows));
  }

  it('for all measures, groupings and filters', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(household, { minLength: 1, maxLength: 60 }),
        fc.array(subject, { minLength: 6, maxLength: 6 }),
        async (all, subjects) => {
          await fill(engine, all);
          for (const it of subjects) {
            const total = plain(all, it);
            // Zeros where no household passes; nothing where the snapshot has none there.
            const isListed = plain(all, { ...it, filters: noFilters }).length > 0;
            expectSame(await answer(questions.figures(it), null), new Map(isListed ? [[0, total]] : []));
            expectSame(
              await answer(questions.places(it), 'place'),
              grouped(total, (row) => row.place),
            );
            const scope = { ...it, area: questions.scopeOf(it.area) };
            const divisor = levelDivisor[it.level];
            // Seen from the country, unplaced households are their province's.
            const homeOf = (snapshot: number): number => {
              const codes = all.filter((row) => row.snapshot === snapshot).map((row) => row.area);
              return Math.floor(Math.max(...codes) / 10_000) * 10_000;
            };
            const areaKey = ({ area, snapshot }: Household): number => {
              const own = area === 0 && it.area === country ? homeOf(snapshot) : area;
              return Math.floor(own / divisor) * divisor;
            };
            const byArea = grouped(plain(all, scope), areaKey);
            // Areas that the snapshot has rows of stand there with zeros, even where no household passes.
            const everywhere = plain(all, { ...scope, filters: noFilters });
            for (const row of everywhere) if (!byArea.has(areaKey(row))) byArea.set(areaKey(row), []);
            expectSame(await answer(questions.areas(it), 'area'), byArea);
            expectSame(
              await answer(questions.classes(it), 'class'),
              grouped(plain(all, it, { classes: [] }), (row) => row.class),
            );
            const matrix = await answer(questions.matrix(it), 'dimension');
            const isOpened = it.filters.dimensions.length > 0;
            const open = plain(all, it, isOpened ? { dimensions: [], statuses: [] } : {});
            const chosen = isOpened ? it.filters.statuses : [];
            dimensions.forEach((_, dimension) => {
              const needs = open
                .flatMap((row) => row.needs)
                .filter((need) => need.dimension === dimension)
                .filter((need) => chosen.length === 0 || chosen.includes(statuses[need.status]?.id as Status));
              const is = (wanted: readonly Status[]) =>
                needs.filter((need) => wanted.includes(statuses[need.status]?.id as Status)).length;
              if (needs.length === 0) expect(matrix.has(dimension)).toBe(false);
              else
                expect(matrix.get(dimension)).toMatchObject({
                  'need.count': is(needStatuses),
                  'need.pending': is(pendingStatuses),
                  'need.helped': is(['helped']),
                });
            });
          }
        },
      ),
      { numRuns: 12, seed: 2565 },
    );
  });

  it('offers every measure in every grouped answer', async () => {
    await fill(engine, [
      {
        snapshot: 1,
        area: areaNumber('941001' as AreaCode),
        place: 0,
        class: 1,
        survey: 1,
        urgent: true,
        over_capacity: null,
        locality: 1,
        persons: 3,
        members: [1, null, 0, 0],
        needs: [{ dimension: 0, status: 1 }],
      },
    ]);
    const one: Subject = {
      snapshots: [1],
      area: '94' as AreaCode,
      level: 'amphoe',
      filters: {
        dimensions: [],
        classes: [],
        statuses: [],
        surveys: [],
        urgent: null,
        overCapacity: null,
        localities: [],
        members: [],
        together: [],
      },
    };
    const row = (await answer(questions.areas(one), 'area')).get(941000);
    for (const { id, grain } of measures) if (grain !== 'area') expect(row).toHaveProperty([id]);
  });
});
