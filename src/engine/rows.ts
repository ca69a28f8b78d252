/** Owns the two crossings of the Arrow border: an answer's chunks become typed columns, and typed columns become a chunk. */
import { DataType, tableFromIPC, tableToIPC, Table, vectorFromArray, Utf8, Float64, Int32, Bool } from 'apache-arrow';
import type { Cell, Rows } from '../model/rows.ts';
import type { ArrowIPC, Engine, Question } from './engine.ts';

/** Decodes an answer. Numbers arrive as numbers (the engine casts 64-bit integers and decimals to double). */
export function toRows<T extends Record<string, Cell>>(chunks: readonly ArrowIPC[]): Rows<T> {
  const columns: Record<string, Cell[]> = {};
  let length = 0;
  for (const chunk of chunks) {
    const table = tableFromIPC(chunk);
    length += table.numRows;
    for (const field of table.schema.fields) {
      const cells = (columns[field.name] ??= []);
      for (const value of table.getChild(field.name) ?? []) cells.push(cell(value));
    }
  }
  return { length, columns: columns as unknown as Rows<T>['columns'] };
}

/** Asks a question and decodes its answer. */
export async function ask<T extends Record<string, Cell>>(
  engine: Engine,
  question: Question,
  signal?: AbortSignal,
): Promise<Rows<T>> {
  const chunks: ArrowIPC[] = [];
  for await (const chunk of engine.query(question, signal)) chunks.push(chunk);
  return toRows<T>(chunks);
}

const arrowTypes = {
  int: () => new Int32(),
  double: () => new Float64(),
  text: () => new Utf8(),
  flag: () => new Bool(),
};
export type ColumnType = keyof typeof arrowTypes;

/** Encodes small tables (registries, cleaned dictionaries) as one chunk. Millions of rows go through `files/` instead. */
export function toIPC(
  types: Readonly<Record<string, ColumnType>>,
  rows: readonly Readonly<Record<string, Cell>>[],
): ArrowIPC {
  const vectors = Object.entries(types).map(([name, type]) => {
    const values = rows.map((row) => row[name] ?? null);
    return [name, vectorFromArray(values, arrowTypes[type]() as DataType)] as const;
  });
  return tableToIPC(new Table(Object.fromEntries(vectors)), 'stream');
}

function cell(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  throw new TypeError(`an answer holds ${typeof value}; cast it in the question`);
}
