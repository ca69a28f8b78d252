/** Owns random households and random subjects, and filling the clean tables with them. */
import fc from 'fast-check';
import type { Engine } from '../../src/engine/engine.ts';
import { toIPC } from '../../src/engine/rows.ts';
import { country, levels, type AreaCode } from '../../src/model/area.ts';
import { dimensions } from '../../src/model/dimension.ts';
import { classes, localities, members, surveys } from '../../src/model/household.ts';
import { statuses } from '../../src/model/status.ts';
import type { Filters, Subject } from '../../src/model/subject.ts';

interface Need {
  dimension: number;
  status: number;
}
export interface Household {
  snapshot: number;
  area: number;
  place: number;
  class: number;
  survey: number;
  urgent: boolean | null;
  over_capacity: boolean | null;
  locality: number;
  persons: number | null;
  members: (number | null)[];
  needs: Need[];
}

/** By snapshot: each is its province, and unplaced households. */
const areaNumbers: Readonly<Record<number, readonly number[]>> = {
  1: [0, 940000, 941000, 941001, 941002, 940900, 940901, 940951],
  2: [0, 130000, 130300, 130301, 130351],
};
const codeOf = (registry: readonly unknown[]): fc.Arbitrary<number> => fc.nat({ max: registry.length - 1 });
const placed = fc.constantFrom(
  ...Object.entries(areaNumbers).flatMap(([snapshot, areas]) =>
    areas.map((area) => ({ snapshot: Number(snapshot), area })),
  ),
);
const facts = fc.record({
  place: fc.nat({ max: 7 }),
  class: codeOf(classes),
  survey: codeOf(surveys),
  urgent: fc.constantFrom(true, false, null),
  over_capacity: fc.constantFrom(true, false, null),
  locality: codeOf(localities),
  persons: fc.option(fc.nat({ max: 9 })),
  members: fc.tuple(...members.map(() => fc.option(fc.nat({ max: 2 })))),
  needs: fc.uniqueArray(fc.record({ dimension: codeOf(dimensions), status: codeOf(statuses) }), {
    minLength: 1,
    maxLength: 5,
    selector: (need) => need.dimension,
  }),
});
export const household: fc.Arbitrary<Household> = fc
  .tuple(placed, facts)
  .map(([where, what]) => ({ ...where, ...what }));
const some = <T extends string>(registry: readonly { readonly id: T }[]): fc.Arbitrary<T[]> =>
  fc.oneof(fc.constant<T[]>([]), fc.subarray(registry.map((row) => row.id)));
const filters: fc.Arbitrary<Filters> = fc.record({
  dimensions: some(dimensions),
  classes: some(classes),
  statuses: some(statuses),
  surveys: some(surveys),
  urgent: fc.constantFrom(null, null, true, false),
  overCapacity: fc.constantFrom(null, null, true, false),
  localities: some(localities),
  members: some(members),
  // Of few dimensions, so that some household is met.
  together: fc.oneof(
    ...[1, 2, 3].map(() => fc.constant([])),
    fc.subarray(
      dimensions.map(({ id }) => id),
      { minLength: 1, maxLength: 2 },
    ),
  ),
});
/** A province and its parts are asked of its own snapshot, the country of all. */
const wheres = [
  ...['94', '9410', '9409', '941001', '940951'].map((area) => ({ snapshots: [1], area: area as AreaCode })),
  ...['13', '1303'].map((area) => ({ snapshots: [2], area: area as AreaCode })),
  ...[1, 2, 3].map(() => ({ snapshots: [1, 2], area: country })),
];
export const subject: fc.Arbitrary<Subject> = fc
  .record({ where: fc.constantFrom(...wheres), level: fc.constantFrom(...levels.map((level) => level.id)), filters })
  .map(({ where, ...rest }) => ({ ...where, ...rest }));

/** Fills the clean tables with the households, those of snapshot 1 again as snapshot 3. */
export async function fill(engine: Engine, households: readonly Household[]): Promise<void> {
  for (const table of ['household', 'need']) await engine.run({ sql: `delete from ${table}`, params: [] });
  // A third snapshot with the same rows would double every figure, were it not kept apart. Numbers of households begin
  // anew in each, so that whoever forgets the snapshot mixes households of two provinces up.
  const of = (snapshot: number, from: number): (Household & { household: number })[] =>
    households.filter((row) => row.snapshot === from).map((row, household) => ({ ...row, snapshot, household }));
  const rows = [...of(1, 1), ...of(2, 2), ...of(3, 1)];
  const types = Object.fromEntries(
    ['snapshot', 'household', 'area', 'place', 'class', 'survey', 'locality', 'persons', ...members.map(({ id }) => id)]
      .map((name) => [name, 'int' as const])
      .concat([
        ['urgent', 'flag' as never],
        ['over_capacity', 'flag' as never],
      ]),
  );
  const flat = rows.map(({ needs: _, members: counts, ...row }) => ({
    ...row,
    ...Object.fromEntries(members.map(({ id }, i) => [id, counts[i] ?? null])),
  }));
  await engine.load('filled', [toIPC(types, flat)]);
  const columns = Object.keys(types).join(', ');
  await engine.run({ sql: `insert into household (${columns}) select ${columns} from filled`, params: [] });
  const needs = rows.flatMap((row) =>
    row.needs.map((need) => ({ ...need, snapshot: row.snapshot, household: row.household })),
  );
  await engine.load('filled_need', [
    toIPC({ snapshot: 'int', household: 'int', dimension: 'int', status: 'int' }, needs),
  ]);
  await engine.run({
    sql: 'insert into need (snapshot, household, dimension, status) select snapshot, household, dimension, status from filled_need',
    params: [],
  });
  await engine.run({ sql: 'drop table filled', params: [] });
  await engine.run({ sql: 'drop table filled_need', params: [] });
}
