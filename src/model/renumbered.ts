/** Owns the areas that got another number: what bears the old number in one round and the new one in the next did not move. */
import { areaNumber, type AreaCode } from './area.ts';

/**
 * Old number and today's. Of เวียงเก่า only the amphoe is told: which of its tambon had which number is not settled.
 * That บึงกาฬ left หนองคาย is no matter here, because rounds are compared within a province.
 */
export const renumbered = [
  { from: '530306', to: '530407' },
  { from: '360411', to: '360119' },
  { from: '500306', to: '502501' },
  { from: '500309', to: '502502' },
  { from: '500310', to: '502503' },
  { from: '4016', to: '4029' },
] as const satisfies readonly { from: string; to: string }[];

/** As clean tables hold them. */
const tambon = renumbered
  .filter(({ from }) => from.length === 6)
  .map(({ from, to }) => ({ from: areaNumber(from as AreaCode), to: areaNumber(to as AreaCode) }));

/** Today's number of an area, in SQL: of a column of clean tables. */
export const todaysArea = (column: string): string =>
  `(case ${column} ${tambon.map(({ from, to }) => `when ${from} then ${to}`).join(' ')} else ${column} end)`;

/** Of an amphoe some of whose tambon are another's today: both as clean tables hold them, divided down to the amphoe. */
export const partedAmphoe: readonly { readonly from: number; readonly to: number }[] = [
  ...new Set(renumbered.map(({ from, to }) => `${from.slice(0, 4)} ${to.slice(0, 4)}`)),
].map((pair) => {
  const [from = 0, to = 0] = pair.split(' ').map(Number);
  return { from, to };
});
