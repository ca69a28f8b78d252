/** Owns the age of a case: how many days a household has waited, in bands, and what of it a map shows. */
import type { Text } from './text.ts';

/** Who has waited more days than these has waited long. */
export const longDays = 90;

/** From the shortest on; `to` is the last day of a band. Their place in the list is their code in answers. */
export const ageBands = [
  { id: 'days_30', to: 30, title: { th: 'ไม่เกิน 30 วัน', en: 'Up to 30 days' } },
  { id: 'days_90', to: longDays, title: { th: '31–90 วัน', en: '31–90 days' } },
  { id: 'days_180', to: 180, title: { th: '91–180 วัน', en: '91–180 days' } },
  { id: 'days_365', to: 365, title: { th: '181–365 วัน', en: '181–365 days' } },
  { id: 'over_365', to: Infinity, title: { th: 'เกิน 365 วัน', en: 'Over 365 days' } },
] as const satisfies readonly { id: string; to: number; title: Text }[];
export type AgeBand = (typeof ageBands)[number]['id'];

/** The place of an age in the list. */
export const bandOf = (days: number): number => ageBands.findIndex(({ to }) => days <= to);

/** What is looked at area by area. */
export const ageLooks = ['median', 'long', 'stuck', 'urgent', 'unsent'] as const;
export type AgeLook = (typeof ageLooks)[number];

/** A household is stuck that stood alike in so many rounds on end: it did not move in two. */
export const stuckRounds = 3;

/** A median of fewer households says little. */
export const fewestAges = 10;
