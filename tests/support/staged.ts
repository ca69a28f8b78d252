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
      const cells = (row?.toJSON() ?? {}) as Record<string, string | number>;
      return Object.fromEntries(
        Object.entries(cells).map(([kind, cell]) => [kind, this.#words.get(`${cells.file} ${kind} ${cell}`) ?? cell]),
      );
    });
  }
}
