/** Owns the measures: a row each, with what is counted, how it is written, and what a reader should know of it. */
import { needStatuses, pendingStatuses, statusCode, type Status } from '../model/status.ts';
import { classCode, surveyCode, type HouseholdClass, type Survey } from '../model/household.ts';
import type { Text } from '../model/text.ts';
import { referenceMeasures } from './referencemeasures.ts';

/** What one is counted: a household, a person, or a need (household × dimension). */
export type Unit = 'household' | 'person' | 'need';

/** What a row must be to be counted: all that is named; none named, every row. The SQL and the cube both follow from it. */
export interface Test {
  /** The household's folded status, or the need's own. */
  readonly statuses?: readonly Status[];
  readonly surveys?: readonly Survey[];
  readonly classes?: readonly HouseholdClass[];
  readonly urgent?: true;
  readonly overCapacity?: true;
}

/** How many rows pass; how many of some (null of none); or a sum over all rows (null where none is known). */
export type Value =
  { readonly count: Test } | { readonly share: Test; readonly of: Test } | { readonly sum: 'persons' };

export interface Measure {
  readonly id: string;
  readonly title: Text;
  /** For the narrow head of a column. */
  readonly short?: Text;
  /**
   * The relation the value is taken over: `household` rows (folded status) or `need` rows (own status); `area` is no
   * aggregate but a figure of tables of areas (`queries/references`).
   */
  readonly grain: 'household' | 'need' | 'area';
  /** An aggregate over that relation; null where the grain is `area`. */
  readonly value: Value | null;
  readonly unit: Unit;
  readonly format: 'count' | 'share';
  readonly scheme: 'waiting' | 'helped' | 'neutral';
  readonly better: 'less' | 'more' | null;
  /** Subject of the sentence that says what is shown. */
  readonly phrase: Text;
  /** Offered as a measure of the map. */
  readonly onMap?: true;
  /** A share of what a filter has chosen already says nothing: under that filter it is not applicable. */
  readonly silentUnder?: 'statuses' | 'surveys';
  /** The households' statuses it counts, where it counts nothing else: a filter on just these need not be said again. */
  readonly statuses?: readonly Status[];
}

const helped: Test = { statuses: ['helped'] };
const pending: Test = { statuses: pendingStatuses };
const inNeed: Test = { statuses: needStatuses };

export const measures = [
  {
    id: 'household.pending',
    title: { th: 'ยังรอการช่วยเหลือ', en: 'Still waiting' },
    short: { th: 'ยังรอ', en: 'Waiting' },
    phrase: { th: 'ครัวเรือนที่ยังรอการช่วยเหลือ', en: 'Households still waiting for help' },
    grain: 'household',
    statuses: pendingStatuses,
    value: { count: pending },
    unit: 'household',
    format: 'count',
    scheme: 'waiting',
    better: 'less',
    onMap: true,
  },
  {
    id: 'household.helped_share',
    title: { th: 'ร้อยละที่ช่วยแล้ว', en: '% helped' },
    short: { th: 'ช่วยแล้ว %', en: 'Helped %' },
    phrase: {
      th: 'ร้อยละของครัวเรือนที่ช่วยเหลือแล้ว ในครัวเรือนที่ต้องช่วยเหลือ',
      en: 'Share helped of the households in need',
    },
    grain: 'household',
    value: { share: helped, of: inNeed },
    unit: 'household',
    format: 'share',
    silentUnder: 'statuses',
    scheme: 'helped',
    better: 'more',
    onMap: true,
  },
  {
    id: 'household.need',
    title: { th: 'ต้องช่วยเหลือ', en: 'In need' },
    phrase: { th: 'ครัวเรือนที่ต้องช่วยเหลือ', en: 'Households in need' },
    grain: 'household',
    statuses: needStatuses,
    value: { count: inNeed },
    unit: 'household',
    format: 'count',
    scheme: 'waiting',
    better: 'less',
    onMap: true,
  },
  {
    id: 'household.helped',
    title: { th: 'ช่วยเหลือแล้ว', en: 'Helped' },
    phrase: { th: 'ครัวเรือนที่ช่วยเหลือแล้ว', en: 'Households helped' },
    grain: 'household',
    statuses: ['helped'],
    value: { count: helped },
    unit: 'household',
    format: 'count',
    scheme: 'helped',
    better: 'more',
    onMap: true,
  },
  {
    id: 'household.waiting',
    title: { th: 'ยังไม่เริ่มช่วยเหลือ', en: 'Help not started' },
    phrase: { th: 'ครัวเรือนที่ยังไม่เริ่มช่วยเหลือ', en: 'Households where help has not started' },
    grain: 'household',
    value: { count: { statuses: ['waiting'] } },
    unit: 'household',
    format: 'count',
    scheme: 'waiting',
    better: 'less',
    onMap: true,
  },
  {
    id: 'household.in_progress',
    title: { th: 'อยู่ระหว่างดำเนินการ', en: 'In progress' },
    phrase: { th: 'ครัวเรือนที่อยู่ระหว่างดำเนินการ', en: 'Households where help is in progress' },
    grain: 'household',
    value: { count: { statuses: ['in_progress'] } },
    unit: 'household',
    format: 'count',
    scheme: 'neutral',
    better: null,
    onMap: true,
  },
  {
    id: 'household.referred',
    title: { th: 'ส่งต่อ ศจพ.จ.', en: 'Referred to the province' },
    phrase: { th: 'ครัวเรือนที่ส่งต่อ ศจพ.จ.', en: 'Households referred to the province' },
    grain: 'household',
    value: { count: { statuses: ['referred'] } },
    unit: 'household',
    format: 'count',
    scheme: 'waiting',
    better: 'less',
    onMap: true,
  },
  {
    id: 'household.partly_helped',
    title: { th: 'ช่วยเหลือแล้วบางส่วน', en: 'Partly helped' },
    phrase: { th: 'ครัวเรือนที่ช่วยเหลือแล้วบางส่วน', en: 'Households partly helped' },
    grain: 'household',
    value: { count: { statuses: ['partly_helped'] } },
    unit: 'household',
    format: 'count',
    scheme: 'neutral',
    better: null,
    onMap: true,
  },
  {
    id: 'household.urgent_pending',
    title: { th: 'เร่งด่วนและยังรอ', en: 'Urgent and waiting' },
    phrase: { th: 'ครัวเรือนเร่งด่วนที่ยังรอการช่วยเหลือ', en: 'Urgent households still waiting for help' },
    grain: 'household',
    value: { count: { ...pending, urgent: true } },
    unit: 'household',
    format: 'count',
    scheme: 'waiting',
    better: 'less',
    onMap: true,
  },
  {
    id: 'household.over_capacity',
    title: { th: 'เกินศักยภาพอำเภอ', en: 'Over capacity' },
    phrase: { th: 'ครัวเรือนที่เกินศักยภาพอำเภอ', en: 'Households beyond the amphoe’s capacity' },
    grain: 'household',
    value: { count: { overCapacity: true } },
    unit: 'household',
    format: 'count',
    scheme: 'waiting',
    better: 'less',
    onMap: true,
  },
  {
    id: 'household.over_capacity_unsent',
    title: { th: 'เกินศักยภาพแต่ยังไม่ส่งต่อ', en: 'Over capacity, not referred' },
    phrase: {
      th: 'ครัวเรือนที่เกินศักยภาพอำเภอแต่ยังไม่ส่งต่อ',
      en: 'Households beyond the amphoe’s capacity and not yet referred',
    },
    grain: 'household',
    value: { count: { statuses: ['waiting', 'in_progress'], overCapacity: true } },
    unit: 'household',
    format: 'count',
    scheme: 'waiting',
    better: 'less',
  },
  {
    id: 'household.unsurveyed',
    title: { th: 'ยังไม่สำรวจ', en: 'Not yet visited' },
    phrase: { th: 'ครัวเรือนที่ยังไม่สำรวจ', en: 'Households not yet visited' },
    grain: 'household',
    value: { count: { surveys: ['not_surveyed'] } },
    unit: 'household',
    format: 'count',
    scheme: 'waiting',
    better: 'less',
    onMap: true,
  },
  {
    id: 'household.surveyed_share',
    title: { th: 'ร้อยละที่สำรวจแล้ว', en: '% visited' },
    phrase: {
      th: 'ร้อยละของครัวเรือนที่สำรวจแล้ว ในครัวเรือนที่ต้องสำรวจ',
      en: 'Share visited of the households to visit',
    },
    grain: 'household',
    value: {
      share: { surveys: ['surveyed'] },
      of: { surveys: ['surveyed', 'not_surveyed', 'unreachable'] },
    },
    unit: 'household',
    format: 'share',
    silentUnder: 'surveys',
    scheme: 'helped',
    better: 'more',
    onMap: true,
  },
  {
    id: 'need.count',
    title: { th: 'รายการปัญหา', en: 'Needs' },
    phrase: { th: 'รายการปัญหา (ครัวเรือน × มิติ)', en: 'Needs (household × dimension)' },
    grain: 'need',
    value: { count: inNeed },
    unit: 'need',
    format: 'count',
    scheme: 'waiting',
    better: 'less',
    onMap: true,
  },
  {
    id: 'need.pending',
    title: { th: 'รายการปัญหาที่ยังรอ', en: 'Needs still waiting' },
    phrase: { th: 'รายการปัญหาที่ยังรอการช่วยเหลือ', en: 'Needs still waiting for help' },
    grain: 'need',
    value: { count: pending },
    unit: 'need',
    format: 'count',
    scheme: 'waiting',
    better: 'less',
    onMap: true,
  },
  {
    id: 'need.helped',
    title: { th: 'รายการปัญหาที่ช่วยเหลือแล้ว', en: 'Needs helped' },
    phrase: { th: 'รายการปัญหาที่ช่วยเหลือแล้ว', en: 'Needs helped' },
    grain: 'need',
    value: { count: helped },
    unit: 'need',
    format: 'count',
    scheme: 'helped',
    better: 'more',
  },
  {
    id: 'household.listed',
    title: { th: 'ครัวเรือนเป้าหมาย', en: 'Listed households' },
    phrase: { th: 'ครัวเรือนเป้าหมาย', en: 'Listed households' },
    grain: 'household',
    value: { count: {} },
    unit: 'household',
    format: 'count',
    scheme: 'neutral',
    better: null,
    onMap: true,
  },
  {
    id: 'household.no_need',
    title: { th: 'ไม่ต้องการความช่วยเหลือ', en: 'No help needed' },
    phrase: { th: 'ครัวเรือนที่ไม่ต้องการความช่วยเหลือ', en: 'Households that need no help' },
    grain: 'household',
    value: { count: { statuses: ['no_need'] } },
    unit: 'household',
    format: 'count',
    scheme: 'neutral',
    better: null,
  },
  {
    id: 'household.unknown',
    title: { th: 'ไม่ทราบสถานะ', en: 'Status unknown' },
    phrase: { th: 'ครัวเรือนที่ไม่ทราบสถานะการช่วยเหลือ', en: 'Households whose status is unknown' },
    grain: 'household',
    value: { count: { statuses: ['unknown'] } },
    unit: 'household',
    format: 'count',
    scheme: 'neutral',
    better: 'less',
  },
  {
    id: 'household.out',
    title: { th: 'พ้นจากเป้าหมาย', en: 'Out (died, moved, duplicate)' },
    phrase: { th: 'ครัวเรือนที่พ้นจากเป้าหมาย', en: 'Households that left the list' },
    grain: 'household',
    value: { count: { statuses: ['out'] } },
    unit: 'household',
    format: 'count',
    scheme: 'neutral',
    better: null,
  },
  {
    id: 'household.surveyed',
    title: { th: 'สำรวจแล้ว', en: 'Visited' },
    phrase: { th: 'ครัวเรือนที่สำรวจแล้ว', en: 'Households visited' },
    grain: 'household',
    value: { count: { surveys: ['surveyed'] } },
    unit: 'household',
    format: 'count',
    scheme: 'helped',
    better: 'more',
  },
  {
    id: 'household.unreachable',
    title: { th: 'ไม่สามารถเก็บข้อมูลได้', en: 'Could not be visited' },
    phrase: { th: 'ครัวเรือนที่ไม่สามารถเก็บข้อมูลได้', en: 'Households that could not be visited' },
    grain: 'household',
    value: { count: { surveys: ['unreachable'] } },
    unit: 'household',
    format: 'count',
    scheme: 'waiting',
    better: 'less',
  },
  {
    id: 'household.unclassified',
    title: { th: 'ยังไม่จำแนกประเภท', en: 'Not classified' },
    phrase: { th: 'ครัวเรือนที่ยังไม่จำแนกประเภท', en: 'Households not classified' },
    grain: 'household',
    value: { count: { classes: ['unclassified'] } },
    unit: 'household',
    format: 'count',
    scheme: 'neutral',
    better: 'less',
  },
  {
    id: 'person.count',
    title: { th: 'สมาชิกในครัวเรือน', en: 'Household members' },
    phrase: { th: 'สมาชิกของครัวเรือนเป้าหมาย', en: 'Members of the listed households' },
    grain: 'household',
    value: { sum: 'persons' },
    unit: 'person',
    format: 'count',
    scheme: 'neutral',
    better: null,
  },
  ...referenceMeasures,
] as const satisfies readonly Measure[];

const among = (column: string, codes: readonly number[]): string => `${column} in (${codes.join(', ')})`;

/** What a row must be, as a condition. Only codes of registries and names of columns: no value comes from a reader. */
export function testSql({ statuses, surveys, classes, urgent, overCapacity }: Test): string {
  const parts = [
    statuses &&
      among(
        'status',
        statuses.map((id) => statusCode[id]),
      ),
    surveys &&
      among(
        'survey',
        surveys.map((id) => surveyCode[id]),
      ),
    classes &&
      among(
        'class',
        classes.map((id) => classCode[id]),
      ),
    urgent && 'urgent',
    overCapacity && 'over_capacity',
  ].filter((part) => part !== undefined);
  return parts.join(' and ') || 'true';
}

export function countSql(test: Test): string {
  const sql = testSql(test);
  return sql === 'true' ? 'count(*)' : `count(*) filter (where ${sql})`;
}

/** The measure's value as an aggregate over the relation of its grain. */
export function measureSql({ value }: Measure): string {
  if (value === null) return 'null';
  if ('count' in value) return countSql(value.count);
  if ('share' in value) return `${countSql(value.share)} / nullif(${countSql(value.of)}, 0)`;
  return `sum(${value.sum})`;
}

export type MeasureId = (typeof measures)[number]['id'];

const byId: ReadonlyMap<string, Measure> = new Map(measures.map((row) => [row.id, row]));
export function measureOf(id: MeasureId): Measure {
  return byId.get(id) as Measure;
}
export function isMeasureId(text: string): text is MeasureId {
  return byId.has(text);
}
