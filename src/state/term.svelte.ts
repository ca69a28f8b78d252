/** Owns the days that progress is judged by: today, the deadline and the reporting day, as the reader set them or by rule. */
import { usualReportingDay } from '../model/calendar.ts';
import { daysBetween, deadlineOf, type IsoDate } from '../model/snapshot.ts';
import type { Dashboard } from './dashboard.svelte.ts';

export class Term {
  readonly #looked: () => Pick<Dashboard, 'snapshot' | 'view'>;

  constructor(looked: () => Pick<Dashboard, 'snapshot' | 'view'>) {
    this.#looked = looked;
  }

  /** The as-of date, unless the reader says otherwise: no clock is read. Null while nothing is looked at. */
  readonly today: IsoDate | null = $derived.by(() => {
    const { snapshot, view } = this.#looked();
    return snapshot && (view.current.today ?? snapshot.asOf);
  });
  /** Of the fiscal year of the as-of date, unless the reader says otherwise. */
  readonly deadline: IsoDate | null = $derived.by(() => {
    const { snapshot, view } = this.#looked();
    return snapshot && (view.current.deadline ?? deadlineOf(snapshot.asOf));
  });
  /** Negative where the deadline is past. */
  readonly daysLeft: number | null = $derived.by(() =>
    this.today && this.deadline ? daysBetween(this.today, this.deadline) : null,
  );
  get reportingDay(): number {
    return this.#looked().view.current.reportingDay;
  }
  /** Whether the reader set any of them. */
  readonly isSet: boolean = $derived.by(() => {
    const { deadline, today } = this.#looked().view.current;
    return deadline !== null || today !== null || this.reportingDay !== usualReportingDay;
  });
}
