/** Owns the class methods: a row each, with what it is called, what it does, and where it would cut. */
import { ckmeans, max, mean, min, quantileSorted, sampleSkewness, sampleStandardDeviation } from 'simple-statistics';
import type { Text } from '../model/text.ts';

export type ValueUnit = 'count' | 'share';

export interface ClassMethod {
  readonly id: string;
  readonly title: Text;
  /** What it does, in one sentence. */
  readonly hint: Text;
  /** Inner bounds of at most `most` classes, unrounded; null where the bounds are given or another method is chosen. */
  readonly cuts: ((sorted: readonly number[], most: number, unit: ValueUnit) => readonly number[]) | null;
  /**
   * How a cut becomes a bound that can be read: `fair`, rounder as long as the classes stay about as full; `gap`, the
   * roundest number between the two neighbours, so that no area changes its class; `step`, the nearest that is shown;
   * `none`, as it stands, empty classes too.
   */
  readonly settle: 'fair' | 'gap' | 'step' | 'none';
  /** Means something of this unit only. */
  readonly only?: ValueUnit;
}

/** 1, 2, 5 and their tenfolds; or 1 and 3; or tenfolds; or hundredfolds and so on, as many as there is room for. */
const series: readonly ((power: number) => readonly number[])[] = [
  () => [1, 2, 5],
  () => [1, 3],
  () => [1],
  ...[2, 3, 4, 6, 12].map((every) => (power: number) => (power % every === 0 ? [1] : [])),
];

export const classMethods = [
  {
    id: 'auto',
    title: { th: 'เลือกให้', en: 'Automatic' },
    hint: { th: 'เลือกวิธีให้ตามลักษณะของตัวเลข', en: 'Chosen by the shape of the figures' },
    cuts: null,
    settle: 'none',
  },
  {
    id: 'quantile',
    title: { th: 'จำนวนพื้นที่เท่ากัน', en: 'Equal numbers of areas' },
    hint: { th: 'แต่ละช่วงมีจำนวนพื้นที่ใกล้เคียงกัน (quantile)', en: 'Each class has about as many areas (quantile)' },
    cuts: (sorted, most) =>
      Array.from({ length: most - 1 }, (_, index) => quantileSorted(sorted as number[], (index + 1) / most)),
    settle: 'fair',
  },
  {
    id: 'equal',
    title: { th: 'ช่วงกว้างเท่ากัน', en: 'Equal widths' },
    hint: { th: 'แต่ละช่วงกว้างเท่ากัน (equal interval)', en: 'Each class is as wide (equal interval)' },
    cuts: (sorted, most) => {
      const [least, greatest] = [min(sorted as number[]), max(sorted as number[])];
      return Array.from({ length: most - 1 }, (_, index) => least + ((index + 1) * (greatest - least)) / most);
    },
    settle: 'step',
  },
  {
    id: 'natural',
    title: { th: 'ตามกลุ่มของตัวเลข', en: 'Natural breaks' },
    hint: {
      th: 'ตัวเลขที่ใกล้กันอยู่ช่วงเดียวกัน แบ่งตรงที่ตัวเลขห่างกัน (natural breaks)',
      en: 'Figures that lie close share a class, cut where they lie apart (natural breaks)',
    },
    cuts: (sorted, most) =>
      ckmeans(sorted as number[], Math.min(most, new Set(sorted).size))
        .slice(1)
        .flatMap(([first]) => first ?? []),
    settle: 'gap',
  },
  {
    id: 'deviation',
    title: { th: 'ห่างจากค่าเฉลี่ย', en: 'Standard deviations' },
    hint: {
      th: 'แบ่งตามระยะจากค่าเฉลี่ยของพื้นที่ ช่วงละหนึ่งส่วนเบี่ยงเบนมาตรฐาน',
      en: 'By distance from the mean of the areas, one standard deviation a class',
    },
    cuts: (sorted, most) => {
      if (sorted.length < 2) return [];
      const [middle, deviation] = [mean(sorted as number[]), sampleStandardDeviation(sorted as number[])];
      return Array.from({ length: most - 1 }, (_, index) => middle + (index - (most - 2) / 2) * deviation);
    },
    settle: 'step',
  },
  {
    id: 'rounded',
    title: { th: 'ตัวเลขกลม 1-2-5', en: 'Round numbers 1-2-5' },
    hint: {
      th: 'แบ่งที่ 1 2 5 10 20 50 … ช่วงหลังกว้างขึ้นเรื่อย ๆ (logarithmic)',
      en: 'Cut at 1, 2, 5, 10, 20, 50 …: each class wider than the one before (logarithmic)',
    },
    cuts: (sorted, most) => {
      const [least = 0, greatest = 0] = [sorted.find((value) => value > 0), sorted.at(-1)];
      if (greatest <= 0) return [];
      const powers = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(greatest))] as const;
      for (const steps of series) {
        const cuts: number[] = [];
        for (let power = powers[0]; power <= powers[1]; power += 1)
          for (const step of steps(power)) cuts.push(Number(`${step}e${power}`));
        const inner = cuts.filter((cut) => cut > least && cut <= greatest);
        if (inner.length < most) return inner;
      }
      return [];
    },
    settle: 'step',
  },
  {
    id: 'thresholds',
    title: { th: 'เกณฑ์ร้อยละ 25/50/75', en: 'Thresholds 25/50/75 %' },
    hint: {
      th: 'แบ่งที่ร้อยละ 25 50 และ 75 เหมือนกันทุกครั้ง เทียบข้ามพื้นที่และเวลาได้',
      en: 'Cut at 25, 50 and 75 %, always the same: maps can be compared',
    },
    cuts: () => [0.25, 0.5, 0.75],
    settle: 'none',
    only: 'share',
  },
  {
    id: 'manual',
    title: { th: 'กำหนดเอง', en: 'Set by hand' },
    hint: { th: 'ใช้ขอบช่วงที่พิมพ์หรือลากไว้', en: 'At the bounds typed or dragged' },
    cuts: null,
    settle: 'none',
  },
] as const satisfies readonly ClassMethod[];

export type MethodId = (typeof classMethods)[number]['id'];
export const isMethodId = (text: string): text is MethodId => classMethods.some(({ id }) => id === text);
export const methodOf = (id: MethodId): ClassMethod => classMethods.find((row) => row.id === id) ?? classMethods[0];

export const fewestClasses = 3;
export const mostClasses = 9;
export const usualClasses = 5;

/** Why the automatic choice chose as it did. */
export type Reason = 'few' | 'policy' | 'wide' | 'skewed' | 'even';
export interface Choice {
  readonly method: MethodId;
  readonly reason: Reason;
}

/** Figures are skewed from here on: the mean lies well beyond the median. */
const skewed = 1;
/** The greatest so many times the least: only a scale of tenfolds shows both. */
const wide = 100;

/** The method that suits the shape of the figures (ascending, without zeros), and why. */
export function chosenMethod(sorted: readonly number[], unit: ValueUnit, most: number): Choice {
  const distinct = new Set(sorted).size;
  if (distinct <= Math.min(most, usualClasses)) return { method: 'natural', reason: 'few' };
  if (unit === 'share') {
    const filled = [0, 1, 2, 3].map((quarter) => sorted.filter((value) => quarterOf(value) === quarter).length);
    const isTelling = filled.filter(Boolean).length >= 3 && Math.max(...filled) <= 0.6 * sorted.length;
    if (isTelling) return { method: 'thresholds', reason: 'policy' };
  }
  if (distinct > 2 && sampleSkewness(sorted as number[]) > skewed) {
    const isWide = (sorted.at(-1) ?? 0) >= wide * (sorted[0] ?? 0) && (sorted[0] ?? 0) > 0;
    return isWide ? { method: 'rounded', reason: 'wide' } : { method: 'natural', reason: 'skewed' };
  }
  return { method: 'quantile', reason: 'even' };
}

const quarterOf = (share: number): number => Math.min(3, Math.floor(share * 4));

/** Where two colours part. */
export const middles = [
  { id: 'zero', title: { th: 'ศูนย์', en: 'zero' } },
  { id: 'average', title: { th: 'ค่าของทั้งพื้นที่ที่ดูอยู่', en: 'the whole area’s figure' } },
  { id: 'half', title: { th: 'ร้อยละ 50', en: '50 %' }, only: 'share' },
] as const satisfies readonly { readonly id: string; readonly title: Text; readonly only?: ValueUnit }[];
export type MiddleId = (typeof middles)[number]['id'];
