/** Owns the as-of date of a file: its column, else its name, else its title rows, else the reader is asked. */
import type { Scanned } from '../files/scan.ts';
import type { FileReceipt } from '../model/receipt.ts';
import type { IsoDate } from '../model/snapshot.ts';
import { partsOf } from '../model/sourcename.ts';
import { findDate } from './clean-date.ts';
import type { Value } from './values.ts';

export interface Dated {
  readonly asOf: IsoDate | null;
  readonly from: FileReceipt['asOfFrom'];
  /** What is proposed where it must be asked: the latest date in the rows that is not still to come. */
  readonly proposed: IsoDate;
  readonly proposedFrom: 'rows' | 'clock';
}

export function dateFile(scanned: Scanned, values: readonly Value[], today: IsoDate): Dated {
  const told = new Map<IsoDate, number>();
  let latest: IsoDate | null = null;
  for (const { kind, date, rows } of values) {
    if (date === null) continue;
    if (kind === 'as_of') told.set(date, (told.get(date) ?? 0) + rows);
    else if (date <= today && (latest === null || date > latest)) latest = date;
  }
  const [commonest] = [...told].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1));
  const proposal = { proposed: latest ?? today, proposedFrom: latest ? 'rows' : 'clock' } as const;
  if (commonest) return { asOf: commonest[0], from: 'column', ...proposal };
  const named = partsOf(scanned.name)
    .map(findDate)
    .find((date) => date !== null);
  if (named) return { asOf: named, from: 'name', ...proposal };
  const titled = scanned.titles.map(findDate).find((date) => date !== null) ?? null;
  return { asOf: titled, from: titled ? 'title' : 'asked', ...proposal };
}
