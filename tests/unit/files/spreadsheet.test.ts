/** Proves that spreadsheets are read as their cells are stored: nothing guessed, nothing lost, what is hidden said. */
import type { CellObject, WorkBook } from '@e965/xlsx';
import { CFB } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { file, workbook, zip, type BookType } from '../../support/formats.ts';
import { read, refusal } from './reading.ts';

const header = ['รหัสบ้าน', 'บ้านเลขที่', 'รหัสตำบล', 'ณ วันที่', 'มิติสุขภาพ', 'สถานะการช่วยเหลือ'];
const row = (code: unknown, more: Partial<Record<string, unknown>> = {}): unknown[] =>
  header.map((name) =>
    name in more ? more[name] : ({ รหัสบ้าน: code, รหัสตำบล: '941001' } as Record<string, unknown>)[name],
  );
/** Counted in days, as spreadsheets do; the format alone makes it a date. */
const day = (v: number): CellObject => ({ t: 'n', v, z: 'd/m/yyyy' });
const books: readonly BookType[] = ['xlsx', 'xlsb', 'xls', 'ods', 'xlml'];

/** A workbook as another program would have written its first sheet. */
function rewritten(bytes: Uint8Array, part: string, change: (xml: string) => string): File {
  const parts = unzipSync(bytes);
  const xml = new TextDecoder().decode(parts[part]);
  expect(change(xml)).not.toBe(xml);
  return file(zip({ ...parts, [part]: change(xml) }), `x.${part === 'content.xml' ? 'ods' : 'xlsx'}`);
}
const sheet1 = 'xl/worksheets/sheet1.xml';

describe('cells', () => {
  it.each(books)('keep their digits and their day in %s', async (type) => {
    const cells = [
      row('0941000001', { บ้านเลขที่: '27/1', 'ณ วันที่': day(44741), มิติสุขภาพ: 1 }),
      row(94100000001, { บ้านเลขที่: 27.5, รหัสตำบล: 941001, 'ณ วันที่': '29/02/2567', มิติสุขภาพ: true }),
      row(1234567890123, { บ้านเลขที่: 0.1 + 0.2, 'ณ วันที่': day(44741.572916666664), มิติสุขภาพ: 0 }),
    ];
    const { tables, rows } = await read(file(workbook({ ก: [header, ...cells] }, type), 'x.any'));
    expect(tables).toMatchObject([{ name: 'x.any › ก', read: 3, kept: 3, notes: [] }]);
    expect(rows.map((one) => [one.line, one.house_code, one.house_no, one.tambon_code, one.as_of, one.health])).toEqual(
      [
        [2, '0941000001', '27/1', '941001', '2022-06-29', '1'],
        [3, '94100000001', '27.5', '941001', '29/02/2567', 'TRUE'],
        [4, '1234567890123', '0.3', '941001', '2022-06-29 13:45:00', '0'],
      ],
    );
  });

  it.each(['xlsx', 'xls', 'xlml'] as const)('keep their day in a %s that counts from 1904', async (type) => {
    const use1904 = (book: WorkBook): void => void (book.Workbook = { WBProps: { date1904: true } });
    const { rows } = await read(
      file(workbook({ ก: [header, row('94100000001', { 'ณ วันที่': day(43279) })] }, type, use1904), 'x'),
    );
    expect(rows[0]?.as_of).toBe('2022-06-29');
  });

  it('show the zeros that their format puts before a code', async () => {
    const cells = [row({ t: 'n', v: 941000001, z: '00000000000' }), row({ t: 'n', v: 94100000001, z: '0' })];
    const { rows } = await read(file(workbook({ ก: [header, ...cells] }), 'x'));
    expect(rows.map(({ house_code: code }) => code)).toEqual(['00941000001', '94100000001']);
  });

  it.each(books)('that have lost digits quarantine their row in %s', async (type) => {
    const cells = [row(9.41e16), row('9.41E+10'), row('94100000003', { รหัสตำบล: '9.41E+05' }), row('94100000004')];
    const { tables } = await read(file(workbook({ ก: [header, ...cells] }, type), 'x'));
    expect(tables[0]).toMatchObject({ read: 4, kept: 1 });
    expect(tables[0]?.broken.map(({ line, code, column }) => [line, code, column])).toEqual([
      [2, 'code_lost', 'house_code'],
      [3, 'code_lost', 'house_code'],
      [4, 'code_lost', 'tambon_code'],
    ]);
  });

  it('that were a house number and became a date are kept and flagged', async () => {
    const cells = [day(44588), '27-ม.ค.', 'Jan-27', '27/1', '27-1', '12-ก'].map((cell, at) =>
      row(`9410000000${at}`, { บ้านเลขที่: cell }),
    );
    const { tables } = await read(file(workbook({ ก: [header, ...cells] }), 'x'));
    expect(tables[0]).toMatchObject({ kept: 6 });
    expect(tables[0]?.doubts).toEqual([
      { line: 2, code: 'house_no_date', column: 'house_no', value: '2022-01-27' },
      { line: 3, code: 'house_no_date', column: 'house_no', value: '27-ม.ค.' },
      { line: 4, code: 'house_no_date', column: 'house_no', value: 'Jan-27' },
    ]);
  });

  it('that are formulas have the value that was worked out, or quarantine their row', async () => {
    const formula = (cell: Partial<CellObject>): unknown => ({ t: 's', f: 'CONCATENATE("9410","0000001")', ...cell });
    const bytes = workbook({
      ก: [
        [...header, 'ไม่รู้จัก'],
        [...row(formula({ v: '94100000001' })), 'ก'],
        [...row('94100000002'), { t: 'n', v: 7, f: 'MARK1()' }],
        [...row({ t: 'n', v: 7, f: 'MARK2()' }), 'ก'],
      ],
    });
    // As programs write them that know formulas but don't work them out.
    const source = rewritten(bytes, sheet1, (xml) => xml.replace(/(<f>MARK\d\(\)<\/f>)<v>7<\/v>/g, '$1'));
    const { tables, rows } = await read(source);
    expect(rows.map(({ house_code: code }) => code)).toEqual(['94100000001', '94100000002']);
    expect(tables[0]?.broken).toMatchObject([{ line: 4, code: 'formula_without_value', column: 'house_code' }]);
  });

  it('of ODS without a value worked out quarantine their row too', async () => {
    const bytes = workbook({ ก: [header, row('94100000001'), row('94100000002')] }, 'ods');
    const cell = /<table:table-cell[^>]*><text:p>94100000002<\/text:p><\/table:table-cell>/;
    const source = rewritten(bytes, 'content.xml', (xml) =>
      xml.replace(cell, '<table:table-cell table:formula="of:=[.A1]"></table:table-cell>'),
    );
    expect((await read(source)).tables[0]).toMatchObject({
      kept: 1,
      broken: [{ line: 3, code: 'formula_without_value' }],
    });
  });

  it('of ODS that close themselves are read', async () => {
    const bytes = workbook({ ก: [header, row(94100000001)] }, 'ods');
    const cell = /<table:table-cell office:value-type="float" office:value="94100000001"[^>]*>.*?<\/table:table-cell>/;
    const source = rewritten(bytes, 'content.xml', (xml) =>
      xml.replace(cell, '<table:table-cell office:value-type="float" office:value="94100000001"/>'),
    );
    expect((await read(source)).rows[0]?.house_code).toBe('94100000001');
  });

  it('that are merged have their value in the first and nothing in the others', async () => {
    const cells = [row('94100000001', { รหัสตำบล: '941001' }), row('94100000002', { รหัสตำบล: undefined })];
    const merge = (book: WorkBook): void => {
      book.Sheets.ก!['!merges'] = [{ s: { r: 1, c: 2 }, e: { r: 2, c: 2 } }];
    };
    for (const type of ['xlsx', 'xls', 'ods'] as const) {
      const { rows } = await read(file(workbook({ ก: [header, ...cells] }, type, merge), 'x'));
      expect(rows.map((one) => one.tambon_code)).toEqual(['941001', undefined]);
    }
  });

  it('that show an error say so', async () => {
    const { rows } = await read(
      file(workbook({ ก: [header, row('94100000001', { มิติสุขภาพ: { t: 'e', v: 42 } })] }), 'x'),
    );
    expect(rows[0]?.health).toBe('#N/A');
  });

  it('named after objects’ own names are cells', async () => {
    const names = ['__proto__', 'constructor', '<img src=x onerror=alert(1)>'];
    const cells = [
      [...header, ...names],
      [...row('94100000001'), ...names],
    ];
    const { tables } = await read(file(workbook({ __proto: cells, 'a<b>': cells }), '__proto__'));
    expect(tables.map(({ name, headers }) => [name, headers.slice(-3)])).toEqual([
      ['__proto__ › __proto', names],
      ['__proto__ › a<b>', names],
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('sheets', () => {
  const households = (count: number, from = 0): unknown[][] => [
    header,
    ...Array.from({ length: count }, (_, at) => row(String(94100000000 + from + at))),
  ];

  it('are tables of their own; those that are none are counted and named', async () => {
    const sheets = {
      อ่านก่อน: [['รายงานนี้จัดทำโดย'], ['สำนักงาน']],
      ยะรัง: households(3),
      รายชื่อตำบล: [
        ['รหัสตำบล', 'ตำบล'],
        ['941001', 'ยะรัง'],
        ['941002', 'สะดาวา'],
      ],
      ว่าง: [],
      มายอ: [['ณ 29 มิ.ย. 2565'], [], ...households(2, 10)],
    };
    for (const type of books) {
      const { tables, rows } = await read(file(workbook(sheets, type), 'x'));
      expect(tables.map(({ name, read, kept }) => [name, read, kept])).toEqual([
        ['x › ยะรัง', 8, 3],
        ['x › มายอ', 4, 2],
      ]);
      expect(tables[0]?.setAside).toEqual([{ rule: 'sheet_unread', rows: 5 }]);
      expect(tables[0]?.notes).toEqual([
        { code: 'sheet_unread', rows: 2, value: 'อ่านก่อน' },
        { code: 'sheet_unread', rows: 3, value: 'รายชื่อตำบล' },
      ]);
      expect(tables[1]).toMatchObject({
        titles: ['ณ 29 มิ.ย. 2565,,,,,'],
        setAside: [
          { rule: 'title', rows: 1 },
          { rule: 'blank', rows: 1 },
        ],
      });
      expect(rows.map(({ file: index, line }) => [index, line])).toEqual([
        [0, 2],
        [0, 3],
        [0, 4],
        [1, 4],
        [1, 5],
      ]);
    }
  });

  it('that are hidden are left out beside others, and said; hidden rows are read', async () => {
    const hide = (book: WorkBook): void => {
      book.Workbook = {
        Sheets: [
          { name: 'ก', Hidden: 1 },
          { name: 'ข', Hidden: 0 },
        ],
      };
      book.Sheets.ข!['!rows'] = [{}, { hidden: true }, {}, { hidden: true }];
    };
    for (const type of ['xlsx', 'xlml'] as const) {
      const { tables } = await read(file(workbook({ ก: households(2), ข: households(4, 10) }, type, hide), 'x'));
      expect(tables).toMatchObject([
        {
          read: 7,
          kept: 4,
          setAside: [{ rule: 'sheet_unread', rows: 3 }],
          notes: [
            { code: 'rows_hidden', rows: 2, value: 'ข' },
            { code: 'sheet_unread', rows: 3, value: 'ก' },
          ],
          unreadSheets: [{ name: 'x › ก', rows: 3, isHidden: true, isUseful: true }],
        },
      ]);
    }
  });

  it('that are hidden are read and said where no other tells of households', async () => {
    const hide = (book: WorkBook): void => {
      book.Workbook = { Sheets: [{ name: 'ก', Hidden: 1 }, { name: 'ปก' }] };
    };
    const bytes = workbook({ ก: households(2), ปก: [['รายงาน']] }, 'xlsx', hide);
    const { tables } = await read(file(bytes, 'x'));
    expect(tables).toMatchObject([
      { kept: 2, unreadSheets: [{ name: 'x › ปก', rows: 1, isHidden: false, isUseful: false }] },
    ]);
    expect(tables[0]?.notes).toContainEqual({ code: 'sheet_hidden', rows: 3, value: 'ก' });
  });

  it('full to the last row are doubted', async () => {
    for (const [last, notes] of [
      [65_536, [{ code: 'excel_limit', rows: 65_536, value: 'ก' }]],
      [65_535, []],
    ] as const) {
      const reach = (book: WorkBook): void => {
        book.Sheets.ก![`C${last}`] = { t: 's', v: '941001' };
        book.Sheets.ก!['!ref'] = `A1:F${last}`;
      };
      const { tables } = await read(file(workbook({ ก: households(1) }, 'xlsx', reach), 'x'));
      expect(tables[0]).toMatchObject({
        read: last - 1,
        kept: 2,
        setAside: [{ rule: 'blank', rows: last - 3 }],
        notes,
      });
    }
  });

  it('without a table of households leave the first that is known, so that it can be said what it lacks', async () => {
    const { tables } = await read(
      file(
        workbook({
          ก: [
            ['a', 'b'],
            [1, 2],
          ],
          ข: [
            ['รหัสตำบล', 'ตำบล'],
            ['941001', 'ก'],
          ],
        }),
        'x',
      ),
    );
    expect(tables.map(({ name }) => name)).toEqual(['x › ข']);
    expect(
      await refusal(
        file(
          workbook({
            ก: [
              ['a', 'b'],
              [1, 2],
            ],
          }),
          'x',
        ),
      ),
    ).toMatchObject(['file_no_known_column', {}]);
    expect(await refusal(file(workbook({ ก: [] }), 'x'))).toMatchObject(['file_empty', {}]);
  });
});

describe('a web page saved as .xls', () => {
  const cells = [...header.map((name) => `<th>${name}</th>`)].join('');
  const body = `<tr>${cells}</tr><tr><td>09410000001</td><td>27/1</td><td>941001</td><td>29/6/2565</td><td>1</td><td>ช่วยเหลือ&nbsp;แล้ว</td></tr>`;
  it('is read as the table it is, its texts as texts', async () => {
    const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table>${body}</table></body></html>`;
    const { tables, rows } = await read(file(page, 'x.xls'));
    expect(tables).toMatchObject([{ format: 'html', kept: 1 }]);
    expect(rows[0]).toMatchObject({ house_code: '09410000001', house_no: '27/1', as_of: '29/6/2565', health: '1' });
  });
  it('is refused where it holds none', async () => {
    expect(await refusal(file('<html><body><p>หมดเวลา กรุณาเข้าสู่ระบบใหม่</p></body></html>', 'x.xls'))).not.toBeNull();
  });
});

describe('a workbook that can’t be read', () => {
  const bytes = workbook({ ก: [header, row('94100000001'), row('94100000002')] });

  it('is damaged when any byte of its parts is', async () => {
    let refused = 0;
    for (let at = 100; at < bytes.length - 100; at += 97) {
      const found = await refusal(file(bytes.with(at, bytes[at]! ^ 0x55), 'x.xlsx')).catch((error: unknown) => {
        throw new Error(`byte ${at}`, { cause: error });
      });
      if (found) refused++;
      else
        expect((await read(file(bytes.with(at, bytes[at]! ^ 0x55), 'x.xlsx'))).rows).toEqual(
          (await read(file(bytes, 'x.xlsx'))).rows,
        );
    }
    expect(refused).toBeGreaterThan(10);
  });

  it('is damaged when cut short', async () => {
    for (const share of [0.1, 0.5, 0.9, 0.99])
      expect(await refusal(file(bytes.subarray(0, bytes.length * share), 'x.xlsx'))).toMatchObject([
        'file_damaged',
        {},
      ]);
    const old = workbook({ ก: [header, row('94100000001')] }, 'xls');
    expect(await refusal(file(old.subarray(0, 600), 'x.xls'))).toMatchObject(['file_damaged', {}]);
  });

  it('is damaged when its texts are, and not when it holds parts and elements from later times', async () => {
    const strings = 'xl/sharedStrings.xml';
    const cut = rewritten(bytes, strings, (xml) => xml.replace(/<si>.*/, '</sst>'));
    expect(await refusal(cut)).toEqual(['file_damaged', { file: 'x.xlsx' }]);
    const later = rewritten(bytes, 'xl/styles.xml', (xml) =>
      xml.replace(/<fonts/, '<later from="2031"><b/></later><fonts'),
    );
    expect((await read(later)).tables[0]).toMatchObject({ kept: 2 });
    const inSheet = rewritten(bytes, sheet1, (xml) => xml.replace('</sheetData>', '</sheetData><later><row/></later>'));
    expect((await read(inSheet)).tables[0]).toMatchObject({ kept: 2 });
  });

  it('is locked by a password', async () => {
    const book = CFB.utils.cfb_new() as object;
    CFB.utils.cfb_add(book, '/EncryptedPackage', new Uint8Array(64));
    CFB.utils.cfb_add(book, '/EncryptionInfo', Uint8Array.of(4, 0, 4, 0, 0x40, 0, 0, 0));
    const locked = new Uint8Array(CFB.write(book, { type: 'array' }) as ArrayBuffer);
    expect(await refusal(file(locked, 'x.xlsx'))).toEqual(['file_password', { file: 'x.xlsx' }]);
  });
});
