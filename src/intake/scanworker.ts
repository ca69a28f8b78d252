/** Owns opening the scan's worker in a browser. */
import { workerScript } from '../engine/trusted.ts';
import workerUrl from '../files/worker.ts?worker&url';

export function openScanWorker(): Worker {
  return new Worker(workerScript(workerUrl), { type: 'module' });
}
