/** Proves what becomes of bad files, on the real engine: what is kept, quarantined, set aside, warned of, asked or refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badFiles, type Outcome } from '../fixtures/forty/cases.ts';
import { openProduct, type Product } from '../proof/doubts.ts';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product.close();
});

function counted(items: readonly { readonly code: string; readonly rows: number }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code, rows } of items) counts[code] = (counts[code] ?? 0) + rows;
  return counts;
}

describe('a bad file', () => {
  it.each(badFiles.map((file) => [file.item, file.title, file] as const))('%i: %s', async (_item, _title, file) => {
    const { receipt, refused, asked } = await product.import(file.bytes(), file.name);
    if (receipt === null) return expect({ refused }).toEqual(file.outcome);
    const { kept, quarantined, setAside, read } = receipt.rows;
    expect(read).toBe(kept + quarantined + setAside);
    const found: Outcome = {
      kept,
      quarantined: counted(receipt.quarantined.map(({ code }) => ({ code, rows: 1 }))),
      setAside: counted(receipt.setAside.map(({ rule, rows }) => ({ code: rule, rows }))),
      warned: counted(receipt.warnings),
      asked,
      households: receipt.snapshots.reduce((sum, { households }) => sum + households, 0),
    };
    const expected = { quarantined: {}, setAside: {}, warned: {}, asked: [], ...file.outcome };
    expect(found).toEqual({ households: expected.kept, ...expected });
  });
});
