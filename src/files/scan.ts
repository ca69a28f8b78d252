/** Owns the strict scan of one file: bytes in, proven Arrow chunks and a full account out. Never a guess, never a silent loss. */
import { createSHA256 } from 'hash-wasm';
import { AppError } from '../model/error.ts';
import type { ColumnId } from '../model/columns.ts';
import { formatOf, headBytes, sniffDialect } from './formats.ts';
import { LineReader } from './lines.ts';
import { Proof, type Broken, type SetAsideRule } from './proving.ts';
import { RecordReader } from './records.ts';
import { Stage } from './staging.ts';

/** What can be read: a browser's File is one. */
export interface SourceFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

/** Everything known of a file once it has been read. `read` = `kept` + broken + set aside. */
export interface Scanned {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly format: string;
  readonly encoding: string;
  readonly headers: readonly string[];
  readonly columns: readonly (ColumnId | null)[];
  readonly titles: readonly string[];
  readonly read: number;
  readonly kept: number;
  readonly broken: readonly Broken[];
  readonly setAside: readonly { readonly rule: SetAsideRule; readonly rows: number }[];
}

export type ScanEvent =
  | { readonly kind: 'chunk'; readonly chunk: Uint8Array }
  | { readonly kind: 'progress'; readonly bytesDone: number; readonly rows: number }
  | { readonly kind: 'done'; readonly scanned: Scanned };

/** Reads a file once. `index` is the file's number in the receipt, written into every row. Throws AppErrors of `file_…`. */
export async function* scan(source: SourceFile, index: number): AsyncGenerator<ScanEvent> {
  const file = source.name;
  const hash = await createSHA256();
  const reader = bytesOf(source, file);
  try {
    const pieces: Uint8Array[] = [];
    let bytesDone = 0;
    let next = await reader.next();
    for (; next.done !== true && bytesDone < headBytes; next = await reader.next()) {
      pieces.push(next.value);
      bytesDone += next.value.length;
    }
    const head = concat(pieces, headBytes);
    const format = formatOf(head, file);
    const { delimiter, width } = sniffDialect(head);

    const chunks: Uint8Array[] = [];
    const stages: Stage[] = [];
    const push = (chunk: Uint8Array | null): void => void (chunk && chunks.push(chunk));
    const proof: Proof = new Proof(file, (fields, line) => {
      const stage = stages[0] ?? new Stage(index, proof.columns);
      stages[0] = stage;
      push(stage.add(fields, line));
    });
    const records = new RecordReader(delimiter, width, proof.take.bind(proof));
    const lines = new LineReader((line) => records.push(line));

    bytesDone = 0;
    const feed = (bytes: Uint8Array): void => {
      bytesDone += bytes.length;
      hash.update(bytes);
      lines.push(bytes);
    };
    pieces.forEach(feed);
    for (; next.done !== true; next = await reader.next()) {
      feed(next.value);
      for (const chunk of chunks.splice(0)) yield { kind: 'chunk', chunk };
      yield { kind: 'progress', bytesDone, rows: proof.read };
    }
    lines.finish();
    records.finish();
    proof.finish();
    refuseForeignText(file, proof);
    push(stages[0]?.take() ?? null);
    for (const chunk of chunks) yield { kind: 'chunk', chunk };
    yield { kind: 'progress', bytesDone, rows: proof.read };
    const { headers, columns, titles, read, kept, broken } = proof;
    const setAside = [...proof.setAside].map(([rule, rows]) => ({ rule, rows }));
    const aside = setAside.reduce((sum, { rows }) => sum + rows, 0);
    if (read !== kept + broken.length + aside)
      throw new Error(`${read} records read, but ${kept} + ${broken.length} + ${aside} told`);
    const seal = {
      name: file,
      bytes: bytesDone,
      sha256: hash.digest('hex'),
      format: format.id,
      encoding: format.encoding,
    };
    yield { kind: 'done', scanned: { ...seal, headers, columns, titles, read, kept, broken, setAside } };
  } finally {
    await reader.return(undefined);
  }
}

/** Lines that are no UTF-8 are quarantined one by one; when they are most of the file, the file is in another encoding. */
function refuseForeignText(file: string, proof: Proof): void {
  const foreign = proof.broken.filter(({ code }) => code === 'not_utf8').length;
  if (foreign > proof.read / 2) throw new AppError('file_encoding', { file, encoding: 'windows-874' });
}

async function* bytesOf(source: SourceFile, file: string): AsyncGenerator<Uint8Array> {
  const reader = source.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value.length > 0) yield value;
    }
  } catch (cause) {
    throw new AppError('file_read', { file }, cause);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function concat(pieces: readonly Uint8Array[], limitBytes: number): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole.subarray(0, limitBytes);
}
