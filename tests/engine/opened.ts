/** Owns an engine with clean tables for a file of tests: opened once, files imported, rows told as lines, closed at the end. */
import { afterAll, expect } from 'vitest';
import type { Gazetteer } from '../../src/areas/gazetteer.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import { createTables } from '../../src/engine/tables.ts';
import type { Ask, IntakeQuestion } from '../../src/intake/asking.ts';
import { importFiles, type ImportOptions, type SourceFile } from '../../src/intake/importing.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { tables, type Cell } from '../../src/model/rows.ts';
import { openNodeEngine } from '../support/engine.ts';
import { openGazetteer } from '../support/gazetteer.ts';

/** To be awaited where a file of tests begins, so that its end closes the engine. */
export async function openTables(): Promise<Engine> {
  const engine = await openNodeEngine();
  afterAll(() => engine.close());
  await createTables(engine);
  return engine;
}

export interface Brought {
  readonly receipt: Receipt;
  readonly asked: readonly IntakeQuestion[];
}

type Answers = Awaited<ReturnType<Ask>>;
type Answering = Answers | ((questions: readonly IntakeQuestion[]) => Answers);

export interface Opened {
  readonly engine: Engine;
  readonly gazetteer: Gazetteer;
  /** Nothing may be asked, unless the options answer. */
  readonly bring: (files: readonly SourceFile[], options?: Partial<ImportOptions>) => Promise<Receipt>;
  /** What is asked is told, and answered: by the `id` of a question, as proposed where it has none; null calls all off. */
  readonly answer: (
    files: readonly SourceFile[],
    options?: Partial<ImportOptions> & { readonly answers?: Answering },
  ) => Promise<Brought>;
  readonly empty: () => Promise<void>;
  /** A line a row, its cells beside each other; `-` where there is none. */
  readonly linesOf: (sql: string, between?: string) => Promise<readonly string[]>;
}

export async function openIntake(): Promise<Opened> {
  const [engine, gazetteer] = await Promise.all([openTables(), openGazetteer()]);
  const bring: Opened['bring'] = async (files, options = {}) => {
    const refuse = (questions: readonly IntakeQuestion[]): never => {
      throw new Error(`asked: ${JSON.stringify(questions)}`);
    };
    const receipt = await importFiles(files, { engine, gazetteer, firstSnapshot: 1, ask: refuse, ...options });
    const { read, kept, quarantined, setAside } = receipt.rows;
    expect(read).toBe(kept + quarantined + setAside);
    return receipt;
  };
  return {
    engine,
    gazetteer,
    bring,
    async answer(files, { answers = {}, ...options } = {}) {
      const asked: IntakeQuestion[] = [];
      const ask: Ask = (questions) => {
        asked.push(...questions);
        return Promise.resolve(typeof answers === 'function' ? answers(questions) : answers);
      };
      return { receipt: await bring(files, { ask, ...options }), asked };
    },
    async empty() {
      for (const table of Object.keys(tables)) await engine.run({ sql: `delete from ${table}`, params: [] });
    },
    async linesOf(sql, between = ' ') {
      const { length, columns } = await ask<Record<string, Cell>>(engine, { sql, params: [] });
      return Array.from({ length }, (_, row) =>
        Object.values(columns)
          .map((cells) => cells[row] ?? '-')
          .join(between),
      );
    },
  };
}
