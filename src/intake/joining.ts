/** Owns where acts of help and plans belong: the snapshot of their province's households, and there the house they name. */
import { ask } from '../engine/rows.ts';
import type { Engine } from '../engine/engine.ts';
import type { Scanned } from '../files/scan.ts';
import type { AreaCode } from '../model/area.ts';
import { columnOf } from '../model/columns.ts';
import { isBeside, type Grain } from '../model/grain.ts';
import type { Receipt } from '../model/receipt.ts';
import type { IsoDate, Snapshot } from '../model/snapshot.ts';
import { houseText, houseWord } from './coded.ts';
import type { Spot } from './placing.ts';
import { isBesideRow } from './rows.ts';

/**
 * Gives the date to which acts of help go in a province: the latest of the households in the same import, else of those
 * that are `open` already; null where there are none. `told` are the snapshots of the households' own files.
 */
export function latestOf(told: readonly Snapshot[], open: readonly Snapshot[], province: AreaCode): IsoDate | null {
  const dates = (among: readonly Snapshot[]): readonly IsoDate[] =>
    among.flatMap((one) => (one.province === province ? [one.asOf] : [])).sort();
  return dates(told).at(-1) ?? dates(open).at(-1) ?? null;
}

/** Of each file, whether it holds acts of help that all go to households; then nobody need know its own date. */
export function joinedAmong(
  scans: readonly Scanned[],
  spots: readonly Spot[],
  grains: readonly Grain[],
  open: readonly Snapshot[],
): readonly boolean[] {
  const housed = new Set(open.map(({ province }) => province));
  for (const { file, province } of spots) if (isHouseholds(grains[file])) housed.add(province);
  return scans.map(
    (_, file) => isBeside(grains[file]) && spots.every((spot) => spot.file !== file || housed.has(spot.province)),
  );
}

export function isHouseholds(grain: Grain | undefined): boolean {
  return !isBeside(grain) && grain !== 'area';
}

/**
 * Where a file of acts has no column of places, the first two digits of its house codes are those of the province. Writes
 * them into staging and gives what is assumed so.
 */
export async function placeByHouseCode(
  engine: Engine,
  scans: readonly Scanned[],
  grains: readonly Grain[],
  signal?: AbortSignal,
): Promise<Receipt['assumptions']> {
  let rows = 0;
  for (const [file, { columns }] of scans.entries()) {
    if (!isBeside(grains[file]) || columns.some((id) => id && columnOf[id].kind === 'place')) continue;
    const params = [file];
    // The file lacks the column, so that the empty text is its only word, and the digits plus one are free codes.
    const coded = `update staging set province_code = left(found.digits, 2)::integer + 1
      from (select s.rowid as place, ${digits} as digits from staging s ${houseWord} where s.file = ?) found
      where staging.rowid = found.place and regexp_full_match(found.digits, '[0-9]{11}')`;
    await engine.run({ sql: coded, params }, signal);
    const words = `insert into staging_word
      select distinct file, 'province_code', province_code, format('{:02d}', province_code - 1) from staging
      where file = ? and province_code > 0`;
    await engine.run({ sql: words, params }, signal);
    const sql = `select count(*) as rows from staging where file = ? and province_code > 0`;
    rows += (await ask<{ rows: number }>(engine, { sql, params }, signal)).columns.rows[0] ?? 0;
  }
  return rows > 0 ? [{ code: 'province_of_house_code', rows }] : [];
}
const digits = `regexp_replace(translate(${houseText}, '๐๑๒๓๔๕๖๗๘๙', '0123456789'), '\\.0+$|[-\\s''"=]', '', 'g')`;

/**
 * An act or a plan whose house code is blank, or met nowhere else, belongs to the one household of its snapshot at its address. A moo
 * or a village that only one of the two tells is no difference.
 */
export async function joinActs(engine: Engine, signal?: AbortSignal): Promise<void> {
  const same = (column: string): string => `(a.${column} = h.${column} or a.${column} = '' or h.${column} = '')`;
  const sql = `
    update intake_row set key = found.key
    from (
      select a.ord, min(h.key) as key
      from (
        select b.snapshot, r.* from intake_row r join intake_slot b using (slot)
        where ${isBesideRow} and home_no <> '' and area > 0) a
      join (
        select distinct b.snapshot, r.key, r.area, r.home_no, r.home_moo, r.home_village
        from intake_row r join intake_slot b using (slot)
        where not (${isBesideRow}) and home_no <> '' and area > 0) h
      on h.snapshot = a.snapshot and h.area = a.area and h.home_no = a.home_no
        and ${same('home_moo')} and ${same('home_village')} and (a.house_code is null or h.key[1] = 'w')
      where not exists (
        select 1 from intake_row o join intake_slot b using (slot)
        where b.snapshot = a.snapshot and o.key = a.key and not (${isBesideRow}))
      group by a.ord having count(distinct h.key) = 1) found
    where intake_row.ord = found.ord`;
  await engine.run({ sql, params: [] }, signal);
}
