/** Owns what an import tells and asks while it runs. */
import type { MappedHeader } from '../model/receipt.ts';

export interface ImportProgress {
  readonly stage: 'reading' | 'cleaning' | 'writing';
  /** Name of the file being read; the last one after that. */
  readonly file: string;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly rows: number;
}

/**
 * `as_of`: the file names no date; answer with an ISO date. `status_missing`, `status_blank`: `rows` needs have no status;
 * answer `unknown` or `waiting`. `columns`: no column says where households are, or what they need; each of `header` is
 * answered by `answerKey` with a column id, or '' to leave it unread. Without an answer the file is refused.
 */
export interface IntakeQuestion {
  /** Unique within one asking; the key of its answer. */
  readonly id: string;
  readonly code: 'as_of' | 'status_missing' | 'status_blank' | 'columns';
  readonly file: string;
  readonly rows: number;
  readonly proposed: string;
  /** Where a proposed as-of date is from: the latest date in the rows, or the clock where they hold none. */
  readonly from: 'rows' | 'clock' | null;
  /** What may be answered; empty where any valid date may. */
  readonly choices: readonly string[];
  /** The file's header, where its columns are asked for. */
  readonly header?: readonly MappedHeader[];
}

/** The key of the answer for one of a header's columns. */
export function answerKey(question: string, index: number): string {
  return `${question}:${index}`;
}

/** Called only where something must be asked: once for columns, once for the rest. What is not answered is as proposed; null cancels. */
export type Ask = (questions: readonly IntakeQuestion[]) => Promise<Readonly<Record<string, string>> | null>;
