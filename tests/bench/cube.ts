/** Owns the cube's benchmark: how long it takes to build, and to answer a filter, beside the same answers by SQL and crossfilter2. */
import { ask } from '../../src/engine/rows.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { AreaCode } from '../../src/model/area.ts';
import { noFilters, type Filters, type Subject } from '../../src/model/subject.ts';
import { answerAll, prepare } from '../../src/queries/cube-answer.ts';
import { askCubeColumns } from '../../src/queries/cube-columns.ts';
import { answersOf } from '../../src/queries/cube-reading.ts';
import { buildCube, type Cube } from '../../src/queries/cube.ts';
import { filters, withChosen, type Filter } from '../../src/queries/filters.ts';
import { viewQuestions, type QuestionName } from '../../src/queries/questions.ts';
import { atOnce } from '../../src/queries/slices.ts';
import { crossfilterOf } from './crossfilter.ts';
import { sampleHouseholds, snapshot, withHouseholds } from './drawn.ts';
import { flatOf } from './flat.ts';
import { slides, toggles, type Gesture } from './gestures.ts';
import type { Aim } from './results.ts';
import { medianOf, timed } from './rounds.ts';
import type { Bench } from './run.ts';

/** A seeded number in [0, 1) after another. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Filters as a reader sets them: each is on three times of ten, with some of its options. */
function drawFilters(next: () => number): Filters {
  return (filters as readonly Filter[]).reduce((set, { id, options }) => {
    const on = next() < 0.3 ? options.filter(() => next() < 0.4).map((option) => option.id) : [];
    return withChosen(set, id as (typeof filters)[number]['id'], on);
  }, noFilters);
}

/** All that there are: a snapshot of one province is its own country. */
export const everywhere = (set: Filters, level: Subject['level'] = 'tambon', area = '94'): Subject => ({
  snapshots: [snapshot],
  area: area as AreaCode,
  level,
  filters: set,
});

const answerAims: Readonly<Record<number, readonly Aim[]>> = {
  1_000_000: [{ atMost: 4 }],
  4_000_000: [{ atMost: 10 }, { of: 'p95', atMost: 16 }],
};

export async function measureCube(bench: Bench): Promise<void> {
  const counts = [sampleHouseholds, 1_000_000, 4_000_000].filter((count) => count <= bench.most);
  await withHouseholds(counts, async (engine, households) => {
    const cube = await building(bench, engine, households);
    const own = answering(bench, cube, households);
    if (households > 1_000_000) return;
    await bySql(bench, engine, own, households);
    await byCrossfilter(bench, engine, cube, households);
  });
}

async function building({ tell, isQuick }: Bench, engine: Engine, households: number): Promise<Cube> {
  const asked: number[] = [];
  const built: number[] = [];
  let cube: Cube | null = null;
  for (let round = 0; round < (isQuick ? 2 : 21); round++) {
    const [columns, askMs] = await timed(() => askCubeColumns(engine, snapshot));
    const [made, buildMs] = await timed(() => buildCube(columns));
    cube = made;
    // The first round warms up.
    if (round > 0) {
      asked.push(askMs);
      built.push(buildMs);
    }
  }
  if (!cube) throw new Error('no cube');
  const { scan, pairs } = cube;
  const note = `${(scan.cells.length / 2).toLocaleString('en')} combinations, ${pairs.facts.length.toLocaleString('en')} without areas`;
  tell({ what: 'columns of the cube asked of the engine', households, values: asked });
  const aims = households === 1_000_000 ? [{ atMost: 150 }] : [];
  tell({ what: 'cube built of them', households, values: built, aims, note });
  // As the worker does when the reader pauses; nothing is made for the dimensions that are drawn.
  const [, idleMs] = await timed(() => atOnce(prepare([cube], everywhere(noFilters))));
  tell({ what: 'smaller cubes made while idle', households, values: [idleMs] });
  return cube;
}

const answerRounds = 100;
const sqlRounds = 20;

/** Gives the times of the first subjects, which SQL is asked too. */
function answering({ tell }: Bench, cube: Cube, households: number): readonly number[] {
  const views: readonly (readonly [string, Subject['level'], string])[] = [
    ['filter → all answers ready, by tambon', 'tambon', '94'],
    ['filter → all answers ready, by amphoe', 'amphoe', '94'],
    ['filter → all answers ready, one amphoe by tambon', 'tambon', '9410'],
  ];
  const all = views.map(([what, level, area]) => {
    const next = chance(2565);
    const values: number[] = [];
    for (let round = -10; round < answerRounds; round++) {
      const subject = everywhere(drawFilters(next), level, area);
      const startMs = performance.now();
      answersOf(answerAll([cube], subject));
      if (round >= 0) values.push(performance.now() - startMs);
    }
    tell({ what, households, values, aims: area === '94' ? (answerAims[households] ?? []) : [] });
    return values;
  });
  return all[0]?.slice(0, sqlRounds) ?? [];
}

async function bySql(
  { tell, isQuick }: Bench,
  engine: Engine,
  own: readonly number[],
  households: number,
): Promise<void> {
  const next = chance(2565);
  const values: number[] = [];
  for (let round = -10; round < (isQuick ? 2 : sqlRounds); round++) {
    const subject = everywhere(drawFilters(next));
    if (round < 0) continue;
    const [, ms] = await timed(async () => {
      for (const question of Object.keys(viewQuestions) as QuestionName[])
        await ask(engine, viewQuestions[question](subject));
    });
    values.push(ms);
  }
  tell({ what: 'the same five answers by plain SQL', households, values });
  const ratio = medianOf(values) / medianOf(own.slice(0, values.length));
  const aims = households === 1_000_000 ? [{ atLeast: 10 }] : [];
  tell({ what: 'plain SQL over the cube', households, unit: 'times', values: [ratio], aims });
}

/** Each gesture by the cube and by the other, in turn; both have to count the same households. */
export async function compare(
  { tell, isQuick }: Bench,
  cube: Cube,
  households: number,
  other: {
    readonly name: string;
    readonly note?: string;
    readonly does: (gesture: Gesture) => Promise<number> | number;
  },
  aimed: boolean,
): Promise<void> {
  for (const [what, gestures, least] of [
    ['a toggle set or lifted', toggles, 3],
    ['a window slid over the visits', slides, 1],
  ] as const) {
    const own: number[] = [];
    const others: number[] = [];
    // The first pass is unseen: caches and prepared tables of either are warm then.
    for (let pass = 0; pass < (isQuick ? 2 : 1 + Math.ceil(20 / gestures.length)); pass++)
      for (const gesture of gestures) {
        const [answers, ownMs] = await timed(() => answersOf(answerAll([cube], everywhere(gesture.filters))));
        const [counted, otherMs] = await timed(() => other.does(gesture));
        const listed = answers.figures.columns['household.listed']?.[0];
        if (counted !== listed)
          throw new Error(`${other.name} counts ${counted} of ${listed}: ${JSON.stringify(gesture)}`);
        if (pass === 0) continue;
        own.push(ownMs);
        others.push(otherMs);
      }
    tell({ what: `${what}, by the cube (beside ${other.name})`, households, values: own });
    tell({ what: `${what}, by ${other.name}`, households, values: others, ...(other.note && { note: other.note }) });
    const ratio = medianOf(others) / medianOf(own);
    const aims = aimed ? [{ atLeast: least }] : [];
    tell({ what: `${what}, ${other.name} over the cube`, households, unit: 'times', values: [ratio], aims });
  }
}

async function byCrossfilter(bench: Bench, engine: Engine, cube: Cube, households: number): Promise<void> {
  const does = crossfilterOf(flatOf(await askCubeColumns(engine, snapshot)));
  const note = 'counts alone, where the cube gives every measure';
  await compare(bench, cube, households, { name: 'crossfilter2', note, does }, households === 1_000_000);
}
