/** Owns which figures stand first on the page, and how far each went since the round before. */
import type { IsoDate } from '../model/snapshot.ts';
import { measureOf, type MeasureId } from '../queries/measures.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import { valueOf, written } from './datum.ts';

export const keyFigures = [
  { id: 'household.listed', tone: 'ink' },
  { id: 'household.need', tone: 'ink' },
  { id: 'household.helped', tone: 'helped' },
  { id: 'household.pending', tone: 'waiting' },
  { id: 'household.helped_share', tone: 'helped' },
  { id: 'household.urgent_pending', tone: 'danger' },
  { id: 'household.over_capacity', tone: 'ink' },
] as const satisfies readonly { id: MeasureId; tone: string }[];

export interface SinceThen {
  /** Its text has no sign. */
  readonly datum: { readonly value: number; readonly text: string; readonly measure: string };
  readonly asOf: IsoDate;
}

/** Null where nothing changed that a reader would see, or nothing can be told. */
export function sinceOf(dashboard: Dashboard, id: MeasureId): SinceThen | null {
  const since = valueOf(dashboard, id) === null ? null : dashboard.following.since.of(id);
  if (since === null) return null;
  const text = written(dashboard, id, Math.abs(since.change));
  if (!/[1-9๑-๙]/.test(text)) return null;
  const points = measureOf(id).format === 'share' ? ` ${dashboard.texts.kinds.points}` : '';
  return { datum: { value: since.change, text: text + points, measure: `${id}_since` }, asOf: since.asOf };
}
