/** Owns what an import tells: every row accounted for, every rule named, every doubt counted. */
import type { AreaCode, Place } from './area.ts';
import type { IsoDate, Snapshot } from './snapshot.ts';

/** A judgement on a row: an error quarantines it, a warning keeps it. Never an exception. */
export interface Problem {
  /** Index into `Receipt.files`. */
  readonly file: number;
  /** 1-based physical line on which the record begins. */
  readonly line: number;
  /** Column id of `model/columns`, or null for the whole record. */
  readonly column: string | null;
  readonly code: string;
  /** The offending cell as written; masked where the column is personal. */
  readonly value: string | null;
}

export interface QuarantinedRow extends Problem {
  /** The whole record as it stood in the file. Personal: shown only when asked for. */
  readonly text: string;
}

export interface ProblemCount {
  readonly code: string;
  readonly column: string | null;
  readonly rows: number;
  /** At most ten. */
  readonly examples: readonly Problem[];
}

export interface MappedHeader {
  readonly header: string;
  /** Column id of `model/columns`; null where the header was not recognised and is left unread. */
  readonly column: string | null;
}

export interface FileReceipt {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly format: string;
  readonly encoding: string;
  readonly grain: 'wide' | 'long';
  readonly asOf: IsoDate;
  readonly asOfFrom: 'column' | 'name' | 'title' | 'asked';
  readonly headers: readonly MappedHeader[];
}

/** `read = kept + quarantined + setAside`; `warned` counts kept rows with at least one warning. Unit: records of the files. */
export interface RowCounts {
  readonly read: number;
  readonly kept: number;
  readonly quarantined: number;
  readonly setAside: number;
  readonly warned: number;
}

export interface Receipt {
  readonly files: readonly FileReceipt[];
  readonly rows: RowCounts;
  /** Records that are none: title, blank line, total row; by the rule that said so. Header rows are not records and are not counted. */
  readonly setAside: readonly { readonly rule: string; readonly rows: number }[];
  readonly quarantined: readonly QuarantinedRow[];
  readonly warnings: readonly ProblemCount[];
  /** Values met that no rule knows, with the column and the number of rows. */
  readonly unknownValues: readonly { readonly column: string; readonly value: string; readonly rows: number }[];
  /** What was assumed or answered: a missing or blank status, for example. */
  readonly assumptions: readonly { readonly code: string; readonly rows: number }[];
  /** Households per snapshot; `unplaced` by reason. */
  readonly snapshots: readonly {
    readonly number: number;
    readonly snapshot: Snapshot;
    readonly households: number;
    readonly needs: number;
    readonly areas: readonly { readonly area: AreaCode; readonly households: number }[];
    readonly places: Readonly<Partial<Record<Place, number>>>;
  }[];
}
