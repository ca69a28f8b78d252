/** Owns the receipt as a file: exact, and without what rows say of people unless that is asked for. */
import type { Receipt } from '../model/receipt.ts';
import { fileName, type Saved } from './sheet.ts';

/** Raised when a reader of these files would have to read them differently. */
const version = 1;

export function receiptFile(receipt: Receipt, title: string, isPersonalWanted: boolean): Saved {
  const bytes = receiptBytes(receipt, isPersonalWanted);
  return { name: `${fileName(title)}.json`, type: 'application/json', bytes };
}

export function receiptBytes(receipt: Receipt, isPersonalWanted: boolean): Uint8Array<ArrayBuffer> {
  const quarantined = receipt.quarantined.map(({ text, fields, ...row }) =>
    isPersonalWanted ? { ...row, text, fields } : row,
  );
  const told = { kind: 'phungpao.receipt', version, ...receipt, quarantined };
  return new TextEncoder().encode(`${JSON.stringify(told, null, 2)}\n`);
}
