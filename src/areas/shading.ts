/** Owns shading: the value of an area becomes a colour and a legend, once, for map, legend, charts and print alike. */
import { bisectLeft } from 'd3-array';
import type { AreaCode } from '../model/area.ts';
import { boundsOf } from './bounds.ts';
import { chosenMethod, methodOf, mostClasses, usualClasses } from './classing.ts';
import type { MethodId, Reason, ValueUnit } from './classing.ts';
import { divergingRamp, missingColors, ramp, zeroColors } from './scheme.ts';
import type { Ground, SchemeId } from './scheme.ts';

export type { SchemeId } from './scheme.ts';

/** What an area shows: a number, or why it has none. `zero` is a number that says nothing is there. */
export type Missing = 'no_data' | 'not_loaded' | 'not_applicable' | 'withheld';
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

/** A shading whose classes are cut along a scale: how, and why so. */
export interface ScaledShading extends Shading {
  /** The method that cut: never the automatic choice itself. */
  readonly method: MethodId;
  /** Why it was chosen; null where the reader chose it. */
  readonly reason: Reason | null;
  /** Null: from low to high. */
  readonly mid: number | null;
}

export interface ShadeOptions {
  readonly values: ReadonlyMap<AreaCode, AreaValue>;
  readonly scheme: SchemeId;
  /** `count`: whole numbers from 0; `share`: 0 to 1. What is not finite is no data; so is what is below 0, but for a middle. */
  readonly unit: ValueUnit;
  /** At most this many classes, 1 to 9. */
  readonly classes?: number;
  readonly method?: MethodId;
  /** Inner bounds that stand whatever the values are; a class may then be empty. */
  readonly breaks?: readonly number[] | null;
  /** Two colours on either side of it; zero is a value like any other then, but where it is the middle itself. */
  readonly mid?: number | null;
  readonly ground?: Ground;
}

/** Classes by a method or at given bounds: every value but zero is in exactly one, and so is one met later. */
export function shade({
  values,
  scheme,
  unit,
  classes: most = usualClasses,
  method: wanted = 'quantile',
  breaks = null,
  mid = null,
  ground = 'light',
}: ShadeOptions): ScaledShading {
  const isZero = (value: number): boolean => value === 0 && (mid === null || mid === 0);
  const counts = { zero: 0, no_data: 0, not_loaded: 0, not_applicable: 0, withheld: 0 };
  const numbers: number[] = [];
  for (const value of values.values()) {
    const told = missingOrNumber(value, mid);
    if (typeof told === 'string') counts[told] += 1;
    else if (isZero(told)) counts.zero += 1;
    else numbers.push(told);
  }
  // As doubles side by side thousands of numbers are sorted without a call for each comparison.
  const sorted = Array.from(Float64Array.from(numbers).sort());
  const given = breaks !== null && breaks.length > 0 ? breaks.slice(0, mostClasses - 1) : null;
  const classes = Math.max(1, Math.min(mostClasses, Math.floor(most)));
  const { cuts, only } = methodOf(wanted);
  const canCut = (cuts !== null && (only ?? unit) === unit) || (wanted === 'manual' && given !== null);
  const choice = canCut ? { method: wanted, reason: null } : chosenMethod(sorted, unit, classes);
  const bounds = boundsOf({ sorted, unit, method: choice.method, classes, mid, given });
  const colors =
    mid === null ? ramp(scheme, Math.max(1, bounds.length - 1), ground) : divergingRamp(scheme, bounds, mid, ground);

  /** Values beyond the outer bounds (of a view met later) join the outer classes. */
  const classOf = (value: AreaValue): number | null => {
    const number = missingOrNumber(value, mid);
    if (typeof number !== 'number' || isZero(number) || bounds.length === 0) return null;
    let index = bounds.length - 2;
    while (index > 0 && number < (bounds[index] ?? 0)) index -= 1;
    return index;
  };
  const missing = (kind: Missing): Shading['missing'][Missing] => ({ color: missingColors[kind], count: counts[kind] });
  // Where each class begins among the values; the outer classes hold what lies beyond their bounds.
  const starts = bounds.slice(1, -1).map((bound) => bisectLeft(sorted, bound));
  const countIn = (index: number): number => (starts[index] ?? sorted.length) - (starts[index - 1] ?? 0);

  return {
    ...choice,
    scheme,
    mid,
    classes: bounds.slice(0, -1).map((from, index) => ({
      from,
      to: bounds[index + 1] ?? from,
      color: colors[index] ?? zeroColors[ground],
      count: countIn(index),
    })),
    zero: {
      color: zeroColors[ground],
      count: counts.zero,
    },
    missing: {
      no_data: missing('no_data'),
      not_loaded: missing('not_loaded'),
      not_applicable: missing('not_applicable'),
      withheld: missing('withheld'),
    },
    classOf,
    colorOf: (value) => {
      const number = missingOrNumber(value, mid);
      if (typeof number === 'string') return missingColors[number];
      const index = classOf(number);
      return index === null ? zeroColors[ground] : (colors[index] ?? zeroColors[ground]);
    },
  };
}

/** The bounds between the classes: what is locked, dragged and typed. */
export function innerBounds({ classes }: Pick<Shading, 'classes'>): readonly number[] {
  return classes.slice(1).map(({ from }) => from);
}

function missingOrNumber(value: AreaValue, mid: number | null): AreaValue {
  if (typeof value === 'string') return value;
  return Number.isFinite(value) && (mid !== null || value >= 0) ? value : 'no_data';
}
