/** Proves that the short way from bytes to records gives what the long way gives, whatever the bytes are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineReader } from '../../../src/files/lines.ts';
import { RecordReader, textOf, type Fault } from '../../../src/files/records.ts';

interface Read {
  readonly fields: readonly string[];
  readonly line: number;
  readonly text: string;
  readonly fault: Fault | null;
  readonly isLast: boolean;
}

/** All records, and how many of them came the short way. */
function read(bytes: Uint8Array, cuts: readonly number[], delimiter: string, isShort: boolean) {
  const records: Read[] = [];
  let taken = 0;
  const reader = new RecordReader(delimiter, 3, (fields, line, text, fault, isLast) =>
    records.push({ fields, line, text: textOf(text) ?? '', fault, isLast }),
  );
  const { take } = reader;
  const counting =
    take &&
    ((...line: Parameters<typeof take>): number => {
      const next = take(...line);
      if (next > 0) taken++;
      return next;
    });
  const lines = new LineReader((line) => reader.push(line), 'utf-8', isShort ? counting : null);
  let at = 0;
  for (const cut of [...cuts, bytes.length].sort((a, b) => a - b)) {
    lines.push(bytes.slice(at, Math.max(at, cut)));
    at = Math.max(at, cut);
  }
  lines.finish();
  reader.finish();
  return { records, taken };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

/** Cells that come again, cells that begin or end alike, cells at the limit of what is known again; and what breaks a line. */
const words = [
  'ปัตตานี',
  'ปัตตานาน',
  'ปัต',
  '',
  ' ',
  '0',
  '7',
  '94100000001',
  '94100000002',
  'ก',
  '𝒳',
  '\ufeff',
  '\ufffd',
  'a',
];
const long = [
  'ก'.repeat(42),
  `${'ก'.repeat(42)}aa`,
  `${'ก'.repeat(42)}aaa`,
  'x'.repeat(32),
  'y'.repeat(33),
  'z'.repeat(300),
];
const quoted = [
  '"ก"',
  '""',
  '"a,b"',
  '"a""b"',
  '"ก\nข"',
  '"a\r\nb"',
  '"',
  '"ก',
  'ก"',
  'a"b',
  '"a"b',
  '"\0"',
  '"\ufeff"',
];
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words).map(utf8) },
  { weight: 2, arbitrary: fc.constantFrom(...long).map(utf8) },
  { weight: 2, arbitrary: fc.constantFrom(...quoted).map(utf8) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom([0], [0xff], [0xe0, 0xb8], [0xa1, 0xa2], [0xed, 0xa0, 0x80])
      .map((odd) => Uint8Array.from(odd)),
  },
);
const end = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('\n', '\r\n') },
  { weight: 1, arbitrary: fc.constantFrom('\r', '\n\n', '\r\r\n', '') },
);
const file = (delimiter: string) =>
  fc.array(fc.tuple(fc.array(cell, { maxLength: 5 }), end, fc.boolean()), { maxLength: 12 }).map((lines) =>
    joined(
      lines.flatMap(([cells, close, isTwice]) => {
        const line = [...cells.flatMap((one, at) => (at > 0 ? [utf8(delimiter), one] : [one])), utf8(close)];
        return isTwice ? [...line, ...line] : line;
      }),
    ),
  );

describe('the short way', () => {
  it.each([',', ';', '\t', '|'])('is the long way for anything parted by %j', (delimiter) => {
    fc.assert(
      fc.property(file(delimiter), fc.array(fc.nat(400), { maxLength: 4 }), (bytes, cuts) => {
        expect(read(bytes, cuts, delimiter, true).records).toEqual(read(bytes, cuts, delimiter, false).records);
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  it('is the long way for bytes of no meaning', () => {
    const byte = fc.oneof(fc.constantFrom(10, 13, 34, 44, 0, 97, 0xe0, 0xb8, 0x81), fc.nat(255));
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 80 }), fc.array(fc.nat(80)), (bytes, cuts) => {
        const soup = Uint8Array.from(bytes);
        expect(read(soup, cuts, ',', true).records).toEqual(read(soup, cuts, ',', false).records);
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  it('is taken by all lines but those that need a second look', () => {
    const lines = ['รหัสบ้าน,ก,ข', '94100000001,ปัตตานี,"20,000"', '94100000002,ปัตตานี,"20,000"', '94100000003,"a""b",'];
    expect(read(utf8(`${lines.join('\r\n')}\nท้าย,,`), [], ',', true).taken).toBe(3);
  });

  it('keeps apart cells that are many more than it can know', () => {
    const rows = Array.from({ length: 70_000 }, (_, row) => `${row},บ้าน ${row % 9_973},"${row % 77},0"`);
    const { records, taken } = read(utf8(`${rows.join('\n')}\n`), [], ',', true);
    expect(taken).toBe(rows.length);
    expect(records.every(({ fields }, row) => fields.join() === `${row},บ้าน ${row % 9_973},${row % 77},0`)).toBe(true);
  });
});
