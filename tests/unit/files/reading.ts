/** Owns reading a file through the scan in a test: what was kept, row by row, and the account of each table. */
import { scan, type Scanned } from '../../../src/files/scan.ts';
import { AppError } from '../../../src/model/error.ts';
import { StagedReader } from '../../support/staged.ts';

export interface Read {
  readonly tables: readonly Scanned[];
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}

/** Rows without the columns that they leave blank. */
export async function read(source: File): Promise<Read> {
  const tables: Scanned[] = [];
  const rows: Record<string, string | number>[] = [];
  const staged = new StagedReader();
  for await (const event of scan(source, 0)) {
    if (event.kind === 'done') tables.push(event.scanned);
    if (event.kind !== 'chunk') continue;
    for (const row of staged.rowsOf(event))
      rows.push(Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')));
  }
  return { tables, rows };
}

/** The code and detail of the AppError with which a file is refused; null where it is not. */
export async function refusal(source: File): Promise<readonly [string, AppError['detail']] | null> {
  try {
    await read(source);
    return null;
  } catch (error) {
    if (error instanceof AppError) return [error.code, error.detail];
    throw error;
  }
}
