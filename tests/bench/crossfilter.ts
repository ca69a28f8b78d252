/** Owns the same households in crossfilter2: one count by area, class and status, where the cube gives every measure of five answers. */
import crossfilter from 'crossfilter2';
import type { FlatColumns } from './flat.ts';
import { gestureAxes, type Gesture } from './gestures.ts';

/** Does what the reader does, reads all groups, and gives how many households pass. */
export type Crossfiltered = (gesture: Gesture) => number;

export function crossfilterOf({ length, area, status, codes }: FlatColumns): Crossfiltered {
  const filter = crossfilter(Array.from({ length }, (_, row) => row));
  const by = (column: ArrayLike<number>): crossfilter.Dimension<number, number> =>
    filter.dimension((row) => column[row] as number);
  const dimensions = Object.fromEntries(gestureAxes.map((axis) => [axis, by(codes[axis])]));
  const groups = [by(area), by(status), ...Object.values(dimensions)].map((dimension) => dimension.group());
  const all = filter.groupAll();
  return ({ axis, codes: chosen }) => {
    const dimension = dimensions[axis];
    if (chosen === null) dimension?.filterAll();
    else if (chosen.from === chosen.to) dimension?.filterExact(chosen.from);
    else dimension?.filterRange([chosen.from, chosen.to + 1]);
    for (const group of groups) group.all();
    return all.value() as number;
  };
}
