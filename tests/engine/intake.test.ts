/** Proves intake on the real engine: each `x.csv` of the fixtures becomes what `x.expected.json` says, household by household. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../src/engine/rows.ts';
import type { ImportProgress } from '../../src/intake/asking.ts';
import { type ImportOptions, type SourceFile } from '../../src/intake/importing.ts';
import { areaOfNumber, places } from '../../src/model/area.ts';
import { dimensions } from '../../src/model/dimension.ts';
import { AppError } from '../../src/model/error.ts';
import { classes, localities, surveys } from '../../src/model/household.ts';
import { tables } from '../../src/model/rows.ts';
import { snapshotKey, type IsoDate } from '../../src/model/snapshot.ts';
import { statuses } from '../../src/model/status.ts';
import { openIntake } from './opened.ts';

const folder = new URL('../fixtures/logbook/', import.meta.url);
const today = '2022-12-31' as IsoDate;
const { engine, bring: importAll, empty } = await openIntake();
beforeEach(empty);

function source(name: string): SourceFile {
  return new File([readFileSync(new URL(name, folder))], name);
}

const bring: typeof importAll = (files, options) => importAll(files, { today, ...options });

/** Rows of every table there is: a failed import must leave neither rows nor work tables. */
async function counts(): Promise<unknown> {
  const sql = `select table_name from duckdb_tables() where table_name <> 'fold' order by table_name`;
  const { columns } = await ask<{ table_name: string }>(engine, { sql, params: [] });
  const found: Record<string, number | undefined> = {};
  for (const name of columns.table_name) {
    const rows = await ask<{ rows: number }>(engine, { sql: `select count(*) as rows from ${name}`, params: [] });
    found[name] = rows.columns.rows[0];
  }
  return found;
}
const untouched = Object.fromEntries(Object.keys(tables).map((name) => [name, 0]));

/** A line per household, as a person would check it against the file. */
async function dump(): Promise<string[]> {
  const sql = `
    select h.*, list_reduce(list(n.dimension || '=' || n.status order by n.dimension), (a, b) -> a || ' ' || b) as needs
    from household h join need n using (snapshot, household)
    group by all order by snapshot, household`;
  const { length, columns } = await ask<Record<string, string | number | boolean | null>>(engine, { sql, params: [] });
  return Array.from({ length }, (_, row) => {
    const cell = (name: string): string => String(columns[name]?.[row] ?? '-');
    const id = (rows: readonly { id: string }[], name: string): string => rows[Number(cell(name))]?.id ?? '?';
    const area = Number(cell('area'));
    const code = areaOfNumber(area, 'tambon') ?? areaOfNumber(area, 'amphoe') ?? areaOfNumber(area, 'province') ?? '-';
    const members = ['persons', 'child', 'elderly', 'disabled', 'bedridden'].map(cell).join('/');
    const needs = cell('needs').replace(/(\d)=(\d)/g, (_match, dimension: string, status: string) =>
      [dimensions[Number(dimension)]?.id, statuses[Number(status)]?.id].join('='),
    );
    const flags = ['urgent', 'over_capacity'].filter((flag) => cell(flag) === 'true');
    return [
      `${cell('snapshot')}.${cell('household')} ${cell('house_code')} @${cell('file')}:${cell('line')}`,
      `${code} ${id(places, 'place')} ${id(localities, 'locality')}`,
      [id(classes, 'class'), id(surveys, 'survey'), ...flags, ...(members === '-/-/-/-/-' ? [] : [members])].join(' '),
      needs,
    ].join(' | ');
  });
}

interface Expected {
  readonly answers?: Record<string, string>;
  readonly [fact: string]: unknown;
}

const names = readdirSync(folder)
  .filter((name) => name.endsWith('.csv') && !/\.\d\.csv$/.test(name))
  .map((name) => name.slice(0, -4));

describe('a file becomes households', () => {
  it.each(names)('%s', async (name) => {
    const path = new URL(`${name}.expected.json`, folder);
    const expected = (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}) as Expected;
    const files = [source(`${name}.csv`)];
    if (existsSync(new URL(`${name}.2.csv`, folder))) files.push(source(`${name}.2.csv`));
    const asked: string[] = [];
    const answer: ImportOptions['ask'] = (questions) => {
      asked.push(...questions.map(({ id, code, rows, proposed }) => `${id} ${code} ${rows} ${proposed}`));
      return Promise.resolve(expected.answers ?? {});
    };
    let found: Expected;
    try {
      const receipt = await bring(files, { ask: answer });
      const help = await ask<{ line: string }>(engine, {
        sql: `select concat_ws(' ', snapshot || '.' || household, dimension, coalesce(agency, '-'), coalesce(activity, '-'),
          coalesce(strftime(date, '%Y-%m-%d'), '-'), coalesce(amount::varchar, '-')) as line from help order by file, line`,
        params: [],
      });
      const placeNames = await ask<{ line: string }>(engine, {
        sql: `select concat_ws(' ', snapshot, area, name) as line from place_name`,
        params: [],
      });
      found = {
        ...(expected.answers ? { answers: expected.answers } : {}),
        asked,
        rows: receipt.rows,
        files: receipt.files.map(({ grain, asOf, asOfFrom }) => `${grain} ${asOf} ${asOfFrom}`),
        setAside: receipt.setAside.map(({ rule, rows }) => `${rule} ${rows}`),
        quarantined: receipt.quarantined.map(({ file, line, code, column }) =>
          `${file}:${line} ${code} ${column ?? ''}`.trim(),
        ),
        warnings: receipt.warnings.map(
          ({ code, column, rows, examples }) =>
            `${code} ${column ?? '-'} ${rows}: ${examples.map(({ line, value }) => `${line} ${value ?? ''}`.trim()).join('; ')}`,
        ),
        unknownValues: receipt.unknownValues.map(({ column, value, rows }) => `${column} ${value} ${rows}`),
        assumptions: receipt.assumptions.map(({ code, rows }) => `${code} ${rows}`),
        snapshots: receipt.snapshots.map(
          ({ number, snapshot, households, needs }) => `${number} ${snapshotKey(snapshot)} ${households} ${needs}`,
        ),
        households: await dump(),
        help: help.columns.line,
        placeNames: placeNames.columns.line,
      };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      found = { error: error.code, detail: error.detail };
      expect(await counts()).toEqual(untouched);
    }
    if (process.env.WRITE_EXPECTED) writeFileSync(path, `${JSON.stringify(found, null, 2)}\n`);
    else expect(found).toEqual(expected);
  });
});

describe('an import is whole or nothing', () => {
  const kept = async (): Promise<unknown> => {
    await bring([source('wide.csv')]);
    return await counts();
  };

  it('leaves what was loaded before as it was when a later file is bad', async () => {
    const before = await kept();
    await expect(bring([source('merge.csv'), source('refused-photo.csv')], { firstSnapshot: 2 })).rejects.toMatchObject(
      {
        code: 'file_not_text',
        detail: { file: 'refused-photo.csv', looks: 'jpeg' },
      },
    );
    expect(await counts()).toEqual(before);
  });

  it.each(['reading', 'cleaning', 'writing'] as const)('leaves nothing when cancelled while %s', async (stage) => {
    const before = await kept();
    const cancel = new AbortController();
    const progress = (told: ImportProgress): void => {
      if (told.stage === stage) cancel.abort(new Error('enough'));
    };
    const options = { firstSnapshot: 2, progress, signal: cancel.signal };
    await expect(bring([source('merge.csv')], options)).rejects.toThrow('enough');
    expect(await counts()).toEqual(before);
    expect((await bring([source('merge.csv')], { firstSnapshot: 2 })).rows.kept).toBe(2);
  });

  it('leaves nothing when a question is answered with no', async () => {
    await expect(bring([source('no-date.csv')], { ask: () => Promise.resolve(null) })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(await counts()).toEqual(untouched);
  });

  it('tells how far it is, in bytes and rows of all files', async () => {
    const told: ImportProgress[] = [];
    const files = [source('merge.csv'), source('merge.2.csv')];
    await bring(files, { progress: (step) => told.push(step) });
    const bytesTotal = files.reduce((sum, { size }) => sum + size, 0);
    expect(told.map(({ stage }) => stage).filter((stage, at, all) => stage !== all[at - 1])).toEqual([
      'reading',
      'cleaning',
      'writing',
    ]);
    expect(told.at(-1)).toMatchObject({ bytesDone: bytesTotal, bytesTotal, rows: 5 });
    expect(told.every(({ bytesDone }, at) => bytesDone >= (told[at - 1]?.bytesDone ?? 0))).toBe(true);
  });

  it('shows no personal cell in a warning', async () => {
    const receipt = await bring([source('house-codes.csv')]);
    expect(JSON.stringify([receipt.warnings, receipt.unknownValues])).not.toContain('410000003');
  });

  it('takes an own date and survives what it does not understand of an answer', async () => {
    const answered = await bring([source('no-date.csv')], { ask: () => Promise.resolve({ 'as_of:0': '2022-06-20' }) });
    expect(answered.snapshots[0]?.snapshot.asOf).toBe('2022-06-20');
    const odd = await bring([source('no-date.csv')], {
      firstSnapshot: 2,
      ask: () => Promise.resolve({ 'as_of:0': 'soon' }),
    });
    expect(odd.snapshots[0]?.snapshot.asOf).toBe('2022-06-15');
  });

  it('treats SQL in a cell as a cell', async () => {
    const header = 'รหัสบ้าน,ณ วันที่,รหัสตำบล,ตำบล,มิติสุขภาพ,สถานะการช่วยเหลือ,กิจกรรมที่ช่วยเหลือ,"x""; drop table need"';
    const evil = `'); drop table household; --`;
    const text = `${header}\n94100000001,29/06/2565,941001,${evil},${evil},${evil},${evil},${evil}\n`;
    const receipt = await bring([new File([text], `${evil}.csv`)]);
    expect(receipt.rows.kept).toBe(1);
    const { columns } = await ask<{ activity: string }>(engine, { sql: 'select activity from help', params: [] });
    expect(columns.activity).toEqual([evil]);
  });
});
