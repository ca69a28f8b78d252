/** Owns asking the engine for what cubes are made from: a row per household, and a row per need. */
import { askIntegers, type Integers } from '../engine/columns.ts';
import type { Engine, Question } from '../engine/engine.ts';
import { free } from '../engine/freeing.ts';
import { householdColumns, householdQuestion, needColumns, needQuestion } from './cube-axes.ts';

export interface CubeColumns {
  readonly households: Integers<(typeof householdColumns)[number]>;
  readonly needs: Integers<(typeof needColumns)[number]>;
}

export async function askCubeColumns(engine: Engine, snapshot: number, signal?: AbortSignal): Promise<CubeColumns> {
  return (await askAllCubeColumns(engine, [snapshot], signal)).get(snapshot) as CubeColumns;
}

/** Of several snapshots in one pass; the answer stands in memory beside the tables, so better not of all at once. */
export async function askAllCubeColumns(
  engine: Engine,
  snapshots: readonly number[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, CubeColumns>> {
  const askFor = async <Name extends string>(question: Question, names: readonly Name[]) => {
    const [only] = snapshots;
    if (only !== undefined && snapshots.length === 1)
      return new Map([[only, await askIntegers(engine, question, names, signal)]]);
    return divided(await askIntegers(engine, question, ['snapshot', ...names], signal), names);
  };
  const households = await askFor(householdQuestion(snapshots), householdColumns);
  const needs = await askFor(needQuestion(snapshots), needColumns);
  return new Map(
    snapshots.map((snapshot) => [
      snapshot,
      {
        households: households.get(snapshot) ?? none(householdColumns),
        needs: needs.get(snapshot) ?? none(needColumns),
      },
    ]),
  );
}

/** Each snapshot's rows in columns of its own, in the order in which they stood. */
function divided<Name extends string>(
  all: Integers<Name | 'snapshot'>,
  names: readonly Name[],
): ReadonlyMap<number, Integers<Name>> {
  const of: Int32Array = all.snapshot;
  const counts = new Map<number, number>();
  for (const snapshot of of) counts.set(snapshot, (counts.get(snapshot) ?? 0) + 1);
  const column = (name: Name): ReadonlyMap<number, Int32Array> => {
    const columns = new Map([...counts].map(([snapshot, rows]) => [snapshot, new Int32Array(rows)]));
    const next = new Map<number, number>();
    const from: Int32Array = all[name];
    // Rows of one snapshot lie together: they are moved a run at a time.
    for (let start = 0, end = 0; start < of.length; start = end) {
      const snapshot = of[start] as number;
      while (of[end] === snapshot) end++;
      const at = next.get(snapshot) ?? 0;
      columns.get(snapshot)?.set(from.subarray(start, end), at);
      next.set(snapshot, at + end - start);
    }
    return columns;
  };
  const columns = names.map((name) => [name, column(name)] as const);
  free(Object.values(all));
  return new Map(
    [...counts.keys()].map((snapshot) => [
      snapshot,
      Object.fromEntries(columns.map(([name, own]) => [name, own.get(snapshot)])) as Integers<Name>,
    ]),
  );
}

const none = <Name extends string>(names: readonly Name[]): Integers<Name> =>
  Object.fromEntries(names.map((name) => [name, new Int32Array(0)])) as Integers<Name>;
