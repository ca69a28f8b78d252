/** Owns unpacking LZ4 frames, as Arrow files hold them: strictly, to the very length that was told. */

const frameSign = 0x184d2204;
const flag = { version: 0xc0, version1: 0x40, blockChecksum: 0x10, size: 0x08, dictionary: 0x01 } as const;
const storedBlock = 0x80000000;

/** Throws a RangeError where the frame is anything but whole and of `length` bytes when unpacked. */
export function unpackLz4(frame: Uint8Array, length: number): Uint8Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const flags = view.getUint8(4);
  // A dictionary of its own would have to come from elsewhere; Arrow knows none.
  if (view.getUint32(0, true) !== frameSign || (flags & flag.version) !== flag.version1 || flags & flag.dictionary)
    throw new RangeError('no LZ4 frame');
  const out = new Uint8Array(length);
  let at = 7 + (flags & flag.size ? 8 : 0);
  let done = 0;
  for (;;) {
    const told = view.getUint32(at, true);
    at += 4;
    if (told === 0) break;
    const bytes = told % storedBlock;
    if (at + bytes > frame.length) throw new RangeError('a block that is cut');
    const block = frame.subarray(at, at + bytes);
    if (told >= storedBlock) out.set(block, done);
    done = told >= storedBlock ? done + bytes : unpackBlock(block, out, done);
    at += bytes + (flags & flag.blockChecksum ? 4 : 0);
  }
  if (done !== length) throw new RangeError(`${done} bytes of ${length}`);
  return out;
}

/** Literals, then a copy of what was unpacked before, in this block or an earlier one; the last has no copy. */
function unpackBlock(block: Uint8Array, out: Uint8Array, start: number): number {
  let at = 0;
  let done = start;
  const byte = (): number => {
    const value = block[at++];
    if (value === undefined) throw new RangeError('a block that ends too early');
    return value;
  };
  const lengthOf = (nibble: number): number => {
    let length = nibble;
    if (nibble < 15) return length;
    for (let more = 255; more === 255; length += more) more = byte();
    return length;
  };
  for (;;) {
    const token = byte();
    const literals = lengthOf(token >> 4);
    if (at + literals > block.length) throw new RangeError('literals that are cut');
    out.set(block.subarray(at, at + literals), done);
    at += literals;
    done += literals;
    if (at === block.length) return done;
    const back = byte() | (byte() << 8);
    const copied = lengthOf(token & 15) + 4;
    if (back === 0 || back > done || done + copied > out.length) throw new RangeError('a copy from outside');
    // What is copied may reach into what the copy itself writes: then it repeats.
    if (back >= copied) out.copyWithin(done, done - back, done - back + copied);
    else for (let step = 0; step < copied; step++) out[done + step] = out[done + step - back]!;
    done += copied;
  }
}
