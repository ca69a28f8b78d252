/** Makes data/sample/cubes/: the cube of each sample snapshot, counted by the same intake as a reader's own file, and what a meeting sees of the opening one. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadGazetteer } from '../src/areas/gazetteer.ts';
import { createTables } from '../src/engine/tables.ts';
import { importFiles } from '../src/intake/importing.ts';
import { snapshotKey } from '../src/model/snapshot.ts';
import { askCubeColumns } from '../src/queries/cube-columns.ts';
import { packCube, unpackCube } from '../src/queries/cube-pack.ts';
import { buildCube } from '../src/queries/cube.ts';
import { packPicture, type PackedPicture } from '../src/queries/picture-pack.ts';
import { pictureOf } from '../src/queries/picturing.ts';
import type { SampleFile } from '../src/state/sample.ts';
import { openNodeEngine } from '../tests/support/engine.ts';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'data/sample');
const target = path.join(folder, 'cubes');

/** Hash of all that the cubes follow from, the files, the intake and the questions: the same stamp means the same cubes. */
async function stampOf(files: readonly (SampleFile & { sha256?: string })[]): Promise<string> {
  const hash = createHash('sha256').update(files.map((file) => `${file.file} ${file.sha256 ?? ''}`).join('\n'));
  for (const room of ['areas', 'engine', 'files', 'intake', 'model', 'queries'])
    for (const name of (await readdir(path.join(root, 'src', room))).sort())
      hash.update(name).update(await readFile(path.join(root, 'src', room, name)));
  hash.update(await readFile(path.join(root, 'data/areas/gazetteer.json')));
  hash.update(await readFile(path.join(root, 'data/areas/crosswalk.json')));
  return hash.digest('hex');
}

/** Imports each file and packs its cube, by snapshot key. */
export async function packSampleCubes(files: readonly SampleFile[]): Promise<ReadonlyMap<string, ArrayBuffer>> {
  const gazetteer = await loadGazetteer(async (name) =>
    JSON.parse(await readFile(path.join(root, 'data', name), 'utf8')),
  );
  const engine = await openNodeEngine();
  try {
    await createTables(engine);
    const cubes = new Map<string, ArrayBuffer>();
    for (const [index, sample] of files.entries()) {
      const source = new File([await readFile(path.join(folder, sample.file))], sample.file);
      const refuse = (): never => {
        throw new Error(`${sample.file} raises a question`);
      };
      const receipt = await importFiles([source], { engine, gazetteer, firstSnapshot: index + 1, ask: refuse });
      if (receipt.snapshots.length !== 1) throw new Error(`${sample.file} holds ${receipt.snapshots.length} snapshots`);
      cubes.set(snapshotKey(sample), packCube(buildCube(await askCubeColumns(engine, index + 1))));
    }
    return cubes;
  } finally {
    await engine.close();
  }
}

/** What a meeting sees of a packed cube: seconds of work, so only of the round that opens. */
export const packSamplePicture = (cube: ArrayBuffer): PackedPicture => packPicture(pictureOf(unpackCube(cube)));

async function main(): Promise<void> {
  const files = JSON.parse(await readFile(path.join(folder, 'index.json'), 'utf8')) as SampleFile[];
  const stamp = await stampOf(files);
  const before = await readFile(path.join(target, 'stamp'), 'utf8').catch(() => '');
  if (before === stamp) return console.log('cubes: already made');
  const cubes = await packSampleCubes(files);
  const part = `${target}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  for (const [key, packed] of cubes) await writeFile(path.join(part, `${key}.bin`), new Uint8Array(packed));
  for (const key of files.filter(({ opening }) => opening).map(snapshotKey)) {
    const cube = cubes.get(key);
    if (cube) await writeFile(path.join(part, `${key}.json`), JSON.stringify(packSamplePicture(cube)));
  }
  await writeFile(path.join(part, 'stamp'), stamp);
  await rm(target, { recursive: true, force: true });
  await rename(part, target);
  console.log(`cubes: ${cubes.size} snapshots`);
}

if (process.argv[1] === import.meta.filename) await main();
