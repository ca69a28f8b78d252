/** Owns columns of numbers and texts becoming one Arrow stream, by hand and without a null. */
import { Field, Int32, makeData, RecordBatch, Schema, Struct, Table, tableToIPC, Utf8, type Data } from 'apache-arrow';

const encoder = new TextEncoder();

export function intData(data: Int32Array): Data {
  return makeData({ type: new Int32(), length: data.length, nullCount: 0, data });
}

export function textData(texts: readonly string[]): Data {
  const valueOffsets = new Int32Array(texts.length + 1);
  const data = new Uint8Array(texts.reduce((sum, { length }) => sum + length * 3, 0));
  let used = 0;
  texts.forEach((text, index) => {
    used += encoder.encodeInto(text, data.subarray(used)).written;
    valueOffsets[index + 1] = used;
  });
  return makeData({ type: new Utf8(), length: texts.length, nullCount: 0, valueOffsets, data: data.subarray(0, used) });
}

/** Columns of equal length as one complete stream. */
export function stream(columns: Readonly<Record<string, Data>>): Uint8Array {
  const children = Object.values(columns);
  const schema = new Schema(Object.entries(columns).map(([name, data]) => new Field(name, data.type, false)));
  const length = children[0]?.length ?? 0;
  const struct = makeData({ type: new Struct(schema.fields), length, nullCount: 0, children });
  return tableToIPC(new Table(schema, [new RecordBatch(schema, struct)]), 'stream');
}
