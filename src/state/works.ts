/** Owns the engine's turn-taking: it is started once, asked, filled by one import at a time, and emptied in the same order. */
import type { Gazetteer } from '../areas/gazetteer.ts';
import type { EngineAbout } from '../engine/about.ts';
import type { Engine, Question } from '../engine/engine.ts';
import type { SourceFile } from '../intake/importing.ts';
import { AppError } from '../model/error.ts';
import type { Receipt } from '../model/receipt.ts';
import type { Cell, Rows } from '../model/rows.ts';
import type { CubeCells } from '../queries/cube-cells.ts';
import type { CubeColumns } from '../queries/cube-columns.ts';
import { onceMore } from '../workers/watching.ts';
import type { OwnOptions, Refilling } from './refilling.ts';
import { Together } from './together.ts';

/** An engine takes a hundred megabytes by itself; so many rows take less. */
const fewRows = 50_000;

/** So long a statement may take that goes over no row; over a national file's it takes longer. */
const [patienceMs, rowsPerMs] = [10_000, 100];

/** Fetched beside the page. */
async function workshop(): Promise<typeof import('./workshop.ts')> {
  try {
    return await import('./workshop.ts');
  } catch (cause) {
    throw new AppError('engine_start', {}, cause);
  }
}

export class Works {
  readonly #gazetteer: Gazetteer;
  /** The country has 77 snapshots; an answer stands in memory three times on its way to the cubes. */
  readonly #columns = new Together<CubeColumns>(5, async (snapshots) => {
    const { askAllCubeColumns } = await workshop();
    return await askAllCubeColumns(await this.#whole(), snapshots);
  });
  readonly #refilling: Refilling;
  #starting: Promise<Engine> | null = null;
  /** The one that `#starting` led to. */
  #used: Engine | null = null;
  /** Holds what is imported anew, until it is adopted or abandoned. */
  #fresh: Engine | null = null;
  /** Rows that were ever brought to the engine, and those on their way. */
  #rows = 0;
  #arriving = 0;
  /** Engines that live and answer nothing. */
  readonly #late = new Set<Engine>();
  /** What is being asked. */
  readonly #asking = new Set<Promise<unknown>>();
  /** Tail of the queue: an import has the work tables, and a transaction on the one connection, to itself. */
  #last: Promise<unknown> = Promise.resolve();

  /** `served`: another engine that is asked in place of this page's own, and never filled. */
  constructor(gazetteer: Gazetteer, refilling: Refilling, served: Engine | null = null) {
    this.#gazetteer = gazetteer;
    this.#refilling = refilling;
    if (served) this.#starting = Promise.resolve(served);
  }

  /** Starts the engine, once; after a failure the next call tries anew. Throws `engine_start`. */
  engine(): Promise<Engine> {
    return this.#starting ?? this.#use(this.#begin());
  }
  #use(starting: Promise<Engine>): Promise<Engine> {
    this.#starting = starting;
    this.#used = null;
    const isUsed = (): boolean => this.#starting === starting;
    starting.then(
      (engine) => {
        if (!isUsed()) return;
        this.#used = engine;
        this.#refilling.tell('back');
        if (engine.lost.aborted) this.#restart(engine);
      },
      () => {
        if (!isUsed()) return;
        this.#starting = null;
        this.#refilling.tell('failed');
      },
    );
    return starting;
  }
  /** In the place of one that died another is started; until it is filled nobody gets it. */
  #restart(lost: Engine): void {
    if (lost !== this.#used) return;
    this.#refilling.tell('restarting');
    this.#rows = 0;
    void this.#use(onceMore(() => this.#begin()));
  }
  async #begin(): Promise<Engine> {
    const { dropSnapshot, dropReference } = await workshop();
    const engine = await this.#start();
    await this.#refilling.refill({
      bring: (files, options) => this.#bring(engine, files, options),
      fill: (work) => work(engine),
      drop: (snapshot) => dropSnapshot(engine, snapshot),
      dropReference: (reference) => dropReference(engine, reference),
    });
    return engine;
  }
  async #start(): Promise<Engine> {
    const { openBrowserEngine, createTables } = await workshop();
    const engine: Engine = await openBrowserEngine((silentMs) => {
      const isLate = silentMs >= patienceMs + (this.#rows + this.#arriving) / rowsPerMs;
      this.#late[isLate ? 'add' : 'delete'](engine);
      this.#refilling.tellLate(this.#late.size > 0);
    });
    await createTables(engine);
    engine.lost.addEventListener('abort', () => this.#restart(engine));
    return engine;
  }
  async #bring(engine: Engine, files: readonly SourceFile[], options: OwnOptions): Promise<Receipt> {
    const { importFiles, openScanWorker: openWorker } = await workshop();
    const progress: OwnOptions['progress'] = (met) => {
      this.#arriving = met.rows;
      options.progress?.(met);
    };
    const all = { ...options, progress, engine, gazetteer: this.#gazetteer, openWorker };
    const receipt = await importFiles(files, all).finally(() => (this.#arriving = 0));
    this.#rows += receipt.rows.read;
    return receipt;
  }

  /** The engine, where it holds all that is open. */
  async #whole(): Promise<Engine> {
    const engine = await this.engine();
    const lack = this.#refilling.lack();
    if (lack) throw lack;
    return engine;
  }

  async ask<T extends Record<string, Cell>>(question: Question, signal?: AbortSignal): Promise<Rows<T>> {
    const { ask } = await workshop();
    return await this.#answered(onceMore(async () => await ask<T>(await this.#whole(), question, signal)));
  }

  /** What the engine tells of itself. */
  async about(): Promise<EngineAbout> {
    const { askAbout } = await workshop();
    return await this.#answered(askAbout(await this.engine()));
  }

  /** What the cube of a snapshot is made from. */
  async cubeColumns(snapshot: number): Promise<CubeColumns> {
    return await this.#answered(onceMore(() => this.#columns.of(snapshot)));
  }

  /** What the cube of a snapshot is made from, counted by the engine; `isShown`: as those may see it who see no rows. */
  async cubeCells(
    snapshot: number,
    isShown: boolean,
    signal: AbortSignal,
    told: (rows: number) => void,
  ): Promise<CubeCells> {
    const { askCubeCells, askShownCells } = await workshop();
    const ask = isShown ? askShownCells : askCubeCells;
    return await this.#answered(ask(await this.#whole(), snapshot, signal, told));
  }

  /**
   * `isAnew`: what comes takes the place of all there is. The memory of an engine never shrinks, so that this goes to a fresh
   * one, unless what the old one held is small beside a second engine. The old one answers meanwhile; whoever says so must
   * then say whether the fresh one is adopted or abandoned. What else is kept, such as tables of areas or other snapshots,
   * would be lost with the old one, so an import beside it goes to that.
   */
  async import(files: readonly SourceFile[], options: OwnOptions, isAnew = false): Promise<Receipt> {
    return await this.#turn(async () => {
      // Where there is no memory for a second engine, the one at hand has to do.
      if (isAnew && this.#rows > fewRows) this.#fresh = await this.#start().catch(() => null);
      const engine = (isAnew ? this.#fresh : null) ?? (await this.engine());
      return await this.#bring(engine, files, options);
    });
  }

  /** The fresh engine is asked from now on, and the old one ends once it has answered. False where there is no fresh one. */
  adopt(): boolean {
    const fresh = this.#fresh;
    const old = this.#starting;
    if (!fresh) return false;
    this.#fresh = null;
    void this.#use(Promise.resolve(fresh));
    this.#turn(async () => {
      await Promise.allSettled(this.#asking);
      await (await old)?.close();
    }).catch(() => undefined);
    return true;
  }

  /** Ends the fresh engine, if there is one: what came is not wanted, or did not come. */
  abandon(): void {
    void this.#fresh?.close();
    this.#fresh = null;
  }

  /** In the place of an engine that lives and answers nothing another is started, as of one that died. */
  restart(): void {
    for (const engine of [...this.#late]) engine.giveUp();
  }

  /** What is asked is answered before its engine ends. */
  async #answered<T>(answer: Promise<T>): Promise<T> {
    this.#asking.add(answer);
    return await answer.finally(() => this.#asking.delete(answer));
  }

  /** Takes a snapshot's rows out of the clean tables. */
  async drop(snapshot: number): Promise<void> {
    const { dropSnapshot } = await workshop();
    await this.#turn(async () => dropSnapshot(await this.engine(), snapshot));
  }

  /** Takes a table of areas out of the clean tables. */
  async dropReference(reference: number): Promise<void> {
    const { dropReference } = await workshop();
    await this.#turn(async () => dropReference(await this.engine(), reference));
  }

  /** Lends the engine for a turn of its own: meanwhile no import enters the clean tables and nothing is dropped. */
  async lend<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
    return await this.#turn(async () => work(await this.#whole()));
  }

  /** Ends whatever engine there is; nothing is asked any more. */
  async close(): Promise<void> {
    this.abandon();
    const ending = this.#starting;
    // What ends so did not die: nothing takes its place.
    this.#used = this.#starting = null;
    await (await ending)?.close();
  }

  #turn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
