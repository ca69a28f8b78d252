/** Owns the worker that keeps the cubes: it builds or unpacks them, and answers all questions of a view in one pass. */
import type { Subject } from '../model/subject.ts';
import { answerAll, type Answers } from './cube-answer.ts';
import type { CubeColumns } from './cube-columns.ts';
import { unpackCube } from './cube-pack.ts';
import { sizeOf, type CubeSize } from './cube-size.ts';
import { buildCube, type Cube } from './cube.ts';

/** Cubes are known by the number of their snapshot. */
export type ToCubes =
  | { readonly kind: 'build'; readonly snapshot: number; readonly columns: CubeColumns }
  | { readonly kind: 'unpack'; readonly snapshot: number; readonly packed: ArrayBuffer }
  | { readonly kind: 'drop'; readonly snapshot: number }
  | { readonly kind: 'measure' }
  | { readonly kind: 'answer'; readonly snapshots: readonly number[]; readonly subject: Subject };
/** One for each message, in their order. `answers` to 'answer' alone; `fault` where it could not be done. */
export interface FromCubes {
  readonly answers?: Answers;
  /** To 'measure' alone. */
  readonly sizes?: readonly CubeSize[];
  readonly fault?: string;
}

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ToCubes>) => void) | null;
  postMessage(message: FromCubes): void;
};
const cubes = new Map<number, Cube>();

function work(message: ToCubes): FromCubes {
  if (message.kind === 'build') cubes.set(message.snapshot, buildCube(message.columns));
  else if (message.kind === 'unpack') cubes.set(message.snapshot, unpackCube(message.packed));
  else if (message.kind === 'drop') cubes.delete(message.snapshot);
  else if (message.kind === 'measure') return { sizes: [...cubes].map(([snapshot, cube]) => sizeOf(snapshot, cube)) };
  else {
    const chosen = message.snapshots.map((snapshot) => cubes.get(snapshot));
    if (!chosen.every((cube) => cube !== undefined)) throw new RangeError('there is no such cube');
    return { answers: answerAll(chosen, message.subject) };
  }
  return {};
}

scope.onmessage = ({ data }) => {
  let told: FromCubes;
  try {
    told = work(data);
  } catch (error) {
    told = { fault: error instanceof Error ? error.message : String(error) };
  }
  scope.postMessage(told);
};
