/** Owns reading rows that come back from being mended: as they were meant, and in the place of which broken ones. */
import type { ColumnId } from '../model/columns.ts';
import { bare, isMendingColumn, readSeal } from '../model/mending.ts';

/** A broken record of another file: the name of its file and its line there. */
export interface Mend {
  readonly file: string;
  readonly line: number;
}

export class MendedRows {
  readonly mends: Mend[] = [];
  readonly #columns: readonly (ColumnId | null)[];

  constructor(columns: readonly (ColumnId | null)[]) {
    this.#columns = columns;
  }

  /** True where the header says that rows come back here. */
  static areIn(columns: readonly (ColumnId | null)[]): boolean {
    return columns.includes('quarantine_code');
  }

  /** The row without what was added to it for mending, and whether nobody has mended it. */
  take(fields: readonly string[]): { readonly fields: string[]; readonly isUntouched: boolean } {
    const at = (column: ColumnId): string => fields[this.#columns.indexOf(column)] ?? '';
    const seal = readSeal(at('quarantine_code'));
    const line = Number(at('quarantine_line'));
    if (seal && Number.isInteger(line) && line > 0) {
      const file = at('quarantine_file');
      this.mends.push({ file: seal.isInert ? bare(file) : file, line });
    }
    const isOwn = (index: number): boolean => !isMendingColumn(this.#columns[index] ?? null);
    const own = fields.map((cell, index) => (isOwn(index) ? (seal?.isInert ? bare(cell) : cell) : ''));
    return { fields: own, isUntouched: seal?.isUntouched(own.filter((_, index) => isOwn(index))) ?? false };
  }
}
