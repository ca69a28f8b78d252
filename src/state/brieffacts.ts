/** Owns what the facts of a briefing are, and which of them a protected view shows as they are. */
import { country, type AreaCode, type Level } from '../model/area.ts';
import type { Forecast, Standing } from '../model/pace.ts';
import { isToldAsItIs } from '../model/protection.ts';
import type { IsoDate } from '../model/snapshot.ts';
import type { Filters } from '../model/subject.ts';
import { noFigures, type Figures, type Grouped } from '../queries/figures.ts';
import { isOfWhole } from '../queries/meeting-cells.ts';
import type { MeasureId } from '../queries/measures.ts';
import type { ToldAges } from './ages.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import type { RoundAreas } from './standings.ts';

/** An area with its parts, and its needs by dimension and class. */
export interface AreaFacts {
  readonly area: AreaCode;
  /** Of its parts. */
  readonly level: Level;
  readonly grouped: Grouped;
}

export interface RoundFacts extends RoundAreas {
  readonly figures: Figures;
}

export interface Facts {
  readonly asOf: IsoDate;
  readonly snapshots: readonly number[];
  readonly filters: Filters;
  /** Figures are rounded, and small ones kept small: what is said of them must hold whatever they were. */
  readonly isProtected: boolean;
  readonly whole: AreaFacts;
  /** Each part that is an area of its own, by code. */
  readonly parts: readonly AreaFacts[];
  /** All known rounds, the oldest first; the last is the one at hand. */
  readonly rounds: readonly RoundFacts[];
  readonly today: IsoDate;
  readonly deadline: IsoDate;
  /** Null where no district was reported in every round. */
  readonly pace: PaceFacts | null;
  /** Null while they are counted, and where the rows may not be looked at. */
  readonly ages: ToldAges | null;
}

export interface PaceFacts {
  readonly standings: readonly Standing[];
  readonly forecast: Forecast;
  /** Numbers of the districts that a round lacks; in none of the figures. */
  readonly outside: readonly number[];
}

export const figuresIn = ({ grouped: { figures } }: AreaFacts): Figures => figures.get(0) ?? noFigures;

/** What a protected view of a province without a filter shows as it is. */
export function isExactlyShown(
  { isProtected: isRounded, whole, filters }: Pick<Facts, 'isProtected' | 'whole' | 'filters'>,
  id: MeasureId,
  area: AreaCode | null,
): boolean {
  if (!isRounded) return true;
  return area !== null && area !== country && !whole.grouped.isRounded && isOfWhole(id, { area, filters });
}

/** A count of a protected whole that is none or not small stands as it is; few and withheld ones can't be reckoned with. */
export const isWhollyTold = (count: number | null | undefined): count is number =>
  typeof count === 'number' && isToldAsItIs(count);

/** The same view may be protected, or not: the figures are others then. */
export const isProtected = ({ view }: Pick<Dashboard, 'view'>): boolean => view.current.meeting;
