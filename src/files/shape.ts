/** Owns what the rows of a table have in common: their width, their codes, their blanks and sums; and so which are ordinary. */
import type { ColumnId } from '../model/columns.ts';
import type { Grain } from '../model/grain.ts';
import type { AgreedRows, RowFindings, RowShape } from '../model/rowshape.ts';
import { Above } from './above.ts';
import type { Ordinary } from './likeness.ts';
import { doubtsIn, Spoiled } from './spoiled.ts';
import { Sums } from './sums.ts';
import type { Table } from './table.ts';
import { Widths } from './width.ts';

export class Shape {
  readonly spoiled: Spoiled;
  readonly above: Above;
  readonly widths: Widths;
  readonly sums: Sums;
  readonly #areSums: boolean;
  readonly #width: number;
  readonly #isDoubtful: Ordinary['isDoubtful'];

  constructor(
    headers: readonly string[],
    columns: readonly (ColumnId | null)[],
    grain: Grain,
    agreed: RowShape = {},
    merged: Table['merged'] = [],
  ) {
    this.#width = headers.length;
    this.#isDoubtful = doubtsIn(columns);
    this.spoiled = new Spoiled(columns, grain, agreed.blankCodes);
    this.above = new Above(columns, agreed.fillDown, merged);
    this.widths = new Widths(headers, agreed.fields);
    this.sums = new Sums(headers, columns);
    this.#areSums = agreed.notSums !== true;
  }

  /** What a line must be like that needs no second look, by the field of its house code; null where each needs one. */
  ordinary(house: number, headerCells: readonly string[]): Ordinary | null {
    // A house code of eleven digits makes a record of a household: no total, no note, no header.
    const isSure = house >= 0 && !/\d{11}/.test(headerCells[house] ?? '');
    if (!isSure || this.widths.isAgreed || this.spoiled.isBlanking) return null;
    const places = this.above.settled;
    return (
      places && {
        ...places,
        width: this.#width,
        house,
        watched: [...this.spoiled.watched, ...places.filled, ...places.blank],
        isDoubtful: this.#isDoubtful,
      }
    );
  }

  /** Of an ordinary record, once it is judged; 0 stands for a blank field. */
  judgeOrdinary(codes: ArrayLike<number>): void {
    this.widths.countFit();
    this.spoiled.countCodes(codes);
  }

  /** As `judgeOrdinary`, of many, by how many have each field. */
  judgeOrdinaries(records: number, filled: ArrayLike<number>): void {
    this.widths.countFit(records);
    this.spoiled.addCodes(filled);
  }

  /** Of ordinary records, once they are kept. */
  keepOrdinary(records = 1): void {
    this.sums.takeNamed(records);
    this.above.takeSettled(records);
  }

  get found(): RowFindings {
    const sums = this.#areSums ? this.sums.rows : 0;
    return { ...this.widths.found, lostCodes: this.spoiled.found, blanks: this.above.found, sums };
  }
  agreed(kept: number): readonly AgreedRows[] {
    const all: readonly AgreedRows[] = [
      { code: 'rows_widened', rows: this.widths.isAgreed ? kept : 0 },
      { code: 'codes_left_blank', rows: this.spoiled.blankedRows },
      { code: 'filled_down', rows: this.above.filledRows },
      { code: 'sums_as_households', rows: this.#areSums ? 0 : this.sums.rows },
    ];
    return all.filter(({ rows }) => rows > 0);
  }
}
