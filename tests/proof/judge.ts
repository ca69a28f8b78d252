/** Owns the judgement of one damaged file: what was read of it, cell by cell against the truth, and what was said of the rest. */
import type { Scanned } from '../../src/files/scan.ts';
import { scanFile } from '../../src/files/scanning.ts';
import { stagedColumns, type ColumnId } from '../../src/model/columns.ts';
import { AppError } from '../../src/model/error.ts';
import { StagedReader } from '../support/staged.ts';
import { truthOf, type LogbookTable } from './logbook.ts';

export type StagedRow = Readonly<Record<ColumnId | 'line', string>>;

/** A file as the scanner leaves it. `refused`: the code of the error that turned it away whole. */
export interface ReadFile {
  readonly rows: readonly StagedRow[];
  readonly sources: readonly Scanned[];
  readonly refused: string | null;
}

/** Reads bytes as the product does, short of the engine. What is thrown and is no refusal is a crash and goes on up. */
export async function readFile(bytes: Uint8Array<ArrayBuffer>, name = 'ปัตตานี 2565-06-29.csv'): Promise<ReadFile> {
  const rows: StagedRow[] = [];
  const sources: Scanned[] = [];
  const staged = new StagedReader();
  try {
    for await (const event of scanFile(new File([bytes], name), 0, null)) {
      if (event.kind === 'done') sources.push(event.scanned);
      if (event.kind !== 'chunk') continue;
      for (const row of staged.rowsOf(event))
        rows.push(Object.fromEntries(Object.entries(row).map(([id, cell]) => [id, String(cell)])) as StagedRow);
    }
    return { rows, sources, refused: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { rows: [], sources: [], refused: error.code };
  }
}

export interface Verdict {
  /** Nothing of the truth differs, nothing is there besides. */
  readonly isExact: boolean;
  readonly refused: string | null;
  /** Records that were quarantined. */
  readonly quarantined: number;
  /** Rows of the truth that stand in no kept row, no quarantined text: set aside as no record, or gone. */
  readonly setAside: number;
  readonly gone: number;
  /** Kept rows that are not as the truth has them, and of which the scanner said nothing: the warnings must. */
  readonly suspects: readonly StagedRow[];
  /** `read` is not what was kept, quarantined and set aside. */
  readonly isUnaccounted: boolean;
}

/** Compares what was read with what should have been. `hurt` are rows known to be damaged: any quarantined record tells of them. */
export function judge(read: ReadFile, truth: LogbookTable, hurt: ReadonlySet<string> = new Set()): Verdict {
  const { rows, sources, refused } = read;
  const left = new Map(truthOf(truth));
  if (refused) return { ...nothing, refused };
  const suspects = rows.filter((row) => {
    const own = left.get(row.house_code.trim());
    const isRight = own !== undefined && stagedColumns.every((id) => row[id].trim() === own[id].trim());
    if (isRight) left.delete(row.house_code.trim());
    return !isRight;
  });
  const broken = sources.flatMap((source) => source.broken);
  const texts = broken.map(({ text }) => bare(text)).filter((text) => text !== '');
  const suspected = new Set(suspects.map((row) => row.house_code));
  const written = new Map(truth.rows.map((cells) => [cells[1] ?? '', cells]));
  const missing = [...left.keys()].filter((code) => !suspected.has(code) && !(hurt.has(code) && broken.length > 0));
  const unfound = missing.filter((code) => !isTold(texts, written.get(code) ?? []));
  // A piece too short to say of which row it is answers for one.
  const pieces = texts.filter((text) => text.length < 11).length;
  const lost = unfound.slice(pieces);
  const named = (rules: readonly string[]): number =>
    sources
      .flatMap((source) => source.setAside)
      .reduce((sum, { rule, rows: count }) => sum + (rules.includes(rule) ? count : 0), 0);
  const aside = Math.min(lost.length, named(['title', 'total', 'blank', 'header_again', 'note']));
  const sums = sources.map(
    ({ read: all, kept, broken: bad, setAside }) =>
      all - kept - bad.length - setAside.reduce((sum, { rows: count }) => sum + count, 0),
  );
  const kept = sources.reduce((sum, source) => sum + source.kept, 0);
  return {
    isExact: left.size === 0 && suspects.length === 0,
    refused,
    quarantined: broken.length,
    setAside: aside,
    gone: lost.length - aside,
    suspects,
    isUnaccounted: sums.some((difference) => difference !== 0) || kept !== rows.length,
  };
}

const nothing: Verdict = {
  isExact: false,
  refused: null,
  quarantined: 0,
  setAside: 0,
  gone: 0,
  suspects: [],
  isUnaccounted: false,
};

/** True where a quarantined text holds half of the row, or is itself a piece of it. */
function isTold(texts: readonly string[], cells: readonly string[]): boolean {
  const whole = bare(cells.join(','));
  const code = /^\d{11}$/.test(cells[1] ?? '') ? [cells[1] ?? ''] : [];
  const halves = [...code, bare(cells.slice(0, 8).join(',')), bare(cells.slice(2, 10).join(','))];
  return texts.some(
    (text) => (text.length >= 11 && whole.includes(text)) || halves.some((half) => text.includes(half)),
  );
}

/** Nothing but letters and digits: whatever was damaged, the rest is found again. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
