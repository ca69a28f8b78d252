/** Owns the refusal of a file of which no row could be kept: with the rows, so that they can be mended and opened again. */
import { AppError } from './error.ts';
import type { FileReceipt, QuarantinedRow } from './receipt.ts';
import type { IsoDate } from './snapshot.ts';

/** What goes out to be mended. `asOf` is null where nobody was asked for it. */
export interface Told {
  readonly files: readonly (Pick<FileReceipt, 'name' | 'headers' | 'asOfFrom'> & { readonly asOf: IsoDate | null })[];
  readonly quarantined: readonly QuarantinedRow[];
}

export class NothingKept extends AppError {
  /** Personal: saved only when asked for. */
  readonly told: Told;

  constructor(file: string, told: Told) {
    super('file_nothing_kept', { file, reason: 'rows' });
    this.told = told;
  }
}
