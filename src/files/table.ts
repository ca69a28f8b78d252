/** Owns what a format makes of a file: tables of text records, whatever the file was. */
import type { Beside } from './beside.ts';
import type { OrdinaryLines } from './ordinary.ts';
import type { Fault, RecordText } from './records.ts';
import type { SourceFile } from './source.ts';
import type { Entry } from './zip.ts';

/** What is known of a file before it is read. */
export interface Opened {
  readonly source: SourceFile;
  readonly head: Uint8Array;
  /** Of a ZIP, or of a spreadsheet that is one. */
  readonly entries: readonly Entry[] | null;
  /** Is shown all bytes of the file, once each and in order. */
  readonly seal: (bytes: Uint8Array) => void;
  /** Reads a part of the file in another worker, where there is one. */
  readonly beside?: Beside | null;
  /** Is told the share (0 to 1) of the whole that is done while the tables are not there yet. */
  readonly tell?: (share: number) => Promise<void>;
}

/** One record. `text` null: it is none of lines, and is shown as its fields. `holes`: fields whose value is not there. */
export type TakeRecord = (
  fields: string[],
  line: number,
  text: RecordText | null,
  fault: Fault | null,
  isLast: boolean,
  holes?: readonly number[],
) => void;

/** Something to know of a whole table. `rows`: how many it concerns. */
export interface Note {
  readonly code: 'sheet_hidden' | 'rows_hidden' | 'excel_limit' | 'sheet_unread' | 'entry_unread';
  readonly rows: number;
  readonly value: string;
}

/** A column's cells of several rows made one: its text stands in the first. `column`: index of the field. */
export interface Merged {
  readonly column: number;
  /** 1-based lines of the first and the last. */
  readonly from: number;
  readonly to: number;
}

export interface Table {
  /** Of the sheet; null where the file is one table. */
  readonly name: string | null;
  readonly encoding: string;
  readonly notes: readonly Note[];
  /** Where a file has several tables: the first records, and how many there are. */
  readonly first: readonly (readonly string[])[];
  readonly rows: number;
  readonly merged?: readonly Merged[];
  /**
   * Gives `take` every record in order, titles and header too; yields the share of them (0 to 1) that is done. What is read
   * as lines of UTF-8 may give them to `lines` first, and to `take` what these decline.
   */
  read(take: TakeRecord, lines?: OrdinaryLines): AsyncIterable<number>;
}

/** A file that is one table and is known only by reading it. */
export function oneTable(encoding: string, read: Table['read']): readonly Table[] {
  return [{ name: null, encoding, notes: [], first: [], rows: 0, read }];
}

/** Records between two signs of life. */
export const restRows = 2_000;

/** Fields as a line of CSV, for showing a record that was no line. */
export function written(fields: readonly string[]): string {
  return fields.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}
