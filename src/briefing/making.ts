/** Owns what slides are made from: the facts as the dashboard would show them, and the counts of the parts by name. */
import type { Block, Slide } from '../exports/deck.ts';
import type { AreaCode } from '../model/area.ts';
import { areaRows, type AreaRow } from '../panels/areas.ts';
import { written } from '../panels/datum.ts';
import { isSilenced } from '../queries/filters.ts';
import type { MeasureId } from '../queries/measures.ts';
import type { Edits } from '../state/briefedits.svelte.ts';
import type { Facts } from '../state/brieffacts.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import type { Counted } from './claims.ts';
import { quantityOf, type Quantity } from './quantity.ts';
import { seenAt } from './seen.ts';
import type { Voice } from './titles.ts';

export const pendingId = 'household.pending' as const;
export const shareId = 'household.helped_share' as const;
export const urgentId = 'household.urgent_pending' as const;

export interface Making {
  readonly dashboard: Dashboard;
  readonly facts: Facts;
  readonly edits: Edits;
  readonly voice: Voice;
  /** The whole, by those who wait. */
  readonly seen: Dashboard;
  /** A filter has chosen by status: who waits is no finding then. */
  readonly isChosen: boolean;
}
export type Made = Pick<Slide, 'id' | 'name' | 'title' | 'blocks'> & Partial<Pick<Slide, 'layout' | 'isHidden'>>;

export function makingOf(dashboard: Dashboard, facts: Facts, edits: Edits): Making {
  const { texts, format } = dashboard;
  const seen = seenAt(dashboard, facts, facts.whole, pendingId);
  return {
    ...{ dashboard, facts, edits, seen },
    // A share is told as finely as it is shown.
    voice: { texts: texts.briefing, format: { ...format, percent: (share) => written(seen, shareId, share) } },
    isChosen: isSilenced(facts.filters, 'statuses'),
  };
}

/** The parts of what is seen, and those of no known part. */
export function counted(
  { facts }: Pick<Making, 'facts'>,
  seen: Dashboard,
  id: MeasureId,
): { readonly parts: readonly (Counted & { readonly code: AreaCode })[]; readonly beside: readonly Quantity[] } {
  const of = ({ code, figures }: AreaRow): Quantity => quantityOf(seen, facts, id, figures, code);
  const rows = areaRows(seen);
  return {
    parts: rows.flatMap((row) =>
      row.code === null ? [] : [{ code: row.code, name: seen.fullNameOf(row.code), count: of(row) }],
    ),
    beside: rows.filter(({ code }) => code === null).map(of),
  };
}

export const some = (...blocks: readonly (Block | null)[]): readonly Block[] =>
  blocks.filter((block) => block !== null);
