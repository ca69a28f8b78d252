/** Proves that clean tables keep what they held when more rows than theirs, or fewer, come to them, or none do after all. */
import { expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import { openIntake } from './opened.ts';

const { engine, bring: importAll } = await openIntake();

function source(day: number, households: number): File {
  const lines = Array.from({ length: households }, (_, n) => {
    return `941${String(n).padStart(8, '0')},941001,✓,ช่วยเหลือแล้ว,อบต.,2565-06-01`;
  });
  const head = 'รหัสบ้าน,รหัสตำบล,มิติสุขภาพ,สถานะการช่วยเหลือ,หน่วยงานที่ช่วยเหลือ,วันที่ช่วยเหลือ';
  return new File([[head, ...lines, ''].join('\n')], `ปัตตานี ${day} มิ.ย. 2565.csv`);
}

const bring = (file: File, firstSnapshot: number, to: Engine = engine, signal?: AbortSignal) =>
  importAll([file], { engine: to, firstSnapshot, ...(signal ? { signal } : {}) });

/** Every row of the tables that an import fills, and the columns they have. */
async function held(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of ['household', 'need', 'help', 'place_name']) {
    const described = `select string_agg(column_name || ' ' || data_type, ', ' order by column_index) as row
      from duckdb_columns() where table_name = '${table}'`;
    const rows = `select '${table} ' || t::varchar as row from ${table} t order by row`;
    for (const sql of [described, rows])
      found.push(...(await ask<{ row: string }>(engine, { sql, params: [] })).columns.row);
  }
  return found;
}

/** The same engine, until the first of its clean tables has given way to the rows that come. */
function cutShort(stop: AbortController): { readonly engine: Engine; isCut(): boolean } {
  let isCut = false;
  const run: Engine['run'] = async (statement, signal) => {
    await engine.run(statement, signal);
    if (!/^alter table \w+ rename to household$/.test(statement.sql)) return;
    isCut = true;
    stop.abort(new DOMException('cancelled', 'AbortError'));
  };
  const engineThen: Engine = {
    run,
    load: engine.load.bind(engine),
    query: engine.query.bind(engine),
    close: engine.close.bind(engine),
    lost: engine.lost,
    giveUp: engine.giveUp.bind(engine),
  };
  return { engine: engineThen, isCut: () => isCut };
}

it('keeps what it held, whether more rows come or fewer, and all of it when they are called off', async () => {
  const empty = await held();
  await bring(source(1, 40), 1);
  const few = await held();
  expect(few).toHaveLength(empty.length + 3 * 40);

  const stop = new AbortController();
  const cut = cutShort(stop);
  await expect(bring(source(2, 90), 2, cut.engine, stop.signal)).rejects.toThrow('cancelled');
  expect(cut.isCut()).toBe(true);
  expect(await held()).toEqual(few);

  await bring(source(2, 90), 2);
  const more = await held();
  expect(more).toHaveLength(few.length + 3 * 90);
  expect(few.filter((row) => !more.includes(row))).toEqual([]);

  await bring(source(3, 20), 3);
  const most = await held();
  expect(most).toHaveLength(more.length + 3 * 20);
  expect(more.filter((row) => !most.includes(row))).toEqual([]);
});
