/** Owns the worker that looks for hot spots, as the page sees it: one question at a time, how far it is, and its end. */
import type { FromSpotter, ToSpotter } from '../areas/hotspot-worker.ts';
import workerUrl from '../areas/hotspot-worker.ts?worker&url';
import type { SpotQuestion, Spotting } from '../areas/spotting.ts';
import { openWorker } from '../workers/opening.ts';
import { onceMore, watch, type Watched } from '../workers/watching.ts';

/** It tells after each slice how far it is. */
const silenceMs = 6_000;

export class Spotter {
  readonly #open: () => Worker;
  #watched: Watched | null = null;
  #ask = 0;

  constructor(open: () => Worker = () => openWorker(workerUrl)) {
    this.#open = open;
  }

  /** A question asked while another is being worked on ends that one; its asker has called it off, and hears no more. */
  find(question: SpotQuestion, signal: AbortSignal, onprogress: (done: number) => void): Promise<Spotting> {
    return onceMore(() => this.#find(question, signal, onprogress));
  }

  async #find(question: SpotQuestion, signal: AbortSignal, onprogress: (done: number) => void): Promise<Spotting> {
    signal.throwIfAborted();
    const { worker, hear } = (this.#watched ??= this.#start());
    const ask = ++this.#ask;
    const send = (message: ToSpotter): void => worker.postMessage(message);
    const told = new Promise<Spotting>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FromSpotter>) => {
        if (data.ask !== ask || signal.aborted) return;
        if (data.kind === 'progress') onprogress(data.done);
        else if (data.kind === 'found') resolve(data.found);
        else reject(new RangeError(data.fault));
      };
      signal.addEventListener('abort', () => {
        if (ask === this.#ask) send({ kind: 'stop' });
        reject(signal.reason as Error);
      });
      send({ kind: 'find', ask, question });
    });
    return await hear(told, silenceMs);
  }

  #start(): Watched {
    const watched = watch(this.#open());
    // One that can't be had answers nothing: the next question tries a new one.
    watched.lost.addEventListener('abort', () => (this.#watched = null));
    return watched;
  }
}
