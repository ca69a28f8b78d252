/** Owns asking the engine and the cubes what they hold: counts and sizes, and no cell of a file. */
import type { EngineAbout } from '../engine/about.ts';
import type { CubeSize } from '../queries/cube-size.ts';
import { areaFigureCount, rowCounts, type RowCount } from '../queries/rowcounts.ts';
import type { Answering } from './answering.ts';
import type { Works } from './works.ts';

/** Null where the engine, or the worker of the cubes, does not answer. */
export interface Diagnosis {
  readonly engine: (EngineAbout & { readonly rows: readonly RowCount[]; readonly areaFigures: number }) | null;
  readonly cubes: readonly CubeSize[] | null;
}

/** An engine that does not start, or is at a long work, keeps the rest from nobody. */
const mostWaitMs = 5_000;

export async function diagnose(
  works: Pick<Works, 'ask' | 'about'>,
  answering: Pick<Answering, 'sizes'>,
): Promise<Diagnosis> {
  const ofEngine = async (): Promise<Diagnosis['engine']> => {
    const { columns } = await works.ask<RowCount>(rowCounts());
    const figures = await works.ask<{ rows: number }>(areaFigureCount);
    const rows = columns.snapshot.map((snapshot, at) => ({
      snapshot,
      household: columns.household[at] ?? 0,
      need: columns.need[at] ?? 0,
      help: columns.help[at] ?? 0,
    }));
    return { ...(await works.about()), rows, areaFigures: figures.columns.rows[0] ?? 0 };
  };
  const late = new Promise<null>((resolve) => setTimeout(resolve, mostWaitMs, null));
  const [engine, cubes] = await Promise.all([
    Promise.race([ofEngine().catch(() => null), late]),
    answering.sizes().catch(() => null),
  ]);
  return { engine, cubes };
}
