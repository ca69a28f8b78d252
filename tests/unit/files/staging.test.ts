/** Proves that staged cells are the texts they were, house codes among them, and that the scan's counts are those of the cells. */
import { tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Stage, type StagedChunk } from '../../../src/files/staging.ts';
import { StagedReader } from '../../support/staged.ts';

const headers = ['house_code', 'status', null, 'tambon'];
/** Many are alike in length, middle and last letter, by which the words met last are found. */
const word = fc.oneof(
  fc.constant(''),
  fc.string({ unit: fc.constantFrom('ก', 'ข', '1'), maxLength: 5 }),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);
const houseCode = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 11, maxLength: 11 }),
  fc.constantFrom(
    '00000000000',
    '99999999999',
    '04294967296',
    '02147483648',
    '94010100001.0',
    '๙๔๐๑๐๑๐๐๐๐๑',
    ' ',
    '-1',
    '',
  ),
  word,
);
const record = fc.tuple(houseCode, word, word, word);

function staged(records: readonly (readonly string[])[], columns: readonly (string | null)[]) {
  const stage = new Stage(3, columns);
  const full = records.map((fields, at) => stage.add(fields, at + 2));
  const chunks = [...full, stage.take()].filter((chunk): chunk is StagedChunk => chunk !== null);
  const reader = new StagedReader();
  const rows = chunks.flatMap((chunk) => [...reader.rowsOf(chunk)]);
  const words = new Map(chunks.flatMap(({ words }) => (words ? wordsOf(words) : [])));
  const counts = Array.from(tableFromIPC(stage.counts), (row) => {
    const { file, kind, code, rows } = row?.toJSON() as { file: number; kind: string; code: number; rows: number };
    return { file, kind, word: words.get(`${kind} ${code}`), rows };
  });
  return { rows, counts };
}

const wordsOf = (words: Uint8Array): (readonly [string, string])[] =>
  Array.from(tableFromIPC(words), (row) => {
    const { kind, code, word } = row?.toJSON() as { kind: string; code: number; word: string };
    return [`${kind} ${code}`, word] as const;
  });

describe('a stage', () => {
  it('gives back every cell, and counts each word', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 300 }), (records) => {
        const { rows, counts } = staged(records, headers);
        expect(rows.map(({ house_code, status, tambon, line }) => [house_code, status, tambon, line])).toEqual(
          records.map(([code, status, , tambon], at) => [code, status, tambon, at + 2]),
        );
        for (const [kind, place] of [
          ['status', 1],
          ['tambon', 3],
          ['house_code', 0],
        ] as const) {
          const cells = records.map((fields) => fields[place]).filter((cell) => place > 0 || !/^\d{11}$/.test(cell));
          const expected = [...new Set(cells)].map((cell) => [cell, cells.filter((one) => one === cell).length]);
          const told = counts.filter((one) => one.kind === kind).map(({ word, rows }) => [word, rows]);
          expect(new Map(told as [string, number][])).toEqual(new Map(expected as [string, number][]));
        }
      }),
      { seed: 11, numRuns: 40 },
    );
  });

  it('gives back the words of a column, however many there are: their codes grow wider', () => {
    const records = Array.from({ length: 70_000 }, (_, n) => [String(n), String(n % 300), String(n % 7)]);
    const { rows } = staged(records, ['activity', 'village', 'status']);
    const told = rows.map(({ activity, village, status }) => [activity, village, status]);
    expect(told.filter((cells, at) => String(cells) !== String(records[at]))).toEqual([]);
    expect(told).toHaveLength(70_000);
  });

  it('counts all rows as empty in a column that the file lacks', () => {
    const { rows, counts } = staged([['1'], ['2'], ['2']], ['status']);
    expect(rows.map(({ house_code, survey }) => [house_code, survey])).toEqual([
      ['', ''],
      ['', ''],
      ['', ''],
    ]);
    for (const kind of ['house_code', 'survey', 'tambon'])
      expect(counts.filter((one) => one.kind === kind)).toEqual([{ file: 3, kind, word: '', rows: 3 }]);
  });
});
