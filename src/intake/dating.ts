/** Owns the as-of date of a file: told by its column, its name and its title alike, or the reader is asked. */
import type { Scanned } from '../files/scan.ts';
import type { FileReceipt } from '../model/receipt.ts';
import type { IsoDate } from '../model/snapshot.ts';
import { partsOf } from '../model/sourcename.ts';
import type { FoundDate } from './asking.ts';
import { findDates } from './clean-date.ts';
import type { Value } from './values.ts';

export interface Dated {
  /** Null where it must be asked. */
  readonly asOf: IsoDate | null;
  readonly from: FileReceipt['asOfFrom'];
  /** The dates of a file that holds several rounds, the commonest first; none where all its rows are of one date. */
  readonly rounds: NonNullable<FileReceipt['rounds']>;
  /** What was found where it does not agree. */
  readonly found: readonly FoundDate[];
  /** The latest date found that is not still to come; else the latest one in the rows; else today. */
  readonly proposed: IsoDate;
  readonly proposedFrom: 'rows' | 'clock' | null;
}

/** A date stands on its own, as a round of its own, from so many rows or from such a share of its file. */
const ownFromRows = 100;
const ownFromShare = 0.1;
/** Rounds of one file have a number below this. */
export const mostRounds = 1000;

/**
 * Numbers the rounds of each file in the `code` of its as-of cells, the commonest 0. Cells in doubt have none and `extra` 1:
 * a date too rare for a round, or no date where there are several rounds. Their rows go with the commonest.
 */
export function numberRounds(values: readonly Value[]): Value[] {
  return [...new Set(values.map(({ file }) => file))].flatMap((file) => {
    const own = values.filter((value) => value.file === file);
    const total = own.reduce((sum, { rows }) => sum + rows, 0);
    const rounds = byDate(own)
      .filter(([, rows], rank) => rank === 0 || rows >= ownFromRows || rows >= total * ownFromShare)
      .slice(0, mostRounds)
      .map(([date]) => date);
    return own.map((value) => {
      const code = value.date === null ? -1 : rounds.indexOf(value.date);
      const isDoubt = code < 0 && (value.date !== null || (rounds.length > 1 && value.problem === null));
      return { ...value, code: code < 0 ? null : code, extra: isDoubt ? 1 : 0 };
    });
  });
}

/** `values` are the file's own. */
export function dateFile(scanned: Scanned, values: readonly Value[], today: IsoDate): Dated {
  const rounds = roundsOf(values);
  const [commonest] = rounds;
  const named = partsOf(scanned.name)
    .map(findDates)
    .find((dates) => dates.length > 0);
  const titled = scanned.titles.flatMap(findDates);
  // Rows that went out to be mended came back under the date that was agreed upon for their file.
  const isMended = scanned.columns.includes('quarantine_code') && named !== undefined && rounds.length === 1;
  const told: readonly FoundDate[] = [
    ...(commonest && !isMended ? [{ date: commonest.asOf, from: 'column' } as const] : []),
    ...(named ?? []).flatMap(({ date, says }) => (says === 'made' ? [] : [{ date, from: 'name' } as const])),
    ...titled.flatMap(({ date, says }) => (says === 'as_of' ? [{ date, from: 'title' } as const] : [])),
  ];
  // What is not said to be the as-of date speaks only where nothing else does.
  const weak: readonly FoundDate[] = [
    ...(named ?? []).map(({ date }) => ({ date, from: 'name' }) as const),
    ...titled.flatMap(({ date, says }) => (says === null ? [{ date, from: 'title' } as const] : [])),
  ];
  const found = told.length > 0 ? told : weak;
  const proposal = propose(found, values, today);
  if (commonest && rounds.length > 1) return { asOf: commonest.asOf, from: 'column', rounds, found: [], ...proposal };
  const agreed = agreedDate(found);
  if (agreed) return { asOf: agreed.date, from: agreed.from, rounds: [], found: [], ...proposal };
  return { asOf: null, from: 'asked', rounds: [], found, ...proposal };
}

/** The one date that every place tells which tells any, with the first of those places. */
function agreedDate(found: readonly FoundDate[]): FoundDate | null {
  const places = [...new Set(found.map(({ from }) => from))];
  const common = found.filter(({ date }) =>
    places.every((from) => found.some((one) => one.from === from && one.date === date)),
  );
  const [first = null] = common;
  return common.every(({ date }) => date === first?.date) ? first : null;
}

function propose(
  found: readonly FoundDate[],
  values: readonly Value[],
  today: IsoDate,
): Pick<Dated, 'proposed' | 'proposedFrom'> {
  const latest = (dates: readonly (IsoDate | null)[]): IsoDate | null =>
    dates.filter((date) => date !== null && date <= today).reduce((a, b) => (a && b && a > b ? a : b), null);
  const told = latest(found.map(({ date }) => date)) ?? found[0]?.date;
  if (told) return { proposed: told, proposedFrom: null };
  const inRows = latest(values.map(({ date }) => date));
  return { proposed: inRows ?? today, proposedFrom: inRows ? 'rows' : 'clock' };
}

function roundsOf(values: readonly Value[]): Dated['rounds'] {
  const own = values.filter(({ kind, code }) => kind === 'as_of' && code !== null);
  return byDate(own).map(([asOf, rows]) => ({ asOf, rows }));
}

/** The commonest first, the later one where two are as common. */
function byDate(values: readonly Value[]): readonly (readonly [IsoDate, number])[] {
  const rowsOf = new Map<IsoDate, number>();
  for (const { date, rows } of values) if (date) rowsOf.set(date, (rowsOf.get(date) ?? 0) + rows);
  return [...rowsOf].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1));
}
