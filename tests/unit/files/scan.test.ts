/** Proves the scan of a whole file: what is refused and how it is named, what is set aside, what is quarantined. */
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scan, type Scanned } from '../../../src/files/scan.ts';
import { scanFile } from '../../../src/files/scanning.ts';
import { AppError } from '../../../src/model/error.ts';
import { StagedReader } from '../../support/staged.ts';

const header = 'ลำดับ,รหัสตำบล,มิติ,สถานะการช่วยเหลือ';

async function scanned(
  ...parts: (string | Uint8Array<ArrayBuffer>)[]
): Promise<{ result: Scanned; rows: Record<string, unknown>[] }> {
  const rows: Record<string, unknown>[] = [];
  const staged = new StagedReader();
  for await (const event of scan(new File(parts, 'x.csv'), 3)) {
    if (event.kind === 'chunk') rows.push(...staged.rowsOf(event));
    if (event.kind === 'done') return { result: event.scanned, rows };
  }
  throw new Error('no end');
}

async function refusal(...parts: (string | Uint8Array<ArrayBuffer>)[]): Promise<unknown> {
  const error: unknown = await scanned(...parts).catch((reason: unknown) => reason);
  return error instanceof AppError
    ? [error.code, error.detail.looks ?? error.detail.encoding ?? error.detail.file]
    : error;
}

/** Thai letters and ASCII in the old Windows encoding. */
function windows874(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    return code >= 0xe01 ? code - 0xe01 + 0xa1 : code;
  });
}

describe('a file that cannot be read is refused by name', () => {
  it('empty, blank, and a header alone', async () => {
    expect(await refusal('')).toEqual(['file_empty', 'x.csv']);
    expect(await refusal('\ufeff\n \n')).toEqual(['file_empty', 'x.csv']);
    expect(await refusal(`${header}\n`)).toEqual(['file_header_only', 'x.csv']);
    expect(await refusal(header)).toEqual(['file_header_only', 'x.csv']);
  });

  it('what is no text', async () => {
    expect(await refusal(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]))).toEqual(['file_not_text', 'jpeg']);
    expect(await refusal(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toEqual(['file_not_text', 'png']);
    expect(await refusal(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]))).toEqual(['file_not_text', 'pdf']);
    expect(await refusal(new Uint8Array(4096))).toEqual(['file_not_text', 'binary']);
  });

  it('a table of something else', async () => {
    expect(await refusal('ราคา,น้ำหนัก\n1,2\n')).toEqual(['file_no_known_column', 'x.csv']);
    expect(await refusal(`${header}${','.repeat(3_000)}\n1\n`)).toEqual(['file_too_wide', 'x.csv']);
  });
});

describe('a file that can be read', () => {
  it('keeps cells as they stand, with file, line and seal', async () => {
    const text = `\ufeff${header}\r\n1,0941001,สุขภาพ," ช่วยเหลือแล้ว\nบางส่วน"\r\n2,๙๔๑๐๐๑,,`;
    const { result, rows } = await scanned(text);
    expect(rows).toMatchObject([
      { file: 3, line: 2, tambon_code: '0941001', dimension: 'สุขภาพ', status: ' ช่วยเหลือแล้ว\nบางส่วน', house_code: '' },
      { file: 3, line: 4, tambon_code: '๙๔๑๐๐๑', dimension: '', status: '' },
    ]);
    expect(rows[0]).not.toHaveProperty('row_no');
    const bytes = new TextEncoder().encode(text);
    expect(result).toMatchObject({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  });

  it('finds the header under titles, and sets aside titles, blanks, totals and a header met again', async () => {
    const { result } = await scanned(
      `รายงานครัวเรือน ณ วันที่ 29 มิ.ย. 2565,,,\n\n${header}\n1,941001,สุขภาพ,\n,,,\n${header}\nรวม,,,1\nรวมทั้งจังหวัด,15703\n2,941001,รายได้,\n`,
    );
    expect(result).toMatchObject({ read: 8, kept: 2, titles: ['รายงานครัวเรือน ณ วันที่ 29 มิ.ย. 2565,,,'] });
    expect(result.setAside).toEqual([
      { rule: 'title', rows: 1 },
      { rule: 'blank', rows: 2 },
      { rule: 'header_again', rows: 1 },
      { rule: 'total', rows: 2 },
    ]);
  });

  it('takes a row of separators above the header for a blank one, as in a workbook', async () => {
    const { result } = await scanned(`รายงาน,,,\n,,,\n"","",,\n${header}\n1,941001,สุขภาพ,\n`);
    expect(result).toMatchObject({ read: 4, kept: 1, titles: ['รายงาน,,,'] });
    expect(result.setAside).toEqual([
      { rule: 'title', rows: 1 },
      { rule: 'blank', rows: 2 },
    ]);
  });

  it('does not take a tambon for a total', async () => {
    const { result } = await scanned('ตำบล,มิติ\nรวมไทยพัฒนา,สุขภาพ\nรวม,3\nรวม อ.พบพระ,3\n');
    expect(result).toMatchObject({ kept: 1, setAside: [{ rule: 'total', rows: 2 }] });
  });

  it('quarantines what is broken, with code, line and text', async () => {
    const { result } = await scanned(
      `รหัสบ้าน,${header}\n94100000001,1,941001,สุขภาพ,ก,\n94100000002,2,941001,สุขภาพ\n9.41E+10,3,941001,สุขภาพ,ก\n94100000004,"4,941001,สุขภาพ,ก\n94100000005,5,941001,สุขภาพ,ก\n`,
      windows874('94100000006,6,941001,สุขภาพ,ก\n'),
      '94100000007,7,94',
    );
    expect(result.broken.map(({ line, code, column, text }) => [line, code, column, text.slice(0, 11)])).toEqual([
      [2, 'fields_too_many', null, '94100000001'],
      [3, 'fields_too_few', null, '94100000002'],
      [4, 'code_lost', 'house_code', '9.41E+10,3,'],
      [5, 'quote_unclosed', null, '94100000004'],
      [7, 'not_utf8', null, '94100000006'],
      [8, 'cut_short', null, '94100000007'],
    ]);
    expect(result.broken[4]?.text).toBe('94100000006,6,941001,สุขภาพ,ก');
    expect(result).toMatchObject({ read: 7, kept: 1 });
  });

  it('reads semicolons, tabs and bars', async () => {
    for (const delimiter of [';', '\t', '|']) {
      const text = `${header}\n1,941001,"สุขภาพ, รายได้",x\n`.replace(/,(?! )/g, delimiter);
      expect((await scanned(text)).rows).toMatchObject([
        { tambon_code: '941001', dimension: 'สุขภาพ, รายได้', status: 'x' },
      ]);
    }
  });

  it('accounts for every record of any text under a header', async () => {
    const anything = fc.string({
      unit: fc.constantFrom('1', 'ก', ',', '"', '\n', '\r', ' ', '\0', 'รวม'),
      maxLength: 120,
    });
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const { result, rows } = await scanned(`${header}\n1,941001,สุขภาพ,x\n${text}`);
        const aside = result.setAside.reduce((sum, row) => sum + row.rows, 0);
        expect(result.read).toBe(rows.length + result.broken.length + aside);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('splits a long file into chunks that lose nothing', async () => {
    const count = 120_001;
    const lines = Array.from({ length: count }, (_, row) => `${row},${940000 + (row % 99)},สุขภาพ,${row}`);
    const { rows, result } = await scanned(`${header}\n${lines.join('\n')}\n`);
    expect(result.kept).toBe(count);
    expect(new Set(rows.map((row) => row.status)).size).toBe(count);
  });

  it('stops when cancelled', async () => {
    const lines = Array.from({ length: 100_000 }, (_, row) => `${row},941001,สุขภาพ,ก`).join('\n');
    const cancel = new AbortController();
    const read = async (): Promise<void> => {
      for await (const event of scanFile(new File([`${header}\n${lines}`], 'x.csv'), 0, null, cancel.signal)) {
        if (event.kind === 'progress') cancel.abort(new Error('enough'));
      }
    };
    await expect(read()).rejects.toThrow('enough');
  });
});
