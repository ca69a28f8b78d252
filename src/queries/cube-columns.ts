/** Owns asking the engine for what a cube is made from: a row per household, and a row per need. */
import { askIntegers, type Integers } from '../engine/columns.ts';
import type { Engine } from '../engine/engine.ts';
import { householdColumns, householdQuestion, needColumns, needQuestion } from './cube-axes.ts';

export interface CubeColumns {
  readonly households: Integers<(typeof householdColumns)[number]>;
  readonly needs: Integers<(typeof needColumns)[number]>;
}

export async function askCubeColumns(engine: Engine, snapshot: number, signal?: AbortSignal): Promise<CubeColumns> {
  return {
    households: await askIntegers(engine, householdQuestion(snapshot), householdColumns, signal),
    needs: await askIntegers(engine, needQuestion(snapshot), needColumns, signal),
  };
}
