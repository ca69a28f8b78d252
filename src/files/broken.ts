/** Owns what a record is before it is judged, and what it can be that is not kept: broken, or set aside by a named rule. */
import type { ColumnId } from '../model/columns.ts';
import type { Fault, RecordText } from './records.ts';

/** One record as a format gave it. */
export interface Candidate {
  readonly fields: string[];
  readonly line: number;
  /** Null where the record is none of lines: it is shown as its fields. */
  readonly text: RecordText | null;
  readonly fault: Fault | null;
  readonly isLast: boolean;
  /** Fields whose formula was never worked out. */
  readonly holes: readonly number[];
}

export type SetAsideRule = 'title' | 'blank' | 'total' | 'note' | 'header_part' | 'header_again';
export type BrokenCode =
  | Fault
  | 'fields_too_few'
  | 'fields_too_many'
  | 'cut_short'
  | 'line_torn'
  | 'other_table'
  | 'code_lost'
  | 'formula_without_value'
  | 'unmended';

export interface Broken {
  readonly line: number;
  readonly code: BrokenCode;
  readonly column: ColumnId | null;
  readonly value: string | null;
  /** The record as it stood in the file. */
  readonly text: string;
  /** Its fields; none where it can't be split. */
  readonly fields: readonly string[];
}
