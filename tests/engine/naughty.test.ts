/** Proves that texts programs stumble over come in whole, in every column, and go out again as they were. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/engine/rows.ts';
import { batches, quarantineCsv, quarantineXlsx } from '../../src/exports/quarantine.ts';
import { dropSnapshot } from '../../src/intake/dropping.ts';
import { bare } from '../../src/model/mending.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { naughty, naughtyCount } from '../fixtures/forty/naughty.ts';
import { recordsOf } from '../fixtures/office/records.ts';
import { csv, file } from '../support/formats.ts';
import { openIntake } from './opened.ts';

const { engine, answer } = await openIntake();

const headers = [
  'ณ วันที่',
  'รหัสบ้าน',
  'บ้านเลขที่',
  'หมู่ที่',
  'ชื่อหมู่บ้าน',
  'รหัสตำบล',
  'ตำบล',
  'อำเภอ',
  'มิติสุขภาพ',
  'สถานะการช่วยเหลือ',
  'หน่วยงานที่ช่วยเหลือ',
  'กิจกรรมที่ช่วยเหลือ',
  'ชื่อ-สกุล',
  'หมายเหตุ',
  'วันที่บันทึก',
];
const whole = (text: string, index: number): string[] => [
  '29/06/2565',
  `9410${String(index).padStart(7, '0')}`,
  text,
  text,
  text,
  '941001',
  'ยะรัง',
  'ยะรัง',
  '1',
  'ช่วยเหลือแล้ว',
  text,
  text,
  text,
  text,
  '29/06/2565',
];
const table = (change: (row: string[], text: string) => string[]): string[][] => [
  headers,
  ...naughty.map((text, index) => change(whole(text, index), text)),
];

async function bring<T>(rows: readonly (readonly string[])[], look: (receipt: Receipt) => Promise<T>): Promise<T> {
  const { receipt } = await answer([file(csv(rows), 'ยะรัง 2565-06-29.csv')]);
  const found = await look(receipt);
  for (const { number } of receipt.snapshots) await dropSnapshot(engine, number);
  return found;
}

describe('515 texts', () => {
  it('are that many, each its own', () => expect(new Set(naughty).size).toBe(naughtyCount));

  it('are kept in every text column, and stand in the clean tables as they were', async () => {
    await bring(
      table((row) => row),
      async (receipt) => {
        expect(receipt.rows).toMatchObject({ read: naughtyCount, kept: naughtyCount, quarantined: 0 });
        const { columns } = await ask<{ house: string; activity: string | null }>(engine, {
          sql: 'select h.house_code as house, max(p.activity) as activity from household h left join help p using (snapshot, household) group by all order by house',
          params: [],
        });
        const blanks = /^ +| +$/g;
        const kept = naughty.map((text) => text.replace(blanks, '')).map((text) => (text === '-' ? null : text));
        expect(columns.activity).toEqual(kept);
      },
    );
  });

  it.each(['รหัสบ้าน', 'ตำบล', 'อำเภอ', 'มิติสุขภาพ', 'สถานะการช่วยเหลือ', 'ณ วันที่'])(
    'are accounted for in %s',
    async (header) => {
      const place = headers.indexOf(header);
      await bring(
        table((row, text) => row.with(place, text)),
        async (receipt) => {
          const { read, kept, quarantined, setAside } = receipt.rows;
          expect(read).toBe(naughtyCount);
          expect(kept + quarantined + setAside).toBe(read);
          expect(setAside).toBe(0);
          return Promise.resolve();
        },
      );
    },
  );

  it('are quarantined as they stood, and go out to be mended as they stood', async () => {
    const lost = table((row) => row.with(1, '9.41E+10'));
    const good = Array.from({ length: naughtyCount + 1 }, (_, index) => whole('ดี', index));
    const rows = [...lost, ...good];
    await bring(rows, async (receipt) => {
      expect(receipt.quarantined.map(({ fields }) => fields)).toEqual(lost.slice(1));
      const [batch] = batches(receipt);
      const saved = new TextDecoder().decode(quarantineCsv(receipt, batch!, 'th').bytes);
      const out = (parse(saved, { bom: true }) as string[][]).slice(1);
      expect(out.map((cells) => cells.slice(4).map(bare))).toEqual(lost.slice(1));
      const workbook = await quarantineXlsx(receipt, 'th');
      const { records } = await recordsOf(workbook!.bytes, workbook!.name);
      // A workbook knows one kind of line end.
      const told = lost.slice(1).map((cells) => cells.map((text) => text.replaceAll('\r\n', '\n')));
      expect(records.slice(1).map((cells) => cells.slice(4))).toEqual(told);
    });
  });
});
