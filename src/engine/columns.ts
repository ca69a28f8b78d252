/** Owns the crossing of the Arrow border for millions of rows: an answer of whole numbers as typed arrays, no cell touched. */
import { DataType, tableFromIPC } from 'apache-arrow';
import { AppError } from '../model/error.ts';
import type { Engine, Question } from './engine.ts';
import { free } from './freeing.ts';

/** Columns of equal length by name. */
export type Integers<Name extends string> = Readonly<Record<Name, Int32Array>>;

/** Asks a question whose every column is a 32-bit integer without nulls; refused with `engine_query` where one is not. `told` hears how many rows have come. */
export async function askIntegers<Name extends string>(
  engine: Engine,
  question: Question,
  names: readonly Name[],
  signal?: AbortSignal,
  told?: (rows: number) => void,
): Promise<Integers<Name>> {
  const parts: Record<string, Int32Array[]> = {};
  let rows = 0;
  for await (const chunk of engine.query(question, signal)) {
    const table = tableFromIPC(chunk);
    for (const name of names) {
      const vector = table.getChild(name);
      if (!vector || !DataType.isInt(vector.type) || vector.type.bitWidth !== 32 || vector.nullCount > 0)
        throw new AppError('engine_query', { sql: question.sql, message: `${name} is not all integers` });
      (parts[name] ??= []).push(...vector.data.map(({ values }) => values as Int32Array));
    }
    told?.((rows += table.numRows));
  }
  const columns = names.map((name) => [name, joined(parts[name] ?? [])] as const);
  // An answer of several batches was copied together.
  if (columns.every(([name]) => parts[name]?.length !== 1)) free(Object.values(parts).flat());
  return Object.fromEntries(columns) as Integers<Name>;
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const all = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
