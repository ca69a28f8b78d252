/** Proves that lines and records are read exactly or told to be broken, whatever a file holds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineReader, type Line } from '../../../src/files/lines.ts';
import { RecordReader, textOf, type Fault } from '../../../src/files/records.ts';

interface Read {
  readonly fields: readonly string[];
  readonly line: number;
  readonly text: string;
  readonly fault: Fault | null;
}

function linesOf(bytes: Uint8Array, cuts: readonly number[] = []): Line[] {
  const lines: Line[] = [];
  const reader = new LineReader((line) => lines.push(line));
  let at = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    reader.push(bytes.subarray(at, Math.max(at, cut)));
    at = Math.max(at, cut);
  }
  reader.push(bytes.subarray(at));
  reader.finish();
  return lines;
}

function read(text: string | Uint8Array, width = 0, cuts: readonly number[] = []): Read[] {
  const records: Read[] = [];
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const reader = new RecordReader(',', width, (fields, line, raw, fault) =>
    records.push({ fields, line, text: textOf(raw) ?? '', fault }),
  );
  linesOf(bytes, cuts).forEach((line) => reader.push(line));
  reader.finish();
  return records;
}

const faults = (text: string | Uint8Array, width = 0): (string | null)[] => read(text, width).map(({ fault }) => fault);
const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const cell = fc.string({
  unit: fc.constantFrom('a', 'บ', 'ำ', '้', ',', '"', '\n', '\r', ' ', '๑', '𝒳', '\ufeff', ';'),
});

describe('lines', () => {
  it('takes LF, CRLF and CR in one file, and a last line without an end', () => {
    const lines = linesOf(new TextEncoder().encode('a\nb\r\nc\rd\r\r\ne'));
    expect(lines.map(({ text, end }) => [text, end])).toEqual([
      ['a', '\n'],
      ['b', '\r\n'],
      ['c', '\r'],
      ['d', '\r'],
      ['', '\r\n'],
      ['e', ''],
    ]);
  });

  it('reads a file of the old Macintosh', () => {
    expect(linesOf(new TextEncoder().encode('a\rb\rc'), [2, 3]).map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  });

  it('drops a byte order mark at the start only, however the bytes arrive', () => {
    const bytes = new TextEncoder().encode('\ufeffก\n\ufeffข\n');
    for (const cuts of [[], [1], [1, 2], [2, 4]]) {
      expect(linesOf(bytes, cuts).map(({ text }) => text)).toEqual(['ก', '\ufeffข']);
    }
  });

  it('suffers a byte that is not UTF-8 in its own line only, and shows it as Thai', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('ก\n'), 0xc2, 0xd0, 0xc3, 0xd1, 0xa7, 10, 0x62, 10]);
    expect(linesOf(bytes)).toEqual([
      { number: 1, text: 'ก', end: '\n', fault: null },
      { number: 2, text: 'ยะรัง', end: '\n', fault: 'not_utf8' },
      { number: 3, text: 'b', end: '\n', fault: null },
    ]);
  });

  it('gives back every character, cut anywhere', () => {
    fc.assert(
      fc.property(cell, fc.array(fc.nat(60), { maxLength: 4 }), (text, cuts) => {
        const bytes = new TextEncoder().encode(`x${text}`);
        const fit = cuts.filter((cut) => cut < bytes.length);
        expect(
          linesOf(bytes, fit)
            .map((line) => line.text + line.end)
            .join(''),
        ).toBe(`x${text}`);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('records', () => {
  it('reads quotes, doubled quotes and line breaks inside quotes, with the line each begins on', () => {
    expect(read('a,"b ""c"" d",\n"x\r\ny",,z\nq,r,s')).toEqual([
      { fields: ['a', 'b "c" d', ''], line: 1, text: 'a,"b ""c"" d",', fault: null },
      { fields: ['x\r\ny', '', 'z'], line: 2, text: '"x\r\ny",,z', fault: null },
      { fields: ['q', 'r', 's'], line: 4, text: 'q,r,s', fault: null },
    ]);
  });

  it('names what is wrong with a record and reads on', () => {
    expect(faults('a,b\n"x"y,b\nc,d\n')).toEqual([null, 'text_after_quote', null]);
    expect(faults('a,b\nx "y",b\nc,d\n')).toEqual([null, 'quote_stray', null]);
    expect(faults('a,b\n\0,b\nc,d\n')).toEqual([null, 'nul', null]);
  });

  it('reports an open quote at the line that opened it and swallows nothing', () => {
    const rest = Array.from({ length: 5_000 }, (_, row) => `${row},x,y`).join('\n');
    const records = read(`a,b,c\n1,"open,3\n${rest}\n`, 3);
    expect(records.filter(({ fault }) => fault !== null)).toEqual([
      { fields: [], line: 2, text: '1,"open,3', fault: 'quote_unclosed' },
    ]);
    expect(records).toHaveLength(5_002);
  });

  it('sees records inside an open quote that a later quote happens to close', () => {
    const records = read('a,b,c\n1,"open,3\n4,5,6\n7,8,9"\n10,11,12\n', 3);
    expect(records.map(({ line, fault }) => [line, fault])).toEqual([
      [1, null],
      [2, 'quote_unclosed'],
      [3, null],
      [4, 'quote_stray'],
      [5, null],
    ]);
  });

  it('gives back the record whose own quote closed the one left open before it', () => {
    const records = read('a,b,c\n1,"open,3\n4,"5",6\n', 3);
    expect(records.map(({ line, fault, fields }) => [line, fault, fields.length])).toEqual([
      [1, null, 3],
      [2, 'quote_unclosed', 0],
      [3, null, 3],
    ]);
  });

  it('reads back whatever was written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.nat(80), { maxLength: 3 }),
        (rows, end, cuts) => {
          const text = rows.map((row) => row.map(quote).join(',') + end).join('');
          fc.pre(!text.startsWith('\ufeff'));
          const size = new TextEncoder().encode(text).length;
          const records = read(
            text,
            0,
            cuts.filter((cut) => cut < size),
          );
          expect(records.map(({ fields }) => fields)).toEqual(rows);
          // Told the width, it may doubt a good record, but then it says so.
          const doubting = read(text, 3);
          const isSaid = doubting.some(({ fault, fields }) => fault !== null || fields.length !== 3);
          if (!isSaid) expect(doubting.map(({ fields }) => fields)).toEqual(rows);
        },
      ),
      { seed: 2, numRuns: 500 },
    );
  });

  it('loses no line to any change of any byte, and no record but the changed one to a quote too many', () => {
    const table = Array.from({ length: 30 }, (_, row) => `${row},"ก, ""ข""",${row % 3 === 0 ? '"ค\nง"' : 'จ'},z`);
    const clean = `${table.join('\n')}\n`;
    const bytes = new TextEncoder().encode(clean);
    const whole = read(clean, 4).map(({ text }) => text);
    fc.assert(
      fc.property(
        fc.nat(bytes.length - 1),
        fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0xff, 0x00, 0x61, -1),
        (at, byte) => {
          const changed = byte < 0 ? bytes.filter((_, index) => index !== at) : bytes.with(at, byte);
          const lines = linesOf(changed);
          const records = read(changed, 4);
          expect(records.map(({ text }) => text.split(/\r\n|\n|\r/).length).reduce((a, b) => a + b)).toBe(lines.length);
          const inserted = new Uint8Array([...bytes.subarray(0, at), 0x22, ...bytes.subarray(at)]);
          if ((inserted[at - 1] ?? 10) >= 0x80 && (inserted[at + 1] ?? 0) >= 0x80) return;
          const kept = read(inserted, 4).filter(({ fault, fields }) => fault === null && fields.length === 4);
          expect(whole.filter((text) => !kept.some((record) => record.text === text)).length).toBeLessThanOrEqual(2);
        },
      ),
      { seed: 3, numRuns: 600 },
    );
  });
});
