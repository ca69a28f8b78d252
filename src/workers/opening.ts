/** Owns starting workers, so that each is held by the page's policy: from its address, or by way of a blob. */
import { trustOwnScripts } from './trusted.ts';

/**
 * The build for hosts that send no headers of ours: the page bears its policy itself, and has no service worker. A worker
 * started from an address would be free of that policy; one started from a blob takes it over.
 */
export const isHeaderless = import.meta.env.MODE === 'headerless';

const blobs = new Map<string, string>();

/** Where a worker that was built to lie at `asset` is started from; the same each time. */
export function workerAddress(asset: string): string {
  trustOwnScripts();
  const address = new URL(asset, document.baseURI).href;
  return isHeaderless ? blobOf(address) : address;
}

/** Starts a worker. Of one that can't be had, its `error` event tells. */
export function openWorker(asset: string): Worker {
  return new Worker(workerAddress(asset), { type: 'module' });
}

/** Kept, for a worker that ended is started anew. */
function blobOf(address: string): string {
  let blob = blobs.get(address);
  if (blob === undefined) {
    blob = URL.createObjectURL(new Blob([startOf(address)], { type: 'text/javascript' }));
    blobs.set(address, blob);
  }
  return blob;
}

/**
 * Calls the worker's file, in which addresses keep their meaning, while the policy stays the blob's. An import at the head
 * would be refused, for the browser counts it as a worker from an address. What is sent before the file is there waits.
 */
function startOf(address: string): string {
  return `const early = [];
const keep = (event) => {
  event.stopImmediatePropagation();
  early.push(event);
};
addEventListener('message', keep);
await import(${JSON.stringify(address)});
removeEventListener('message', keep);
for (const { data, ports } of early) dispatchEvent(new MessageEvent('message', { data, ports }));
`;
}
