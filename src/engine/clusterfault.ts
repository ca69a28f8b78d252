/** Owns what a cluster's refusals mean to a reader: from its number of the exception to a fault with a message of its own. */
import { AppError, type ErrorCode } from '../model/error.ts';

/** By the number that ClickHouse gives an exception; all others are a wrong question. */
const codes: ReadonlyMap<number, ErrorCode> = new Map(
  (
    [
      // Unknown user, wrong password, required password, authentication failed.
      [[192, 193, 194, 516], 'cluster_password'],
      // Access denied, unknown role, read only: the role is not given this.
      [[497, 511, 164], 'cluster_role'],
      // Unknown table, database, column, function: tables of another version.
      [[60, 81, 47, 16, 46], 'cluster_schema'],
      // Timeout exceeded, socket timeout, query was cancelled by the server.
      [[159, 209, 394], 'cluster_slow'],
      // Too many simultaneous queries, all connections tries failed, quota exceeded, shutting down.
      [[202, 279, 201, 236, 745], 'cluster_busy'],
      [[241], 'engine_memory'],
    ] as const
  ).flatMap(([numbers, code]) => numbers.map((number) => [number, code] as const)),
);

/** Worth another try: not a question of this reader's. */
export const isPassing = (fault: unknown): boolean =>
  fault instanceof AppError && ['cluster_unreachable', 'cluster_cut', 'cluster_busy'].includes(fault.code);

/**
 * What a server wrote in place of an answer, or after the beginning of one. Its words may hold values of the question: they
 * stay out of the detail, and go no further than the cause.
 */
export function refusal(text: string, sql: string, status: number): AppError {
  const number = Number(/Code: (\d+)\. DB::Exception/.exec(text)?.[1] ?? NaN);
  const cause = new Error(text.slice(0, 2000));
  if (Number.isNaN(number)) {
    if (status === 401 || status === 403) return new AppError('cluster_password', { status }, cause);
    if (status >= 500) return new AppError('cluster_busy', { status }, cause);
    // Some other thing answers at this address, such as a sign-in page of the network.
    return new AppError('cluster_unreachable', { status }, cause);
  }
  const code = codes.get(number);
  if (code === undefined) return new AppError('engine_query', { sql, message: `${number}` }, cause);
  return new AppError(code, { number, ...(code === 'engine_memory' ? {} : { sql }) }, cause);
}
