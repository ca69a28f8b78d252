/** Owns how names, types and values are written for ClickHouse. */
import { DataType } from 'apache-arrow';
import { AppError } from '../model/error.ts';
import type { Parameter } from './engine.ts';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\0': '\\0',
};

/** A value as the server reads it: a backslash begins an escape, and `\N` alone is null. */
export function escaped(param: Parameter): string {
  return param === null ? '\\N' : String(param).replaceAll(/[\\\n\r\t\0]/g, (letter) => escapes[letter] ?? letter);
}

/** A header holds bytes, so a Thai password goes as those of its UTF-8. */
export const bytewise = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

/** Names go into statements as text, so they are held to what needs no quoting. */
export function identifier(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new AppError('engine_query', { sql: name, message: 'not a name' });
  return name;
}

/** The column type for cells of an Arrow type; any cell may be null. */
export function typeOf(type: DataType): string {
  if (DataType.isUtf8(type)) return 'Nullable(String)';
  if (DataType.isBool(type)) return 'Nullable(Bool)';
  if (DataType.isFloat(type)) return 'Nullable(Float64)';
  if (DataType.isDate(type)) return 'Nullable(Date32)';
  if (DataType.isInt(type)) return `Nullable(${type.isSigned ? 'Int' : 'UInt'}${type.bitWidth})`;
  throw new AppError('engine_query', { sql: String(type), message: 'no column of this type' });
}
