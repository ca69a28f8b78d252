/** Owns the receipt: what was scanned, judged and written, told so that every row is accounted for. */
import { ask } from '../engine/rows.ts';
import type { Engine } from '../engine/engine.ts';
import type { Scanned } from '../files/scan.ts';
import { areaOfNumber, places, type AreaCode, type Place } from '../model/area.ts';
import { columnOf } from '../model/columns.ts';
import type { FileReceipt, QuarantinedRow, Receipt, RowCounts, UnplacedName } from '../model/receipt.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { AreaTables } from './areatable.ts';
import { mappedValues } from './corrected.ts';
import { quarantinedOf } from './heading.ts';
import { unplacedExamples } from './unplaced.ts';
import type { Value } from './values.ts';
import { countWarnings, notesOf } from './warning.ts';

export interface NumberedSnapshot {
  readonly number: number;
  readonly snapshot: Snapshot;
  /** Made from acts of help alone. */
  readonly isActs: boolean;
}

export interface Account {
  readonly scans: readonly Scanned[];
  readonly files: readonly FileReceipt[];
  readonly snapshots: readonly NumberedSnapshot[];
  readonly values: readonly Value[];
  readonly unplaced: readonly UnplacedName[];
  readonly assumptions: Receipt['assumptions'];
  readonly areas: AreaTables;
}

export async function makeReceipt(engine: Engine, account: Account, signal?: AbortSignal): Promise<Receipt> {
  const { scans, files, values, unplaced, assumptions, areas } = account;
  const chosen = unplaced.reduce((sum, { accepted, rows }) => sum + (accepted ? rows : 0), 0);
  const { warned, warnings } = await countWarnings(engine, signal);
  const broken = [...scans.flatMap(quarantinedOf), ...areas.quarantined];
  const isMended = mendedAmong(scans);
  const quarantined = broken.filter((row) => !isMended(row));
  const aside = new Map<string, number>();
  if (quarantined.length < broken.length) aside.set('mended', broken.length - quarantined.length);
  for (const { rule, rows } of scans.flatMap(({ setAside }) => setAside))
    aside.set(rule, (aside.get(rule) ?? 0) + rows);
  const setAside = [...aside].map(([rule, rows]) => ({ rule, rows }));
  const rows = { ...(await reconcile(engine, scans, areas.kept, quarantined.length, setAside, signal)), warned };
  const snapshots: Receipt['snapshots'][number][] = [];
  for (const one of account.snapshots) snapshots.push(await describe(engine, one, signal));
  return {
    files,
    rows,
    setAside,
    quarantined,
    warnings: [...warnings, ...notesOf(scans)],
    unknownValues: unknown(values),
    values: mappedValues(values),
    unplaced,
    assumptions: chosen > 0 ? [...assumptions, { code: 'place_corrected', rows: chosen }] : assumptions,
    ...(areas.tables.length > 0 ? { tables: areas.tables } : {}),
    snapshots,
  };
}

/** A broken row is replaced by the row that went out for it and came back, whatever became of that one. */
function mendedAmong(scans: readonly Scanned[]): (row: QuarantinedRow) => boolean {
  const key = (file: string, line: number): string => `${line} ${file}`;
  const back = new Set(scans.flatMap(({ mends }) => mends.map(({ file, line }) => key(file, line))));
  return ({ file, line }) => back.has(key(scans[file]?.name ?? '', line));
}

/** What the scanner proved, what stands in the tables and what was put aside must be all there was. */
async function reconcile(
  engine: Engine,
  scans: readonly Scanned[],
  areas: number,
  quarantined: number,
  setAside: Receipt['setAside'],
  signal?: AbortSignal,
): Promise<Omit<RowCounts, 'warned'>> {
  const sql = 'select sum(records)::double as kept from intake_house';
  const households = (await ask<{ kept: number }>(engine, { sql, params: [] }, signal)).columns.kept[0] ?? 0;
  const kept = households + areas;
  const read = scans.reduce((sum, scan) => sum + scan.read, 0);
  const aside = setAside.reduce((sum, { rows }) => sum + rows, 0);
  if (read !== kept + quarantined + aside)
    throw new Error(`rows lost: read ${read}, kept ${kept}, quarantined ${quarantined}, set aside ${aside}`);
  return { read, kept, quarantined, setAside: aside };
}

async function describe(engine: Engine, { number, snapshot, isActs }: NumberedSnapshot, signal?: AbortSignal) {
  const params = [number];
  const sql = `select area // 100 * 100 as area, place, count(*) as households from household where snapshot = ?
    group by all order by area, place`;
  const found = await ask<{ area: number; place: number; households: number }>(engine, { sql, params }, signal);
  const needs = await ask<{ needs: number }>(
    engine,
    { sql: 'select count(*) as needs from need where snapshot = ?', params },
    signal,
  );
  const areas = new Map<AreaCode, number>();
  const byPlace: Partial<Record<Place, number>> = {};
  let households = 0;
  for (let row = 0; row < found.length; row++) {
    const count = found.columns.households[row] ?? 0;
    const amphoe = areaOfNumber(found.columns.area[row] ?? 0, 'amphoe');
    const place = places[found.columns.place[row] ?? 0]?.id;
    if (amphoe) areas.set(amphoe, (areas.get(amphoe) ?? 0) + count);
    if (place) byPlace[place] = (byPlace[place] ?? 0) + count;
    households += count;
  }
  const listed = [...areas].map(([area, count]) => ({ area, households: count }));
  const unplaced = await unplacedExamples(engine, number, signal);
  return {
    number,
    snapshot,
    isActs,
    households,
    needs: needs.columns.needs[0] ?? 0,
    areas: listed,
    places: byPlace,
    unplaced,
  };
}

function unknown(values: readonly Value[]): Receipt['unknownValues'] {
  const counts = new Map<string, { column: string; value: string; rows: number }>();
  for (const { kind, value, rows, problem } of values) {
    if (problem === null || problem === 'mark_blank' || columnOf[kind].personal) continue;
    const key = `${kind} ${value}`;
    counts.set(key, { column: kind, value, rows: (counts.get(key)?.rows ?? 0) + rows });
  }
  return [...counts.values()].sort((a, b) => b.rows - a.rows);
}
