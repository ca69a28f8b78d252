/** Owns telling what stands among the records of a file and is none: totals, notes, parts of the header, another table. */
import { columns as dictionary, type ColumnId } from '../model/columns.ts';
import { letters, plain } from '../model/plain.ts';

/** An official's total row: the word alone, or with what it sums. รวมไทยพัฒนา is a tambon. */
const total =
  /^(ผล|ยอด)?รวม( ?(ทั้งสิ้น|ทั้งหมด|ทั้งจังหวัด|ทั้งอำเภอ|ทั้งตำบล|ทุกอำเภอ|ทุกตำบล|จำนวน|ทั้ง \d+ กลุ่ม)( ?:? ?\d.*)?| ?(จังหวัด|อำเภอ|ตำบล|จ\.|อ\.|ต\.|หมู่).*| ?\d.*)?$|^(grand |sub)?total$/;
const totalColumns: readonly ColumnId[] = ['row_no', 'village', 'tambon', 'amphoe', 'province'];

/** How the lines begin that offices write under a table. */
const note =
  /^[*#( ]*(หมายเหตุ|ที่มา|แหล่งที่มา|แหล่งข้อมูล|ผู้รายงาน|ผู้จัดทำ|ผู้บันทึก|ผู้รับรอง|จัดทำโดย|รายงานโดย|ลงชื่อ|พิมพ์เมื่อ|ข้อมูล ?ณ|note\b|source\b)/;
/** Under these a cell alone tells nothing of a household. */
const mute: readonly (ColumnId | null)[] = [null, 'as_of', 'row_no', 'data_year', 'note'];

/** What headers say, and of which columns. The name of a dimension is left out: some mark it with its own name. */
const headerWords = new Map<string, ColumnId[]>();
for (const { id, kind, title, aliases } of dictionary) {
  if (kind === 'mark') continue;
  for (const word of new Set([title.th, title.en, ...aliases].map(letters)))
    headerWords.set(word, [...(headerWords.get(word) ?? []), id]);
}

/** An old system's mark for the end of a file; it may stand alone on the last line. */
const isEmpty = (cell: string): boolean => cell.trim().replace('\u001a', '') === '';

export class NoRecords {
  readonly #columns: readonly (ColumnId | null)[];
  readonly #totals: readonly number[];

  constructor(columns: readonly (ColumnId | null)[]) {
    this.#columns = columns;
    this.#totals = totalColumns.map((id) => columns.indexOf(id)).filter((place) => place >= 0);
  }

  /** The rule by which a record is none, or null. `house` is its house code: who has one is a household, whatever else is said. */
  ruleOf(fields: readonly string[], house: string): 'blank' | 'total' | 'note' | 'header_part' | null {
    if (fields.every(isEmpty)) return 'blank';
    if (/\d{8}/.test(house)) return null;
    if (this.#isTotal(fields)) return 'total';
    if (this.#isNote(fields)) return 'note';
    return this.#isHeaderPart(fields) ? 'header_part' : null;
  }

  /** The header of another table below this one: names of columns under other columns. */
  isOtherHeader(fields: readonly string[]): boolean {
    const filled = fields.flatMap((cell, at) => (isEmpty(cell) ? [] : [{ word: cell, at }]));
    if (!headerWords.has(letters(filled[0]?.word ?? ''))) return false;
    const strange = filled.filter(({ word, at }) => {
      const ids = headerWords.get(letters(word)) ?? [];
      return ids.length > 0 && !ids.some((id) => id === this.#columns[at]);
    });
    return strange.length >= 3 && strange.length * 2 >= filled.length;
  }

  #isWhole(fields: readonly string[]): boolean {
    return fields.length > 1 && fields.length === this.#columns.length;
  }

  #isTotal(fields: readonly string[]): boolean {
    const first = fields.findIndex((cell) => !isEmpty(cell));
    return [first, ...this.#totals].some((place) => {
      const cell = fields[place] ?? '';
      return (cell.includes('รวม') || /total/i.test(cell)) && total.test(plain(cell));
    });
  }

  #isNote(fields: readonly string[]): boolean {
    const at = fields.findIndex((cell) => !isEmpty(cell));
    if (fields.some((cell, other) => other > at && !isEmpty(cell))) return false;
    return note.test(plain(fields[at] ?? '')) || (this.#isWhole(fields) && mute.includes(this.#columns[at] ?? null));
  }

  /** Units in brackets, or the columns' own numbers, below the header. */
  #isHeaderPart(fields: readonly string[]): boolean {
    if (!this.#isWhole(fields)) return false;
    const isUnit = (cell: string): boolean => /^\s*[([].*[)\]]\s*$/.test(cell);
    return (
      fields.every((cell) => isEmpty(cell) || isUnit(cell)) ||
      fields.every((cell, at) => plain(cell) === String(at + 1))
    );
  }
}
