/** Owns the pictures that a meeting sees, as the session sees them: one a snapshot, worked out once in a worker of their own. */
import { SvelteMap } from 'svelte/reactivity';
import type { Cube } from '../queries/cube.ts';
import type { Picture } from '../queries/picture.ts';
import type { FromPictures } from '../queries/picture-worker.ts';
import workerUrl from '../queries/picture-worker.ts?worker&url';
import { openWorker } from '../workers/opening.ts';
import { onceMore, watch } from '../workers/watching.ts';

/** Where a picture comes from: beside the page, where it was made with it, else from the cube. */
export interface PictureSource {
  readonly made: () => Promise<Picture | null>;
  readonly cube: () => Promise<Cube>;
}
interface Making {
  readonly picture: Promise<Picture>;
  readonly stop: AbortController;
}

/** It tells ten times a second how far it is; few steps take a second. */
const silenceMs = 9_000;

export class Pictures {
  readonly #open: () => Worker;
  readonly #makings = new Map<number, Making>();
  /** How far those are that are being worked out, 0 to 1. */
  readonly #shares = new SvelteMap<number, number>();
  /** Worked out while nobody waits for it: it gives way to what is asked for. */
  #foreseen: number | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(open: () => Worker = () => openWorker(workerUrl)) {
    this.#open = open;
  }

  /** The picture of a snapshot; after a failure it is tried again when it is next asked for. */
  of(snapshot: number, source: PictureSource): Promise<Picture> {
    if (this.#foreseen === snapshot) this.#foreseen = null;
    this.#giveWay();
    return this.#makingOf(snapshot, source);
  }
  /** Works a picture out before it is asked for; that of what is looked at no longer gives way. */
  foresee(snapshot: number, source: PictureSource): void {
    if (this.#foreseen === snapshot) return;
    this.#giveWay();
    if (this.#makings.has(snapshot)) return;
    this.#foreseen = snapshot;
    this.#makingOf(snapshot, source).catch(() => undefined);
  }
  /** How far the pictures of some snapshots are together, 0 to 1; null where none of them is being worked out. */
  shareOf(snapshots: readonly number[]): number | null {
    const shares = snapshots.map((snapshot) => this.#shares.get(snapshot));
    if (shares.every((share) => share === undefined)) return null;
    return shares.reduce<number>((sum, share) => sum + (share ?? 1), 0) / shares.length;
  }
  drop(snapshot: number): void {
    this.#makings.get(snapshot)?.stop.abort(new DOMException('dropped', 'AbortError'));
    this.#makings.delete(snapshot);
    this.#shares.delete(snapshot);
    if (this.#foreseen === snapshot) this.#foreseen = null;
  }
  close(): void {
    for (const snapshot of this.#makings.keys()) this.drop(snapshot);
  }

  #giveWay(): void {
    if (this.#foreseen !== null) this.drop(this.#foreseen);
  }
  #makingOf(snapshot: number, source: PictureSource): Promise<Picture> {
    const known = this.#makings.get(snapshot);
    if (known) return known.picture;
    const stop = new AbortController();
    const making = { picture: this.#make(snapshot, source, stop.signal), stop };
    this.#makings.set(snapshot, making);
    const isOurs = (): boolean => this.#makings.get(snapshot) === making;
    making.picture
      .catch(() => isOurs() && this.#makings.delete(snapshot))
      .finally(() => {
        if (isOurs() || !this.#makings.has(snapshot)) this.#shares.delete(snapshot);
        if (isOurs() && this.#foreseen === snapshot) this.#foreseen = null;
      });
    return making.picture;
  }

  async #make(snapshot: number, { made, cube }: PictureSource, signal: AbortSignal): Promise<Picture> {
    const picture = await made().catch(() => null);
    if (picture) return picture;
    signal.throwIfAborted();
    // One after the other: several at once would leave the page no processor.
    const working = this.#last.then(() => onceMore(async () => await this.#work(snapshot, await cube(), signal)));
    this.#last = working.catch(() => undefined);
    this.#shares.set(snapshot, 0);
    return await working;
  }

  async #work(snapshot: number, cube: Cube, signal: AbortSignal): Promise<Picture> {
    signal.throwIfAborted();
    const { worker, hear, end } = watch(this.#open());
    const told = new Promise<Picture>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      worker.onmessage = ({ data }: MessageEvent<FromPictures>) => {
        if (data.picture) resolve(data.picture);
        else if (data.share === undefined) reject(new Error(data.fault ?? 'there is no picture'));
        else this.#shares.set(snapshot, data.share);
      };
      worker.postMessage(cube);
    });
    try {
      return await hear(told, silenceMs);
    } finally {
      end();
    }
  }
}
