/** Owns the cube's benchmark: how long it takes to build, and to answer a filter, beside the same answers by SQL and crossfilter2. */
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { loadGazetteer } from '../../src/areas/gazetteer.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import { createTables } from '../../src/engine/tables.ts';
import { importFiles } from '../../src/intake/importing.ts';
import type { AreaCode } from '../../src/model/area.ts';
import { noFilters, type Filters, type Subject } from '../../src/model/subject.ts';
import { answerAll, prepare } from '../../src/queries/cube-answer.ts';
import { packCube } from '../../src/queries/cube-pack.ts';
import { askCubeColumns } from '../../src/queries/cube-columns.ts';
import { buildCube, type Cube } from '../../src/queries/cube.ts';
import { filters, withChosen, type Filter } from '../../src/queries/filters.ts';
import { viewQuestions, type QuestionName } from '../../src/queries/questions.ts';
import { openNodeEngine } from '../support/engine.ts';
import { drawHouseholds } from '../engine/drawn-households.ts';
import { crossfilterAxes, crossfilterOf } from './crossfilter.ts';
import { keepResults, resultOf, slowest, type Result } from './results.ts';
import { medianOf } from './rounds.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sample = 'logbook-pattani-2565-06-29.csv';

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

async function timed<T>(work: () => Promise<T> | T): Promise<[T, number]> {
  const startMs = performance.now();
  const value = await work();
  return [value, performance.now() - startMs];
}

const results: Result[] = [];

function line(name: string, timesMs: readonly number[], note = ''): void {
  const ms = (value: number): string => value.toFixed(value < 100 ? 2 : 0).padStart(9);
  console.log(`${name.padEnd(52)}${ms(medianOf(timesMs))}${ms(slowest(timesMs))}   ×${timesMs.length} ${note}`);
  results.push(resultOf(name, timesMs, note));
}

async function measure(engine: Engine, snapshot: number, households: number, withSql: boolean): Promise<void> {
  const said = households.toLocaleString('en');
  const asked: number[] = [];
  const built: number[] = [];
  let cube: Cube | null = null;
  for (let round = 0; round < (households > 2e6 ? 3 : 6); round++) {
    const [columns, askMs] = await timed(() => askCubeColumns(engine, snapshot));
    const [made, buildMs] = await timed(() => buildCube(columns));
    asked.push(askMs);
    built.push(buildMs);
    cube = made;
  }
  if (!cube) return;
  const { scan, pairs, areas, facts, needs } = cube;
  const combinations = `${(scan.cells.length / 2).toLocaleString('en')} combinations, ${pairs.facts.length.toLocaleString('en')} without areas`;
  console.log(
    `\n${said} households: ${combinations};` + ` ${areas.length} areas, ${facts.length} facts, ${needs.length} needs`,
  );
  line(`${said}: columns asked of the engine`, asked);
  line(`${said}: cube built of them`, built, combinations);
  const packed = packCube(cube);
  if (households < 1e5)
    console.log(`packed ${packed.byteLength} bytes, brotli ${brotliCompressSync(new Uint8Array(packed)).byteLength}`);
  else console.log(`packed ${(packed.byteLength / 1e6).toFixed(1)} MB`);

  // As the worker does when the reader pauses; nothing is made for the dimensions that are drawn.
  const opening: Subject = { snapshots: [snapshot], area: '94' as AreaCode, level: 'tambon', filters: noFilters };
  line(`${said}: smaller cubes made while idle`, [(await timed(() => prepare([cube], opening)))[1]]);

  const views: readonly (readonly [string, Subject['level'], string])[] = [
    ['random filters, by tambon', 'tambon', '94'],
    ['random filters, by amphoe', 'amphoe', '94'],
    ['random filters, one amphoe by tambon', 'tambon', '9410'],
  ];
  for (const [name, level, area] of views) {
    const next = chance(2565);
    const times: number[] = [];
    const plain: number[] = [];
    for (let round = -10; round < 100; round++) {
      const subject: Subject = { snapshots: [snapshot], area: area as AreaCode, level, filters: drawFilters(next) };
      const [, ms] = await timed(() => answerAll([cube], subject));
      if (round < 0) continue;
      times.push(ms);
      if (!withSql || plain.length >= 20 || level !== 'tambon' || area !== '94') continue;
      const [, sqlMs] = await timed(async () => {
        for (const question of Object.keys(viewQuestions) as QuestionName[])
          await ask(engine, viewQuestions[question](subject));
      });
      plain.push(sqlMs);
    }
    line(`${said}: ${name}`, times);
    if (plain.length > 0)
      line(
        `${said}: the same by SQL`,
        plain,
        `${(medianOf(plain) / medianOf(times.slice(0, plain.length))).toFixed(0)} times the cube`,
      );
  }
  const none: number[] = [];
  for (let round = 0; round < 30; round++) none.push((await timed(() => answerAll([cube], opening)))[1]);
  line(`${said}: no filter, by tambon`, none.slice(10));
  if (households <= 1e6) await compare(engine, cube, snapshot, said);
}

const crossfilterFilters = { class: 'classes', survey: 'surveys', locality: 'localities', urgent: 'urgent' } as const;

/** One filter set and lifted again, by the cube and by crossfilter2. */
async function compare(engine: Engine, cube: Cube, snapshot: number, said: string): Promise<void> {
  const toggle = crossfilterOf(await askCubeColumns(engine, snapshot));
  const steps = crossfilterAxes.flatMap((axis) =>
    (filters as readonly Filter[])
      .filter(({ id }) => id === crossfilterFilters[axis])
      .flatMap(({ id, options }) =>
        options.map(({ id: option }, i) => ({ axis, id, option, code: axis === 'urgent' ? 2 - i : i })),
      ),
  );
  const own: number[] = [];
  const other: number[] = [];
  const at = (set: Filters): Subject => ({
    snapshots: [snapshot],
    area: '94' as AreaCode,
    level: 'tambon',
    filters: set,
  });
  for (let round = -4; round < 20; round++) {
    const { axis, id, option, code } = steps[(round + 4) % steps.length] as (typeof steps)[number];
    const set = withChosen(noFilters, id as (typeof filters)[number]['id'], [option]);
    for (const isOn of [true, false]) {
      const [, ownMs] = await timed(() => answerAll([cube], at(isOn ? set : noFilters)));
      const [, otherMs] = await timed(() => toggle(axis, isOn ? code : null));
      if (round < 0) continue;
      own.push(ownMs);
      other.push(otherMs);
    }
  }
  line(`${said}: a filter set or lifted, by tambon`, own);
  line(
    `${said}: the same by crossfilter2, counts alone`,
    other,
    `${(medianOf(other) / medianOf(own)).toFixed(1)} times the cube`,
  );
}

const most = Number(process.argv[2] ?? 4_000_000);
const engine = await openNodeEngine();
try {
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, node ${process.version}`);
  console.log(`${'milliseconds'.padEnd(52)}${['median', 'p95'].map((word) => word.padStart(9)).join('')}`);
  await createTables(engine);
  const gazetteer = await loadGazetteer(async (name) =>
    JSON.parse(await readFile(path.join(root, 'data', name), 'utf8')),
  );
  const source = new File([await readFile(path.join(root, 'data/sample', sample))], sample);
  const refuse = (): never => {
    throw new Error(`${sample} raises a question`);
  };
  const receipt = await importFiles([source], { engine, gazetteer, firstSnapshot: 1, ask: refuse });
  await measure(engine, 1, receipt.rows.kept, true);
  for (const households of [1_000_000, 4_000_000].filter((count) => count <= most)) {
    await engine.run({ sql: 'delete from household', params: [] });
    await engine.run({ sql: 'delete from need', params: [] });
    await drawHouseholds(engine, 2, households);
    await measure(engine, 2, households, households <= 1_000_000);
  }
  await keepResults('cube', results);
} finally {
  await engine.close();
}
