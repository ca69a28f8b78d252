/** Owns an import from end to end: files in, clean tables and a receipt out, or nothing at all. */
import type { Engine } from '../engine/engine.ts';
import { toIPC } from '../engine/rows.ts';
import type { OpenWorker } from '../files/scanning.ts';
import type { SourceFile } from '../files/scan.ts';
import { noCorrections, type Corrections } from '../model/correction.ts';
import { AppError } from '../model/error.ts';
import type { FileReceipt, Receipt } from '../model/receipt.ts';
import { isoDate, snapshotKey, type IsoDate, type Snapshot } from '../model/snapshot.ts';
import { statusCode } from '../model/status.ts';
import type { Ask, ImportProgress } from './asking.ts';
import { dayNumber } from './clean-date.ts';
import type { PlaceBook } from './place.ts';
import { placeRows, type LocalName, type Slot } from './placing.ts';
import { makeReceipt, type NumberedSnapshot } from './receipt.ts';
import { cleanInserts, makeHouses, makeNeeds, makeRows, workTables } from './rows.ts';
import { Reading } from './reading.ts';
import { settle, type Settled } from './settling.ts';
import { cleanValues } from './values.ts';
import { makeWarnings } from './warning.ts';

export type { SourceFile };

export interface ImportOptions {
  /** With the clean tables made (`engine/tables`). */
  readonly engine: Engine;
  readonly gazetteer: PlaceBook;
  /** Snapshots met are numbered from here, in order of province and date. */
  readonly firstSnapshot: number;
  readonly ask: Ask;
  /** What the reader said before of headers and values like these; what of it was used stands in the receipt. */
  readonly corrections?: Corrections;
  readonly progress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
  /** Opens a worker for scanning; null or absent scans right here. */
  readonly openWorker?: OpenWorker | null;
  /** Proposed as the as-of date where a file holds no date at all; the clock's day by default. */
  readonly today?: IsoDate;
}

/**
 * Imports files together; one import at a time on an engine. Throws an AppError `file_…` for a file that can't be used, the
 * signal's reason when cancelled, and a DOMException `AbortError` when a question was answered with null. The clean tables
 * are then as they were, and no work table is left.
 */
export async function importFiles(files: readonly SourceFile[], options: ImportOptions): Promise<Receipt> {
  const { engine } = options;
  await clear(engine);
  try {
    return await run(files, options);
  } finally {
    await clear(engine);
  }
}

async function run(files: readonly SourceFile[], options: ImportOptions): Promise<Receipt> {
  const { engine, gazetteer, ask, signal } = options;
  const reading = new Reading(files, options);
  const scans = await reading.readAll();

  reading.tell('cleaning');
  const values = await cleanValues(engine, options.corrections ?? noCorrections, signal);
  const { slots, names, unplaced } = await placeRows(engine, gazetteer, options.corrections?.places, signal);
  const lost = scans.find((_, file) => slots.every((slot) => slot.file !== file));
  if (lost) throw new AppError('file_nothing_kept', { file: lost.name, reason: 'place' });
  await makeRows(engine, signal);
  const settled = await settle(engine, scans, values, ask, options.today ?? today(), signal);
  const snapshots = number(slots, settled.files, options.firstSnapshot);
  await loadSlots(engine, slots, settled, snapshots, names, signal);
  await makeNeeds(engine, signal);
  await makeHouses(engine, signal);
  await makeWarnings(engine, values, scans, signal);

  reading.tell('writing');
  const bare = (sql: string): Promise<void> => engine.run({ sql, params: [] });
  await bare('begin transaction');
  try {
    for (const sql of cleanInserts) await engine.run({ sql, params: [] }, signal);
    const receipt = await makeReceipt(
      engine,
      { scans, files: settled.files, snapshots, values, unplaced, assumptions: settled.assumptions },
      signal,
    );
    signal?.throwIfAborted();
    await bare('commit');
    return receipt;
  } catch (error) {
    await bare('rollback').catch(() => undefined);
    throw error;
  }
}

/** Snapshots in order of province and date; files and slots that share both share one. */
function number(slots: readonly Slot[], files: readonly FileReceipt[], first: number): NumberedSnapshot[] {
  const met = new Map<string, Snapshot>();
  for (const { province, file } of slots) {
    const snapshot = { province, asOf: files[file]?.asOf ?? ('' as IsoDate) };
    met.set(snapshotKey(snapshot), snapshot);
  }
  return [...met]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, snapshot], index) => ({ number: first + index, snapshot }));
}

async function loadSlots(
  engine: Engine,
  slots: readonly Slot[],
  { files, blankStatus }: Settled,
  snapshots: readonly NumberedSnapshot[],
  names: readonly LocalName[],
  signal?: AbortSignal,
): Promise<void> {
  const numberOf = (slot: Slot): number => {
    const asOf = files[slot.file]?.asOf;
    const found = snapshots.find(({ snapshot }) => snapshot.province === slot.province && snapshot.asOf === asOf);
    if (!found) throw new Error(`slot ${slot.slot} has no snapshot`);
    return found.number;
  };
  const rows = slots.map((slot) => ({
    slot: slot.slot,
    snapshot: numberOf(slot),
    as_of_day: dayNumber(files[slot.file]?.asOf ?? ('' as IsoDate)),
    blank_status: blankStatus[slot.file] ?? statusCode.unknown,
    is_long: files[slot.file]?.grain === 'long' ? 1 : 0,
  }));
  const types = { slot: 'int', snapshot: 'int', as_of_day: 'int', blank_status: 'int', is_long: 'int' } as const;
  await engine.load('intake_slot', [toIPC(types, rows)], signal);
  const counts = new Map<string, { snapshot: number; area: number; name: string; rows: number }>();
  for (const { slot, area, name, rows: count } of names) {
    const snapshot = rows[slot]?.snapshot ?? 0;
    const key = `${snapshot} ${area} ${name}`;
    counts.set(key, { snapshot, area, name, rows: (counts.get(key)?.rows ?? 0) + count });
  }
  const nameTypes = { snapshot: 'int', area: 'int', name: 'text', rows: 'int' } as const;
  await engine.load('intake_name', [toIPC(nameTypes, [...counts.values()])], signal);
}

/** Also the way back from a failure, so a closed engine is no fault of it. */
async function clear(engine: Engine): Promise<void> {
  for (const table of workTables)
    await engine.run({ sql: `drop table if exists ${table}`, params: [] }).catch(() => undefined);
}

function today(): IsoDate {
  const now = new Date();
  return (
    isoDate(new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)) ??
    ('1970-01-01' as IsoDate)
  );
}
