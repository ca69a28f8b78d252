/** Owns the faults that a reader is told about: a bad file, URL or network. Bad rows are values, bugs are thrown. */

export const errorCodes = [
  'file_empty',
  'file_header_only',
  'file_not_text',
  'file_encoding',
  'file_no_known_column',
  'file_column_missing',
  'file_read',
  'file_format',
  'file_too_wide',
  'file_nothing_kept',
  'file_codes_lost',
  'file_round_refused',
  'file_origin_wanted',
  'file_area_sums',
  'file_garbled',
  'file_damaged',
  'file_password',
  'file_bomb',
  'file_nested',
  'file_too_large',
  'file_hang',
  'areas_missing',
  'basemap_empty',
  'basemap_foreign',
  'basemap_kind',
  'basemap_layers',
  'basemap_damaged',
  'basemap_elsewhere',
  'basemap_unreachable',
  'basemap_list',
  'sample_missing',
  'engine_start',
  'engine_wasm',
  'engine_query',
  'engine_memory',
  'engine_closed',
  'worker_lost',
  'rows_lost',
  'meeting_closed',
  'cluster_unreachable',
  'cluster_slow',
  'cluster_password',
  'cluster_role',
  'cluster_schema',
  'cluster_busy',
  'cluster_cut',
  'cluster_gone',
  'cluster_empty',
  'cluster_stopped',
  'cluster_files',
  'vault_passphrase',
  'vault_damaged',
  'vault_elsewhere',
  'vault_full',
  'vault_unavailable',
  'vault_unread',
  'vault_stays',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** `detail` fills the message of that code in `i18n/`; it never holds a cell of a file that could be personal. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: Readonly<Record<string, string | number>>;
  constructor(code: ErrorCode, detail: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(detail)}`, { cause });
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }
}

/** The server of a cluster could not be asked, or refused: another try may be answered. */
export const isOfCluster = (fault: unknown): boolean => fault instanceof AppError && fault.code.startsWith('cluster_');
