/** Owns what is planned for the households looked at: by what the reader chose, in all, and as it is sent up. */
import { recordsOf } from '../model/records.ts';
import type { Subject } from '../model/subject.ts';
import {
  plans,
  planTotals,
  sentUp,
  type PlanGroup,
  type PlanRow,
  type PlanTotals,
  type SentRow,
} from '../queries/plans.ts';
import { scopeOf } from '../queries/questions.ts';
import { Asked, type Looked } from './asked.svelte.ts';
import type { Session } from './session.svelte.ts';

export type PlanPlace = Pick<PlanRow, 'households' | 'helped'>;
export interface Planned {
  readonly rows: readonly PlanRow[];
  /** By six-digit number of the area: those of the map, neighbours of a tambon among them. */
  readonly places: ReadonlyMap<number, PlanPlace>;
  readonly totals: PlanTotals | null;
}

export const askedPlans = (looked: () => Looked, group: () => PlanGroup): Asked<PlanGroup, Planned> =>
  new Asked(looked, group, async (session, subject, by, signal) => {
    const scope = { ...subject, area: scopeOf(subject.area) };
    const places = recordsOf(await session.ask<PlanRow>(plans(scope, 'area'), signal));
    return {
      rows: recordsOf(await session.ask<PlanRow>(plans(subject, by), signal)),
      places: new Map(places.map((row) => [Number(row.key), row])),
      totals: recordsOf(await session.ask<PlanTotals>(planTotals(subject), signal))[0] ?? null,
    };
  });

/** The lines of the form, and by dimension what they come to: households of several lines once. */
export async function askSentUp(
  session: Session,
  subject: Subject,
): Promise<{ readonly lines: readonly SentRow[]; readonly dimensions: readonly PlanRow[] }> {
  return {
    lines: recordsOf(await session.ask<SentRow>(sentUp(subject))),
    dimensions: recordsOf(await session.ask<PlanRow>(plans(subject, 'dimension'))),
  };
}
