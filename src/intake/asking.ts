/** Owns what an import tells and asks while it runs. */
import type { ChoiceCode } from '../i18n/asking.ts';
import type { AreaCode } from '../model/area.ts';
import type { Grain } from '../model/grain.ts';
import type { MappedHeader } from '../model/receipt.ts';
import type { IsoDate } from '../model/snapshot.ts';

export interface ImportProgress {
  readonly stage: 'reading' | 'cleaning' | 'writing';
  /** Name of the file being read; the last one after that. */
  readonly file: string;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly rows: number;
}

/** An as-of date and where in the file it stands. */
export interface FoundDate {
  readonly date: IsoDate;
  readonly from: 'column' | 'name' | 'title';
}

/**
 * What is doubtful about a round: `again`: one of its date stands already, with other content; `smaller`: it has not half of the
 * households of the round before; `amphoe`: it has not the same amphoe.
 */
export interface RoundDoubt {
  readonly code: 'again' | 'smaller' | 'amphoe';
  readonly asOf: IsoDate;
  readonly households: number;
  /** The round that it is set against. */
  readonly before: IsoDate;
  readonly householdsBefore: number;
  readonly missing: readonly AreaCode[];
  readonly added: readonly AreaCode[];
}

/**
 * `round`: `doubts` about it; answer `accept` or `refuse`. `as_of`: the file names no date, or several (`found`); answer with an ISO date. `status_missing`, `status_blank`: `rows`
 * needs have no status; answer `unknown` or `waiting`. `columns`: no column says where households are, or what they need; each of `header` is
 * answered by `answerKey` with a column id, or '' to leave it unread. Without an answer the file is refused.
 * The others are answered with one of `choices`, or with an area's code.
 */
export interface IntakeQuestion {
  /** Unique within one asking; the key of its answer. */
  readonly id: string;
  readonly code: 'as_of' | 'columns' | 'round' | ChoiceCode;
  readonly file: string;
  readonly rows: number;
  readonly proposed: string;
  /** Where a proposed as-of date is from: the latest date in the rows, or the clock where they hold none. */
  readonly from: 'rows' | 'clock' | null;
  /** What may be answered; empty where any valid date may. */
  readonly choices: readonly string[];
  /** The as-of dates of a file that do not agree. */
  readonly found?: readonly FoundDate[];
  readonly doubts?: readonly RoundDoubt[];
  /** Of the choices, those that come first: areas of nearly the name `written`. */
  readonly near?: readonly AreaCode[];
  /** What the file says instead. */
  readonly written?: string;
  /** The file's header, where its columns are asked for. */
  readonly header?: readonly MappedHeader[];
  /** Other rows that could be the header; answered by `headerRowKey` with one's `row` instead of its columns. */
  readonly headerRows?: readonly HeaderChoice[];
  /** What the reader said that a row of it stands for. */
  readonly grain?: Grain;
}

export interface HeaderChoice {
  /** Of the first row of the file, or of two: `3`, `3-4`. */
  readonly row: string;
  /** Its first cells, masked. */
  readonly cells: readonly string[];
}

/** The key of the answer that another row is the header. */
export function headerRowKey(question: string): string {
  return `${question}:row`;
}

/** The key of the answer for one of a header's columns. */
export function answerKey(question: string, index: number): string {
  return `${question}:${index}`;
}

/** Called only where something must be asked: once for columns, once for provinces, once for the rest. What is not answered is as proposed; null cancels. */
export type Ask = (questions: readonly IntakeQuestion[]) => Promise<Readonly<Record<string, string>> | null>;
