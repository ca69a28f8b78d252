/** Owns where a household stands in a round: its help, its visit, and since which round. */
import type { ProvincePlan } from './plans.ts';
import type { Household } from './population.ts';

export type Stage = 'waiting' | 'in_progress' | 'partly_helped' | 'referred' | 'helped' | 'no_need' | 'out';

export interface Standing {
  readonly stage: Stage;
  /** The round in which the stage was first reached. */
  readonly since: number;
  readonly visit: 'surveyed' | 'not_surveyed' | 'unreachable';
  readonly visitedSince: number;
  /** Helped in the round before, taken up again in this one: the stated exception to "never less helped later". */
  readonly reopened: boolean;
}

/** At most this share of households is ever taken up again. */
export const reopenedShare = 0.003;

/** Null when the household is not in the round's file. */
export function standing(household: Household, round: number, plan: ProvincePlan): Standing | null {
  if (round < household.joins || round > household.outAt || round >= household.struckAt) return null;
  if (plan.rounds[round]?.missing?.includes(household.place.amphoe)) return null;
  const stage = stageAt(household, round, plan);
  let since = round;
  while (since > household.joins && stageAt(household, since - 1, plan) === stage) since--;
  return { stage, since, ...visitAt(household, round), reopened: isReopened(household, round, plan) };
}

function stageAt(household: Household, round: number, plan: ProvincePlan): Stage {
  const { outAt, noNeedFrom } = household;
  if (round === outAt) return 'out';
  // Only who was still waiting can turn out to need no help.
  if (round >= noNeedFrom && (noNeedFrom <= household.joins || ladder(household, noNeedFrom - 1) === 'waiting')) {
    return 'no_need';
  }
  return isReopened(household, round, plan) ? 'in_progress' : ladder(household, round);
}

function isReopened(household: Household, round: number, plan: ProvincePlan): boolean {
  const { chance, joins } = household;
  return (
    round > joins &&
    round !== household.outAt &&
    chance.hit('reopened', reopenedShare) &&
    round === chance.whole('reopenedAt', plan.base + 1, plan.rounds.length - 1) &&
    ladder(household, round - 1) === 'helped'
  );
}

/** The share helped grows past the household's rank; those next in the queue are already partly helped or in progress. */
function ladder(household: Household, round: number): Stage {
  const { rank, chance } = household;
  const helped = household.place.helped[round] as number;
  const partly = helped + 0.2 * (1 - helped);
  const started = partly + 0.25 * (1 - partly);
  if (rank < helped) return 'helped';
  if (household.overCapacity && rank < started + 0.6 * (1 - started) && chance.hit('referred', 0.85)) return 'referred';
  if (rank < partly)
    return household.dimensions.length > 1 || chance.hit('partly', 0.3) ? 'partly_helped' : 'in_progress';
  return rank < started ? 'in_progress' : 'waiting';
}

function visitAt(household: Household, round: number): Pick<Standing, 'visit' | 'visitedSince'> {
  const { chance, place, joins } = household;
  const turn = chance.unit('visit');
  const visited = (at: number): boolean => turn < (place.surveyed[at] as number);
  if (!visited(round)) return { visit: 'not_surveyed', visitedSince: round };
  let since = round;
  while (since > joins && visited(since - 1)) since--;
  return { visit: chance.hit('unreachable', 0.02) ? 'unreachable' : 'surveyed', visitedSince: since };
}
