/** Owns where a scan runs: in a worker of its own where one is given, so that the page stays alive, else right here. */
import { AppError } from '../model/error.ts';
import { noHints, type HeaderHints } from '../model/headerrow.ts';
import { watch } from '../workers/watching.ts';
import { scan, type ScanEvent, type SourceFile } from './scan.ts';
import type { FromWorker, ToWorker } from './worker.ts';

/** A worker that lives, but says nothing for so long, is stuck; one that opens a large workbook as a whole takes longer. */
const silenceOf = ({ size }: SourceFile): number => Math.min(120_000, 10_000 + size / 500);

/** A smaller file is read before a second worker has begun. */
const leastBytesHalved = 32 * 2 ** 20;
const cores = (): number =>
  (globalThis.navigator as { readonly hardwareConcurrency?: number } | undefined)?.hardwareConcurrency ?? 1;

/** Opens a fresh worker running `worker.ts`. */
export type OpenWorker = () => Worker;

/** The events of a scan in order. Cancelling ends the worker at once and throws the signal's reason. */
export async function* scanFile(
  source: SourceFile,
  index: number,
  openWorker: OpenWorker | null,
  signal?: AbortSignal,
  hints: HeaderHints = noHints,
  silenceLimitMs = silenceOf(source),
): AsyncGenerator<ScanEvent> {
  signal?.throwIfAborted();
  // Only a File or Blob can be handed to a worker; any other source is read here.
  const events =
    openWorker && source instanceof Blob
      ? inWorker(source, index, openWorker, hints, silenceLimitMs, signal)
      : scan(source, index, hints);
  for await (const event of events) {
    signal?.throwIfAborted();
    yield event;
  }
}

async function* inWorker(
  source: Blob & SourceFile,
  index: number,
  openWorker: OpenWorker,
  hints: HeaderHints,
  silenceLimitMs: number,
  signal?: AbortSignal,
): AsyncGenerator<ScanEvent> {
  const { worker, lost, end } = watch(openWorker());
  const beside = source.size >= leastBytesHalved && cores() > 1 ? watch(openWorker()) : null;
  const tell = (message: ToWorker, transfer: Transferable[] = []): void => worker.postMessage(message, transfer);
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
  for (const one of [lost, beside?.lost]) one?.addEventListener('abort', () => fail(one.reason));
  try {
    const { port1, port2 } = new MessageChannel();
    beside?.worker.postMessage({ kind: 'beside', source, port: port2 } satisfies ToWorker, [port2]);
    tell({ kind: 'start', source, index, hints, port: beside && port1 }, beside ? [port1] : []);
    for (;;) {
      if (arrived.length === 0) {
        const silence = setTimeout(() => fail(new AppError('file_hang', { file: source.name })), silenceLimitMs);
        await Promise.race([failed, new Promise<void>((resolve) => (wake = resolve))]).finally(() =>
          clearTimeout(silence),
        );
      }
      const event = arrived.shift();
      if (!event) continue;
      if (event.kind === 'failed') {
        if (event.code === null) throw new Error(event.message);
        throw new AppError(event.code, event.detail);
      }
      if (event.kind === 'end') return;
      yield event;
      if (event.kind === 'chunk') tell({ kind: 'more' });
    }
  } finally {
    signal?.removeEventListener('abort', cancel);
    end();
    beside?.end();
  }
}
