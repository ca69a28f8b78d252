/** Owns knowing a cell again by its bytes: the code it was given when it was first met. */

/** Numbers of an entry: hash, where its bytes are, how many, code. An entry of no bytes is free. */
const entryNumbers = 4;
const firstEntries = 256;
/** A column of more than these repeats few of them, so those met are forgotten. */
const mostEntries = 65_536;
const mostBytes = 4 * 2 ** 20;

export const unknownCode = -2;

export class KnownCodes {
  #entries = new Int32Array(firstEntries * entryNumbers);
  #count = 0;
  #bytes = new Uint8Array(4_096);
  #words = new DataView(this.#bytes.buffer);
  #used = 0;

  /** The code of a cell of `length` bytes, at least one, that stand at `from`; `unknownCode` where it is not known. */
  find(words: DataView, from: number, length: number, hash: number): number {
    const entries = this.#entries;
    const last = entries.length - entryNumbers;
    for (let at = placeOf(hash) & last; ; at = (at + entryNumbers) & last) {
      const known = entries[at + 2]!;
      if (known === 0) return unknownCode;
      if (known === length && entries[at] === hash && isSame(this.#words, entries[at + 1]!, words, from, length))
        return entries[at + 3]!;
    }
  }

  learn(bytes: Uint8Array, from: number, length: number, hash: number, code: number): void {
    if (this.#count >= mostEntries || this.#used + length > mostBytes) {
      this.#entries = new Int32Array(firstEntries * entryNumbers);
      this.#count = this.#used = 0;
    }
    if (++this.#count * 2 * entryNumbers > this.#entries.length) this.#grow();
    while (this.#used + length > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.#words = new DataView(larger.buffer);
    }
    this.#bytes.set(bytes.subarray(from, from + length), this.#used);
    put(this.#entries, hash, this.#used, length, code);
    this.#used += length;
  }

  #grow(): void {
    const before = this.#entries;
    this.#entries = new Int32Array(before.length * 2);
    for (let at = 0; at < before.length; at += entryNumbers)
      if (before[at + 2]! > 0) put(this.#entries, before[at]!, before[at + 1]!, before[at + 2]!, before[at + 3]!);
  }
}

/** True where the same bytes stand at both places. */
export function isSame(one: DataView, at: number, other: DataView, from: number, length: number): boolean {
  if (at + length > one.byteLength || from + length > other.byteLength) return false;
  let done = 0;
  for (; done + 4 <= length; done += 4) if (one.getInt32(at + done) !== other.getInt32(from + done)) return false;
  for (; done < length; done++) if (one.getUint8(at + done) !== other.getUint8(from + done)) return false;
  return true;
}

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) * entryNumbers;
}

function put(entries: Int32Array, hash: number, from: number, length: number, code: number): void {
  const last = entries.length - entryNumbers;
  let at = placeOf(hash) & last;
  while (entries[at + 2] !== 0) at = (at + entryNumbers) & last;
  entries[at] = hash;
  entries[at + 1] = from;
  entries[at + 2] = length;
  entries[at + 3] = code;
}
