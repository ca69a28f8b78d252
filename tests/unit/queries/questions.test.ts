/** Questions asked of the real engine where a plain count of random households would not notice: see tests/engine. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { ask, toIPC } from '../../../src/engine/rows.ts';
import { createTables } from '../../../src/engine/tables.ts';
import type { AreaCode } from '../../../src/model/area.ts';
import { noFilters, type Subject } from '../../../src/model/subject.ts';
import { areas, figures, placeNames } from '../../../src/queries/questions.ts';
import { openNodeEngine } from '../../support/engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await createTables(engine);
  const insert = async (sql: string, params: (number | string)[]): Promise<void> => engine.run({ sql, params });
  await insert('insert into household (snapshot, household, area, class) values (1, 1, ?, 1)', [941001]);
  await insert('insert into need (snapshot, household, dimension, status) values (1, 1, 0, 1)', []);
  // As intake writes them: by code, the most frequent name first.
  const names = ['เทศบาลเมืองลำสามแก้ว', 'ทม.ลำสามแก้ว', 'ลำสามแก้ว'].map((name) => ({ snapshot: 1, area: 130351, name }));
  await engine.load('told', [toIPC({ snapshot: 'int', area: 'int', name: 'text' }, names)]);
  await insert("insert into place_name values (2, 130351, 'ของอีกไฟล์')", []);
  await insert('insert into place_name select * from told', []);
});
afterAll(async () => await engine.close());

const subject = (area: string, filters: Partial<Subject['filters']> = {}): Subject => ({
  snapshots: [1],
  area: area as AreaCode,
  level: 'amphoe',
  filters: { ...noFilters, ...filters },
});

it('a place is called what its file calls it most often', async () => {
  const { columns } = await ask(engine, placeNames([1]));
  expect(columns).toEqual({ area: [130351], name: ['เทศบาลเมืองลำสามแก้ว'] });
});

it('where no household passes the figures are zeros and shares have none; where the file has none there is no row', async () => {
  for (const question of [figures, areas]) {
    const { columns, length } = await ask(engine, question(subject('9410', { statuses: ['helped'] })));
    expect(length).toBe(1);
    for (const id of ['household.listed', 'household.need', 'household.pending', 'need.count'])
      expect(columns[id], id).toEqual([0]);
    for (const id of ['household.helped_share', 'person.count']) expect(columns[id], id).toEqual([null]);
    expect((await ask(engine, question(subject('9401')))).length).toBe(0);
  }
});
