/** Owns the funnel: how many listed households each step of the work has reached, and what overlaps out of order. */
import type { HouseholdClass, Survey } from './household.ts';
import { classCode, surveyCode } from './household.ts';
import { statusCode, statuses, type Status } from './status.ts';

/** Households alike in all that the funnel looks at; `planned` null where no plan is in the file at all. */
export interface Alike {
  /** What the breakdown parts them by: an area number, a code. */
  readonly key: number;
  readonly survey: number;
  readonly class: number;
  readonly status: number;
  readonly planned: boolean | null;
  /** A need of it was helped, wholly or in part. */
  readonly begun: boolean;
  readonly count: number;
}

/** The steps in the order of the guide. Help before a visit is normal, so none of them contains the next. */
export const stages = ['listed', 'visited', 'classified', 'planned', 'begun', 'done'] as const;
export type StageId = (typeof stages)[number];

const tests: Readonly<Record<StageId, (alike: Alike) => boolean | null>> = {
  listed: () => true,
  visited: ({ survey }) => survey === surveyCode['surveyed' satisfies Survey],
  classified: (alike) => alike.class !== classCode['unclassified' satisfies HouseholdClass],
  planned: ({ planned }) => planned,
  begun: ({ begun }) => begun,
  done: ({ status }) => status === statusCode['helped' satisfies Status],
};

/** What each step is set against: those of it that the other step has not reached. */
export const outOfOrder: Readonly<Partial<Record<StageId, StageId>>> = {
  classified: 'visited',
  planned: 'visited',
  begun: 'visited',
  done: 'visited',
};

export interface Stage {
  readonly id: StageId;
  /** Null where nothing in the file tells. */
  readonly count: number | null;
  /** Of these, how many the step of `outOfOrder` has not reached; null where there is none. */
  readonly without: number | null;
}

export function funnelOf(rows: readonly Alike[]): readonly Stage[] {
  return stages.map((id) => {
    const before = outOfOrder[id];
    const isUntold = rows.some((row) => tests[id](row) === null);
    const reached = rows.filter((row) => tests[id](row));
    return {
      id,
      count: isUntold ? null : total(reached),
      without: before && !isUntold ? total(reached.filter((row) => !tests[before](row))) : null,
    };
  });
}

/** The same by what parts them, in the order of the keys. */
export function funnelBy(rows: readonly Alike[]): ReadonlyMap<number, readonly Stage[]> {
  const keys = [...new Set(rows.map(({ key }) => key))].sort((a, b) => a - b);
  return new Map(keys.map((key) => [key, funnelOf(rows.filter((row) => row.key === key))]));
}

/** How far help is, as columns beside the visits: statuses that are one step for the reader. */
export const progressSteps = [
  { id: 'helped', statuses: ['helped'] },
  { id: 'partly', statuses: ['partly_helped'] },
  { id: 'waiting', statuses: ['waiting', 'in_progress', 'referred'] },
  { id: 'beside', statuses: ['no_need', 'unknown', 'out'] },
] as const satisfies readonly { id: string; statuses: readonly Status[] }[];
export type ProgressStep = (typeof progressSteps)[number]['id'];

export function crossed(rows: readonly Alike[], survey: Survey, step: ProgressStep): number {
  const own: readonly Status[] = progressSteps.find(({ id }) => id === step)?.statuses ?? [];
  const isOwn = (code: number): boolean => own.some((status) => statuses[code]?.id === status);
  return total(rows.filter((row) => row.survey === surveyCode[survey] && isOwn(row.status)));
}

const total = (rows: readonly Alike[]): number => rows.reduce((sum, { count }) => sum + count, 0);
