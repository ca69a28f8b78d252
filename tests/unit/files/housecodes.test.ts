/** Proves which house codes are told to come again, against a plain count. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HouseCodes } from '../../../src/files/housecodes.ts';

function againOf(cells: readonly string[]): readonly string[] | null {
  const codes = new HouseCodes();
  for (const cell of cells) codes.add(cell);
  return codes.again;
}

function counted(cells: readonly string[]): readonly string[] | null {
  const counts = new Map<string, number>();
  for (const cell of cells.filter((one) => /^[0-9]{11}$/.test(one) && Number(one) > 0))
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const again = [...counts].filter(([, count]) => count > 1).map(([cell]) => cell);
  return (counts.size - again.length) * 2 < cells.length ? null : again;
}

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 99_999_999_999 }).map((code) => String(code).padStart(11, '0')) },
  { weight: 2, arbitrary: fc.integer({ min: 94_000_000_000, max: 94_000_000_020 }).map(String) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '00000000000', '9400000000', '๙๔๐๐๐๐๐๐๐๐๑', '9400000000a', ' 94000000001'),
  },
);

it('tells codes of eleven digits that come again, where most have one of their own', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 200 }), (cells) => {
      const told = againOf(cells);
      expect(told && [...told].sort()).toEqual(counted(cells)?.slice().sort() ?? null);
    }),
    { numRuns: 300, seed: 11 },
  );
});

it('finds the two that are alike among half a million that follow each other', () => {
  const cells = Array.from({ length: 500_000 }, (_, at) => String(94_000_000_000 + at));
  expect(againOf([...cells, '94000000007'])).toEqual(['94000000007']);
});
