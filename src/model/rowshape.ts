/** Owns what can be found of all rows of a table, and what is then agreed with the reader on how to read them. */
import type { ColumnId } from './columns.ts';
import { headerKey } from './headerrow.ts';

/** What was agreed. It crosses to the scan's worker, so it is plain data. */
export interface RowShape {
  /** Fields of every record where these are more or fewer than the header's: the difference is blank. */
  readonly fields?: number;
  /** Code columns whose lost cells are left blank instead of the row being quarantined. */
  readonly blankCodes?: readonly ColumnId[];
  /** Place columns in which a blank cell means the same as the one above. */
  readonly fillDown?: readonly ColumnId[];
  /** Rows that look like sums by area are households all the same. */
  readonly notSums?: true;
}

export interface RowFindings {
  /** Records as wide as agreed, by default as the header; and all others that could be split. */
  readonly fitting: number;
  readonly misfits: number;
  /** The commonest other width whose surplus, or whose headers without a field, are all blank. */
  readonly otherWidth: { readonly fields: number; readonly rows: number } | null;
  /** Code columns with lost codes; `filled` counts those too. */
  readonly lostCodes: readonly { readonly column: ColumnId; readonly rows: number; readonly filled: number }[];
  /** Place columns whose blank cells look like "same as above"; `isMerged` where the sheet itself says so. */
  readonly blanks: readonly { readonly column: ColumnId; readonly rows: number; readonly isMerged: boolean }[];
  /** Rows that name no household and count several: sums by area. */
  readonly sums: number;
}

/** Kept rows that were read otherwise than they stand because it was agreed so. */
export interface AgreedRows {
  readonly code: 'rows_widened' | 'codes_left_blank' | 'filled_down' | 'sums_as_households';
  readonly rows: number;
}

/** The same table of the same import; read with another header, it is another. */
export function shapeKey(table: number, headers: readonly string[]): string {
  return `${table} ${headerKey(headers)}`;
}
