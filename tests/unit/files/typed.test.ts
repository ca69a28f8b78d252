/** Proves that JSON, Parquet and Arrow become text without losing a digit, and that what they can’t say is said. */
import {
  Bool,
  DateDay,
  Decimal,
  Float64,
  Int64,
  makeData,
  RecordBatch,
  Schema,
  Field,
  Struct,
  Table,
  tableToIPC,
  TimestampMillisecond,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { decimal, textOfTyped } from '../../../src/files/typed.ts';
import { arrow, encode, file, json, parquet } from '../../support/formats.ts';
import { read, refusal } from './reading.ts';

const rows = [
  ['รหัสบ้าน', 'รหัสตำบล', 'มิติสุขภาพ', 'สถานะการช่วยเหลือ'],
  ...Array.from({ length: 10 }, (_, at) => [`9410000000${at}`, '941001', String(at % 2), at % 3 ? 'ช่วยเหลือแล้ว' : '']),
];
const codes = rows.slice(1).map(([code]) => code);

describe('every form of a typed table', () => {
  const forms = {
    'JSON objects': json(rows, 'objects'),
    'JSON arrays': json(rows, 'arrays'),
    'JSON lines': json(rows, 'lines'),
    'JSON lines without their last end': json(rows, 'lines').trimEnd(),
    'JSON lines of arrays': rows.map((row) => JSON.stringify(row)).join('\r\n'),
    'JSON with a mark': `\ufeff${json(rows, 'objects')}`,
    'JSON in UTF-16': encode(json(rows, 'objects'), 'utf-16le', true),
    Parquet: parquet(rows, 'UNCOMPRESSED'),
    'Parquet, Snappy': parquet(rows, 'SNAPPY'),
    'Parquet, GZIP': parquet(rows, 'GZIP'),
    'Parquet, ZSTD': parquet(rows, 'ZSTD'),
    'Arrow file': arrow(rows, 'file'),
    'Arrow stream': arrow(rows, 'stream'),
  };
  it.each(Object.entries(forms))('%s', async (_, bytes) => {
    const { tables, rows: found } = await read(file(bytes, 'x.bin'));
    expect(tables).toMatchObject([{ headers: rows[0], read: 10, kept: 10, broken: [], setAside: [] }]);
    expect(found.map((row) => row.house_code)).toEqual(codes);
    expect(found.map((row) => [row.health, row.status ?? ''])).toEqual(rows.slice(1).map((row) => row.slice(2)));
    const step = found[1]!.line as number;
    expect(found.map((row) => row.line)).toEqual(codes.map((_code, at) => step - 1 + at));
  });
});

describe('JSON', () => {
  const one = (text: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
    read(file(`[{"house_code":${text},"tambon_code":941001,"health":true,"status":null}]`, 'x.json')).then(
      ({ rows }) => rows,
    );

  it('keeps every digit of a number, and a code whose digits are gone is quarantined', async () => {
    expect((await one('94100000001'))[0]).toMatchObject({
      house_code: '94100000001',
      tambon_code: '941001',
      health: 'true',
    });
    expect((await one('12345678901234567890'))[0]?.house_code).toBe('12345678901234567890');
    expect((await one('94100000001.0'))[0]?.house_code).toBe('94100000001');
    expect((await one(String.raw`"a\"9,{[\\ก"`))[0]?.house_code).toBe('a"9,{[\\ก');
    const { tables } = await read(file('[{"house_code":9.41e10,"tambon_code":941001,"health":1}]', 'x.json'));
    expect(tables[0]?.broken).toMatchObject([
      { code: 'code_lost', line: 1, text: '{"house_code":9.41e10,"tambon_code":941001,"health":1}' },
    ]);
  });

  it('gathers the keys of all records, and quarantines a record with a key too late', async () => {
    const base = { house_code: '94100000001', tambon_code: '941001', health: 1 };
    const records: object[] = [base, { ...base, status: 'ช่วยเหลือแล้ว' }, ...Array.from({ length: 1_500 }, () => base)];
    records[1_400] = { ...base, late: 'x' };
    const { tables, rows: found } = await read(file(JSON.stringify(records), 'x.json'));
    expect(tables[0]).toMatchObject({
      headers: ['house_code', 'tambon_code', 'health', 'status'],
      read: 1_502,
      kept: 1_501,
    });
    expect(tables[0]?.broken).toMatchObject([{ line: 1_401, code: 'fields_too_many' }]);
    expect(found[1]?.status).toBe('ช่วยเหลือแล้ว');
  });

  it('takes keys named after objects’ own for what they are', async () => {
    const text =
      '[{"__proto__":{"polluted":1},"constructor":"x","house_code":"1","tambon_code":"941001","health":"1"}]';
    const { tables } = await read(file(text, 'x.json'));
    expect(tables[0]).toMatchObject({
      headers: ['__proto__', 'constructor', 'house_code', 'tambon_code', 'health'],
      kept: 1,
    });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('that is cut short or broken is damaged, not half read', async () => {
    const whole = json(rows, 'objects');
    for (const text of [
      whole.slice(0, -3),
      whole.slice(0, 200),
      `${whole},`.replace('}', '}}'),
      `${whole}[1]`,
      `[1,2,3]`,
    ])
      expect((await refusal(file(text, 'x.json')))?.[0], text).toMatch(/^file_(damaged|no_known_column|header_only)$/);
    expect(await refusal(file('{"data": [{"house_code": "1"}]}', 'x.json'))).toMatchObject([
      'file_no_known_column',
      {},
    ]);
  });

  it('gives back whatever was written', async () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom('objects', 'arrays', 'lines'), async (notes, form) => {
        const table = [
          ['house_code', 'tambon_code', 'health', 'activity'],
          ...notes.map((note) => ['94100000001', '941001', '1', note]),
        ];
        const { rows: found } = await read(file(json(table, form as 'objects'), 'x.json'));
        expect(found.map((row) => row.activity ?? '')).toEqual(notes);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe('Parquet', () => {
  it('keeps numbers and days of its own types', async () => {
    const columnData = [
      { name: 'รหัสบ้าน', data: [94100000001n, 12345678901234567n], type: 'INT64' as const },
      { name: 'รหัสตำบล', data: [941001, 941002], type: 'DOUBLE' as const },
      { name: 'มิติสุขภาพ', data: [true, null], type: 'BOOLEAN' as const },
      { name: 'ณ วันที่', data: [new Date('2022-06-29'), new Date('2022-06-29T03:04:05Z')], type: 'TIMESTAMP' as const },
    ];
    const { rows: found } = await read(file(new Uint8Array(parquetWriteBuffer({ columnData })), 'x.parquet'));
    expect(found).toMatchObject([
      { house_code: '94100000001', tambon_code: '941001', health: 'true', as_of: '2022-06-29' },
      { house_code: '12345678901234567', tambon_code: '941002', as_of: '2022-06-29 03:04:05' },
    ]);
  });

  it('that is cut short or altered in its list is refused', async () => {
    const bytes = parquet(rows);
    for (const share of [0.3, 0.9])
      expect((await refusal(file(bytes.subarray(0, bytes.length * share), 'x.parquet')))?.[0]).toBe('file_damaged');
    expect((await refusal(file(bytes.with(bytes.length - 30, 255), 'x.parquet')))?.[0]).toMatch(/^file_/);
  });
});

describe('Arrow', () => {
  it('keeps numbers and days of its own types', async () => {
    const table = new Table({
      รหัสบ้าน: vectorFromArray([94100000001n, null], new Int64()),
      รหัสตำบล: vectorFromArray([941001, 941002], new Float64()),
      ตำบล: vectorFromArray(['ยะรัง', 'ยะรัง']),
      มิติสุขภาพ: vectorFromArray([true, null], new Bool()),
      'ณ วันที่': vectorFromArray([new Date('2022-06-29'), null], new DateDay()),
      วันที่ช่วยเหลือ: vectorFromArray([new Date('2022-06-29T03:04:05Z'), null], new TimestampMillisecond()),
    });
    const { rows: found } = await read(file(new Uint8Array(tableToIPC(table, 'file')), 'x.arrow'));
    expect(found).toMatchObject([
      {
        house_code: '94100000001',
        tambon_code: '941001',
        tambon: 'ยะรัง',
        health: 'true',
        as_of: '2022-06-29',
        help_date: '2022-06-29 03:04:05',
      },
      { tambon_code: '941002', tambon: 'ยะรัง' },
    ]);
  });

  it('keeps decimals', async () => {
    const type = new Decimal(2, 20, 128);
    const length = 2;
    const values = Uint32Array.of(123456, 0, 0, 0, 0xffffff38, 0xffffffff, 0xffffffff, 0xffffffff);
    const codes = vectorFromArray(['94100000001', '94100000002'], new Utf8()).data[0]!;
    const places = vectorFromArray(['941001', '941001'], new Utf8()).data[0]!;
    const marks = vectorFromArray(['1', '1'], new Utf8()).data[0]!;
    const amounts = makeData({ type, length, nullCount: 0, data: values });
    const fields = ['รหัสบ้าน', 'รหัสตำบล', 'มิติสุขภาพ', 'งบประมาณ'];
    const children = [codes, places, marks, amounts];
    const schema = new Schema(fields.map((name, at) => new Field(name, children[at]!.type, true)));
    const struct = makeData({ type: new Struct(schema.fields), length, nullCount: 0, children });
    const table = new Table(schema, [new RecordBatch(schema, struct)]);
    const { rows: found } = await read(file(new Uint8Array(tableToIPC(table, 'stream')), 'x.arrow'));
    expect(found.map((row) => row.amount)).toEqual(['1234.56', '-2']);
  });

  it('that is cut short is refused', async () => {
    const bytes = arrow(rows, 'stream');
    expect(await refusal(file(bytes.subarray(0, bytes.length * 0.6), 'x.arrow'))).not.toBeNull();
    expect(await refusal(file(arrow(rows, 'file').subarray(0, 300), 'x.arrow'))).not.toBeNull();
  });
});

describe('a typed value', () => {
  it('is written as shortly as it can be, and with an E where digits are gone', () => {
    expect([0, -1.5, 0.1, 1e-7, 123456789012345, 941001].map(decimal)).toEqual([
      '0',
      '-1.5',
      '0.1',
      '0.0000001',
      '123456789012345',
      '941001',
    ]);
    expect(decimal(9.41e16)).toMatch(/e\+/);
    expect([null, undefined, NaN, 5n, [1n, 'ก'], new Date(NaN)].map(textOfTyped)).toEqual([
      '',
      '',
      '',
      '5',
      '["1","ก"]',
      '',
    ]);
  });
  it('that is a number below 1e15 reads back the same', () => {
    fc.assert(
      fc.property(fc.double({ min: -999e12, max: 999e12, noNaN: true }), (value) => {
        const back = Number(decimal(value));
        expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.abs(value) > 1e-6 ? 0 : 1e-20);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});
