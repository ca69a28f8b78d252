/** Owns what is remembered of a reader's corrections, in this browser only: columns by a header's fingerprint, options by word. */
import { columnOf, type ColumnId } from '../model/columns.ts';
import { mergeCorrections, noCorrections, type Corrections } from '../model/correction.ts';
import { grainCode, type Grain } from '../model/grain.ts';
import { optionsOf } from '../model/option.ts';
import type { Receipt } from '../model/receipt.ts';

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const name = 'phungpao.corrections';
const mostHeaders = 200;
const mostValues = 500;
const longestValue = 80;

/** Corrections and the ones before them, so that one step can be taken back. */
export class Remembered {
  readonly #shelf: Shelf | null;
  #current = $state.raw<Corrections>(noCorrections);
  #before = $state.raw<Corrections | null>(null);

  /** `shelf` null where the browser has none to give; then nothing outlives the page. */
  constructor(shelf: Shelf | null) {
    this.#shelf = shelf;
    this.#current = recall(shelf);
  }

  get current(): Corrections {
    return this.#current;
  }
  get canUndo(): boolean {
    return this.#before !== null;
  }

  learn(more: Corrections): void {
    this.#before = this.#current;
    this.#keep(mergeCorrections(this.#current, more));
  }
  /** Learns the columns that were asked for while files were opened. */
  learnFrom({ files }: Receipt): void {
    const asked = files.filter(
      ({ headerFrom, headerKey }) => headerFrom === 'corrected' && this.#current.headers[headerKey] === undefined,
    );
    if (asked.length === 0) return;
    const headers = asked.map(({ headerKey, headers }) => [headerKey, headers.map(({ column }) => column)] as const);
    this.learn({ headers: Object.fromEntries(headers), values: {} });
  }
  undo(): void {
    this.#keep(this.#before ?? this.#current);
    this.#before = null;
  }
  forgetAll(): void {
    this.#before = this.#current;
    this.#keep(noCorrections);
  }
  /** Gives the way back to how things are now. */
  mark(): () => void {
    const [current, before] = [this.#current, this.#before];
    return () => {
      this.#keep(current);
      this.#before = before;
    };
  }

  #keep(corrections: Corrections): void {
    this.#current = corrections;
    const { headers, values, grains = {} } = corrections;
    const isEmpty = [headers, grains, ...Object.values(values)].every((words) => Object.keys(words).length === 0);
    try {
      if (isEmpty) this.#shelf?.removeItem(name);
      else this.#shelf?.setItem(name, JSON.stringify(trimmed(corrections)));
    } catch {
      // Full, or forbidden: what is remembered lasts as long as the page.
    }
  }
}

/** The browser's own shelf; null in a private window that forbids it. */
export function browserShelf(): Shelf | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

function recall(shelf: Shelf | null): Corrections {
  try {
    return readCorrections(JSON.parse(shelf?.getItem(name) ?? 'null'));
  } catch {
    return noCorrections;
  }
}

/** Anyone may have written there, so only what the registries know is taken. */
export function readCorrections(told: unknown): Corrections {
  if (!isRecord(told)) return noCorrections;
  const headers: Record<string, (ColumnId | null)[]> = {};
  for (const [key, ids] of entries(told.headers))
    if (Array.isArray(ids) && ids.every((id) => id === null || isColumn(id))) headers[key] = ids as (ColumnId | null)[];
  const values: Partial<Record<ColumnId, Record<string, string>>> = {};
  for (const [column, words] of entries(told.values)) {
    if (!isColumn(column)) continue;
    const options = optionsOf(column).map(({ id }) => id);
    const known = entries(words).filter(([, option]) => typeof option === 'string' && options.includes(option));
    if (known.length > 0) values[column] = Object.fromEntries(known) as Record<string, string>;
  }
  const grains = entries(told.grains).filter(
    ([, grain]) => typeof grain === 'string' && Object.hasOwn(grainCode, grain),
  );
  const known = Object.fromEntries(grains) as Record<string, Grain>;
  return trimmed(grains.length > 0 ? { headers, values, grains: known } : { headers, values });
}

/** The latest of each; long texts are no words of a list and may be someone's. */
export function trimmed({ headers, values, grains }: Corrections): Corrections {
  const columns = Object.entries(values).map(([column, words]) => {
    const short = Object.entries(words).filter(([word]) => word.length <= longestValue);
    return [column, Object.fromEntries(short.slice(-mostValues))] as const;
  });
  return {
    headers: Object.fromEntries(Object.entries(headers).slice(-mostHeaders)),
    ...(grains ? { grains: Object.fromEntries(Object.entries(grains).slice(-mostHeaders)) } : {}),
    values: Object.fromEntries(columns),
  };
}

function isRecord(thing: unknown): thing is Record<string, unknown> {
  return typeof thing === 'object' && thing !== null;
}
function entries(thing: unknown): [string, unknown][] {
  return isRecord(thing) ? Object.entries(thing).filter(([key]) => key !== '__proto__') : [];
}
function isColumn(id: unknown): id is ColumnId {
  return typeof id === 'string' && Object.hasOwn(columnOf, id);
}
