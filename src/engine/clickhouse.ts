/** Owns ClickHouse over HTTP: the one file that knows its protocol. Values go beside the text, and nothing half is an answer. */
import { DataType, tableFromIPC } from 'apache-arrow';
import { AppError } from '../model/error.ts';
import { ArrowFrames, streamsOf } from './arrowframes.ts';
import { isPassing, refusal } from './clusterfault.ts';
import { bytewise, escaped, identifier, typeOf } from './clickhousetext.ts';
import { isSeveral, speak, type Dialect } from './dialect.ts';
import { unless } from '../workers/unless.ts';
import type { ArrowIPC, Engine, Question } from './engine.ts';

/** Typed by the reader, kept in memory, sent in headers: never in an address, which servers write into logs. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

export interface ClickHouseParts {
  readonly origin: string;
  readonly credentials: Credentials;
  readonly dialect: Dialect;
  readonly database?: string;
  /** Whether rows for a table that there is none of make one. */
  readonly isMaking?: boolean;
  /** So long without a byte, and a question is given up. */
  readonly timeoutMs?: number;
  /** Waited before each further try of a question of which nothing has come. */
  readonly retriesMs?: readonly number[];
  /** Bytes of answers, as they come. */
  readonly received?: (bytes: number) => void;
}

type Settings = Readonly<Record<string, string | number>>;

/** Nulls as in other engines, names as in other engines, and an Arrow stream that any reader reads. */
const manners: Settings = {
  join_use_nulls: 1,
  prefer_column_name_to_alias: 1,
  aggregate_functions_null_for_empty: 1,
  union_default_mode: 'ALL',
  group_by_use_nulls: 1,
  joined_subquery_requires_alias: 0,
  output_format_arrow_compression_method: 'none',
  output_format_arrow_low_cardinality_as_dictionary: 0,
};
/** Read-only is said last: after it nothing can be set, nothing written, and no table function reaches out. */
const asking: Settings = {
  ...manners,
  default_format: 'ArrowStream',
  cancel_http_readonly_queries_on_client_close: 1,
  readonly: 1,
};

export function openClickHouse(parts: ClickHouseParts): Engine {
  return new ClickHouse(parts);
}

interface Request {
  readonly settings: Settings;
  readonly body: BodyInit;
  /** What the fault is told with. */
  readonly sql: string;
}

class ClickHouse implements Engine {
  readonly #parts: ClickHouseParts;
  /** What is under way, each with its own way to be stopped: a signal for all would gather listeners. */
  readonly #running = new Set<AbortController>();
  #closed: AppError | null = null;
  /** A server is started again by others; meanwhile questions are refused. */
  readonly lost = new AbortController().signal;

  constructor(parts: ClickHouseParts) {
    this.#parts = parts;
  }

  async load(table: string, chunks: AsyncIterable<ArrowIPC> | Iterable<ArrowIPC>, signal?: AbortSignal): Promise<void> {
    const { isMaking = true } = this.#parts;
    const name = identifier(table);
    const sql = `load ${name}`;
    for await (const given of chunks)
      for (const chunk of streamsOf(given)) {
        const table = tableFromIPC(chunk);
        const columns = table.schema.fields.map(({ name: column, type }) => ({ column: identifier(column), type }));
        const told = columns.filter(
          // Arrow's own writer leaves out the bits of flags that are all null, and the server's reader misses them.
          ({ column, type }) => !DataType.isBool(type) || table.getChild(column)?.nullCount !== table.numRows,
        );
        const defined = columns.map(({ column, type }) => `${column} ${typeOf(type)}`).join(', ');
        const create = `create table if not exists ${name} (${defined}) engine = MergeTree order by tuple()`;
        if (isMaking) await this.#do({ settings: {}, body: create, sql }, signal);
        const query = `insert into ${name} (${told.map(({ column }) => column).join(', ')}) format ArrowStream`;
        await this.#do({ settings: { query }, body: chunk.slice(), sql }, signal);
      }
  }

  async run(statement: Question, signal?: AbortSignal): Promise<void> {
    await this.#do({ settings: manners, body: this.#said(statement), sql: statement.sql }, signal);
  }

  /** A question changes nothing: while none of its answer has been given on, it may be asked again. */
  async *query(question: Question, signal?: AbortSignal): AsyncGenerator<ArrowIPC> {
    const { retriesMs = [300, 1200] } = this.#parts;
    const request = { settings: asking, body: this.#said(question), sql: question.sql };
    for (let tries = 0; ; tries++) {
      let isBegun = false;
      try {
        for await (const chunk of this.#answer(request, signal)) {
          isBegun = true;
          yield chunk;
        }
        return;
      } catch (fault) {
        const waitMs = retriesMs[tries];
        if (isBegun || waitMs === undefined || !isPassing(fault)) throw fault;
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  }

  /** A server needs no other in its place: what runs is refused, and the next question is asked as ever. */
  readonly giveUp = (): void => this.#running.forEach((halt) => halt.abort(new AppError('worker_lost')));

  close(): Promise<void> {
    this.#closed = new AppError('engine_closed');
    for (const halt of this.#running) halt.abort(this.#closed);
    return Promise.resolve();
  }

  /** In the body, text and values alike: an address with a value in it would stand in somebody's log. */
  #said(question: Question): FormData {
    const { sql } = question;
    if (isSeveral(sql)) throw new AppError('engine_query', { sql, message: 'several statements' });
    const spoken = speak(question, this.#parts.dialect);
    const form = new FormData();
    form.set('query', spoken.sql);
    spoken.params.forEach((param, at) => form.set(`param_p${at}`, escaped(param)));
    return form;
  }

  async #do(request: Request, signal?: AbortSignal): Promise<void> {
    const text = new TextDecoder();
    let said = '';
    for await (const bytes of this.#bytes(request, signal)) said += text.decode(bytes, { stream: true });
    if (isRefusal(said)) throw refusal(said, request.sql, 200);
  }

  async *#answer(request: Request, signal?: AbortSignal): AsyncGenerator<ArrowIPC> {
    const frames = new ArrowFrames();
    let isAnswered = false;
    for await (const bytes of this.#bytes(request, signal)) {
      this.#parts.received?.(bytes.length);
      for (const chunk of frames.take(bytes)) {
        isAnswered = true;
        yield chunk;
      }
    }
    if (!frames.isWhole) {
      // With the server's reason in its tail, or without one. Nothing of an answer at all: some other thing answers here.
      const rest = new TextDecoder().decode(frames.rest);
      if (isRefusal(rest)) throw refusal(rest, request.sql, 200);
      throw new AppError(frames.empty ? 'cluster_cut' : 'cluster_unreachable', {});
    }
    if (!isAnswered && frames.empty) yield frames.empty;
  }

  /** The bytes of what is answered; whoever stops listening stops the server too. */
  async *#bytes({ settings, body, sql }: Request, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
    const { timeoutMs = 60_000 } = this.#parts;
    const id = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16)).join('-');
    const halt = new AbortController();
    const all = halt.signal;
    if (this.#closed) throw this.#closed;
    signal?.throwIfAborted();
    const stop = (): void => halt.abort(signal?.reason);
    signal?.addEventListener('abort', stop);
    this.#running.add(halt);
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
    const late = new AppError('cluster_slow', { seconds: Math.round(timeoutMs / 1000) });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => halt.abort(late), timeoutMs);
    };
    let isOver = false;
    let isBegun = false;
    try {
      wait();
      // The end is not left to the request alone: one that is under way does not hear of it everywhere.
      const response = await unless(all, this.#post({ ...settings, query_id: id }, body, all));
      if (!response.ok) {
        const text = await unless(all, response.text());
        isOver = true;
        throw refusal(text, sql, response.status);
      }
      reader = response.body?.getReader();
      isBegun = true;
      for (;;) {
        wait();
        const { done, value } = reader ? await unless(all, reader.read()) : { done: true };
        if (done || value === undefined) break;
        yield value;
      }
      isOver = true;
    } catch (fault) {
      if (fault instanceof AppError || all.aborted) throw all.aborted ? all.reason : fault;
      isOver = true;
      throw new AppError(isBegun ? 'cluster_cut' : 'cluster_unreachable', {}, fault);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      this.#running.delete(halt);
      halt.abort();
      reader?.cancel().catch(() => undefined);
      if (!isOver) this.#kill(id);
    }
  }

  /** Nobody waits for it, and that it fails is no matter: a server ends what has no reader by itself. */
  #kill(id: string): void {
    const form = new FormData();
    form.set('query', 'kill query where query_id = {id:String} async');
    form.set('param_id', id);
    this.#post({}, form, AbortSignal.timeout(5000)).then(
      (response) => response.body?.cancel(),
      () => undefined,
    );
  }

  #post(settings: Settings, body: BodyInit, signal: AbortSignal): Promise<Response> {
    const { origin, credentials, database } = this.#parts;
    const url = new URL(origin);
    if (database !== undefined) url.searchParams.set('database', database);
    for (const [name, value] of Object.entries(settings)) url.searchParams.set(name, String(value));
    const headers = {
      'X-ClickHouse-User': bytewise(credentials.user),
      'X-ClickHouse-Key': bytewise(credentials.password),
    };
    return fetch(url, {
      method: 'POST',
      body,
      headers,
      signal,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
    });
  }
}

const isRefusal = (text: string): boolean => /Code: \d+\. DB::Exception/.test(text);
