/** Owns what a count can be divided by, so that large areas don't always come first: a row each. */
import type { Text } from '../model/text.ts';
import type { MeasureId } from './measures.ts';

export interface Denominator {
  readonly id: string;
  /** "of the households in need" */
  readonly title: Text;
  /** The figure of the same area that stands below the line. */
  readonly of: MeasureId;
  /** Counted from the same households, so that a filter on statuses has chosen the share already. */
  readonly silentUnder?: 'statuses';
}

export const denominators = [
  {
    id: 'need',
    title: { th: 'ครัวเรือนที่ต้องช่วยเหลือ', en: 'households in need' },
    of: 'household.need',
    silentUnder: 'statuses',
  },
  {
    id: 'listed',
    title: { th: 'ครัวเรือนเป้าหมายทั้งหมดในไฟล์', en: 'households listed in the file' },
    of: 'household.listed',
    silentUnder: 'statuses',
  },
  {
    id: 'surveyed',
    title: { th: 'ครัวเรือนที่สำรวจแล้ว', en: 'households surveyed' },
    of: 'household.surveyed',
    silentUnder: 'statuses',
  },
  {
    id: 'households',
    title: { th: 'ครัวเรือนทั้งหมด (ตารางพื้นที่)', en: 'all households (table of areas)' },
    of: 'area.households',
  },
  {
    id: 'people',
    title: { th: 'ประชากรทั้งหมด (ตารางพื้นที่)', en: 'all people (table of areas)' },
    of: 'area.population',
  },
] as const satisfies readonly Denominator[];

export type DenominatorId = (typeof denominators)[number]['id'];
export function denominatorOf(id: DenominatorId): Denominator {
  return denominators.find((row) => row.id === id) ?? denominators[0];
}
