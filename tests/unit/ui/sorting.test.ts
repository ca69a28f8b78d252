/** Proves the order of table rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriesFiles } from '../../../src/ui/files.ts';
import { nextSort, sorted } from '../../../src/ui/sorting.ts';

const self = <T>(value: T): T => value;

describe('sorted', () => {
  it('orders Thai names by their consonant, not by the vowel written before it', () => {
    const names = ['ไม้แก่น', 'โคกโพธิ์', 'กะพ้อ', 'แม่ลาน', 'มายอ', 'เมืองปัตตานี', 'หนองจิก'];
    expect(sorted(names, self, false)).toEqual(['กะพ้อ', 'โคกโพธิ์', 'มายอ', 'เมืองปัตตานี', 'แม่ลาน', 'ไม้แก่น', 'หนองจิก']);
  });

  it('keeps rows without a value last both ways', () => {
    expect(sorted([3, null, 1, null, 2], self, false)).toEqual([1, 2, 3, null, null]);
    expect(sorted([3, null, 1, null, 2], self, true)).toEqual([3, 2, 1, null, null]);
  });

  it('looks at each row once', () => {
    const seen: number[] = [];
    sorted([3, 1, 2, 5, 4], (row) => (seen.push(row), row), true);
    expect(seen).toEqual([3, 1, 2, 5, 4]);
  });

  it('leaves the given rows alone and equal rows in their order', () => {
    const rows = [
      { id: 'b', n: 1 },
      { id: 'a', n: 1 },
    ];
    expect(sorted(rows, ({ n }) => n, true).map(({ id }) => id)).toEqual(['b', 'a']);
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer())), fc.boolean(), (values, descending) => {
        const before = [...values];
        const after = sorted(values, self, descending);
        expect(values).toEqual(before);
        expect(after.toSorted()).toEqual(before.toSorted());
        const numbers = after.filter((value) => value !== null);
        expect(numbers).toEqual(numbers.toSorted((a, b) => (descending ? b - a : a - b)));
      }),
    );
  });
});

describe('nextSort', () => {
  it('begins figures with the largest and names with ก, and turns on the second click', () => {
    expect(nextSort(null, 'pending', true)).toEqual({ column: 'pending', descending: true });
    expect(nextSort({ column: 'pending', descending: true }, 'pending', true).descending).toBe(false);
    expect(nextSort({ column: 'pending', descending: true }, 'name', false)).toEqual({
      column: 'name',
      descending: false,
    });
  });
});

describe('carriesFiles', () => {
  it('tells files from text and links', () => {
    expect(carriesFiles(['Files'])).toBe(true);
    expect(carriesFiles(['text/plain'])).toBe(false);
    expect(carriesFiles(undefined)).toBe(false);
  });
});
