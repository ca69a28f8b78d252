/** Owns ZIP archives, the ones inside spreadsheets too: their list of entries, the limits, and each entry's bytes, counted and checked. */
import { createCRC32 } from 'hash-wasm';
import { AppError } from '../model/error.ts';
import type { SourceFile } from './source.ts';

export interface Entry {
  readonly name: string;
  readonly bytes: number;
  readonly packedBytes: number;
  readonly method: number;
  readonly crc: number;
  /** Of its local header, from the start of the archive. */
  readonly offset: number;
  readonly isLocked: boolean;
}

/** Beyond these nothing is unpacked at all. */
const mostBytes = 300 * 2 ** 20;
const mostEntries = 1_000;
const mostRatio = 100;
const ratioFromBytes = 2 ** 20;

const endBytes = 22;
const longestComment = 65_535;
const signature = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };

/** The entries of an archive, in order, without folders. Throws `file_damaged`, and `file_bomb` before a byte is unpacked. */
export async function entriesOf(archive: Blob, file: string): Promise<readonly Entry[]> {
  const damaged = new AppError('file_damaged', { file });
  const tail = await viewOf(archive, Math.max(0, archive.size - endBytes - longestComment), archive.size);
  let end = tail.byteLength - endBytes;
  while (end >= 0 && tail.getUint32(end, true) !== signature.end) end--;
  if (end < 0) throw damaged;
  const count = tail.getUint16(end + 10, true);
  if (count > mostEntries) throw new AppError('file_bomb', { file, entries: count });
  const start = tail.getUint32(end + 16, true);
  const list = await viewOf(archive, start, start + tail.getUint32(end + 12, true));
  const entries: Entry[] = [];
  for (let at = 0, index = 0; index < count; index++) {
    if (at + 46 > list.byteLength || list.getUint32(at, true) !== signature.entry) throw damaged;
    const flags = list.getUint16(at + 8, true);
    const nameBytes = list.getUint16(at + 28, true);
    if (at + 46 + nameBytes > list.byteLength) throw damaged;
    const name = nameOf(new Uint8Array(list.buffer, list.byteOffset + at + 46, nameBytes));
    entries.push({
      name,
      method: list.getUint16(at + 10, true),
      crc: list.getUint32(at + 16, true),
      packedBytes: list.getUint32(at + 20, true),
      bytes: list.getUint32(at + 24, true),
      offset: list.getUint32(at + 42, true),
      isLocked: (flags & 1) === 1,
    });
    at += 46 + nameBytes + list.getUint16(at + 30, true) + list.getUint16(at + 32, true);
  }
  refuseBombs(entries, archive.size, file);
  return entries.filter(({ name }) => !name.endsWith('/'));
}

/** Entries may share their packed bytes, so it is the archive's own size that the sum is held against. */
function refuseBombs(entries: readonly Entry[], archiveBytes: number, file: string): void {
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (bytes > mostBytes) throw new AppError('file_bomb', { file, bytes });
  const isDense = (unpacked: number, packed: number): boolean =>
    unpacked > ratioFromBytes && unpacked > packed * mostRatio;
  const dense = entries.find((entry) => isDense(entry.bytes, entry.packedBytes));
  if (dense || isDense(bytes, archiveBytes)) throw new AppError('file_bomb', { file, bytes: dense?.bytes ?? bytes });
}

/** An entry's bytes. Throws `file_bomb` as soon as they are more than the list said, `file_damaged` where they differ. */
export async function* unpack(archive: Blob, entry: Entry, file: string): AsyncGenerator<Uint8Array> {
  if (entry.isLocked) throw new AppError('file_password', { file });
  if (entry.method !== 0 && entry.method !== 8) throw new AppError('file_format', { file });
  const damaged = (cause?: unknown): AppError => new AppError('file_damaged', { file }, cause);
  const head = await viewOf(archive, entry.offset, entry.offset + 30);
  if (head.byteLength < 30 || head.getUint32(0, true) !== signature.local) throw damaged();
  const start = entry.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const packed = archive.slice(start, start + entry.packedBytes).stream();
  const reader = (entry.method === 0 ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'))).getReader();
  const crc = await createCRC32();
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw damaged(cause);
      });
      if (done) break;
      bytes += value.length;
      if (bytes > entry.bytes) throw new AppError('file_bomb', { file, bytes });
      crc.update(value);
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (bytes !== entry.bytes || Number.parseInt(crc.digest('hex'), 16) !== entry.crc) throw damaged();
}

/** What systems leave behind in an archive, unasked. */
export function isJunk({ name }: Entry): boolean {
  return /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name);
}

/** An entry as a file of its own. */
export function entrySource(archive: Blob, entry: Entry, name: string): SourceFile {
  const stream = (): ReadableStream<Uint8Array> => {
    const bytes = unpack(archive, entry, name);
    return new ReadableStream({
      async pull(controller) {
        const { done, value } = await bytes.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => void (await bytes.return(undefined)),
    });
  };
  return { name, size: entry.bytes, stream };
}

async function viewOf(archive: Blob, start: number, end: number): Promise<DataView> {
  return new DataView(await archive.slice(start, end).arrayBuffer());
}

/** Whoever wrote the archive may not have said that its names are UTF-8; Thai Windows wrote them in its own encoding. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-874').decode(bytes);
  }
}
