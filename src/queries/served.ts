/** Owns what a server that keeps many rounds is asked first: which there are, and how much of them an account may see. */
import type { Question } from '../engine/engine.ts';

export type ServedRow = Readonly<Record<'snapshot' | 'schema' | 'households' | 'brought_at', number>> &
  Readonly<Record<'province' | 'as_of', string>>;

/** A row each. `brought_at` in seconds since 1970. */
export const servedRounds: Question = {
  sql: `select snapshot, province, strftime(as_of, '%Y-%m-%d') as as_of, schema::integer as schema,
    households::integer as households, brought_at::bigint as brought_at from round order by 1`,
  params: [],
};

/** Refused where the account may see no rows, and answered with none where it may. */
export const rowsAtAll: Question = { sql: 'select household from household limit 0', params: [] };
