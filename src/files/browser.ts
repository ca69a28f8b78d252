/** Owns opening the scan's worker in a browser. */
import { openWorker } from '../workers/opening.ts';
import workerUrl from './worker.ts?worker&url';

export function openScanWorker(): Worker {
  return openWorker(workerUrl);
}
