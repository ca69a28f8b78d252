/** Owns the proof of a file's shape: its header, and each record judged kept, broken or set aside before anything is loaded. */
import { columnOf, type ColumnId } from '../model/columns.ts';
import { AppError } from '../model/error.ts';
import { grainOf } from '../model/grain.ts';
import { findHeaderRow, headerKey, noHints, type HeaderFrom, type HeaderHints } from '../model/headerrow.ts';
import { plain } from '../model/plain.ts';
import { shapeKey, type AgreedRows, type RowFindings } from '../model/rowshape.ts';
import { Above } from './above.ts';
import type { Broken, BrokenCode, Candidate, SetAsideRule } from './broken.ts';
import { MendedRows, type Mend } from './mended.ts';
import { NoRecords } from './norecord.ts';
import { textOf, type Fault, type RecordText } from './records.ts';
import { Sampling } from './sampling.ts';
import { isLikeAbove, Spoiled, type Doubt } from './spoiled.ts';
import { Sums } from './sums.ts';
import { written, type Table } from './table.ts';
import { Widths } from './width.ts';

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
  #spoiled = new Spoiled([], 'wide');
  #above = new Above([]);
  #widths = new Widths([], undefined);
  #noRecords = new NoRecords([]);
  #sums = new Sums([], []);
  #areSums = true;
  #isOtherTable = false;
  /** The last good record, held back until the next shows that its line was whole. */
  #held: { readonly record: Candidate; readonly fields: string[] } | null = null;
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

  take(
    fields: string[],
    line: number,
    text: RecordText | null,
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
    this.top = waiting.map(({ fields }) => fields);
    const header = findHeaderRow(this.top, this.#hints);
    if (!header) throw new AppError('file_no_known_column', { file: this.#file });
    this.headers = header.headers;
    this.columns = header.columns;
    this.headerFrom = header.from;
    this.sampling.begin(header.headers.length);
    this.#headerCells = (waiting[header.last]?.fields ?? []).map((cell) => cell.replace(/^\ufeff/, '').trim());
    this.#houseCode = this.columns.indexOf('house_code');
    const shape = this.#hints.shapes?.[shapeKey(this.#index, this.headers)] ?? {};
    const grain = this.#hints.grains?.[headerKey(this.headers)] ?? grainOf(this.columns);
    this.#spoiled = new Spoiled(this.columns, grain, shape.blankCodes);
    this.#above = new Above(this.columns, shape.fillDown, this.#merged);
    this.#widths = new Widths(this.headers, shape.fields);
    if (MendedRows.areIn(this.columns)) this.#mended = new MendedRows(this.columns);
    this.#noRecords = new NoRecords(this.columns);
    this.#sums = new Sums(this.headers, this.columns);
    this.#areSums = shape.notSums !== true;
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

  #judge(record: Candidate): void {
    this.read++;
    const isTorn = this.#isTorn;
    this.#isTorn = false;
    const { fault } = record;
    if (fault) return this.#break(record, fault);
    const mended = this.#mended?.take(record.fields);
    const own = mended?.fields ?? record.fields;
    const fit = this.#widths.fit(own);
    const fields = fit ?? own;
    const house = this.#houseCode < 0 ? '' : plain(fields[this.#houseCode] ?? '');
    const rule = this.#noRecords.ruleOf(fields, house);
    if (mended?.isUntouched) return this.#break({ ...record, fields: rule === 'blank' ? [] : fields }, 'unmended');
    if (rule) return this.#aside(rule);
    const surplus = this.#widths.count(own, fit !== null);
    if (!fit) {
      if (fields.length === 1) this.#tear();
      const code = surplus >= 0 ? 'fields_too_many' : record.isLast ? 'cut_short' : 'fields_too_few';
      return this.#break({ ...record, fields }, code);
    }
    const lost = this.#spoiled.lostCode(fields);
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
    const isPiece = isTorn && this.#isRead(0) && !isLikeAbove(first, this.#firstAbove);
    this.#firstAbove = first;
    if (isPiece) return this.#break({ ...record, fields }, 'line_torn');
    this.#release();
    this.#held = { record, fields };
  }

  /** Keeps the record held back. */
  #release(): void {
    if (!this.#held) return;
    const { record, fields } = this.#held;
    const { line } = record;
    this.#held = null;
    this.sampling.take(fields);
    this.#sums.take(fields);
    this.#spoiled.doubt(fields, line, this.doubts);
    this.kept++;
    this.#keep(this.#above.take(this.#spoiled.blanked(fields), line), line);
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
    if (rule === 'total' || rule === 'note') this.#above.end();
    this.setAside.set(rule, (this.setAside.get(rule) ?? 0) + 1);
  }

  get found(): RowFindings {
    const sums = this.#areSums ? this.#sums.rows : 0;
    return { ...this.#widths.found, lostCodes: this.#spoiled.found, blanks: this.#above.found, sums };
  }
  get agreed(): readonly AgreedRows[] {
    const all: readonly AgreedRows[] = [
      { code: 'rows_widened', rows: this.#widths.isAgreed ? this.kept : 0 },
      { code: 'codes_left_blank', rows: this.#spoiled.blankedRows },
      { code: 'filled_down', rows: this.#above.filledRows },
      { code: 'sums_as_households', rows: this.#areSums ? 0 : this.#sums.rows },
    ];
    return all.filter(({ rows }) => rows > 0);
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
    this.#above.end();
    this.broken.push({ line, code, column, value, text: textOf(text) ?? written(fields), fields });
  }
}
