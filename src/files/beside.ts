/** Owns reading a large file in two workers: one scans, the other reads every second block ahead of it, and seals the whole. */
import { createSHA256 } from 'hash-wasm';
import { AppError } from '../model/error.ts';
import { StretchReader, type Stretch } from './stretch.ts';

/** Ten thousand lines or so: enough that nothing is waited for, few enough to be held. */
const usualBlockBytes = 2 ** 22;
/** A line behind the block's end that is longer needs a second look. */
const longestLineBytes = 2 ** 16;
/** Stretches read ahead of the scan. */
const mostAhead = 3;

/** What the scan says: what lines must be like, and that a stretch was taken. */
type ToBeside = { readonly like: string | null } | { readonly taken: true };
type FromBeside =
  | { readonly block: number; readonly stretch: Stretch | null }
  | { readonly sha256: string }
  | { readonly failed: string };

/** The scan's side. */
export class Beside {
  readonly blockBytes: number;
  readonly #port: MessagePort;
  readonly #arrived = new Map<number, Stretch | null>();
  #sha256: string | null = null;
  #failed: AppError | null = null;
  #wake: () => void = () => undefined;
  #told: string | null | undefined;

  /** Throws `file_read` of this file where the other side can't have its bytes. */
  constructor(port: MessagePort, file: string, blockBytes = usualBlockBytes) {
    this.#port = port;
    this.blockBytes = blockBytes;
    port.onmessage = ({ data }: MessageEvent<FromBeside>) => {
      if ('block' in data) this.#arrived.set(data.block, data.stretch);
      else if ('sha256' in data) this.#sha256 = data.sha256;
      else this.#failed = new AppError('file_read', { file }, data.failed);
      this.#wake();
    };
  }

  /** Whether the file is read so, and not by the scan alone. */
  get isBegun(): boolean {
    return this.#told !== undefined;
  }

  /** Begins, or goes on with lines that must be like this; null while each needs a second look. */
  tell(like: string | null): void {
    if (like === this.#told) return;
    this.#told = like;
    this.#port.postMessage({ like } satisfies ToBeside);
  }

  /** The lines of a block, every second one from the second on, to be asked for in order; null where the scan must read it. */
  async stretch(block: number): Promise<Stretch | null> {
    const stretch = await this.#until(() => this.#arrived.get(block));
    this.#arrived.delete(block);
    this.#port.postMessage({ taken: true } satisfies ToBeside);
    return stretch;
  }
  /** Of all bytes. */
  sealed(): Promise<string> {
    return this.#until(() => this.#sha256 ?? undefined);
  }

  async #until<T>(look: () => T | undefined): Promise<T> {
    for (;;) {
      if (this.#failed) throw this.#failed;
      const found = look();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

/** The other side: reads the whole file once, in order, as soon as the scan begins. */
export function readBeside(source: Blob, port: MessagePort, blockBytes = usualBlockBytes): void {
  let reader: StretchReader | null = null;
  let like: string | null | undefined;
  let ahead = 0;
  let wake: () => void = () => undefined;
  const tell = (message: FromBeside, transfer: Transferable[] = []): void => port.postMessage(message, transfer);

  async function read(): Promise<void> {
    const hash = await createSHA256();
    const bytesOf = async (block: number): Promise<Uint8Array> => {
      const [from, to] = [block * blockBytes, (block + 1) * blockBytes + longestLineBytes];
      return new Uint8Array(await source.slice(Math.max(0, from - 1), to).arrayBuffer());
    };
    const blocks = Math.ceil(source.size / blockBytes);
    let next = bytesOf(0);
    for (let block = 0; block < blocks; block++) {
      const bytes = await next;
      if (block + 1 < blocks) next = bytesOf(block + 1);
      next.catch(() => undefined);
      const first = block === 0 ? 0 : 1;
      hash.update(bytes.subarray(first, first + Math.min(blockBytes, source.size - block * blockBytes)));
      if (block % 2 === 0) continue;
      while (ahead >= mostAhead) await new Promise<void>((resolve) => (wake = resolve));
      ahead++;
      if (like !== reader?.like) reader = like ? new StretchReader(like) : null;
      const stretch = reader?.read(bytes, block * blockBytes, blockBytes) ?? null;
      const cells = stretch ? [stretch.houses, stretch.filled, ...stretch.codes.flatMap((codes) => codes ?? [])] : [];
      tell({ block, stretch }, cells.map(({ buffer }) => buffer) as ArrayBuffer[]);
      // What the scan says meanwhile is heard between two blocks.
      await new Promise<void>((resolve) => setTimeout(resolve));
    }
    tell({ sha256: hash.digest('hex') });
  }

  port.onmessage = ({ data }: MessageEvent<ToBeside>) => {
    if ('taken' in data) {
      ahead--;
      return wake();
    }
    const isFirst = like === undefined;
    ({ like } = data);
    if (isFirst) read().catch((fault: unknown) => tell({ failed: fault instanceof Error ? fault.message : '' }));
  };
}
