/** Owns the histogram of the legend: how many areas lie where along the scale, and where a bound may be moved to. */
import { bin } from 'd3-array';
import type { Shading } from '../areas/shading.ts';

/** Where a value lies between the outer bounds, 0 to 1, and back; by tenfolds where the classes are cut so. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  at(value: number): number;
  value(at: number): number;
}

/** Areas of one class within one bin, upon those of the class before. All 0 to 1. */
export interface Segment {
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
  readonly height: number;
  readonly color: string;
}

/** Null where all values are alike: there is nothing to spread. */
export function axisOf({ classes }: Pick<Shading, 'classes'>, isLog: boolean): Axis | null {
  const [from, to] = [classes[0]?.from ?? 0, classes.at(-1)?.to ?? 0];
  if (!(to > from)) return null;
  const fits = isLog && from >= 0;
  // A scale of tenfolds has no zero: it begins a tenth below the first bound then.
  const least = from > 0 ? from : (classes[1]?.from ?? to) / 10;
  const [scale, back] = fits
    ? [(value: number) => Math.log(Math.max(value, least)), Math.exp]
    : [(value: number) => value, (value: number) => value];
  const [start, end] = [scale(from), scale(to)];
  return {
    from,
    to,
    at: (value) => Math.max(0, Math.min(1, (scale(value) - start) / (end - start))),
    value: (at) => back(start + Math.max(0, Math.min(1, at)) * (end - start)),
  };
}

/** Bars of even width; the fullest is 1 high. */
export function segments(
  values: readonly number[],
  shading: Pick<Shading, 'classes' | 'classOf'>,
  axis: Axis,
): readonly Segment[] {
  // Read once: a shading may come by way of a component's properties, and the values are thousands.
  const { classes, classOf } = shading;
  const bins = Math.max(10, Math.min(48, values.length));
  const bars = bin<number, number>()
    .domain([0, 1])
    .value((value) => axis.at(value))
    .thresholds(Array.from({ length: bins - 1 }, (_, index) => (index + 1) / bins))(values as number[]);
  const most = Math.max(1, ...bars.map((bar) => bar.length));
  return bars.flatMap((bar) => {
    let below = 0;
    const counts = classes.map(() => 0);
    for (const value of bar) {
      const index = classOf(value);
      if (index !== null) counts[index] = (counts[index] ?? 0) + 1;
    }
    return classes.flatMap(({ color }, index) => {
      const count = counts[index] ?? 0;
      const bottom = below / most;
      below += count;
      const [left, right] = [bar.x0 ?? 0, bar.x1 ?? 1];
      return count > 0 ? [{ left, width: right - left, bottom, height: count / most, color }] : [];
    });
  });
}

/** The bounds with one of them moved, kept between its neighbours; on a number that is readable and shown. */
export function moved(
  bounds: readonly number[],
  index: number,
  to: number,
  axis: Pick<Axis, 'from' | 'to'>,
  step: number,
): readonly number[] {
  const [low, high] = limits(bounds, index, axis, step);
  const snapped = Number((Math.round(to / step) * step).toPrecision(12));
  return bounds.map((bound, other) => (other === index ? Math.max(low, Math.min(high, snapped)) : bound));
}

/** How far a bound may go. */
export function limits(
  bounds: readonly number[],
  index: number,
  axis: Pick<Axis, 'from' | 'to'>,
  step: number,
): readonly [number, number] {
  const neat = (value: number): number => Number(value.toPrecision(12));
  return [
    neat((bounds[index - 1] ?? Math.min(axis.from, bounds[index] ?? axis.from)) + (index > 0 ? step : 0)),
    neat(
      index < bounds.length - 1 ? (bounds[index + 1] ?? axis.to) - step : Math.max(axis.to, bounds[index] ?? axis.to),
    ),
  ];
}

/** A step of a key: a hundredth of the scale, as a readable number and no finer than is shown. */
export function keyStep(axis: Pick<Axis, 'from' | 'to'>, step: number): number {
  const wanted = (axis.to - axis.from) / 100;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const readable = [1, 2, 5, 10].map((times) => times * power).find((width) => width >= wanted) ?? wanted;
  return Number(Math.max(step, readable).toPrecision(6));
}
