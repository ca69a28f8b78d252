/** Owns the plan of work for what is looked at: one plan, shown by map, list, sentence and file alike. */
import { longOf, noAges, type Ages } from '../queries/ages.ts';
import { aimOf, monthsToDeadline, planned, type Aim, type Plan, type Waiting } from '../model/plan.ts';
import { paceOf, type Capacity } from '../model/capacity.ts';
import type { IsoDate } from '../model/snapshot.ts';
import type { AreaCode } from '../model/area.ts';
import type { Filters } from '../model/subject.ts';
import type { ToldAges } from './ages.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';

export interface Planned {
  readonly plan: Plan;
  readonly areas: readonly Waiting[];
  readonly aim: Aim;
  readonly capacity: Capacity;
  readonly perMonth: number;
  readonly asOf: IsoDate;
  /** The day the plan is made on, and the one it is to be done by. */
  readonly today: IsoDate;
  readonly deadline: IsoDate;
  /** Whole months of the plan before the deadline. */
  readonly months: number;
  readonly area: AreaCode;
  readonly filters: Filters;
}

export class Planning {
  readonly #looked: () => Dashboard;

  constructor(looked: () => Dashboard) {
    this.#looked = looked;
  }

  /**
   * The aim of the URL, where it can be followed: who waits in one dimension is only a part of those shown while no
   * other dimension or status is chosen.
   */
  get aim(): Aim {
    const { aim } = this.#looked().view.current;
    return this.isOpen(aimOf(aim)) ? aimOf(aim) : aimOf('most');
  }
  isOpen(aim: Aim): boolean {
    const { filters } = this.#looked().view.current;
    const isFree = filters.dimensions.length === 0 && filters.statuses.length === 0;
    return (!aim.lacks || this.#hasAges) && (aim.dimension === undefined || isFree);
  }
  /** Taken for granted until the answer says that nothing is known. */
  get #hasAges(): boolean {
    const { current, error } = this.#looked().following.tambonAges;
    return error === null && (current === null || current.all.known > 0);
  }
  /** How long those of the plan have waited, where its aim asks; null otherwise, and until it is known. */
  get ages(): Ages | null {
    return this.aim.lacks ? (this.#ages?.all ?? null) : null;
  }
  get #ages(): ToldAges | null {
    const { tambons, following } = this.#looked();
    const told = following.tambonAges.current;
    return told && JSON.stringify(told.subject) === JSON.stringify(tambons.current?.subject) ? told : null;
  }

  readonly current: Planned | null = $derived.by(() => {
    const { tambons, snapshot, view, following } = this.#looked();
    const { today, deadline } = following.term;
    const told = tambons.current;
    const { aim } = this;
    const ages = this.#ages;
    if (aim.lacks && ages === null) return null;
    if (!told || !snapshot || !today || !deadline || (aim.dimension && told.inDimension?.dimension !== aim.dimension))
      return null;
    const areas = [...told.areas].map(([number, figures]): Waiting => {
      const inDimension = told.inDimension?.areas.get(number);
      return {
        key: String(number).padStart(6, '0'),
        waiting: figures['household.pending'] ?? 0,
        urgent: figures['household.urgent_pending'] ?? 0,
        inDimension: inDimension?.['household.pending'] ?? 0,
        long: longOf(ages?.areas.get(number) ?? noAges),
      };
    });
    const months = monthsToDeadline(today, deadline);
    const { capacity } = view.current;
    const pace = paceOf(capacity, months);
    const { area, filters } = told.subject;
    const plan = planned(areas, pace, aim);
    const { asOf } = snapshot;
    return { plan, areas, aim, capacity, perMonth: pace.perMonth, asOf, today, deadline, months, area, filters };
  });

  /** To be called in an effect of the tool. */
  ask(): void {
    this.#looked().tambons.ask(this.aim.dimension ?? null);
    this.#looked().following.tambonAges.ask();
  }
}
