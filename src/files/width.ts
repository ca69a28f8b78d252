/** Owns how wide the records of a table are beside its header: one blank field too many in every row is no fault of each. */
import type { RowFindings } from '../model/rowshape.ts';

const isBlank = (cell: string): boolean => cell.trim() === '';

export class Widths {
  readonly #headers: readonly string[];
  readonly #agreed: number;
  readonly #others = new Map<number, number>();
  #fitting = 0;
  #misfits = 0;

  constructor(headers: readonly string[], agreed: number | undefined) {
    this.#headers = headers;
    this.#agreed = agreed ?? headers.length;
  }

  /** The record at the header's width; null where it is not as wide as it must be. */
  fit(fields: string[]): string[] | null {
    const width = this.#headers.length;
    if (fields.length !== this.#agreed) return null;
    if (fields.length === width) return fields;
    return this.#isBlankBeyond(fields) ? this.#headers.map((_, at) => fields[at] ?? '') : null;
  }

  /** To be told of each record that stands to be kept, and of how many fields a wrong one has too many or too few. */
  count(fields: readonly string[], isFit: boolean): number {
    if (isFit) this.#fitting++;
    else {
      this.#misfits++;
      if (fields.length > 1 && fields.length !== this.#headers.length && this.#isBlankBeyond(fields))
        this.#others.set(fields.length, (this.#others.get(fields.length) ?? 0) + 1);
    }
    return fields.length - this.#agreed;
  }

  /** As `count`, of records as wide as the header. */
  countFit(records = 1): void {
    this.#fitting += records;
  }

  get isAgreed(): boolean {
    return this.#agreed !== this.#headers.length;
  }

  get found(): Pick<RowFindings, 'fitting' | 'misfits' | 'otherWidth'> {
    const [commonest] = [...this.#others].sort((a, b) => b[1] - a[1]);
    const otherWidth = commonest ? { fields: commonest[0], rows: commonest[1] } : null;
    return { fitting: this.#fitting, misfits: this.#misfits, otherWidth };
  }

  #isBlankBeyond(fields: readonly string[]): boolean {
    const width = this.#headers.length;
    return fields.length > width
      ? fields.slice(width).every(isBlank)
      : this.#headers.slice(fields.length).every(isBlank);
  }
}
