/** The prepared answers of the sample are what the engine answers now: the first paint can't differ from what follows. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { prepareAnswers } from '../../scripts/answers.ts';
import { snapshotKey } from '../../src/model/snapshot.ts';
import type { PreparedAnswers, SampleFile } from '../../src/state/sample.ts';

const folder = path.resolve(import.meta.dirname, '../../data/sample');

it('holds for the opening snapshot', async () => {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(path.join(folder, name), 'utf8'));
  const files = (await read('index.json')) as SampleFile[];
  const { answers } = (await read('answers.json')) as { answers: PreparedAnswers };
  expect(Object.keys(answers).sort()).toEqual(files.map(snapshotKey).sort());
  const opening = files.filter((file) => file.opening);
  expect(opening.map(snapshotKey)).toEqual(['94.2022-06-29']);
  const live = await prepareAnswers(opening);
  expect(live['94.2022-06-29']).toEqual(answers['94.2022-06-29']);
});
