/** Owns reading staged chunks in tests: the texts that the codes of a chunk stand for. */
import { tableFromIPC } from 'apache-arrow';
import type { StagedChunk } from '../../src/files/staging.ts';

export type StagedCells = Readonly<Record<string, string | number>>;

/** Of one scan, whose chunks come in order; a workbook's tables each have words of their own. */
export class StagedReader {
  readonly #words = new Map<string, string>();

  rowsOf({ chunk, words }: StagedChunk): readonly StagedCells[] {
    for (const row of words ? tableFromIPC(words) : []) {
      const { file, kind, code, word } = row?.toJSON() as { file: number; kind: string; code: number; word: string };
      this.#words.set(`${file} ${kind} ${code}`, word);
    }
    return Array.from(tableFromIPC(chunk), (row) => {
      const cells = (row?.toJSON() ?? {}) as Record<string, number | bigint | boolean>;
      const file = Number(cells.file);
      return Object.fromEntries(
        Object.entries(cells).map(([kind, cell]) => [kind, this.#written(file, kind, Number(cell))]),
      );
    });
  }

  /** House codes of eleven digits stand as a number, any other as a number below zero for its word. */
  #written(file: number, kind: string, cell: number): string | number {
    const word = (code: number): string | undefined => this.#words.get(`${file} ${kind} ${code}`);
    if (kind !== 'house_code') return word(cell) ?? cell;
    return cell < 0 ? (word(-1 - cell) ?? 'no word') : String(cell).padStart(11, '0');
  }
}
