/** Owns the status of help: its words, its groups, and how a household's status follows from its needs. */
import type { Text } from './text.ts';

/** Order is the code in clean tables; `1 << code` is the status's bit in a fold mask. */
export const statuses = [
  { id: 'no_need', group: 'no_need', title: { th: 'ไม่ต้องการความช่วยเหลือ', en: 'No help needed' } },
  { id: 'waiting', group: 'pending', title: { th: 'ยังไม่เริ่มช่วยเหลือ', en: 'Help not started' } },
  { id: 'in_progress', group: 'pending', title: { th: 'อยู่ระหว่างดำเนินการ', en: 'In progress' } },
  { id: 'referred', group: 'pending', title: { th: 'ส่งต่อ ศจพ.จ.', en: 'Referred to the province' } },
  { id: 'partly_helped', group: 'pending', title: { th: 'ช่วยเหลือแล้วบางส่วน', en: 'Partly helped' } },
  { id: 'helped', group: 'helped', title: { th: 'ช่วยเหลือแล้ว', en: 'Helped' } },
  { id: 'unknown', group: 'unknown', title: { th: 'ไม่ทราบสถานะ', en: 'Status unknown' } },
  { id: 'out', group: 'out', title: { th: 'พ้นจากเป้าหมาย (เสียชีวิต ย้าย ซ้ำ)', en: 'Out (died, moved, duplicate)' } },
] as const satisfies readonly { id: string; group: string; title: Text }[];

export type Status = (typeof statuses)[number]['id'];
export type StatusGroup = (typeof statuses)[number]['group'];

export const statusCode = Object.fromEntries(statuses.map((row, code) => [row.id, code])) as Record<Status, number>;

/** pending = waiting + in progress + referred + partly helped. */
export const pendingStatuses: readonly Status[] = statuses
  .filter((row) => row.group === 'pending')
  .map((row) => row.id);
/** need = pending + helped: the denominator of % helped. */
export const needStatuses: readonly Status[] = [...pendingStatuses, 'helped'];

const bit = (status: Status): number => 1 << statusCode[status];

/**
 * A household's status from the statuses of its needs.
 * `mask` has the bit `1 << statusCode[s]` for each status s met among them; 0 (no need at all) is `no_need`.
 */
export function foldStatus(mask: number): Status {
  if (mask & bit('out')) return 'out';
  const needed = mask & ~bit('no_need');
  if (needed === 0) return 'no_need';
  if (needed === bit('helped')) return 'helped';
  if ((needed & ~bit('unknown')) === bit('helped') || needed === bit('unknown')) return 'unknown';
  if (needed & (bit('helped') | bit('partly_helped'))) return 'partly_helped';
  if (needed & bit('referred')) return 'referred';
  if (needed & bit('in_progress')) return 'in_progress';
  return 'waiting';
}

/** All 256 fold masks and their household status codes: the engine joins this table so that SQL and TypeScript cannot differ. */
export const foldTable: readonly number[] = Array.from({ length: 256 }, (_, mask) => statusCode[foldStatus(mask)]);
