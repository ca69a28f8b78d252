/** Owns the bounds of classes: what a method cuts becomes numbers that can be read aloud, no class empty that need not be. */
import { bisectLeft } from 'd3-array';
import { quantileSorted } from 'simple-statistics';
import { methodOf, type MethodId, type ValueUnit } from './classing.ts';

export interface BoundsAsked {
  /** Ascending; what is classed at all. */
  readonly sorted: readonly number[];
  readonly unit: ValueUnit;
  /** A method that cuts. */
  readonly method: MethodId;
  readonly classes: number;
  /** The same on both sides of it; null: from low to high. */
  readonly mid: number | null;
  /** Inner bounds that stand, whatever the values are; null: by the method. */
  readonly given: readonly number[] | null;
}

/** The smallest difference that is written: one household, or a tenth of a percent. */
export const shownStep: Readonly<Record<ValueUnit, number>> = { count: 1, share: 0.001 };

/** How far a bound may stand from the quantile that it rounds, as a part of it; tried from readable to exact. */
const tolerances = [0.2, 0.1, 0.05, 0.02, 0] as const;

/** Ascending bounds, one more than there are classes; none without values. The outer ones hold all values. */
export function boundsOf(asked: BoundsAsked): readonly number[] {
  const { sorted, unit, given, mid } = asked;
  const [least, greatest] = [sorted[0], sorted.at(-1)];
  if (least === undefined || greatest === undefined) return [];
  const { settle } = methodOf(asked.method);
  // Whole percents can be read; of small shares tenths are needed.
  const perOne = unit === 'count' ? 1 : greatest <= 0.1 && least >= -0.1 ? 1000 : 100;
  const [floor, ceiling] = [Math.floor(times(least, perOne)) / perOne, Math.ceil(times(greatest, perOne)) / perOne];
  if (given === null && settle === 'fair' && mid === null) return fair(sorted, perOne, asked.classes);
  const cuts = given ?? (mid === null ? straight(asked) : mirrored(asked, mid));
  const inner = [...new Set(cuts.map(clean))].filter(Number.isFinite).sort((a, b) => a - b);
  const kept = given !== null || settle === 'none' ? inner : filled(inner, sorted, mid);
  const isWholeScale = unit === 'share' && given === null && settle === 'none' && least >= 0 && greatest <= 1;
  const [low, high] = isWholeScale ? [0, 1] : [floor, ceiling];
  return [Math.min(low, kept[0] ?? low), ...kept, Math.max(high, kept.at(-1) ?? high)];
}

function straight({ sorted, unit, method, classes }: BoundsAsked): readonly number[] {
  const { cuts, settle } = methodOf(method);
  const raw = cuts?.(sorted, classes, unit) ?? [];
  return settle === 'gap' ? raw.map((cut) => roundestAt(cut, sorted)) : raw.map((cut) => stepped(cut, unit, settle));
}

/** As far below the middle as above it: then a colour is as far from it on either side. */
function mirrored({ sorted, unit, method, classes }: BoundsAsked, mid: number): readonly number[] {
  const { cuts, settle } = methodOf(method);
  if (settle === 'none') return cuts?.(sorted, classes, unit) ?? [];
  const away = sorted.map((value) => clean(Math.abs(value - mid))).sort((a, b) => a - b);
  const raw = cuts?.(away, Math.max(1, Math.floor(classes / 2)), unit) ?? [];
  const distances = raw
    .map((cut) => (settle === 'step' ? stepped(cut, unit, settle) : roundestAt(cut, away)))
    .filter((distance) => distance > 0);
  return [...distances.map((distance) => mid - distance), mid, ...distances.map((distance) => mid + distance)];
}

function stepped(cut: number, unit: ValueUnit, settle: string): number {
  return settle === 'none' ? cut : Math.round(cut / shownStep[unit]) * shownStep[unit];
}

/** Only bounds that leave no class empty; the middle stays where both sides have values. */
function filled(bounds: readonly number[], sorted: readonly number[], mid: number | null): readonly number[] {
  const kept: number[] = [];
  for (const bound of bounds) {
    const at = bisectLeft(sorted, bound);
    if (at === sorted.length) break;
    const from = kept.length > 0 ? bisectLeft(sorted, kept.at(-1) ?? bound) : 0;
    if (at > from) kept.push(bound);
    else if (bound === mid && kept.length > 0) kept.splice(-1, 1, bound);
  }
  return kept;
}

/** The roundest number above the values below the cut and not above those from it on: nothing changes its class. */
export function roundestAt(cut: number, sorted: readonly number[]): number {
  const at = bisectLeft(sorted, cut);
  const [below, above] = [sorted[at - 1], sorted[at]];
  if (below === undefined || above === undefined) return cut;
  const middle = (below + above) / 2;
  for (let power = Math.ceil(Math.log10(Math.max(Math.abs(below), Math.abs(above)))); power >= -12; power -= 1)
    for (const step of [5, 2, 1]) {
      const width = Number(`${step}e${power}`);
      const rounded = [Math.floor(middle / width), Math.ceil(middle / width)]
        .map((times) => clean(times * width))
        .filter((bound) => bound > below && bound <= above)
        .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
      if (rounded[0] !== undefined) return rounded[0];
    }
  return above;
}

/** Classes of about equally many positive values, at whole bounds (of 1 / `perOne`) as round as they can be. */
function fair(positive: readonly number[], perOne: number, most: number): readonly number[] {
  const distinct = [...new Set(positive)];
  const wanted = Math.min(most, distinct.length);
  const [least = 0, greatest = 0] = [positive[0], positive.at(-1)];
  const outer = [Math.floor(times(least, perOne)), Math.ceil(times(greatest, perOne))] as const;
  const quantiles = (values: readonly number[]): readonly number[] =>
    Array.from({ length: wanted - 1 }, (_, index) =>
      times(quantileSorted(values as number[], (index + 1) / wanted), perOne),
    );
  const cut = (bounds: readonly number[], tolerance: number): Cut => {
    const rounded = [...new Set(bounds.map((bound) => readable(bound, tolerance)))].sort((a, b) => a - b);
    const kept = filled(
      rounded.map((bound) => bound / perOne),
      positive,
      null,
    );
    const ends = [...kept.map((bound) => bisectLeft(positive, bound)), positive.length];
    const sizes = ends.map((end, index) => end - (ends[index - 1] ?? 0));
    return { bounds: kept, largest: Math.max(...sizes) };
  };
  // Where many areas share a value, quantiles fall together: then those of the distinct values part more.
  const [common, apart] = [quantiles(positive), quantiles(distinct)];
  const chosen = cut(apart, 0).bounds.length > cut(common, 0).bounds.length ? apart : common;
  const exact = cut(chosen, 0);
  const enough = Math.max(exact.largest, Math.ceil((1.5 * positive.length) / wanted));
  const best =
    tolerances
      .map((tolerance) => cut(chosen, tolerance))
      .find(({ bounds, largest }) => bounds.length >= exact.bounds.length && largest <= enough) ?? exact;
  return [outer[0] / perOne, ...best.bounds, outer[1] / perOne];
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
function times(value: number, perOne: number): number {
  return perOne === 1 ? value : Number((value * perOne).toPrecision(12));
}

const clean = (value: number): number => Number(value.toPrecision(12)) + 0;
