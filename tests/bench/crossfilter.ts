/** Owns the same households in crossfilter2: one count by area, class and status, where the cube gives every measure of five answers. */
import crossfilter from 'crossfilter2';
import { foldTable } from '../../src/model/status.ts';
import { codesOf, needBase } from '../../src/queries/cube-axes.ts';
import type { CubeColumns } from '../../src/queries/cube-columns.ts';

export const crossfilterAxes = ['class', 'survey', 'locality', 'urgent'] as const;
export type CrossfilterAxis = (typeof crossfilterAxes)[number];

/** Sets or lifts (null) a filter on one axis, and reads all groups. */
export type Toggle = (axis: CrossfilterAxis, code: number | null) => void;

export function crossfilterOf({ households, needs }: CubeColumns): Toggle {
  const facts = Uint32Array.from(households.facts);
  const codes = Object.fromEntries(crossfilterAxes.map((axis) => [axis, codesOf(axis, facts)]));
  const masks = new Uint8Array(households.household.reduce((most, one) => Math.max(most, one), 0) + 1);
  needs.household.forEach(
    (household, row) => (masks[household]! |= (1 << ((needs.need[row] as number) % needBase)) >> 1),
  );
  const filter = crossfilter(Array.from({ length: facts.length }, (_, row) => row));
  const by = (read: (row: number) => number): crossfilter.Dimension<number, number> => filter.dimension(read);
  const dimensions = Object.fromEntries(
    crossfilterAxes.map((axis) => [axis, by((row) => codes[axis]?.[row] as number)]),
  );
  const groups = [
    by((row) => households.area[row] as number).group(),
    by((row) => foldTable[masks[households.household[row] as number] as number] as number).group(),
    ...Object.values(dimensions).map((dimension) => dimension.group()),
  ];
  return (axis, code) => {
    if (code === null) dimensions[axis]?.filterAll();
    else dimensions[axis]?.filterExact(code);
    for (const group of groups) group.all();
  };
}
