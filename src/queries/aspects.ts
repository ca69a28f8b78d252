/** Owns asking what is recorded of the four ท: the values of an aspect by class, and where one of them is told. */
import type { Parameter, Question } from '../engine/engine.ts';
import { aspectCode, aspects, type AspectId, type TraitValue } from '../model/aspect.ts';
import { classes, type HouseholdClass } from '../model/household.ts';
import type { Rows } from '../model/rows.ts';
import { pendingStatuses, statusCode } from '../model/status.ts';
import type { Subject } from '../model/subject.ts';
import { relations } from './questions.ts';
import { mark } from './spelling.ts';

/** Words as written that fewer households share may be somebody's story: they never leave the engine. */
export const fewestSharing = 5;

export const valuesOf = (aspect: AspectId): readonly TraitValue[] =>
  aspects.find(({ id }) => id === aspect)?.values ?? [];

/** In a link: words that few share, together. */
export const fewShare = 'few';

/**
 * `said`: a row per household that passes and value told of it, once; `value` null where its words stay in the engine. `mark`:
 * the value as it may stand in a link.
 */
export function saidOf(
  subject: Subject,
  aspect: AspectId,
  homed = false,
): { sql: string; params: readonly Parameter[] } {
  const { sql, params } = relations(subject, homed);
  const known = valuesOf(aspect).map(({ id }) => id);
  return {
    sql: `${sql}, spoken as (
        select distinct snapshot, household, value as word from trait semi join answered using (snapshot, household) where aspect = ?
      ), words as (
        select word, (word in (${known.map(() => '?').join(', ')}))::boolean as known, count(*) as sharing from spoken group by word
      ), said as (
        select snapshot, household, area, class, status, known, word,
          if(known or sharing >= ${fewestSharing}, word, null) as value,
          case when known then word when sharing >= ${fewestSharing} then ${mark('word')} else '${fewShare}' end as mark
        from (select spoken.*, known, sharing from spoken join words using (word)) w join answered using (snapshot, household)
      )`,
    params: [...params, aspectCode[aspect], ...known],
  };
}

const one = '(snapshot::bigint << 32) + household';

export type TraitRow = {
  /** 0: of one value; 1: of all values, or of all households. */
  whole: number;
  value: string | null;
  mark: string | null;
  known: boolean | null;
  class: number;
  words: number;
  households: number;
  listed: number;
};

/** A row for each value and class; for each class, how many households have anything recorded, and how many there are. */
export function traits(subject: Subject, aspect: AspectId): Question {
  const { sql, params } = saidOf(subject, aspect);
  return {
    sql: `${sql}, listed as (select class, count(*) as households from answered group by class),
      recorded as (select class, count(distinct ${one}) as households from said group by class)
      select * from (select 0 as whole, value, any_value(mark) as mark, known, class::integer as class, 0::double as words,
        count(distinct ${one})::double as households, 0::double as listed
      from said group by value, known, class
      union all
      select 1, null, null, null, class::integer, (select count(*) from words where not known and sharing < ${fewestSharing})::double,
        coalesce(recorded.households, 0)::double, listed.households::double
      from listed left join recorded using (class))
      order by whole, value, class`,
    params,
  };
}

/** Households by class. */
export type ByClass = Readonly<Record<HouseholdClass, number>>;
export interface Trait {
  /** An id of the registry, or words as written; null: all words that few share, together. */
  readonly value: string | null;
  /** As it may stand in a link. */
  readonly mark: string;
  readonly isKnown: boolean;
  readonly byClass: ByClass;
  readonly households: number;
}
export interface Traits {
  /** The most told first; what few wrote last. A household may tell several. */
  readonly values: readonly Trait[];
  /** Different words that few share. */
  readonly words: number;
  readonly recorded: ByClass;
  readonly listed: ByClass;
}

const summed = (counts: ByClass): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
export const householdsOf = summed;

export function traitsOf({ columns, length }: Rows<TraitRow>): Traits {
  const none = Object.fromEntries(classes.map(({ id }) => [id, 0])) as Record<HouseholdClass, number>;
  const values = new Map<
    string,
    { value: string | null; mark: string; isKnown: boolean; byClass: Record<HouseholdClass, number> }
  >();
  const recorded = { ...none };
  const listed = { ...none };
  let words = 0;
  for (let row = 0; row < length; row++) {
    const id = classes[columns.class[row] ?? 0]?.id ?? 'unclassified';
    const households = columns.households[row] ?? 0;
    if (columns.whole[row] === 1) {
      recorded[id] = households;
      listed[id] = columns.listed[row] ?? 0;
      words = columns.words[row] ?? 0;
      continue;
    }
    const value = columns.value[row] ?? null;
    const isKnown = columns.known[row] ?? false;
    const key = `${isKnown} ${value ?? ''}`;
    const told = values.get(key) ?? { value, mark: columns.mark[row] ?? fewShare, isKnown, byClass: { ...none } };
    told.byClass[id] += households;
    values.set(key, told);
  }
  const told = [...values.values()].map((trait): Trait => ({ ...trait, households: summed(trait.byClass) }));
  told.sort(
    (a, b) => Number(a.value === null) - Number(b.value === null) || b.households - a.households || order(a, b),
  );
  return { values: told, words, recorded, listed };
}
const order = (a: Trait, b: Trait): number => ((a.value ?? '') < (b.value ?? '') ? -1 : 1);

export type TraitPlaceRow = { area: number; households: number; pending: number; recorded: number; listed: number };

/** Where a value of the registry is told. */
export interface TraitPlace {
  readonly households: number;
  /** Of these, how many still wait for help. */
  readonly pending: number;
  /** With anything of the aspect recorded, and all that pass. */
  readonly recorded: number;
  readonly listed: number;
}

/** A row for each tambon that has households that pass; numbers of coarser areas are of who is not placed that finely. */
export function traitPlaces(subject: Subject, aspect: AspectId, value: string): Question {
  const { sql, params } = saidOf(subject, aspect);
  const pending = pendingStatuses.map((id) => statusCode[id]).join(', ');
  return {
    sql: `${sql}, told as (
        select snapshot, household, max(known and word = ?) as is_told from said group by snapshot, household
      )
      select area, coalesce(count_if(is_told), 0)::double as households,
        coalesce(count_if(is_told and status in (${pending})), 0)::double as pending,
        count(told.household)::double as recorded, count(*)::double as listed
      from answered left join told using (snapshot, household) group by area order by area`,
    params: [...params, value],
  };
}

export function traitPlacesOf({ columns, length }: Rows<TraitPlaceRow>): ReadonlyMap<number, TraitPlace> {
  return new Map(
    Array.from({ length }, (_, row) => [
      columns.area[row] ?? 0,
      {
        households: columns.households[row] ?? 0,
        pending: columns.pending[row] ?? 0,
        recorded: columns.recorded[row] ?? 0,
        listed: columns.listed[row] ?? 0,
      },
    ]),
  );
}
