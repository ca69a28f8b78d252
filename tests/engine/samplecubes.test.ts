/** The sample's shipped cubes are what the engine would count now: the first paint can't differ from what follows. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { packSampleCubes } from '../../scripts/cubes.ts';
import { snapshotKey } from '../../src/model/snapshot.ts';
import type { SampleFile } from '../../src/state/sample.ts';

const folder = path.resolve(import.meta.dirname, '../../data/sample');
const mostBytes = 100_000;

it('holds for the opening snapshot, and no cube is large', async () => {
  const files = JSON.parse(await readFile(path.join(folder, 'index.json'), 'utf8')) as SampleFile[];
  const names = (await readdir(path.join(folder, 'cubes'))).filter((name) => name.endsWith('.bin'));
  expect(names.sort()).toEqual(files.map((file) => `${snapshotKey(file)}.bin`).sort());
  const opening = files.filter((file) => file.opening);
  expect(opening.map(snapshotKey)).toEqual(['94.2022-06-29']);
  const shipped = await readFile(path.join(folder, 'cubes/94.2022-06-29.bin'));
  expect(shipped.byteLength).toBeLessThan(mostBytes);
  const live = (await packSampleCubes(opening)).get('94.2022-06-29');
  expect(live && Buffer.from(live).equals(shipped)).toBe(true);
});
