/** Owns what an import tells: every row accounted for, every rule named, every doubt counted. */
import type { AreaCode, Level, Place } from './area.ts';
import type { AreaFigureId } from './areafigure.ts';
import type { ColumnId } from './columns.ts';
import type { Grain } from './grain.ts';
import type { HeaderFrom } from './headerrow.ts';
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
  /** Its fields, as personal; none where the record can't be split. */
  readonly fields: readonly string[];
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
  /** Null where the header was not recognised and is left unread. */
  readonly column: ColumnId | null;
  /** Up to three different cells; masked where they are personal or look so. */
  readonly samples?: readonly string[];
}

/** A different cell of a column of words (status, visit, class, marks, flags), blank ones included. */
export interface MappedValue {
  readonly column: ColumnId;
  readonly value: string;
  readonly rows: number;
  /** What it was taken for, of `model/option`; null where that is nothing. */
  readonly option: string | null;
  readonly isUnknown: boolean;
  /** Taken so because the reader said so. */
  readonly isCorrected: boolean;
}

/** A place name that names no one area, or that the reader has said the area of. */
export interface UnplacedName {
  readonly key: string;
  readonly level: Level;
  /** Where it was looked for; null for the whole country. */
  readonly within: AreaCode | null;
  readonly name: string;
  readonly rows: number;
  /** Areas of this very name, or of the nearest ones. */
  readonly choices: readonly AreaCode[];
  readonly accepted: AreaCode | null;
}

/** A sheet that was counted and left unread. */
export interface UnreadSheet {
  /** With the file's name before it, as `Corrections.sheets` names it. */
  readonly name: string;
  readonly rows: number;
  readonly isHidden: boolean;
  /** Its columns tell of households. */
  readonly isUseful: boolean;
}

/** A way in which rows say where they are, and what it was taken for; null for nowhere. */
export interface MetPlace {
  /** Codes and names as written, from the finest. */
  readonly written: string;
  readonly area: AreaCode | null;
  readonly place: Place;
  readonly rows: number;
}

export interface FileReceipt {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly format: string;
  readonly encoding: string;
  readonly grain: Grain;
  /** Said by the reader; else told from the columns. */
  readonly grainFrom: 'columns' | 'corrected';
  /** Null where a table of areas tells none: it needs none, and is not asked for it. */
  readonly asOf: IsoDate | null;
  /** Of a file of several rounds: each date with its rows, the commonest (`asOf`) first. */
  readonly rounds?: readonly { readonly asOf: IsoDate; readonly rows: number }[];
  readonly asOfFrom: 'column' | 'name' | 'title' | 'asked' | 'corrected' | 'households' | 'none';
  readonly headers: readonly MappedHeader[];
  readonly headerKey: string;
  readonly headerFrom: HeaderFrom;
  /** Of a workbook, told with the first of its sheets that was read. */
  readonly unreadSheets?: readonly UnreadSheet[];
}

/** A file whose rows are areas: which figures it gave, of how many areas. */
export interface AreaTable {
  /** The session's number of the table in the clean tables. */
  readonly number: number;
  /** Index into `Receipt.files`. */
  readonly file: number;
  /** Of the Christian era; null where none is told. */
  readonly year: number | null;
  readonly figures: readonly { readonly figure: AreaFigureId; readonly level: Level; readonly areas: number }[];
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
  /** At most 300 of each column, the unknown first. */
  readonly values: readonly MappedValue[];
  /** At most 200, the commonest first. */
  readonly unplaced?: readonly UnplacedName[];
  /** At most 300, the doubtful first. */
  readonly places?: readonly MetPlace[];
  /** What was assumed or answered: a missing or blank status, for example. */
  readonly assumptions: readonly { readonly code: string; readonly rows: number }[];
  readonly tables?: readonly AreaTable[];
  /** Households per snapshot; `unplaced` by reason. */
  readonly snapshots: readonly {
    readonly number: number;
    readonly snapshot: Snapshot;
    /** Made from acts of help alone. */
    readonly isActs?: boolean;
    readonly households: number;
    readonly needs: number;
    readonly areas: readonly { readonly area: AreaCode; readonly households: number }[];
    readonly places: Readonly<Partial<Record<Place, number>>>;
    /** Up to ten rows of each place but `placed`. */
    readonly unplaced: Readonly<Partial<Record<Place, readonly Problem[]>>>;
  }[];
}
