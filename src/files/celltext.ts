/** Owns the bytes of one cell of UTF-8 becoming its text, its quotes aside. */

const quote = 34;
/** Longer ones are rare, and then the decoder is the faster. */
const longestByHand = 32;

export class CellText {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #codes: number[] = [];

  /** Null where the cell is no UTF-8. */
  of(bytes: Uint8Array, from: number, to: number): string | null {
    const [first, last] = bytes[from] === quote ? [from + 1, to - 1] : [from, to];
    const codes = this.#codes;
    codes.length = 0;
    for (let at = first; at < last && bytes[at]! < 128; at++) codes.push(bytes[at]!);
    // Numbers and codes differ in every row, and the decoder is slow to call.
    if (codes.length === last - first && codes.length <= longestByHand) return String.fromCharCode.apply(null, codes);
    try {
      return this.#decoder.decode(bytes.subarray(first, last));
    } catch {
      return null;
    }
  }

  /** Of what is known to be UTF-8. */
  line(bytes: Uint8Array, from: number, to: number): string {
    return this.#decoder.decode(bytes.subarray(from, to));
  }
}

/** True for ASCII and Thai, well written; other signs take a longer look. */
export function isThai(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (bytes[at]! < 128) continue;
    if (bytes[at] !== 0xe0 || at + 2 >= to) return false;
    const second = bytes[++at]!;
    const third = bytes[++at]!;
    if (second < 0xb8 || second > 0xb9 || third < 0x80 || third > 0xbf) return false;
  }
  return true;
}
