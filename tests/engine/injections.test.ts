/** Proves that 200 texts made to change a database change nothing, wherever they come in: the real engine, its tables before and after. */
import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/engine/rows.ts';
import type { AreaCode } from '../../src/model/area.ts';
import type { ColumnId } from '../../src/model/columns.ts';
import { groupIds, type GroupId } from '../../src/model/group.ts';
import { listedOf } from '../../src/model/listing.ts';
import { noFilters, type Subject } from '../../src/model/subject.ts';
import { groupName } from '../../src/queries/groups.ts';
import { listColumnOf, type ListColumn } from '../../src/queries/listcolumns.ts';
import { keys, type KeyRow } from '../../src/queries/listing.ts';
import { figures } from '../../src/queries/questions.ts';
import { fields, parseView } from '../../src/state/url.ts';
import { openingView } from '../../src/state/view.ts';
import { headers, household } from '../fixtures/hostile/household.ts';
import { injectionCount, injections } from '../fixtures/hostile/injections.ts';
import { csv, file, workbook, zip, type Rows } from '../support/formats.ts';
import { openIntake } from './opened.ts';

const { engine, answer, linesOf } = await openIntake();

/** Plain rows; `own` says what stands in a row's cell instead. */
const rowsOf = (count: number, own: (header: string, row: number) => string | null = () => null): string[][] =>
  Array.from({ length: count }, (_, row) =>
    household.map(([header, cell]) =>
      header === 'รหัสบ้าน' ? `9410${String(row + 1).padStart(7, '0')}` : (own(header, row) ?? cell),
    ),
  );
const source = (rows: Rows, name: string): File => file(csv(rows), name);

/** Snapshot 1 is good and must stay as it is; what is brought takes number 9, and is counted and dropped by the test. */
const good: Subject = { snapshots: [1], area: '94' as AreaCode, level: 'amphoe', filters: noFilters };

/** All tables, what is in those of the good snapshot, and the lock. */
async function standing(): Promise<readonly string[]> {
  const tables = await linesOf('select table_schema, table_name from information_schema.tables order by all');
  const rows = ['household', 'need', 'help', 'plan', 'trait'].map((table) =>
    linesOf(`select '${table}', count(*)::integer, bit_xor(hash(t)) % 1000000007 from ${table} t where snapshot = 1`),
  );
  const lock = await linesOf(
    "select name, value from duckdb_settings() where name in ('enable_external_access', 'lock_configuration')",
  );
  const { columns } = await ask<Record<string, number>>(engine, figures(good));
  return [...tables, ...(await Promise.all(rows)).flat(), ...lock, JSON.stringify(columns)];
}
let before: readonly string[] = [];

async function brought(files: readonly File[], corrections?: Parameters<typeof answer>[1]) {
  const { receipt } = await answer(files, { firstSnapshot: 9, ...corrections });
  expect(await standing()).toEqual(before);
  return receipt;
}
async function dropped(): Promise<void> {
  for (const table of ['household', 'need', 'help', 'plan', 'trait'])
    await engine.run({ sql: `delete from ${table} where snapshot >= 9`, params: [] });
  await engine.run({ sql: 'delete from place_name where snapshot >= 9', params: [] });
}

describe('200 texts', () => {
  beforeAll(async () => {
    await answer([source([headers, ...rowsOf(30)], 'ดี 2565-06-29.csv')]);
    before = await standing();
    expect(before.join('\n')).toMatch(/lock_configuration true/);
  });

  it('are that many, each its own', () => expect(new Set(injections).size).toBe(injectionCount));

  it('stand as text in the tables when they are cells', async () => {
    const texts = [
      'บ้านเลขที่',
      'หมู่บ้าน',
      'หน่วยงานที่ช่วยเหลือ',
      'กิจกรรมที่ช่วยเหลือ',
      'แผนงาน/โครงการที่วางแผน',
      'หน่วยงานตามแผน',
      'ทีมปฏิบัติการตำบล',
      'ทีมพี่เลี้ยง',
    ];
    const rows = rowsOf(injectionCount, (header, row) => (texts.includes(header) ? (injections[row] ?? null) : null));
    const { rows: counted } = await brought([source([headers, ...rows], 'ก 2565-06-29.csv')]);
    // A sign that no text holds is no text: that row waits to be mended.
    const texted = injections.filter((text) => !text.includes('\u0000'));
    expect(counted).toMatchObject({ read: injectionCount, kept: texted.length });
    const { columns } = await ask<{ activity: string }>(engine, {
      sql: 'select activity from help join household using (snapshot, household) where snapshot = 9 order by house_code',
      params: [],
    });
    expect(columns.activity).toEqual(texted.map((text) => text.trim()));
    await dropped();
  });

  it('are counted when they are places, words, dates and codes', async () => {
    const judged = [
      'ณ วันที่',
      'รหัสบ้าน',
      'ตำบล',
      'อำเภอ',
      'รหัสตำบล',
      'ประเภทครัวเรือน',
      'มิติสุขภาพ',
      'สถานะการช่วยเหลือ',
      'เร่งด่วน',
    ];
    for (const turn of [0, 4, 7]) {
      const rows = rowsOf(injectionCount).map((row, at) =>
        row.with(headers.indexOf(judged[(at + turn) % judged.length]!), injections[at] ?? ''),
      );
      const { rows: counted } = await brought([source([headers, ...rows], 'ก 2565-06-29.csv')]);
      expect(counted.read).toBe(injectionCount);
      expect(counted.kept + counted.quarantined + counted.setAside).toBe(injectionCount);
      await dropped();
    }
  });

  it('are names when they are headers, sheets, files and entries of archives', async () => {
    const parts = Array.from({ length: 20 }, (_, at) => injections.slice(at * 10, at * 10 + 10));
    const sheets = parts.map((own, at): [string, Rows] => [
      // What Excel lets a sheet be called.
      `${at} ${own
        .join(' ')
        .replaceAll('\u0000', ' ')
        .replace(/[[\]*?:/\\']/g, ' ')}`.slice(0, 31),
      [[...headers, ...own], ...rowsOf(1).map((row) => [...row, ...own])],
    ]);
    const book = file(workbook(Object.fromEntries(sheets)), `${injections[0] ?? ''}.xlsx`);
    expect((await brought([book])).rows.read).toBe(20);
    await dropped();
    const one = csv([headers, ...rowsOf(1)]);
    const entries = Object.fromEntries(parts.map((own, at) => [`${at} ${own.join(' ')}.csv`, one]));
    expect((await brought([file(zip(entries), `${injections[1] ?? ''}.zip`)])).rows.read).toBe(20);
    await dropped();
  });

  it('are words when a reader corrects by them', async () => {
    const values = (to: string): Record<string, string> => Object.fromEntries(injections.map((text) => [text, to]));
    const corrections = {
      headers: Object.fromEntries(injections.map((text) => [text, [null]])),
      values: Object.fromEntries(
        (['status', 'class', 'urgent'] satisfies ColumnId[]).map((column) => [
          column,
          { ...values('helped'), พัฒนาได้: injections[0]! },
        ]),
      ),
      places: Object.fromEntries(injections.map((text) => [text, injections[1] as AreaCode])),
    };
    expect((await brought([source([headers, ...rowsOf(3)], 'ก 2565-06-29.csv')], { corrections })).rows.read).toBe(3);
    await dropped();
  });

  it('find nothing when they are looked for, and name no group', async () => {
    const listed = listedOf('household.listed');
    const order = { column: listColumnOf('persons') as ListColumn, isDescending: false, values: [] };
    const rows = async (code: string, values: readonly string[] = []): Promise<number> =>
      (await ask<KeyRow>(engine, keys(good, listed, { code }, { ...order, values }))).length;
    expect(await rows('')).toBe(30);
    expect(await rows('9410')).toBe(30);
    for (const text of injections) expect(await rows(text), text).toBe(0);
    expect(await rows('', injections)).toBe(30);
    const members = async (of: GroupId, key: string): Promise<number> =>
      (await ask<KeyRow>(engine, keys(good, listedOf('household.listed', { group: { of, key } }), { code: '' }, order)))
        .length;
    const unnamed: Partial<Record<GroupId, number>> = {};
    // Every third: a question takes its time.
    for (const [at, text] of injections.filter((_, index) => index % 3 === 0).entries()) {
      const of = groupIds[at % groupIds.length]!;
      unnamed[of] ??= await members(of, 'x');
      expect(await members(of, text), `${of} ${text}`).toBe(unnamed[of]);
      const named = groupName(good, { of, key: text });
      if (named) await ask(engine, named);
    }
    expect(await standing()).toEqual(before);
  });

  it('are not understood in an address', () => {
    for (const text of injections)
      for (const { key } of fields) {
        const { view, unknown } = parseView(`?${key}=${encodeURIComponent(text)}`);
        if (unknown.length > 0) expect(view, key).toEqual(openingView);
        else expect(text, key).toMatch(/^[\w-]{1,40}$/);
      }
  });
});
