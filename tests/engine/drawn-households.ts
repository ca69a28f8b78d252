/** Owns drawing any number of households inside the engine, for benchmarks: seeded, every axis drawn independently of the others. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GazetteerFile } from '../../src/areas/gazetteer.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { toIPC } from '../../src/engine/rows.ts';

/** A number in [0, 1) for a household and an axis. */
const drawn = (axis: string): string => `((hash(household, '${axis}') % 1000003) / 1000003.0)`;
/** A code by its share; what is left goes to the last. */
const code = (axis: string, shares: readonly number[]): string => {
  let sum = 0;
  const steps = shares.slice(0, -1).map((share, i) => `when ${drawn(axis)} < ${(sum += share)} then ${i}`);
  return `case ${steps.join(' ')} else ${shares.length - 1} end`;
};
/** How many of a kind there are: none, one or two. */
const some = (axis: string, share: number): string => code(axis, [1 - share, share * 0.8, share * 0.2]);

const statusShares = [0.05, 0.3, 0.15, 0.1, 0.1, 0.25, 0.04, 0.01];
/** How often each of the five dimensions is marked; a household with none has a need without a dimension. */
const markShares = [0.35, 0.3, 0.15, 0.4, 0.1];

/** Fills the clean tables with a snapshot of households over every tambon, the first ones more than the last. */
export async function drawHouseholds(engine: Engine, snapshot: number, households: number): Promise<void> {
  const file = path.resolve(import.meta.dirname, '../../data/areas/gazetteer.json');
  const { areas } = JSON.parse(await readFile(file, 'utf8')) as GazetteerFile;
  const tambon = areas.filter(([id]) => id.length === 6).map(([id]) => Number(id));
  // Which are large is drawn too, so that they don't lie together.
  const shuffled = tambon.map((area, i) => ({ area, place: (i * 4_001) % tambon.length }));
  await engine.load('drawn_area', [toIPC({ area: 'int', place: 'int' }, shuffled)]);
  const run = async (sql: string): Promise<void> => await engine.run({ sql, params: [snapshot, households] });
  await run(`insert into household (snapshot, household, area, place, class, survey, urgent, over_capacity, locality,
      persons, child, elderly, disabled, bedridden)
    select ?, household, area, ${code('place', [0.97, 0.01, 0.01, 0.01])}, ${code('class', [0.2, 0.4, 0.3, 0.1])},
      ${code('survey', [0.04, 0.7, 0.2, 0.05, 0.01])}, ${drawn('urgent')} < 0.05, ${drawn('over')} < 0.05,
      ${code('locality', [0.02, 0.7, 0.28])},
      case when ${drawn('known')} < 0.97 then 1 + floor(8 * ${drawn('persons')}) end,
      ${some('child', 0.35)}, ${some('elderly', 0.45)}, ${some('disabled', 0.08)}, ${some('bedridden', 0.02)}
    from (select range::integer as household from range(?::integer))
    join drawn_area on place = floor(${tambon.length} * ${drawn('area')} * sqrt(${drawn('area')}))`);
  const marks = markShares.map((share, dimension) => `when ${dimension} then ${drawn(`mark ${dimension}`)} < ${share}`);
  const none = markShares.map((share, dimension) => `${drawn(`mark ${dimension}`)} >= ${share}`).join(' and ');
  await run(`insert into need (snapshot, household, dimension, status)
    select ?, household, dimension, ${code('status', statusShares).replaceAll('hash(household', 'hash(household * 8 + dimension')}
    from (select range::integer as household from range(?::integer)), (select unnest([0, 1, 2, 3, 4, 5]) as dimension)
    where case dimension ${marks.join(' ')} else ${none} end`);
  await engine.run({ sql: 'drop table drawn_area', params: [] });
}
