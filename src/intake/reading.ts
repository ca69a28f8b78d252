/** Owns reading files into the staging table, and refusing those that could tell nothing. */
import { scanFile } from '../files/scanning.ts';
import type { Scanned, SourceFile } from '../files/scan.ts';
import { columnOf, type ColumnId } from '../model/columns.ts';
import { AppError } from '../model/error.ts';
import type { ImportProgress } from './asking.ts';
import type { ImportOptions } from './importing.ts';
import { placeColumns } from './place.ts';

/** Reads files into staging and says how far it is. */
export class Reading {
  readonly #options: ImportOptions;
  readonly #bytesTotal: number;
  #bytesBefore = 0;
  #rowsBefore = 0;
  #file = '';

  constructor(files: readonly SourceFile[], options: ImportOptions) {
    this.#options = options;
    this.#bytesTotal = files.reduce((sum, { size }) => sum + size, 0);
  }

  async read(file: SourceFile, index: number): Promise<Scanned> {
    const { engine, openWorker = null, signal } = this.#options;
    this.#file = file.name;
    this.tell('reading');
    for await (const event of scanFile(file, index, openWorker, signal)) {
      if (event.kind === 'chunk') await engine.load('staging', [event.chunk], signal);
      else if (event.kind === 'progress') this.tell('reading', event.bytesDone, event.rows);
      else {
        refuseUseless(event.scanned);
        this.#bytesBefore += event.scanned.bytes;
        this.#rowsBefore += event.scanned.read;
        return event.scanned;
      }
    }
    throw new AppError('file_read', { file: file.name });
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

/** A file must say where its households are, and what they need or how help stands. */
function refuseUseless({ name: file, columns, kept }: Scanned): void {
  const has = (test: (id: ColumnId) => boolean): boolean => columns.some((id) => id !== null && test(id));
  if (!has((id) => (placeColumns as readonly ColumnId[]).includes(id)))
    throw new AppError('file_column_missing', { file, missing: 'place' });
  if (!has((id) => ['status', 'mark', 'dimension'].includes(columnOf[id].kind)))
    throw new AppError('file_column_missing', { file, missing: 'need' });
  if (kept === 0) throw new AppError('file_nothing_kept', { file, reason: 'rows' });
}
