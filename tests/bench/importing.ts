/** Owns the benchmark of an import in Node: a file of the country, beside the engine's own reading of the same bytes. */
import { mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTables } from '../../src/engine/tables.ts';
import { importFiles } from '../../src/intake/importing.ts';
import { writeNational } from './national.ts';
import { gazetteerOf } from './nationaltab.ts';
import { medianOf, rounds } from './rounds.ts';
import type { Bench } from './run.ts';
import { openWatchedEngine, plainRead } from './watched.ts';

const mb = (bytes: number): number => bytes / 2 ** 20;

export async function measureImport({ tell, say, most, isQuick }: Bench): Promise<void> {
  const gazetteer = await gazetteerOf();
  const home = mkdtempSync(path.join(tmpdir(), 'phungpao-import-'));
  try {
    for (const households of new Set([Math.min(1_000_000, most), Math.min(4_000_000, most)])) {
      const file = path.join(home, 'country.csv');
      writeNational(file, households, gazetteer);
      const imported = await rounds(
        async () => {
          const { engine, wasmBytes } = await openWatchedEngine();
          try {
            await createTables(engine);
            const source = new File([await openAsBlob(file)], 'ทั่วประเทศ 29 มิ.ย. 2565.csv');
            const startMs = performance.now();
            const ask = (): never => {
              throw new Error('the file raises a question');
            };
            const { rows } = await importFiles([source], { engine, gazetteer, firstSnapshot: 1, ask });
            if (rows.kept !== households) throw new Error(`${rows.kept} of ${households} rows kept`);
            return { ms: performance.now() - startMs, bytes: wasmBytes() };
          } finally {
            await engine.close();
          }
        },
        ({ ms }) => ms,
        isQuick,
      );
      const took = imported.map(({ ms }) => ms);
      tell({ what: 'in Node: file of 25 columns → clean tables', households, values: took });
      tell({
        what: 'in Node: the engine’s memory',
        households,
        unit: 'MB',
        values: imported.map(({ bytes }) => mb(bytes)),
      });
      const read = (
        await rounds(
          () => plainRead(file),
          ({ tookMs }) => tookMs ?? 0,
          isQuick,
        )
      ).flatMap(({ tookMs }) => tookMs ?? []);
      if (read.length === 0) say(`in Node: the engine’s own read_csv of ${households} rows did not fit`);
      else {
        tell({ what: 'in Node: the engine’s own read_csv of it', households, values: read });
        const values = [medianOf(took) / medianOf(read)];
        tell({ what: 'in Node: import over read_csv', households, unit: 'times', values, aims: [{ atMost: 3 }] });
      }
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
