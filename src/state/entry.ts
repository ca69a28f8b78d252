/** Owns what a snapshot of the session is: one that can be looked at, loaded or not. */
import type { OpenRound } from '../intake/rounds.ts';
import type { Receipt } from '../model/receipt.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { SampleFile } from './sample.ts';

/** A snapshot that can be looked at. A sample's is listed before it is loaded, and loaded when it is looked at. */
export interface Entry {
  readonly number: number;
  readonly snapshot: Snapshot;
  readonly sample: SampleFile | null;
  /** Null until its rows are in the engine. */
  readonly receipt: Receipt | null;
  /** Of a round that a server keeps, whose rows stay there. */
  readonly served?: ServedRound;
}

/** What a server told of a round besides its date and province. */
export interface ServedRound {
  readonly households: number;
  readonly broughtAt: Date;
}

/** Whether nothing will be left of what is loaded: of a sample, or of what is read anew. */
export function isAllReplaced(
  entries: readonly Entry[],
  tables: readonly { readonly receipt: Receipt }[],
  gone: Receipt | null,
): boolean {
  const isReplaced = ({ sample, receipt }: Entry): boolean => sample !== null || receipt === gone;
  return entries.every(isReplaced) && tables.every(({ receipt }) => receipt === gone);
}

/** What an import is told of a snapshot that stands: those of acts alone are no round that another is set against. */
export function openRound({ number, snapshot, receipt }: Entry): OpenRound {
  const isActs = receipt?.snapshots.some((one) => one.number === number && one.isActs === true) ?? false;
  return { ...snapshot, ...(isActs ? {} : { number, seals: receipt?.files.map(({ sha256 }) => sha256) ?? [] }) };
}
