/** Proves that the short way through a worksheet gives what the library gives, and is taken by what programs usually write. */
import type { CellObject, WorkBook } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zippedTables } from '../../../src/files/spreadsheet.ts';
import { scan } from '../../../src/files/scan.ts';
import { SwiftSheet } from '../../../src/files/swiftsheet.ts';
import { entriesOf } from '../../../src/files/zip.ts';
import { file, workbook, zip } from '../../support/formats.ts';

const sheet1 = 'xl/worksheets/sheet1.xml';

/** All that is known of each table, or why there is none. */
async function read(source: File, isShort: boolean): Promise<unknown> {
  try {
    const entries = await entriesOf(source, source.name);
    const opened = { source, head: new Uint8Array(), entries, seal: () => undefined };
    const found: unknown[] = [];
    for (const table of await zippedTables(opened, isShort)) {
      const records: unknown[] = [];
      for await (const share of table.read((...[fields, line, , , , holes = []]) =>
        records.push([fields, line, holes]),
      ))
        expect(share).toBeLessThanOrEqual(1);
      found.push({ ...table, records });
    }
    return JSON.stringify(found);
  } catch (error) {
    return String(error);
  }
}

async function expectAlike(bytes: Uint8Array): Promise<void> {
  const source = file(bytes, 'x.xlsx');
  expect(await read(source, true)).toEqual(await read(source, false));
}

function isTaken(xml: string): boolean {
  const reading = SwiftSheet.read(sheet1, new TextEncoder().encode(xml));
  let step = reading.next();
  while (step.done !== true) step = reading.next();
  return step.value !== null;
}

const formats = ['General', '0', '00000000000', 'd/m/yyyy', '[$-41E]d mmm yy', '0.00', 'h:mm', '@'];
type Cell = CellObject | string | number | boolean | null;
const number = fc.tuple(fc.integer(), fc.constantFrom(1, 7, 1e3, 1e9, 1e25)).map(([over, under]) => over / under);
const usual = fc.oneof<fc.Arbitrary<Cell>[]>(
  fc.constantFrom(null, 'ปัตตานี', ' ก ', '<a&b>"', '_x000D_', '94100000001', 'ก\nข', '', true, false),
  number,
  fc.tuple(number, fc.constantFrom(...formats)).map(([v, z]) => ({ t: 'n', v, z })),
);
const odd = fc.oneof<fc.Arbitrary<Cell>[]>(
  usual,
  fc.constantFrom<CellObject>({ t: 'e', v: 42 }, { t: 'n', v: 7, f: 'A1+1' }, { t: 's', v: 'ก', f: 'A2' }),
);
const plain = [
  ['รหัสบ้าน', 'สถานะการช่วยเหลือ', 'จำนวน'],
  ['94100000001', 'ช่วยเหลือแล้ว', 3],
  ['94100000002', '', { t: 'n', v: 44741, z: 'd/m/yyyy' }],
];
const book = (): Uint8Array => workbook({ ก: plain, ข: [...plain, ['94100000003', true, 0.1 + 0.2]] });

describe('the short way through a worksheet', () => {
  it('is the library’s for any cells', async () => {
    const sheetOf = (cell: fc.Arbitrary<Cell>): fc.Arbitrary<Cell[][]> =>
      fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(sheetOf(usual), sheetOf(odd), fc.nat(7), async (one, other, hiddenRow) => {
        const change = (written: WorkBook): void => {
          written.Sheets.ก!['!rows'] = Array.from({ length: 8 }, (_, row) => ({ hidden: row === hiddenRow }));
          written.Sheets.ข!['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 2, c: 0 } }];
        };
        await expectAlike(workbook({ ก: one, ข: other }, 'xlsx', change));
      }),
      { seed: 5, numRuns: 120 },
    );
  }, 60_000);

  it('is the library’s whatever else stands in the sheet', async () => {
    const parts = unzipSync(book());
    const xml = new TextDecoder().decode(parts[sheet1]);
    const pieces = [
      '<',
      '>',
      '"',
      '0',
      '9',
      'A',
      'Z1',
      ' t="s"',
      ' t="str"',
      '<v>1</v>',
      '<f>A1</f>',
      '</row>',
      '<row r="9">',
      '<!--',
      '&amp;',
      ' hidden="1"',
      ' r="2"',
      '\n',
      '<sheetData>',
      '</sheetData>',
      '<c r="B2"/>',
      'e5',
      '-',
    ];
    await fc.assert(
      fc.asyncProperty(fc.nat(xml.length), fc.nat(6), fc.constantFrom('', ...pieces), async (at, cut, piece) => {
        await expectAlike(zip({ ...parts, [sheet1]: xml.slice(0, at) + piece + xml.slice(at + cut) }));
      }),
      { seed: 5, numRuns: 400 },
    );
  }, 60_000);

  it('is taken by sheets of texts and numbers, and by no other', () => {
    const parts = unzipSync(book());
    const xml = new TextDecoder().decode(parts[sheet1]);
    expect(isTaken(xml)).toBe(true);
    expect(isTaken(xml.replace('<row r="2"', '<row r="2" spans="1:3" hidden="1" x14ac:dyDescent="0.25"'))).toBe(true);
    expect(isTaken(xml.replace('<v>3</v>', '<f>1+2</f><v>3</v>'))).toBe(false);
    expect(isTaken(xml.replace('<v>3</v>', '<v> 3</v>'))).toBe(false);
    expect(isTaken(xml.replace('<row r="2"', '<row'))).toBe(false);
    expect(isTaken(xml.replace('r="B2"', 'r="A2"'))).toBe(false);
    expect(isTaken(xml.replace('r="B2"', 'r="B3"'))).toBe(false);
  });

  it('is left where a text is pointed to that is not there', async () => {
    const parts = unzipSync(book());
    const xml = new TextDecoder().decode(parts[sheet1]).replace('<v>0</v>', '<v>999</v>');
    await expectAlike(zip({ ...parts, [sheet1]: xml }));
  });

  it('tells how far it is before the first row is proven', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => [`94${String(row).padStart(9, '0')}`, 'ช่วยเหลือแล้ว', row]);
    const told: { bytesDone: number; rows: number }[] = [];
    const source = file(workbook({ ก: [['รหัสบ้าน', 'สถานะการช่วยเหลือ', 'จำนวนสมาชิก'], ...rows] }), 'x.xlsx');
    for await (const event of scan(source, 0)) if (event.kind === 'progress') told.push(event);
    expect(told.filter((one) => one.rows === 0).length).toBeGreaterThan(20);
    expect(told.map(({ bytesDone }) => bytesDone)).toEqual(
      told.map(({ bytesDone }) => bytesDone).sort((a, b) => a - b),
    );
    expect(told.at(-1)).toEqual({ kind: 'progress', bytesDone: source.size, rows: rows.length });
  });
});
