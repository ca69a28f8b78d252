/** Owns the kinds of help that acts of help are counted by. Order is the code in clean tables. */
import type { Text } from './text.ts';

export const helpKinds = [
  { id: 'unknown', title: { th: 'ไม่ทราบประเภท', en: 'Kind unknown' } },
  { id: 'money', title: { th: 'เงินช่วยเหลือ', en: 'Money' } },
  { id: 'goods', title: { th: 'สิ่งของ', en: 'Goods' } },
  { id: 'housing', title: { th: 'ที่อยู่อาศัยและสาธารณูปโภค', en: 'Housing and utilities' } },
  { id: 'occupation', title: { th: 'อาชีพ', en: 'Occupation' } },
  { id: 'health', title: { th: 'สุขภาพ', en: 'Health care' } },
  { id: 'education', title: { th: 'การศึกษา', en: 'Education' } },
  { id: 'welfare', title: { th: 'สิทธิและสวัสดิการ', en: 'Welfare rights' } },
  { id: 'other', title: { th: 'อื่นๆ', en: 'Other' } },
] as const satisfies readonly { id: string; title: Text }[];

export type HelpKind = (typeof helpKinds)[number]['id'];
export const helpKindCode = Object.fromEntries(helpKinds.map(({ id }, code) => [id, code])) as Record<HelpKind, number>;
