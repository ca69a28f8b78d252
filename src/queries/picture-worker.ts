/** Owns the worker that works out what a meeting may see of a snapshot: that takes seconds, and nobody else shall wait for it. */
import type { Cube } from './cube.ts';
import type { Picture } from './picture.ts';
import { pictureOf } from './picturing.ts';

/** One for each cube, in their order; `fault` where it could not be done. */
export interface FromPictures {
  readonly picture?: Picture;
  readonly fault?: string;
}

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<Cube>) => void) | null;
  postMessage(message: FromPictures): void;
};

scope.onmessage = ({ data }) => {
  try {
    scope.postMessage({ picture: pictureOf(data) });
  } catch (error) {
    scope.postMessage({ fault: error instanceof Error ? error.message : String(error) });
  }
};
