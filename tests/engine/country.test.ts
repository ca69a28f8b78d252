/** A national file on the real engine: each province a snapshot of its own, and the country's answers their sums. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import { createTables } from '../../src/engine/tables.ts';
import { importFiles } from '../../src/intake/importing.ts';
import { country, type AreaCode } from '../../src/model/area.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { noFilters, type Subject } from '../../src/model/subject.ts';
import { areas, figures } from '../../src/queries/questions.ts';
import { countryFile } from '../support/country.ts';
import { openNodeEngine } from '../support/engine.ts';
import { gazetteer } from '../unit/areas/files.ts';

const national = countryFile({ tambon: 6 });
let engine: Engine;
let receipt: Receipt;
beforeAll(async () => {
  engine = await openNodeEngine();
  await createTables(engine);
  const refuse = (): never => expect.fail('a whole file raises no question');
  const file = new File([national.content], national.name);
  receipt = await importFiles([file], { engine, gazetteer, firstSnapshot: 1, ask: refuse });
}, 60_000);
afterAll(async () => await engine.close());

it('of a few rows a province has a snapshot of each, and none has strayed', () => {
  expect(receipt.rows).toMatchObject({ read: national.rows, kept: national.rows, quarantined: 0, setAside: 0 });
  expect(receipt.warnings.filter(({ code }) => code === 'province_stray')).toEqual([]);
  const households = receipt.snapshots.map(({ snapshot, households: count }) => [snapshot.province, count]);
  expect(Object.fromEntries(households)).toEqual(national.listed);
  expect(new Set(receipt.snapshots.map(({ snapshot }) => snapshot.asOf))).toEqual(new Set(['2022-06-29']));
});

it('is answered for the country by province, and alike for a province in it', async () => {
  const numbers = receipt.snapshots.map(({ number }) => number);
  const subject: Subject = { snapshots: numbers, area: country, level: 'province', filters: noFilters };
  const { columns } = await ask<Record<string, number>>(engine, areas(subject));
  const pending = columns['area']?.map((area, row) => [String(area / 10_000), columns['household.pending']?.[row]]);
  expect(Object.fromEntries(pending ?? [])).toEqual(national.pending);
  for (const { number, snapshot } of receipt.snapshots.slice(0, 3)) {
    const own: Subject = { ...subject, snapshots: [number], area: snapshot.province as AreaCode };
    const told = await ask<Record<string, number>>(engine, figures(own));
    expect(told.columns['household.listed']).toEqual([national.listed[snapshot.province]]);
  }
});

it('says of rows that name no province which one they are counted in', async () => {
  const refuse = (): never => expect.fail('a whole file raises no question');
  const bring = async (provinces: readonly string[]): Promise<Receipt> => {
    const { content } = countryFile({ tambon: 6, provinces });
    // Of every sixth row, the first of a province, the cells of its place are left blank.
    const lines = content.split('\r\n').map((line, at) => {
      const cells = line.split(',');
      return at % 6 === 1 && at > 1 && line !== ''
        ? [...cells.slice(0, 1), '', '', '', '', '', ...cells.slice(6)].join(',')
        : line;
    });
    const file = new File([lines.join('\r\n')], 'ข้อมูล.csv');
    return await importFiles([file], { engine, gazetteer, firstSnapshot: 200, ask: refuse });
  };
  const assumed = ({ warnings }: Receipt): number | undefined =>
    warnings.find(({ code }) => code === 'province_assumed')?.rows;
  const many = await bring(['94', '95', '96']);
  expect(many.rows).toMatchObject({ read: 18, kept: 18, warned: 2 });
  expect(assumed(many)).toBe(2);
  // The two stand in the province with most rows, off the map.
  expect(many.snapshots.map(({ snapshot, households }) => [snapshot.province, households])).toEqual([
    ['94', 8],
    ['95', 5],
    ['96', 5],
  ]);
});
