/** Owns DuckDB-WASM: the one file that knows it. Opens it shut to the outside, and answers one statement at a time. */
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { AppError } from '../model/error.ts';
import { unless } from '../workers/unless.ts';
import { watch, type Watched } from '../workers/watching.ts';
import type { ArrowIPC, Engine, Question } from './engine.ts';
import { ask } from './rows.ts';

export interface DuckDBParts {
  readonly worker: Worker;
  /** Where the worker finds `duckdb-eh.wasm`. */
  readonly wasmUrl: string;
  /** A worker that can't start may never say so. While WebAssembly is on its way over a slow line, it says how far that is. */
  readonly startSilenceMs?: number;
  /** What rows and questions may take together; the engine's own choice by default, three quarters of what WebAssembly can. */
  readonly memoryLimitBytes?: number;
  /** Told of a statement that takes long: for how long nothing has been heard of it, and 0 once it has ended. */
  readonly onsilence?: (silentMs: number) => void;
}

/** Rows stand in a database of their own, because only an attached one packs its columns in memory: a tenth of the bytes. */
const packed = ["attach ':memory:' as packed (compress)", 'use packed'];

/**
 * Nothing may be fetched, attached or loaded from here on, and the lock can't be undone. Extensions would be looked for
 * on the internet, so their loading is off before anything else is asked.
 */
const shut = [
  'set autoload_known_extensions = false',
  'set autoinstall_known_extensions = false',
  'set enable_external_access = false',
  'set lock_configuration = true',
];

/** As the engine says it, and as WebAssembly and the page do. */
const outOfMemory =
  /out of memory|memory access out of bounds|array buffer allocation failed|cannot enlarge memory|bad_alloc|\bOOM\b/i;

/** As the worker says it where WebAssembly broke off in the middle: what is in its memory is not to be trusted any more. */
const trap = 'RuntimeError';

/** A statement over millions of rows takes its time; one that takes so long never ends. */
const silenceMs = 300_000;

/** Starts DuckDB in the given worker. Throws `engine_start` when it can't be started. */
export async function openDuckDB({
  worker,
  wasmUrl,
  startSilenceMs = 10_000,
  memoryLimitBytes,
  onsilence,
}: DuckDBParts): Promise<Engine> {
  const watched = watch(worker, null);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  const start = async (): Promise<number> => {
    // Without a listener nothing is told of how far it is.
    await database.instantiate(wasmUrl, null, () => undefined);
    await database.open({ path: ':memory:', query: { castBigIntToDouble: true, castDecimalToDouble: true } });
    const id = await database.connectInternal();
    const limit = memoryLimitBytes === undefined ? [] : [`set memory_limit = '${Math.round(memoryLimitBytes)}B'`];
    for (const sql of [...packed, ...limit, ...shut]) await database.runQuery(id, sql);
    return id;
  };
  try {
    return new DuckDB(database, await watched.hear(start(), startSilenceMs), watched, onsilence);
  } catch (cause) {
    watched.end();
    throw new AppError('engine_start', {}, cause);
  }
}

class DuckDB implements Engine {
  readonly #database: AsyncDuckDB;
  readonly #connection: number;
  readonly #watched: Watched;
  readonly #onsilence: DuckDBParts['onsilence'];
  /** Tail of the queue: a connection holds one statement at a time. */
  #last: Promise<unknown> = Promise.resolve();
  readonly #closing = new AbortController();

  constructor(database: AsyncDuckDB, connection: number, watched: Watched, onsilence: DuckDBParts['onsilence']) {
    this.#database = database;
    this.#connection = connection;
    this.#watched = watched;
    this.#onsilence = onsilence;
    this.lost.addEventListener('abort', () => this.#closing.abort(this.lost.reason));
  }

  get lost(): AbortSignal {
    return this.#watched.lost;
  }

  async load(table: string, chunks: AsyncIterable<ArrowIPC> | Iterable<ArrowIPC>, signal?: AbortSignal): Promise<void> {
    const name = identifier(table);
    const sql = 'select count(*) as tables from duckdb_tables() where table_name = ?';
    const found = await ask<{ tables: number }>(this, { sql, params: [name] }, signal);
    let create = found.columns.tables[0] === 0;
    for await (const chunk of chunks) {
      signal?.throwIfAborted();
      const options = { name, create };
      await this.#turn(() => this.#database.insertArrowFromIPCStream(this.#connection, chunk, options), `load ${name}`);
      create = false;
    }
  }

  async run(statement: Question, signal?: AbortSignal): Promise<void> {
    for await (const chunk of this.query(statement, signal)) void chunk;
  }

  /** The whole answer is taken in one turn, so that a reader who stops half-way can't leave the connection in use. */
  async *query({ sql, params }: Question, signal?: AbortSignal): AsyncGenerator<ArrowIPC> {
    signal?.throwIfAborted();
    const answer = await this.#turn(async () => {
      signal?.throwIfAborted();
      const statement = await this.#database.createPrepared(this.#connection, sql);
      try {
        return await this.#database.runPrepared(this.#connection, statement, [...params]);
      } finally {
        if (!this.#closing.signal.aborted) await this.#database.closePrepared(this.#connection, statement);
      }
    }, sql);
    signal?.throwIfAborted();
    yield streamOf(answer);
  }

  giveUp(): void {
    this.#watched.giveUp('the reader waits no longer');
  }

  close(): Promise<void> {
    this.#closing.abort(new AppError('engine_closed'));
    this.#watched.end();
    return Promise.resolve();
  }

  /** Waits for its turn; refused once the engine is closed, even half-way through. */
  async #turn<T>(work: () => Promise<T>, what: string): Promise<T> {
    const closed = this.#closing.signal;
    const turn = this.#last.then(() => {
      closed.throwIfAborted();
      return this.#watched.hear(work(), silenceMs, this.#onsilence);
    });
    this.#last = turn.catch(() => undefined);
    try {
      return await unless(closed, turn);
    } catch (cause) {
      if (cause instanceof AppError || (cause instanceof DOMException && cause.name === 'AbortError')) throw cause;
      const { name, message } = cause instanceof Error ? cause : { name: '', message: '' };
      if (name === trap) this.#watched.giveUp(cause);
      if (outOfMemory.test(message)) throw new AppError('engine_memory', {}, cause);
      if (this.lost.aborted) throw this.lost.reason as AppError;
      throw new AppError('engine_query', { sql: what, message }, cause);
    }
  }
}

/** Answers come as Arrow files: between the mark at their beginning and the directory at their end lies the stream. */
function streamOf(file: ArrowIPC): ArrowIPC {
  const markBytes = 8;
  const tailBytes = 10;
  const tail = new DataView(file.buffer, file.byteOffset + file.length - tailBytes, tailBytes);
  return file.subarray(markBytes, file.length - tailBytes - tail.getInt32(0, true));
}

/** Table names go into statements as text, so they are held to what needs no quoting. */
function identifier(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new AppError('engine_query', { sql: name, message: 'not a table name' });
  return name;
}
