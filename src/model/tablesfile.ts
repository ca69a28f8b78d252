/** Owns what the file of clean tables is, in which a page hands them to a central database: its parts, and what seals them. */
import type { AreaCode } from './area.ts';
import type { RowsOf, TableName } from './rows.ts';
import type { IsoDate } from './snapshot.ts';

export const tablesFileKind = 'phungpao.tables';
/** Raised when a reader of these files would have to read them differently. */
export const tablesFileVersion = 1;
export const manifestPath = 'manifest.json';
export const receiptPath = 'receipt.json';

export interface SealedPart {
  /** Within the file. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface TablesManifest {
  readonly kind: typeof tablesFileKind;
  readonly version: number;
  /** `clusterForm` and `tableForm` of the page that wrote it: what columns and codes mean. */
  readonly form: number;
  readonly tables: string;
  /** `number` stands in the column `snapshot`; a receiver gives its own. */
  readonly snapshots: readonly {
    readonly number: number;
    readonly province: AreaCode;
    readonly asOf: IsoDate;
    readonly households: number;
    readonly needs: number;
  }[];
  readonly rows: RowsOf;
  /** The files that were opened, without their names. */
  readonly sources: readonly { readonly bytes: number; readonly sha256: string }[];
  /** Each a complete Arrow stream, in the order in which the rows lie. */
  readonly parts: readonly (SealedPart & { readonly table: TableName })[];
  readonly receipt: SealedPart;
}
