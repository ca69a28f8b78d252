/** Owns the receipt: what was scanned, judged and written, told so that every row is accounted for. */
import { ask } from '../engine/rows.ts';
import type { Engine } from '../engine/engine.ts';
import type { Scanned } from '../files/scan.ts';
import { areaOfNumber, places, type AreaCode, type Place } from '../model/area.ts';
import { columnOf } from '../model/columns.ts';
import type { FileReceipt, MetPlace, QuarantinedRow, Receipt, RowCounts, UnplacedName } from '../model/receipt.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { AreaTables } from './areatable.ts';
import { mappedValues } from './corrected.ts';
import { quarantinedOf } from './heading.ts';
import type { Unplaced } from './unplaced.ts';
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
  readonly met: readonly MetPlace[];
  readonly assumptions: Receipt['assumptions'];
  readonly areas: AreaTables;
  /** Rows that became households, needs or acts. */
  readonly kept: number;
  readonly examples: Unplaced;
}

export async function makeReceipt(engine: Engine, account: Account, signal?: AbortSignal): Promise<Receipt> {
  const { scans, files, values, unplaced, met, assumptions, areas } = account;
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
  const rows = { ...reconcile(scans, account.kept + areas.kept, quarantined.length, setAside), warned };
  const snapshots = await describe(engine, account, signal);
  return {
    files,
    rows,
    setAside,
    quarantined,
    warnings: [...warnings, ...notesOf(scans)],
    unknownValues: unknown(values),
    values: mappedValues(values),
    unplaced,
    places: met,
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
function reconcile(
  scans: readonly Scanned[],
  kept: number,
  quarantined: number,
  setAside: Receipt['setAside'],
): Omit<RowCounts, 'warned'> {
  const read = scans.reduce((sum, scan) => sum + scan.read, 0);
  const aside = setAside.reduce((sum, { rows }) => sum + rows, 0);
  if (read !== kept + quarantined + aside)
    throw new Error(`rows lost: read ${read}, kept ${kept}, quarantined ${quarantined}, set aside ${aside}`);
  return { read, kept, quarantined, setAside: aside };
}

/** Of all snapshots at once: that a file has many must not mean many walks over its rows. */
async function describe(
  engine: Engine,
  { snapshots, examples }: Account,
  signal?: AbortSignal,
): Promise<Receipt['snapshots']> {
  const [first, last] = [snapshots[0]?.number ?? 0, snapshots.at(-1)?.number ?? -1];
  const params = [first, last];
  const sql = `select snapshot, area // 100 * 100 as area, place, count(*) as households from household
    where snapshot between ? and ? group by all order by snapshot, area, place`;
  type Households = { snapshot: number; area: number; place: number; households: number };
  const found = await ask<Households>(engine, { sql, params }, signal);
  const counted = await ask<{ snapshot: number; needs: number }>(
    engine,
    {
      sql: 'select snapshot, count(*) as needs from need where snapshot between ? and ? group by snapshot',
      params,
    },
    signal,
  );
  const needsOf = new Map(counted.columns.snapshot.map((number, row) => [number, counted.columns.needs[row] ?? 0]));
  const told = new Map(
    snapshots.map(({ number }) => [
      number,
      { areas: new Map<AreaCode, number>(), places: {} as Partial<Record<Place, number>>, households: 0 },
    ]),
  );
  for (let row = 0; row < found.length; row++) {
    const of = told.get(found.columns.snapshot[row] ?? 0);
    if (!of) continue;
    const count = found.columns.households[row] ?? 0;
    const amphoe = areaOfNumber(found.columns.area[row] ?? 0, 'amphoe');
    const place = places[found.columns.place[row] ?? 0]?.id;
    if (amphoe) of.areas.set(amphoe, (of.areas.get(amphoe) ?? 0) + count);
    if (place) of.places[place] = (of.places[place] ?? 0) + count;
    of.households += count;
  }
  return snapshots.map(({ number, snapshot, isActs }) => {
    const of = told.get(number);
    return {
      number,
      snapshot,
      isActs,
      households: of?.households ?? 0,
      needs: needsOf.get(number) ?? 0,
      areas: [...(of?.areas ?? [])].map(([area, households]) => ({ area, households })),
      places: of?.places ?? {},
      unplaced: examples.get(number) ?? {},
    };
  });
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
