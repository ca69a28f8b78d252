/** Owns the proof that a build which weighs too much is told so, by name. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { allowances, budgetTable, weigh, type Allowance } from '../../../scripts/budget.ts';

const rows: readonly Allowance[] = [
  { what: 'shell', files: /^index\.html$|^assets\/page-/, of: 'sum', mostBytes: 30 },
  { what: 'chunks', files: /^assets\/.*\.js$/, of: 'each', mostBytes: 20 },
];
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'phungpao-budget-'));
  await mkdir(path.join(dir, 'assets'));
});
afterEach(async () => await rm(dir, { recursive: true }));

const put = (name: string, bytes: number): Promise<void> => writeFile(path.join(dir, name), 'x'.repeat(bytes));
const broken = async (): Promise<readonly (readonly string[])[]> => (await weigh(dir, rows)).map((row) => row.broken);

test('what fits is not broken, and the small copy is what counts', async () => {
  await put('index.html', 10);
  await put('assets/page-1.js', 2000);
  await put('assets/page-1.js.br', 20);
  await put('assets/page-1.js.gz', 2000);
  await put('assets/one.js', 20);
  await put('assets/two.js', 20);
  expect(await broken()).toEqual([[], [], []]);
});

test('a sum that is too heavy names all its files, a chunk too heavy itself', async () => {
  await put('index.html', 10);
  await put('assets/page-1.js', 21);
  await put('assets/one.js', 20);
  await put('assets/two.js', 21);
  const told = await weigh(dir, rows);
  expect(told.map(({ bytes }) => bytes)).toEqual([31, 21, 72]);
  expect(told[0]?.broken).toEqual(['assets/page-1.js 0.0 kB', 'index.html 0.0 kB']);
  expect(told[1]?.broken).toEqual(['assets/two.js 0.0 kB']);
  expect(budgetTable(told)).toMatch(/shell.*TOO HEAVY/);
});

test('a row that names no file any more is broken too', async () => {
  await put('index.html', 10);
  expect(await broken()).toEqual([[], ['no such file'], []]);
});

test('the sample’s files are data, all else counts for the whole', async () => {
  await mkdir(path.join(dir, 'sample'));
  await put('index.html', 10);
  await put('assets/one.js', 5);
  await put('sample/much.csv', 9999);
  expect((await weigh(dir, rows)).at(-1)?.bytes).toBe(15);
});

test('before the first map less is allowed than the 1.5 MB that a reader may be made to wait for', () => {
  expect(allowances[0]?.mostBytes).toBeLessThanOrEqual(1_500_000);
});
