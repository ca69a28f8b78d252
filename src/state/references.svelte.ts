/** Owns the tables of areas that are open beside the snapshots: which there are, which take the place of which, and removal. */
import type { AreaTable, Receipt } from '../model/receipt.ts';
import type { IsoDate } from '../model/snapshot.ts';

export interface ReferenceTable extends AreaTable {
  readonly name: string;
  readonly sha256: string;
  readonly asOf: IsoDate | null;
  readonly receipt: Receipt;
}

export class References {
  readonly #drop: (number: number) => void;
  #tables = $state.raw<readonly ReferenceTable[]>([]);
  #next = 1;

  /** `drop` takes a table's rows out of the engine. */
  constructor(drop: (number: number) => void) {
    this.#drop = drop;
  }

  /** In the order of opening; of the same figure and area the last one counts. */
  get tables(): readonly ReferenceTable[] {
    return this.#tables;
  }
  /** The number that the next table gets. */
  get next(): number {
    return this.#next;
  }
  get receipts(): readonly Receipt[] {
    return [...new Set(this.#tables.map(({ receipt }) => receipt))];
  }

  /** Takes what an import brought. The same content takes the place of itself, and of what it was before a correction. */
  take(receipt: Receipt, gone: Receipt | null): void {
    const opened = tablesOf(receipt);
    const isReplaced = (table: ReferenceTable): boolean =>
      table.receipt === gone || opened.some(({ name, sha256 }) => name === table.name && sha256 === table.sha256);
    const replaced = this.#tables.filter(isReplaced);
    this.#next = Math.max(this.#next, ...opened.map(({ number }) => number + 1));
    this.#tables = [...this.#tables.filter((table) => !replaced.includes(table)), ...opened];
    for (const { number } of replaced) this.#drop(number);
  }

  /** Puts those of these receipts' tables back that were open, in their order. */
  putBack(receipts: readonly Receipt[], numbers: readonly number[]): void {
    const all = receipts.flatMap(tablesOf);
    const opened = numbers.flatMap((number) => all.find((table) => table.number === number) ?? []);
    this.#next = Math.max(this.#next, ...numbers.map((number) => number + 1));
    this.#tables = [...this.#tables, ...opened];
  }

  remove(number: number): void {
    if (!this.#tables.some((table) => table.number === number)) return;
    this.#tables = this.#tables.filter((table) => table.number !== number);
    this.#drop(number);
  }
}

function tablesOf(receipt: Receipt): readonly ReferenceTable[] {
  return (receipt.tables ?? []).flatMap((table): ReferenceTable[] => {
    const file = receipt.files[table.file];
    return file ? [{ ...table, name: file.name, sha256: file.sha256, asOf: file.asOf, receipt }] : [];
  });
}
