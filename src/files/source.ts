/** Owns getting at a file's bytes: as a stream, its first ones, or all of them at once. */
import { AppError } from '../model/error.ts';

/** What can be read, more than once: a browser's File is one. */
export interface SourceFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

/** Formats that must be held whole are read up to here; beyond it the page would run out of memory. */
export const wholeLimitBytes = 300 * 2 ** 20;

/** Throws `file_read` where the bytes can't be had, for example when the file was moved. */
export async function* bytesOf(source: SourceFile): AsyncGenerator<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array>;
  const fail = (cause: unknown): AppError =>
    cause instanceof AppError ? cause : new AppError('file_read', { file: source.name }, cause);
  try {
    reader = source.stream().getReader();
  } catch (cause) {
    throw fail(cause);
  }
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value.length > 0) yield value;
    }
  } catch (cause) {
    throw fail(cause);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The first `leastBytes`, and then on to where `tells` is content, up to `mostBytes`. */
export async function headOf(
  source: SourceFile,
  leastBytes: number,
  mostBytes: number,
  tells: (piece: Uint8Array) => boolean,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isContent = false;
  for await (const piece of bytesOf(source)) {
    pieces.push(piece);
    length += piece.length;
    isContent ||= tells(piece);
    if (length >= mostBytes || (length >= leastBytes && isContent)) break;
  }
  const head = concat(pieces);
  return head.subarray(0, tells(head.subarray(0, leastBytes)) ? leastBytes : mostBytes);
}

/** The whole file, each piece of it shown to `seal`. Throws `file_too_large` beyond what can be held. */
export async function wholeOf(source: SourceFile, seal: (bytes: Uint8Array) => void): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = new AppError('file_too_large', { file: source.name, bytes: source.size });
  if (source.size > wholeLimitBytes) throw tooLarge;
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytesOf(source)) {
    seal(piece);
    pieces.push(piece);
    length += piece.length;
    if (length > wholeLimitBytes) throw tooLarge;
  }
  return concat(pieces);
}

export function concat(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
