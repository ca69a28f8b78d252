/** Owns the proof of a file's shape: its header, and each record judged kept, broken or set aside before anything is loaded. */
import { columnOf, type ColumnId } from '../model/columns.ts';
import { AppError } from '../model/error.ts';
import { findHeaderRow, noHints, type HeaderFrom, type HeaderHints } from '../model/headerrow.ts';
import { plain } from '../model/plain.ts';
import { MendedRows, type Mend } from './mended.ts';
import { NoRecords } from './norecord.ts';
import type { Fault } from './records.ts';
import { Sampling } from './sampling.ts';
import { isDateInstead, isLikeAbove, isLostCode } from './spoiled.ts';
import { written } from './table.ts';

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

/** A doubt about a record that is kept. */
export interface Doubt {
  readonly line: number;
  readonly code: 'house_no_date' | 'end_open';
  readonly column: ColumnId;
  readonly value: string;
}

interface Candidate {
  readonly fields: string[];
  readonly line: number;
  /** Null where the record is none of lines: it is shown as its fields. */
  readonly text: string | null;
  readonly fault: Fault | null;
  readonly isLast: boolean;
  /** Fields whose formula was never worked out. */
  readonly holes: readonly number[];
}
const noHoles: readonly number[] = [];

const headerWithin = 20;
const widestHeader = 2_000;

/** Judges records in file order. `keep` is called with each proven one; everything else is counted here. */
export class Proof {
  headers: readonly string[] = [];
  columns: readonly (ColumnId | null)[] = [];
  /** Whether the columns are as the data dictionary knows them, as corrected by the reader, or only guessed. */
  headerFrom: HeaderFrom = 'known';
  readonly sampling = new Sampling();
  /** Texts of the title rows, which may hold the as-of date. */
  readonly titles: string[] = [];
  readonly broken: Broken[] = [];
  readonly doubts: Doubt[] = [];
  readonly setAside = new Map<SetAsideRule, number>();
  kept = 0;
  read = 0;
  readonly #keep: (fields: string[], line: number) => void;
  readonly #file: string;
  readonly #hints: HeaderHints;
  #headerCells: readonly string[] = [];
  #waiting: Candidate[] | null = [];
  #houseCode = -1;
  #houseNo = -1;
  /** Places of the codes that are read. */
  #codes: readonly number[] = [];
  #noRecords = new NoRecords([]);
  #isOtherTable = false;
  /** The last good record, held back until the next shows that its line was whole. */
  #held: { readonly record: Candidate; readonly fields: string[] } | null = null;
  /** The first cell of the last record that was as wide as the header. */
  #above = '';
  /** The record before was a piece of a torn line. */
  #isTorn = false;
  #mended: MendedRows | null = null;

  constructor(file: string, keep: (fields: string[], line: number) => void, hints: HeaderHints = noHints) {
    this.#file = file;
    this.#hints = hints;
    this.#keep = keep;
  }

  take(
    fields: string[],
    line: number,
    text: string | null,
    fault: Fault | null,
    isLast: boolean,
    holes: readonly number[] = noHoles,
  ): void {
    const candidate = { fields, line, text, fault, isLast, holes };
    if (this.#waiting === null) return this.#judge(candidate);
    this.#waiting.push(candidate);
    if (this.#waiting.length === headerWithin) this.#findHeader();
  }

  /** Throws where there was no header, or nothing under it. */
  finish(): void {
    if (this.#waiting !== null) this.#findHeader();
    this.#doubtEnd();
    this.#release();
    if (this.read - (this.setAside.get('title') ?? 0) === 0)
      throw new AppError('file_header_only', { file: this.#file });
  }

  /** The header is the one of the first records that names most columns; see `model/headerrow`. */
  #findHeader(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const { fields } of waiting) {
      if (fields.length > widestHeader)
        throw new AppError('file_too_wide', { file: this.#file, columns: fields.length });
    }
    const header = findHeaderRow(
      waiting.map(({ fields }) => fields),
      this.#hints,
    );
    if (!header) throw new AppError('file_no_known_column', { file: this.#file });
    this.headers = header.headers;
    this.columns = header.columns;
    this.headerFrom = header.from;
    this.sampling.begin(header.headers.length);
    this.#headerCells = (waiting[header.last]?.fields ?? []).map((cell) => cell.replace(/^\ufeff/, '').trim());
    this.#houseCode = this.columns.indexOf('house_code');
    this.#houseNo = this.columns.indexOf('house_no');
    this.#codes = this.columns.flatMap((id, place) => (id?.endsWith('_code') && this.#isRead(place) ? [place] : []));
    if (MendedRows.areIn(this.columns)) this.#mended = new MendedRows(this.columns);
    this.#noRecords = new NoRecords(this.columns);
    waiting.forEach((record, index) => {
      if (index > header.last) this.#judge(record);
      else if (index < header.first) {
        this.read++;
        const text = record.text ?? (record.fields.some((cell) => cell.trim() !== '') ? written(record.fields) : '');
        const isBlank = text.trim() === '';
        this.#aside(isBlank ? 'blank' : 'title');
        if (!isBlank) this.titles.push(text);
      }
    });
  }

  #judge(record: Candidate): void {
    this.read++;
    const isTorn = this.#isTorn;
    this.#isTorn = false;
    const { fault } = record;
    const width = this.headers.length;
    if (fault) return this.#break(record, fault);
    const mended = this.#mended?.take(record.fields);
    const fields = mended?.fields ?? record.fields;
    const house = this.#houseCode < 0 ? '' : plain(fields[this.#houseCode] ?? '');
    const rule = this.#noRecords.ruleOf(fields, house);
    if (mended?.isUntouched) return this.#break({ ...record, fields: rule === 'blank' ? [] : fields }, 'unmended');
    if (rule) return this.#aside(rule);
    if (fields.length !== width) {
      if (fields.length === 1) this.#tear();
      const code = fields.length > width ? 'fields_too_many' : record.isLast ? 'cut_short' : 'fields_too_few';
      return this.#break({ ...record, fields }, code);
    }
    const lost = this.#codes.find((place) => isLostCode(fields[place] ?? ''));
    if (lost !== undefined)
      return this.#break({ ...record, fields }, 'code_lost', this.columns[lost] ?? null, fields[lost] ?? null);
    const hole = record.holes.find((place) => this.#isRead(place));
    if (hole !== undefined)
      return this.#break({ ...record, fields }, 'formula_without_value', this.columns[hole] ?? null);
    const again = this.#headerCells;
    if (fields[0]?.trim() === again[0] && record.fields.every((cell, at) => cell.trim() === again[at]))
      return this.#aside('header_again');
    this.#isOtherTable ||= !/\d{8}/.test(house) && this.#noRecords.isOtherHeader(fields);
    if (this.#isOtherTable) return this.#break({ ...record, fields }, 'other_table');
    const [first = ''] = fields;
    const isPiece = isTorn && this.#isRead(0) && !isLikeAbove(first, this.#above);
    this.#above = first;
    if (isPiece) return this.#break({ ...record, fields }, 'line_torn');
    this.#release();
    this.#held = { record, fields };
  }

  /** Keeps the record held back. */
  #release(): void {
    if (!this.#held) return;
    const { record, fields } = this.#held;
    this.#held = null;
    this.sampling.take(fields);
    const houseNo = this.#houseNo < 0 ? '' : (fields[this.#houseNo] ?? '');
    if (isDateInstead(houseNo))
      this.doubts.push({ line: record.line, code: 'house_no_date', column: 'house_no', value: houseNo });
    this.kept++;
    this.#keep(fields, record.line);
  }

  /** A copy that breaks off inside its last cell looks whole but for the line end that every other line has. */
  #doubtEnd(): void {
    const last = this.#held;
    const column = this.columns.at(-1);
    if (!last?.record.isLast || this.read < 2 || !column || !this.#isRead(this.headers.length - 1)) return;
    this.doubts.push({ line: last.record.line, code: 'end_open', column, value: last.fields.at(-1) ?? '' });
  }

  /**
   * A piece without a delimiter is the end of the record above it, torn off, or the beginning of the one below: neither can
   * be told from a whole record where its torn cell is read.
   */
  #tear(): void {
    const above = this.#held;
    this.#isTorn = true;
    if (!above || !this.#isRead(this.headers.length - 1)) return;
    this.#held = null;
    this.#break({ ...above.record, fields: above.fields }, 'line_torn');
  }

  #isRead(place: number): boolean {
    const id = this.columns[place];
    return id !== null && id !== undefined && columnOf[id].kind !== 'unread';
  }

  #aside(rule: SetAsideRule): void {
    this.#release();
    this.setAside.set(rule, (this.setAside.get(rule) ?? 0) + 1);
  }

  /** The broken records of other files that the rows here take the place of. */
  get mends(): readonly Mend[] {
    return this.#mended?.mends ?? [];
  }

  #break(
    { line, text, fields }: Candidate,
    code: BrokenCode,
    column: ColumnId | null = null,
    value: string | null = null,
  ): void {
    this.#release();
    this.broken.push({ line, code, column, value, text: text ?? written(fields), fields });
  }
}
