/** Proves that what was kept of another form is not taken for today's: a change of the receipt must be told. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fingerprint } from '../../../src/model/fingerprint.ts';
import { clusterForm, receiptForm, tableForm } from '../../../src/model/tableform.ts';

/** The lines of a receipt's form that are no comments. */
const form = readFileSync(new URL('../../../src/model/receipt.ts', import.meta.url), 'utf8')
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/\s+/g, ' ');

it('knows the receipt as it is', () => {
  // Where a receipt kept earlier can't be read as one of today, `receiptForm` is one more; then write both here.
  expect({ receiptForm, receipt: fingerprint(form) }).toEqual({ receiptForm: 1, receipt: '3e5c45951c70bde4' });
});

it('is a fingerprint, which tells nothing', () => {
  expect(tableForm).toMatch(/^[0-9a-f]{16}$/);
});

it('has another number for every form that a cluster may hold', () => {
  // Where this fails, tables or codes have changed: raise `clusterForm`, and tell docs/cluster.md how older rounds are brought over.
  expect([clusterForm, tableForm]).toEqual([1, '5c5918647cba65a4']);
});
