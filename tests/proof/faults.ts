/** Owns the proof that an import of which any one call fails leaves all as it was, and can be tried again: each call in turn. */
import { createTables } from '../../src/engine/tables.ts';
import { failImports, type Failed } from '../faults/importing.ts';
import { openNodeEngine } from '../support/engine.ts';

export async function proveFaults(): Promise<Failed> {
  const engine = await openNodeEngine();
  try {
    await createTables(engine);
    return await failImports(engine, 1);
  } finally {
    await engine.close();
  }
}

if (process.argv[1] === import.meta.filename) {
  const found = await proveFaults();
  console.log(JSON.stringify(found, null, 2));
  process.exit(found.wrong.length > 0 ? 1 : 0);
}
