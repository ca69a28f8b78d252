/** Owns an import from end to end: files in, clean tables and a receipt out, or nothing at all. */
import type { OpenWorker } from '../files/scanning.ts';
import type { SourceFile } from '../files/scan.ts';
import type { Engine } from '../engine/engine.ts';
import type { Receipt } from '../model/receipt.ts';
import type { IsoDate } from '../model/snapshot.ts';
import type { PlaceBook } from './place.ts';
import type { Ask, ImportProgress } from './asking.ts';

export type { SourceFile };

export interface ImportOptions {
  /** With the clean tables made (`engine/tables`). */
  readonly engine: Engine;
  readonly gazetteer: PlaceBook;
  /** Snapshots met are numbered from here, in order of province and date. */
  readonly firstSnapshot: number;
  readonly ask: Ask;
  readonly progress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
  /** Opens a worker for scanning (`browserScanWorker`); null or absent scans right here. */
  readonly openWorker?: OpenWorker | null;
  /** Proposed as the as-of date where a file holds no date at all; the clock's day by default. */
  readonly today?: IsoDate;
}

/**
 * Imports files together. Throws an AppError `file_…` for a file that can't be used, the signal's reason when cancelled, and
 * a DOMException `AbortError` when a question was answered with null; the clean tables are then as they were.
 */
export async function importFiles(files: readonly SourceFile[], options: ImportOptions): Promise<Receipt> {
  void files;
  void options;
  throw new Error('in the making');
}
