/** Owns the field's own data on equal ground: three million flights, filtered across delay, distance and hour, by the cube's code, SQL and crossfilter2. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import crossfilter from 'crossfilter2';
import { parquetRead } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { dimensions } from '../../src/model/dimension.ts';
import { classes } from '../../src/model/household.ts';
import { statuses } from '../../src/model/status.ts';
import { noFilters } from '../../src/model/subject.ts';
import { needBase } from '../../src/queries/cube-axes.ts';
import { answerAll } from '../../src/queries/cube-answer.ts';
import { answersOf, type Answer } from '../../src/queries/cube-reading.ts';
import { buildCube, type Cube } from '../../src/queries/cube.ts';
import { everywhere } from './cube.ts';
import { openPlainDatabase } from './plain.ts';
import { medianOf, timed } from './rounds.ts';
import type { Bench } from './run.ts';

/*
 * The cube's axes are those of households, so what stands for what: a flight is a household with one need; the hour it
 * leaves at is its area, 24 of them; its distance is its class, in four bins; its delay is the dimension of its need, in
 * six. The bins are as many as those axes have codes, for all three engines alike. A histogram leaves out the filter on
 * its own column in all three: the cube's classes and matrix do so, too.
 */
const delayEnds = [-10, 0, 10, 30, 60];
const distanceEnds = [400, 800, 1600];
const firstHour = 100101;
const hours = 24;

interface Flights {
  readonly hour: Uint8Array;
  readonly delay: Uint8Array;
  readonly distance: Uint8Array;
}

interface Window {
  readonly column: 'delay' | 'distance';
  /** Of bins; null lifts it. */
  readonly bins: readonly [number, number] | null;
}

/** Flights that pass, by bin of each column: the hour by all filters, the others without their own. */
interface Histograms {
  readonly hour: readonly number[];
  readonly delay: readonly number[];
  readonly distance: readonly number[];
}

async function readFlights(): Promise<Flights> {
  const bytes = await readFile(
    path.resolve(import.meta.dirname, '../../node_modules/vega-datasets/data/flights-3m.parquet'),
  );
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const columns = { date: [] as unknown[], delay: [] as unknown[], distance: [] as unknown[] };
  await parquetRead({
    file,
    columns: Object.keys(columns),
    compressors,
    onChunk({ columnName, columnData, rowStart }) {
      const own = columns[columnName as keyof typeof columns];
      for (let row = 0; row < columnData.length; row++) own[rowStart + row] = columnData[row];
    },
  });
  const binned = (values: readonly unknown[], ends: readonly number[]): Uint8Array =>
    Uint8Array.from(values, (value) => ends.filter((end) => Number(value) >= end).length);
  return {
    hour: Uint8Array.from(columns.date, (date) => (date as Date).getUTCHours()),
    delay: binned(columns.delay, delayEnds),
    distance: binned(columns.distance, distanceEnds),
  };
}

function cubeOf({ hour, delay, distance }: Flights): Cube {
  const household = Int32Array.from(hour, (_, row) => row);
  const helped = statuses.findIndex(({ id }) => id === 'helped') + 1;
  return buildCube({
    households: {
      household,
      area: Int32Array.from(hour, (own) => firstHour + own),
      // The class is the first of the facts.
      facts: Int32Array.from(distance),
      persons: new Int32Array(hour.length),
    },
    needs: { household, need: Int32Array.from(delay, (bin) => bin * needBase + helped) },
  });
}

type Does = (window: Window) => Promise<Histograms> | Histograms;

function byCube(cube: Cube): Does {
  const set: Record<Window['column'], Window['bins']> = { delay: null, distance: null };
  const counts = (answer: Answer, key: string, measure: string, first: number, size: number): number[] => {
    const counted = new Array<number>(size).fill(0);
    for (let row = 0; row < answer.length; row++)
      counted[(answer.columns[key]?.[row] ?? 0) - first] = answer.columns[measure]?.[row] ?? 0;
    return counted;
  };
  const ids = <T>(rows: readonly { readonly id: T }[], bins: Window['bins']): readonly T[] =>
    bins === null ? [] : rows.slice(bins[0], bins[1] + 1).map(({ id }) => id);
  return ({ column, bins }) => {
    set[column] = bins;
    const chosen = { ...noFilters, dimensions: ids(dimensions, set.delay), classes: ids(classes, set.distance) };
    const { areas, classes: byClass, matrix } = answersOf(answerAll([cube], everywhere(chosen, 'tambon', '10')));
    return {
      hour: counts(areas, 'area', 'household.listed', firstHour, hours),
      delay: counts(matrix, 'dimension', 'need.count', 0, delayEnds.length + 1),
      distance: counts(byClass, 'class', 'household.listed', 0, distanceEnds.length + 1),
    };
  };
}

function byCrossfilter({ hour, delay, distance }: Flights): Does {
  const filter = crossfilter(Array.from({ length: hour.length }, (_, row) => row));
  const by = (column: Uint8Array): crossfilter.Dimension<number, number> =>
    filter.dimension((row) => column[row] as number);
  const own = { hour: by(hour), delay: by(delay), distance: by(distance) };
  const groups = { hour: own.hour.group(), delay: own.delay.group(), distance: own.distance.group() };
  return ({ column, bins }) => {
    if (bins === null) own[column].filterAll();
    else own[column].filterRange([bins[0], bins[1] + 1]);
    const counts = (group: (typeof groups)[keyof typeof groups]): number[] =>
      group.all().map(({ value }) => value as number);
    return { hour: counts(groups.hour), delay: counts(groups.delay), distance: counts(groups.distance) };
  };
}

const sizes = { hour: hours, delay: delayEnds.length + 1, distance: distanceEnds.length + 1 } as const;

function bySql(query: (sql: string) => Promise<Uint8Array>): Does {
  const set: Record<Window['column'], Window['bins']> = { delay: null, distance: null };
  const counts = async (column: keyof Histograms): Promise<number[]> => {
    const conditions = (['delay', 'distance'] as const)
      .filter((name) => name !== column && set[name] !== null)
      .map((name) => ` and ${name} between ${set[name]?.[0]} and ${set[name]?.[1]}`);
    const sql = `select ${column}::integer as bin, count(*)::integer as counted from flights where true${conditions.join('')} group by 1`;
    const answer = tableFromIPC(await query(sql));
    const counted = new Array<number>(sizes[column]).fill(0);
    for (let row = 0; row < answer.numRows; row++)
      counted[answer.getChildAt(0)?.get(row) as number] = answer.getChildAt(1)?.get(row) as number;
    return counted;
  };
  return async ({ column, bins }) => {
    set[column] = bins;
    return { hour: await counts('hour'), delay: await counts('delay'), distance: await counts('distance') };
  };
}

const toggles: readonly Window[] = (['delay', 'distance'] as const).flatMap((column) =>
  Array.from({ length: sizes[column] }, (_, bin): readonly Window[] => [
    { column, bins: [bin, bin] },
    { column, bins: null },
  ]).flat(),
);
/** While long flights are chosen. */
const slides: readonly Window[] = [
  { column: 'distance', bins: [2, 3] },
  ...(
    [
      [0, 1],
      [0, 2],
      [1, 2],
      [1, 3],
      [2, 4],
      [3, 4],
      [3, 5],
      [4, 5],
      [5, 5],
    ] as const
  ).map((bins): Window => ({ column: 'delay', bins })),
  { column: 'delay', bins: null },
  { column: 'distance', bins: null },
];

export async function measureFlights({ tell, most, isQuick }: Bench): Promise<void> {
  const all = await readFlights();
  const households = isQuick ? Math.min(most, all.hour.length) : all.hour.length;
  const flights = {
    hour: all.hour.subarray(0, households),
    delay: all.delay.subarray(0, households),
    distance: all.distance.subarray(0, households),
  };
  const [cube, builtMs] = await timed(() => cubeOf(flights));
  const note = `${cube.scan.cells.length / 2} combinations`;
  tell({ what: 'flights: cube made of the columns', households, values: [builtMs], note });
  const [other, crossfilterMs] = await timed(() => byCrossfilter(flights));
  tell({ what: 'flights: crossfilter2 made of the columns', households, values: [crossfilterMs] });
  const database = await openPlainDatabase();
  try {
    await database.load('flights', flights);
    const rivals = [
      ['the cube', byCube(cube)],
      ['plain SQL', bySql(database.query)],
      ['crossfilter2', other],
    ] as const;
    for (const [what, windows] of [
      ['flights: a bin toggled', toggles],
      ['flights: a window of delays slid', slides],
    ] as const) {
      const times = rivals.map(() => [] as number[]);
      // The first pass is unseen, and held against the others.
      for (let pass = 0; pass < (isQuick ? 2 : 3); pass++)
        for (const window of windows) {
          const answers: string[] = [];
          for (const [at, [, does]] of rivals.entries()) {
            const [answer, ms] = await timed(() => does(window));
            answers.push(JSON.stringify(answer));
            if (pass > 0) times[at]?.push(ms);
          }
          if (new Set(answers).size > 1) throw new Error(`${JSON.stringify(window)}: ${answers.join(' is not ')}`);
        }
      const medians = times.map(medianOf);
      rivals.forEach(([name], at) => {
        tell({ what: `${what}, by ${name}`, households, values: times[at] ?? [] });
        if (at === 0) return;
        const values = [(medians[at] as number) / (medians[0] as number)];
        tell({ what: `${what}, ${name} over the cube`, households, unit: 'times', values });
      });
    }
  } finally {
    await database.close();
  }
}
