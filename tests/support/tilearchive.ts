/** Owns making tiny PMTiles archives for tests, byte by byte: pictures of one colour, or vector tiles of a lake and a road. */
import { crc32, deflateSync, gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))];
const field = (number: number, bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([...varint((number << 3) | 2), ...varint(bytes.length)]), bytes]);
const packed = (number: number, values: readonly number[]): Buffer =>
  field(number, Buffer.from(values.flatMap(varint)));
const words = (number: number, text: string): Buffer => field(number, Buffer.from(text));
const zigzag = (value: number): number => (value << 1) ^ (value >> 31);

/** A square picture of one colour, as PNG. */
export function colorTile([red, green, blue]: readonly [number, number, number], sidePx = 256): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(sidePx, 0);
  head.writeUInt32BE(sidePx, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(sidePx * 3, Buffer.from([red, green, blue]))]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: sidePx }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

type Point = readonly [number, number];
interface Drawing {
  readonly layer: string;
  readonly class?: string;
  readonly points: readonly Point[];
  readonly shape: 'line' | 'surface';
}
/** A tile of 4096 steps a side, gzipped as archives have them. */
export function vectorTile(drawings: readonly Drawing[]): Buffer {
  return gzipSync(
    Buffer.concat(
      drawings.map(({ layer, class: kind, points, shape }) => {
        let at: Point = [0, 0];
        const steps = points.map((point) => {
          const by = [zigzag(point[0] - at[0]), zigzag(point[1] - at[1])];
          at = point;
          return by;
        });
        const [first = [], ...rest] = steps;
        const path = [9, ...first, (rest.length << 3) | 2, ...rest.flat(), ...(shape === 'surface' ? [15] : [])];
        const feature = Buffer.concat([
          ...(kind ? [packed(2, [0, 0])] : []),
          Buffer.from([0x18, shape === 'surface' ? 3 : 2]),
          packed(4, path),
        ]);
        return field(
          3,
          Buffer.concat([
            Buffer.from([0x78, 2]),
            words(1, layer),
            field(2, feature),
            ...(kind ? [words(3, 'class'), field(4, words(1, kind))] : []),
            Buffer.from([0x28, ...varint(4096)]),
          ]),
        );
      }),
    ),
  );
}

export interface Archived {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly bytes: Uint8Array;
}
export interface ArchiveOptions {
  readonly tileType?: number;
  readonly tileCompression?: number;
  readonly metadata?: object;
  readonly box?: readonly [number, number, number, number];
}
/** One root directory, nothing compressed but the tiles themselves. */
export function tileArchive(
  tiles: readonly Archived[],
  { tileType = 2, tileCompression = 1, metadata = {}, box = [97, 5, 106, 21] }: ArchiveOptions = {},
): Buffer {
  const placed = tiles.map(({ z, x, y, bytes }) => ({ id: zxyToTileId(z, x, y), bytes })).sort((a, b) => a.id - b.id);
  const offsets = placed.map((_, index) => placed.slice(0, index).reduce((sum, { bytes }) => sum + bytes.length, 0));
  const root = Buffer.from(
    [
      placed.length,
      ...placed.map(({ id }, index) => id - (placed[index - 1]?.id ?? 0)),
      ...placed.map(() => 1),
      ...placed.map(({ bytes }) => bytes.length),
      ...offsets.map((offset) => offset + 1),
    ].flatMap(varint),
  );
  const told = Buffer.from(JSON.stringify(metadata));
  const data = Buffer.concat(placed.map(({ bytes }) => bytes));
  const head = Buffer.alloc(127);
  head.write('PMTiles\u0003', 'latin1');
  const places = [127, root.length, 127 + root.length, told.length, 0, 0, 127 + root.length + told.length, data.length];
  for (const [index, value] of [...places, placed.length, placed.length, placed.length].entries())
    head.writeBigUInt64LE(BigInt(value), 8 + 8 * index);
  const zooms = tiles.length > 0 ? tiles.map(({ z }) => z) : [0];
  head.set([1, 1, tileCompression, tileType, Math.min(...zooms), Math.max(...zooms)], 96);
  for (const [index, degrees] of box.entries()) head.writeInt32LE(degrees * 1e7, 102 + 4 * index);
  return Buffer.concat([head, root, told, data]);
}

/** Every tile of the zooms that touches the country's square, all alike. */
export function overThailand(bytes: Uint8Array, zooms: readonly number[] = [0, 1, 2, 3, 4, 5]): Archived[] {
  return zooms.flatMap((z) => {
    const side = 2 ** z;
    const [from, to] = [Math.floor(side * 0.76), Math.floor(side * 0.8)];
    const [top, bottom] = [Math.floor(side * 0.43), Math.floor(side * 0.49)];
    return range(from, to).flatMap((x) => range(top, bottom).map((y) => ({ z, x, y, bytes })));
  });
}
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

export const pictureArchive = (): Buffer =>
  tileArchive(overThailand(colorTile([40, 160, 60])), {
    metadata: { attribution: '<a href="https://example.org">Survey &amp; maps</a> &copy; 2024' },
  });

const lake = {
  layer: 'water',
  shape: 'surface',
  points: [
    [0, 0],
    [4096, 0],
    [4096, 4096],
    [0, 4096],
  ],
} as const;
const road = {
  layer: 'transportation',
  class: 'primary',
  shape: 'line',
  points: [
    [0, 2000],
    [4096, 2100],
  ],
} as const;
export const vectorArchive = (): Buffer =>
  tileArchive(overThailand(vectorTile([lake, road])), {
    tileType: 1,
    tileCompression: 2,
    metadata: { attribution: 'Open maps', vector_layers: [{ id: 'water' }, { id: 'transportation' }, { id: 'poi' }] },
  });
