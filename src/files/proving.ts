/** Owns the proof of a file's shape: its header, and each record judged kept, broken or set aside before anything is loaded. */
import type { ColumnId } from '../model/columns.ts';
import { AppError } from '../model/error.ts';
import { grainOf } from '../model/grain.ts';
import { findHeaderRow, headerKey, noHints, type HeaderFrom, type HeaderHints } from '../model/headerrow.ts';
import { plain } from '../model/plain.ts';
import { shapeKey } from '../model/rowshape.ts';
import type { Broken, BrokenCode, Candidate, SetAsideRule } from './broken.ts';
import { MendedRows, type Mend } from './mended.ts';
import { NoRecords } from './norecord.ts';
import type { Ordinary } from './likeness.ts';
import type { OrdinaryLine } from './ordinary.ts';
import { textOf } from './records.ts';
import { Sampling } from './sampling.ts';
import { Shape } from './shape.ts';
import { isLikeAbove, isReadAt, openEnd, type Doubt } from './spoiled.ts';
import { written, type Table, type TakeRecord } from './table.ts';

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
  /** The first records, among which the header was found; personal until masked. */
  top: readonly (readonly string[])[] = [];
  /** Texts of the title rows, which may hold the as-of date. */
  readonly titles: string[] = [];
  readonly broken: Broken[] = [];
  readonly doubts: Doubt[] = [];
  readonly setAside = new Map<SetAsideRule, number>();
  kept = 0;
  read = 0;
  readonly #keep: (fields: readonly string[], line: number) => void;
  readonly #file: string;
  readonly #hints: HeaderHints;
  #headerCells: readonly string[] = [];
  #waiting: Candidate[] | null = [];
  #houseCode = -1;
  /** What the rows have in common. */
  shape = new Shape([], [], 'wide');
  #noRecords = new NoRecords([]);
  #isOtherTable = false;
  /** The last good record, held back until the next shows that its line was whole. */
  #held: { readonly record: Candidate; readonly fields: string[] } | null = null;
  #ordinaryHeld: OrdinaryLine | null = null;
  /** The first cell of the last record that was as wide as the header. */
  #firstAbove = '';
  /** The record before was a piece of a torn line. */
  #isTorn = false;
  #mended: MendedRows | null = null;
  readonly #index: number;
  readonly #merged: Table['merged'];

  /** `index`: the table's number in the receipt; `merged`: its merged cells, where they are known. */
  constructor(
    file: string,
    keep: (fields: readonly string[], line: number) => void,
    hints: HeaderHints = noHints,
    index = 0,
    merged: Table['merged'] = [],
  ) {
    this.#file = file;
    this.#keep = keep;
    this.#hints = hints;
    this.#index = index;
    this.#merged = merged;
  }

  take(...[fields, line, text, fault, isLast, holes = noHoles]: Parameters<TakeRecord>): void {
    const candidate = { fields, line, text, fault, isLast, holes };
    if (this.#waiting === null) return this.#judge(candidate);
    this.#waiting.push(candidate);
    if (this.#waiting.length === headerWithin) this.#findHeader();
  }

  /** Throws where there was no header, or nothing under it. */
  finish(): void {
    if (this.#waiting !== null) this.#findHeader();
    this.#leaveOrdinary();
    if (this.#held && this.read > 1) this.doubts.push(...openEnd(this.#held, this.columns));
    this.#release();
    if (this.read - (this.setAside.get('title') ?? 0) === 0)
      throw new AppError('file_header_only', { file: this.#file });
  }

  /** The header is the one of the first records that names most columns; see `model/headerrow`. */
  #findHeader(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    const wide = waiting.find(({ fields }) => fields.length > widestHeader);
    if (wide) throw new AppError('file_too_wide', { file: this.#file, columns: wide.fields.length });
    this.top = waiting.map(({ fields }) => fields);
    const header = findHeaderRow(this.top, this.#hints);
    if (!header) throw new AppError('file_no_known_column', { file: this.#file });
    this.headers = header.headers;
    this.columns = header.columns;
    this.headerFrom = header.from;
    this.sampling.begin(header.headers.length);
    this.#headerCells = (waiting[header.last]?.fields ?? []).map((cell) => cell.replace(/^\ufeff/, '').trim());
    this.#houseCode = this.columns.indexOf('house_code');
    const agreed = this.#hints.shapes?.[shapeKey(this.#index, this.headers)];
    const grain = this.#hints.grains?.[headerKey(this.headers)] ?? grainOf(this.columns);
    this.shape = new Shape(this.headers, this.columns, grain, agreed, this.#merged);
    if (MendedRows.areIn(this.columns)) this.#mended = new MendedRows(this.columns);
    this.#noRecords = new NoRecords(this.columns);
    waiting.forEach((record, index) => {
      if (index > header.last) this.#judge(record);
      else if (index < header.first) {
        this.read++;
        const isBlank = record.fault === null && record.fields.every((cell) => cell.trim() === '');
        this.#aside(isBlank ? 'blank' : 'title');
        if (!isBlank) this.titles.push(textOf(record.text) ?? written(record.fields));
      }
    });
  }

  /** What a line must be like to be kept without a second look; null where each needs one. */
  get ordinary(): Ordinary | null {
    if (this.#isTorn || this.#isOtherTable || this.#mended || !this.sampling.isDone) return null;
    return this.shape.ordinary(this.#houseCode, this.#headerCells);
  }

  /** Takes a record of which `ordinary` says all there is to say. */
  takeOrdinary(line: OrdinaryLine, codes: ArrayLike<number>): void {
    this.read++;
    this.shape.judgeOrdinary(codes);
    this.#release();
    this.#ordinaryHeld = line;
  }

  /** Takes many, of which each is followed by another. */
  takeOrdinaries(records: number, filled: ArrayLike<number>): void {
    this.read += records;
    this.shape.judgeOrdinaries(records, filled);
    this.#release();
    this.shape.keepOrdinary(records);
    this.kept += records;
  }

  /** Others look back at the last record, so that one is an ordinary one no longer. */
  #leaveOrdinary(): void {
    if (!this.#ordinaryHeld) return;
    const record = this.#ordinaryHeld.record();
    this.#ordinaryHeld = null;
    this.#held = { record, fields: record.fields };
    this.#firstAbove = record.fields[0] ?? '';
  }

  #judge(record: Candidate): void {
    this.#leaveOrdinary();
    this.read++;
    const isTorn = this.#isTorn;
    this.#isTorn = false;
    if (record.fault) return this.#break(record, record.fault);
    const mended = this.#mended?.take(record.fields);
    const own = mended?.fields ?? record.fields;
    const fit = this.shape.widths.fit(own);
    const fields = fit ?? own;
    const house = this.#houseCode < 0 ? '' : plain(fields[this.#houseCode] ?? '');
    const rule = this.#noRecords.ruleOf(fields, house);
    if (mended?.isUntouched) return this.#break({ ...record, fields: rule === 'blank' ? [] : fields }, 'unmended');
    if (rule) return this.#aside(rule);
    const surplus = this.shape.widths.count(own, fit !== null);
    if (!fit) {
      if (fields.length === 1) this.#tear();
      const code = surplus >= 0 ? 'fields_too_many' : record.isLast ? 'cut_short' : 'fields_too_few';
      return this.#break({ ...record, fields }, code);
    }
    const lost = this.shape.spoiled.lostCode(fields);
    if (lost !== undefined)
      return this.#break({ ...record, fields }, 'code_lost', this.columns[lost] ?? null, fields[lost] ?? null);
    const hole = record.holes.find((place) => isReadAt(this.columns, place));
    if (hole !== undefined)
      return this.#break({ ...record, fields }, 'formula_without_value', this.columns[hole] ?? null);
    const again = this.#headerCells;
    if (fields[0]?.trim() === again[0] && record.fields.every((cell, at) => cell.trim() === again[at]))
      return this.#aside('header_again');
    this.#isOtherTable ||= !/\d{8}/.test(house) && this.#noRecords.isOtherHeader(fields);
    if (this.#isOtherTable) return this.#break({ ...record, fields }, 'other_table');
    const [first = ''] = fields;
    const isPiece = isTorn && isReadAt(this.columns, 0) && !isLikeAbove(first, this.#firstAbove);
    this.#firstAbove = first;
    if (isPiece) return this.#break({ ...record, fields }, 'line_torn');
    this.#release();
    this.#held = { record, fields };
  }

  /** Keeps the record held back. */
  #release(): void {
    if (this.#ordinaryHeld) {
      this.shape.keepOrdinary();
      this.kept++;
      this.#ordinaryHeld.keep();
      this.#ordinaryHeld = null;
    }
    if (!this.#held) return;
    const { record, fields } = this.#held;
    const { line } = record;
    this.#held = null;
    this.sampling.take(fields);
    this.shape.sums.take(fields);
    this.shape.spoiled.doubt(fields, line, this.doubts);
    this.kept++;
    this.#keep(this.shape.above.take(this.shape.spoiled.blanked(fields), line), line);
  }

  /**
   * A piece without a delimiter is the end of the record above it, torn off, or the beginning of the one below: neither can
   * be told from a whole record where its torn cell is read.
   */
  #tear(): void {
    const above = this.#held;
    this.#isTorn = true;
    if (!above || !isReadAt(this.columns, this.headers.length - 1)) return;
    this.#held = null;
    this.#break({ ...above.record, fields: above.fields }, 'line_torn');
  }

  #aside(rule: SetAsideRule): void {
    this.#release();
    if (rule === 'total' || rule === 'note') this.shape.above.end();
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
    this.shape.above.end();
    this.broken.push({ line, code, column, value, text: textOf(text) ?? written(fields), fields });
  }
}
