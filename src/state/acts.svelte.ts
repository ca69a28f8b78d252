/** Owns what is recorded of help for the households looked at: asked only while a reader looks. */
import type { IsoDate } from '../model/snapshot.ts';
import {
  actPlaces,
  acts,
  actsOf,
  doubts,
  type ActDoubt,
  type ActGroup,
  type ActPlaceRow,
  type ActRow,
  type Acts,
  type DoubtRow,
} from '../queries/acts.ts';
import { Asked, type Looked } from './asked.svelte.ts';

export interface RecordedActs {
  readonly by: Readonly<Record<ActGroup | 'all', readonly Acts[]>>;
  readonly doubts: Readonly<Record<ActDoubt, number>>;
  /** By agency: the six-digit number of the area where it is recorded most, and how often. */
  readonly places: ReadonlyMap<string | null, { readonly area: number; readonly acts: number }>;
}

/** `asOf`: the day of what is looked at, after which no act can be dated. */
export const askedActs = (looked: () => Looked, asOf: () => IsoDate | null): Asked<IsoDate | null, RecordedActs> =>
  new Asked(looked, asOf, async (session, subject, day, signal) => {
    const by = actsOf(await session.ask<ActRow>(acts(subject), signal));
    const { columns } = await session.ask<DoubtRow>(doubts(subject, day), signal);
    const places = await session.ask<ActPlaceRow>(actPlaces(subject, subject.level), signal);
    const { agency, area, acts: counts } = places.columns;
    return {
      by,
      doubts: Object.fromEntries(Object.entries(columns).map(([id, [count]]) => [id, count ?? 0])) as Record<
        ActDoubt,
        number
      >,
      places: new Map(agency.map((name, row) => [name, { area: area[row] ?? 0, acts: counts[row] ?? 0 }])),
    };
  });
