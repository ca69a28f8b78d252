/** Owns the independent count of the sample, by csv-parse and the rules alone; run by itself it writes the truth fixture. */
import { parse } from 'csv-parse/sync';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { gazetteerUrl, makeSample } from './make.ts';

/** Households. need = pending + helped; listed = need + no need + out. */
export interface Tally {
  listed: number;
  need: number;
  helped: number;
  pending: number;
  urgent_pending: number;
}

/** Needs: household × dimension. */
export interface NeedTally {
  count: number;
  helped: number;
  pending: number;
}

export interface Truth {
  readonly file: string;
  readonly province: Tally;
  /** By amphoe code; municipalities' households are their amphoe's. */
  readonly amphoe: Readonly<Record<string, Tally>>;
  /** Households whose row names no amphoe that exists: in the province's figures, in no amphoe's. */
  readonly without_amphoe: Tally;
  /** By dimension; `unspecified` for households in need without a marked dimension. */
  readonly dimension: Readonly<Record<string, NeedTally>>;
}

const groupOfWord: Readonly<Record<string, 'helped' | 'pending' | 'no_need' | 'out'>> = {
  ช่วยเหลือแล้ว: 'helped',
  ได้รับการช่วยเหลือแล้ว: 'helped',
  ยังรอการช่วยเหลือ: 'pending',
  รอการช่วยเหลือ: 'pending',
  รอความช่วยเหลือ: 'pending',
  อยู่ระหว่างดำเนินการ: 'pending',
  ช่วยเหลือแล้วบางส่วน: 'pending',
  'ส่งต่อ ศจพ.จ.': 'pending',
  'แจ้ง ศจพ.จ.': 'pending',
  ไม่ต้องการความช่วยเหลือ: 'no_need',
  พัฒนาตนเองได้: 'no_need',
  เสียชีวิต: 'out',
  ย้าย: 'out',
  ย้ายที่อยู่: 'out',
};

const dimensionHeaders: Readonly<Record<string, string>> = {
  health: 'มิติสุขภาพ',
  living: 'มิติความเป็นอยู่',
  education: 'มิติการศึกษา',
  income: 'มิติการมีรายได้',
  access: 'มิติการเข้าถึงการบริการภาครัฐ',
};

export function readRecords(path: string): Record<string, string>[] {
  return parse(readFileSync(path), { columns: true, bom: true });
}

export function countFile(folder: string, file: string, areaNames: ReadonlyMap<string, string>): Truth {
  const province = emptyTally();
  const without_amphoe = emptyTally();
  const amphoe: Record<string, Tally> = {};
  const dimension: Record<string, NeedTally> = {};
  for (const record of readRecords(join(folder, file))) {
    const cell = (header: string): string => {
      const value = record[header];
      if (value === undefined) throw new Error(`${file} has no column ${header}.`);
      return value;
    };
    const own = groupOf(cell('สถานะการช่วยเหลือ'));
    const marked = Object.entries(dimensionHeaders).flatMap(([id, header]) =>
      ['', '0'].includes(cell(header))
        ? []
        : [{ id, group: ['✓', '1'].includes(cell(header)) ? own : groupOf(cell(header)) }],
    );
    const needs = marked.length > 0 ? marked : [{ id: 'unspecified', group: own }];
    for (const need of needs) {
      if (need.group !== 'helped' && need.group !== 'pending') continue;
      const tally = (dimension[need.id] ??= { count: 0, helped: 0, pending: 0 });
      tally.count++;
      tally[need.group]++;
    }
    // Out overrides; helped only where every need is; no need where none is left.
    const groups = new Set(needs.map((need) => need.group));
    const folded = groups.has('out')
      ? 'out'
      : groups.has('pending')
        ? 'pending'
        : groups.has('helped')
          ? 'helped'
          : 'no_need';
    const code = amphoeOf(cell('รหัสตำบล'), cell('อำเภอ'), cell('จังหวัด'), areaNames);
    for (const tally of [province, code === null ? without_amphoe : (amphoe[code] ??= emptyTally())]) {
      tally.listed++;
      if (folded !== 'helped' && folded !== 'pending') continue;
      tally.need++;
      tally[folded]++;
      if (folded === 'pending' && cell('เร่งด่วน') === 'เร่งด่วน') tally.urgent_pending++;
    }
  }
  return { file, province, amphoe: sorted(amphoe), without_amphoe, dimension: sorted(dimension) };
}

/** All files of a made sample, by snapshot key (`94.2022-06-29`). */
export function countSample(folder: string): Record<string, Truth> {
  const areaNames = readAreaNames();
  return sorted(
    Object.fromEntries(
      makeSample(folder).files.map((row) => [`${row.province}.${row.asOf}`, countFile(folder, row.file, areaNames)]),
    ),
  );
}

export function readAreaNames(): ReadonlyMap<string, string> {
  const { areas } = JSON.parse(readFileSync(gazetteerUrl, 'utf8')) as { areas: readonly [string, string][] };
  return new Map(areas.map(([code, name]) => [code, name]));
}

function groupOf(word: string): 'helped' | 'pending' | 'no_need' | 'out' {
  const group = groupOfWord[word];
  if (group === undefined) throw new Error(`No status: ${word}`);
  return group;
}

/** From the tambon code, else from the written name. */
function amphoeOf(
  tambonCode: string,
  name: string,
  province: string,
  areaNames: ReadonlyMap<string, string>,
): string | null {
  const code = tambonCode.slice(0, 4);
  if (code.length === 4 && areaNames.has(code)) return code;
  const provinceName = province.replace(/^(จังหวัด|จ\.)/, '');
  const bare = name.replace(/^(อำเภอ|อ\.)/, '');
  const full = bare === 'เมือง' ? `เมือง${provinceName}` : bare;
  const parent = [...areaNames].find(([key, value]) => key.length === 2 && value === provinceName)?.[0] ?? '';
  return (
    [...areaNames].find(([key, value]) => key.length === 4 && key.startsWith(parent) && value === full)?.[0] ?? null
  );
}

function emptyTally(): Tally {
  return { listed: 0, need: 0, helped: 0, pending: 0, urgent_pending: 0 };
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const truth = countSample(fileURLToPath(new URL('../../data/sample', import.meta.url)));
  const fixture = new URL('../../tests/fixtures/sample-truth.json', import.meta.url);
  writeFileSync(fixture, `${JSON.stringify(truth, null, 1)}\n`);
}
