/** Owns the cells by which a reader knows a column again: the first different ones of each. Personal until masked. */
import { firstSigns } from '../model/cut.ts';

const sampledRows = 1_000;
const samplesOfColumn = 3;
const longestSample = 60;

export class Sampling {
  #cells: string[][] = [];
  #rows = 0;

  /** Of each column, in the header's order. */
  get cells(): readonly (readonly string[])[] {
    return this.#cells;
  }

  /** True once no record is looked at any more. */
  get isDone(): boolean {
    return this.#rows >= sampledRows;
  }

  begin(columns: number): void {
    this.#cells = Array.from({ length: columns }, () => []);
  }

  take(fields: readonly string[]): void {
    if (this.#rows++ >= sampledRows) return;
    this.#cells.forEach((cells, at) => {
      const cell = firstSigns((fields[at] ?? '').trim(), longestSample);
      if (cell !== '' && cells.length < samplesOfColumn && !cells.includes(cell)) cells.push(cell);
    });
  }
}
