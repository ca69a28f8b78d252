/** Owns the same linked answers by mosaic-core with its pre-aggregated tables, over a plain DuckDB-WASM, beside the cube. */
import { clauseInterval, clausePoint, Coordinator, makeClient, Selection, type Connector } from '@uwdata/mosaic-core';
import { count, Query, sum, type FilterExpr, type ScaleOptions } from '@uwdata/mosaic-sql';
import { statuses } from '../../src/model/status.ts';
import { askCubeColumns } from '../../src/queries/cube-columns.ts';
import { buildCube } from '../../src/queries/cube.ts';
import { compare } from './cube.ts';
import { sampleHouseholds, snapshot, withHouseholds } from './drawn.ts';
import { flatOf, type FlatColumns } from './flat.ts';
import { gestureAxes, type Gesture, type GestureAxis } from './gestures.ts';
import { openPlainDatabase, type PlainDatabase } from './plain.ts';
import type { Bench } from './run.ts';

/** What each household or need adds to a sum. */
const sums = ['need', 'pending', 'helped', 'persons'] as const;
const groups = { need: ['pending', 'helped'], pending: ['pending'], helped: ['helped'] } as const;

const note =
  'counts and four sums by area, class, visit and dimension, its cache of answers off and its tables made beforehand; ' +
  'a filter on dimension or status it can’t answer: a household’s status is folded anew from the needs chosen';

export async function measureMosaic(bench: Bench): Promise<void> {
  const counts = [sampleHouseholds, 1_000_000].filter((many) => many <= bench.most);
  await withHouseholds(counts, async (engine, households) => {
    const columns = await askCubeColumns(engine, snapshot);
    const flat = flatOf(columns);
    const database = await openPlainDatabase();
    try {
      await load(database, flat);
      const does = await linked(database);
      const other = { name: 'mosaic-core', note, does };
      await compare(bench, buildCube(columns), households, other, households === 1_000_000);
    } finally {
      await database.close();
    }
  });
}

/** A table of households and one of needs, each need with the facts of its household: a selection filters both. */
async function load(database: PlainDatabase, { area, persons, status, codes, needs }: FlatColumns): Promise<void> {
  const isOf = Object.entries(groups).map(
    ([name, ids]) => [name, statuses.map(({ group }) => Number((ids as readonly string[]).includes(group)))] as const,
  );
  const marks = (own: Uint8Array): Record<string, Uint8Array> =>
    Object.fromEntries(isOf.map(([name, codeIs]) => [name, own.map((code) => codeIs[code] as number)]));
  await database.load('household', { area, persons, status, ...codes, ...marks(status) });
  const ofHousehold = Object.fromEntries(
    gestureAxes.map((axis) => [axis, Uint8Array.from(needs.row, (row) => codes[axis][row] as number)]),
  );
  const own = { dimension: needs.dimension, persons: Int32Array.from(needs.row, (row) => persons[row] as number) };
  await database.load('need', { ...own, ...ofHousehold, ...marks(needs.status) });
}

/** The views of a page as clients of one selection; gives back when all of them have their answers. */
async function linked(database: PlainDatabase): Promise<(gesture: Gesture) => Promise<number>> {
  const connector = {
    query: async ({ type, sql }: { type: string; sql: string }): Promise<Uint8Array | undefined> => {
      const answer = await database.query(sql);
      return type === 'arrow' ? answer : undefined;
    },
  } as Connector;
  const coordinator = new Coordinator(connector, { logger: null, cache: false });
  const selection = Selection.crossfilter();
  const views = [
    ['household', null],
    ['household', 'area'],
    ['household', 'class'],
    ['household', 'survey'],
    ['need', 'dimension'],
  ] as const;

  let listed = 0;
  let answered = 0;
  let fault: Error | null = null;
  let done: () => void = () => undefined;
  const tell = (): void => {
    if (++answered === views.length) done();
  };
  const all = async (): Promise<void> => {
    if (answered < views.length) await new Promise<void>((resolve) => (done = resolve));
    if (fault) throw fault;
  };
  for (const [table, by] of views)
    makeClient({
      coordinator,
      selection,
      query: (filter: FilterExpr = []) => {
        const counted = { counted: count(), ...Object.fromEntries(sums.map((name) => [name, sum(name)])) };
        const query = Query.from(table).where(filter);
        return by === null ? query.select(counted) : query.select({ [by]: by, ...counted }).groupby(by);
      },
      queryResult: (data) => {
        if (by === null) listed = Number((data as { get(row: number): { counted: number } }).get(0).counted);
        tell();
      },
      queryError: (error) => {
        fault = error;
        tell();
      },
    });
  await all();

  // A control is the source of its clause, and shows no answer of its own: every view is filtered.
  const toggling = Object.fromEntries(gestureAxes.map((axis) => [axis, {}])) as Record<GestureAxis, object>;
  const sliding = {};
  const scale: ScaleOptions = { type: 'linear', domain: [0, 4], range: [0, 4] };
  const update = async (clause: ReturnType<typeof clausePoint>): Promise<void> => {
    answered = 0;
    selection.update(clause);
    await all();
  };
  return async ({ kind, axis, codes }) => {
    const { from, to } = codes ?? { from: undefined, to: undefined };
    if (kind === 'toggle') await update(clausePoint(axis, from, { source: toggling[axis] }));
    else await update(clauseInterval(axis, from === undefined ? null : [from, to], { source: sliding, scale }));
    return listed;
  };
}
