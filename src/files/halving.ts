/** Owns the scan's half of a large file: it reads every second block, and takes the others as they were read beside it. */
import { AppError } from '../model/error.ts';
import type { Beside } from './beside.ts';
import type { LineReader } from './lines.ts';
import type { OrdinaryLines } from './ordinary.ts';
import type { RecordReader } from './records.ts';
import type { Stretch } from './stretch.ts';

interface Readers {
  readonly lines: LineReader;
  readonly records: RecordReader;
  readonly ordinary: OrdinaryLines;
}

/** Gives `lines` the whole file, or lines of it at once; yields the share that is done. */
export async function* readHalf(source: File, beside: Beside, readers: Readers): AsyncGenerator<number> {
  const { lines, ordinary } = readers;
  const { blockBytes } = beside;
  const blocks = Math.ceil(source.size / blockBytes);
  const bytesOf = async (block: number): Promise<Uint8Array> => {
    const part = source.slice(block * blockBytes, (block + 1) * blockBytes);
    return new Uint8Array(
      await part.arrayBuffer().catch((cause: unknown) => {
        throw new AppError('file_read', { file: source.name }, cause);
      }),
    );
  };
  beside.tell(null);
  let done = 0;
  /** What lies before `done` was taken already. */
  const push = (bytes: Uint8Array, start: number): void => {
    if (done < start + bytes.length) lines.push(bytes.subarray(done - start));
    done = Math.max(done, start + bytes.length);
  };
  let next = bytesOf(0);
  for (let block = 0; block < blocks; block += 2) {
    const bytes = await next;
    if (block + 2 < blocks) next = bytesOf(block + 2);
    // Told when it is waited for.
    next.catch(() => undefined);
    push(bytes, block * blockBytes);
    yield done / source.size;
    if (block + 1 === blocks) return;
    beside.tell(ordinary.like);
    const stretch = await beside.stretch(block + 1);
    if (stretch) {
      push(stretch.head, done);
      if (takes(stretch, readers)) {
        lines.push(stretch.tail);
        done = stretch.to;
      }
    }
    if (done < Math.min(source.size, (block + 2) * blockBytes))
      push(await bytesOf(block + 1), (block + 1) * blockBytes);
    yield done / source.size;
  }
}

/** Not in the middle of a line or a record, and only where its lines are what ordinary ones are by now. */
function takes(stretch: Stretch, { lines, records, ordinary }: Readers): boolean {
  const number = ordinary.expects(stretch) && !records.isOpen ? lines.pass(stretch.lines) : null;
  if (number !== null) ordinary.takeAll(stretch, number);
  return number !== null;
}
