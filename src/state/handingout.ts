/** Owns handing rows of the clean tables out of the page: a part at a time, while nothing enters or leaves them. */
import type { Carried } from '../intake/carrying.ts';
import type { RowsOf } from '../model/rows.ts';
import type { Works } from './works.ts';

export interface Receiver {
  readonly take: (part: Carried) => Promise<void>;
  /** How far this is, 0 to 1. */
  readonly met: (share: number) => void;
  readonly signal: AbortSignal;
}

/** How many rows of each table there were. */
export async function handOut(
  works: Pick<Works, 'lend'>,
  snapshots: readonly number[],
  { take, met, signal }: Receiver,
): Promise<RowsOf> {
  const { carryOut, countRows } = await import('./workshop.ts');
  return await works.lend(async (engine) => {
    const numbers = { snapshots, references: [] };
    const rows = await countRows(engine, numbers);
    for await (const part of carryOut(engine, numbers, met, true)) {
      signal.throwIfAborted();
      await take(part);
    }
    return rows;
  });
}
