/** Owns Arrow tables: the IPC file (Feather), and the IPC stream. */
import { DataType, RecordBatchReader } from 'apache-arrow';
import { AppError } from '../model/error.ts';
import { wholeOf } from './source.ts';
import { oneTable, restRows, type Opened, type Table } from './table.ts';
import { textOfTyped } from './typed.ts';

export async function arrowTables({ source, seal }: Opened): Promise<readonly Table[]> {
  const file = source.name;
  const bytes = await wholeOf(source, seal);
  const damaged = (cause: unknown): AppError =>
    // The library reads neither compressed batches, as pandas writes them, nor string views, as Polars does.
    cause instanceof Error && /not implemented|unrecognized type/i.test(cause.message)
      ? new AppError('file_format', { file, looks: 'arrow' }, cause)
      : new AppError('file_damaged', { file }, cause);
  return Promise.resolve(
    oneTable('', async function* (take) {
      let line = 0;
      try {
        for (const batch of RecordBatchReader.from(bytes)) {
          const { fields } = batch.schema;
          if (line === 0)
            take(
              fields.map(({ name }) => name),
              0,
              null,
              null,
              false,
            );
          const columns = fields.map(({ type }, at) => ({ vector: batch.getChildAt(at), text: textOf(type) }));
          for (let row = 0; row < batch.numRows; row++) {
            take(
              columns.map(({ vector, text }) => text(vector?.get(row))),
              ++line,
              null,
              null,
              false,
            );
            if (line % restRows === 0) yield 0.5;
          }
        }
      } catch (cause) {
        throw cause instanceof AppError ? cause : damaged(cause);
      }
    }),
  );
}

/** The library gives dates as milliseconds and decimals as bare digits. */
function textOf(type: DataType): (value: unknown) => string {
  if (DataType.isDictionary(type)) return textOf(type.dictionary as DataType);
  if (DataType.isDate(type) || DataType.isTimestamp(type))
    return (value) => textOfTyped(typeof value === 'number' ? new Date(value) : value);
  if (!DataType.isDecimal(type)) return textOfTyped;
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
