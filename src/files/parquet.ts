/** Owns Parquet tables, read a group of rows at a time. */
import { tableFromIPC, Type } from '@uwdata/flechette';
import { parquetMetadataAsync, parquetRead, parquetSchema, type AsyncBuffer, type FileMetaData } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { AppError } from '../model/error.ts';
import { bytesOf, wholeOf } from './source.ts';
import { oneTable, restRows, type Opened, type Table } from './table.ts';
import { textOfTyped, wallClock } from './typed.ts';

/** A few bytes can claim any number of rows; a group of them is held at once. */
const mostGroupCells = 100_000_000;
const mostGroupBytes = 300 * 2 ** 20;

export async function parquetTables({ source, seal }: Opened): Promise<readonly Table[]> {
  const file = source.name;
  const blob = source instanceof Blob ? source : new Blob([await wholeOf(source, () => undefined)]);
  const buffer: AsyncBuffer = {
    byteLength: blob.size,
    slice: async (start, end) => await blob.slice(start, end).arrayBuffer(),
  };
  const damaged = (cause: unknown): AppError => new AppError('file_damaged', { file }, cause);
  const metadata = await parquetMetadataAsync(buffer).catch((cause: unknown) => {
    throw damaged(cause);
  });
  for (const { total_byte_size: bytes, num_rows: rows, columns } of metadata.row_groups) {
    if (bytes > mostGroupBytes || Number(rows) * columns.length > mostGroupCells)
      throw new AppError('file_bomb', { file, bytes: Number(bytes) });
  }
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  const clocks = clocksOf(metadata);
  const texts = names.map((name) => {
    const clock = clocks.get(name);
    return clock ? (cell: unknown) => textOfTyped(cell instanceof Date ? clock(cell) : cell) : textOfTyped;
  });
  return oneTable('', async function* (take) {
    for await (const bytes of bytesOf(source)) seal(bytes);
    take(names, 0, null, null, false);
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      let rows: unknown[][] = [];
      const onComplete = (all: unknown[][]): void => void (rows = all);
      await parquetRead({ file: buffer, metadata, compressors, rowStart, rowEnd, onComplete }).catch(
        (cause: unknown) => {
          throw damaged(cause);
        },
      );
      if (rows.length !== rowEnd - rowStart) throw damaged(`${rows.length} rows of ${rowEnd - rowStart}`);
      for (const [index, row] of rows.entries()) {
        take(
          texts.map((text, at) => text(row[at])),
          rowStart + index + 1,
          null,
          null,
          false,
        );
        if (index % restRows === 0) yield (rowStart + index) / Number(metadata.num_rows);
      }
      rowStart = rowEnd;
    }
  });
}

/** Parquet counts moments in UTC; of which zone they were, its writers say in a schema of Arrow beside it, or not at all. */
function clocksOf({ key_value_metadata: notes }: FileMetaData): ReadonlyMap<string, ReturnType<typeof wallClock>> {
  const schema = notes?.find(({ key }) => key === 'ARROW:schema')?.value;
  if (!schema) return new Map();
  try {
    const { fields } = tableFromIPC(Uint8Array.from(atob(schema), (sign) => sign.charCodeAt(0))).schema;
    return new Map(
      fields.flatMap(({ name, type }) =>
        type.typeId === Type.Timestamp && type.timezone ? [[name, wallClock(type.timezone)]] : [],
      ),
    );
  } catch {
    // A type from later times: the rows are Parquet's own, and can be read without it.
    return new Map();
  }
}
