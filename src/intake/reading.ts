/** Owns reading files into the staging table, telling how far it is. */
import { scanFile } from '../files/scanning.ts';
import type { Scanned, SourceFile } from '../files/scan.ts';
import { noCorrections } from '../model/correction.ts';
import { AppError } from '../model/error.ts';
import type { HeaderHints } from '../model/headerrow.ts';
import type { ImportProgress } from './asking.ts';
import { askHeaders, refuseUseless } from './heading.ts';
import type { ImportOptions } from './importing.ts';

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

  /** All files; where one lacks a column that it can't do without, the reader is asked, and all are read again as answered. */
  async readAll(): Promise<readonly Scanned[]> {
    const { ask, corrections = noCorrections, signal } = this.#options;
    const corrected = corrections.headers;
    const scans = await this.#readEach({ corrected, guess: false }).catch((fault: unknown) => {
      if (fault instanceof AppError && fault.code === 'file_no_known_column')
        return this.#readEach({ corrected, guess: true });
      throw fault;
    });
    const answered = await askHeaders(scans, ask);
    signal?.throwIfAborted();
    if (answered === null) scans.forEach(refuseUseless);
    return answered ? await this.#readEach({ corrected: { ...corrected, ...answered }, guess: false }) : scans;
  }

  async #readEach(hints: HeaderHints): Promise<readonly Scanned[]> {
    await this.#options.engine.run({ sql: 'drop table if exists staging', params: [] });
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
    for await (const event of scanFile(file, index, openWorker, signal, hints)) {
      if (event.kind === 'chunk') await engine.load('staging', [event.chunk], signal);
      else if (event.kind === 'progress') this.tell('reading', event.bytesDone, event.rows);
      else scans.push(event.scanned);
    }
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
