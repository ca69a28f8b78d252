/** Owns looking for words in what a browser left on disk: every byte of its profile, and what its databases have packed. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, inflateSync } from 'node:zlib';
import { snappyUncompress } from 'hyparquet';

export interface Found {
  readonly word: string;
  readonly as: string;
  readonly file: string;
}

/** How a word may stand in a file: as text of each width, in an address, in JSON. */
const writings: Readonly<Record<string, (word: string) => Buffer>> = {
  'UTF-8': (word) => Buffer.from(word),
  'UTF-16': (word) => Buffer.from(word, 'utf16le'),
  address: (word) => Buffer.from(encodeURIComponent(word)),
  JSON: (word) =>
    Buffer.from(word.replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)),
};

/** Looks for any of many words in one pass: by their first four bytes, then whole. */
export class Search {
  readonly #begins = new Uint8Array(2 ** 16);
  readonly #whole = new Map<number, { readonly word: string; readonly as: string; readonly bytes: Buffer }[]>();

  constructor(words: readonly string[]) {
    for (const word of words)
      for (const [as, write] of Object.entries(writings)) {
        const bytes = write(word);
        if (as !== 'UTF-8' && bytes.equals(Buffer.from(word))) continue;
        this.#begins[bytes.readUInt16LE(0)] = 1;
        const first = bytes.readUInt32LE(0);
        this.#whole.set(first, [...(this.#whole.get(first) ?? []), { word, as, bytes }]);
      }
  }

  in(bytes: Buffer, file: string): readonly Found[] {
    const found: Found[] = [];
    for (let at = 0; at + 4 <= bytes.length; at++) {
      if (this.#begins[(bytes[at] as number) | ((bytes[at + 1] as number) << 8)] === 0) continue;
      for (const one of this.#whole.get(bytes.readUInt32LE(at)) ?? [])
        if (bytes.subarray(at, at + one.bytes.length).equals(one.bytes))
          found.push({ word: one.word, as: one.as, file });
    }
    return found;
  }
}

export interface Searched {
  readonly files: number;
  readonly bytes: number;
  /** Packed blocks of databases that were unpacked, and those that couldn't be. */
  readonly unpacked: number;
  readonly sealedBlocks: number;
  readonly found: readonly Found[];
}

/** Searches every file of a folder as it lies; of LevelDB's tables also the blocks that it packs, of gzip what is inside. */
export function searchFolder(folder: string, words: readonly string[]): Searched {
  const search = new Search(words);
  const found: Found[] = [];
  let [files, bytes, unpacked, sealedBlocks] = [0, 0, 0, 0];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    const content = readFileSync(file);
    files++;
    bytes += content.length;
    found.push(...search.in(content, name), ...search.in(Buffer.from(name), `name of ${name}`));
    const blocks = name.endsWith('.ldb') ? blocksOf(content) : [unzipped(content)];
    for (const block of blocks) {
      if (block === 'unreadable') sealedBlocks++;
      else if (block) {
        unpacked++;
        found.push(...search.in(block, `${name}, unpacked`));
      }
    }
  }
  return { files, bytes, unpacked, sealedBlocks, found };
}

function unzipped(content: Buffer): Buffer | null {
  try {
    if (content[0] === 0x1f && content[1] === 0x8b) return gunzipSync(content);
    if (content[0] === 0x78) return inflateSync(content);
  } catch {
    // It only began like one.
  }
  return null;
}

/** The data blocks of a LevelDB table: a footer leads to an index, the index to the blocks; a byte behind each says how it is packed. */
function blocksOf(table: Buffer): readonly (Buffer | 'unreadable')[] {
  const footer = table.length - 48;
  if (footer < 0) return ['unreadable'];
  const meta = handleAt(table, footer);
  const index = blockAt(table, handleAt(table, meta.next));
  if (index === 'unreadable') return [index];
  const blocks: (Buffer | 'unreadable')[] = [];
  const end = index.length - 4 - 4 * index.readUInt32LE(index.length - 4);
  for (let at = 0; at < end;) {
    const shared = varint(index, at);
    const own = varint(index, shared.next);
    const length = varint(index, own.next);
    const value = length.next + own.value;
    blocks.push(blockAt(table, handleAt(index, value)));
    at = value + length.value;
  }
  return blocks;
}

interface Handle {
  readonly offset: number;
  readonly size: number;
  readonly next: number;
}
function handleAt(bytes: Buffer, at: number): Handle {
  const offset = varint(bytes, at);
  const size = varint(bytes, offset.next);
  return { offset: offset.value, size: size.value, next: size.next };
}
function blockAt(table: Buffer, { offset, size }: Handle): Buffer | 'unreadable' {
  const block = table.subarray(offset, offset + size);
  const packing = table[offset + size];
  if (packing === 0) return block;
  if (packing !== 1) return 'unreadable';
  const length = varint(block, 0).value;
  const plain = Buffer.alloc(length);
  snappyUncompress(block, plain);
  return plain;
}
function varint(bytes: Buffer, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let shift = 0; shift < 56; shift += 7) {
    const byte = bytes[at++] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  return { value, next: at };
}
