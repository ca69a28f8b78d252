/** Owns an Arrow stream on its way: which of its bytes are whole batches, and whether it came to its own end. */
import { Message } from 'apache-arrow';
import type { ArrowIPC } from './engine.ts';

/** Before each message, so that its length stands at a multiple of eight; with no length after it, the stream is at its end. */
const continuation = 0xffffffff;
const end = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0);

/** Takes bytes as they come and gives whole batches, each a complete stream of its own. */
export class ArrowFrames {
  #held = new Uint8Array(0);
  #schema: Uint8Array | null = null;
  #isEnded = false;
  #isForeign = false;

  /** Whether the stream said itself that it is over, and nothing came after that. */
  get isWhole(): boolean {
    return this.#isEnded && !this.#isForeign && this.#held.length === 0;
  }
  /** What came and is no part of the stream: where a server breaks off, its reason stands there. */
  get rest(): Uint8Array {
    return this.#held;
  }

  *take(bytes: Uint8Array): Generator<ArrowIPC> {
    this.#held = this.#held.length === 0 ? bytes.slice() : joined([this.#held, bytes]);
    let at = 0;
    while (!this.#isEnded && !this.#isForeign) {
      const frame = frameAt(this.#held, at);
      if (frame === null) break;
      if (frame === 'foreign') {
        this.#isForeign = true;
        break;
      }
      const message = this.#held.subarray(at, at + frame.bytes);
      at += frame.bytes;
      if (frame.isEnd) this.#isEnded = true;
      else if (this.#schema) yield joined([this.#schema, message, end]);
      else this.#schema = message.slice();
    }
    this.#held = this.#held.slice(at);
  }

  /** An answer without rows is an answer with columns. */
  get empty(): ArrowIPC | null {
    return this.#schema && joined([this.#schema, end]);
  }
}

/** `ARROW1` and two zeros: a file, which is a stream with its table of contents after it. */
const magic = Uint8Array.of(65, 82, 82, 79, 87, 49, 0, 0);

/** Each batch of what may be a stream or a file, as a stream. */
export function* streamsOf(chunk: ArrowIPC): Generator<ArrowIPC> {
  const frames = new ArrowFrames();
  const isFile = magic.every((byte, at) => chunk[at] === byte);
  yield* frames.take(isFile ? chunk.subarray(magic.length) : chunk);
}

interface Frame {
  readonly bytes: number;
  readonly isEnd: boolean;
}

/** Null where not all of it has come; `foreign` where it is no message. */
function frameAt(held: Uint8Array, at: number): Frame | 'foreign' | null {
  if (held.length - at < end.length) return null;
  const view = new DataView(held.buffer, held.byteOffset + at, held.length - at);
  const length = view.getInt32(4, true);
  if (view.getUint32(0, true) !== continuation || length < 0) return 'foreign';
  if (length === 0) return { bytes: end.length, isEnd: true };
  if (view.byteLength < end.length + length) return null;
  const bytes = end.length + length + bodyLength(held.subarray(at + end.length, at + end.length + length));
  return view.byteLength < bytes ? null : { bytes, isEnd: false };
}

const bodyLength = (metadata: Uint8Array): number => Message.decode(metadata).bodyLength;

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
