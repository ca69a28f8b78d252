/** Owns the engine's turn-taking: it is started once, asked, filled by one import at a time, and emptied in the same order. */
import type { Gazetteer } from '../areas/gazetteer.ts';
import type { EngineAbout } from '../engine/about.ts';
import type { Engine, Question } from '../engine/engine.ts';
import type { ImportOptions, SourceFile } from '../intake/importing.ts';
import { AppError } from '../model/error.ts';
import type { Receipt } from '../model/receipt.ts';
import type { Cell, Rows } from '../model/rows.ts';
import type { CubeColumns } from '../queries/cube-columns.ts';
import { Together } from './together.ts';

/** What an import is told besides what is at hand here. */
export type OwnOptions = Omit<ImportOptions, 'engine' | 'gazetteer' | 'openWorker'>;

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
  /** The country has 77 snapshots; all of them at once would need a second copy of it in memory. */
  readonly #columns = new Together<CubeColumns>(16, async (snapshots) => {
    const { askAllCubeColumns } = await workshop();
    return await askAllCubeColumns(await this.engine(), snapshots);
  });
  #starting: Promise<Engine> | null = null;
  /** Tail of the queue: an import has the work tables, and a transaction on the one connection, to itself. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  /** Starts the engine, once; after a failure the next call tries anew. Throws `engine_start`. */
  engine(): Promise<Engine> {
    this.#starting ??= this.#start().catch((fault: unknown) => {
      this.#starting = null;
      throw fault;
    });
    return this.#starting;
  }
  async #start(): Promise<Engine> {
    const { openBrowserEngine, createTables } = await workshop();
    const engine = await openBrowserEngine();
    await createTables(engine);
    return engine;
  }

  async ask<T extends Record<string, Cell>>(question: Question, signal?: AbortSignal): Promise<Rows<T>> {
    const { ask } = await workshop();
    return await ask<T>(await this.engine(), question, signal);
  }

  /** What the engine tells of itself. */
  async about(): Promise<EngineAbout> {
    const { askAbout } = await workshop();
    return await askAbout(await this.engine());
  }

  /** What the cube of a snapshot is made from. */
  async cubeColumns(snapshot: number): Promise<CubeColumns> {
    return await this.#columns.of(snapshot);
  }

  async import(files: readonly SourceFile[], options: OwnOptions): Promise<Receipt> {
    const { importFiles, openScanWorker: openWorker } = await workshop();
    const gazetteer = this.#gazetteer;
    return await this.#turn(async () =>
      importFiles(files, { ...options, engine: await this.engine(), gazetteer, openWorker }),
    );
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

  #turn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
