/** Owns the figures that a table of areas may hold: what each counts, in which unit, and the headers it is known by. */
import type { Text } from './text.ts';

export interface AreaFigure {
  readonly id: string;
  readonly title: Text;
  readonly aliases: readonly string[];
  readonly unit: 'household' | 'person' | 'percent';
  /** Parts add up to the whole; a rate of parts does not. */
  readonly additive: boolean;
  /** Much of it is a burden, or only a size. */
  readonly scheme: 'waiting' | 'neutral';
}

/** The order is the code in clean tables. Keys such as `poor.JPT.CNT` are those of TPMAP's public tables. */
export const areaFigures = [
  {
    id: 'households',
    title: { th: 'ครัวเรือนทั้งหมด', en: 'All households' },
    aliases: ['จำนวนครัวเรือน', 'จำนวนครัวเรือนทั้งหมด', 'จำนวนหลังคาเรือน', 'household_cnt', 'households'],
    unit: 'household',
    additive: true,
    scheme: 'neutral',
  },
  {
    id: 'population',
    title: { th: 'ประชากรทั้งหมด', en: 'Population' },
    aliases: ['ประชากร', 'จำนวนประชากร', 'จำนวนประชากรทั้งหมด', 'ประชากรรวม', 'จำนวนคน', 'population'],
    unit: 'person',
    additive: true,
    scheme: 'neutral',
  },
  {
    id: 'surveyed_persons',
    title: { th: 'คนที่สำรวจ (จปฐ.)', en: 'Persons surveyed (BMN)' },
    aliases: ['HOUSEMEMBER_CNT', 'จำนวนคน (จปฐ.)', 'จำนวนคนในจปฐ.', 'คนที่ได้รับการสำรวจ', 'จำนวนคนที่สำรวจ'],
    unit: 'person',
    additive: true,
    scheme: 'neutral',
  },
  {
    id: 'poor_households',
    title: { th: 'ครัวเรือนยากจน (จปฐ.)', en: 'Poor households (BMN)' },
    aliases: ['poor.household.CNT', 'จำนวนครัวเรือน (จปฐ.) ที่จน', 'ครัวเรือนยากจน', 'จำนวนครัวเรือนยากจน'],
    unit: 'household',
    additive: true,
    scheme: 'waiting',
  },
  {
    id: 'poor_persons',
    title: { th: 'คนจน (จปฐ.)', en: 'Poor persons (BMN)' },
    aliases: ['poor.JPT.CNT', 'จำนวนคน (จปฐ.) ที่จน', 'คนจน', 'จำนวนคนจน'],
    unit: 'person',
    additive: true,
    scheme: 'waiting',
  },
  {
    id: 'registered_poor',
    title: { th: 'คนจนที่ลงทะเบียนสวัสดิการแห่งรัฐ', en: 'Poor persons registered for state welfare' },
    aliases: ['poor.JPT.MOFreg.CNT', 'คนจนที่ลงทะเบียน', 'จำนวนคนจนที่ลงทะเบียนสวัสดิการแห่งรัฐ'],
    unit: 'person',
    additive: true,
    scheme: 'waiting',
  },
  {
    id: 'target_poor',
    title: { th: 'คนจนเป้าหมาย', en: 'Target poor' },
    aliases: ['poor.JPT.MOFval.CNT', 'จำนวนคนจนเป้าหมาย'],
    unit: 'person',
    additive: true,
    scheme: 'waiting',
  },
  targetPoor('health', 'ด้านสุขภาพ', 'health'),
  targetPoor('living', 'ด้านความเป็นอยู่', 'living conditions'),
  targetPoor('education', 'ด้านการศึกษา', 'education'),
  targetPoor('income', 'ด้านรายได้', 'income'),
  targetPoor('accessibility', 'ด้านการเข้าถึงบริการรัฐ', 'access to public services'),
  {
    id: 'target_poor_rate',
    title: { th: 'ร้อยละคนจนเป้าหมาย', en: 'Target poor %' },
    aliases: ['JPT.MOFval.pov.rate', 'สัดส่วนคนจนเป้าหมาย', 'อัตราคนจนเป้าหมาย'],
    unit: 'percent',
    additive: false,
    scheme: 'waiting',
  },
] as const satisfies readonly AreaFigure[];

export type AreaFigureId = (typeof areaFigures)[number]['id'];

/** The 31 basic minimum needs of those tables: recognised, and left in the file. */
export const indicatorAliases: readonly string[] = Array.from(
  { length: 31 },
  (_, index) => `poor.JPT.MOFval.ind${index + 1}.CNT`,
);

/** Units that stand behind a header in brackets. */
export const unitWords: Readonly<Record<AreaFigure['unit'], readonly string[]>> = {
  household: ['ครัวเรือน', 'หลังคาเรือน', 'หลัง'],
  person: ['คน', 'ราย'],
  percent: ['%', 'ร้อยละ'],
};

function targetPoor<K extends string>(key: K, th: string, en: string) {
  return {
    id: `target_poor_${key}`,
    title: { th: `คนจนเป้าหมาย${th}`, en: `Target poor: ${en}` },
    aliases: [`poor.JPT.MOFval.${key}`, `จำนวนคนจนที่มีปัญหา${th}`, `จำนวนคนจนเป้าหมาย${th}`],
    unit: 'person',
    additive: true,
    scheme: 'waiting',
  } as const;
}
