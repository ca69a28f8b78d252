/** Owns opening the scan's worker in a browser. */
import workerUrl from './worker.ts?worker&url';

export function openScanWorker(): Worker {
  return new Worker(new URL(workerUrl, document.baseURI), { type: 'module' });
}
