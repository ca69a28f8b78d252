/** Owns blank place cells that mean "the same as above", as printed tables and merged cells leave them: found, and filled where agreed. */
import { levels } from '../model/area.ts';
import { columnOf, type ColumnId } from '../model/columns.ts';
import type { RowFindings } from '../model/rowshape.ts';
import type { Merged } from './table.ts';

/** From so many blank rows, and such a share of all, it is worth a question. */
const leastRows = 3;
const leastShare = 0.1;
/** A column that looks ordinary after so many filled cells is not looked at any further. */
const enoughCells = 200;

/** One place column: what stands above, and how its cells follow each other. */
interface PlaceColumn {
  readonly id: ColumnId;
  readonly at: number;
  /** Index of `levels`, the coarsest first. */
  readonly level: number;
  readonly isCode: boolean;
  readonly isFilledDown: boolean;
  /** Lines whose cell is covered by a merged one that begins further up. */
  readonly merged: ReadonlySet<number>;
  above: string;
  filled: number;
  /** Filled cells that say what stands above already. */
  repeats: number;
  readonly words: Set<string>;
  blanks: number;
  mergedBlanks: number;
  isFirstFilled: boolean;
}

export class Above {
  /** Rows of which a cell was filled. */
  filledRows = 0;
  /** The coarsest first: a new amphoe ends the tambon above, whichever stands further left. */
  readonly #columns: readonly PlaceColumn[];
  #rows = 0;

  constructor(
    columns: readonly (ColumnId | null)[],
    fillDown: readonly ColumnId[] = [],
    merged: readonly Merged[] = [],
  ) {
    const placeColumns = columns.flatMap((id, at): PlaceColumn[] => {
      if (id === null || columnOf[id].kind !== 'place') return [];
      const lines = merged.filter(({ column }) => column === at).flatMap(({ from, to }) => linesAfter(from, to));
      return [
        {
          id,
          at,
          level: levels.findIndex((level) => id.startsWith(level.id)),
          isCode: id.endsWith('_code'),
          isFilledDown: fillDown.includes(id),
          merged: new Set(lines),
          above: '',
          filled: 0,
          repeats: 0,
          words: new Set(),
          blanks: 0,
          mergedBlanks: 0,
          isFirstFilled: false,
        },
      ];
    });
    this.#columns = placeColumns.sort((a, b) => a.level - b.level);
  }

  /** The fields of the next kept record, filled where agreed. */
  take(fields: readonly string[], line: number): readonly string[] {
    let filled: string[] | null = null;
    for (const column of this.#columns) {
      const cell = fields[column.at] ?? '';
      if (!isBlank(cell)) this.#meet(column, cell);
      else if (column.above !== '' && this.#matters(column, fields)) {
        column.blanks++;
        const isMerged = column.merged.has(line);
        if (isMerged) column.mergedBlanks++;
        if (column.isFilledDown && (isMerged || column.merged.size === 0))
          (filled ??= [...fields])[column.at] = column.above;
      }
    }
    this.#rows++;
    if (filled) this.filledRows++;
    return filled ?? fields;
  }

  /**
   * Fields that must be filled, and fields that must be blank, for a record to change nothing here but what stands above;
   * null while any record may tell something.
   */
  get settled(): { readonly filled: readonly number[]; readonly blank: readonly number[] } | null {
    const at = (columns: readonly PlaceColumn[]): readonly number[] => columns.map((column) => column.at);
    const isSettled = (column: PlaceColumn): boolean => column.filled >= enoughCells && !isPrinted(column);
    const filled = this.#columns.filter(({ above }) => above !== '');
    if (!filled.every(isSettled)) return null;
    return { filled: at(filled), blank: at(this.#columns.filter(({ above }) => above === '')) };
  }

  /** As `take`, of records of which `settled` holds; of several in a row, the last must be taken as every other. */
  takeSettled(records = 1): void {
    this.#rows += records;
  }

  /** What stands above is no longer known to hold: a total, or a record that can't be read. */
  end(): void {
    for (const column of this.#columns) column.above = '';
  }

  get found(): RowFindings['blanks'] {
    return this.#columns.flatMap((column) => {
      const isMerged = column.mergedBlanks > 0;
      const rows = isMerged ? column.mergedBlanks : column.blanks;
      const isMany = rows >= leastRows && rows >= this.#rows * leastShare;
      const isMeant = isMerged || (column.isFirstFilled && isPrinted(column));
      return isMany && isMeant ? [{ column: column.id, rows, isMerged }] : [];
    });
  }

  #meet(column: PlaceColumn, cell: string): void {
    const isNew = cell !== column.above;
    if (isNew) for (const finer of this.#columns) if (finer.level > column.level) finer.above = '';
    column.above = cell;
    if (this.#rows === 0) column.isFirstFilled = true;
    if (column.filled >= enoughCells && !isPrinted(column)) return;
    column.filled++;
    if (isNew) column.words.add(cell);
    else column.repeats++;
  }

  /** A blank tells nothing new where its level is named beside it, or where a finer code, or its district, holds it. */
  #matters({ at, level }: PlaceColumn, fields: readonly string[]): boolean {
    return !this.#columns.some(
      (other) =>
        other.at !== at &&
        !isBlank(fields[other.at] ?? '') &&
        (other.level === level || (other.level > level && (other.isCode || level === 0))),
    );
  }
}

/** In a printed table each name begins a block and stands once: none repeats the one above, few turn up again. */
function isPrinted({ filled, repeats, words }: PlaceColumn): boolean {
  return filled > 0 && repeats * 10 <= filled && filled <= words.size * 2;
}

function isBlank(cell: string): boolean {
  return cell === '' || cell.trim() === '';
}

function linesAfter(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + 1 + index);
}
