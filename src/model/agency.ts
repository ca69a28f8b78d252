/** Owns the agencies that help: the hosts of the dimensions, those that turn up in records of help, and how they are written. */
import type { Dimension } from './dimension.ts';
import { letters, plain } from './plain.ts';
import type { Text } from './text.ts';

export interface Agency {
  readonly id: string;
  readonly title: Text;
  readonly short: Text;
  /** How else it is written, without the province's name. */
  readonly aliases: readonly string[];
  /** Dimensions that it is host of: the Pathum Thani working group named them (27 April 2565). */
  readonly hosts: readonly Dimension[];
}

/** The hosts first, in the order in which they are named. */
export const agencies = [
  {
    id: 'health_office',
    title: { th: 'สำนักงานสาธารณสุขจังหวัด', en: 'Provincial Public Health Office' },
    short: { th: 'สสจ.', en: 'Public health' },
    aliases: ['สาธารณสุขจังหวัด', 'สำนักงานสาธารณสุขอำเภอ', 'สาธารณสุขอำเภอ', 'สสอ.', 'สาธารณสุข', 'สธ.'],
    hosts: ['health'],
  },
  {
    id: 'social_development',
    title: {
      th: 'สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัด (พมจ.)',
      en: 'Provincial Social Development and Human Security Office',
    },
    short: { th: 'พมจ.', en: 'Social development' },
    aliases: [
      'สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัด',
      'สนง.พมจ.',
      'สำนักงานพมจ.',
      'พัฒนาสังคมและความมั่นคงของมนุษย์',
      'พัฒนาสังคมจังหวัด',
      'พม.',
    ],
    hosts: ['living', 'access'],
  },
  {
    id: 'education_office',
    title: { th: 'สำนักงานศึกษาธิการจังหวัด', en: 'Provincial Education Office' },
    short: { th: 'ศธจ.', en: 'Education' },
    aliases: ['ศึกษาธิการจังหวัด', 'สำนักงานเขตพื้นที่การศึกษา', 'เขตพื้นที่การศึกษา', 'สพป.', 'สพม.'],
    hosts: ['education'],
  },
  {
    id: 'agriculture_cooperatives',
    title: { th: 'สำนักงานเกษตรและสหกรณ์จังหวัด', en: 'Provincial Agriculture and Cooperatives Office' },
    short: { th: 'กษ.', en: 'Agriculture and cooperatives' },
    aliases: ['เกษตรและสหกรณ์จังหวัด', 'เกษตรและสหกรณ์', 'กษจ.'],
    hosts: ['income'],
  },
  {
    id: 'labour_office',
    title: { th: 'สำนักงานแรงงานจังหวัด', en: 'Provincial Labour Office' },
    short: { th: 'สรจ.', en: 'Labour' },
    aliases: ['แรงงานจังหวัด', 'สนง.แรงงาน', 'สำนักงานแรงงาน', 'แรงงาน'],
    hosts: ['income'],
  },
  {
    id: 'commerce_office',
    title: { th: 'สำนักงานพาณิชย์จังหวัด', en: 'Provincial Commercial Office' },
    short: { th: 'พณจ.', en: 'Commerce' },
    aliases: ['พาณิชย์จังหวัด', 'สำนักงานพาณิชย์', 'พาณิชย์'],
    hosts: ['income'],
  },
  {
    id: 'interior',
    title: { th: 'หน่วยงานในสังกัดกระทรวงมหาดไทย', en: 'Agencies of the Ministry of Interior' },
    short: { th: 'มท.', en: 'Interior' },
    aliases: ['กระทรวงมหาดไทย', 'มหาดไทย'],
    hosts: ['income'],
  },
  {
    id: 'community_development',
    title: { th: 'สำนักงานพัฒนาชุมชน', en: 'Community Development Office' },
    short: { th: 'พช.', en: 'Community development' },
    aliases: [
      'พัฒนาชุมชน',
      'สำนักงานพัฒนาชุมชนจังหวัด',
      'สำนักงานพัฒนาชุมชนอำเภอ',
      'สพจ.',
      'สพอ.',
      'พัฒนาการอำเภอ',
      'พัฒนาการจังหวัด',
    ],
    hosts: [],
  },
  {
    id: 'administration',
    title: { th: 'ที่ทำการปกครองจังหวัดหรืออำเภอ', en: 'Provincial or District Administration' },
    short: { th: 'ปกครอง', en: 'Administration' },
    aliases: ['ที่ทำการปกครองจังหวัด', 'ที่ทำการปกครองอำเภอ', 'ที่ทำการปกครอง', 'ฝ่ายปกครอง', 'ที่ว่าการอำเภอ', 'อำเภอ'],
    hosts: [],
  },
  {
    id: 'local_government',
    title: { th: 'องค์กรปกครองส่วนท้องถิ่น', en: 'Local government' },
    short: { th: 'อปท.', en: 'Local government' },
    aliases: [
      'อบต.',
      'อบจ.',
      'ทต.',
      'ทม.',
      'ทน.',
      'เทศบาล',
      'เทศบาลตำบล',
      'เทศบาลเมือง',
      'เทศบาลนคร',
      'องค์การบริหารส่วนตำบล',
      'องค์การบริหารส่วนจังหวัด',
    ],
    hosts: [],
  },
  {
    id: 'health_centre',
    title: { th: 'โรงพยาบาลส่งเสริมสุขภาพตำบล', en: 'Tambon Health Centre' },
    short: { th: 'รพ.สต.', en: 'Health centre' },
    aliases: ['โรงพยาบาลส่งเสริมสุขภาพ', 'สถานีอนามัย'],
    hosts: [],
  },
  {
    id: 'hospital',
    title: { th: 'โรงพยาบาล', en: 'Hospital' },
    short: { th: 'รพ.', en: 'Hospital' },
    aliases: ['รพช.', 'รพท.', 'รพศ.'],
    hosts: [],
  },
  {
    id: 'learning',
    title: { th: 'กรมส่งเสริมการเรียนรู้ (กศน. เดิม)', en: 'Department of Learning Encouragement' },
    short: { th: 'สกร.', en: 'Learning encouragement' },
    aliases: ['กศน.', 'กรมส่งเสริมการเรียนรู้', 'ศูนย์ส่งเสริมการเรียนรู้', 'การศึกษานอกระบบและการศึกษาตามอัธยาศัย'],
    hosts: [],
  },
  {
    id: 'buddhism_office',
    title: { th: 'สำนักงานพระพุทธศาสนาจังหวัด', en: 'Provincial Office of Buddhism' },
    short: { th: 'พศจ.', en: 'Buddhism' },
    aliases: ['พระพุทธศาสนาจังหวัด', 'สำนักงานพระพุทธศาสนา'],
    hosts: [],
  },
  {
    id: 'red_cross',
    title: { th: 'เหล่ากาชาดจังหวัด', en: 'Provincial Red Cross Chapter' },
    short: { th: 'เหล่ากาชาด', en: 'Red Cross' },
    aliases: ['กาชาด', 'กิ่งกาชาด', 'กิ่งกาชาดอำเภอ', 'สภากาชาดไทย'],
    hosts: [],
  },
  {
    id: 'agriculture_bank',
    title: { th: 'ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร', en: 'Bank for Agriculture and Agricultural Cooperatives' },
    short: { th: 'ธ.ก.ส.', en: 'BAAC' },
    aliases: ['ธกส.'],
    hosts: [],
  },
  {
    id: 'agriculture_extension',
    title: { th: 'สำนักงานเกษตรจังหวัดหรืออำเภอ', en: 'Agricultural Extension Office' },
    short: { th: 'เกษตรอำเภอ', en: 'Agricultural extension' },
    aliases: ['สำนักงานเกษตรจังหวัด', 'สำนักงานเกษตรอำเภอ', 'เกษตรจังหวัด', 'กสก.'],
    hosts: [],
  },
  {
    id: 'livestock',
    title: { th: 'สำนักงานปศุสัตว์', en: 'Livestock Office' },
    short: { th: 'ปศุสัตว์', en: 'Livestock' },
    aliases: ['ปศุสัตว์จังหวัด', 'ปศุสัตว์อำเภอ', 'สำนักงานปศุสัตว์จังหวัด', 'ปศจ.'],
    hosts: [],
  },
  {
    id: 'fisheries',
    title: { th: 'สำนักงานประมง', en: 'Fisheries Office' },
    short: { th: 'ประมง', en: 'Fisheries' },
    aliases: ['ประมงจังหวัด', 'ประมงอำเภอ', 'สำนักงานประมงจังหวัด'],
    hosts: [],
  },
  {
    id: 'skill_development',
    title: { th: 'สถาบันหรือสำนักงานพัฒนาฝีมือแรงงาน', en: 'Skill Development Office' },
    short: { th: 'พัฒนาฝีมือแรงงาน', en: 'Skill development' },
    aliases: ['สำนักงานพัฒนาฝีมือแรงงาน', 'สถาบันพัฒนาฝีมือแรงงาน', 'สนพ.'],
    hosts: [],
  },
  {
    id: 'employment',
    title: { th: 'สำนักงานจัดหางานจังหวัด', en: 'Provincial Employment Office' },
    short: { th: 'จัดหางาน', en: 'Employment' },
    aliases: ['จัดหางานจังหวัด', 'สจจ.'],
    hosts: [],
  },
] as const satisfies readonly Agency[];

export type AgencyId = (typeof agencies)[number]['id'];

/** What an agency is called: one of these by its id, any other as it is written. */
export function agencyText(agency: string): Pick<Agency, 'title' | 'short'> {
  const asWritten = { th: agency, en: agency };
  return agencies.find(({ id }) => id === agency) ?? { title: asWritten, short: asWritten };
}

/** Agencies that are host of a dimension. */
export function hostsOf(dimension: Dimension): readonly Agency[] {
  return agencies.filter(({ hosts }: Agency) => hosts.includes(dimension));
}

/** A shorter word stands before the name of a place only as an abbreviation, with its dots. */
const shortestWord = 5;
const parting = /[,;/+&]|และ|ร่วมกับ/;

/**
 * The agency that a cell names, with or without its place: สสจ., สำนักงานสาธารณสุขจังหวัดปัตตานี. Null where it is none of these, or
 * where others are named beside it.
 */
export function agencyOf(cell: string): AgencyId | null {
  const whole = names.find(({ name }) => name === letters(cell));
  if (whole) return whole.id;
  const text = joined(cell);
  const found = names.find(({ start }) => start !== null && text.startsWith(start));
  if (!found?.start) return null;
  const beside = text.slice(found.start.length).split(parting).slice(1);
  return beside.every((part) => agencyOf(part) === found.id) ? found.id : null;
}

function joined(text: string): string {
  return plain(text).replaceAll(' ', '');
}

/** The longest first: สำนักงานเกษตรและสหกรณ์ before สำนักงานเกษตร. */
const names = (agencies as readonly (Agency & { readonly id: AgencyId })[])
  .flatMap(({ id, title, short, aliases }) =>
    [title.th, title.th.replace(/ ?\(.*/, ''), title.en, short.th, ...aliases].map((written) => {
      const name = letters(written);
      const word = joined(written);
      // The last dot of several is often left out: รพ.สต บ้านนา.
      const start = /\..*\.$/.test(word) ? word.slice(0, -1) : word;
      return { id, name, start: word.endsWith('.') || name.length >= shortestWord ? start : null };
    }),
  )
  .sort((a, b) => b.name.length - a.name.length);
