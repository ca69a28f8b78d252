/** Owns the worker that keeps the cubes: it builds or unpacks them, and answers all questions of a view in one pass. */
import '../workers/watched.ts';
import { free } from '../engine/freeing.ts';
import type { Subject } from '../model/subject.ts';
import { answerAll, prepare } from './cube-answer.ts';
import type { CubeCells } from './cube-cells.ts';
import type { CubeColumns } from './cube-columns.ts';
import { unpackCube } from './cube-pack.ts';
import { sizeOf, type CubeSize } from './cube-size.ts';
import type { AllCounted } from './cube-reading.ts';
import { buildCube, buildCubeOfCells, type Cube } from './cube.ts';
import { goOn, type Sliced } from './slices.ts';

/** Cubes are known by the number of their snapshot. */
export type ToCubes =
  | { readonly kind: 'build'; readonly snapshot: number; readonly columns: CubeColumns }
  | { readonly kind: 'count'; readonly snapshot: number; readonly cells: CubeCells }
  | { readonly kind: 'unpack'; readonly snapshot: number; readonly packed: ArrayBuffer }
  | { readonly kind: 'drop'; readonly snapshot: number }
  | { readonly kind: 'measure' }
  | { readonly kind: 'copy'; readonly snapshot: number }
  | { readonly kind: 'answer'; readonly snapshots: readonly number[]; readonly subject: Subject };
/** One for each message, in their order. `counted` to 'answer' alone; `fault` where it could not be done. */
export interface FromCubes {
  /** To 'measure' alone. */
  readonly sizes?: readonly CubeSize[];
  readonly counted?: AllCounted;
  /** To 'copy' alone. */
  readonly cube?: Cube;
  readonly fault?: string;
}

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ToCubes>) => void) | null;
  postMessage(message: FromCubes, transfer: Transferable[]): void;
};
const cubes = new Map<number, Cube>();
/** When no message has come for so long, what would make the next answers quicker is made, in slices: a message waits for one. */
const idleMs = 50;
const sliceMs = 6;
let idle: ReturnType<typeof setTimeout> | undefined;
/** What is being made; another answer's takes its place. */
let making: Sliced<void> | null = null;

function make(): void {
  if (making && !goOn(making, sliceMs)) idle = setTimeout(make);
  else making = null;
}

function work(message: ToCubes): FromCubes {
  if (message.kind === 'build') {
    const { households, needs } = message.columns;
    cubes.set(message.snapshot, buildCube(message.columns));
    free([...Object.values(households), ...Object.values(needs)]);
  } else if (message.kind === 'count') {
    cubes.set(message.snapshot, buildCubeOfCells(message.cells));
    free(Object.values(message.cells));
  } else if (message.kind === 'unpack') cubes.set(message.snapshot, unpackCube(message.packed));
  else if (message.kind === 'drop') {
    cubes.delete(message.snapshot);
    making = null;
  } else if (message.kind === 'measure') return { sizes: [...cubes].map(([snapshot, cube]) => sizeOf(snapshot, cube)) };
  else if (message.kind === 'copy') {
    const cube = cubes.get(message.snapshot);
    if (!cube) throw new RangeError('there is no such cube');
    return { cube };
  } else {
    const chosen = message.snapshots.map((snapshot) => cubes.get(snapshot));
    if (!chosen.every((cube) => cube !== undefined)) throw new RangeError('there is no such cube');
    const counted = answerAll(chosen, message.subject);
    making = prepare(chosen, message.subject);
    return { counted };
  }
  return {};
}

scope.onmessage = ({ data }) => {
  clearTimeout(idle);
  let told: FromCubes;
  try {
    told = work(data);
  } catch (error) {
    told = { fault: error instanceof Error ? error.message : String(error) };
  }
  // What was counted moves to the page: nothing of it is copied, and a measure is read of it when a reader looks at it.
  const columns = Object.values(told.counted ?? {}).flatMap(({ keys, counters }) => [keys, counters]);
  scope.postMessage(
    told,
    columns.map(({ buffer }) => buffer as ArrayBuffer),
  );
  if (making) idle = setTimeout(make, idleMs);
};
