/** Owns the one place where a presentation turns the meeting mode on: what is on a wall is seen by all. */
import type { Dashboard } from '../state/dashboard.svelte.ts';

export function startMeeting(dashboard: Dashboard): void {
  if (!dashboard.view.current.meeting) dashboard.view.go({ meeting: true }, { replace: true });
}
