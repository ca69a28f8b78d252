/** Owns where a scan runs: in a worker of its own where one is given, so that the page stays alive, else right here. */
import { AppError } from '../model/error.ts';
import { scan, type ScanEvent, type SourceFile } from './scan.ts';
import type { FromWorker, ToWorker } from './worker.ts';

/** Opens a fresh worker running `worker.ts`. */
export type OpenWorker = () => Worker;

/** The events of a scan in order. Cancelling ends the worker at once and throws the signal's reason. */
export async function* scanFile(
  source: SourceFile,
  index: number,
  openWorker: OpenWorker | null,
  signal?: AbortSignal,
): AsyncGenerator<ScanEvent> {
  signal?.throwIfAborted();
  // Only a File or Blob can be handed to a worker; any other source is read here.
  const events =
    openWorker && source instanceof Blob ? inWorker(source, index, openWorker, signal) : scan(source, index);
  for await (const event of events) {
    signal?.throwIfAborted();
    yield event;
  }
}

async function* inWorker(
  source: SourceFile,
  index: number,
  openWorker: OpenWorker,
  signal?: AbortSignal,
): AsyncGenerator<ScanEvent> {
  const worker = openWorker();
  const tell = (message: ToWorker): void => worker.postMessage(message);
  const arrived: FromWorker[] = [];
  let wake: () => void = () => undefined;
  let fail: (reason: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  failed.catch(() => undefined);
  const cancel = (): void => fail(signal?.reason);
  signal?.addEventListener('abort', cancel);
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    arrived.push(data);
    wake();
  };
  worker.onerror = (event) => fail(new AppError('file_read', { file: source.name }, event.message));
  try {
    tell({ kind: 'start', source, index });
    for (;;) {
      if (arrived.length === 0) await Promise.race([failed, new Promise<void>((resolve) => (wake = resolve))]);
      const event = arrived.shift();
      if (!event) continue;
      if (event.kind === 'failed') {
        if (event.code === null) throw new Error(event.message);
        throw new AppError(event.code, event.detail);
      }
      yield event;
      if (event.kind === 'done') return;
      if (event.kind === 'chunk') tell({ kind: 'more' });
    }
  } finally {
    signal?.removeEventListener('abort', cancel);
    worker.terminate();
  }
}
