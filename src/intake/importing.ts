/** Owns an import from end to end: files in, clean tables and a receipt out, or nothing at all. */
import type { Engine } from '../engine/engine.ts';
import { ask } from '../engine/rows.ts';
import type { OpenWorker } from '../files/scanning.ts';
import type { Scanned, SourceFile } from '../files/scan.ts';
import { noCorrections, type Corrections } from '../model/correction.ts';
import { AppError } from '../model/error.ts';
import { isBeside, type Grain } from '../model/grain.ts';
import type { Receipt } from '../model/receipt.ts';
import { isoDate, type IsoDate } from '../model/snapshot.ts';
import type { Ask, ImportProgress } from './asking.ts';
import { countAlone, gatherAlone, numberHouses, numbering, warnOfAlone } from './alone.ts';
import { areaInsert, loadAreaTables, readAreaTables } from './areatable.ts';
import { enter, gather, gatherings } from './gathering.ts';
import { makeRows } from './coded.ts';
import { findGrains } from './graining.ts';
import { joinActs, joinedAmong, placeByHouseCode } from './joining.ts';
import { forgetGone } from './members.ts';
import type { PlaceBook } from './place.ts';
import { placeRows } from './placing.ts';
import { makeReceipt } from './receipt.ts';
import { makeHouses, makeNeeds, partTables, stagingTables, workTables } from './rows.ts';
import { batchesOf } from './persons.ts';
import { Reading } from './reading.ts';
import { doubtRounds, type OpenRound } from './rounds.ts';
import { settle } from './settling.ts';
import { agreedOn } from './shaping.ts';
import { datedBy, findSlots, loadSlots, mostRowsAlone, mostRowsAtOnce, numberSnapshots, partsOf } from './slots.ts';
import { keepTraits } from './traits.ts';
import { unplacedExamples, type Unplaced } from './unplaced.ts';
import { cleanValues } from './values.ts';
import { warnOfCells, warnOfHouses, warnOfRows } from './warning.ts';

export type { SourceFile };

export interface ImportOptions {
  /** With the clean tables made (`engine/tables`). */
  readonly engine: Engine;
  readonly gazetteer: PlaceBook;
  /** Snapshots met are numbered from here, in order of province and date. */
  readonly firstSnapshot: number;
  /** Tables of areas met are numbered from here; 1 by default. */
  readonly firstReference?: number;
  readonly ask: Ask;
  /** What the reader said before of headers and values like these; what of it was used stands in the receipt. */
  readonly corrections?: Corrections;
  readonly progress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
  /** Snapshots of households that stand already: acts of help opened without households are of the latest of their province. */
  readonly open?: readonly OpenRound[];
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
  const { engine, gazetteer, ask: question, corrections = noCorrections, open = [], signal } = options;
  const reading = new Reading(files, options);
  const scans = await reading.readAll();
  const grains = await findGrains(engine, scans, corrections, signal);

  reading.tell('cleaning');
  const values = await cleanValues(engine, grains, corrections, signal);
  const placed = await placeByHouseCode(engine, scans, grains, signal);
  const { spots, names, unplaced, met } = await placeRows(
    engine,
    gazetteer,
    scans,
    question,
    corrections.places,
    signal,
  );
  const areas = readAreaTables(scans, gazetteer, options.firstReference ?? 1);
  const lost = scans.find((_, file) => [...spots, ...areas.rows].every((one) => one.file !== file));
  if (lost) throw new AppError('file_nothing_kept', { file: lost.name, reason: 'place' });
  const present = new Set(scans.flatMap(({ columns }) => columns.flatMap((id) => id ?? [])));
  const again = againOf(scans, grains);
  await makeRows(engine, present, again, signal);
  await warnOfCells(engine, values, scans, signal);
  await engine.run(keepTraits, signal);
  await drop(engine, stagingTables);
  const joined = joinedAmong(scans, spots, grains, open);
  const day = options.today ?? today();
  const settled = await settle(engine, scans, grains, joined, values, corrections, question, day, signal);
  const slots = await findSlots(engine, spots, settled.files, open, signal);
  const snapshots = numberSnapshots(slots, settled.files, options.firstSnapshot);
  const isShort = again !== null;
  const parts = partsOf(slots, snapshots, isShort ? mostRowsAlone : mostRowsAtOnce);
  await loadSlots(engine, parts, settled, batchesOf(scans), snapshots, names, signal);
  const doubted = await doubtRounds(engine, isShort, scans, slots, snapshots, open, question, signal);
  const made = await makeParts(engine, parts.length, isShort, grains, signal);
  await loadAreaTables(engine, areas, signal);

  reading.tell('writing');
  const bare = (sql: string): Promise<void> => engine.run({ sql, params: [] });
  await bare('begin transaction');
  try {
    await enter(engine, signal);
    await engine.run({ sql: areaInsert, params: [] }, signal);
    const receipt = await makeReceipt(
      engine,
      {
        ...made,
        scans,
        files: datedBy(slots, settled.files),
        areas,
        snapshots,
        values,
        unplaced,
        met,
        assumptions: [...agreedOn(scans), ...placed, ...settled.assumptions, ...doubted],
      },
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

/**
 * From rows to clean rows, part by part: joining and folding need far more memory than the rows themselves. The tables of a
 * part go by the same names each time.
 */
async function makeParts(
  engine: Engine,
  count: number,
  isShort: boolean,
  grains: readonly Grain[],
  signal?: AbortSignal,
): Promise<{ readonly kept: number; readonly examples: Unplaced }> {
  const bare = (sql: string): Promise<void> => engine.run({ sql, params: [] }, signal);
  let kept = 0;
  const examples: Unplaced = new Map();
  for (const sql of [...gatherings, numbering]) await bare(sql);
  if (isShort) {
    await warnOfAlone(engine, signal);
    await unplacedExamples(engine, 'intake_all', examples, signal);
    kept += await countAlone(engine, signal);
  }
  for (let part = 0; part < count; part++) {
    if (count === 1 && !isShort) await bare('alter table intake_all rename to intake_row');
    else
      await engine.run(
        {
          sql: `create table intake_row as select * from intake_all ${isShort ? 'join intake_known using (ord)' : ''}
            where not is_alone and slot in (select slot from intake_slot where part = ?)`,
          params: [part],
        },
        signal,
      );
    if (grains.some(isBeside)) await joinActs(engine, signal);
    if (grains.includes('person')) await forgetGone(engine, signal);
    await makeNeeds(engine, signal);
    await makeHouses(engine, signal);
    if (isShort) {
      await numberHouses(engine, part, signal);
      await gatherAlone(engine, part, signal);
    } else {
      await warnOfRows(engine, signal);
      await unplacedExamples(engine, 'intake_row', examples, signal);
    }
    await warnOfHouses(engine, signal);
    await gather(engine, signal);
    const sql = 'select sum(records)::double as kept from intake_house';
    kept += (await ask<{ kept: number }>(engine, { sql, params: [] }, signal)).columns.kept[0] ?? 0;
    await drop(engine, partTables);
  }
  return { kept, examples };
}

/** A household of one row is made without looking for others: where one file has them, and few stand in it twice. */
function againOf([scan, ...others]: readonly Scanned[], grains: readonly Grain[]): readonly string[] | null {
  return others.length === 0 && grains[0] === 'wide' ? (scan?.again ?? null) : null;
}

async function drop(engine: Engine, tables: readonly string[]): Promise<void> {
  for (const table of tables) await engine.run({ sql: `drop table if exists ${table}`, params: [] });
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
