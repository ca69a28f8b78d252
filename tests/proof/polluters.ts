/** Owns the polluters: 24 kinds of damage that CSV files bear in the wild, each a row, each file the same on every run. */
import { Chance, seedOf } from '../../scripts/sample/chance.ts';
import { encode, type Encoding } from './encoding.ts';
import { logbookTable, plainCsv, writeCell, writeRow, writeTable, type Dialect, type LogbookTable } from './logbook.ts';

export interface Polluted {
  readonly polluter: string;
  readonly index: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What a careful reader would find in the file; rows the damage took away for good are not in it. */
  readonly truth: LogbookTable;
  /** The damage takes nothing from a reader who knows CSV: nothing of the truth may be quarantined, set aside or refused. */
  readonly isHarmless: boolean;
}

type Made = Partial<Pick<Polluted, 'truth' | 'isHarmless'>> & {
  readonly text: string;
  readonly encoding?: Encoding;
};

interface Polluter {
  readonly id: string;
  /** How many files the full run makes of it. */
  readonly files: number;
  /** `index` walks through what can be enumerated; `chance` decides the rest. */
  make(index: number, chance: Chance): Made;
}

const clean = logbookTable();
const width = clean.headers.length;
const head = `${writeRow(clean.headers)}\n`;
const rawRows: readonly string[] = clean.rows.map((cells) => writeRow(cells));
const harmless = (text: string, encoding: Encoding = 'utf-8'): Made => ({ text, encoding, isHarmless: true });
const firstRows = (count: number): LogbookTable => ({ ...clean, rows: clean.rows.slice(0, count) });

/** The file with one raw row in place of another; what `row` turns into has its own line end unless it says otherwise. */
function withRow(row: number, raw: string, end = '\n'): string {
  return head + rawRows.map((own, at) => (at === row ? raw + end : `${own}\n`)).join('');
}
/** Where a text may be cut or added to without splitting a letter from its marks: irrelevant to CSV, kept for honest text. */
function somewhere(chance: Chance, text: string): number {
  return chance.whole('place', 1, text.length - 1);
}
const rowOf = (index: number): number => index % clean.rows.length;
const boundaryOf = (index: number, count: number): number => Math.floor(index / clean.rows.length) % count;
const insertRows = (after: number, lines: readonly string[]): string =>
  head +
  rawRows.map((raw, row) => `${raw}\n${row === after ? lines.map((line) => `${line}\n`).join('') : ''}`).join('');
const padded = (text: string): string => text + ','.repeat(width - 1);
const dialect = (change: Partial<Dialect>): string => writeTable(clean, { ...plainCsv, ...change });
const every = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

export const polluters: readonly Polluter[] = [
  {
    id: 'delimiter_extra',
    files: 480,
    make(index) {
      const row = rowOf(index);
      const cells = clean.rows[row] ?? [];
      const at = boundaryOf(index, width + 1);
      return { text: withRow(row, writeRow([...cells.slice(0, at), '', ...cells.slice(at)])) };
    },
  },
  {
    id: 'delimiter_missing',
    files: 480,
    make(index) {
      const row = rowOf(index);
      const raw = (clean.rows[row] ?? []).map((cell) => writeCell(cell, plainCsv));
      const at = boundaryOf(index, width - 1);
      return {
        text: withRow(
          row,
          [...raw.slice(0, at), (raw[at] ?? '') + (raw[at + 1] ?? ''), ...raw.slice(at + 2)].join(','),
        ),
      };
    },
  },
  {
    id: 'quote_extra',
    files: 300,
    make(index, chance) {
      const row = rowOf(index);
      const raw = rawRows[row] ?? '';
      const at = somewhere(chance, raw);
      return { text: withRow(row, `${raw.slice(0, at)}"${raw.slice(at)}`) };
    },
  },
  {
    id: 'quote_unescaped',
    files: 90,
    make(index, chance) {
      const row = rowOf(index);
      const cells = [...(clean.rows[row] ?? [])];
      const at = chance.whole('column', 0, width - 1);
      const name = every(['บ้าน "เก่า" หลังวัด', 'บ้าน "เก่า"', '"เก่า" หลังวัด', 'ก", "ข', 'ก","ข', 'สูง 5" กว้าง'], index);
      return {
        text: withRow(
          row,
          cells.map((cell, column) => (column === at ? `"${name}"` : writeCell(cell, plainCsv))).join(','),
        ),
      };
    },
  },
  {
    id: 'quote_unclosed',
    files: 160,
    make(index) {
      const row = rowOf(index);
      const at = boundaryOf(index * 7, width);
      const raw = (clean.rows[row] ?? []).map((cell) => writeCell(cell, plainCsv));
      return {
        text: withRow(row, raw.map((cell, column) => (column === at ? `"${cell.replace(/"$/, '')}` : cell)).join(',')),
      };
    },
  },
  {
    id: 'quotation_file',
    files: 18,
    make(index) {
      if (index < 4) return harmless(dialect({ isAllQuoted: true, delimiter: every([',', ';', '\t', '|'], index) }));
      const quote = every(["'", '“', '`', '|', '‘', '´', '*'], index);
      const text = dialect({ quote, escape: quote, isAllQuoted: index % 2 === 0 });
      return { text: index % 4 === 0 ? text.replace(/“([^“]*)“/g, '“$1”') : text };
    },
  },
  {
    id: 'escape_file',
    files: 8,
    make(index) {
      return { text: dialect({ escape: every(['\\', '^', "'", '~'], index), isAllQuoted: index % 2 === 0 }) };
    },
  },
  {
    id: 'delimiter_file',
    files: 24,
    make(index) {
      const delimiter = every([';', '\t', '|', '^', '~', ' ', ':', '\u001f', '¦', '؛', ',,', '; '], index);
      const isKnown = [';', '\t', '|'].includes(delimiter);
      return { text: dialect({ delimiter, isAllQuoted: index >= 12 }), isHarmless: isKnown };
    },
  },
  {
    id: 'delimiter_mixed',
    files: 100,
    make(index, chance) {
      const row = rowOf(index);
      const raw = (clean.rows[row] ?? []).map((cell) => writeCell(cell, plainCsv));
      const other = every([';', '\t', '|', ' '], index);
      const from = chance.whole('from', 0, width - 2);
      const to = index % 3 === 0 ? width : from + 1;
      return {
        text: withRow(
          row,
          raw.map((cell, at) => (at === 0 ? cell : (at > from && at <= to ? other : ',') + cell)).join(''),
        ),
      };
    },
  },
  {
    id: 'newline_file',
    files: 6,
    make(index) {
      const newline = every(['\r\n', '\r', '\n\r', '\r\r\n', '\u2028', '\u001e'], index);
      return { text: dialect({ newline }), isHarmless: index < 4 };
    },
  },
  {
    id: 'newline_mixed',
    files: 40,
    make(_, chance) {
      const ends = ['\n', '\r\n', '\r'] as const;
      const end = (label: string): string => chance.pick(label, ends);
      return harmless(head.trimEnd() + end('head') + rawRows.map((raw, row) => raw + end(`row ${row}`)).join(''));
    },
  },
  {
    id: 'newline_inside',
    files: 140,
    make(index, chance) {
      const row = rowOf(index);
      const raw = rawRows[row] ?? '';
      const drawn = index % 2 === 0 ? somewhere(chance, raw) : chance.whole('edge', 1, 6) * (index % 4 === 1 ? 1 : -1);
      // Inside quotes a line break is a letter like any other.
      const at = raw.slice(0, drawn).split('"').length % 2 === 0 ? raw.indexOf(',') : drawn;
      return { text: withRow(row, `${raw.slice(0, at)}${every(['\n', '\r\n', '\r'], index)}${raw.slice(at)}`) };
    },
  },
  {
    id: 'lines_joined',
    files: 62,
    make(index) {
      return { text: withRow(rowOf(index), rawRows[rowOf(index)] ?? '', index % 7 === 0 ? ' ' : '') };
    },
  },
  {
    id: 'file_end',
    files: 60,
    make(index, chance) {
      const text = dialect({});
      if (index === 0) return harmless(text.trimEnd());
      if (index < 4) return harmless(text + every(['\n', '\n\n\n', '\u001a'], index));
      if (index < 8) return { text: text + '\0'.repeat(512 * index) };
      const last = rawRows.at(-1) ?? '';
      // A copy that broke off inside its last row.
      return { text: text.slice(0, text.length - chance.whole('cut', 1, last.length)) };
    },
  },
  {
    id: 'blank_rows',
    files: 40,
    make(index, chance) {
      const lines = Array.from({ length: 1 + (index % 4) }, () =>
        every(['', ' ', padded(''), padded(' '), ','.repeat(index % 9)], index),
      );
      return harmless(insertRows(chance.whole('after', 0, 58), lines));
    },
  },
  {
    id: 'preamble',
    files: 40,
    make(index, chance) {
      const title = every(
        ['รายงานครัวเรือนยากจน', 'จังหวัดปัตตานี, อำเภอยะรัง', '# ออกโดยระบบ', 'ข้อมูล ณ วันที่ 29 มิ.ย. 2565', '"รายงาน, ปี 2565"'],
        index,
      );
      const lines = Array.from({ length: chance.whole('lines', 1, 15) }, (_, at) => (at % 3 === 1 ? '' : title));
      return harmless(lines.map((line) => `${index % 2 ? padded(line) : line}\n`).join('') + dialect({}));
    },
  },
  {
    id: 'header',
    files: 26,
    make(index) {
      const { headers } = clean;
      const data = rawRows.map((raw) => `${raw}\n`).join('');
      if (index < 6) return { text: every(['', '\n', `${padded('ข้อมูล')}\n`], index) + data };
      const group = headers.map((_, at) => (at === 1 ? 'ครัวเรือน' : at === 11 ? 'มิติ' : ''));
      const split = headers.map((name, at) => (at >= 11 && at < 16 ? '' : name));
      const under = headers.map((name, at) => (at >= 11 && at < 16 ? name.replace('มิติ', '') : ''));
      const units = headers.map((name) => (name === 'งบประมาณ' ? '(บาท)' : name === 'จำนวนสมาชิก' ? '(คน)' : ''));
      const numbers = headers.map((_, at) => `(${at + 1})`);
      const rows = every(
        [
          [group, headers],
          [split.map((name, at) => (at === 11 ? 'มิติ' : name)), under],
          [headers, units],
          [headers, numbers],
          [headers, headers],
        ],
        index,
      );
      return { text: rows.map((row) => `${writeRow(row)}\n`).join('') + data };
    },
  },
  {
    id: 'rows_few',
    files: 6,
    make(index) {
      if (index === 0) return { text: '', truth: firstRows(0) };
      if (index === 1) return { text: head, truth: firstRows(0) };
      return {
        text:
          head +
          rawRows
            .slice(0, index - 1)
            .map((raw) => `${raw}\n`)
            .join(''),
        truth: firstRows(index - 1),
        isHarmless: true,
      };
    },
  },
  {
    id: 'columns_empty',
    files: 20,
    make(index) {
      const more = ','.repeat(1 + (index % 5));
      const isWhole = index < 10;
      const text = [isWhole ? head.trimEnd() + more : head.trimEnd(), ...rawRows.map((raw) => raw + more)].join('\n');
      return { text: `${text}\n`, isHarmless: isWhole };
    },
  },
  {
    id: 'tables_several',
    files: 30,
    make(index) {
      const columns = every([3, width, width + 4], index);
      const titles = ['อำเภอ', 'เป้าหมาย', 'ช่วยเหลือแล้ว', 'คงเหลือ'];
      const fill = (cells: readonly string[]): string =>
        Array.from({ length: columns }, (_, at) => cells[at] ?? '').join(',');
      const summary = [fill(titles), fill(['ยะรัง', '30', '10', '20']), fill(['เมืองปัตตานี', '30', '12', '18'])];
      // The same household's rows of another round, its columns in another order.
      const turned = [clean.headers, ...clean.rows.slice(0, 5)].map((cells) => writeRow([...cells].reverse()));
      const second = index % 2 === 0 ? summary : turned;
      const between = every([[''], [], ['', 'ตารางที่ 2']], Math.floor(index / 3));
      return { text: dialect({}) + [...between, ...second].map((line) => `${line}\n`).join('') };
    },
  },
  {
    id: 'footer',
    files: 40,
    make(index) {
      const notes = [
        'หมายเหตุ: ข้อมูล ณ วันที่ 29 มิ.ย. 2565',
        'ผู้รายงาน',
        'รวม',
        'รวมทั้งจังหวัด',
        'ที่มา: TPMAP',
        'รวมทั้งสิ้น 60 ครัวเรือน',
      ];
      const note = every(notes, index);
      const line = index % 4 < 2 ? padded(note) : note;
      return harmless(dialect({}) + (index % 3 === 0 ? '\n' : '') + `${line}\n`);
    },
  },
  {
    id: 'ragged_rows',
    files: 60,
    make(index) {
      const row = rowOf(index);
      const cells = [...(clean.rows[row] ?? [])];
      const kept = every([width - 1, width - 2, 3, 1], index);
      return { text: withRow(row, writeRow(index % 5 === 4 ? [...cells, 'เกิน', ''] : cells.slice(0, kept))) };
    },
  },
  {
    id: 'cell_text',
    files: 40,
    make(index) {
      const row = rowOf(index * 7);
      const texts = [
        'ก'.repeat(300_000),
        'ก\n'.repeat(90),
        '\0',
        '\u202eกลับ',
        '=1+1',
        'ก\u200bข',
        '<img src=x onerror=alert(1)>',
        'NULL',
        'ก'.repeat(3_000_000),
        '\ufeffก',
      ];
      const text = every(texts, index);
      const rows = clean.rows.map((cells, at) =>
        at === row ? cells.map((cell, column) => (column === 20 ? `${text} ชุด ${at}` : cell)) : cells,
      );
      const truth = { ...clean, rows };
      return { text: writeTable(truth), truth, isHarmless: !text.includes('\0') };
    },
  },
  {
    id: 'encoding',
    files: 20,
    make(index) {
      const text = dialect({ newline: index % 2 ? '\r\n' : '\n' }).replaceAll('✓', '1');
      const truth = { ...clean, rows: clean.rows.map((cells) => cells.map((cell) => cell.replace('✓', '1'))) };
      const encoding = every<Encoding>(
        [
          'utf-8-bom',
          'utf-16le-bom',
          'utf-16be-bom',
          'utf-16le',
          'utf-16be',
          'windows-874',
          'windows-874-row',
          'mojibake',
        ],
        index,
      );
      return { text, encoding, truth, isHarmless: !['windows-874-row', 'mojibake'].includes(encoding) };
    },
  },
];

/** The polluted file number `index` of a polluter. */
export function pollute(polluter: Polluter, index: number): Polluted {
  const {
    text,
    encoding = 'utf-8',
    truth = clean,
    isHarmless = false,
  } = polluter.make(index, new Chance(seedOf(`${polluter.id} ${index}`)));
  return { polluter: polluter.id, index, bytes: encode(text, encoding), truth, isHarmless };
}
