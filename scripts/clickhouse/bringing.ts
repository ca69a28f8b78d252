/** Owns bringing clean tables into a cluster: under numbers nobody asks for, counted there, and only then shown, all in one row set. */
import type { Engine } from '../../src/engine/engine.ts';
import { toIPC } from '../../src/engine/rows.ts';
import { tables } from '../../src/model/rows.ts';
import { foldTable } from '../../src/model/status.ts';
import { clusterForm } from '../../src/model/tableform.ts';
import type { TablesManifest } from '../../src/model/tablesfile.ts';
import { cellsQuestion } from '../../src/queries/cube-cells.ts';
import { askLines, broughtTables, counted, refuseOtherCounts } from './counting.ts';
import { renumber } from './renumbering.ts';
import { Refused, type OpenedTables } from './tablesfile.ts';

const all = [...broughtTables, 'cube'] as const;

export interface Manner {
  /** Where a snapshot is dropped: on a cluster where its rows lie, behind what is asked. */
  readonly dropping?: (table: string) => string;
  readonly tell?: (line: string) => void;
}

/** False where this very file is what is shown already. Whatever breaks off, what was shown before is shown whole. */
export async function bring(engine: Engine, file: OpenedTables, manner: Manner = {}): Promise<boolean> {
  const { manifest } = file;
  const tell = manner.tell ?? (() => undefined);
  await refuseOtherTables(engine);
  const shown = await rounds(engine);
  if (shown.some(({ schema }) => schema !== clusterForm))
    throw new Refused('the cluster holds rounds of another version: see docs/cluster.md, Upgrade');
  const known = manifest.snapshots.map(({ province, asOf }) =>
    shown.find((round) => round.province === province && round.as_of === asOf),
  );
  if (known.every((round) => round?.sha256 === file.sha256)) return false;

  await fillFold(engine);
  const provinces = new Set(manifest.snapshots.map(({ province }) => Number(province)));
  await sweep(engine, provinces, new Set(shown.map(({ snapshot }) => snapshot)), manner);
  const numbers = numbersFor(manifest, Math.floor((await highest(engine)) / 100) + 1);

  const rows = counted();
  for (const [index, part] of manifest.parts.entries()) {
    const bytes = file.unpack(part);
    rows.add(part.table, renumber(bytes, numbers));
    await engine.load(part.table, [bytes]);
    tell(`${index + 1} of ${manifest.parts.length} parts`);
  }
  for (const number of numbers.values()) await countCube(engine, number);
  await refuseOtherCounts(engine, { ...file, numbers, rows });
  await show(engine, file, numbers);
  return true;
}

/** One that was never given, for each round; a province may have several in a file. */
function numbersFor({ snapshots }: TablesManifest, next: number): ReadonlyMap<number, number> {
  const own = (province: string): readonly number[] =>
    snapshots.flatMap((one) => (one.province === province ? one.number : []));
  return new Map(
    snapshots.map(({ number, province }) => [number, (next + own(province).indexOf(number)) * 100 + Number(province)]),
  );
}

type Round = Readonly<Record<'snapshot' | 'schema', number>> &
  Readonly<Record<'province' | 'as_of' | 'sha256', string>>;

async function rounds(engine: Engine): Promise<readonly Round[]> {
  const sql = `select snapshot, province, strftime(as_of, '%Y-%m-%d') as as_of, schema::integer as schema, sha256 from round`;
  return await askLines<Round>(engine, { sql, params: [] });
}

/** Tables of another version may take the rows all the same, in the wrong columns. */
async function refuseOtherTables(engine: Engine): Promise<void> {
  const sql = 'select table, name from system.columns where database = currentDatabase() order by table, position';
  const told = await askLines<{ table: string; name: string }>(engine, { sql, params: [] });
  for (const table of broughtTables) {
    const names = told.flatMap((one) => (one.table === table && one.name !== 'rowid' ? one.name : []));
    if (names.join() !== Object.keys(tables[table]).join())
      throw new Refused(`the cluster's table ${table} is missing or of another version: see docs/cluster.md, Upgrade`);
  }
}

/** Which statuses make which: of this version, or of another, whose figures would be others. */
async function fillFold(engine: Engine): Promise<void> {
  const rows = foldTable.map((status, mask) => ({ mask, status }));
  const sql = 'select mask, status from fold order by mask';
  const there = await askLines<{ mask: number; status: number }>(engine, { sql, params: [] });
  if (there.length === 0) return await engine.load('fold', [toIPC({ mask: 'int', status: 'int' }, rows)]);
  if (JSON.stringify(there) !== JSON.stringify(rows)) throw new Refused('the table fold is of another version');
}

async function highest(engine: Engine): Promise<number> {
  const each = [...all, 'round_brought'].map((table) => ['select max(snapshot) as snapshot from', table].join(' '));
  const sql = ['select coalesce(max(snapshot), 0)::integer as told from (', each.join(' union all '), ')'].join('');
  const [line] = await askLines<{ told: number }>(engine, { sql, params: [] });
  return line?.told ?? 0;
}

/** Drops what no round shows: what broke off, and what was replaced the time before, which nobody looks at any more. */
async function sweep(
  engine: Engine,
  provinces: ReadonlySet<number>,
  shown: ReadonlySet<number>,
  { dropping = (table) => ['alter table', table].join(' ') }: Manner,
): Promise<void> {
  const each = all.map((table) => `select distinct '${table}' as told, snapshot from ${table}`);
  const there = await askLines<{ told: string; snapshot: number }>(engine, {
    sql: each.join(' union all '),
    params: [],
  });
  for (const { told, snapshot } of there)
    if (provinces.has(snapshot % 100) && !shown.has(snapshot))
      await engine.run({ sql: [dropping(told), 'drop partition', String(snapshot)].join(' '), params: [] });
}

async function countCube(engine: Engine, snapshot: number): Promise<void> {
  const { sql, params } = cellsQuestion(snapshot);
  const into = 'insert into cube (snapshot, area, facts, needs, households, persons)';
  const cells = ['select ?::integer, area, facts, needs, households, persons from (', sql, ') as cells'];
  await engine.run({ sql: [into, ...cells].join(' '), params: [snapshot, ...params] });
}

/** The one step by which anything changes for a reader: one insert, so that all rounds of the file are shown, or none. */
async function show(
  engine: Engine,
  { manifest, sha256 }: OpenedTables,
  numbers: ReadonlyMap<number, number>,
): Promise<void> {
  const rows = manifest.snapshots.map(({ number, province, asOf, households, needs }) => ({
    ...{ snapshot: numbers.get(number) ?? 0, province, as_of: asOf, schema: clusterForm },
    ...{ sha256, households, needs },
  }));
  const types = { snapshot: 'int', province: 'text', as_of: 'text', schema: 'int', sha256: 'text' } as const;
  await engine.load('round_brought', [toIPC({ ...types, households: 'int', needs: 'int' }, rows)]);
}
