/** Owns the households of the benchmark: the sample's 15,703, and the drawn ones, each opened in an engine of their own. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadGazetteer } from '../../src/areas/gazetteer.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { createTables } from '../../src/engine/tables.ts';
import { importFiles } from '../../src/intake/importing.ts';
import { drawHouseholds } from '../engine/drawn-households.ts';
import { openNodeEngine } from '../support/engine.ts';

const data = path.resolve(import.meta.dirname, '../../data');
const sample = 'logbook-pattani-2565-06-29.csv';
export const sampleHouseholds = 15_703;
export const snapshot = 1;

/** Does the work with each number of households, the sample's first, in the clean tables as snapshot 1. */
export async function withHouseholds(
  counts: readonly number[],
  work: (engine: Engine, households: number) => Promise<void>,
): Promise<void> {
  for (const households of counts) {
    const engine = await openNodeEngine();
    try {
      await createTables(engine);
      if (households === sampleHouseholds) await importSample(engine);
      else await drawHouseholds(engine, snapshot, households);
      await work(engine, households);
    } finally {
      await engine.close();
    }
  }
}

async function importSample(engine: Engine): Promise<void> {
  const gazetteer = await loadGazetteer(async (name) => JSON.parse(await readFile(path.join(data, name), 'utf8')));
  const source = new File([await readFile(path.join(data, 'sample', sample))], sample);
  const refuse = (): never => {
    throw new Error(`${sample} raises a question`);
  };
  const { rows } = await importFiles([source], { engine, gazetteer, firstSnapshot: snapshot, ask: refuse });
  if (rows.kept !== sampleHouseholds) throw new Error(`${rows.kept} rows of the sample kept`);
}
