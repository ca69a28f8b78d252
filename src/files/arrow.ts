/** Owns Arrow tables: the IPC file (Feather) and the IPC stream, as they are or packed with LZ4 or Zstandard. */
import {
  CompressionType,
  setCompressionCodec,
  tableFromIPC,
  Type,
  type Column,
  type DataType,
  type Table as ArrowTable,
} from '@uwdata/flechette';
import { decompressZstd } from 'hyparquet-compressors';
import { AppError } from '../model/error.ts';
import { messagesOf } from './arrowmessages.ts';
import { unpackLz4 } from './lz4.ts';
import { wholeLimitBytes, wholeOf } from './source.ts';
import { oneTable, restRows, type Opened, type Table } from './table.ts';
import { textOfTyped, wallClock } from './typed.ts';

/** A few bytes can claim any number of cells; all columns are held at once. */
const mostCells = 100_000_000;

export async function arrowTables({ source, seal }: Opened): Promise<readonly Table[]> {
  const file = source.name;
  const bytes = await wholeOf(source, seal);
  const damaged = (cause: unknown): AppError =>
    cause instanceof AppError ? cause : new AppError('file_damaged', { file }, cause);
  return oneTable('', async function* (take) {
    try {
      const { schema, children, numRows } = unpacked(bytes, file);
      const names = schema.fields.map(({ name }) => name);
      take(names, 0, null, null, false);
      const columns = children.map(textsOf);
      for (let row = 0; row < numRows; row++) {
        take(
          columns.map((texts) => texts.next().value ?? ''),
          row + 1,
          null,
          null,
          false,
        );
        if (row % restRows === 0) yield await Promise.resolve(row / numRows);
      }
    } catch (cause) {
      throw damaged(cause);
    }
  });
}

/** Throws `file_bomb` before more is unpacked than can be held. */
function unpacked(bytes: Uint8Array, file: string): ArrowTable {
  let unpackedBytes = 0;
  const codec = (unpack: (packed: Uint8Array, length: number) => Uint8Array) => ({
    decode(packed: Uint8Array, length: number): Uint8Array {
      unpackedBytes += length;
      if (unpackedBytes > wholeLimitBytes) throw new AppError('file_bomb', { file, bytes: unpackedBytes });
      const found = unpack(packed, length);
      if (found.length !== length) throw new RangeError(`${found.length} bytes of ${length}`);
      return found;
    },
    encode(): never {
      throw new Error('nothing is written here');
    },
  });
  setCompressionCodec(CompressionType.LZ4_FRAME, codec(unpackLz4));
  setCompressionCodec(
    CompressionType.ZSTD,
    codec((packed, length) => decompressZstd(packed, new Uint8Array(length))),
  );
  const table = tableFromIPC(messagesOf(bytes), { useDate: true, useDecimalInt: true, useBigInt: true });
  const lengths = table.children.map(({ length }) => length);
  const cells = lengths.reduce((sum, length) => sum + length, 0);
  if (cells > mostCells) throw new AppError('file_bomb', { file, bytes: cells });
  if (lengths.some((length) => length !== table.numRows)) throw new RangeError('columns of different lengths');
  return table;
}

function* textsOf(column: Column<unknown>): Generator<string, undefined> {
  const text = textOf(column.type);
  for (const value of column) yield text(value);
  return undefined;
}

/** The library gives decimals as bare digits, and moments without their zone. */
function textOf(type: DataType): (value: unknown) => string {
  if (type.typeId === Type.Dictionary) return textOf(type.dictionary);
  if (type.typeId === Type.Timestamp && type.timezone) {
    const local = wallClock(type.timezone);
    return (value) => textOfTyped(value instanceof Date ? local(value) : value);
  }
  if (type.typeId !== Type.Decimal) return textOfTyped;
  return (value) => {
    if (value === null || value === undefined) return '';
    const sign = String(value).startsWith('-') ? '-' : '';
    const digits = String(value)
      .slice(sign.length)
      .padStart(type.scale + 1, '0');
    const whole = digits.slice(0, digits.length - type.scale);
    const part = digits.slice(whole.length).replace(/0+$/, '');
    return `${sign}${whole}${part && '.'}${part}`;
  };
}
