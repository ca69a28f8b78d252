/** Owns what an area code means: text of 2, 4 or 6 digits at every border, an integer only inside clean tables. */
import type { Text } from './text.ts';

/** TIS 1099 code as text: `94` a province, `9410` an amphoe, `941001` a tambon, `940151` a municipality's pseudo-tambon. */
export type AreaCode = string & { readonly __brand: 'AreaCode' };

/** The whole country: the code of no digits, within which every other lies. */
export const country = '' as AreaCode;

export const levels = [
  { id: 'province', digits: 2, title: { th: 'จังหวัด', en: 'Province' }, prefix: { th: 'จ.', en: '' } },
  { id: 'amphoe', digits: 4, title: { th: 'อำเภอ', en: 'Amphoe' }, prefix: { th: 'อ.', en: '' } },
  { id: 'tambon', digits: 6, title: { th: 'ตำบล', en: 'Tambon' }, prefix: { th: 'ต.', en: '' } },
] as const satisfies readonly { id: string; digits: number; title: Text; prefix: Text }[];

export type Level = (typeof levels)[number]['id'];

/** Reads a code; null unless it is 2, 4 or 6 ASCII digits: the country has none to be read. */
export function areaCode(text: string): AreaCode | null {
  return /^(\d{2}|\d{4}|\d{6})$/.test(text) ? (text as AreaCode) : null;
}

/** Of an area of 2, 4 or 6 digits; the country is above all levels, and it is a fault to ask. */
export function levelOf(code: AreaCode): Level {
  if (code === country) throw new Error('the country has no level');
  return code.length === 2 ? 'province' : code.length === 4 ? 'amphoe' : 'tambon';
}

/** The code one level up: `941001` → `9410` → `94` → the country → null. */
export function parentOf(code: AreaCode): AreaCode | null {
  return code === country ? null : (code.slice(0, -2) as AreaCode);
}

/** The area and all that it lies in, from the whole down to it: country, `94`, `9410`. */
export function pathTo(code: AreaCode, whole: AreaCode): readonly AreaCode[] {
  const parent = code === whole ? null : parentOf(code);
  return [...(parent === null ? [] : pathTo(parent, whole)), code];
}

/** The country's is the country. */
export function provinceOf(code: AreaCode): AreaCode {
  return code.slice(0, 2) as AreaCode;
}

/** The level at which an area's parts are shown: the country's provinces, a province's amphoe. */
export function levelWithin(area: AreaCode): Level {
  return area === country ? 'province' : area.length === 2 ? 'amphoe' : 'tambon';
}

/** The level, but never coarser than the area itself: a part's figures are not those of the whole. */
export function levelFor(area: AreaCode | null, level: Level): Level {
  if (area === null || area === country) return level;
  return levelDivisor[levelOf(area)] < levelDivisor[level] ? levelOf(area) : level;
}

/** True when `inner` is `outer` or lies inside it. */
export function isWithin(inner: AreaCode, outer: AreaCode): boolean {
  return inner.startsWith(outer);
}

/** What the number of a level divides a six-digit integer code by: tambon 1, amphoe 100, province 10 000. */
export const levelDivisor: Readonly<Record<Level, number>> = { province: 10_000, amphoe: 100, tambon: 1 };

/** The integer that clean tables hold: six digits, `00` where the finer part is not known. `9410` → 941000. */
export function areaNumber(code: AreaCode): number {
  return Number(code.padEnd(6, '0'));
}

/** Text code of a clean-table integer at a level: (941001, 'amphoe') → `9410`. Null where the row is not known that finely. */
export function areaOfNumber(area: number, level: Level): AreaCode | null {
  const digits = String(area).padStart(6, '0');
  const code = digits.slice(0, level === 'province' ? 2 : level === 'amphoe' ? 4 : 6);
  return code.endsWith('00') ? null : (code as AreaCode);
}

/** จปฐ counts households inside a municipality under pseudo-tambon numbers 51 to 99, which have no polygon of their own. */
export function isMunicipality(code: AreaCode): boolean {
  return code.length === 6 && Number(code.slice(4)) >= 51;
}

/**
 * How a row's place was found. Order is the code in clean tables.
 * Every row has one, and only `placed` rows are on the tambon map; `placed`, `municipality`,
 * `tambon_blank` and `tambon_unknown` are on the amphoe map.
 */
export const places = [
  { id: 'placed', map: 'tambon', title: { th: 'ลงแผนที่ได้ถึงตำบล', en: 'On the map down to tambon' } },
  {
    id: 'municipality',
    map: 'amphoe',
    title: { th: 'รหัสเขตเทศบาล ไม่มีขอบเขตตำบล', en: 'Municipality code, no tambon boundary' },
  },
  { id: 'tambon_blank', map: 'amphoe', title: { th: 'ไม่ได้ระบุตำบล', en: 'Tambon left blank' } },
  {
    id: 'tambon_unknown',
    map: 'amphoe',
    title: { th: 'ไม่รู้จักชื่อหรือรหัสตำบล', en: 'Tambon name or code not recognised' },
  },
  { id: 'amphoe_blank', map: 'province', title: { th: 'ไม่ได้ระบุอำเภอและตำบล', en: 'Amphoe and tambon left blank' } },
  {
    id: 'amphoe_unknown',
    map: 'province',
    title: { th: 'ไม่รู้จักชื่อหรือรหัสอำเภอ', en: 'Amphoe name or code not recognised' },
  },
  { id: 'blank', map: null, title: { th: 'ไม่มีรหัสหรือชื่อพื้นที่', en: 'No area code or name' } },
  { id: 'unknown', map: null, title: { th: 'ไม่รู้จักรหัสหรือชื่อพื้นที่', en: 'Area code or name not recognised' } },
] as const satisfies readonly { id: string; map: Level | null; title: Text }[];

export type Place = (typeof places)[number]['id'];
