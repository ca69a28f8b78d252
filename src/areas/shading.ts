/** Owns shading: the value of an area becomes a colour and a legend, once, for map, legend, charts and print alike. */
import { quantileSorted } from 'simple-statistics';
import type { AreaCode } from '../model/area.ts';
import { missingColors, ramp, zeroColor } from './scheme.ts';
import type { SchemeId } from './scheme.ts';

export type { SchemeId } from './scheme.ts';

/** What an area shows: a number, or why it has none. `zero` is a number that says nothing is there. */
export type Missing = 'no_data' | 'not_loaded' | 'not_applicable';
export type AreaValue = number | Missing;

export interface LegendClass {
  /** Inclusive lower and exclusive upper bound; the last class includes its upper bound. */
  readonly from: number;
  readonly to: number;
  readonly color: string;
  /** Areas in the class. */
  readonly count: number;
}

export interface Shading {
  readonly scheme: SchemeId;
  readonly classes: readonly LegendClass[];
  readonly zero: { readonly color: string; readonly count: number };
  readonly missing: Readonly<Record<Missing, { readonly color: string; readonly count: number }>>;
  /** CSS colour (lower-case six-digit hex) of a value. */
  colorOf(value: AreaValue): string;
  /** Index into `classes`, or null for zero and missing. */
  classOf(value: AreaValue): number | null;
}

export interface ShadeOptions {
  readonly values: ReadonlyMap<AreaCode, AreaValue>;
  readonly scheme: SchemeId;
  /** `count`: whole numbers from 0; `share`: 0 to 1. Anything below 0 or not finite is no data. */
  readonly unit: 'count' | 'share';
  /** At most this many classes, 1 to 5. */
  readonly classes?: number;
}

/** How far a bound may stand from the quantile that it rounds, as a part of it; tried from readable to exact. */
const tolerances = [0.2, 0.1, 0.05, 0.02, 0] as const;

/**
 * Classes of about equally many areas, by quantile, at bounds that can be read aloud. Fewer where the values are few or
 * alike: no class is empty, every value above zero is in exactly one.
 */
export function shade({ values, scheme, unit, classes: most = 5 }: ShadeOptions): Shading {
  const told = [...values.values()].map(missingOrNumber);
  const positive = told
    .filter((value): value is number => typeof value === 'number' && value > 0)
    .sort((a, b) => a - b);
  const bounds = boundsOf(positive, unit === 'count' ? 1 : 100, Math.max(1, Math.min(5, Math.floor(most))));
  const colors = ramp(scheme, Math.max(1, bounds.length - 1));

  /** Values beyond the outer bounds (of a view met later) join the outer classes. */
  const classOf = (value: AreaValue): number | null => {
    const number = missingOrNumber(value);
    if (typeof number !== 'number' || number === 0 || bounds.length === 0) return null;
    let index = bounds.length - 2;
    while (index > 0 && number < (bounds[index] ?? 0)) index -= 1;
    return index;
  };
  const count = (wanted: AreaValue): number => told.filter((value) => value === wanted).length;
  const perClass = new Map<number | null, number>();
  for (const value of positive) perClass.set(classOf(value), (perClass.get(classOf(value)) ?? 0) + 1);

  return {
    scheme,
    classes: bounds.slice(0, -1).map((from, index) => ({
      from,
      to: bounds[index + 1] ?? from,
      color: colors[index] ?? zeroColor,
      count: perClass.get(index) ?? 0,
    })),
    zero: { color: zeroColor, count: count(0) },
    missing: {
      no_data: { color: missingColors.no_data, count: count('no_data') },
      not_loaded: { color: missingColors.not_loaded, count: count('not_loaded') },
      not_applicable: { color: missingColors.not_applicable, count: count('not_applicable') },
    },
    classOf,
    colorOf: (value) => {
      const told = missingOrNumber(value);
      if (typeof told === 'string') return missingColors[told];
      const index = classOf(told);
      return index === null ? zeroColor : (colors[index] ?? zeroColor);
    },
  };
}

function missingOrNumber(value: AreaValue): AreaValue {
  return typeof value === 'string' ? value : Number.isFinite(value) && value >= 0 ? value : 'no_data';
}

/** Ascending bounds, one more than there are classes; none without values. `unit`: how many readable steps make 1. */
function boundsOf(positive: readonly number[], unit: number, most: number): readonly number[] {
  const least = positive[0];
  const greatest = positive.at(-1);
  if (least === undefined || greatest === undefined) return [];
  const distinct = [...new Set(positive)];
  const wanted = Math.min(most, distinct.length);
  const outer = [Math.floor(times(least, unit)), Math.ceil(times(greatest, unit))] as const;
  const quantiles = (values: readonly number[]): readonly number[] =>
    Array.from({ length: wanted - 1 }, (_, index) =>
      times(quantileSorted(values as number[], (index + 1) / wanted), unit),
    );
  const rounded = (bounds: readonly number[], tolerance: number): Cut =>
    filled(
      bounds.map((bound) => readable(bound, tolerance)),
      outer[0],
    );
  // Where many areas share a value, quantiles fall together: then those of the distinct values part more.
  const [common, apart] = [quantiles(positive), quantiles(distinct)];
  const chosen = rounded(apart, 0).bounds.length > rounded(common, 0).bounds.length ? apart : common;
  const exact = rounded(chosen, 0);
  const fair = Math.max(exact.largest, Math.ceil((1.5 * positive.length) / wanted));
  const cut =
    tolerances
      .map((tolerance) => rounded(chosen, tolerance))
      .find(({ bounds, largest }) => bounds.length >= exact.bounds.length && largest <= fair) ?? exact;
  return [outer[0], ...cut.bounds, outer[1]].map((bound) => bound / unit);

  /** Only bounds that leave no class empty. */
  function filled(bounds: readonly number[], first: number): Cut {
    const kept: number[] = [];
    const sizes: number[] = [];
    let from = first;
    for (const bound of [...new Set(bounds)].sort((a, b) => a - b)) {
      const inside = positive.filter((value) => value >= from / unit && value < bound / unit).length;
      if (inside === 0 || !positive.some((value) => value >= bound / unit)) continue;
      kept.push(bound);
      sizes.push(inside);
      from = bound;
    }
    sizes.push(positive.filter((value) => value >= from / unit).length);
    return { bounds: kept, largest: Math.max(...sizes) };
  }
}

/** Inner bounds, and how many areas the fullest class holds. */
interface Cut {
  readonly bounds: readonly number[];
  readonly largest: number;
}

/** The roundest whole number (steps of 1, 2 or 5 and their tenfolds) within the tolerance; else the next whole one up. */
function readable(bound: number, tolerance: number): number {
  for (let power = 10 ** Math.floor(Math.log10(Math.max(1, bound))); power >= 1; power /= 10) {
    for (const step of [5 * power, 2 * power, power]) {
      const rounded = Math.round(bound / step) * step;
      if (rounded > 0 && Math.abs(rounded - bound) <= tolerance * bound) return rounded;
    }
  }
  return Math.ceil(bound);
}

/** Percent of a share without the dust of binary fractions: 0.29 × 100 is 29, not 28.999999999999996. */
function times(value: number, unit: number): number {
  return unit === 1 ? value : Number((value * unit).toPrecision(12));
}
