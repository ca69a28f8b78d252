/** Owns the pictures that a meeting sees, as the session sees them: one a snapshot, worked out once in a worker of their own. */
import type { Cube } from '../queries/cube.ts';
import type { Picture } from '../queries/picture.ts';
import type { FromPictures } from '../queries/picture-worker.ts';
import workerUrl from '../queries/picture-worker.ts?worker&url';

const openWorker = (): Worker => new Worker(new URL(workerUrl, document.baseURI), { type: 'module' });

export class Pictures {
  readonly #open: () => Worker;
  readonly #made = new Map<number, Promise<Picture>>();

  constructor(open: () => Worker = openWorker) {
    this.#open = open;
  }

  /** The picture of a snapshot; after a failure it is tried again when it is next asked for. */
  of(snapshot: number, cube: () => Promise<Cube>): Promise<Picture> {
    const making = this.#made.get(snapshot) ?? this.#make(cube);
    this.#made.set(snapshot, making);
    making.catch(() => this.#made.delete(snapshot));
    return making;
  }
  drop(snapshot: number): void {
    this.#made.delete(snapshot);
  }

  async #make(cube: () => Promise<Cube>): Promise<Picture> {
    const made = await cube();
    const worker = this.#open();
    try {
      const { picture, fault } = await new Promise<FromPictures>((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<FromPictures>) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message || 'the worker of the pictures failed'));
        worker.postMessage(made);
      });
      if (!picture) throw new Error(fault ?? 'there is no picture');
      return picture;
    } finally {
      worker.terminate();
    }
  }
}
