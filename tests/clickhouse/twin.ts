/** Owns an engine that is two: DuckDB-WASM answers, and ClickHouse must answer the same, to the last household. */
import { expect } from 'vitest';
import type { ArrowIPC, Engine, Question } from '../../src/engine/engine.ts';
import { toRows } from '../../src/engine/rows.ts';
import type { Cell } from '../../src/model/rows.ts';
import { foldTable } from '../../src/model/status.ts';
import { toIPC } from '../../src/engine/rows.ts';
import { openNodeEngine as openDuckDB } from '../../tests/support/engine.ts';
import { openServer, type Server } from './opened.ts';
import { copyTables, makeTables } from './tables.ts';

/** What is asked of tables that only an import has, or of the engine itself, is no question of a view. */
const own = /\b(staging\w*|duckdb_\w+|work_\w+|filled\w*|drawn\w*)\b/;

/** A line a row. Where a question asks for no order, any is right. */
function linesOf(chunks: readonly ArrowIPC[], sql: string): readonly string[] {
  const { length, columns } = toRows<Record<string, Cell>>(chunks);
  const cells = Object.entries(columns);
  const lines = Array.from({ length }, (_, row) => JSON.stringify(cells.map(([name, values]) => [name, values[row]])));
  return /order by [^()]*(\([^()]*\)[^()]*)*$/.test(sql) ? lines : lines.sort();
}

let server: Promise<Server> | null = null;

/** Takes the place of `openNodeEngine` in the tests of the questions. */
export async function openNodeEngine(): Promise<Engine> {
  const { open, close } = await (server ??= openServer());
  const [duck, house] = [await openDuckDB(), open({ timeoutMs: 60_000 })];
  let isChanged = true;
  let isMade = false;
  const compare = async (question: Question, answer: readonly ArrowIPC[]): Promise<void> => {
    if (!isMade) {
      isMade = true;
      await makeTables(house);
      await house.load('fold', [
        toIPC(
          { mask: 'int', status: 'int' },
          foldTable.map((status, mask) => ({ mask, status })),
        ),
      ]);
    }
    if (isChanged) await copyTables(duck, house);
    isChanged = false;
    const chunks: ArrowIPC[] = [];
    for await (const chunk of house.query(question)) chunks.push(chunk);
    expect(linesOf(chunks, question.sql), question.sql).toEqual(linesOf(answer, question.sql));
  };
  return {
    lost: duck.lost,
    giveUp: () => duck.giveUp(),
    async load(table, chunks, signal) {
      isChanged = true;
      await duck.load(table, chunks, signal);
    },
    async run(statement, signal) {
      isChanged = true;
      await duck.run(statement, signal);
    },
    async *query(question, signal) {
      const answer: ArrowIPC[] = [];
      for await (const chunk of duck.query(question, signal)) answer.push(chunk);
      if (!own.test(question.sql)) await compare(question, answer);
      yield* answer;
    },
    async close() {
      await Promise.all([duck.close(), house.close()]);
      await close();
      server = null;
    },
  };
}
