/** Owns an answer that goes out while it is being made: batch after batch as one Arrow stream, which KILL QUERY ends in between. */
import type { ServerResponse } from 'node:http';
import type { Session } from 'chdb';

export interface Running {
  /** Why it is over. */
  ended: 'whole' | 'killed' | 'left' | 'failed' | null;
  bytes: number;
  isKilled: boolean;
}
export const newRunning = (): Running => ({ ended: null, bytes: 0, isKilled: false });

/** A batch is there in milliseconds; a server that notices that nobody listens takes longer than a KILL QUERY. */
const leftAfterMs = 3000;
const end = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0);
export const killed = 'Code: 394. DB::Exception: Query was cancelled. (QUERY_WAS_CANCELLED)';

/** False where there is no row, and so nothing has gone out. Throws what the engine says before the first batch. */
export async function stream(
  session: Session,
  sql: string,
  params: Readonly<Record<string, string | null>>,
  response: ServerResponse,
  running: Running,
): Promise<boolean> {
  let leftAt: number | null = null;
  response.on('close', () => (leftAt = Date.now()));
  const batches = session.queryStreamBind(sql, params, { format: 'ArrowStream' });
  try {
    for await (const batch of batches) {
      if (running.isKilled || (leftAt !== null && Date.now() - leftAt > leftAfterMs)) {
        batches.cancel();
        running.ended = running.isKilled ? 'killed' : 'left';
        break;
      }
      // Each comes as a stream of its own: the first lends its schema, none its end.
      const bytes = batch.raw();
      const from = running.bytes === 0 ? 0 : 8 + new DataView(bytes.buffer, bytes.byteOffset).getInt32(4, true);
      const part = bytes.slice(from, -end.length);
      running.bytes += part.length;
      if (leftAt === null && !response.write(part) && !running.isKilled) await drained(response);
    }
  } catch (fault) {
    running.ended = 'failed';
    if (running.bytes === 0) throw fault;
    response.end(`\r\n__exception__\r\n${fault instanceof Error ? fault.message : String(fault)}`);
    return true;
  }
  if (running.bytes === 0 && running.ended === null) return false;
  running.ended ??= 'whole';
  response.end(running.ended === 'whole' ? end : `\r\n__exception__\r\n${killed}`);
  return true;
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      response.off('drain', go).off('close', go);
      resolve();
    };
    response.once('drain', go).once('close', go);
  });
}
