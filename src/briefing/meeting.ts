/** Owns the one place where a presentation turns the meeting mode on: what is on a wall is seen by all. */
import type { Dashboard } from '../state/dashboard.svelte.ts';

/** The view has no such field yet. */
export function startMeeting(_dashboard: Dashboard): void {}
