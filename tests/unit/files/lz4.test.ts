/** Proves that LZ4 frames unpack to what was packed, and that a damaged one never becomes something else of another length. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpackLz4 } from '../../../src/files/lz4.ts';

interface Step {
  readonly literals: Uint8Array;
  /** How far back the copy begins, as a share of what there is, and how much it copies. */
  readonly back: number;
  readonly copied: number;
}

const rest = (length: number): number[] => {
  if (length < 15) return [];
  const more = length - 15;
  return [...Array<number>(Math.floor(more / 255)).fill(255), more % 255];
};
const int32 = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >>> shift) & 255);

/** A block of steps, and what it adds to `out`; the last literals have no copy behind them. */
function block(steps: readonly Step[], last: Uint8Array, out: number[]): number[] {
  const bytes = steps.flatMap(({ literals, back, copied }) => {
    out.push(...literals);
    const offset = Math.min(65_535, 1 + Math.floor(back * (out.length - 1)));
    for (let at = 0; at < copied; at++) out.push(out[out.length - offset]!);
    const token = (Math.min(15, literals.length) << 4) | Math.min(15, copied - 4);
    return [token, ...rest(literals.length), ...literals, offset & 255, offset >> 8, ...rest(copied - 4)];
  });
  out.push(...last);
  return [...bytes, Math.min(15, last.length) << 4, ...rest(last.length), ...last];
}

/** Blocks that copy from those before them, as most programs write them; one of them stored as it is. */
function frame(blocks: readonly { readonly steps: readonly Step[]; readonly last: Uint8Array }[], hasSize: boolean) {
  const out: number[] = [];
  const packed = blocks.flatMap(({ steps, last }) => {
    const bytes = block(steps, last, out);
    return [...int32(bytes.length), ...bytes];
  });
  const stored = [1, 2, 3];
  out.push(...stored);
  const size = hasSize ? [...int32(out.length), 0, 0, 0, 0] : [];
  const head = [0x04, 0x22, 0x4d, 0x18, hasSize ? 0x48 : 0x40, 0x40, ...size, 0];
  const storedHead = int32((0x80000000 + stored.length) >>> 0);
  return {
    bytes: Uint8Array.from([...head, ...packed, ...storedHead, ...stored, 0, 0, 0, 0]),
    out: Uint8Array.from(out),
  };
}

const literals = (minLength: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength, maxLength: 300 });
const steps = fc.array(
  fc.record({
    literals: literals(1),
    back: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    copied: fc.integer({ min: 4, max: 600 }),
  }),
  { maxLength: 5 },
);
const frames = fc
  .tuple(fc.array(fc.record({ steps, last: literals(0) }), { maxLength: 4 }), fc.boolean())
  .map(([blocks, hasSize]) => frame(blocks, hasSize));

describe('a frame', () => {
  it('unpacks to what was packed', () => {
    fc.assert(
      fc.property(frames, ({ bytes, out }) => {
        expect(unpackLz4(bytes, out.length)).toEqual(out);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('that is cut, or of another length than was told, is refused', () => {
    fc.assert(
      fc.property(
        frames,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.constantFrom(-1, 1, 1_000),
        (one, share, off) => {
          const length = Math.max(0, one.out.length + off);
          expect(() => unpackLz4(one.bytes.subarray(0, Math.floor(one.bytes.length * share)), one.out.length)).toThrow(
            RangeError,
          );
          expect(() => unpackLz4(one.bytes, length)).toThrow(RangeError);
        },
      ),
      { seed: 8, numRuns: 300 },
    );
  });

  it('with other bytes in it is refused, or as long as was told', () => {
    fc.assert(
      fc.property(frames, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ bytes, out }, at, bits) => {
        const changed = bytes.with(at % bytes.length, bytes[at % bytes.length]! ^ bits);
        try {
          expect(unpackLz4(changed, out.length)).toHaveLength(out.length);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { seed: 9, numRuns: 1_000 },
    );
  });
});
