/** Owns a server that keeps rounds in place of files: who is signed in to it, what it has, and what is on its way from it. */
import { getContext } from 'svelte';
import type { Engine } from '../engine/engine.ts';
import { AppError } from '../model/error.ts';
import type { CubeCells } from '../queries/cube-cells.ts';
import { heldBackIn } from '../queries/cube-shown.ts';
import type { Entry, ServedRound } from './entry.ts';

export interface Account {
  readonly host: string;
  readonly user: string;
  /** Rows of households; else counts by amphoe alone, without small ones. */
  readonly seesRows: boolean;
}

/** Looks at what a server keeps; null: at files again. Whatever is open is closed, so it is the whole page's to do. */
export type Turn = (served: Served | null) => void;
export const turnKey = Symbol('turn');
export const useTurn = (): Turn => getContext<Turn>(turnKey);

/** How a cube is asked for; `told` hears how many of its rows have come. */
export type AskCells = (signal: AbortSignal, told: (rows: number) => void) => Promise<CubeCells>;

/** Cubes asked for at a time: the country has 77. */
const lanes = 3;

export class Served {
  readonly account: Account;
  readonly entries: readonly Entry[];
  readonly engine: Engine;
  #bytes = $state(0);
  /** Rows so far of each cube that is on its way. */
  #coming = $state.raw<ReadonlyMap<number, number>>(new Map());
  /** Households of each round that are told of by no more than their number. */
  #heldBack = $state.raw<ReadonlyMap<number, number>>(new Map());
  #stop = new AbortController();
  readonly #lanes: Promise<unknown>[] = Array.from({ length: lanes }, () => Promise.resolve());
  #turn = 0;

  /** `open` is told whom to tell of bytes of answers. */
  constructor(account: Account, entries: readonly Entry[], open: (received: (bytes: number) => void) => Engine) {
    this.account = account;
    this.entries = entries;
    this.engine = open((bytes) => this.#coming.size > 0 && (this.#bytes += bytes));
  }

  /** Cubes that are on their way, and what has come of them; null while none is. */
  get coming(): { readonly cubes: number; readonly rows: number; readonly bytes: number } | null {
    const rows = [...this.#coming.values()];
    return rows.length === 0
      ? null
      : { cubes: rows.length, rows: rows.reduce((sum, one) => sum + one, 0), bytes: this.#bytes };
  }

  /** Small counts are held back: figures are at least as large as they are shown, and none is told to be none. */
  get isPartial(): boolean {
    return !this.account.seesRows;
  }
  /** Of some rounds together; null where that is not known yet. */
  heldBackOf(entries: readonly Entry[]): number | null {
    const all = entries.map(({ number }) => this.#heldBack.get(number));
    return all.reduce<number | null>((sum, one) => (sum === null || one === undefined ? null : sum + one), 0);
  }

  /** What the cube of a round is made of, whole or not at all. */
  async cells(number: number, round: ServedRound, ask: AskCells): Promise<CubeCells> {
    const { signal } = this.#stop;
    const lane = this.#turn++ % lanes;
    const work = async (): Promise<CubeCells> => {
      signal.throwIfAborted();
      const cells = await ask(signal, (rows) => this.#tell(number, rows));
      const come = cells.households.reduce((sum, one) => sum + one, 0);
      // Of a round that was brought in again, or that the account may not see any more, nothing comes; a shard that is away
      // leaves its own out.
      const isWhole = this.isPartial ? come <= round.households : come === round.households;
      if (!isWhole) throw new AppError(come === 0 ? 'cluster_gone' : 'cluster_cut');
      this.#heldBack = new Map([...this.#heldBack, [number, round.households - come + heldBackIn(cells)]]);
      return cells;
    };
    if (this.#coming.size === 0) this.#bytes = 0;
    this.#tell(number, 0);
    const turn = (this.#lanes[lane] ?? Promise.resolve()).then(work);
    this.#lanes[lane] = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#coming = new Map([...this.#coming].filter(([other]) => other !== number));
    }
  }
  #tell(number: number, rows: number): void {
    this.#coming = new Map([...this.#coming, [number, rows]]);
  }

  /** Calls off whatever is on its way. */
  stop(): void {
    this.#stop.abort(new AppError('cluster_stopped'));
    this.#stop = new AbortController();
  }
}
