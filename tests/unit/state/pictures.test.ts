/** Proves whose picture is worked out ahead: that of the snapshot looked at, and of none that was left before its own stood. */
import { expect, test, vi } from 'vitest';
import type { Cube } from '../../../src/queries/cube.ts';
import type { Picture } from '../../../src/queries/picture.ts';
import { Pictures, type PictureSource } from '../../../src/state/pictures.svelte.ts';

const cube = (): Promise<Cube> => new Promise(() => undefined);
const shipped: PictureSource = { made: () => Promise.resolve({} as Picture), cube };
const toBeMade: PictureSource = { made: () => Promise.resolve(null), cube };

test('a picture foreseen goes on while its snapshot is looked at, and gives way to one that stands already', async () => {
  const pictures = new Pictures();
  await pictures.of(1, shipped);
  pictures.foresee(2, toBeMade);
  await vi.waitFor(() => expect(pictures.shareOf([2])).toBe(0));
  pictures.foresee(2, toBeMade);
  expect(pictures.shareOf([2])).toBe(0);
  pictures.foresee(1, shipped);
  expect(pictures.shareOf([2])).toBeNull();
});

test('a picture that was asked for goes on when another snapshot is looked at', async () => {
  const pictures = new Pictures();
  await pictures.of(1, shipped);
  pictures.foresee(2, toBeMade);
  void pictures.of(2, toBeMade);
  await vi.waitFor(() => expect(pictures.shareOf([2])).toBe(0));
  pictures.foresee(1, shipped);
  expect(pictures.shareOf([2])).toBe(0);
});
