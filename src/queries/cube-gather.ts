/** Owns adding cells up by area, so that cells of several pairs become those of one, areas ascending. */
import { householdsIn, personsIn, type Cells, type Scan } from './cube-scan.ts';

/** Areas lie in words of so many bits: where something was added is found without a look at all of them. */
const wordBits = 32;

export class Gathered {
  readonly cells: Cells;
  /** Cells so far. */
  length = 0;
  /** Persons ever added: more than a number of the cube can hold show here. */
  everybody = 0;
  readonly #households: Uint32Array;
  readonly #persons: Uint32Array;
  readonly #met: Uint32Array;
  #first = Infinity;
  #last = -1;

  constructor(areaCount: number, mostCells: number) {
    this.cells = {
      areas: new Uint16Array(mostCells),
      households: new Uint32Array(mostCells),
      persons: new Uint32Array(mostCells),
    };
    this.#households = new Uint32Array(areaCount);
    this.#persons = new Uint32Array(areaCount);
    this.#met = new Uint32Array(Math.ceil(areaCount / wordBits));
  }

  /** Adds the cells of a pair; `byRow` gives the area of each row of the scan, -1 where it is left out. */
  add({ starts, cells }: Scan, pair: number, byRow: Int32Array): void {
    const [households, persons, met] = [this.#households, this.#persons, this.#met];
    let [first, last, everybody] = [this.#first, this.#last, 0];
    const end = 2 * (starts[pair + 1] as number);
    for (let cell = 2 * (starts[pair] as number); cell < end; cell += 2) {
      const area = byRow[cells[cell] as number] as number;
      if (area < 0) continue;
      const sums = cells[cell + 1] as number;
      const people = personsIn(sums);
      households[area]! += householdsIn(sums);
      persons[area]! += people;
      everybody += people;
      const word = area >>> 5;
      met[word]! |= 1 << area;
      if (word < first) first = word;
      if (word > last) last = word;
    }
    this.#first = first;
    this.#last = last;
    this.everybody += everybody;
  }

  /** Writes a cell for each area that was added to, and begins anew; gives the sums of all of them. */
  settle(): { readonly households: number; readonly persons: number } {
    const [households, persons, met] = [this.#households, this.#persons, this.#met];
    const { areas, households: into, persons: people } = this.cells;
    let at = this.length;
    const sum = { households: 0, persons: 0 };
    for (let word = this.#first; word <= this.#last; word++) {
      for (let bits = met[word] as number; bits !== 0; bits &= bits - 1) {
        const area = word * wordBits + 31 - Math.clz32(bits & -bits);
        sum.households += into[at] = households[area] as number;
        sum.persons += people[at] = persons[area] as number;
        areas[at++] = area;
        households[area] = 0;
        persons[area] = 0;
      }
      met[word] = 0;
    }
    this.length = at;
    this.#first = Infinity;
    this.#last = -1;
    return sum;
  }
}
