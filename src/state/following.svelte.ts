/** Owns what follows the work to its end: the days it is judged by, its pace, who has reported, how far each step is. */
import { ActBook } from './acts.svelte.ts';
import { Compared } from './compared.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { Funnel } from './funnel.svelte.ts';
import { Hosts } from './hosts.svelte.ts';
import { Moves } from './moves.svelte.ts';
import { Pacing } from './pace.svelte.ts';
import { browserShelf } from './remembered.svelte.ts';
import { Reported } from './reported.svelte.ts';
import { Term } from './term.svelte.ts';

export class Following {
  readonly term: Term;
  readonly pacing: Pacing;
  readonly reported: Reported;
  readonly funnel: Funnel;
  readonly hosts = new Hosts(browserShelf());
  /** Dimension by dimension, so that the areas of a host's own can be told. */
  readonly hosted: Compared;
  readonly acts: ActBook;
  readonly moves: Moves;

  constructor(looked: () => Dashboard) {
    this.term = new Term(looked);
    this.pacing = new Pacing(looked);
    this.reported = new Reported(looked);
    this.funnel = new Funnel(looked);
    this.hosted = new Compared(looked);
    this.acts = new ActBook(looked);
    this.moves = new Moves(looked);
  }

  get pending(): boolean {
    return [this.pacing, this.reported, this.funnel, this.hosted, this.acts, this.moves].some(({ pending }) => pending);
  }
}
