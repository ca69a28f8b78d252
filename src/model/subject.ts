/** Owns the subject of a question: what is asked, apart from how it is shown. */
import type { AreaCode, Level } from './area.ts';
import type { Dimension } from './dimension.ts';
import type { HouseholdClass, Locality, Member, Survey } from './household.ts';
import type { Status } from './status.ts';

/**
 * An empty list means: not filtered. `members`: households with at least one of any listed kind. `together`: those still
 * waiting, in each of these dimensions and in no other.
 */
export interface Filters {
  readonly dimensions: readonly Dimension[];
  readonly classes: readonly HouseholdClass[];
  readonly statuses: readonly Status[];
  readonly surveys: readonly Survey[];
  readonly urgent: boolean | null;
  readonly overCapacity: boolean | null;
  readonly localities: readonly Locality[];
  readonly members: readonly Member[];
  readonly together: readonly Dimension[];
}

export const noFilters: Filters = {
  dimensions: [],
  classes: [],
  statuses: [],
  surveys: [],
  urgent: null,
  overCapacity: null,
  localities: [],
  members: [],
  together: [],
};

export interface Subject {
  /**
   * The session's numbers of the snapshots: one of a province and its parts, those of all its provinces of the country.
   * A household's number is its own only within its snapshot.
   */
  readonly snapshots: readonly number[];
  /** The area looked at: the country, a province, an amphoe or a tambon. */
  readonly area: AreaCode;
  readonly level: Level;
  readonly filters: Filters;
  /** Answered as a meeting may see it. */
  readonly meeting?: true;
  /** In a meeting: only what is exact of the whole, as of rounds that are compared with. It needs no picture. */
  readonly isExactAlone?: true;
}
