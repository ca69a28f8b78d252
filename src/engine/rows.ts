/** Owns the two crossings of the Arrow border: an answer's chunks become typed columns, and typed columns become a chunk. */
import {
  Bool,
  DataType,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  Utf8,
  type Data,
} from 'apache-arrow';
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
      const vector = table.getChild(field.name);
      if (DataType.isUtf8(field.type)) for (const part of vector?.data ?? []) pushTexts(part as Data<Utf8>, cells);
      else for (const value of vector ?? []) cells.push(cell(value));
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

export type ColumnType = 'int' | 'double' | 'text' | 'flag';

/** Encodes small tables (registries, cleaned dictionaries) as one chunk. Millions of rows go through `files/` instead. */
export function toIPC(
  types: Readonly<Record<string, ColumnType>>,
  rows: readonly Readonly<Record<string, Cell>>[],
): ArrowIPC {
  const columns = Object.entries(types).map(([name, type]) => {
    const data = encode(
      type,
      rows.map((row) => row[name] ?? null),
    );
    return { field: new Field(name, data.type, true), data };
  });
  const schema = new Schema(columns.map(({ field }) => field));
  const children = columns.map(({ data }) => data);
  const struct = makeData({ type: new Struct(schema.fields), length: rows.length, nullCount: 0, children });
  return tableToIPC(new Table(schema, [new RecordBatch(schema, struct)]), 'stream');
}

/** By hand, because Arrow's own builders make functions from text, which the page's policy forbids. */
function encode(type: ColumnType, values: readonly Cell[]): Data {
  const { length } = values;
  const common = {
    length,
    nullCount: values.filter((value) => value === null).length,
    nullBitmap: bits(values, (value) => value !== null),
  };
  if (type === 'flag') return makeData({ type: new Bool(), ...common, data: bits(values, (value) => value === true) });
  if (type === 'int') return makeData({ type: new Int32(), ...common, data: Int32Array.from(values, Number) });
  if (type === 'double') return makeData({ type: new Float64(), ...common, data: Float64Array.from(values, Number) });
  const texts = values.map((value) => encoder.encode(value === null ? '' : String(value)));
  const valueOffsets = new Int32Array(length + 1);
  texts.forEach((text, row) => (valueOffsets[row + 1] = (valueOffsets[row] ?? 0) + text.length));
  const data = new Uint8Array(valueOffsets[length] ?? 0);
  texts.forEach((text, row) => data.set(text, valueOffsets[row]));
  return makeData({ type: new Utf8(), ...common, valueOffsets, data });
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** By hand, because Arrow's own decoder drops a byte order mark that begins a cell: another text than the one asked for. */
function pushTexts(data: Data<Utf8>, cells: Cell[]): void {
  for (let row = 0; row < data.length; row++) {
    const bytes = data.values.subarray(data.valueOffsets[row], data.valueOffsets[row + 1]);
    cells.push(data.getValid(row) ? decoder.decode(bytes) : null);
  }
}

/** A bitmap, least significant bit first. */
function bits(values: readonly Cell[], isSet: (value: Cell) => boolean): Uint8Array {
  const bitmap = new Uint8Array(Math.ceil(values.length / 8));
  values.forEach((value, row) => {
    if (isSet(value)) bitmap[row >> 3] = (bitmap[row >> 3] ?? 0) | (1 << (row & 7));
  });
  return bitmap;
}

function cell(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  throw new TypeError(`an answer holds ${typeof value}; cast it in the question`);
}
