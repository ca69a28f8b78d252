/** Owns telling a table of sums by area, which nobody is named in, from a list of households: its cells count them. */
import { columns as dictionary, columnOf, type ColumnId } from '../model/columns.ts';
import { letters, plain } from '../model/plain.ts';

/** A row that fills one of these is about one household or person. */
const naming: readonly ColumnId[] = ['house_code', 'house_no', 'member_seq', 'person_nid', 'first_name', 'full_name'];
const households = new Set(
  dictionary
    .flatMap(({ kind, aliases }) => (kind === 'figure' ? aliases.filter((one) => /ครัวเรือน|หลังคาเรือน/.test(one)) : []))
    .map(letters),
);
const count = /^(\d+|\d{1,3}(,\d{3})+)( ?(ครัวเรือน|หลัง|หลังคาเรือน|คน|ราย|แห่ง))?$/;
const fewestRows = 3;
const mostAreas = 10_000;

export class Sums {
  readonly #naming: readonly number[];
  readonly #counting: readonly number[];
  readonly #places: readonly number[];
  readonly #areas = new Set<string>();
  #isRepeated = false;
  #rows = 0;
  #named = 0;
  #counted = 0;

  constructor(headers: readonly string[], columns: readonly (ColumnId | null)[]) {
    const where = (is: (id: ColumnId | null, at: number) => boolean): readonly number[] =>
      columns.flatMap((id, at) => (is(id, at) ? [at] : []));
    this.#naming = where((id) => id !== null && naming.includes(id));
    this.#counting = where((id, at) =>
      id === null ? households.has(letters(headers[at] ?? '')) : columnOf[id].kind === 'mark',
    );
    this.#places = where((id) => id === 'village' || id === 'moo' || (id !== null && columnOf[id].kind === 'place'));
  }

  /** To be told of each record that is kept. */
  take(fields: readonly string[]): void {
    if (this.#counting.length === 0) return;
    this.#rows++;
    if (this.#naming.some((at) => (fields[at] ?? '').trim() !== '')) return void this.#named++;
    if (this.#counting.some((at) => isCount(fields[at] ?? ''))) this.#counted++;
    if (this.#isRepeated || this.#areas.size >= mostAreas) return;
    const area = this.#places.map((at) => plain(fields[at] ?? '')).join('\n');
    this.#isRepeated = this.#areas.has(area);
    this.#areas.add(area);
  }

  /** To be told of records that name who they are about. */
  takeNamed(records = 1): void {
    this.#rows += records;
    this.#named += records;
  }

  /** How many rows count households; 0 unless most name none, and a good part counts or no area comes twice. */
  get rows(): number {
    if (this.#named * 2 > this.#rows || this.#counted === 0) return 0;
    const isEach = !this.#isRepeated && this.#rows >= fewestRows;
    return isEach || this.#counted * 4 >= this.#rows ? this.#counted : 0;
  }
}

/** 1 marks a need, and so may any other sign. */
function isCount(cell: string): boolean {
  const text = plain(cell);
  return count.test(text) && Number.parseInt(text.replaceAll(',', ''), 10) > 1;
}
