/** Owns the other facts of a household: its class, its visit, its members, its locality, how it came and why it left. Order is the code in clean tables. */
import type { Text } from './text.ts';

export const classes = [
  { id: 'unclassified', color: '#9a958a', title: { th: 'ยังไม่จำแนกประเภท', en: 'Not classified' } },
  { id: 'developable', color: '#2f6f8f', title: { th: 'พัฒนาได้', en: 'Can be developed' } },
  { id: 'welfare', color: '#b4552d', title: { th: 'สงเคราะห์', en: 'Needs welfare' } },
  { id: 'self_reliant', color: '#5b8c3e', title: { th: 'พัฒนาตนเองได้', en: 'Self-reliant' } },
] as const satisfies readonly { id: string; color: string; title: Text }[];
export type HouseholdClass = (typeof classes)[number]['id'];

export const surveys = [
  { id: 'unknown', title: { th: 'ไม่ทราบผลการสำรวจ', en: 'Visit unknown' } },
  { id: 'surveyed', title: { th: 'สำรวจแล้ว', en: 'Visited' } },
  { id: 'not_surveyed', title: { th: 'ยังไม่สำรวจ', en: 'Not yet visited' } },
  { id: 'unreachable', title: { th: 'ไม่สามารถเก็บข้อมูลได้', en: 'Could not be visited' } },
  { id: 'out', title: { th: 'เสียชีวิต ย้าย หรือซ้ำ', en: 'Died, moved or duplicate' } },
] as const satisfies readonly { id: string; title: Text }[];
export type Survey = (typeof surveys)[number]['id'];

export const localities = [
  { id: 'unknown', title: { th: 'ไม่ทราบพื้นที่', en: 'Locality unknown' } },
  { id: 'tambon', title: { th: 'นอกเขตเทศบาล (ตำบล)', en: 'Tambon (outside municipalities)' } },
  { id: 'municipality', title: { th: 'ในเขตเทศบาล', en: 'Municipality' } },
] as const satisfies readonly { id: string; title: Text }[];
export type Locality = (typeof localities)[number]['id'];

/** How a household came to the list. */
export const sources = [
  { id: 'unknown', title: { th: 'ไม่ทราบที่มา', en: 'Origin unknown' } },
  { id: 'listed', title: { th: 'มีในระบบ (นำเข้า)', en: 'Listed from the start' } },
  { id: 'added', title: { th: 'เพิ่มใหม่ (ภาคสนาม)', en: 'Added in the field' } },
] as const satisfies readonly { id: string; title: Text }[];
export type Source = (typeof sources)[number]['id'];

/** Why a household left the list. */
export const outReasons = [
  { id: 'unknown', title: { th: 'ไม่ทราบเหตุผล', en: 'Reason unknown' } },
  { id: 'died', title: { th: 'เสียชีวิต', en: 'Died' } },
  { id: 'moved', title: { th: 'ย้ายที่อยู่', en: 'Moved' } },
  { id: 'duplicate', title: { th: 'ข้อมูลซ้ำ', en: 'Duplicate' } },
  { id: 'other', title: { th: 'เหตุผลอื่น', en: 'Another reason' } },
] as const satisfies readonly { id: string; title: Text }[];
export type OutReason = (typeof outReasons)[number]['id'];

/** Members that matter for help; each is a column of the clean household table holding how many there are, null where not told. */
export const members = [
  { id: 'child', title: { th: 'เด็ก', en: 'Children' } },
  { id: 'elderly', title: { th: 'ผู้สูงอายุ', en: 'Elderly' } },
  { id: 'disabled', title: { th: 'ผู้พิการ', en: 'Disabled' } },
  { id: 'bedridden', title: { th: 'ผู้ป่วยติดเตียง', en: 'Bedridden' } },
] as const satisfies readonly { id: string; title: Text }[];
export type Member = (typeof members)[number]['id'];

export const classCode = codes(classes);
export const surveyCode = codes(surveys);
export const localityCode = codes(localities);
export const sourceCode = codes(sources);
export const outReasonCode = codes(outReasons);

function codes<T extends string>(rows: readonly { readonly id: T }[]): Record<T, number> {
  return Object.fromEntries(rows.map((row, code) => [row.id, code])) as Record<T, number>;
}
