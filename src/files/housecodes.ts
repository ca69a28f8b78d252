/** Owns telling which house codes of a file stand in more rows than one: the others are households of one row. */

const digits = 11;
/** Codes that come again are told one by one, unless they are more. */
const mostAgain = 50_000;

/** Numbers met, in a table of their own: a Set of so many would take four times the memory. 0 is a free place. */
class Numbers {
  #places = new Float64Array(1 << 16);
  #count = 0;

  /** Whether it was there already. */
  add(number: number): boolean {
    if (this.#put(this.#places, number)) return true;
    if (++this.#count * 2 > this.#places.length) {
      const larger = new Float64Array(this.#places.length * 2);
      for (const one of this.#places) if (one > 0) this.#put(larger, one);
      this.#places = larger;
    }
    return false;
  }

  #put(places: Float64Array, number: number): boolean {
    const last = places.length - 1;
    let at = Math.imul((number % 0x7fffffff) ^ (number / 0x7fffffff), 0x9e3779b1) >>> 7;
    for (at &= last; places[at] !== 0; at = (at + 1) & last) if (places[at] === number) return true;
    places[at] = number;
    return false;
  }
}

export class HouseCodes {
  readonly #met = new Numbers();
  readonly #again = new Set<string>();
  #rows = 0;
  #different = 0;

  /** Gives the code as a number; -1 where it is none of eleven digits. */
  add(cell: string): number {
    const number = cell.length === digits ? codeOf(cell) : -1;
    this.addNumber(number);
    return number;
  }

  /** Takes a code as `add` gives it. */
  addNumber(number: number): void {
    this.#rows++;
    if (number <= 0) return;
    if (!this.#met.add(number)) this.#different++;
    else if (this.#again.size <= mostAgain) this.#again.add(String(number).padStart(digits, '0'));
  }

  /** Codes that more than one row has; null where not even half of the rows have a code that no other has. */
  get again(): readonly string[] | null {
    const alone = this.#different - this.#again.size;
    return this.#again.size > mostAgain || alone * 2 < this.#rows ? null : [...this.#again];
  }
}

/** -1 where it is none. */
function codeOf(cell: string): number {
  let number = 0;
  for (let at = 0; at < digits; at++) {
    const digit = cell.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
