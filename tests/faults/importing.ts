/** Owns the scenario of an import in which one call fails: what then must hold, for each of its calls. */
import type { Engine } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import { importFiles } from '../../src/intake/importing.ts';
import { AppError } from '../../src/model/error.ts';
import { tables } from '../../src/model/rows.ts';
import { households, logbook } from '../e2e/logbook.ts';
import { openGazetteer } from '../support/gazetteer.ts';
import { Calls, dead, outOfMemory, unreadable } from './calls.ts';

const count = 12;
const bytes = new TextEncoder().encode(String(logbook('', households(count, 5)).content));

/** What the clean tables hold, as text: whoever adds or loses a row changes it. */
async function holdings(engine: Engine): Promise<string> {
  const sums = await Promise.all(
    Object.keys(tables).map(async (table) => {
      // eslint-disable-next-line no-restricted-syntax -- the names of the model's own tables
      const sql = `select count(*) as n, coalesce(bit_xor(hash(t)), 0)::varchar as seal from ${table} t`;
      const { columns } = await ask<{ n: number; seal: string }>(engine, { sql, params: [] });
      return `${table} ${columns.n[0]} ${columns.seal[0]}`;
    }),
  );
  return sums.join('; ');
}

export interface Failed {
  readonly calls: number;
  readonly tried: number;
  /** What did not hold; none is right. */
  readonly wrong: readonly string[];
}

/** Fails every `step`-th call of an import, one at a time; after each the rows of before must stand, and a second try must do. */
export async function failImports(engine: Engine, step: number): Promise<Failed> {
  const gazetteer = await openGazetteer();
  const bring = async (calls: Calls, snapshot: number) =>
    await importFiles([calls.file(bytes, 'ก.csv')], {
      engine: calls.engine(engine),
      gazetteer,
      firstSnapshot: snapshot,
      ask: () => Promise.reject(new Error('nothing is asked')),
    });
  const whole = new Calls();
  await bring(whole, 1);
  const before = await holdings(engine);
  const wrong: string[] = [];
  let tried = 0;
  const faults = [unreadable, outOfMemory, dead];
  for (let failing = 0; failing < whole.count; failing += step) {
    tried++;
    const calls = new Calls(failing, faults[tried % faults.length]);
    const told = await bring(calls, 2).then(
      ({ rows }) => rows,
      (fault: unknown) => (fault instanceof AppError || fault instanceof Error ? null : 'no error'),
    );
    const after = await holdings(engine);
    if (told !== null && (typeof told === 'string' || told.kept !== count))
      wrong.push(`${failing}: ${JSON.stringify(told)}`);
    // A call of the way back may fail without harm: then the import is whole.
    if (told === null && after !== before) wrong.push(`${failing}: ${after}, not ${before}`);
    for (const table of Object.keys(tables)) await deleteSecond(engine, table);
    if ((await holdings(engine)) !== before) wrong.push(`${failing}: not as before after all`);
  }
  return { calls: whole.count, tried, wrong };
}

async function deleteSecond(engine: Engine, table: string): Promise<void> {
  const sql = 'select count(*) as n from duckdb_columns() where table_name = ? and column_name = ?';
  const { columns } = await ask<{ n: number }>(engine, { sql, params: [table, 'snapshot'] });
  // eslint-disable-next-line no-restricted-syntax -- as above
  if (columns.n[0]) await engine.run({ sql: `delete from ${table} where snapshot = 2`, params: [] });
}
