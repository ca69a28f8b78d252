/** Owns what is made ready while nothing is asked: what a meeting would see, of one snapshot and never of all of the country; and the spare rows. */
import type { Dashboard } from './dashboard.svelte.ts';
import { whenIdle } from './idle.ts';

/** To be called in an effect; gives how to call it off. */
export function makeReady(dashboard: Dashboard): () => void {
  const waiting = [foresee(dashboard), spare(dashboard)];
  return () => waiting.forEach((callOff) => callOff?.());
}

function foresee(dashboard: Dashboard): (() => void) | undefined {
  const [entry, ...others] = dashboard.entries;
  if (dashboard.busy || dashboard.answer('areas') === null || !entry || others.length > 0) return undefined;
  return whenIdle(() => dashboard.session.foresee(entry));
}

/** In a meeting no row stays near the page. */
function spare({ busy, session, view }: Dashboard): (() => void) | undefined {
  if (view.current.meeting) return session.forgetSpare();
  if (busy || !session.hasOwn) return undefined;
  return whenIdle(() => void session.spare().catch(() => undefined));
}
