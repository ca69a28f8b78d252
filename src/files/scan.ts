/** Owns the strict scan of one file: bytes in, proven Arrow chunks and a full account out. Never a guess, never a silent loss. */
import { createSHA256 } from 'hash-wasm';
import { AppError } from '../model/error.ts';
import { grainOf } from '../model/grain.ts';
import type { ColumnId } from '../model/columns.ts';
import { headerKey, noHints, type HeaderFrom, type HeaderHints } from '../model/headerrow.ts';
import type { AgreedRows, RowFindings } from '../model/rowshape.ts';
import type { UnreadSheet } from '../model/receipt.ts';
import { partName } from '../model/sourcename.ts';
import type { Beside } from './beside.ts';
import type { Broken, SetAsideRule } from './broken.ts';
import { choose, withUnread } from './choosing.ts';
import { encodingMarks } from './encodings.ts';
import { formatOf, isZip } from './formats.ts';
import type { Mend } from './mended.ts';
import { hearing } from './opening.ts';
import { OrdinaryLines } from './ordinary.ts';
import { Proof } from './proving.ts';
import { headOf, wholeOf, type SourceFile } from './source.ts';
import type { Doubt } from './spoiled.ts';
import { Stage, type StagedChunk } from './staging.ts';
import type { Note, Opened, Table } from './table.ts';
import { entriesOf, entrySource, isJunk } from './zip.ts';

export type { SourceFile };

/** Everything known of one table once it has been read. `read` = `kept` + broken + set aside. */
export interface Scanned {
  /** Of the file; of a sheet or an archive's entry, with the file's before it. */
  readonly name: string;
  /** Of the file or the entry; all sheets of a workbook share its seal. */
  readonly bytes: number;
  readonly sha256: string;
  readonly format: string;
  /** Empty where the format has but one. */
  readonly encoding: string;
  readonly headers: readonly string[];
  readonly columns: readonly (ColumnId | null)[];
  readonly headerFrom: HeaderFrom;
  /** Up to three different cells of each column; personal until masked. */
  readonly samples: readonly (readonly string[])[];
  readonly titles: readonly string[];
  /** The first records, titles and header among them; personal until masked. */
  readonly top: readonly (readonly string[])[];
  readonly read: number;
  readonly kept: number;
  readonly broken: readonly Broken[];
  readonly setAside: readonly { readonly rule: SetAsideRule | 'sheet_unread'; readonly rows: number }[];
  readonly mends: readonly Mend[];
  /** The kept records of a table of areas: they are few, go to no staging table, and are read as they stand. */
  readonly areaRows: readonly AreaRecord[];
  readonly doubts: readonly Doubt[];
  readonly notes: readonly Note[];
  /** Other sheets of the same workbook; told with the first that was read. */
  readonly unreadSheets: readonly UnreadSheet[];
  /** What all rows have in common that may be asked about, and what was read so because it was agreed. */
  readonly found: RowFindings;
  readonly agreed: readonly AgreedRows[];
  /** House codes of eleven digits that more than one kept row has; null where that is not known. */
  readonly again: readonly string[] | null;
  /** `Stage.counts` of the kept rows; null where none was staged. */
  readonly counts: Uint8Array | null;
}

export interface AreaRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

export type ScanEvent =
  | ({ readonly kind: 'chunk' } & StagedChunk)
  | { readonly kind: 'progress'; readonly bytesDone: number; readonly rows: number }
  | { readonly kind: 'done'; readonly scanned: Scanned };

/** An archive may hold pictures and papers beside its tables; anything else that can't be read refuses the whole. */
const noTables: readonly string[] = ['file_not_text', 'file_empty', 'file_format'];
const headBytes = 65_536;
const longestHeadBytes = 8 * 2 ** 20;

/**
 * Reads a file once; a workbook or an archive gives a `done` for each of its tables. `index` is the first one's number in
 * the receipt, written into every row, and the others count on from it. `beside` reads a part of a large one. Throws
 * AppErrors of `file_…`.
 */
export async function* scan(
  source: SourceFile,
  index: number,
  hints: HeaderHints = noHints,
  isEntry = false,
  beside: Beside | null = null,
): AsyncGenerator<ScanEvent> {
  const { opened, sha256 } = await openFile(source, beside);
  const format = formatOf(opened);
  if (format.tables === null && isEntry) throw new AppError('file_nested', { file: source.name });
  if (format.tables === null) return yield* scanArchive(opened, index, hints);
  const { tables: open } = format;
  const opening = hearing((tell) => open({ ...opened, tell }));
  let openedShare = 0;
  let opens = await opening.next();
  for (; opens.done !== true; opens = await opening.next()) {
    openedShare = opens.value;
    yield { kind: 'progress', bytesDone: Math.round(source.size * openedShare), rows: 0 };
  }
  const { chosen, unread } = choose(opens.value, source.name, hints);
  let rows = 0;
  for (const [at, table] of chosen.entries()) {
    const name = table.name === null ? source.name : partName(source.name, table.name);
    const told = scanTable(table, name, index + at, hints);
    let step = await told.next();
    for (; step.done !== true; step = await told.next()) {
      if ('chunk' in step.value) yield { kind: 'chunk', ...step.value };
      else {
        const share = (at + step.value.share) / chosen.length;
        const bytesDone = Math.round(source.size * (openedShare + (1 - openedShare) * share));
        yield { kind: 'progress', bytesDone, rows: rows + step.value.rows };
      }
    }
    const account = at === 0 ? withUnread(step.value, unread) : { ...step.value, unreadSheets: [] };
    rows += account.read;
    const seal = { bytes: source.size, sha256: await sha256(), format: format.id, encoding: table.encoding };
    yield { kind: 'done', scanned: { ...account, ...seal, name } };
  }
}

async function openFile(
  source: SourceFile,
  beside: Beside | null,
): Promise<{ opened: Opened; sha256: () => Promise<string> }> {
  const head = await headOf(source, headBytes, longestHeadBytes, encodingMarks);
  let entries = null;
  if (isZip(head)) entries = await entriesOf(await blobOf(source), source.name);
  const hash = await createSHA256();
  let digest: string | null = null;
  const sha256 = async (): Promise<string> =>
    beside?.isBegun ? await beside.sealed() : (digest ??= hash.digest('hex'));
  const seal = (bytes: Uint8Array): void => void hash.update(bytes);
  return { opened: { source, head, entries, seal, beside }, sha256 };
}

async function blobOf(source: SourceFile): Promise<Blob> {
  return source instanceof Blob ? source : new Blob([await wholeOf(source, () => undefined)]);
}

async function* scanArchive({ source, entries }: Opened, index: number, hints: HeaderHints): AsyncGenerator<ScanEvent> {
  const archive = await blobOf(source);
  const files = (entries ?? []).filter((entry) => !isJunk(entry));
  const notes: Note[] = [];
  let refused: unknown = new AppError('file_empty', { file: source.name });
  let last: Scanned | null = null;
  let count = 0;
  let rows = 0;
  for (const [at, entry] of files.entries()) {
    const name = partName(source.name, entry.name);
    const part = entrySource(archive, entry, name);
    let rowsHere = 0;
    try {
      for await (const event of scan(part, index + count, hints, true)) {
        if (event.kind === 'chunk') yield event;
        else if (event.kind === 'progress') {
          rowsHere = event.rows;
          const share = (at + event.bytesDone / Math.max(1, part.size)) / files.length;
          yield { kind: 'progress', bytesDone: Math.round(source.size * share), rows: rows + rowsHere };
        } else {
          if (last) yield { kind: 'done', scanned: last };
          last = event.scanned;
          count++;
        }
      }
    } catch (fault) {
      if (!(fault instanceof AppError) || !noTables.includes(fault.code)) throw fault;
      refused = fault;
      notes.push({ code: 'entry_unread', rows: 0, value: entry.name });
    }
    rows += rowsHere;
  }
  if (!last) throw refused;
  yield { kind: 'done', scanned: { ...last, notes: [...last.notes, ...notes] } };
}

type Account = Omit<Scanned, 'bytes' | 'sha256' | 'format' | 'encoding' | 'name' | 'unreadSheets'>;
type Step = StagedChunk | { readonly share: number; readonly rows: number };

/** Gives the chunks of one table and how far it is; returns its account. */
async function* scanTable(
  table: Table,
  name: string,
  index: number,
  hints: HeaderHints,
): AsyncGenerator<Step, Account, undefined> {
  const chunks: StagedChunk[] = [];
  const stages: Stage[] = [];
  const push = (chunk: StagedChunk | null): void => void (chunk && chunks.push(chunk));
  const areaRows: AreaRecord[] = [];
  const keep = (fields: readonly string[], line: number): void => {
    if (isArea()) return void areaRows.push({ line, fields });
    const stage = stages[0] ?? new Stage(index, proof.columns);
    stages[0] = stage;
    push(stage.add(fields, line));
  };
  const proof: Proof = new Proof(name, keep, hints, index, table.merged);
  const ordinary = new OrdinaryLines(
    proof,
    () => stages[0] ?? null,
    (stage, codes, house, line) => push(stage.addCoded(codes, house, line)),
    push,
  );
  let isAreaTable: boolean | null = null;
  const isArea = (): boolean =>
    (isAreaTable ??= (hints.grains?.[headerKey(proof.headers)] ?? grainOf(proof.columns)) === 'area');
  for await (const share of table.read(proof.take.bind(proof), ordinary)) {
    yield* chunks.splice(0);
    yield { share, rows: proof.read };
  }
  proof.finish();
  refuseForeignText(name, proof);
  push(stages[0]?.take() ?? null);
  yield* chunks;
  yield { share: 1, rows: proof.read };
  const { headers, columns, headerFrom, sampling, titles, read, kept, broken, mends, doubts, shape } = proof;
  const setAside = [...proof.setAside].map(([rule, rows]) => ({ rule, rows }));
  const aside = setAside.reduce((sum, { rows }) => sum + rows, 0);
  if (read !== kept + broken.length + aside)
    throw new Error(`${read} records read, but ${kept} + ${broken.length} + ${aside} told`);
  const header = { headers, columns, headerFrom, samples: sampling.cells, titles, top: proof.top };
  const { again, counts } = stages[0] ?? { again: null, counts: null };
  const { found } = shape;
  const agreed = shape.agreed(kept);
  const account = { read, kept, broken, setAside, mends, areaRows, doubts, found, agreed, again, counts };
  return { ...header, ...account, notes: table.notes };
}

/** Lines that can't be decoded are quarantined one by one; when they are most of the file, its encoding is not what it seemed. */
function refuseForeignText(file: string, proof: Proof): void {
  const foreign = proof.broken.filter(({ code }) => code === 'not_utf8' || code === 'not_decoded').length;
  if (foreign > proof.read / 2) throw new AppError('file_encoding', { file, encoding: 'unknown' });
}
