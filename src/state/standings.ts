/** Owns the rounds' answers as standings: what each area counted in each round, and which districts stand outside. */
import { areaNumber, isWithin, levelDivisor, levelOf, type AreaCode, type Level } from '../model/area.ts';
import type { Standing } from '../model/pace.ts';
import type { IsoDate } from '../model/snapshot.ts';
import type { Figures } from '../queries/figures.ts';

/** A round's `areas` answer, of amphoe or tambon, by six-digit number. */
export interface RoundAreas {
  readonly asOf: IsoDate;
  readonly areas: ReadonlyMap<number, Figures>;
}

const amphoeOf = (number: number): number => Math.floor(number / 100) * 100;
/** Households of an unknown amphoe are of no district that could have reported. */
const isDistrict = (number: number): boolean => number % levelDivisor.province !== 0;

/** The districts, by number, that a round has a row of. */
export function reportedIn({ areas }: RoundAreas): ReadonlySet<number> {
  return new Set([...areas.keys()].map(amphoeOf).filter(isDistrict));
}

/** The rounds in which the district was reported that the area is, or lies in; all of them of a wider one. */
export function roundsOf(rounds: readonly RoundAreas[], area: AreaCode): readonly RoundAreas[] {
  const district = areaNumber(area.slice(0, 4) as AreaCode);
  return area.length < 4 ? rounds : rounds.filter((round) => reportedIn(round).has(district));
}

/** Of the districts expected and of those met, the ones that a round lacks: they stand outside, never as zero. */
export function outsideOf(rounds: readonly RoundAreas[], expected: readonly AreaCode[]): readonly number[] {
  const reported = rounds.map(reportedIn);
  const known = new Set([...expected.map(areaNumber), ...reported.flatMap((districts) => [...districts])]);
  return [...known].filter((district) => !reported.every((districts) => districts.has(district))).sort((a, b) => a - b);
}

/** What each area of the level stood at in each round; a part of a reported district that a round lacks has nobody. */
export function standingsBy(
  rounds: readonly RoundAreas[],
  level: Level,
  outside: readonly number[],
): ReadonlyMap<number, readonly Standing[]> {
  const divisor = levelDivisor[level];
  const keyOf = (number: number): number => Math.floor(number / divisor) * divisor;
  const isOutside = (number: number): boolean => outside.includes(amphoeOf(number));
  const inside = rounds.map(({ asOf, areas }) => ({ asOf, rows: [...areas].filter(([number]) => !isOutside(number)) }));
  const keys = new Set(inside.flatMap(({ rows }) => rows.map(([number]) => keyOf(number))));
  const standings = new Map([...keys].map((key): [number, Standing[]] => [key, []]));
  for (const { asOf, rows } of inside) {
    const counted = new Map<number, { need: number; helped: number }>();
    for (const [number, figures] of rows) {
      const sum = counted.get(keyOf(number)) ?? { need: 0, helped: 0 };
      counted.set(keyOf(number), {
        need: sum.need + (figures['household.need'] ?? 0),
        helped: sum.helped + (figures['household.helped'] ?? 0),
      });
    }
    for (const [key, all] of standings) all.push({ asOf, ...(counted.get(key) ?? { need: 0, helped: 0 }) });
  }
  return standings;
}

/** Of the area as a whole: all rows that are it or lie in it. */
export function standingOf(
  rounds: readonly RoundAreas[],
  area: AreaCode,
  outside: readonly number[],
): readonly Standing[] {
  const isTambon = area.length === 6 && levelOf(area) === 'tambon';
  const own = ([number]: [number, Figures]): boolean =>
    !isTambon || isWithin(String(number).padStart(6, '0') as AreaCode, area);
  const areas = rounds.map((round) => ({ ...round, areas: new Map([...round.areas].filter(own)) }));
  const all = [...standingsBy(areas, 'tambon', outside).values()];
  return areas.map(({ asOf }, at) => ({
    asOf,
    need: all.reduce((sum, standings) => sum + (standings[at]?.need ?? 0), 0),
    helped: all.reduce((sum, standings) => sum + (standings[at]?.helped ?? 0), 0),
  }));
}
