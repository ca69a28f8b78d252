/** Owns telling cells that are no longer what they were: codes made numbers, house numbers made dates, dates and codes torn in two. */
import { columnOf, type ColumnId } from '../model/columns.ts';
import type { Grain } from '../model/grain.ts';
import { plain } from '../model/plain.ts';
import type { RowFindings } from '../model/rowshape.ts';

/** A doubt about a record that is kept. */
export interface Doubt {
  readonly line: number;
  readonly code: 'house_no_date' | 'nid_lost' | 'end_open';
  readonly column: ColumnId;
  readonly value: string;
}

/** E-notation: the last digits of the code are gone for good. */
const lostCode = /^\d(\.\d+)?e\+?\d+$/i;

/** House number 27/1 as a spreadsheet has made it a date: 27-ม.ค., 27-Jan, Jan-27, or the date itself. */
const months =
  '(ม\\.?ค|ก\\.?พ|มี\\.?ค|เม\\.?ย|พ\\.?ค|มิ\\.?ย|ก\\.?ค|ส\\.?ค|ก\\.?ย|ต\\.?ค|พ\\.?ย|ธ\\.?ค|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\.?';
const dateInstead = new RegExp(
  `^(\\d{1,2}[- ]${months}([- ]\\d{2,4})?|${months}-\\d{1,4}|\\d{4}-\\d{2}-\\d{2}( .*)?)$`,
  'i',
);

export function isLostCode(cell: string): boolean {
  // Most cells are plain digits, and quickly told.
  if (/^[\x20-\x7e]*$/.test(cell) && !/e/i.test(cell)) return false;
  return lostCode.test(cell) || lostCode.test(plain(cell));
}

export function isDateInstead(houseNo: string): boolean {
  return houseNo.includes('-') && dateInstead.test(plain(houseNo));
}

/** A date or code as long as the one above it is whole. */
export function isLikeAbove(cell: string, above: string): boolean {
  const shape = (text: string): string => plain(text).replace(/\d/g, '9');
  return shape(cell) === shape(above) && /(9.*){6}/.test(shape(cell));
}

/** Which cells of a table's watched fields need a second look: what is blank but not empty, and what may be spoiled. */
export function doubtsIn(columns: readonly (ColumnId | null)[]): (place: number, text: string) => boolean {
  const houseNo = columns.indexOf('house_no');
  return (place, text) =>
    text.trim() === '' ? text !== '' : isLostCode(text) || (place === houseNo && isDateInstead(text));
}

/** Whether the field at a place is read, or only stands there. */
export function isReadAt(columns: readonly (ColumnId | null)[], place: number): boolean {
  const id = columns[place];
  return id !== null && id !== undefined && columnOf[id].kind !== 'unread';
}

interface Held {
  readonly record: { readonly isLast: boolean; readonly line: number };
  readonly fields: readonly string[];
}
/** A copy that breaks off inside its last cell looks whole but for the line end that every other line has. */
export function openEnd({ record, fields }: Held, columns: readonly (ColumnId | null)[]): readonly Doubt[] {
  const column = columns.at(-1);
  if (!record.isLast || !column || !isReadAt(columns, columns.length - 1)) return [];
  return [{ line: record.line, code: 'end_open', column, value: fields.at(-1) ?? '' }];
}

/** Watches the columns of one table that a spreadsheet spoils. */
export class Spoiled {
  /** Rows of which a lost code was left blank. */
  blankedRows = 0;
  /** Places of the codes that are read, or are the key of what a row stands for. */
  readonly #codes: readonly number[];
  readonly #blank: ReadonlySet<number>;
  readonly #columns: readonly (ColumnId | null)[];
  readonly #houseNo: number;
  /** The national ID, where nothing counted depends on it. */
  readonly #nid: number;
  readonly #filled: number[];
  readonly #lost: number[];

  constructor(columns: readonly (ColumnId | null)[], grain: Grain, blankCodes: readonly ColumnId[] = []) {
    this.#columns = columns;
    const isKey = (id: ColumnId): boolean =>
      id === 'person_nid' ? grain === 'person' : id.endsWith('_code') && columnOf[id].kind !== 'unread';
    this.#codes = columns.flatMap((id, at) => (id && isKey(id) ? [at] : []));
    this.#blank = new Set(blankCodes.map((id) => columns.indexOf(id)));
    this.#houseNo = columns.indexOf('house_no');
    this.#nid = grain === 'person' ? -1 : columns.indexOf('person_nid');
    this.#filled = columns.map(() => 0);
    this.#lost = columns.map(() => 0);
  }

  /** To be shown each record once: the place of the first code that breaks it. */
  lostCode(fields: readonly string[]): number | undefined {
    let first: number | undefined;
    for (const place of this.#codes) {
      const cell = fields[place] ?? '';
      if (cell === '') continue;
      this.#filled[place]!++;
      if (!isLostCode(cell)) continue;
      this.#lost[place]!++;
      if (!this.#blank.has(place)) first ??= place;
    }
    return first;
  }

  /** The fields of a kept record, without the codes that are agreed to be left blank. */
  blanked(fields: readonly string[]): readonly string[] {
    const isGone = (cell: string, at: number): boolean => this.#blank.has(at) && isLostCode(cell);
    if (this.#blank.size === 0 || !fields.some(isGone)) return fields;
    this.blankedRows++;
    return fields.map((cell, at) => (isGone(cell, at) ? '' : cell));
  }

  /** As `lostCode`, of a record that has no lost code; 0 stands for a blank field. */
  countCodes(fields: ArrayLike<number>): void {
    for (const place of this.#codes) if (fields[place] !== 0) this.#filled[place]!++;
  }
  /** As `countCodes`, of many records, by how many have the field. */
  addCodes(filled: ArrayLike<number>): void {
    for (const place of this.#codes) this.#filled[place]! += filled[place] ?? 0;
  }

  /** Fields of which some cells are doubtful. */
  get watched(): readonly number[] {
    return [...this.#codes, this.#houseNo, this.#nid].filter((place) => place >= 0);
  }

  /** Whether lost codes are agreed to be left blank. */
  get isBlanking(): boolean {
    return this.#blank.size > 0;
  }

  /** Adds what is doubtful of a kept record. */
  doubt(fields: readonly string[], line: number, doubts: Doubt[]): void {
    const houseNo = fields[this.#houseNo] ?? '';
    if (isDateInstead(houseNo)) doubts.push({ line, code: 'house_no_date', column: 'house_no', value: houseNo });
    const nid = fields[this.#nid] ?? '';
    if (nid !== '' && isLostCode(nid)) doubts.push({ line, code: 'nid_lost', column: 'person_nid', value: nid });
  }

  get found(): RowFindings['lostCodes'] {
    return this.#codes.flatMap((at) => {
      const rows = this.#lost[at] ?? 0;
      const column = this.#columns[at];
      return column && rows > 0 ? [{ column, rows, filled: this.#filled[at] ?? 0 }] : [];
    });
  }
}
