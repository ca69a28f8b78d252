/** Proves that what goes out to be mended comes back exactly: no formula runs, no cell changes, no unmended row slips in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare, inert, readSeal, seal } from '../../../src/model/mending.ts';

const odd = fc.string({
  unit: fc.constantFrom(
    "'",
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '＝',
    '＋',
    '－',
    '＠',
    '1',
    ',',
    '.',
    '%',
    'ก',
    ' ',
  ),
  maxLength: 6,
});

describe('a cell made inert', () => {
  it('comes back as it was, whatever it holds', () => {
    fc.assert(fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (cell) => bare(inert(cell)) === cell));
  });

  it('begins with nothing that a spreadsheet calculates, unless it is a number', () => {
    fc.assert(
      fc.property(odd, (cell) => /^[-+]?[\d,]*(\.\d+)?%?$/.test(cell) || !/^[=+\-@\t\r\n＝＋－＠]/.test(inert(cell))),
    );
  });

  it.each(['-5', '+3.5', '-1,200', '-', '27/1', '94100000001', '50%', 'บ้าน', '', "'", '1=1', '-.5'])(
    'is left alone where it is harmless: %j',
    (cell) => expect(inert(cell)).toBe(cell),
  );

  it.each(['=1+1', '=HYPERLINK("x")', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1', "'=1", '--', '- ไม่มี'])(
    'gets an apostrophe where it is not: %j',
    (cell) => expect(inert(cell)).toBe(`'${cell}`),
  );
});

describe('the seal of a row', () => {
  it('knows the row again with blanks added or dropped at its end, and no other', () => {
    const cells = fc.array(fc.string(), { maxLength: 8 });
    fc.assert(
      fc.property(cells, cells, fc.boolean(), fc.nat(3), (before, after, isInert, blanks) => {
        const read = readSeal(seal('fields_too_few', before, isInert));
        expect(read?.isInert).toBe(isInert);
        expect(read?.isUntouched([...before, ...Array<string>(blanks).fill('')])).toBe(true);
        const trimmed = (row: readonly string[]): string =>
          JSON.stringify(row.slice(0, row.findLastIndex((cell) => cell.trim() !== '') + 1));
        expect(read?.isUntouched(after)).toBe(trimmed(before) === trimmed(after));
      }),
    );
  });

  it.each(['', 'fields_too_few', 'fields_too_few:12', ':12345678', 'แก้แล้ว'])('is none: %j', (cell) =>
    expect(readSeal(cell)).toBeNull(),
  );
});
