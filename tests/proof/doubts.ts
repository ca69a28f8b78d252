/** Owns asking the whole product what it says of a file: imported on the real engine, told by the receipt alone. */
import { createTables } from '../../src/engine/tables.ts';
import { dropSnapshot } from '../../src/intake/dropping.ts';
import { importFiles } from '../../src/intake/importing.ts';
import { AppError } from '../../src/model/error.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { openNodeEngine } from '../support/engine.ts';
import { openGazetteer } from '../support/gazetteer.ts';

/** Says the as-of date, so that nothing need be asked. */
const usualName = 'ปัตตานี 2565-06-29.csv';

export interface Said {
  readonly receipt: Receipt | null;
  readonly refused: string | null;
  /** Lines that a warning names; each warning names its first ten. */
  readonly lines: ReadonlySet<number>;
  /** Codes of what was asked. */
  readonly asked: readonly string[];
}

export interface Product {
  import(bytes: Uint8Array<ArrayBuffer>, name?: string): Promise<Said>;
  close(): Promise<void>;
}

export async function openProduct(): Promise<Product> {
  const engine = await openNodeEngine();
  await createTables(engine);
  const gazetteer = await openGazetteer();
  return {
    async import(bytes, name = usualName) {
      const asked: string[] = [];
      try {
        const receipt = await importFiles([new File([bytes], name)], {
          engine,
          gazetteer,
          firstSnapshot: 1,
          ask: (questions) => {
            asked.push(...questions.map(({ code }) => code));
            return Promise.resolve({});
          },
        });
        for (const { number } of receipt.snapshots) await dropSnapshot(engine, number);
        const lines = new Set(receipt.warnings.flatMap(({ examples }) => examples.map(({ line }) => line)));
        return { receipt, refused: null, lines, asked };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return { receipt: null, refused: error.code, lines: new Set(), asked };
      }
    },
    close: () => engine.close(),
  };
}
