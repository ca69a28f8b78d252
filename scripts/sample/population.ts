/** Owns who lives where: every household of a sample province with what stays the same through its rounds. */
import { allot, Chance, seedOf } from './chance.ts';
import { blemishKinds } from './plans.ts';
import type { AmphoePlan, Blemish, Cohort, ProvincePlan } from './plans.ts';
import { misspellings } from './words.ts';

/** A tambon outside, or a municipality inside, an amphoe. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly amphoe: string;
  readonly amphoeName: string;
  readonly municipal: boolean;
  readonly weight: number;
  /** Share of its households helped, by round; never falls. */
  readonly helped: readonly number[];
  /** Share of its households visited, by round; never falls. */
  readonly surveyed: readonly number[];
}

export interface Household {
  readonly chance: Chance;
  readonly place: Place;
  readonly houseCode: string;
  readonly moo: number;
  readonly joins: number;
  readonly outAt: number;
  readonly noNeedFrom: number;
  readonly struckAt: number;
  /** Place in the queue for help, in [0, 1): helped once the share helped has grown past it. */
  readonly rank: number;
  /** Indices 0 to 4: health, living, education, income, access. */
  readonly dimensions: readonly number[];
  readonly urgent: boolean;
  readonly overCapacity: boolean;
  readonly bedridden: boolean;
  blemish: Blemish | null;
}

export type Names = ReadonlyMap<string, string>;

/** Share of needy households that have each dimension, in the model's order. */
const dimensionShares = [0.24, 0.26, 0.31, 0.68, 0.028] as const;
const never = Number.POSITIVE_INFINITY;

/** Sorted as the files are: by tambon code, moo, house code. `names`: code → Thai name, of the gazetteer. */
export function populate(plan: ProvincePlan, names: Names): Household[] {
  const cohorts: (Cohort & { core: boolean })[] = [
    { households: plan.amphoe.reduce((sum, row) => sum + row.households, 0), joins: 0, core: true },
    ...plan.cohorts.map((cohort) => ({ ...cohort, core: false })),
  ];
  const spread = plan.amphoe.map((row) => row.households);
  const people: Household[] = [];
  const houses = new Map<string, number>();
  for (const cohort of cohorts) {
    const perAmphoe = allot(cohort.households, spread);
    for (const [index, amphoe] of plan.amphoe.entries()) {
      const places = placesOf(amphoe, plan, names);
      const perPlace = allot(
        perAmphoe[index] as number,
        places.map((place) => place.weight),
      );
      for (const [at, place] of places.entries()) {
        for (let n = 0; n < (perPlace[at] as number); n++) {
          const house = (houses.get(amphoe.code) ?? 0) + 1;
          houses.set(amphoe.code, house);
          // 99 after the amphoe is no registration office's series: no house has such a code.
          people.push(household(`${amphoe.code}99${String(house).padStart(5, '0')}`, place, cohort, plan));
        }
      }
    }
  }
  blemish(people.slice(0, (cohorts[0] as Cohort).households), plan);
  return people.sort((a, b) => order(a.place.code, b.place.code) || a.moo - b.moo || order(a.houseCode, b.houseCode));
}

function household(houseCode: string, place: Place, cohort: Cohort & { core: boolean }, plan: ProvincePlan): Household {
  const chance = new Chance(seedOf(houseCode));
  const last = plan.rounds.length - 1;
  const joins = cohort.core
    ? chance.weigh(
        'joins',
        plan.joined.map((share, round) => [round, share]),
      )
    : cohort.joins;
  let outAt = cohort.outAt ?? never;
  let noNeedFrom = cohort.noNeedFrom ?? never;
  if (cohort.core) {
    // In each round after the base a few leave and a few turn out to manage by themselves.
    const later = last - plan.base;
    if (chance.hit('leaves', 0.004 * later)) outAt = chance.whole('leavesAt', plan.base + 1, last);
    else if (chance.hit('manages', 0.006 * later)) noNeedFrom = chance.whole('managesFrom', plan.base + 1, last);
  }
  const bedridden = chance.hit('bedridden', 0.02);
  const urgent = chance.hit('urgent', bedridden ? 0.3 : 0.03);
  const overCapacity = chance.hit('overCapacity', 0.025);
  let rank = chance.unit('rank');
  // Most of the urgent are seen to first, not all: some go on waiting, and that is what the page has to show.
  if (urgent && chance.hit('urgentFirst', 0.75)) rank *= 0.6;
  if (overCapacity) rank = 0.55 + rank * 0.45;
  if (joins > 0) rank = 0.25 + rank * 0.75;
  return {
    chance,
    place,
    houseCode,
    moo: chance.whole('moo', 1, 8),
    joins,
    outAt,
    noNeedFrom,
    struckAt: cohort.struckAt ?? never,
    rank,
    dimensions: dimensionsOf(chance),
    urgent,
    overCapacity,
    bedridden,
    blemish: null,
  };
}

function dimensionsOf(chance: Chance): number[] {
  if (chance.hit('noDimension', 0.01)) return [];
  const marked = dimensionShares.flatMap((share, index) => (chance.hit(`dimension${index}`, share) ? [index] : []));
  return marked.length === 0
    ? [
        chance.weigh('onlyDimension', [
          [3, 8],
          [1, 1],
          [0, 1],
        ]),
      ]
    : marked.slice(0, 4);
}

function placesOf(amphoe: AmphoePlan, plan: ProvincePlan, names: Names): Place[] {
  const amphoeName = nameOf(amphoe.code, names);
  const place = (code: string, name: string, municipal: boolean, weight: number, pace: number): Place => ({
    code,
    name,
    amphoe: amphoe.code,
    amphoeName,
    municipal,
    weight,
    helped: plan.rounds.map(({ progress }) =>
      progress <= 1 ? pace * progress : pace + (0.97 - pace) * (progress - 1) * amphoe.momentum,
    ),
    surveyed: plan.rounds.map(({ surveyed }) => between(surveyed + (pace - 0.5) * 0.12, 0.2, 0.995)),
  });
  const tambonCodes =
    amphoe.municipalShare < 1 ? [...names.keys()].filter((code) => isTambonOf(code, amphoe.code)) : [];
  const draws = tambonCodes.map((code) => new Chance(seedOf(code)));
  // Paces differ between the tambon of an amphoe, round the amphoe's own.
  const centre = draws.reduce((sum, draw) => sum + draw.unit('pace'), 0) / Math.max(1, draws.length);
  const sizes = draws.map((draw) => 0.5 + draw.unit('size'));
  const sizeSum = sizes.reduce((a, b) => a + b, 0);
  const weightSum = amphoe.municipalities.reduce((sum, row) => sum + row.weight, 0);
  return [
    ...tambonCodes.map((code, index) => {
      const offset = ((draws[index] as Chance).unit('pace') - centre) * 0.36;
      const weight = ((1 - amphoe.municipalShare) * (sizes[index] as number)) / sizeSum;
      return place(code, nameOf(code, names), false, weight, between(amphoe.pace + offset, 0.06, 0.92));
    }),
    ...amphoe.municipalities.map((row) =>
      place(
        row.code,
        row.name,
        true,
        (amphoe.municipalShare * row.weight) / weightSum,
        between(amphoe.pace + row.pace, 0.06, 0.92),
      ),
    ),
  ];
}

/** Gives each kind of blemish to as many core households as the plan says, outside municipalities. */
function blemish(core: readonly Household[], plan: ProvincePlan): void {
  const queue = core
    .filter((row) => !row.place.municipal)
    .sort((a, b) => a.chance.unit('blemish') - b.chance.unit('blemish') || order(a.houseCode, b.houseCode));
  for (const kind of blemishKinds) {
    const fitting = queue.filter(
      (row) => row.blemish === null && (kind !== 'misspelt' || misspellings[row.place.name] !== undefined),
    );
    for (const row of fitting.slice(0, plan.blemishes[kind])) row.blemish = kind;
  }
}

function nameOf(code: string, names: Names): string {
  const name = names.get(code);
  if (name === undefined) throw new Error(`The gazetteer does not name ${code}.`);
  return name;
}

function isTambonOf(code: string, amphoe: string): boolean {
  return code.length === 6 && code.startsWith(amphoe);
}

function between(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** By code unit: the same on every machine, whatever its locale. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
