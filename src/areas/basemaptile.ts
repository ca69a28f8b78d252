/** Owns telling by its bytes whether a tile is what its archive says: a picture, or a vector tile. */

const pictures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x52, 0x49, 0x46, 0x46], // WebP, in a RIFF
];

export function isTileOf(kind: 'raster' | 'vector', bytes: Uint8Array): boolean {
  if (bytes.length === 0) return true;
  if (kind === 'raster') return pictures.some((magic) => magic.every((byte, index) => bytes[index] === byte));
  return isVectorTile(bytes);
}

/** A vector tile is a row of layers, field 3, each with its length before it, to the last byte. */
function isVectorTile(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at++] !== 0x1a) return false;
    let [length, shift, byte] = [0, 0, 0x80];
    while (byte & 0x80 && shift < 35) {
      byte = bytes[at++] ?? 0;
      length += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    }
    at += length;
  }
  return at === bytes.length;
}
