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
import { Asked, type Looked } from './asked.svelte.ts';
import type { Session } from './session.svelte.ts';

export interface Planned {
  readonly rows: readonly PlanRow[];
  readonly totals: PlanTotals | null;
}

export const askedPlans = (looked: () => Looked, group: () => PlanGroup): Asked<PlanGroup, Planned> =>
  new Asked(looked, group, async (session, subject, by, signal) => ({
    rows: recordsOf(await session.ask<PlanRow>(plans(subject, by), signal)),
    totals: recordsOf(await session.ask<PlanTotals>(planTotals(subject), signal))[0] ?? null,
  }));

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
