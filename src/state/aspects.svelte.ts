/** Owns what is recorded of an aspect of the four ท in the households looked at, and where one of its values is told. */
import type { AspectId } from '../model/aspect.ts';
import type { Subject } from '../model/subject.ts';
import {
  traitPlaces,
  traitPlacesOf,
  traits,
  traitsOf,
  valuesOf,
  type TraitPlace,
  type TraitPlaceRow,
  type TraitRow,
  type Traits,
} from '../queries/aspects.ts';
import { scopeOf } from '../queries/questions.ts';
import { Asked, type Looked } from './asked.svelte.ts';

export interface AspectLook {
  readonly aspect: AspectId;
  /** The reader's value; null: the one most told. */
  readonly trait: string | null;
}
export interface ToldAspect extends Traits {
  readonly subject: Subject;
  /** The value whose places are told; null where none of the registry is. */
  readonly value: string | null;
  /** By six-digit number of the tambon: those of the area, and of its neighbours where that is a tambon. */
  readonly places: ReadonlyMap<number, TraitPlace>;
}

export const askedAspect = (looked: () => Looked, look: () => AspectLook): Asked<AspectLook, ToldAspect> =>
  new Asked(looked, look, async (session, subject, { aspect, trait }, signal) => {
    const told = traitsOf(await session.ask<TraitRow>(traits(subject, aspect), signal));
    const chosen = valuesOf(aspect).some(({ id }) => id === trait) ? trait : null;
    const value = chosen ?? told.values.find(({ isKnown }) => isKnown)?.value ?? null;
    if (value === null) return { ...told, subject, value, places: new Map<number, TraitPlace>() };
    const round = { ...subject, area: scopeOf(subject.area) };
    const places = traitPlacesOf(await session.ask<TraitPlaceRow>(traitPlaces(round, aspect, value), signal));
    return { ...told, subject, value, places };
  });
