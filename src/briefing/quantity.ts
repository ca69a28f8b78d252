/** Owns what is known of a figure that a sentence is made of: between which bounds it lies, and how it is written. */
import { isExactlyShown, type Facts } from '../state/brieffacts.ts';
import type { AreaCode } from '../model/area.ts';
import type { Figures } from '../queries/figures.ts';
import type { MeasureId } from '../queries/measures.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import { datum } from '../panels/datum.ts';

/** What is said holds for every value between the bounds: of an exact figure there is but one. */
export interface Quantity {
  readonly low: number;
  readonly high: number;
  /** As it stands in a sentence, without its unit: 4,812; ประมาณ 4,810; น้อยกว่า 10. Null where it is not told. */
  readonly text: string | null;
}

export const unknown: Quantity = { low: 0, high: Infinity, text: null };
/** Protected figures are rounded to twenty at the coarsest, and what is told of lies at ten at least. */
const [farthest, least] = [10, 10];

/** Of an exact value. */
export const exactly = (value: number, text: string): Quantity => ({ low: value, high: value, text });

/** Of one that is protected: `small` stands for one to nine. */
export function roundly(value: number | 'small', text: string): Quantity {
  if (value === 'small') return { low: 1, high: least - 1, text };
  return value === 0 ? exactly(0, text) : { low: Math.max(least, value - farthest), high: value + farthest, text };
}

/** A count of an area: of `seen`'s own where no other figures are given. */
export function quantityOf(
  seen: Dashboard,
  facts: Facts,
  id: MeasureId,
  figures: Figures = seen.figures,
  area: AreaCode | null = seen.area,
): Quantity {
  const { value, text } = datum(seen, id, figures);
  if (value === null) return unknown;
  if (value === 'lt10') return roundly('small', text);
  if (isExactlyShown(facts, id, area)) return exactly(value, text);
  return roundly(value, value === 0 ? text : seen.texts.briefing.about(text));
}

export const isNone = ({ high }: Quantity): boolean => high === 0;
export const isSome = ({ low }: Quantity): boolean => low > 0;
/** The same number, for sure. */
export const isAlike = (a: Quantity, b: Quantity): boolean => a.low === a.high && b.low === b.high && a.low === b.low;
