/** Owns the length of a single bar. */
import type { Datum } from '../ui/datum.ts';

/** Share of the track, 0 to 1. What is kept small (`lt10`) or not known has no bar: its length would tell the figure. */
export function barShare(value: Datum['value'], max: number): number {
  if (typeof value !== 'number' || !(max > 0) || !(value > 0)) return 0;
  return Math.min(1, value / max);
}
