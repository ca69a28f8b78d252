/** Owns the proof of a file's shape: its header, and each record judged kept, broken or set aside before anything is loaded. */
import type { ColumnId } from '../model/columns.ts';
import { AppError } from '../model/error.ts';
import { mapHeaders } from '../model/headers.ts';
import { plain } from '../model/plain.ts';
import type { Fault } from './records.ts';

export type SetAsideRule = 'title' | 'blank' | 'total' | 'header_again';
export type BrokenCode = Fault | 'fields_too_few' | 'fields_too_many' | 'cut_short' | 'code_lost';

export interface Broken {
  readonly line: number;
  readonly code: BrokenCode;
  readonly column: ColumnId | null;
  readonly value: string | null;
  /** The record as it stood in the file. */
  readonly text: string;
}

interface Candidate {
  readonly fields: string[];
  readonly line: number;
  readonly text: string;
  readonly fault: Fault | null;
  readonly isLast: boolean;
}

const headerWithin = 20;
const widestHeader = 2_000;

/** An official's total row: the word alone, or with what it sums. รวมไทยพัฒนา is a tambon. */
const total =
  /^(ผล|ยอด)?รวม( ?(ทั้งสิ้น|ทั้งหมด|ทั้งจังหวัด|ทั้งอำเภอ|ทั้งตำบล|ทุกอำเภอ|ทุกตำบล|จำนวน|ทั้ง \d+ กลุ่ม|(จังหวัด|อำเภอ|ตำบล|จ\.|อ\.|ต\.|หมู่).*|\d.*))?$|^(grand |sub)?total$/;
const totalColumns: readonly ColumnId[] = ['row_no', 'village', 'tambon', 'amphoe', 'province'];

/** Excel's E-notation: the last digits of the code are gone for good. */
const lostCode = /^\d(\.\d+)?e\+?\d+$/;

/** Judges records in file order. `keep` is called with each proven one; everything else is counted here. */
export class Proof {
  headers: string[] = [];
  columns: (ColumnId | null)[] = [];
  /** Texts of the title rows, which may hold the as-of date. */
  readonly titles: string[] = [];
  readonly broken: Broken[] = [];
  readonly setAside = new Map<SetAsideRule, number>();
  kept = 0;
  read = 0;
  readonly #keep: (fields: string[], line: number) => void;
  readonly #file: string;
  #waiting: Candidate[] | null = [];
  #houseCode = -1;
  #totals: number[] = [];

  constructor(file: string, keep: (fields: string[], line: number) => void) {
    this.#file = file;
    this.#keep = keep;
  }

  take(fields: string[], line: number, text: string, fault: Fault | null, isLast: boolean): void {
    const candidate = { fields, line, text, fault, isLast };
    if (this.#waiting === null) return this.#judge(candidate);
    this.#waiting.push(candidate);
    if (this.#waiting.length === headerWithin) this.#findHeader();
  }

  /** Throws where there was no header, or nothing under it. */
  finish(): void {
    if (this.#waiting !== null) this.#findHeader();
    if (this.read - (this.setAside.get('title') ?? 0) === 0)
      throw new AppError('file_header_only', { file: this.#file });
  }

  /** The header is the one of the first records that names most columns, a place or a household among them. */
  #findHeader(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    let best = { index: -1, known: 1 };
    waiting.forEach(({ fields }, index) => {
      if (fields.length > widestHeader)
        throw new AppError('file_too_wide', { file: this.#file, columns: fields.length });
      const known = mapHeaders(fields).filter((id) => id !== null).length;
      if (known > best.known) best = { index, known };
    });
    const header = waiting[best.index];
    if (!header) throw new AppError('file_no_known_column', { file: this.#file });
    this.headers = header.fields.map((text) => text.replace(/^\ufeff/, '').trim());
    this.columns = mapHeaders(this.headers);
    this.#houseCode = this.columns.indexOf('house_code');
    this.#totals = totalColumns.map((id) => this.columns.indexOf(id)).filter((place) => place >= 0);
    waiting.forEach((record, index) => {
      if (index > best.index) this.#judge(record);
      else if (index < best.index) {
        this.read++;
        const isBlank = record.text.trim() === '';
        this.#aside(isBlank ? 'blank' : 'title');
        if (!isBlank) this.titles.push(record.text);
      }
    });
  }

  #judge(record: Candidate): void {
    this.read++;
    const { fields, fault } = record;
    const width = this.headers.length;
    if (fault) return this.#break(record, fault);
    if (fields.every((cell) => cell.trim() === '')) return this.#aside('blank');
    const house = this.#houseCode < 0 ? '' : plain(fields[this.#houseCode] ?? '');
    if (this.#isTotal(fields, house)) return this.#aside('total');
    if (fields.length !== width) {
      const code = fields.length > width ? 'fields_too_many' : record.isLast ? 'cut_short' : 'fields_too_few';
      return this.#break(record, code);
    }
    if (house !== '' && house.toLowerCase().includes('e') && lostCode.test(house.toLowerCase()))
      return this.#break(record, 'code_lost', 'house_code', fields[this.#houseCode] ?? null);
    if (fields[0]?.trim() === this.headers[0] && fields.every((cell, at) => cell.trim() === this.headers[at]))
      return this.#aside('header_again');
    this.kept++;
    this.#keep(fields, record.line);
  }

  /** A row with a house code is a household, whatever its other cells say. */
  #isTotal(fields: readonly string[], house: string): boolean {
    if (/\d{8}/.test(house)) return false;
    const first = fields.findIndex((cell) => cell.trim() !== '');
    return [first, ...this.#totals].some((place) => {
      const cell = fields[place] ?? '';
      return (cell.includes('รวม') || /total/i.test(cell)) && total.test(plain(cell));
    });
  }

  #aside(rule: SetAsideRule): void {
    this.setAside.set(rule, (this.setAside.get(rule) ?? 0) + 1);
  }

  #break(
    { line, text }: Candidate,
    code: BrokenCode,
    column: ColumnId | null = null,
    value: string | null = null,
  ): void {
    this.broken.push({ line, code, column, value, text });
  }
}
