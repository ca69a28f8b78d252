/** Owns the small interface behind which every database stands; Arrow IPC in chunks is the border. */
import type { TableName } from '../model/rows.ts';

/** A complete Arrow IPC stream: schema, batches, end. */
export type ArrowIPC = Uint8Array;
export type Parameter = number | string | boolean | null;

/** One SQL statement with `?` for each value. Values are never part of the text. */
export interface Question {
  readonly sql: string;
  readonly params: readonly Parameter[];
}

export interface Engine {
  /** Appends rows to a table, made from the first chunk's schema where it does not exist. The only way for rows to enter. */
  load(
    table: TableName | (string & {}),
    chunks: AsyncIterable<ArrowIPC> | Iterable<ArrowIPC>,
    signal?: AbortSignal,
  ): Promise<void>;
  /** One statement without an answer: create, insert … select, delete, drop, begin, commit, rollback. */
  run(statement: Question, signal?: AbortSignal): Promise<void>;
  /** Answers a question. Each chunk is a complete stream; none holds half an answer's batch. */
  query(question: Question, signal?: AbortSignal): AsyncIterable<ArrowIPC>;
  /** Aborted, for an AppError `worker_lost`, once it has died: whatever still runs is refused with that. */
  readonly lost: AbortSignal;
  /** Takes it for dead, as one that answers nothing: whatever still runs is refused with `worker_lost`. */
  giveUp(): void;
  /** Ends the worker and frees its memory. Whatever still runs is refused with `engine_closed`. */
  close(): Promise<void>;
}
