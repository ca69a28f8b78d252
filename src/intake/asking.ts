/** Owns what an import tells and asks while it runs. */

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
 * answer `unknown` or `waiting`.
 */
export interface IntakeQuestion {
  /** Unique within one asking; the key of its answer. */
  readonly id: string;
  readonly code: 'as_of' | 'status_missing' | 'status_blank';
  readonly file: string;
  readonly rows: number;
  readonly proposed: string;
  /** Where a proposed as-of date is from: the latest date in the rows, or the clock where they hold none. */
  readonly from: 'rows' | 'clock' | null;
  /** What may be answered; empty where any valid date may. */
  readonly choices: readonly string[];
}

/** Called at most once, and only where something must be asked. What is not answered is as proposed; null cancels. */
export type Ask = (questions: readonly IntakeQuestion[]) => Promise<Readonly<Record<string, string>> | null>;
