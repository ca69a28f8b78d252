/** Proves on the real engine that quarantined rows go out, are mended and come back, and that the template loads clean. */
import { read, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/engine/rows.ts';
import { batches, quarantineCsv, quarantineXlsx } from '../../src/exports/quarantine.ts';
import type { Saved } from '../../src/exports/sheet.ts';
import { templateFile } from '../../src/exports/template.ts';
import { exampleRows, formHeaders } from '../../src/model/example.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { openIntake } from './opened.ts';

const { engine, bring: importAll, answer, empty } = await openIntake();
/** Each import stands alone. */
async function bring(...files: readonly File[]): Promise<Receipt> {
  await empty();
  return await importAll(files);
}
const fileOf = ({ name, bytes, type }: Saved): File => new File([bytes], name, { type });
const textOf = ({ bytes }: Saved): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const activities = async (): Promise<readonly (string | null)[]> =>
  (await ask<{ activity: string }>(engine, { sql: 'select activity from help order by activity', params: [] })).columns
    .activity;

const header = 'รหัสบ้าน,ตำบล,อำเภอ,จังหวัด,มิติสุขภาพ,สถานะการช่วยเหลือ,กิจกรรมที่ช่วยเหลือ';
const place = 'ยะรัง,ยะรัง,ปัตตานี,✓';
/** Named for a total, as files that officials put together are. */
const original = (rows: readonly string[]): File =>
  new File([[header, ...rows, ''].join('\r\n')], 'รวมอำเภอยะรัง 29-06-2565.csv');
const whole = [`94100000001,${place},ช่วยเหลือแล้ว,=1+1`, `94100000002,${place},ยังรอการช่วยเหลือ,`];
const tooFew = `94100000003,${place} ยังรอการช่วยเหลือ,-เยี่ยมบ้าน`;
const tooMany = `94100000004,${place},ช่วยเหลือแล้ว,มอบ,ทุน`;
const unquoted = `94100000005,${place},"ช่วยเหลือแล้ว,มอบทุน`;
const lost = `9.41E+10,${place},ช่วยเหลือแล้ว,มอบทุน`;

describe('quarantined rows', () => {
  const broken = original([...whole, tooFew, tooMany, lost, unquoted]);
  const sent = async (): Promise<Saved> => {
    const receipt = await bring(broken);
    expect(receipt.rows).toMatchObject({ read: 6, kept: 2, quarantined: 4, setAside: 0 });
    return quarantineCsv(receipt, batches(receipt)[0]!, 'th');
  };

  it('are refused as they went out, none of them counted', async () => {
    const refused = bring(broken, fileOf(await sent()));
    await expect(refused).rejects.toMatchObject({ code: 'file_nothing_kept', detail: { reason: 'unmended' } });
  });

  it('come back mended, in the place of the broken ones, beside those not mended yet', async () => {
    const saved = await sent();
    const text = textOf(saved)
      .replace("✓ ยังรอการช่วยเหลือ,'-เยี่ยมบ้าน,", "✓,ยังรอการช่วยเหลือ,'-เยี่ยมบ้าน")
      .replace('มอบ,ทุน', 'มอบทุน,');
    const back = await bring(broken, new File([text], saved.name));
    expect(back.rows).toMatchObject({ read: 10, kept: 4, quarantined: 2, setAside: 4 });
    expect(back.quarantined.map(({ line, code }) => [line, code])).toEqual([
      [4, 'unmended'],
      [5, 'unmended'],
    ]);
    expect(back.snapshots.map(({ households }) => households)).toEqual([4]);
    expect(back.warnings.map(({ code }) => code)).toEqual(['act_while_waiting']);
    expect(await activities()).toEqual(['-เยี่ยมบ้าน', '=1+1', 'มอบทุน']);
    // Once more: what is still quarantined goes out again without the columns of the first time.
    const again = quarantineCsv(back, batches(back)[0]!, 'th');
    expect(
      textOf(again)
        .split('\r\n')[0]
        ?.match(/ไฟล์เดิม/g),
    ).toHaveLength(1);
    const third = textOf(again).replace('9.41E+10', '94100000006');
    const last = await bring(broken, new File([text], saved.name), new File([third], again.name));
    expect(last.rows).toMatchObject({ kept: 5, quarantined: 1 });
  });

  it('come back alone, with the date that was told of their file', async () => {
    const untitled = new File([await broken.arrayBuffer()], 'ไม่มีวันที่.csv');
    const { receipt } = await answer([untitled], { answers: { 'as_of:0': '2022-06-20' } });
    const saved = quarantineCsv(receipt, batches(receipt)[0]!, 'en');
    const back = await bring(new File([textOf(saved).replace('9.41E+10', '94100000006')], saved.name));
    expect(back.rows).toMatchObject({ read: 4, kept: 1, quarantined: 3 });
    expect(back.files[0]).toMatchObject({ asOf: '2022-06-20', asOfFrom: 'name' });
  });

  it('may be deleted or added to by hand', async () => {
    const saved = await sent();
    const [head = '', first = ''] = textOf(saved).split('\r\n');
    const blanked = `${first.split(',').slice(0, 4).join(',')}${','.repeat(head.split(',').length - 4)}`;
    const added = `,,,,94100000009,${place},ช่วยเหลือแล้ว,,,`;
    const back = await bring(broken, new File([[head, blanked, added, ''].join('\r\n')], saved.name));
    expect(back.rows).toMatchObject({ kept: 3, quarantined: 3 });
    expect(back.setAside).toEqual([
      { rule: 'mended', rows: 1 },
      { rule: 'blank', rows: 1 },
    ]);
  });
});

describe('the template', () => {
  it.each(['csv', 'xlsx'] as const)('is loaded without one warning when filled (%s)', async (format) => {
    const saved = await templateFile('example', format, 'th');
    const receipt = await bring(fileOf(saved));
    const count = exampleRows.length;
    expect(receipt.rows).toEqual({ read: count, kept: count, quarantined: 0, setAside: 0, warned: 0 });
    const { warnings, unknownValues, assumptions } = receipt;
    expect({ warnings, unknownValues, assumptions }).toEqual({ warnings: [], unknownValues: [], assumptions: [] });
    expect(receipt.files[0]?.headers.filter(({ column }) => column === null)).toEqual([]);
    expect(receipt.snapshots).toMatchObject([{ households: count, places: { placed: count } }]);
  });

  it.each(['csv', 'xlsx'] as const)('is refused kindly while it is blank (%s)', async (format) => {
    const blank = fileOf(await templateFile('blank', format, 'th'));
    await expect(bring(blank)).rejects.toMatchObject({ code: 'file_header_only' });
  });

  it('asks for nothing that says who someone is', () => {
    expect(formHeaders.join()).not.toMatch(/ชื่อ|นามสกุล|ประชาชน|โทร|พิกัด/);
    expect(formHeaders.length).toBeGreaterThan(25);
  });
});

it('quarantined rows come back from a workbook too', async () => {
  const broken = original([...whole, tooFew, lost]);
  const saved = (await quarantineXlsx(await bring(broken), 'th'))!;
  const book = read(saved.bytes);
  const code = Object.values(Object.values(book.Sheets)[0]!).find((cell: { v?: unknown }) => cell.v === '9.41E+10') as {
    v: string;
  };
  code.v = '94100000006';
  const mended = new File([write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer], saved.name);
  const back = await bring(broken, mended);
  expect(back.rows).toMatchObject({ kept: 3, quarantined: 1, setAside: 2 });
  expect(back.setAside).toContainEqual({ rule: 'mended', rows: 2 });
});
