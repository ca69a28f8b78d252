/** Owns what places are called: by the gazetteer, else as the files looked at write them, which no meeting sees. */
import { country, type AreaCode } from '../model/area.ts';
import { placeNames } from '../queries/questions.ts';
import { Answer } from './answer.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import type { Entry } from './session.svelte.ts';

type Looked = Pick<Dashboard, 'view' | 'session' | 'texts'>;

export class PlaceNames {
  readonly #looked: () => Looked;
  /** By the numbers of the snapshots that were asked of. */
  readonly #written = new Answer<readonly number[], ReadonlyMap<number, string>>();

  constructor(looked: () => Looked) {
    this.#looked = looked;
  }

  get pending(): boolean {
    return this.#written.pending;
  }
  get error(): unknown {
    return this.#written.error;
  }

  /** Loads the rows of these entries, and the names that their files give to places. */
  load(entries: readonly Entry[]): void {
    const { session, view } = this.#looked();
    if (entries.length === 0 || view.current.meeting || session.isPartial) return;
    const numbers = entries.map(({ number }) => number);
    void this.#written.ask(numbers, async (signal) => {
      for (const entry of entries) await session.load(entry);
      const rows = await session.ask<{ area: number; name: string }>(placeNames(numbers), signal);
      return new Map(rows.columns.area.map((area, row) => [area, rows.columns.name[row] ?? '']));
    });
  }

  /** Without its prefix; a municipality's as the file gives it. */
  of(code: AreaCode): string {
    const { texts, session, view } = this.#looked();
    if (code === country) return texts.country.name;
    const known = session.gazetteer.find(code);
    if (known) return known.name[view.current.language];
    const written = view.current.meeting ? undefined : this.#written.current?.value.get(Number(code));
    return written ?? texts.places.code(code);
  }
  /** ทั้งประเทศ, จังหวัดปัตตานี; กรุงเทพมหานคร is none. */
  ofWhole(code: AreaCode): string {
    const { texts, view } = this.#looked();
    if (code === country) return texts.country.whole;
    return view.current.language === 'th' ? this.inFull(code) : texts.map.wholeProvince(this.of(code));
  }
  /** With its prefix: อ.ยะรัง. */
  inFull(code: AreaCode): string {
    const { session, view } = this.#looked();
    return session.gazetteer.find(code) ? session.gazetteer.fullName(code, view.current.language) : this.of(code);
  }
}
