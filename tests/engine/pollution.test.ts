/** Proves on the real engine that the receipt tells of every altered row that the scanner had to keep, and alters nothing itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failures, tryMutant, tryPolluted } from '../proof/court.ts';
import { openProduct, type Product } from '../proof/doubts.ts';
import { encode } from '../proof/encoding.ts';
import { logbookTable, writeTable } from '../proof/logbook.ts';
import { mutant, type Mutant } from '../proof/mutants.ts';
import { pollute, polluters } from '../proof/polluters.ts';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product.close();
});

const first = (fault: Mutant['fault'], count: number): Mutant[] =>
  Array.from({ length: 2_000 }, (_, number) => mutant(number))
    .filter((one) => one.fault === fault)
    .slice(0, count);

describe('what looks well-formed is told by a warning', () => {
  it('a second table as wide as the first', async () => {
    const polluter = polluters.find(({ id }) => id === 'tables_several')!;
    const tried = await tryPolluted(pollute(polluter, 4), product);
    expect(tried).toMatchObject({ sentence: 'warned' });
  });

  it('a row that stands in the file twice', async () => {
    for (const one of first('line_doubled', 3))
      expect(await tryMutant(one, product)).toMatchObject({ sentence: 'warned' });
  });

  it('a copy that breaks off inside its last cell', async () => {
    const { receipt } = await product.import(encode(writeTable(logbookTable(6)).trimEnd(), 'utf-8'));
    expect(receipt?.warnings).toMatchObject([{ code: 'end_open', rows: 1, column: 'amount' }]);
    for (const one of first('file_cut', 6)) expect(failures).not.toContain((await tryMutant(one, product)).sentence);
  });
});

describe('the receipt of a polluted file', () => {
  it.each(polluters.map(({ id }, at) => [id, at] as const))('%s', async (_id, at) => {
    const polluter = polluters[at]!;
    const polluted = pollute(polluter, Math.floor(polluter.files / 2));
    const { receipt, refused } = await product.import(polluted.bytes);
    if (!receipt) return expect(refused).toMatch(/^file_/);
    const { rows, quarantined, setAside, snapshots } = receipt;
    expect(rows.read).toBe(rows.kept + quarantined.length + setAside.reduce((sum, row) => sum + row.rows, 0));
    // Nothing damaged has become a household that the clean file does not have.
    const households = snapshots.reduce((sum, snapshot) => sum + snapshot.households, 0);
    if (rows.warned === 0) expect(households).toBe(rows.kept);
    if (polluted.isHarmless) expect([households, quarantined]).toEqual([polluted.truth.rows.length, []]);
  });
});

describe('an invisible byte order mark at the beginning of a cell', () => {
  it.each(['รหัสบ้าน', 'รหัสตำบล', 'ตำบล', 'ประเภทครัวเรือน', 'สถานะการช่วยเหลือ', 'จำนวนสมาชิก'])(
    'changes nothing that is known of a row: %s',
    async (header) => {
      const table = logbookTable(8);
      const column = table.headers.indexOf(header);
      const rows = table.rows.map((cells, row) =>
        cells.map((cell, at) => (at === column && row === 3 ? `\ufeff${cell}` : cell)),
      );
      const { receipt, asked } = await product.import(encode(writeTable({ ...table, rows }), 'utf-8'));
      expect(asked).toEqual([]);
      expect(receipt).toMatchObject({ rows: { read: 8, kept: 8, warned: 0 }, snapshots: [{ households: 8 }] });
    },
  );
});
