/** Owns the cubes' worker as the session sees it: a cube for each snapshot, made when it is first asked about. */
import { AppError, isOfCluster } from '../model/error.ts';
import type { Subject } from '../model/subject.ts';
import type { CubeCells } from '../queries/cube-cells.ts';
import type { CubeColumns } from '../queries/cube-columns.ts';
import type { Cube } from '../queries/cube.ts';
import { answersOf, type Answers } from '../queries/cube-reading.ts';
import type { CubeSize } from '../queries/cube-size.ts';
import workerUrl from '../queries/cube-worker.ts?worker&url';
import type { FromCubes, ToCubes } from '../queries/cube-worker.ts';
import { openWorker } from '../workers/opening.ts';
import { watch, type Watched } from '../workers/watching.ts';
import { time } from './timings.ts';

/** What a cube is made from: the sample's comes packed, a server's counted, others are counted from the columns of the clean tables. */
export type CubeSource =
  { readonly packed: ArrayBuffer } | { readonly cells: CubeCells } | { readonly columns: CubeColumns };

/** An answer takes milliseconds, the cube of a million households seconds: of a worker silent for so long nothing comes. */
const [silenceMs, rowsPerMs] = [6_000, 20];
/** Where no worker can be had at all, the engine answers. */
const mostDeaths = 3;

export class Cubes {
  readonly #open: () => Worker;
  #watched: Watched | null = null;
  /** How many workers died one after the other, none having answered anything. */
  #deaths = 0;
  #waiting: ((told: FromCubes) => void)[] = [];
  /** Rows of which cubes are being made: whatever is asked meanwhile waits for them. */
  #building = 0;
  readonly #made = new Map<number, Promise<void>>();
  readonly #ready = new Set<number>();
  /** Tail of the queue: a question that is late before its turn never reaches the worker. */
  #last: Promise<unknown> = Promise.resolve();
  /** Questions in the queue. */
  #asked = 0;

  constructor(open: () => Worker = () => openWorker(workerUrl)) {
    this.#open = open;
  }

  /** Whether a question about these snapshots can be sent on the spot. */
  isReady(snapshots: readonly number[]): boolean {
    return snapshots.every((snapshot) => this.#ready.has(snapshot));
  }

  /**
   * Makes a snapshot's cube, once; after a failure it is not tried again, unless the worker has died since, or a server could
   * not be asked.
   */
  make(snapshot: number, source: () => Promise<CubeSource>): Promise<void> {
    const known = this.#made.get(snapshot);
    if (known) return known;
    const making = this.#make(snapshot, source);
    this.#made.set(snapshot, making);
    making.catch((fault) => isOfCluster(fault) && this.#made.get(snapshot) === making && this.#made.delete(snapshot));
    return making;
  }
  async #make(snapshot: number, source: () => Promise<CubeSource>): Promise<void> {
    const startMs = performance.now();
    const made = await source();
    if ('packed' in made) await this.#send({ kind: 'unpack', snapshot, packed: made.packed }, [made.packed]);
    else if ('cells' in made) {
      const { cells } = made;
      await this.#build({ kind: 'count', snapshot, cells }, [cells], cells.area.length);
    } else {
      const { columns } = made;
      const parts = [columns.households, columns.needs];
      await this.#build({ kind: 'build', snapshot, columns }, parts, columns.households.household.length);
    }
    if (this.#made.has(snapshot)) this.#ready.add(snapshot);
    time('cube', startMs);
  }

  /** Lends the worker's patience the time that so many rows take. */
  async #build(message: ToCubes, tables: Parameters<typeof buffersOf>[0], rows: number): Promise<void> {
    this.#building += rows;
    await this.#send(message, buffersOf(tables)).finally(() => (this.#building -= rows));
  }

  /** Answers all questions of a view in one pass over the cubes of these snapshots. */
  async answer(snapshots: readonly number[], subject: Subject, signal: AbortSignal): Promise<Answers> {
    signal.throwIfAborted();
    const send = (): Promise<FromCubes> => {
      signal.throwIfAborted();
      return this.#send({ kind: 'answer', snapshots, subject });
    };
    // With nobody before it a question is on its way before the page is drawn anew: what is put off comes after that.
    const turn = this.#asked++ === 0 ? send() : this.#last.then(send);
    this.#last = turn.catch(() => undefined);
    const { counted } = await turn.finally(() => this.#asked--);
    if (!counted) throw new Error('the cubes gave no answer');
    return answersOf(counted);
  }

  /** A copy of a cube that was made. */
  async copy(snapshot: number): Promise<Cube> {
    const { cube } = await this.#send({ kind: 'copy', snapshot });
    if (!cube) throw new Error('the cubes gave no copy');
    return cube;
  }

  /** How large the cubes at hand are; none where there is no worker. */
  async sizes(): Promise<readonly CubeSize[]> {
    return this.#watched ? ((await this.#send({ kind: 'measure' })).sizes ?? []) : [];
  }

  drop(snapshot: number): void {
    const made = this.#made.get(snapshot);
    this.#made.delete(snapshot);
    this.#ready.delete(snapshot);
    void made?.then(() => this.#send({ kind: 'drop', snapshot })).catch(() => undefined);
  }

  /** Ends the worker; nothing is asked any more. */
  close(): void {
    this.#watched?.end();
  }

  async #send(message: ToCubes, transfer: Transferable[] = []): Promise<FromCubes> {
    const { worker, hear } = (this.#watched ??= this.#start());
    const told = await hear(
      new Promise<FromCubes>((resolve) => {
        this.#waiting.push(resolve);
        worker.postMessage(message, transfer);
      }),
      silenceMs + this.#building / rowsPerMs,
    );
    this.#deaths = 0;
    if (told.fault !== undefined) throw new RangeError(told.fault);
    return told;
  }

  #start(): Watched {
    if (this.#deaths >= mostDeaths) throw new AppError('worker_lost');
    const watched = watch(this.#open());
    // Those whose message is not answered yet, in order.
    const waiting: ((told: FromCubes) => void)[] = (this.#waiting = []);
    watched.worker.onmessage = ({ data }: MessageEvent<FromCubes>) => waiting.shift()?.(data);
    // Its cubes are gone with it: they are made anew when they are next asked about.
    watched.lost.addEventListener('abort', () => {
      this.#watched = null;
      this.#deaths++;
      this.#made.clear();
      this.#ready.clear();
    });
    return watched;
  }
}

const buffersOf = (tables: readonly Readonly<Record<string, Int32Array>>[]): ArrayBuffer[] => [
  ...new Set(tables.flatMap((columns) => Object.values(columns).map(({ buffer }) => buffer as ArrayBuffer))),
];
