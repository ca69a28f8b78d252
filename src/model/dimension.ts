/** Owns the five dimensions of need, their order, colours and host agencies. */
import type { Text } from './text.ts';

/**
 * Order is the code in clean tables. `unspecified` holds the needs of households that ask for help without a marked
 * dimension. Hosts: the agencies that the Pathum Thani working group named (27 April 2565), without the province's name.
 */
export const dimensions = [
  {
    id: 'health',
    title: { th: 'มิติสุขภาพ', en: 'Health' },
    short: { th: 'สุขภาพ', en: 'Health' },
    color: '#c0504d',
    hosts: [{ th: 'สำนักงานสาธารณสุขจังหวัด', en: 'Provincial Public Health Office' }],
  },
  {
    id: 'living',
    title: { th: 'มิติความเป็นอยู่', en: 'Living conditions' },
    short: { th: 'ความเป็นอยู่', en: 'Living' },
    color: '#b7791f',
    hosts: [
      {
        th: 'สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัด (พมจ.)',
        en: 'Provincial Social Development and Human Security Office',
      },
    ],
  },
  {
    id: 'education',
    title: { th: 'มิติการศึกษา', en: 'Education' },
    short: { th: 'การศึกษา', en: 'Education' },
    color: '#3b6ea8',
    hosts: [{ th: 'สำนักงานศึกษาธิการจังหวัด', en: 'Provincial Education Office' }],
  },
  {
    id: 'income',
    title: { th: 'มิติการมีรายได้', en: 'Income' },
    short: { th: 'รายได้', en: 'Income' },
    color: '#2f7d5b',
    hosts: [
      { th: 'สำนักงานเกษตรและสหกรณ์จังหวัด', en: 'Provincial Agriculture and Cooperatives Office' },
      { th: 'สำนักงานแรงงานจังหวัด', en: 'Provincial Labour Office' },
      { th: 'สำนักงานพาณิชย์จังหวัด', en: 'Provincial Commercial Office' },
      { th: 'หน่วยงานในสังกัดกระทรวงมหาดไทย', en: 'Agencies of the Ministry of Interior' },
    ],
  },
  {
    id: 'access',
    title: { th: 'มิติการเข้าถึงการบริการภาครัฐ', en: 'Access to public services' },
    short: { th: 'เข้าถึงบริการภาครัฐ', en: 'Access' },
    color: '#7a5195',
    hosts: [
      {
        th: 'สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัด (พมจ.)',
        en: 'Provincial Social Development and Human Security Office',
      },
    ],
  },
  {
    id: 'unspecified',
    title: { th: 'ไม่ระบุมิติ', en: 'Dimension not given' },
    short: { th: 'ไม่ระบุมิติ', en: 'Not given' },
    color: '#77736a',
    hosts: [],
  },
] as const satisfies readonly { id: string; title: Text; short: Text; color: string; hosts: readonly Text[] }[];

export type Dimension = (typeof dimensions)[number]['id'];
export const dimensionCode = Object.fromEntries(dimensions.map((row, code) => [row.id, code])) as Record<
  Dimension,
  number
>;
