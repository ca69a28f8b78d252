/** Owns the worker's side of a scan: it sends what it finds and waits to be asked for more after each chunk. */
import '../workers/watched.ts';
import { AppError } from '../model/error.ts';
import type { HeaderHints } from '../model/headerrow.ts';
import { Beside, readBeside } from './beside.ts';
import { scan, type ScanEvent, type SourceFile } from './scan.ts';

export type ToWorker =
  | {
      readonly kind: 'start';
      readonly source: SourceFile;
      readonly index: number;
      readonly hints: HeaderHints;
      /** To the worker that reads beside; null where there is none. */
      readonly port: MessagePort | null;
    }
  | { readonly kind: 'beside'; readonly source: Blob; readonly port: MessagePort }
  | { readonly kind: 'more' };
export type FromWorker =
  | ScanEvent
  | { readonly kind: 'end' }
  | {
      readonly kind: 'failed';
      readonly code: AppError['code'] | null;
      readonly detail: AppError['detail'];
      readonly message: string;
    };

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
};
let more: () => void = () => undefined;

scope.onmessage = ({ data }) => {
  if (data.kind === 'more') more();
  else if (data.kind === 'beside') readBeside(data.source, data.port);
  else void run(data.source, data.index, data.hints, data.port);
};

/** How often the page is told how far it is. */
const progressMs = 250;

async function run(source: SourceFile, index: number, hints: HeaderHints, port: MessagePort | null): Promise<void> {
  let toldMs = 0;
  try {
    for await (const event of scan(source, index, hints, false, port && new Beside(port, source.name))) {
      if (event.kind === 'progress') {
        if (performance.now() - toldMs < progressMs) continue;
        toldMs = performance.now();
      }
      if (event.kind !== 'chunk') {
        scope.postMessage(event);
        continue;
      }
      const asked = new Promise<void>((resolve) => (more = resolve));
      scope.postMessage(event, [event.chunk.buffer, ...(event.words ? [event.words.buffer] : [])]);
      await asked;
    }
    scope.postMessage({ kind: 'end' });
  } catch (error) {
    const known = error instanceof AppError ? error : null;
    const message = error instanceof Error ? error.message : '';
    scope.postMessage({ kind: 'failed', code: known?.code ?? null, detail: known?.detail ?? {}, message });
  }
}
