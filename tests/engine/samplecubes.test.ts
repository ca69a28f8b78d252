/** The sample's shipped cubes are what the engine would count now: the first paint can't differ from what follows. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { packSampleCubes } from '../../scripts/cubes.ts';
import { snapshotKey } from '../../src/model/snapshot.ts';
import { unpackPicture, type PackedPicture } from '../../src/queries/picture-pack.ts';
import { pictureOf } from '../../src/queries/picturing.ts';
import { unpackCube } from '../../src/queries/cube-pack.ts';
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

it(
  'come with what a meeting sees of the opening one, as the page would work it out',
  { timeout: 120_000 },
  async () => {
    const read = (name: string): Promise<Buffer> => readFile(path.join(folder, 'cubes', name));
    const shipped = JSON.parse((await read('94.2022-06-29.json')).toString()) as PackedPicture;
    const { buffer, byteOffset, byteLength } = await read('94.2022-06-29.bin');
    const cube = (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);
    expect(unpackPicture(shipped)).toEqual(pictureOf(unpackCube(cube)));
    expect(shipped.isExact).toBe(true);
    expect(() => unpackPicture({ ...shipped, width: shipped.width + 1 })).toThrow(RangeError);
    expect(() => unpackPicture({ ...shipped, shown: shipped.shown.slice(1) })).toThrow(RangeError);
  },
);
