/** Owns what a row says of what is still to come: the plan that was sent up, and the teams that see to the household. */
import type { ProvincePlan, Round } from './plans.ts';
import type { Household } from './population.ts';
import { standing, type Stage } from './standing.ts';
import * as words from './words.ts';

const undone: readonly Stage[] = ['waiting', 'referred'];

/**
 * แผนงาน/โครงการที่วางแผน, หน่วยงานตามแผน, งบประมาณตามแผน, เดือนที่จะดำเนินการ: of a part of those for whom nothing was done when
 * they were first seen to wait. A plan stays written down when it is done.
 */
export function plannedOf(household: Household, round: number, plan: ProvincePlan): string[] {
  const { chance, dimensions, place, joins } = household;
  const since = plan.rounds.findIndex((_, at) => {
    const stage = at >= joins && at <= round ? standing(household, at, plan)?.stage : undefined;
    return stage !== undefined && undone.includes(stage);
  });
  if (since < 0 || !chance.hit('planned', 0.3)) return ['', '', '', ''];
  const { agencies, projects } = words.help[dimensions[0] ?? 3] as (typeof words.help)[number];
  const agency = chance.weigh('plannedAgency', agencies);
  const { asOf } = plan.rounds[since] as Round;
  const month = Math.min(9, Number(asOf.slice(5, 7)) + chance.whole('plannedAfter', 1, 3));
  return [
    chance.pick('project', projects),
    place.municipal && agency === 'อบต.' ? 'เทศบาล' : agency,
    String(chance.pick('plannedBudget', words.amountsBaht)),
    `${words.monthsShort[month - 1]} 65`,
  ];
}

/** ทีมปฏิบัติการตำบล, ทีมพี่เลี้ยง: numbers, no persons. */
export function teamsOf({ place, moo }: Household): string[] {
  const team = 1 + (Number(place.code.slice(4)) % 3);
  return [`ทีม ${team}`, `ทีม ${team}.${1 + (moo % 4)}`];
}
