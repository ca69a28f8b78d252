/** Owns the worker that works out what a meeting may see of a snapshot: that takes seconds, and nobody else shall wait for it. */
import '../workers/watched.ts';
import type { Cube } from './cube.ts';
import type { Picture } from './picture.ts';
import { pictureOf } from './picturing.ts';

/** Some of how far it is, 0 to 1, then the picture, or `fault` where it could not be done. */
export interface FromPictures {
  readonly share?: number;
  readonly picture?: Picture;
  readonly fault?: string;
}

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<Cube>) => void) | null;
  postMessage(message: FromPictures): void;
};

/** Told so often, and not for each of thousands of cells. */
const apartMs = 100;

scope.onmessage = ({ data }) => {
  let toldMs = 0;
  const tell = (share: number): void => {
    if (performance.now() - toldMs < apartMs) return;
    toldMs = performance.now();
    scope.postMessage({ share });
  };
  try {
    scope.postMessage({ picture: pictureOf(data, tell) });
  } catch (error) {
    scope.postMessage({ fault: error instanceof Error ? error.message : String(error) });
  }
};
