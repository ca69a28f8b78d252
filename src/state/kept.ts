/** Owns what of a session is remembered beside its rows, and how it is put back under other numbers. */
import type { Carried, Numbers, Shift } from '../intake/carrying.ts';
import type { Receipt } from '../model/receipt.ts';
import type { RowsOf, TableName } from '../model/rows.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Entry } from './entry.ts';
import type { ReferenceTable } from './references.svelte.ts';

/** The reader's own, as the session holds it. */
export interface Holdings {
  readonly entries: readonly Entry[];
  readonly tables: readonly ReferenceTable[];
  readonly last: Receipt | null;
}

/** Receipts are told by their place among `receipts`, because a session knows them by identity. */
export interface Kept {
  readonly receipts: readonly Receipt[];
  readonly entries: readonly { readonly number: number; readonly snapshot: Snapshot; readonly receipt: number }[];
  /** Numbers of the open tables of areas, in their order. */
  readonly references: readonly number[];
  readonly last: number;
}

/** The last part of a save: what the others are. */
export interface Manifest extends Kept {
  readonly rows: RowsOf;
  /** The table that each part is of. */
  readonly parts: readonly Carried['table'][];
}

export const numbersOf = ({ entries, tables }: Omit<Holdings, 'last'>): Numbers => ({
  snapshots: entries.map(({ number }) => number),
  references: tables.map(({ number }) => number),
});

/** The same while nothing is opened or removed. */
export const holdingsKey = (holdings: Holdings): string => JSON.stringify(numbersOf(holdings));

export function keptOf({ entries, tables, last }: Holdings): Kept {
  const all = [...entries.flatMap(({ receipt }) => receipt ?? []), ...tables.map(({ receipt }) => receipt)];
  const receipts = [...new Set(all)];
  return {
    receipts,
    entries: entries.flatMap(({ number, snapshot, receipt }) =>
      receipt ? [{ number, snapshot, receipt: receipts.indexOf(receipt) }] : [],
    ),
    references: tables.map(({ number }) => number),
    last: last ? receipts.indexOf(last) : -1,
  };
}

export function manifestOf(holdings: Holdings, rows: RowsOf, parts: readonly TableName[]): Manifest {
  return { ...keptOf(holdings), rows, parts };
}

/** What is to be added, so that all numbers are beyond those that a session has given. */
export function shiftOf({ entries, references }: Kept, next: Shift): Shift {
  const over = (numbers: readonly number[], first: number): number =>
    numbers.length > 0 ? first - Math.min(...numbers) : 0;
  return {
    snapshot: over(
      entries.map(({ number }) => number),
      next.snapshot,
    ),
    reference: over(references, next.reference),
  };
}

export function shifted(kept: Kept, { snapshot, reference }: Shift): Kept {
  return {
    receipts: kept.receipts.map((receipt) => ({
      ...receipt,
      snapshots: receipt.snapshots.map((one) => ({ ...one, number: one.number + snapshot })),
      ...(receipt.tables && {
        tables: receipt.tables.map((table) => ({ ...table, number: table.number + reference })),
      }),
    })),
    entries: kept.entries.map((entry) => ({ ...entry, number: entry.number + snapshot })),
    references: kept.references.map((number) => number + reference),
    last: kept.last,
  };
}
