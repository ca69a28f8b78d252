/** Owns reading files into the staging table, telling how far it is. */
import { scanFile } from '../files/scanning.ts';
import type { Scanned, SourceFile } from '../files/scan.ts';
import { plainColumn, type StagedChunk } from '../files/staging.ts';
import { noCorrections } from '../model/correction.ts';
import { stagedColumns } from '../model/columns.ts';
import { AppError } from '../model/error.ts';
import type { HeaderHints } from '../model/headerrow.ts';
import type { ImportProgress } from './asking.ts';
import { askHeaders, refuseUseless } from './heading.ts';
import type { ImportOptions } from './importing.ts';
import { askShapes } from './shaping.ts';
import { askSheets } from './sheets.ts';

const definitions = stagedColumns.map((id) => `${id} ${id === plainColumn ? 'bigint' : 'integer'}`);
/** A cell is the code of its word; only a house code is its own number. */
const emptyStaging = [
  'drop table if exists staging',
  'drop table if exists staging_word',
  'drop table if exists staging_count',
  `create table staging (file integer, line integer, ${definitions.join(', ')})`,
  'create table staging_word (file integer, kind varchar, code integer, word varchar)',
  'create table staging_count (file integer, kind varchar, code integer, rows integer)',
];

/** Reads files into staging and says how far it is. */
export class Reading {
  readonly #options: ImportOptions;
  readonly #files: readonly SourceFile[];
  readonly #bytesTotal: number;
  #bytesBefore = 0;
  #rowsBefore = 0;
  #file = '';

  constructor(files: readonly SourceFile[], options: ImportOptions) {
    this.#options = options;
    this.#files = files;
    this.#bytesTotal = files.reduce((sum, { size }) => sum + size, 0);
  }

  /**
   * All files. Where one lacks a column that it can't do without, or where its rows leave open how they are meant, the
   * reader is asked, and all are read again as answered.
   */
  async readAll(): Promise<readonly Scanned[]> {
    const { ask, corrections = noCorrections, signal } = this.#options;
    const { headers: corrected, grains, sheets } = corrections;
    let hints: HeaderHints = { corrected, guess: false, ...(grains ? { grains } : {}), ...(sheets ? { sheets } : {}) };
    let scans = await this.#readEach(hints).catch((fault: unknown) => {
      if (!(fault instanceof AppError && fault.code === 'file_no_known_column')) throw fault;
      hints = { ...hints, guess: true };
      return this.#readEach(hints);
    });
    const sheetsToo = await askSheets(scans, hints, ask);
    signal?.throwIfAborted();
    if (sheetsToo) {
      hints = { ...hints, sheets: { ...hints.sheets, ...sheetsToo } };
      scans = await this.#readEach(hints);
    }
    const settled = new Set<string>();
    // Columns first: what rows have in common is seen only once they are known. Rows read anew may show columns that lack.
    for (;;) {
      const answered = await askHeaders(scans, grains, ask);
      signal?.throwIfAborted();
      if (answered) {
        hints = { ...hints, corrected: { ...hints.corrected, ...answered }, guess: false };
        scans = await this.#readEach(hints);
        continue;
      }
      const shapes = await askShapes(scans, settled, ask);
      signal?.throwIfAborted();
      if (!shapes) break;
      const known = hints.shapes ?? {};
      const merged = Object.entries(shapes).map(([key, shape]) => [key, { ...known[key], ...shape }] as const);
      hints = { ...hints, shapes: { ...known, ...Object.fromEntries(merged) } };
      scans = await this.#readEach(hints);
    }
    for (const scan of scans) refuseUseless(scan, grains);
    return scans;
  }

  async #readEach(hints: HeaderHints): Promise<readonly Scanned[]> {
    for (const sql of emptyStaging) await this.#options.engine.run({ sql, params: [] });
    this.#bytesBefore = 0;
    this.#rowsBefore = 0;
    const scans: Scanned[] = [];
    for (const file of this.#files) scans.push(...(await this.#read(file, scans.length, hints)));
    return scans;
  }

  /** A workbook or an archive may hold several tables; each is a file of the receipt, from `index` on. */
  async #read(file: SourceFile, index: number, hints: HeaderHints): Promise<readonly Scanned[]> {
    const { engine, openWorker = null, signal } = this.#options;
    this.#file = file.name;
    this.tell('reading');
    const scans: Scanned[] = [];
    // While the engine takes a chunk the scan makes the next one; there are never more than these two.
    let loading: Promise<void> = Promise.resolve();
    const load = async ({ chunk, words }: StagedChunk): Promise<void> => {
      await engine.load('staging', [chunk], signal);
      if (words) await engine.load('staging_word', [words], signal);
    };
    try {
      for await (const event of scanFile(file, index, openWorker, signal, hints)) {
        if (event.kind === 'chunk') {
          await loading;
          loading = load(event);
          // Told when it is waited for.
          loading.catch(() => undefined);
        }
        if (event.kind === 'progress') this.tell('reading', event.bytesDone, event.rows);
        if (event.kind === 'done') scans.push(event.scanned);
      }
    } finally {
      await loading;
    }
    const counts = scans.flatMap((scan) => scan.counts ?? []);
    if (counts.length > 0) await engine.load('staging_count', counts, signal);
    this.#bytesBefore += file.size;
    this.#rowsBefore += scans.reduce((sum, { read }) => sum + read, 0);
    return scans;
  }

  tell(stage: ImportProgress['stage'], bytesDone = 0, rows = 0): void {
    this.#options.progress?.({
      stage,
      file: this.#file,
      bytesDone: this.#bytesBefore + bytesDone,
      bytesTotal: this.#bytesTotal,
      rows: this.#rowsBefore + rows,
    });
  }
}
