/** Owns how large a cube is: its cells, and the bytes of all its columns. */
import type { Cube } from './cube.ts';

export interface CubeSize {
  readonly snapshot: number;
  readonly cells: number;
  readonly bytes: number;
}

export function sizeOf(snapshot: number, cube: Cube): CubeSize {
  const buffers = new Set<ArrayBufferLike>();
  const gather = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) buffers.add(value.buffer);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather);
  };
  gather(cube);
  const bytes = [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
  return { snapshot, cells: cube.scan.cells.length / 2, bytes };
}
