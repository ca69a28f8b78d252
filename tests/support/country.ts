/** Owns a small synthetic Logbook file of the whole country: every province, real codes, made-up households. */
import { readFileSync } from 'node:fs';

interface GazetteerFile {
  readonly areas: readonly (readonly [code: string, th: string, en: string, longitude: number, latitude: number])[];
}
const { areas } = JSON.parse(
  readFileSync(new URL('../../data/areas/gazetteer.json', import.meta.url), 'utf8'),
) as GazetteerFile;
const names = new Map(areas.map(([code, th]) => [code, th]));

const headers = ['ณ วันที่', 'รหัสบ้าน', 'รหัสตำบล', 'ตำบล', 'อำเภอ', 'จังหวัด', 'มิติสุขภาพ', 'มิติการมีรายได้', 'ประเภทครัวเรือน', 'สถานะการสำรวจ', 'สถานะการช่วยเหลือ']; // prettier-ignore

export interface CountryFile {
  readonly name: string;
  readonly content: string;
  readonly rows: number;
  /** Households of each province code, and those of them that still wait. */
  readonly listed: Readonly<Record<string, number>>;
  readonly pending: Readonly<Record<string, number>>;
}

export interface CountryOptions {
  /** Households of a tambon; each has this many. */
  readonly each?: number;
  /** Tambon of each province, from the first; all by default. */
  readonly tambon?: number;
  /** Provinces; all by default. */
  readonly provinces?: readonly string[];
  /** As the file writes it. */
  readonly asOf?: string;
}

/** Every third household is helped, the others wait. A province has as many as its tambon say, so that no two rank alike by chance. */
export function countryFile({
  each = 1,
  tambon = Infinity,
  provinces,
  asOf = '29/06/2565',
}: CountryOptions = {}): CountryFile {
  const listed: Record<string, number> = {};
  const pending: Record<string, number> = {};
  const lines: string[] = [];
  const taken: Record<string, number> = {};
  for (const [code, th] of areas) {
    const province = code.slice(0, 2);
    if (code.length !== 6 || (provinces && !provinces.includes(province))) continue;
    if ((taken[province] = (taken[province] ?? 0) + 1) > tambon) continue;
    for (let turn = 0; turn < each; turn++) {
      const isHelped = lines.length % 3 === 0;
      const house = `${code.slice(0, 4)}${String(lines.length + 1).padStart(7, '0')}`;
      const cells = [asOf, house, code, th, names.get(code.slice(0, 4)), names.get(province), lines.length % 2 ? '1' : '0', lines.length % 2 ? '0' : '1', 'พัฒนาได้', 'สำรวจแล้ว', isHelped ? 'ช่วยเหลือแล้ว' : 'ยังรอการช่วยเหลือ']; // prettier-ignore
      lines.push(cells.join(','));
      listed[province] = (listed[province] ?? 0) + 1;
      pending[province] = (pending[province] ?? 0) + (isHelped ? 0 : 1);
    }
  }
  return {
    name: 'ทั้งประเทศ.csv',
    content: [headers.join(','), ...lines, ''].join('\r\n'),
    rows: lines.length,
    listed,
    pending,
  };
}
