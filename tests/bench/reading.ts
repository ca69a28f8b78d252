/** Owns the benchmark of reading alone: how many megabytes of CSV a second, and how long a workbook takes, counted as time of the processor. */
import { mkdtempSync, openAsBlob, rmSync, statSync } from 'node:fs';
import { open, writeFile, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { scan, type SourceFile } from '../../src/files/scan.ts';
import { Stage } from '../../src/files/staging.ts';
import { workbookOf, writeCsv } from './logbook.ts';
import { medianOf } from './rounds.ts';

const csvBytes = 200e6;
const workbookRows = 50_000;
const pieceBytes = 2 ** 18;
const rounds = 5;

interface Taken {
  readonly cpuMs: number;
  /** The longest time in which nothing was told. */
  readonly silenceMs: number;
}

/** All work of this process, the collector of garbage on its own threads too. */
async function timed(source: SourceFile): Promise<Taken> {
  const before = process.cpuUsage();
  let toldMs = performance.now();
  let silenceMs = 0;
  for await (const event of scan(source, 0)) {
    const nowMs = performance.now();
    silenceMs = Math.max(silenceMs, nowMs - toldMs);
    toldMs = nowMs;
    if (event.kind === 'done' && event.scanned.kept < workbookRows) throw new Error(`${event.scanned.kept} rows kept`);
  }
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000, silenceMs };
}

async function median(source: SourceFile): Promise<Taken> {
  const all: Taken[] = [];
  for (let round = 0; round < rounds; round++) all.push(await timed(source));
  return { cpuMs: medianOf(all.map(({ cpuMs }) => cpuMs)), silenceMs: medianOf(all.map(({ silenceMs }) => silenceMs)) };
}

/** A file that is read piece by piece, as a browser does. */
function onDisk(file: string): SourceFile {
  const stream = (): ReadableStream<Uint8Array> => {
    let handle: FileHandle | null = null;
    return new ReadableStream({
      async pull(controller) {
        handle ??= await open(file);
        const piece = new Uint8Array(pieceBytes);
        const { bytesRead } = await handle.read(piece);
        if (bytesRead > 0) return controller.enqueue(piece.subarray(0, bytesRead));
        await handle.close();
        controller.close();
      },
      cancel: async () => void (await handle?.close()),
    });
  };
  return { name: path.basename(file), size: statSync(file).size, stream };
}

/** The strict scan alone: bytes, seal, records and their proof; what is proven is thrown away. */
async function provenOnly<T>(work: () => Promise<T>): Promise<T> {
  const { add } = Stage.prototype;
  Stage.prototype.add = () => null;
  return await work().finally(() => (Stage.prototype.add = add));
}

/** A line for each kind of file. */
export async function* readings(): AsyncGenerator<string> {
  const home = mkdtempSync(path.join(tmpdir(), 'phungpao-reading-'));
  try {
    for (const columns of ['all', 'plain'] as const) {
      const file = path.join(home, `${columns}.csv`);
      writeCsv(file, csvBytes, columns);
      const { cpuMs: staged } = await median(onDisk(file));
      const { cpuMs: scanned } = await provenOnly(() => median(onDisk(file)));
      const [scan, whole] = [scanned, staged].map((cpuMs) => (csvBytes / 1e3 / cpuMs).toFixed(0));
      const title = `CSV of ${columns === 'all' ? 40 : 25} columns, 200 MB`;
      yield `${title}: scanned ${scan} MB a second of the processor, ${whole} with staging`;
      rmSync(file);
    }
    const file = path.join(home, 'book.xlsx');
    await writeFile(file, workbookOf(workbookRows));
    const book = new File([await openAsBlob(file)], 'book.xlsx');
    const { cpuMs, silenceMs } = await median(book);
    yield `XLSX of 50,000 rows × 40 columns: ${(cpuMs / 1000).toFixed(1)} s of the processor, silent for ${silenceMs.toFixed(0)} ms at most`;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) for await (const line of readings()) console.log(line);
