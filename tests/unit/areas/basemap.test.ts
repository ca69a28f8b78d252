/** Proves the reading of a basemap: tiles and credit of an archive as written, and a clear refusal of what is none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBasemapFile } from '../../../src/areas/basemap.ts';
import { basemapOffers } from '../../../src/areas/basemapoffer.ts';
import { isTileOf } from '../../../src/areas/basemaptile.ts';
import { AppError } from '../../../src/model/error.ts';
import {
  colorTile,
  overThailand,
  pictureArchive,
  tileArchive,
  vectorArchive,
  vectorTile,
} from '../../support/tilearchive.ts';

const asFile = (bytes: Uint8Array, name = 'a.pmtiles'): File => new File([new Uint8Array(bytes)], name);
const open = (bytes: Uint8Array, onfault: (fault: unknown) => void = () => {}) =>
  openBasemapFile(asFile(bytes), onfault);
const refusalOf = (bytes: Uint8Array): Promise<unknown> =>
  open(bytes).then(
    () => 'opened',
    (fault: unknown) => (fault instanceof AppError ? fault.code : fault),
  );
const quiet = new AbortController().signal;

describe('openBasemapFile', () => {
  it('reads pictures, their zooms and box, and the credit as plain words', async () => {
    const basemap = await open(pictureArchive());
    expect(basemap).toMatchObject({
      file: 'a.pmtiles',
      kind: 'raster',
      minZoom: 0,
      maxZoom: 5,
      box: [97, 5, 106, 21],
      credit: 'Survey & maps © 2024',
      layers: [],
    });
    expect(Buffer.from((await basemap.tile(5, 25, 14, quiet)) ?? new ArrayBuffer(0))).toEqual(colorTile([40, 160, 60]));
    expect(await basemap.tile(5, 0, 0, quiet)).toBeNull();
  });

  it('reads vector tiles unpacked, and names the layers that are drawn', async () => {
    const basemap = await open(vectorArchive());
    expect(basemap).toMatchObject({ kind: 'vector', credit: 'Open maps', layers: ['water', 'transportation'] });
    const tile = new Uint8Array((await basemap.tile(5, 25, 14, quiet)) ?? new ArrayBuffer(0));
    expect(tile[0]).toBe(0x1a);
    expect(isTileOf('vector', tile)).toBe(true);
  });

  it('refuses what is empty, foreign, of another kind, of elsewhere, or cut off, each by its name', async () => {
    const picture = overThailand(colorTile([1, 2, 3]));
    expect(await refusalOf(new Uint8Array())).toBe('basemap_empty');
    expect(await refusalOf(tileArchive([]))).toBe('basemap_empty');
    expect(await refusalOf(Buffer.from('รหัสบ้าน,ตำบล\n'.repeat(30)))).toBe('basemap_foreign');
    expect(await refusalOf(pictureArchive().subarray(0, 100))).toBe('basemap_foreign');
    expect(await refusalOf(pictureArchive().subarray(0, 400))).toBe('basemap_damaged');
    expect(await refusalOf(tileArchive(picture, { tileType: 6 }))).toBe('basemap_kind');
    expect(await refusalOf(tileArchive(picture, { tileCompression: 3 }))).toBe('basemap_kind');
    expect(await refusalOf(tileArchive(picture, { box: [5, 45, 11, 48] }))).toBe('basemap_elsewhere');
    expect(await refusalOf(tileArchive(overThailand(Buffer.from('no picture'))))).toBe('basemap_damaged');
    const unknown = overThailand(
      vectorTile([
        {
          layer: 'poi',
          shape: 'line',
          points: [
            [0, 0],
            [9, 9],
          ],
        },
      ]),
    );
    expect(await refusalOf(tileArchive(unknown, { tileType: 1, tileCompression: 2 }))).toBe('basemap_layers');
  });

  it('tells of a tile that is broken, and gives none', async () => {
    const [good, ...others] = overThailand(colorTile([1, 2, 3]));
    const faults: unknown[] = [];
    const basemap = await open(
      tileArchive([good!, ...others.map((tile) => ({ ...tile, bytes: Buffer.from('spoilt') }))]),
      (fault) => faults.push(fault),
    );
    expect(await basemap.tile(5, 25, 14, quiet)).toBeNull();
    expect(faults).toMatchObject([{ code: 'basemap_damaged', detail: { file: 'a.pmtiles' } }]);
  });

  it('never throws anything but a fault that can be told, whatever byte is wrong', async () => {
    const whole = pictureArchive();
    await fc.assert(
      fc.asyncProperty(fc.nat(600), fc.nat(255), async (at, byte) => {
        const bytes = Buffer.from(whole);
        bytes[at] = byte;
        expect(await refusalOf(bytes)).toMatch(/^(opened|basemap_\w+)$/);
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});

describe('basemapOffers', () => {
  it('reads a row each, and takes the Thai title where there is no English', () => {
    expect(basemapOffers([{ file: 'th.pmtiles', title: { th: 'ถนน' }, credit: '© ถนน' }])).toEqual([
      { file: 'th.pmtiles', title: { th: 'ถนน', en: 'ถนน' }, credit: '© ถนน' },
    ]);
    expect(basemapOffers([])).toEqual([]);
  });

  it('refuses addresses, other folders and what is no list', () => {
    const row = (file: unknown): unknown => [{ file, title: { th: 'ก' } }];
    for (const json of [
      null,
      {},
      ['x'],
      row('https://example.org/a.pmtiles'),
      row('../a.pmtiles'),
      row('//a.pmtiles'),
      row('a.zip'),
      row(3),
      [{ file: 'a.pmtiles' }],
    ])
      expect(() => basemapOffers(json)).toThrow(AppError);
  });
});
