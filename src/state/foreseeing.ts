/** Owns when what a meeting would see is worked out ahead: while nothing is asked, of one snapshot, never of all of the country. */
import type { Dashboard } from './dashboard.svelte.ts';
import { whenIdle } from './idle.ts';

/** To be called in an effect; gives how to call it off. */
export function foresee(dashboard: Dashboard): (() => void) | undefined {
  const [entry, ...others] = dashboard.entries;
  if (dashboard.busy || dashboard.answer('areas') === null || !entry || others.length > 0) return undefined;
  return whenIdle(() => dashboard.session.foresee(entry));
}
