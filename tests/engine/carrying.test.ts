/** Proves on the real engine that rows carried out of one stand in another the same to the last cell, or not at all. */
import { readFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { toRows } from '../../src/engine/rows.ts';
import { carryIn, carryOut, countRows, type Carried } from '../../src/intake/carrying.ts';
import { tables, type TableName } from '../../src/model/rows.ts';
import { Spare } from '../../src/state/spare.ts';
import { openIntake, openTables } from './opened.ts';

const { engine, answer } = await openIntake();
const other = await openTables();
const names = Object.keys(tables) as readonly TableName[];
const fixture = (path: string): File =>
  new File([readFileSync(new URL(`../fixtures/${path}`, import.meta.url))], path.split('/').at(-1) ?? '');

async function* given(parts: readonly Carried[]): AsyncGenerator<Carried> {
  for (const { table, bytes } of parts) yield await Promise.resolve({ table, bytes: bytes.slice() });
}
async function gathered(parts: AsyncIterable<Carried>): Promise<readonly Carried[]> {
  const all: Carried[] = [];
  for await (const part of parts) all.push(part);
  return all;
}
/** All cells of a table in the order in which they lie. */
async function cells(of: Engine, table: TableName): Promise<unknown> {
  const sql = `select ${Object.keys(tables[table]).join(', ')} from ${table} order by rowid`;
  const chunks: Uint8Array[] = [];
  for await (const chunk of of.query({ sql, params: [] })) chunks.push(chunk);
  return toRows(chunks);
}
const allCells = async (of: Engine): Promise<unknown> => await Promise.all(names.map((name) => cells(of, name)));

const sample = 'sample/logbook-pattani-2565-06-29.csv';
const files = [
  new File([readFileSync(new URL(`../../data/${sample}`, import.meta.url))], 'logbook-pattani-2565-06-29.csv'),
  fixture('area/66_94_amphur_11111.csv'),
];
const { receipt } = await answer(files, { firstSnapshot: 5 });
const numbers = {
  snapshots: receipt.snapshots.map(({ number }) => number),
  references: (receipt.tables ?? []).map(({ number }) => number),
};
const rows = await countRows(engine, numbers);
const parts = await gathered(carryOut(engine, numbers));
const none = { snapshot: 0, reference: 0 };

beforeEach(async () => {
  for (const name of names) await other.run({ sql: `delete from ${name}`, params: [] });
});

it('carries every table, cell by cell, in the order in which it lies', async () => {
  expect(rows.household).toBe(15_703);
  expect(rows.area_figure).toBeGreaterThan(0);
  expect(rows.trait).toBeGreaterThan(0);
  await carryIn(other, given(parts), rows, none);
  expect(await allCells(other)).toEqual(await allCells(engine));
});

it('adds to the numbers of rows that come to stand beside others', async () => {
  await carryIn(other, given(parts), rows, none);
  await carryIn(other, given(parts), rows, { snapshot: 7, reference: 3 });
  const again = {
    snapshots: numbers.snapshots.map((one) => one + 7),
    references: numbers.references.map((one) => one + 3),
  };
  expect(await countRows(other, again)).toEqual(rows);
  expect(await countRows(other, numbers)).toEqual(rows);
});

it('carries only what is asked for', async () => {
  const only = { snapshots: numbers.snapshots, references: [] };
  const counts = await countRows(engine, only);
  expect(counts).toEqual({ ...rows, area_figure: 0 });
  expect((await gathered(carryOut(engine, only))).map(({ table }) => table)).not.toContain('area_figure');
});

it.each([
  ['a part is left out', (all: readonly Carried[]) => all.slice(1)],
  ['a part comes twice', (all: readonly Carried[]) => [...all, ...all.slice(0, 1)]],
  [
    'a part is of another table',
    ([first, ...all]: readonly Carried[]) => [{ ...(first as Carried), table: 'help' as const }, ...all],
  ],
])('lets nothing in where %s', async (_, change) => {
  await expect(carryIn(other, given(change(parts)), rows, none)).rejects.toThrow();
  for (const name of names) expect(await cells(other, name), name).toHaveProperty('length', 0);
  // What comes after stands as if nothing had been.
  await carryIn(other, given(parts), rows, none);
  expect(await countRows(other, numbers)).toEqual(rows);
});

it('is told how far it is', async () => {
  const shares: number[] = [];
  await gathered(carryOut(engine, numbers, (share) => shares.push(share)));
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

it('fills one new engine after another from what is kept in the page, where that is little and still what is open', async () => {
  const works = { lend: <T>(work: (lent: Engine) => Promise<T>) => work(engine) };
  const spare = new Spare(works);
  expect(spare.wayBack(numbers)).toBeNull();
  await spare.keep(numbers);
  for (let times = 0; times < 2; times++) {
    for (const name of names) await other.run({ sql: `delete from ${name}`, params: [] });
    await spare.wayBack(numbers)?.(other);
    expect(await allCells(other)).toEqual(await allCells(engine));
  }
  expect(spare.wayBack({ ...numbers, references: [] })).toBeNull();
  const small = new Spare(works, 15_702);
  await small.keep(numbers);
  expect(small.wayBack(numbers)).toBeNull();
});
