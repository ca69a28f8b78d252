/** Owns the benchmark of round against round: two rounds of the sample, and two of a million households over the whole country. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadGazetteer } from '../../src/areas/gazetteer.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import { createTables } from '../../src/engine/tables.ts';
import { importFiles } from '../../src/intake/importing.ts';
import { country, type AreaCode } from '../../src/model/area.ts';
import { tallied } from '../../src/model/move.ts';
import { statusCode } from '../../src/model/status.ts';
import { noFilters, type Subject } from '../../src/model/subject.ts';
import { moves, movesOf, type MoveRow } from '../../src/queries/moves.ts';
import { drawHouseholds } from '../engine/drawn-households.ts';
import { openNodeEngine } from '../support/engine.ts';
import { sampleHouseholds } from './drawn.ts';
import type { Aim } from './results.ts';
import { rounds, timed } from './rounds.ts';
import type { Bench } from './run.ts';

const data = path.resolve(import.meta.dirname, '../../data');
const million = 1_000_000;

export async function measureRounds(bench: Bench): Promise<void> {
  const sample = async (engine: Engine): Promise<void> => await importSample(engine);
  await measure(bench, sampleHouseholds, '94' as AreaCode, [{ atMost: 200 }], sample);
  const drawn = async (engine: Engine): Promise<void> => await drawRounds(engine, million);
  if (bench.most >= million) await measure(bench, million, country, [{ atMost: 3_000 }], drawn);
}

async function measure(
  { tell, say, isQuick }: Bench,
  households: number,
  area: AreaCode,
  aims: readonly Aim[],
  fill: (engine: Engine) => Promise<void>,
): Promise<void> {
  const engine = await openNodeEngine();
  try {
    await createTables(engine);
    await fill(engine);
    const pairs = [{ province: area, then: 1, now: 2 }];
    for (const [what, filters, level] of [
      ['two rounds by amphoe', noFilters, 'amphoe'],
      ['two rounds by tambon', noFilters, 'tambon'],
      [
        'two rounds by tambon, of one dimension and class',
        { ...noFilters, dimensions: ['health'], classes: ['welfare'] },
        'tambon',
      ],
    ] as const) {
      const subject: Subject = { snapshots: [2], area, level, filters };
      const compare = async (): Promise<readonly [number, ReturnType<typeof movesOf>]> => {
        const [rows, ms] = await timed(async () => movesOf(await ask<MoveRow>(engine, moves(subject, pairs))));
        return [ms, rows];
      };
      const found = await rounds(compare, ([ms]) => ms, isQuick);
      const { then, now, both, added, left } = tallied(found[0]?.[1] ?? []);
      tell({ what, households, values: found.map(([ms]) => ms), aims, note: `${found[0]?.[1].length} rows` });
      say(`${what}, ${households}: ${then} before, ${now} after, ${both} in both, ${added} new, ${left} left`);
    }
  } finally {
    await engine.close();
  }
}

async function importSample(engine: Engine): Promise<void> {
  const gazetteer = await loadGazetteer(async (name) => JSON.parse(await readFile(path.join(data, name), 'utf8')));
  for (const [index, day] of ['06-10', '06-29'].entries()) {
    const name = `logbook-pattani-2565-${day}.csv`;
    const source = new File([await readFile(path.join(data, 'sample', name))], name);
    const refuse = (): never => {
      throw new Error(`${name} raises a question`);
    };
    await importFiles([source], { engine, gazetteer, firstSnapshot: index + 1, ask: refuse });
  }
}

/** The second round is the first a month later: three of a hundred gone, as many new, and every tenth need helped. */
async function drawRounds(engine: Engine, households: number): Promise<void> {
  await drawHouseholds(engine, 1, households);
  const run = async (sql: string, ...params: number[]): Promise<void> => await engine.run({ sql, params });
  await run(
    `update household set house_code = printf('%011d', household), moo = household % 12, house_no = household::varchar`,
  );
  await run(`insert into household by name select * replace (2 as snapshot,
      if(household % 100 < 3, printf('9%010d', household), house_code) as house_code)
    from household where snapshot = 1 order by hash(household)`);
  await run(
    `insert into need by name select * replace (2 as snapshot,
      if(status in (?, ?) and hash(household * 8 + dimension) % 10 = 0, ?, status)::utinyint as status)
    from need where snapshot = 1`,
    statusCode.waiting,
    statusCode.in_progress,
    statusCode.helped,
  );
}
