/** Owns signing in: the server is asked which rounds it keeps, whether they are of this page's form, and what the account may see. */
import { openClickHouse, type ClickHouseParts, type Credentials } from '../engine/clickhouse.ts';
import { ask } from '../engine/rows.ts';
import type { AreaCode } from '../model/area.ts';
import { AppError } from '../model/error.ts';
import { isoDate } from '../model/snapshot.ts';
import { clusterForm } from '../model/tableform.ts';
import { clickHouse } from '../queries/dialect.ts';
import { rowsAtAll, servedRounds, type ServedRow } from '../queries/served.ts';
import type { Entry } from './entry.ts';
import { Served } from './served.svelte.ts';

/** As scripts/clickhouse and docs/cluster.md name it. */
const database = 'phungpao';
/** Whoever signs in waits for these; a question of a large round may take longer. */
const firstMs = 15_000;

/** Throws an AppError that says what to do; whatever was begun is ended. */
export async function signIn(origin: string, credentials: Credentials, signal: AbortSignal): Promise<Served> {
  const parts: ClickHouseParts = { origin, credentials, dialect: clickHouse, database };
  const first = openClickHouse({ ...parts, timeoutMs: firstMs });
  try {
    const { length, columns } = await ask<ServedRow>(first, servedRounds, signal);
    const rows = Array.from({ length }, (_, at) => at);
    const other = columns.schema.find((form) => form !== clusterForm);
    if (other !== undefined) throw new AppError('cluster_schema', { how: other < clusterForm ? 'older' : 'newer' });
    const entries = rows.flatMap((at): Entry[] => {
      const asOf = isoDate(columns.as_of[at] ?? '');
      const number = columns.snapshot[at];
      if (asOf === null || number === undefined) return [];
      const snapshot = { province: (columns.province[at] ?? '') as AreaCode, asOf };
      const served = {
        households: columns.households[at] ?? 0,
        broughtAt: new Date((columns.brought_at[at] ?? 0) * 1000),
      };
      return [{ number, snapshot, sample: null, receipt: null, served }];
    });
    if (entries.length === 0) throw new AppError('cluster_empty');
    const account = {
      host: new URL(origin).host,
      user: credentials.user,
      seesRows: await ask(first, rowsAtAll, signal).then(() => true, orNone),
    };
    return new Served(account, entries, (received) => openClickHouse({ ...parts, received }));
  } finally {
    await first.close();
  }
}

function orNone(fault: unknown): false {
  if (fault instanceof AppError && fault.code === 'cluster_role') return false;
  throw fault;
}
