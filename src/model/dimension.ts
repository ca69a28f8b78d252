/** Owns the five dimensions of need, their order and colours; `model/agency` says who is host of each. */
import type { Text } from './text.ts';

/**
 * Order is the code in clean tables. `unspecified` holds the needs of households that ask for help without a marked
 * dimension.
 */
export const dimensions = [
  {
    id: 'health',
    title: { th: 'มิติสุขภาพ', en: 'Health' },
    short: { th: 'สุขภาพ', en: 'Health' },
    color: '#c0504d',
  },
  {
    id: 'living',
    title: { th: 'มิติความเป็นอยู่', en: 'Living conditions' },
    short: { th: 'ความเป็นอยู่', en: 'Living' },
    color: '#b7791f',
  },
  {
    id: 'education',
    title: { th: 'มิติการศึกษา', en: 'Education' },
    short: { th: 'การศึกษา', en: 'Education' },
    color: '#3b6ea8',
  },
  {
    id: 'income',
    title: { th: 'มิติการมีรายได้', en: 'Income' },
    short: { th: 'รายได้', en: 'Income' },
    color: '#2f7d5b',
  },
  {
    id: 'access',
    title: { th: 'มิติการเข้าถึงการบริการภาครัฐ', en: 'Access to public services' },
    short: { th: 'เข้าถึงบริการภาครัฐ', en: 'Access' },
    color: '#7a5195',
  },
  {
    id: 'unspecified',
    title: { th: 'ไม่ระบุมิติ', en: 'Dimension not given' },
    short: { th: 'ไม่ระบุมิติ', en: 'Not given' },
    color: '#77736a',
  },
] as const satisfies readonly { id: string; title: Text; short: Text; color: string }[];

export type Dimension = (typeof dimensions)[number]['id'];
export const dimensionCode = Object.fromEntries(dimensions.map((row, code) => [row.id, code])) as Record<
  Dimension,
  number
>;
