/** Owns what follows the work to its end: the days it is judged by, its pace, who has reported, how far each step is. */
import { rankedBy } from '../queries/villages.ts';
import { askedActs } from './acts.svelte.ts';
import { AgeBook } from './ages.svelte.ts';
import { askedAspect } from './aspects.svelte.ts';
import { Compared } from './compared.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { askedFunnel, funnelSplit } from './funnel.svelte.ts';
import { Hosts } from './hosts.svelte.ts';
import { Moves } from './moves.svelte.ts';
import { Pacing } from './pace.svelte.ts';
import { askedPlans } from './plans.svelte.ts';
import { browserShelf } from './remembered.svelte.ts';
import { Reported } from './reported.svelte.ts';
import { Since } from './since.svelte.ts';
import { askedTeams } from './teams.svelte.ts';
import { Term } from './term.svelte.ts';
import { askedVillages } from './villages.svelte.ts';

export class Following {
  readonly term: Term;
  readonly pacing: Pacing;
  readonly reported: Reported;
  readonly funnel: ReturnType<typeof askedFunnel>;
  readonly hosts = new Hosts(browserShelf());
  /** Dimension by dimension, so that the areas of a host's own can be told. */
  readonly hosted: Compared;
  readonly acts: ReturnType<typeof askedActs>;
  readonly moves: Moves;
  readonly since: Since;
  readonly ages: AgeBook;
  /** Tambon by tambon, for the plan of work. */
  readonly tambonAges: AgeBook;
  readonly aspects: ReturnType<typeof askedAspect>;
  readonly plans: ReturnType<typeof askedPlans>;
  readonly teams: ReturnType<typeof askedTeams>;
  readonly villages: ReturnType<typeof askedVillages>;

  constructor(looked: () => Dashboard) {
    this.term = new Term(looked);
    this.pacing = new Pacing(looked);
    this.reported = new Reported(looked);
    this.funnel = askedFunnel(looked, () => funnelSplit(looked().view.current.breakdown));
    this.hosted = new Compared(looked);
    this.acts = askedActs(looked, () => looked().snapshot?.asOf ?? null);
    this.moves = new Moves(looked);
    this.since = new Since(looked);
    this.ages = new AgeBook(looked);
    this.tambonAges = new AgeBook(looked, 'tambon');
    this.aspects = askedAspect(looked, () => {
      const { aspect, trait } = looked().view.current;
      return { aspect, trait };
    });
    this.plans = askedPlans(looked, () => looked().view.current.planGroup);
    this.teams = askedTeams(looked, () => looked().view.current.teamSide);
    this.villages = askedVillages(looked, () => rankedBy(looked().measure));
  }

  get pending(): boolean {
    return [
      ...[this.pacing, this.reported, this.funnel, this.hosted, this.acts, this.moves, this.since],
      ...[this.plans, this.teams, this.villages, this.ages, this.tambonAges, this.aspects],
    ].some(({ pending }) => pending);
  }
}
