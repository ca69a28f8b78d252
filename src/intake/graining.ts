/** Owns what the rows of each file stand for: as the reader said, else as its columns say, else as the rows themselves show. */
import { ask } from '../engine/rows.ts';
import type { Engine } from '../engine/engine.ts';
import type { Scanned } from '../files/scan.ts';
import type { Corrections } from '../model/correction.ts';
import { grainOf, type Grain } from '../model/grain.ts';
import { headerKey } from '../model/headerrow.ts';
import { houseText, houseWord } from './coded.ts';

/** Of each file, how many houses it has, and how many of them stand in more rows than one of the same date. */
const repetition = `
  select file, count(*) as houses, count(*) filter (where rows > 1) as repeated
  from (
    select file, as_of, house, count(*) as rows
    from (
      select s.file, as_of,
        case when length(trim(${houseText})) > 1 then ${houseText}
             when trim(w.word) <> '' then concat_ws('/', tambon_code, tambon, amphoe, village, moo, w.word) end as house
      from staging s join staging_word w on w.file = s.file and w.kind = 'house_no' and w.code = s.house_no ${houseWord})
    where house is not null
    group by file, as_of, house)
  group by file`;

/** To be asked once the staging table stands. */
export async function findGrains(
  engine: Engine,
  scans: readonly Scanned[],
  corrections: Corrections,
  signal?: AbortSignal,
): Promise<readonly Grain[]> {
  const grains = scans.map((scan) => saidOf(scan, corrections) ?? grainOf(scan.columns));
  // Where half of the rows have a house of their own, which the scan tells, most houses don't have several rows.
  const isOpen = scans.map(
    (scan, file) => !saidOf(scan, corrections) && grains[file] === 'wide' && namesPersons(scan) && scan.again === null,
  );
  if (!isOpen.includes(true)) return grains;
  type Found = { file: number; houses: number; repeated: number };
  const { columns } = await ask<Found>(engine, { sql: repetition, params: [] }, signal);
  return grains.map((grain, file) => {
    const at = columns.file.indexOf(file);
    return isOpen[file] && (columns.repeated[at] ?? 0) * 2 > (columns.houses[at] ?? 0) ? 'person' : grain;
  });
}

/** Whether rows are areas is told by their columns alone, which can themselves be corrected. */
function saidOf({ headers, columns }: Scanned, { grains = {} }: Corrections): Grain | undefined {
  const said = grains[headerKey(headers)];
  return said === 'area' || grainOf(columns) === 'area' ? undefined : said;
}

/** The name of the head of a household is no sign of its members. */
function namesPersons({ headers, columns }: Scanned): boolean {
  return columns.some(
    (id, at) =>
      id === 'person_nid' || id === 'first_name' || (id === 'full_name' && !(headers[at] ?? '').includes('หัวหน้า')),
  );
}
