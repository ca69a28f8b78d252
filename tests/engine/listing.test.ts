/** The rows behind every figure are as many as the figure says, over random households and subjects, on the real engine. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Question } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import { areaOfNumber, country, levelOf, type AreaCode } from '../../src/model/area.ts';
import { classes, surveys } from '../../src/model/household.ts';
import { dimensions } from '../../src/model/dimension.ts';
import { groupIds } from '../../src/model/group.ts';
import { listedOf, parseListed, printListed, type Listed } from '../../src/model/listing.ts';
import { standIds } from '../../src/model/move.ts';
import { statuses } from '../../src/model/status.ts';
import { noFilters, type Subject } from '../../src/model/subject.ts';
import type { Cell } from '../../src/model/rows.ts';
import { explaining } from '../../src/queries/explaining.ts';
import { listColumnOf, listColumns, type ListColumn } from '../../src/queries/listcolumns.ts';
import { cells, keys, valuesOf, type KeyRow, type Order } from '../../src/queries/listing.ts';
import { measures, type Measure } from '../../src/queries/measures.ts';
import * as questions from '../../src/queries/questions.ts';
import { openTables } from './opened.ts';
import { fill, household, subject } from './households.ts';

const engine = await openTables();

const column = (id: string): ListColumn => listColumnOf(id) as ListColumn;
const anyhow: Order = { column: column('persons'), isDescending: false, values: [] };
const any = { code: '' };

async function rowsOf(question: Question): Promise<Record<string, Cell>[]> {
  const rows = await ask<Record<string, Cell>>(engine, question);
  const columns = Object.entries(rows.columns);
  return Array.from({ length: rows.length }, (_, at) =>
    Object.fromEntries(columns.map(([name, values]) => [name, values[at] ?? null])),
  );
}
const listOf = async (of: Subject, listed: Listed, order = anyhow): Promise<KeyRow[]> =>
  (await rowsOf(keys(of, listed, any, order))) as KeyRow[];

/** As the page narrows it: to the snapshots of the province that the area is in. */
const within = (of: Subject, area: AreaCode): Subject => ({
  ...of,
  area: of.area === country ? country : (of.area.slice(0, 2) as AreaCode),
  snapshots: of.area !== country || !/^[1-9]/.test(area) ? of.snapshots : area.startsWith('94') ? [1] : [2],
});

describe('the rows behind a figure', () => {
  it('are as many as the figure, wherever it stands', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(household, { minLength: 1, maxLength: 60 }),
        fc.array(subject, { minLength: 3, maxLength: 3 }),
        fc.nat(),
        async (all, subjects, luck) => {
          await fill(engine, all);
          const counted = (measures as readonly Measure[]).filter(({ value }) => value !== null && 'count' in value);
          for (const drawn of subjects) {
            const check = async (row: Record<string, Cell>, of: Subject, place: Partial<Listed>, ids = counted) => {
              // Every figure of every place would take minutes: some of them, other ones each time.
              for (const { id } of ids.filter((_, at) => (at + luck) % 4 === 0)) {
                const listed = listedOf(id, place);
                expect((await listOf(of, listed)).length, JSON.stringify([of, listed])).toBe(row[id] ?? 0);
                const [value] = await rowsOf(explaining(of, listed) as Question);
                expect(value?.value, JSON.stringify([of, listed])).toBe(row[id] ?? 0);
              }
            };
            for (const row of await rowsOf(questions.figures(drawn))) await check(row, drawn, {});
            for (const row of (await rowsOf(questions.areas(drawn))).slice(0, 3)) {
              const number = row.area as number;
              const area = (areaOfNumber(number, drawn.level) ?? String(number).padStart(6, '0')) as AreaCode;
              await check(row, within(drawn, area), { area });
            }
            for (const row of (await rowsOf(questions.classes(drawn))).slice(0, 2))
              await check(row, drawn, { class: classes[row.class as number]!.id });
            const needs = counted.filter(({ grain }) => grain === 'need');
            for (const row of (await rowsOf(questions.matrix(drawn))).slice(0, 3))
              await check(row, drawn, { dimension: dimensions[row.dimension as number]!.id }, needs);
          }
        },
      ),
      { numRuns: 8, seed: 2565 },
    );
  }, 120_000);

  it('are of a share what it counts, and all that it is a share of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(household, { minLength: 1, maxLength: 40 }), subject, async (all, of) => {
        await fill(engine, all);
        const [figures] = await rowsOf(questions.figures(of));
        for (const id of ['household.helped_share', 'household.surveyed_share'] as const) {
          const some = (await listOf(of, listedOf(id))).length;
          const whole = (await listOf(of, listedOf(id, { isWhole: true }))).length;
          expect(whole === 0 ? null : some / whole).toBe(figures?.[id] ?? null);
          const [told] = await rowsOf(explaining(of, listedOf(id)) as Question);
          if (figures) expect([told?.part, told?.whole]).toEqual([some, whole]);
        }
      }),
      { numRuns: 10, seed: 2565 },
    );
  });

  it('narrow by status and by visit as the filters do', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(household, { minLength: 20, maxLength: 40 }),
        fc.constantFrom(...statuses),
        fc.constantFrom(...surveys),
        async (all, status, survey) => {
          await fill(engine, all);
          const of: Subject = { snapshots: [1], area: '94' as AreaCode, level: 'amphoe', filters: noFilters };
          const filters = { ...noFilters, statuses: [status.id], surveys: [survey.id] };
          const [figures] = await rowsOf(questions.figures({ ...of, filters }));
          const place = { status: status.id, survey: survey.id };
          expect((await listOf(of, listedOf('household.listed', place))).length).toBe(
            figures?.['household.listed'] ?? 0,
          );
        },
      ),
      { numRuns: 10, seed: 2565 },
    );
  });
});

describe('a list', () => {
  const of: Subject = { snapshots: [1], area: '94' as AreaCode, level: 'amphoe', filters: noFilters };
  const listed = listedOf('household.listed');
  beforeEach(async () => {
    for (const table of ['household', 'need', 'help']) await engine.run({ sql: `delete from ${table}`, params: [] });
    const houses: [number, string | null, string, string, number][] = [
      [1, '94010000012', 'เขาตูม', '9/1', 940101],
      [2, '94010000034', 'เกาะจัน', '10', 940102],
      [3, null, 'ตะโละ', '2', 940101],
      [4, '94020000056', 'กะรุบี', '11', 940900],
    ];
    for (const [number, code, village, house, area] of houses) {
      await engine.run({
        sql: `insert into household (snapshot, household, house_code, village, house_no, area, place, class, survey, persons, mentor, moo, surveyed_on)
          values (1, ?, ?, ?, ?, ?, 0, 1, 1, ?, 'ครูสมใจ', 3, date '2022-06-01')`,
        params: [number, code, village, house, area, number],
      });
      await engine.run({
        sql: 'insert into need (snapshot, household, dimension, status) values (1, ?, 0, 5), (1, ?, 3, 1)',
        params: [number, number],
      });
    }
    await engine.run({
      sql: `insert into help (snapshot, household, dimension, agency, date) values
        (1, 2, 0, 'health_office', date '2022-06-01'), (1, 2, 0, 'labour_office', date '2022-06-20'), (1, 3, 0, 'labour_office', null)`,
      params: [],
    });
  });
  const numbers = async (order: Order): Promise<number[]> =>
    (await listOf(of, listed, order)).map((row) => row.household);

  it('is ordered by every column in both directions, rows without a value last, none lost', async () => {
    for (const one of listColumns) {
      const values = one.isWorded
        ? ((await rowsOf(valuesOf(of, listed, any, one))) as { value: string }[]).map(({ value }) => value).sort()
        : [];
      for (const isDescending of [false, true]) {
        const order = await numbers({ column: one, isDescending, values });
        expect(order.toSorted(), one.id).toEqual([1, 2, 3, 4]);
        if (one.id === 'house_code') expect(order).toEqual(isDescending ? [4, 2, 1, 3] : [1, 2, 4, 3]);
        if (one.id === 'last_help') expect(order[0]).toBe(2);
      }
    }
  });

  it('stands in the order of words that the page gives', async () => {
    const texts = (await rowsOf(valuesOf(of, listed, any, column('village')))) as { value: string }[];
    const values = texts.map(({ value }) => value).sort((a, b) => a.localeCompare(b, 'th'));
    expect(values).toEqual(['กะรุบี', 'เกาะจัน', 'เขาตูม', 'ตะโละ']);
    expect(await numbers({ column: column('village'), isDescending: false, values })).toEqual([4, 2, 1, 3]);
    expect(await numbers({ column: column('village'), isDescending: true, values })).toEqual([3, 1, 2, 4]);
  });

  it('is looked through by how a house code begins', async () => {
    const found = await rowsOf(keys(of, listed, { code: '9401' }, anyhow));
    expect(found.map((row) => row.household)).toEqual([1, 2]);
    expect(await rowsOf(keys(of, listed, { code: '94010000034' }, anyhow))).toHaveLength(1);
    expect(await rowsOf(keys(of, listed, { code: "94' or true --" }, anyhow))).toEqual([]);
  });

  it('hides what may tell whose household it is inside the engine, until it is asked for', async () => {
    const rows = await listOf(of, listed);
    const hidden = await rowsOf(cells(of, listed, rows, listColumns, false));
    expect(hidden.map((row) => row.house_code)).toEqual(['94010000•••', '94010000•••', null, '94020000•••']);
    expect(hidden.map((row) => [row.house_no, row.mentor])).toEqual(rows.map(() => ['••', '••']));
    expect(JSON.stringify(hidden)).not.toMatch(/012|034|056|9\/1|สมใจ/);
    const open = await rowsOf(cells(of, listed, rows, listColumns, true));
    expect(open.map((row) => row.house_code)).toEqual(['94010000012', '94010000034', null, '94020000056']);
    expect(open.map((row) => row.mentor)).toEqual(rows.map(() => 'ครูสมใจ'));
  });

  it('tells each row in the order of its keys, with the status as it was counted', async () => {
    const rows = (await listOf(of, listed)).toReversed();
    const all = await rowsOf(cells(of, listed, rows, listColumns, true));
    expect(all.map((row) => row.persons)).toEqual([4, 3, 2, 1]);
    expect(all[2]).toMatchObject({ last_agency: 'labour_office', last_help: '2022-06-20', status: 4, moo: 3 });
    expect(all[2]).toMatchObject({ health: 5, living: null, income: 1, survey_date: '2022-06-01' });
    // Of one dimension alone the household is helped; as a need it is what the need is.
    const health = { ...of, filters: { ...noFilters, dimensions: ['health' as const] } };
    expect((await rowsOf(cells(health, listed, rows, listColumns, true)))[0]).toMatchObject({ status: 5 });
    const needs = await listOf(of, listedOf('need.pending'));
    expect(needs).toHaveLength(4);
    expect((await rowsOf(cells(of, listedOf('need.pending'), needs, listColumns, true)))[0]).toMatchObject({
      dimension: 3,
      status: 1,
    });
  });
});

it('is said in the URL in one way, and nothing else is understood', () => {
  const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary);
  const ids = <T extends string>(registry: readonly { readonly id: T }[]): fc.Arbitrary<T> =>
    fc.constantFrom(...registry.map(({ id }) => id));
  fc.assert(
    fc.property(
      fc.record({
        measure: ids(measures),
        isWhole: fc.boolean(),
        area: some(fc.constantFrom('94', '9410', '940900').map((code) => code as AreaCode)),
        dimension: some(ids(dimensions)),
        class: some(ids(classes)),
        status: some(ids(statuses)),
        survey: some(ids(surveys)),
        group: some(
          fc.record({ of: fc.constantFrom(...groupIds), key: fc.constantFrom('-', '3', '2022-07', 'skill.other') }),
        ),
      }),
      (drawn) => {
        const listed: Listed = { ...drawn, moved: null };
        expect(parseListed(printListed(listed))).toEqual(listed);
      },
    ),
  );
  const stand = fc.constantFrom(...standIds);
  fc.assert(
    fc.property(stand, stand, (before, after) => {
      const text = `household.listed~moved:${before}.${after}.2022-06-10`;
      const isMove = [before, after].some((id) => statuses.some((status) => status.id === id));
      const listed = parseListed(text);
      if (isMove) expect(printListed(listed!)).toBe(text);
      else expect(listed).toBeNull();
    }),
  );
  for (const moved of ['waiting.waiting', 'waiting.rich.2022-06-10', 'waiting.waiting.2022-06-31'])
    expect(parseListed(`household.listed~moved:${moved}`), moved).toBeNull();
  expect(parseListed('household.pending~moved:waiting.waiting.2022-06-10')).toBeNull();
  for (const text of [
    'x~area:1',
    'x~area',
    'x~name:a',
    'x~class:welfare~class:welfare',
    'x~group:age',
    'x~group:age.',
    'x~group:name.3',
    'x~group:team.สม',
    'x~area:94~of',
    'x~',
  ])
    expect(parseListed(text), text).toBeNull();
  expect(levelOf('940900' as AreaCode)).toBe('tambon');
});
