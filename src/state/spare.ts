/** Owns the rows kept beside the engine, where they are few: one that died is filled from them, without a file or a question. */
import type { Carried, Numbers } from '../intake/carrying.ts';
import type { RowsOf } from '../model/rows.ts';
import type { WayBack } from './recovery.svelte.ts';
import { time } from './timings.ts';
import type { Works } from './works.ts';

interface Kept {
  readonly numbers: string;
  readonly rows: RowsOf;
  readonly parts: readonly Carried[];
}

/** Of all tables together; so many take some ten megabytes. More are read again from their files. */
const mostRows = 200_000;

export class Spare {
  readonly #works: Pick<Works, 'lend'>;
  readonly #mostRows: number;
  #kept: Kept | null = null;

  constructor(works: Pick<Works, 'lend'>, most = mostRows) {
    this.#works = works;
    this.#mostRows = most;
  }

  /** Keeps the rows of these snapshots and tables, in place of what was kept. */
  async keep(numbers: Numbers): Promise<void> {
    const key = JSON.stringify(numbers);
    if (this.#kept?.numbers === key) return;
    const { carryOut, countRows } = await import('./workshop.ts');
    await this.#works.lend(async (engine) => {
      const startMs = performance.now();
      this.#kept = null;
      const rows = await countRows(engine, numbers);
      if (Object.values(rows).reduce((sum, count) => sum + count, 0) > this.#mostRows) return;
      const parts: Carried[] = [];
      for await (const part of carryOut(engine, numbers)) parts.push(part);
      this.#kept = { numbers: key, rows, parts };
      time('spare', startMs);
    });
  }

  forget(): void {
    this.#kept = null;
  }

  /** Fills a new engine with them; null where others are open now. */
  wayBack(numbers: Numbers): WayBack {
    const kept = this.#kept;
    if (kept?.numbers !== JSON.stringify(numbers)) return null;
    return async (engine) => {
      const { carryIn } = await import('./workshop.ts');
      await carryIn(engine, copiesOf(kept.parts), kept.rows, { snapshot: 0, reference: 0 });
    };
  }
}

/** Copies: an engine takes what it is given away from the page. */
async function* copiesOf(parts: readonly Carried[]): AsyncGenerator<Carried> {
  for (const { table, bytes } of parts) yield { table, bytes: bytes.slice() };
}
