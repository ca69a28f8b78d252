/** Proves on the real engine what is asked about all rows of a file, and that nothing is read otherwise unless it was agreed. */
import fc from 'fast-check';
import { utils, write } from '@e965/xlsx';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import { batches, quarantineCsv } from '../../src/exports/quarantine.ts';
import type { IntakeQuestion } from '../../src/intake/asking.ts';
import type { ImportOptions } from '../../src/intake/importing.ts';
import { NothingKept } from '../../src/model/refused.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { openIntake, type Brought } from './opened.ts';

const { engine, answer, empty } = await openIntake();
beforeEach(empty);

type Rows = readonly (readonly string[])[];
const name = 'ปัตตานี 29-06-2565';
const csv = (rows: Rows): File => new File([rows.map((row) => `${row.join(',')}\n`).join('')], `${name}.csv`);

/** Answers by code; what has none is as proposed. */
const bring = (
  files: readonly File[],
  answers: Readonly<Record<string, string>> = {},
  options: Partial<ImportOptions> = {},
): Promise<Brought> =>
  answer(files, {
    answers: (questions) =>
      Object.fromEntries(questions.map(({ id, code, proposed }) => [id, answers[code] ?? proposed ?? ''])),
    ...options,
  });

const codesOf = (asked: readonly IntakeQuestion[]): readonly string[] => asked.map(({ code }) => code);
const assumed = ({ assumptions }: Receipt): Readonly<Record<string, number>> =>
  Object.fromEntries(assumptions.map(({ code, rows }) => [code, rows]));
const warned = ({ warnings }: Receipt): Readonly<Record<string, number>> =>
  Object.fromEntries(warnings.map(({ code, rows }) => [code, rows]));
const households = ({ snapshots }: Receipt): number => snapshots.reduce((sum, one) => sum + one.households, 0);
/** Households by tambon as the clean table has them. */
async function placed(): Promise<Readonly<Record<string, number>>> {
  const sql = 'select area, count(*) as households from household group by area order by area';
  const { columns } = await ask<{ area: number; households: number }>(engine, { sql, params: [] });
  return Object.fromEntries(columns.area.map((area, at) => [String(area), columns.households[at] ?? 0]));
}

const header = ['รหัสบ้าน', 'บ้านเลขที่', 'หมู่ที่', 'ตำบล', 'อำเภอ', 'จังหวัด', 'สถานะการช่วยเหลือ'];
const row = (at: number, code = `9401000000${at}`): readonly string[] => [
  code,
  `${at}/1`,
  '1',
  'รูสะมิแล',
  'เมืองปัตตานี',
  'ปัตตานี',
  'ช่วยเหลือแล้ว',
];
const lost = '9.40E+10';

describe('a table of sums by area', () => {
  const sums = csv([
    ['อำเภอ', 'ตำบล', 'จำนวนครัวเรือน', 'มิติสุขภาพ', 'มิติความเป็นอยู่'],
    ['เมืองปัตตานี', 'รูสะมิแล', '120', '23', '7'],
    ['เมืองปัตตานี', 'บานา', '98', '0', '12'],
    ['เมืองปัตตานี', 'บาราโหม', '40', '1', '1'],
  ]);

  it('is never taken for households by default; what was there stays', async () => {
    await bring([csv([header, row(8), row(9)])]);
    await expect(bring([sums])).rejects.toMatchObject({ code: 'file_area_sums', detail: { file: `${name}.csv` } });
    expect(await placed()).toEqual({ 940110: 2 });
  });

  it('is read as households only where the reader says so, and the receipt tells', async () => {
    const { receipt, asked } = await bring([sums], { area_sums: 'households' });
    expect(asked.filter(({ code }) => code === 'area_sums')).toMatchObject([{ rows: 3, proposed: 'stop' }]);
    expect(receipt.rows).toMatchObject({ read: 3, kept: 3 });
    expect(assumed(receipt)).toMatchObject({ sums_as_households: 3 });
  });

  it('is a table of areas where its columns say so, and asks nothing', async () => {
    const { receipt, asked } = await bring([
      csv([
        ['อำเภอ', 'ตำบล', 'จำนวนครัวเรือน'],
        ['เมืองปัตตานี', 'รูสะมิแล', '120'],
        ['เมืองปัตตานี', 'บานา', '98'],
      ]),
    ]);
    expect(asked).toEqual([]);
    expect(receipt.tables).toHaveLength(1);
  });
});

describe('codes that are lost in most rows', () => {
  const file = csv([header, row(1), ...[2, 3, 4].map((at) => row(at, lost))]);

  it('end the import by default with words on how to export them; what was there stays', async () => {
    await bring([csv([header, row(8), row(9)])]);
    await expect(bring([file])).rejects.toMatchObject({ code: 'file_codes_lost', detail: { file: `${name}.csv` } });
    expect(await placed()).toEqual({ 940110: 2 });
  });

  it('are left blank where the reader goes on: address is the key, and the receipt says so', async () => {
    const { receipt, asked } = await bring([file], { codes_lost: 'weak' });
    expect(asked).toMatchObject([{ code: 'codes_lost', rows: 3, proposed: 'export', choices: ['export', 'weak'] }]);
    expect(receipt.rows).toMatchObject({ read: 4, kept: 4, quarantined: 0 });
    expect(assumed(receipt)).toEqual({ codes_left_blank: 3 });
    expect(warned(receipt)).toEqual({ key_weak: 3 });
    expect(households(receipt)).toBe(4);
    const sql = 'select count(*) as rows from household where house_code is not null';
    expect((await ask<{ rows: number }>(engine, { sql, params: [] })).columns.rows).toEqual([1]);
  });

  it('are asked about even where every single one is lost, and in a code of an area too', async () => {
    const all = csv([header, ...[2, 3].map((at) => row(at, lost))]);
    expect((await bring([all], { codes_lost: 'weak' })).receipt.rows.kept).toBe(2);
    await engine.run({ sql: 'delete from household', params: [] });
    const areas = csv([[...header, 'รหัสตำบล'], ...[1, 2, 3].map((at) => [...row(at), at > 1 ? '9.4E5' : '940110'])]);
    const { receipt, asked } = await bring([areas], { codes_lost: 'weak' });
    expect(codesOf(asked)).toEqual(['codes_lost']);
    expect([assumed(receipt), warned(receipt), await placed()]).toEqual([{ codes_left_blank: 2 }, {}, { 940110: 3 }]);
  });

  it('are quarantined without a question where they are half or fewer', async () => {
    const { receipt, asked } = await bring([csv([header, row(1), row(2), row(3, lost), row(4, lost)])]);
    expect(codesOf(asked)).toEqual([]);
    expect(receipt.rows).toMatchObject({ kept: 2, quarantined: 2 });
    expect(receipt.quarantined.map(({ code }) => code)).toEqual(['code_lost', 'code_lost']);
  });

  it('cancel the import where the question is called off', async () => {
    await expect(bring([file], {}, { ask: () => Promise.resolve(null) })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a national ID that is lost', () => {
  const nid = '1.94E+12';

  it('keeps its row with a warning: no figure depends on it, and no cell of it is told', async () => {
    const rows = [1, 2, 3].map((at) => [...row(at), at > 1 ? nid : '1234567890123']);
    const { receipt, asked } = await bring([csv([[...header, 'เลขประจำตัวประชาชน'], ...rows])]);
    expect(codesOf(asked)).toEqual([]);
    expect(receipt.rows).toMatchObject({ kept: 3, quarantined: 0, warned: 2 });
    expect(warned(receipt)).toEqual({ nid_lost: 2 });
    expect(JSON.stringify(receipt)).not.toContain('1.94E');
  });

  it('is the key of a row that stands for a person: quarantined, and asked about when most are lost', async () => {
    const persons = [...header, 'เลขประจำตัวประชาชน', 'ลำดับสมาชิก'];
    const rows = (gone: number): Rows =>
      [1, 2, 3, 4].map((at) => [...row(at), at <= gone ? nid : '1234567890123', '1']);
    const { receipt } = await bring([csv([persons, ...rows(1)])]);
    expect(receipt.quarantined.map(({ code, column }) => [code, column])).toEqual([['code_lost', 'person_nid']]);
    await expect(bring([csv([persons, ...rows(3)])])).rejects.toMatchObject({ code: 'file_codes_lost' });
  });
});

/** As a printed table has it: the name of each area once, above its rows. */
const printed: Rows = [
  header,
  ['94010000001', '1', '1', 'รูสะมิแล', 'เมืองปัตตานี', 'ปัตตานี', 'ช่วยเหลือแล้ว'],
  ['94010000002', '2', '1', '', '', '', 'ช่วยเหลือแล้ว'],
  ['94010000003', '3', '1', 'บานา', '', '', 'ช่วยเหลือแล้ว'],
  ['94010000004', '4', '1', '', '', '', 'ช่วยเหลือแล้ว'],
  ['94100000005', '5', '1', 'ยะรัง', 'ยะรัง', '', 'ช่วยเหลือแล้ว'],
  ['94100000006', '6', '1', '', '', '', 'ช่วยเหลือแล้ว'],
];

describe('blank cells below the name of an area', () => {
  it('stay blank by default', async () => {
    const { receipt, asked } = await bring([csv(printed)]);
    expect(asked).toMatchObject([{ code: 'fill_down', rows: 4, proposed: 'leave', choices: ['fill', 'leave'] }]);
    expect([assumed(receipt), warned(receipt).place_blank]).toEqual([{}, 3]);
  });

  it('are filled where the reader says so, and the receipt counts them', async () => {
    const { receipt } = await bring([csv(printed)], { fill_down: 'fill' });
    expect(await placed()).toEqual({ 940104: 2, 940110: 2, 941001: 2 });
    expect([assumed(receipt), warned(receipt)]).toEqual([{ filled_down: 4 }, {}]);
  });

  it('are not filled past a total, nor past a record that can’t be read, nor into another amphoe', async () => {
    const torn = [...printed];
    torn.splice(3, 0, ['รวม ต.รูสะมิแล', '', '', '', '', '', ''], ['94010000009', '9', '1', '', '', '', 'ช่วยเหลือแล้ว']);
    torn.splice(
      9,
      0,
      ['94100000007', '"7', '1', '', '', '', 'ช่วยเหลือแล้ว'],
      ['94100000008', '8', '1', '', '', '', 'ช่วยเหลือแล้ว'],
    );
    torn.push(['94020000001', '1', '1', '', 'โคกโพธิ์', '', 'ช่วยเหลือแล้ว']);
    const { receipt } = await bring([csv(torn)], { fill_down: 'fill' });
    expect(receipt.setAside).toEqual([{ rule: 'total', rows: 1 }]);
    expect(receipt.quarantined.map(({ code }) => code)).toEqual(['quote_unclosed']);
    const sql = `select house_code, area from household where house_code in ('94010000009', '94100000008', '94020000001')
      order by house_code`;
    const { columns } = await ask<{ house_code: string; area: number }>(engine, { sql, params: [] });
    expect(columns.area.map((area) => String(area).slice(-4))).toEqual(['0', '0200', '0']);
  });

  it('raise no question where they are few, or where names stand in every order', async () => {
    const few = Array.from({ length: 40 }, (_, at) => {
      const cells = [...row(at)];
      cells[0] = `940100000${String(at).padStart(2, '0')}`;
      if (at % 13 === 5) cells[3] = '';
      return cells;
    });
    expect(codesOf((await bring([csv([header, ...few])])).asked)).toEqual([]);
    const tambons = ['รูสะมิแล', 'บานา', 'ตะลุโบะ', 'บาราโหม'];
    const mixed = few.map((cells, at) =>
      cells.map((cell, i) => (i === 3 ? (at % 3 === 1 ? '' : tambons[at % 4]!) : cell)),
    );
    expect(codesOf((await bring([csv([header, ...mixed])])).asked)).toEqual([]);
  });

  it('raise no question where a code beside them says where it is', async () => {
    const coded = printed.map((cells, at) => [...cells, at === 0 ? 'รหัสตำบล' : '940110']);
    expect(codesOf((await bring([csv(coded)])).asked)).toEqual([]);
  });

  it('are proposed to be filled where the sheet itself has merged them, and only there', async () => {
    const rows = [...printed, ['94100000007', '7', '1', '', '', '', 'ช่วยเหลือแล้ว']];
    const sheet = utils.aoa_to_sheet(rows as string[][]);
    // Tambon and amphoe of the first rows; the last row stands outside every merged cell.
    const down = (column: number, from: number, to: number) => ({ s: { r: from, c: column }, e: { r: to, c: column } });
    sheet['!merges'] = [down(3, 1, 2), down(3, 3, 4), down(3, 5, 6), down(4, 1, 4), down(4, 5, 6), down(5, 1, 6)];
    const bytes = write(
      { SheetNames: ['1'], Sheets: { 1: sheet } },
      { type: 'array', bookType: 'xlsx' },
    ) as ArrayBuffer;
    const { receipt, asked } = await bring([new File([bytes], `${name}.xlsx`)]);
    expect(asked).toMatchObject([{ code: 'fill_down', proposed: 'fill', rows: 4 }]);
    expect(Object.values(await placed())).toEqual([1, 2, 2, 2]);
    expect([assumed(receipt), warned(receipt)]).toEqual([{ filled_down: 4 }, { place_blank: 1 }]);
  });
});

describe('rows of another width than the header', () => {
  const four = [1, 2, 3, 4].map((at) => row(at));
  const wide = four.map((cells) => [...cells, '', '']);

  it('are read where all have the same blank fields too many; the receipt says so', async () => {
    const { receipt, asked } = await bring([csv([header, ...wide])]);
    expect(codesOf(asked)).toEqual([]);
    expect(receipt.rows).toMatchObject({ read: 4, kept: 4, warned: 0 });
    expect(assumed(receipt)).toEqual({ rows_widened: 4 });
    expect(await placed()).toEqual({ 940110: 4 });
  });

  it('are read where only blank headers have no field', async () => {
    const { receipt, asked } = await bring([csv([[...header, '', ' '], ...four])]);
    expect([codesOf(asked), assumed(receipt), receipt.rows.kept]).toEqual([[], { rows_widened: 4 }, 4]);
    const named = bring([csv([[...header, 'หมายเหตุ'], ...four])]);
    await expect(named).rejects.toMatchObject({ code: 'file_nothing_kept' });
  });

  it('are asked about where only most are so; one that is as wide as the header then lacks a field', async () => {
    const mixed = csv([header, ...wide, row(5)]);
    const { receipt, asked } = await bring([mixed]);
    expect(asked).toMatchObject([{ code: 'wide_rows', rows: 4, proposed: 'read', choices: ['read', 'quarantine'] }]);
    expect(receipt.rows).toMatchObject({ kept: 4, quarantined: 1 });
    expect(receipt.quarantined[0]).toMatchObject({ line: 6, code: 'fields_too_few' });
    const other = (await bring([mixed], { wide_rows: 'quarantine' })).receipt;
    expect([other.rows.kept, other.rows.quarantined, assumed(other)]).toEqual([1, 4, {}]);
  });

  it('are quarantined where they are few, or hold anything where the header ends', async () => {
    const { receipt, asked } = await bring([csv([header, ...four, ...wide.slice(0, 2)])]);
    expect([codesOf(asked), receipt.rows.quarantined]).toEqual([[], 2]);
    const filled = bring([csv([header, ...four.map((cells) => [...cells, 'x'])])]);
    await expect(filled).rejects.toMatchObject({ code: 'file_nothing_kept' });
    const slip = bring([csv([header, [...row(1), '']])]);
    await expect(slip).rejects.toMatchObject({ code: 'file_nothing_kept' });
  });

  it('may have lost codes and blanks besides, each asked about in its turn', async () => {
    const rows = printed.slice(1).map(([, ...cells]) => [lost, ...cells, '']);
    const { receipt, asked } = await bring([csv([header, ...rows])], { codes_lost: 'weak', fill_down: 'fill' });
    expect(codesOf(asked)).toEqual(['codes_lost', 'fill_down']);
    expect(assumed(receipt)).toEqual({ rows_widened: 6, codes_left_blank: 6, filled_down: 4 });
    expect(receipt.rows).toMatchObject({ kept: 6, quarantined: 0 });
  });
});

describe('a file of which no row can be kept', () => {
  it('is refused with its rows, which go out to be mended and come back', async () => {
    const short = [1, 2, 3].map((at) => row(at).slice(1));
    const refused: unknown = await bring([csv([header, ...short])]).catch((fault: unknown) => fault);
    expect(refused).toBeInstanceOf(NothingKept);
    const { told, detail } = refused as NothingKept;
    expect(detail).toEqual({ file: `${name}.csv`, reason: 'rows' });
    expect(told.quarantined.map(({ line, code }) => [line, code])).toEqual([
      [2, 'fields_too_few'],
      [3, 'fields_too_few'],
      [4, 'fields_too_few'],
    ]);
    const saved = quarantineCsv(told, batches(told)[0]!, 'th');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(saved.bytes);
    let turn = 0;
    const mended = text.replace(
      /,(\d)\/1,1,รูสะมิแล(.*),/g,
      (_, no: string, rest: string) => `,9401000000${++turn},${no}/1,1,รูสะมิแล${rest}`,
    );
    const { receipt, asked } = await bring([new File([mended], saved.name)]);
    expect([codesOf(asked), receipt.rows.kept, receipt.rows.quarantined]).toEqual([[], 3, 0]);
    expect(receipt.files[0]).toMatchObject({ asOf: '2022-06-29', asOfFrom: 'name' });
  });
});

describe('headers and lines as offices leave them', () => {
  it('a header of three rows is read by its two lowest, or asked about where these say nothing', async () => {
    const titles = ['ข้อมูลครัวเรือน', '', '', 'ที่อยู่', '', '', 'ผล'];
    const groups = ['ครัวเรือน', '', '', 'พื้นที่', '', '', 'สถานะ'];
    const { receipt, asked } = await bring([csv([titles, groups, header, row(1), row(2)])]);
    expect([codesOf(asked), receipt.rows.kept]).toEqual([[], 2]);
    const unknown = header.map((title) => (title === 'สถานะการช่วยเหลือ' ? 'ผลงาน' : title));
    const answered = bring([csv([titles, groups, unknown, row(1), row(2)])]);
    // The proposed answer leaves the column out: nothing is guessed.
    await expect(answered).rejects.toMatchObject({ code: 'file_column_missing' });
  });

  it('a line that begins with # is a row like any other', async () => {
    const { receipt } = await bring([csv([header, row(1), row(2, '#94010000002')])]);
    expect(receipt.rows).toMatchObject({ read: 2, kept: 2 });
  });

  it('a second, narrower table below is quarantined line by line', async () => {
    const below = [
      ['อำเภอ', 'เป้าหมาย', 'คงเหลือ'],
      ['ยะรัง', '30', '20'],
      ['หนองจิก', '9', '1'],
    ];
    const { receipt } = await bring([csv([header, row(1), row(2), row(3), [''], ...below])]);
    expect(receipt.rows).toMatchObject({ kept: 3, quarantined: 3, setAside: 1 });
  });
});

describe('an import that is cancelled while it writes', () => {
  it('leaves the clean tables as they were, wherever it is stopped, and no work table', async () => {
    await bring([csv([header, row(8), row(9)])]);
    const before = await placed();
    for (let after = 0; ; after++) {
      const stop = new AbortController();
      let left = Number.POSITIVE_INFINITY;
      const watched: Engine = {
        load: (...told) => engine.load(...told),
        query: (...told) => engine.query(...told),
        close: () => engine.close(),
        lost: engine.lost,
        giveUp: () => engine.giveUp(),
        run: async (question, signal) => {
          if (left-- === 0) stop.abort(new DOMException('cancelled', 'AbortError'));
          await engine.run(question, signal);
        },
      };
      const done = await bring(
        [csv([header, row(1), row(2), row(3)])],
        {},
        {
          engine: watched,
          signal: stop.signal,
          firstSnapshot: 100,
          progress: ({ stage }) => stage === 'writing' && (left = after),
        },
      ).catch((fault: unknown) => fault);
      const sql =
        "select count(*) as work from duckdb_tables() where table_name like 'intake_%' or table_name = 'staging'";
      expect((await ask<{ work: number }>(engine, { sql, params: [] })).columns.work).toEqual([0]);
      // Stopped at the commit itself: it is done, whole.
      if (!(done instanceof DOMException)) {
        expect((done as Brought).receipt.rows.kept).toBe(3);
        return expect(after).toBeGreaterThan(3);
      }
      expect(done.name).toBe('AbortError');
      expect(await placed()).toEqual(before);
    }
  });
});

describe('any file', () => {
  it('is accounted for whatever widths, blanks and codes its rows have, and whatever is answered', async () => {
    const cell = fc.constantFrom('', '', 'รูสะมิแล', 'เมืองปัตตานี', lost, 'รวม', '1', '94010000001', '"');
    const record = fc.array(cell, { minLength: 1, maxLength: 9 });
    const answers = fc.record({
      codes_lost: fc.constant('weak'),
      fill_down: fc.constantFrom('fill', 'leave'),
      wide_rows: fc.constantFrom('read', 'quarantine'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 12 }), answers, async (records, told) => {
        const found = await bring([csv([header, row(1), ...records])], told).catch((fault: unknown) => fault);
        if (found instanceof Error) expect(found).toHaveProperty('code', expect.stringMatching(/^file_/));
      }),
      { seed: 4, numRuns: 25 },
    );
  });
});

describe('a header that stands in another row than was thought', () => {
  // The row above names more columns than the header does, so it is taken for it.
  const above = ['รหัสบ้าน', 'ตำบล', 'อำเภอ', 'จังหวัด', 'ที่ตั้ง', 'ผล', 'รายการ'];
  const own = ['เลขบ้าน', 'เลข', 'หมู่', 'ทำเล', 'เขตปกครอง', 'จว', 'สถานะการช่วยเหลือ'];

  it('can be said, and then its own columns, without a cell of the rows being told', async () => {
    const file = csv([above, own, row(1), row(2)]);
    const answers = ['columns:0:row', 'columns:0:3', 'columns:0:4'];
    const given: IntakeQuestion[][] = [];
    const told = [
      { [answers[0]!]: '2' },
      { 'columns:0:0': 'house_code', [answers[1]!]: 'tambon', [answers[2]!]: 'amphoe' },
    ];
    const { receipt } = await bring(
      [file],
      {},
      {
        ask: (questions) => {
          given.push([...questions]);
          return Promise.resolve(told[given.length - 1] ?? {});
        },
      },
    );
    expect(given[0]?.[0]?.headerRows?.map((one) => one.row)).toContain('2');
    expect(JSON.stringify(given[0]?.[0]?.headerRows)).not.toContain('94010000001');
    expect(given[1]?.[0]?.header?.map(({ header: title }) => title)).toEqual(own);
    expect(receipt.files[0]).toMatchObject({ headerFrom: 'corrected' });
    expect(receipt.files[0]?.headers.map(({ header: title }) => title)).toEqual(own);
    expect(receipt.rows).toMatchObject({ kept: 2, setAside: 1 });
  });
});
