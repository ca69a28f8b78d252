/** Owns slots: the rows of one file, province and date, and the snapshot they go to. */
import { ask, toIPC } from '../engine/rows.ts';
import type { Engine } from '../engine/engine.ts';
import type { AreaCode } from '../model/area.ts';
import { grainCode, isBeside } from '../model/grain.ts';
import { actColumns } from '../model/needed.ts';
import type { FileReceipt } from '../model/receipt.ts';
import { fiscalYearStart, snapshotKey, type IsoDate, type Snapshot } from '../model/snapshot.ts';
import { statusCode } from '../model/status.ts';
import { dayNumber } from './clean-date.ts';
import { mostRounds } from './dating.ts';
import { isHouseholds, latestOf } from './joining.ts';
import type { LocalName, Spot } from './placing.ts';
import type { NumberedSnapshot } from './receipt.ts';
import type { Settled } from './settling.ts';

export interface Slot {
  readonly slot: number;
  readonly file: number;
  readonly province: AreaCode;
  readonly asOf: IsoDate;
  readonly rows: number;
}

/**
 * The slots that have rows: what a file has of a province may be of several dates. Acts of help are of the latest date of
 * their province's households, among these files or among those that are `open`.
 */
export async function findSlots(
  engine: Engine,
  spots: readonly Spot[],
  files: readonly FileReceipt[],
  open: readonly Snapshot[],
  signal?: AbortSignal,
): Promise<readonly Slot[]> {
  const sql = 'select slot, count(*) as rows from intake_all group by slot order by slot';
  const { columns } = await ask<{ slot: number; rows: number }>(engine, { sql, params: [] }, signal);
  const found = columns.slot.flatMap((slot, row): Slot[] => {
    const spot = spots[Math.floor(slot / mostRounds)];
    const file = spot && files[spot.file];
    const asOf = file?.rounds?.[slot % mostRounds]?.asOf ?? file?.asOf;
    if (!spot || !asOf) return [];
    return [{ slot, file: spot.file, province: spot.province, asOf, rows: columns.rows[row] ?? 0 }];
  });
  const told = found.filter(({ file }) => isHouseholds(files[file]?.grain));
  return found.map((slot) =>
    isBeside(files[slot.file]?.grain) ? { ...slot, asOf: latestOf(told, open, slot.province) ?? slot.asOf } : slot,
  );
}

/** Files of acts that were joined to households are of their date. */
export function datedBy(slots: readonly Slot[], files: readonly FileReceipt[]): readonly FileReceipt[] {
  return files.map((file, at) => {
    const asOf = slots.find((slot) => slot.file === at)?.asOf ?? file.asOf;
    return file.asOfFrom === 'households' ? { ...file, asOf } : file;
  });
}

/** Snapshots in order of province and date; slots that share both share one. */
export function numberSnapshots(
  slots: readonly Slot[],
  files: readonly FileReceipt[],
  first: number,
): NumberedSnapshot[] {
  const met = new Map(slots.map(({ province, asOf }) => [snapshotKey({ province, asOf }), { province, asOf }]));
  const housed = slots.filter(({ file }) => isHouseholds(files[file]?.grain)).map(snapshotKey);
  return [...met]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, snapshot], index) => ({ number: first + index, snapshot, isActs: !housed.includes(key) }));
}

/** What is worked on at once: whole snapshots, in their order, and few enough rows for the memory there is. */
export const mostRowsAtOnce = 400_000;
/** Rows that need no others are only sorted and written; what is being written stands unpacked in memory. */
export const mostRowsAlone = 300_000;

/** Divides the slots into parts, none of which shares a snapshot with another. */
export function partsOf(
  slots: readonly Slot[],
  snapshots: readonly NumberedSnapshot[],
  mostRows: number,
): readonly (readonly Slot[])[] {
  const parts: Slot[][] = [];
  let rowsInPart = 0;
  for (const { snapshot } of snapshots) {
    const own = slots.filter((slot) => snapshotKey(slot) === snapshotKey(snapshot));
    const rows = own.reduce((sum, slot) => sum + slot.rows, 0);
    const part = parts.at(-1);
    if (part && rowsInPart + rows <= mostRows) part.push(...own);
    else parts.push(own);
    rowsInPart = part && rowsInPart + rows <= mostRows ? rowsInPart + rows : rows;
  }
  return parts;
}

/** Makes `intake_slot`, and `intake_name` with what the files call areas that have no name. */
export async function loadSlots(
  engine: Engine,
  parts: readonly (readonly Slot[])[],
  { files, blankStatus }: Settled,
  batches: readonly number[],
  snapshots: readonly NumberedSnapshot[],
  names: readonly LocalName[],
  signal?: AbortSignal,
): Promise<void> {
  const numberOf = (slot: Slot): number => {
    const found = snapshots.find(({ snapshot }) => snapshotKey(snapshot) === snapshotKey(slot));
    if (!found) throw new Error(`slot ${slot.slot} has no snapshot`);
    return found.number;
  };
  const rows = parts.flat().map((slot) => ({
    slot: slot.slot,
    snapshot: numberOf(slot),
    as_of_day: dayNumber(slot.asOf),
    year_day: dayNumber(fiscalYearStart(slot.asOf)),
    blank_status: blankStatus[slot.file] ?? statusCode.unknown,
    grain: grainCode[files[slot.file]?.grain ?? 'wide'],
    batch: batches[slot.file] ?? slot.file,
    part: parts.findIndex((part) => part.includes(slot)),
    tells_acts: files[slot.file]?.headers.some(({ column }) => column !== null && actColumns.includes(column)) ? 1 : 0,
  }));
  const types = {
    slot: 'int',
    snapshot: 'int',
    as_of_day: 'int',
    year_day: 'int',
    blank_status: 'int',
    grain: 'int',
    batch: 'int',
    part: 'int',
    tells_acts: 'int',
  } as const;
  await engine.load('intake_slot', [toIPC(types, rows)], signal);
  const counts = new Map<string, { snapshot: number; area: number; name: string; rows: number }>();
  for (const { spot, area, name, rows: count } of names)
    for (const { slot, snapshot } of rows) {
      if (Math.floor(slot / mostRounds) !== spot) continue;
      const key = `${snapshot} ${area} ${name}`;
      counts.set(key, { snapshot, area, name, rows: (counts.get(key)?.rows ?? 0) + count });
    }
  const nameTypes = { snapshot: 'int', area: 'int', name: 'text', rows: 'int' } as const;
  await engine.load('intake_name', [toIPC(nameTypes, [...counts.values()])], signal);
}
