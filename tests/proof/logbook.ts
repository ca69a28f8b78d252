/** Owns the clean table that is polluted: a small synthetic Logbook file, its truth, and how it is written as CSV. */
import { mapHeaders } from '../../src/model/headers.ts';
import { stagedColumns, type ColumnId } from '../../src/model/columns.ts';
import { Chance, seedOf } from '../../scripts/sample/chance.ts';

export interface LogbookTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Dialect {
  readonly delimiter: string;
  readonly newline: string;
  readonly quote: string;
  /** Written before a quote that is meant as a letter; the quote itself where it is doubled. */
  readonly escape: string;
  readonly isAllQuoted: boolean;
}

export const plainCsv: Dialect = { delimiter: ',', newline: '\n', quote: '"', escape: '"', isAllQuoted: false };

const headers = [
  'ณ วันที่',
  'รหัสบ้าน',
  'บ้านเลขที่',
  'หมู่ที่',
  'รหัสตำบล',
  'ตำบล',
  'อำเภอ',
  'จังหวัด',
  'จำนวนสมาชิก',
  'สถานะการสำรวจ',
  'ประเภทครัวเรือน',
  'มิติสุขภาพ',
  'มิติความเป็นอยู่',
  'มิติการศึกษา',
  'มิติการมีรายได้',
  'มิติการเข้าถึงการบริการภาครัฐ',
  'สถานะการช่วยเหลือ',
  'เร่งด่วน',
  'หน่วยงานที่ช่วยเหลือ',
  'วันที่ช่วยเหลือ',
  'กิจกรรมที่ช่วยเหลือ',
  'งบประมาณ',
] as const;

const tambons = [
  ['941001', 'ยะรัง', 'ยะรัง'],
  ['941002', 'สะดาวา', 'ยะรัง'],
  ['940110', 'รูสะมิแล', 'เมืองปัตตานี'],
] as const;

/** Rows whose every read cell matters: the last column is one that is read, so that nothing cut off goes unseen. */
export function logbookTable(rowCount = 60): LogbookTable {
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const chance = new Chance(seedOf(`logbook ${index}`));
    const [code, tambon, amphoe] = chance.pick('tambon', tambons);
    const mark = (label: string): string => (chance.hit(label, 0.3) ? '✓' : '');
    const marks = [mark('health'), mark('living'), '✓', mark('income'), mark('access')];
    const isHelped = chance.hit('helped', 0.5);
    return [
      '29/06/2565',
      `94${String(10_000_000 + index * 7919).padStart(9, '0')}`,
      `${chance.whole('house', 1, 300)}/${chance.whole('part', 1, 9)}`,
      String(chance.whole('moo', 1, 9)),
      code,
      tambon,
      amphoe,
      'ปัตตานี',
      String(chance.whole('persons', 1, 7)),
      'สำรวจแล้ว',
      chance.pick('class', ['พัฒนาได้', 'สงเคราะห์']),
      ...marks,
      isHelped ? 'ช่วยเหลือแล้ว' : 'ยังรอการช่วยเหลือ',
      chance.hit('urgent', 0.1) ? 'เร่งด่วน' : '',
      isHelped ? 'พมจ.' : '',
      isHelped ? '10/06/2565' : '',
      isHelped ? activity(chance, index) : '',
      isHelped ? String(chance.whole('amount', 5, 200) * 100) : '',
    ];
  });
  return { headers, rows };
}

/** Every third needs quotes: for a comma, for a quote, for a line break. */
function activity(chance: Chance, index: number): string {
  const words = chance.pick('activity', ['ซ่อมบ้าน', 'มอบทุนอาชีพ', 'ฝึกทักษะ']);
  return [`${words} ชุด ${index}`, `${words}, เตียง ชุด ${index}`, `${words} "เล็ก" ชุด ${index}`, `${words}\nชุด ${index}`][
    index % 4
  ] as string;
}

export function writeCell(cell: string, dialect: Dialect): string {
  const { delimiter, quote, escape, isAllQuoted } = dialect;
  const isSpecial = cell.includes(delimiter) || (quote !== '' && cell.includes(quote)) || /[\r\n]/.test(cell);
  if (quote === '' || !(isAllQuoted || isSpecial)) return cell;
  return quote + cell.replaceAll(quote, escape + quote) + quote;
}

export function writeRow(cells: readonly string[], dialect: Dialect = plainCsv): string {
  return cells.map((cell) => writeCell(cell, dialect)).join(dialect.delimiter);
}

/** The whole file, its last line ended. */
export function writeTable({ headers: titles, rows }: LogbookTable, dialect: Dialect = plainCsv): string {
  return [titles, ...rows].map((cells) => writeRow(cells, dialect) + dialect.newline).join('');
}

/** What must stand in staging: for each house code, the text of every column that is read. */
export function truthOf({
  headers: titles,
  rows,
}: LogbookTable): ReadonlyMap<string, Readonly<Record<ColumnId, string>>> {
  const columns = mapHeaders(titles);
  const places = new Map(stagedColumns.map((id) => [id, columns.indexOf(id)]));
  const codeAt = columns.indexOf('house_code');
  return new Map(
    rows.map((cells) => {
      const row = stagedColumns.map((id) => [id, cells[places.get(id) ?? -1] ?? ''] as const);
      return [cells[codeAt] ?? '', Object.fromEntries(row) as Record<ColumnId, string>];
    }),
  );
}
