/** What is asked of one household hides somebody's own words until they are asked for. */
import { expect, it } from 'vitest';
import { ask } from '../../src/engine/rows.ts';
import { aspects } from '../../src/model/aspect.ts';
import { traits, type TraitRow } from '../../src/queries/onehousehold.ts';
import { openTables } from './opened.ts';

const engine = await openTables();

it('the four ท: values of the registry are told, words as written only when asked for', async () => {
  const known = aspects[0].values[0]?.id ?? '';
  const story = 'นางตัวอย่าง เล่าว่าไม่มีใครดูแล';
  const sql = 'insert into trait values (1, 7, 0, ?), (1, 7, 3, ?), (1, 8, 3, ?)';
  await engine.run({ sql, params: [known, story, story] });
  const of = async (isOpen: boolean) =>
    (await ask<TraitRow>(engine, traits({ snapshot: 1, household: 7 }, isOpen))).columns;
  expect(await of(false)).toEqual({ aspect: [0, 3], value: [known, null] });
  expect(await of(true)).toEqual({ aspect: [0, 3], value: [known, story] });
});
