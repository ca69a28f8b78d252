/** Owns the figures of the open tables of areas for the province or country looked at, and which measures can be had of them. */
import type { AreaCode } from '../model/area.ts';
import { withFigures, type Figures } from '../queries/figures.ts';
import type { MeasureId } from '../queries/measures.ts';
import { referenceMeasureOf } from '../queries/referencemeasures.ts';
import { ReferenceBook, references, type ReferenceRow } from '../queries/references.ts';
import { Answer } from './answer.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { openingView } from './view.ts';

export class AreaBook {
  readonly #looked: () => Pick<Dashboard, 'session' | 'whole' | 'view'>;
  readonly #answer = new Answer<string, { readonly whole: AreaCode; readonly book: ReferenceBook }>();

  constructor(looked: () => Pick<Dashboard, 'session' | 'whole' | 'view'>) {
    this.#looked = looked;
  }

  /** Null where no table is open, or before it is read; while another is read too, what was known before. */
  get book(): ReferenceBook | null {
    const read = this.#answer.current?.value;
    const { whole, session, view } = this.#looked();
    if (view.current.meeting) return null;
    return read?.whole === whole && session.references.tables.length > 0 ? read.book : null;
  }
  get pending(): boolean {
    return this.#answer.pending;
  }
  get error(): unknown {
    return this.#answer.error;
  }

  offers(id: MeasureId): boolean {
    const reference = referenceMeasureOf(id);
    return reference === null || (this.book?.has(reference.figure) ?? false);
  }
  /** The measure asked for; the usual one where it needs a table that is not open. */
  shown(id: MeasureId): MeasureId {
    return this.offers(id) ? id : openingView.measure;
  }
  /** The figures of an area's households, still unread, and beside them those of the tables. */
  beside(area: AreaCode | null | undefined, figures: Figures): Figures {
    if (area == null || !this.book) return figures;
    return withFigures(figures, this.book.figuresOf(area, figures));
  }

  /** Reads the tables for what is looked at, where they are not read yet; to be called in an effect. */
  load(): void {
    const { whole, session, view } = this.#looked();
    if (view.current.meeting) return;
    const { tables } = session.references;
    if (whole === null || tables.length === 0) return;
    const key = [whole, ...tables.map(({ number }) => number)].join(' ');
    if (this.#answer.current?.subject === key) return;
    void this.#answer.ask(key, async (signal) => {
      const rows = await session.ask<ReferenceRow>(references(whole), signal);
      return { whole, book: new ReferenceBook(rows, session.gazetteer) };
    });
  }
}
