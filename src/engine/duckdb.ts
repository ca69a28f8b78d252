/** Owns DuckDB-WASM: the one file that knows it. Opens it shut to the outside, and answers one statement at a time. */
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { AppError } from '../model/error.ts';
import type { ArrowIPC, Engine, Question } from './engine.ts';
import { ask } from './rows.ts';

export interface DuckDBParts {
  readonly worker: Worker;
  /** Where the worker finds `duckdb-eh.wasm`. */
  readonly wasmUrl: string;
  /** A page without WebAssembly never hears from its worker, so waiting has an end. */
  readonly startTimeoutMs?: number;
  /** What rows and questions may take together; the engine's own choice by default, three quarters of what WebAssembly can. */
  readonly memoryLimitBytes?: number;
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

/** Starts DuckDB in the given worker. Throws `engine_start` when it can't be started in time. */
export async function openDuckDB({
  worker,
  wasmUrl,
  startTimeoutMs = 60_000,
  memoryLimitBytes,
}: DuckDBParts): Promise<Engine> {
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    const connection = await inTime(startTimeoutMs, async () => {
      await database.instantiate(wasmUrl);
      await database.open({ path: ':memory:', query: { castBigIntToDouble: true, castDecimalToDouble: true } });
      const id = await database.connectInternal();
      const limit = memoryLimitBytes === undefined ? [] : [`set memory_limit = '${Math.round(memoryLimitBytes)}B'`];
      for (const sql of [...packed, ...limit, ...shut]) await database.runQuery(id, sql);
      return id;
    });
    return new DuckDB(database, connection);
  } catch (cause) {
    worker.terminate();
    throw new AppError('engine_start', {}, cause);
  }
}

class DuckDB implements Engine {
  readonly #database: AsyncDuckDB;
  readonly #connection: number;
  /** Tail of the queue: a connection holds one statement at a time. */
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  #refuse: (reason: AppError) => void = () => undefined;
  readonly #closed: Promise<never>;

  constructor(database: AsyncDuckDB, connection: number) {
    this.#database = database;
    this.#connection = connection;
    this.#closed = new Promise<never>((_, refuse) => (this.#refuse = refuse));
    this.#closed.catch(() => undefined);
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
        if (!this.#isClosed) await this.#database.closePrepared(this.#connection, statement);
      }
    }, sql);
    signal?.throwIfAborted();
    yield streamOf(answer);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#refuse(new AppError('engine_closed'));
    await this.#database.terminate();
  }

  /** Waits for its turn; refused once the engine is closed, even half-way through. */
  async #turn<T>(work: () => Promise<T>, what: string): Promise<T> {
    const turn = Promise.race([this.#closed, this.#last.then(() => (this.#isClosed ? this.#closed : work()))]);
    this.#last = turn.catch(() => undefined);
    try {
      return await turn;
    } catch (cause) {
      if (cause instanceof AppError || (cause instanceof DOMException && cause.name === 'AbortError')) throw cause;
      const message = cause instanceof Error ? cause.message : '';
      if (outOfMemory.test(message)) throw new AppError('engine_memory', {}, cause);
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

async function inTime<T>(limitMs: number, work: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`no answer within ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([late, work()]);
  } finally {
    clearTimeout(timer);
  }
}
