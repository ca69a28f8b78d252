/** Proves that a file's encoding is told by its bytes: 60 combinations read alike, and garbled Thai refused. */
import { describe, expect, it } from 'vitest';
import { csv, encode, file } from '../../support/formats.ts';
import { read, refusal } from './reading.ts';

const rows = [
  ['ลำดับ', 'รหัสบ้าน', 'รหัสตำบล', 'ตำบล', 'มิติ', 'สถานะการช่วยเหลือ'],
  ['1', '94100000001', '941001', 'ยะรัง', 'สุขภาพ, "รายได้"', 'ช่วยเหลือแล้ว'],
  ['2', '94100000002', '941002', 'สะดาวา', 'การศึกษา;ความเป็นอยู่', 'ยังไม่ได้รับ\nการช่วยเหลือ'],
  ['3', '94100000003', '941003', 'ประจัน | เธอ', '', 'ไม่ต้องการ\tความช่วยเหลือ'],
];
const encodings = [
  ['utf-8', false],
  ['utf-8', true],
  ['utf-16le', true],
  ['utf-16le', false],
  ['utf-16be', true],
  ['utf-16be', false],
  ['windows-874', false],
] as const;

describe('60 ways to write one table and more', () => {
  const ways = encodings.flatMap(([encoding, hasMark]) =>
    [',', ';', '\t', '|'].flatMap((delimiter) =>
      ['\n', '\r\n', '\r'].map((end) => ({ encoding, hasMark, delimiter, end })),
    ),
  );
  it.each(ways)('$encoding mark $hasMark $delimiter $end', async ({ encoding, hasMark, delimiter, end }) => {
    const { tables, rows: found } = await read(file(encode(csv(rows, delimiter, end), encoding, hasMark), 'x.csv'));
    expect(tables).toMatchObject([{ encoding, format: 'csv', read: 3, kept: 3, broken: [] }]);
    const staged = found.map((row) => [row.house_code, row.tambon_code, row.tambon, row.dimension ?? '', row.status]);
    expect(staged).toEqual(rows.slice(1).map((row) => row.slice(1)));
    expect(found.map(({ line }) => line)).toEqual([2, 3, 5]);
  });
});

describe('a file of one encoding with lines of another', () => {
  const line = (text: string): string => `9,94100000009,941001,${text},สุขภาพ,ช่วยเหลือแล้ว\n`;

  it('keeps the rest of UTF-8', async () => {
    const parts = [encode(csv(rows), 'utf-8'), encode(line('ยะรัง').repeat(3), 'windows-874')];
    const { tables } = await read(file(Buffer.concat(parts), 'x.csv'));
    expect(tables[0]).toMatchObject({ encoding: 'utf-8', kept: 3 });
    expect(tables[0]?.broken.map(({ code, line, text }) => [code, line, text])).toEqual(
      [6, 7, 8].map((at) => ['not_utf8', at, line('ยะรัง').trim()]),
    );
  });

  it('keeps the rest of Windows-874', async () => {
    const table = csv([...rows, ...rows.slice(1), ...rows.slice(1)]);
    const parts = [encode(table, 'windows-874'), encode(line('ยะรัง'), 'utf-8'), encode(line('เธอเนย'), 'windows-874')];
    const { tables, rows: found } = await read(file(Buffer.concat(parts), 'x.csv'));
    expect(tables[0]).toMatchObject({ encoding: 'windows-874', kept: 10 });
    expect(tables[0]?.broken).toMatchObject([{ code: 'not_decoded', text: line('ยะรัง').trim() }]);
    expect(found.at(-1)?.tambon).toBe('เธอเนย');
  });

  it('tells signs that the encoding has not', async () => {
    const bytes = encode(csv([...rows, ['4', '94100000004', '941001', 'x?', 'สุขภาพ', 'ก']]), 'windows-874');
    const { tables } = await read(file(bytes.with(bytes.lastIndexOf(0x3f), 0xfd), 'x.csv'));
    expect(tables[0]?.broken.map(({ code }) => code)).toEqual(['not_decoded']);
    const odd = encode(csv(rows), 'utf-16le', true);
    expect((await read(file(odd.subarray(0, -1), 'x.csv'))).tables[0]?.broken.map(({ code }) => code)).toEqual([
      'not_decoded',
    ]);
  });

  it('finds Thai that begins far below an English header', async () => {
    const ascii = Array.from({ length: 9_000 }, (_, row) => `${row},94100000001,941001,,1,1\n`).join('');
    const text = `no.,house_code,tambon_code,tambon,health,status\n${ascii}${line('ยะรัง')}`;
    for (const encoding of ['utf-8', 'windows-874'] as const) {
      const { tables, rows: found } = await read(file(encode(text, encoding), 'x.csv'));
      expect(tables[0]).toMatchObject({ encoding, kept: 9_001, broken: [] });
      expect(found.at(-1)?.tambon).toBe('ยะรัง');
    }
  });
});

describe('Thai that was garbled before it came', () => {
  const text = csv(rows);
  const asWestern = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);
  it.each([
    ['latin', asWestern(encode(text, 'windows-874'))],
    ['latin', asWestern(encode(text, 'utf-8'))],
    ['thai', new TextDecoder('windows-874').decode(encode(text, 'utf-8'))],
    ['lost', new TextDecoder('utf-8').decode(encode(text, 'windows-874'))],
  ])('%s is refused', async (how, garbled) => {
    expect(await refusal(file(garbled, 'x.csv'))).toEqual(['file_garbled', { file: 'x.csv', how }]);
    expect(await refusal(file(encode(garbled, 'utf-16le', true), 'x.csv'))).toEqual([
      'file_garbled',
      { file: 'x.csv', how },
    ]);
  });

  it('is not seen where there is none', async () => {
    const odd = csv([...rows, ['4', '94100000004', '941001', 'เธอ เนย เธียร เนื่อง', 'café naïve', '�']]);
    expect((await read(file(odd, 'x.csv'))).tables[0]?.kept).toBe(4);
  });

  it('nor is another encoding taken for one that is known', async () => {
    const cyrillic = Uint8Array.from(text, (letter) =>
      letter > '\x7f' ? 0x80 + (letter.charCodeAt(0) % 0x20) : letter.charCodeAt(0),
    );
    expect(await refusal(file(cyrillic, 'x.csv'))).toEqual(['file_encoding', { file: 'x.csv', encoding: 'unknown' }]);
  });
});
