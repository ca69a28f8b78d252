/** Owns the benchmark of the cluster's engine: the cube of many households on ClickHouse and on DuckDB-WASM, and what rows take on disk. */
// npm run bench:clickhouse -- 1 4 20 disk
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadGazetteer } from '../../src/areas/gazetteer.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import { createTables } from '../../src/engine/tables.ts';
import { importFiles } from '../../src/intake/importing.ts';
import { tables } from '../../src/model/rows.ts';
import { askCubeCells } from '../../src/queries/cube-cells.ts';
import { askCubeColumns } from '../../src/queries/cube-columns.ts';
import { buildCube, buildCubeOfCells } from '../../src/queries/cube.ts';
import { figureOf, keepResults, type Measured } from '../bench/results.ts';
import { timed } from '../bench/rounds.ts';
import { drawHouseholds } from '../engine/drawn-households.ts';
import { openNodeEngine } from '../support/engine.ts';
import { openServer, type Server } from './opened.ts';
import { copyTables, makeTables } from './tables.ts';

const figures: ReturnType<typeof figureOf>[] = [];
const said: Record<string, readonly string[]> = {};
const print = (line: string): void => void process.stdout.write(`${line}\n`);
function tell(part: string, measured: Measured): void {
  const figure = figureOf(part, measured);
  figures.push(figure);
  print(`${part}: ${figure.what}, ${figure.households}: ${figure.median} ${figure.unit} ${figure.note ?? ''}`);
}

/** Of one snapshot: the country's is 3.8 million. */
const mostInTab = 4_000_000;
/** Twenty times, five where it takes long. */
const timesFor = (households: number): number => (households > 1_000_000 ? 5 : 20);

/** Where drawing is said otherwise: the same shares, of another hash. */
const drawing = (engine: Engine): Engine => ({
  ...engine,
  lost: engine.lost,
  load: (...given) => engine.load(...given),
  run: ({ sql, params }) =>
    engine.run({
      sql: sql
        .replaceAll('hash(', 'cityHash64(')
        .replace(
          'select range::integer as household from range(?::integer)',
          'select number::integer as household from numbers(?)',
        ),
      params,
    }),
  query: (...given) => engine.query(...given),
  close: () => engine.close(),
});

async function onClickHouse(households: number): Promise<void> {
  const server = await openServer();
  let bytes = 0;
  const engine = server.open({ timeoutMs: 600_000, received: (more) => (bytes += more) });
  try {
    await makeTables(engine);
    const [, drawnMs] = await timed(() => drawHouseholds(drawing(engine), 194, households));
    tell('clickhouse', { what: 'households drawn and laid into the tables', households, values: [drawnMs] });
    await server.spent();
    let cpuSeconds = (await server.spent()).cpuSeconds;
    const [cpu, asked, built]: [number[], number[], number[]] = [[], [], []];
    let [cells, wire] = [0, 0];
    for (let round = 0; round <= timesFor(households); round++) {
      bytes = 0;
      const [told, ms] = await timed(() => askCubeCells(engine, 194));
      const [, buildMs] = await timed(() => households <= mostInTab && buildCubeOfCells(told));
      [cells, wire] = [told.area.length, bytes];
      const now = (await server.spent()).cpuSeconds;
      // The first round warms up.
      if (round > 0) {
        asked.push(ms);
        built.push(buildMs);
        cpu.push((now - cpuSeconds) * 1000);
      }
      cpuSeconds = now;
    }
    await askCubeCells(engine, 194);
    const peak = [(await server.spent()).peakMegabytes];
    const note = `${cells} rows, ${wire} bytes over the wire`;
    tell('clickhouse', { what: 'cells of the cube asked', households, values: asked, note });
    tell('clickhouse', { what: 'the same, time of all cores', households, values: cpu });
    if (households <= mostInTab) tell('clickhouse', { what: 'cube built of the cells', households, values: built });
    tell('clickhouse', { what: 'memory of the server at most meanwhile', households, unit: 'MB', values: peak });
    await tellDisk(engine, 'clickhouse', households);
  } finally {
    await engine.close();
    await server.close();
  }
}

async function onDuckDB(households: number): Promise<void> {
  const engine = await openNodeEngine();
  try {
    await createTables(engine);
    await drawHouseholds(engine, 194, households);
    const [asked, whole]: [number[], number[]] = [[], []];
    for (let round = 0; round <= timesFor(households); round++) {
      const [, askedMs] = await timed(() => askCubeCells(engine, 194));
      const [, wholeMs] = await timed(async () => buildCube(await askCubeColumns(engine, 194)));
      if (round === 0) continue;
      asked.push(askedMs);
      whole.push(wholeMs);
    }
    tell('duckdb-wasm', { what: 'cells of the cube asked', households, values: asked });
    tell('duckdb-wasm', { what: 'cube made of its columns, as the page does', households, values: whole });
  } finally {
    await engine.close();
  }
}

/** Rows with all that a province writes: the sample's, over and over, each a household of its own. */
async function onDisk(times: number): Promise<void> {
  const name = 'logbook-pattani-2565-06-29.csv';
  const data = path.resolve(import.meta.dirname, '../../data');
  const gazetteer = await loadGazetteer(async (file) => JSON.parse(await readFile(path.join(data, file), 'utf8')));
  const duck = await openNodeEngine();
  const server: Server = await openServer();
  const engine = server.open({ timeoutMs: 600_000 });
  try {
    await createTables(duck);
    const source = new File([await readFile(path.join(data, 'sample', name))], name);
    const refuse = (): never => {
      throw new Error(`${name} raises a question`);
    };
    const receipt = await importFiles([source], { engine: duck, gazetteer, firstSnapshot: 94, ask: refuse });
    await makeTables(engine);
    await copyTables(duck, engine);
    const households = receipt.rows.kept * times;
    for (const [table, columns] of Object.entries(tables)) {
      if (!('household' in columns)) continue;
      const cells = Object.keys(columns).map((column) => {
        if (column === 'snapshot') return '194';
        if (column === 'household') return `household + number::integer * ${receipt.rows.kept}`;
        return column === 'house_code' ? 'toString(94010000000 + household + number * 15703)' : column;
      });
      if (table === 'help') cells.push('rowid + number * 1000000');
      const names = [...Object.keys(columns), ...(table === 'help' ? ['rowid'] : [])].join(', ');
      const own = ['insert into', table, `(${names}) select`, cells.join(', '), 'from', table].join(' ');
      await engine.run({ sql: `${own}, numbers(?) where snapshot = 94`, params: [times] });
    }
    await tellDisk(engine, 'disk', households);
  } finally {
    await duck.close();
    await engine.close();
    await server.close();
  }
}

/** Of snapshot 194, packed as it lies. */
async function tellDisk(engine: Engine, part: string, households: number): Promise<void> {
  for (const table of Object.keys(tables))
    await engine.run({ sql: ['optimize table', table, 'final'].join(' '), params: [] });
  const sql = `select table, sum(rows)::double as rows, sum(bytes_on_disk)::double as bytes from system.parts
    where active and partition = '194' group by table order by table`;
  const { columns } = await ask<{ table: string; rows: number; bytes: number }>(engine, { sql, params: [] });
  said[`${part} ${households}`] = columns.table.map((table, at) => {
    const [rows = 0, bytes = 0] = [columns.rows[at], columns.bytes[at]];
    const line = `${table}: ${rows} rows, ${bytes} bytes, ${(bytes / rows).toFixed(2)} a row, ${(bytes / households).toFixed(2)} a household`;
    print(line);
    return line;
  });
}

const asked = process.argv.slice(2);
for (const one of asked.length > 0 ? asked : ['1', '4', '20', 'disk']) {
  const households = Number(one) * 1_000_000;
  if (one === 'disk') await onDisk(64);
  else {
    await onClickHouse(households);
    if (households <= mostInTab) await onDuckDB(households);
  }
}
await keepResults(['clickhouse', 'duckdb-wasm'], figures, said, null, path.join(import.meta.dirname, 'results.json'));
