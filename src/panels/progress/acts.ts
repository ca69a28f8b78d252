/** Owns the time line of acts: every month from the first to the last, those without acts too, and the undated ones last. */
import type { Acts } from '../../queries/acts.ts';

const none = { acts: 0, households: 0, amountBaht: null, amounts: 0, last: null } as const;

export function everyMonth(rows: readonly Acts[]): readonly Acts[] {
  const dated = rows.filter(({ key }) => key !== null);
  const [first, last] = [dated[0], dated.at(-1)].map((row) => indexOf(String(row?.key)));
  if (first === undefined || last === undefined || dated.length === 0) return rows;
  const known = new Map(dated.map((row) => [indexOf(String(row.key)), row]));
  const months = Array.from({ length: last - first + 1 }, (_, at) => {
    const key = monthOf(first + at);
    return known.get(first + at) ?? { ...none, key, mark: key };
  });
  return [...months, ...rows.filter(({ key }) => key === null)];
}

/** `2022-06` as months since the year 0. */
function indexOf(month: string): number {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return year * 12 + number - 1;
}
function monthOf(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
