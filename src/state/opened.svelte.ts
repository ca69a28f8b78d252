/** Owns what a session remembers of the files it opened: what a receipt was made from, and which content it met before. */
import type { ImportOptions, SourceFile } from '../intake/importing.ts';
import type { Receipt } from '../model/receipt.ts';
import { snapshotKey } from '../model/snapshot.ts';
import { outerName } from '../model/sourcename.ts';

/** A file whose content, byte for byte, was met before. */
export interface Again {
  readonly file: string;
  readonly earlier: string;
  /** What it was then is open still. */
  readonly isLoaded: boolean;
}

/** What a receipt was made from. A file itself is never kept beyond the page. */
export interface Sources {
  readonly files: readonly SourceFile[];
  /** What the reader was asked, and said. */
  readonly answers: Readonly<Record<string, string>>;
  /** What else the import was told: read again with that, the files give the same. */
  readonly told?: Pick<ImportOptions, 'corrections' | 'open'>;
}

/** `gone`: the receipt whose place it takes besides that of snapshots of the same name. */
export interface Whole extends Sources {
  readonly gone: Receipt | null;
}

export class OpenedFiles {
  /** SHA-256 → the name under which it was first opened. */
  readonly #names = new Map<string, string>();
  readonly #sources = new WeakMap<Receipt, Sources>();
  #again = $state.raw<readonly Again[]>([]);

  /** Files of the last import whose content was met before. */
  get again(): readonly Again[] {
    return this.#again;
  }
  sourcesOf(receipt: Receipt): Sources | null {
    return this.#sources.get(receipt) ?? null;
  }
  namesOf(receipt: Receipt): readonly string[] {
    return (this.sourcesOf(receipt)?.files ?? receipt.files).map(({ name }) => `“${name}”`);
  }
  keep(receipt: Receipt, sources: Sources): void {
    this.#sources.set(receipt, sources);
  }

  /** To be told of the files just chosen; `loaded` are the receipts of what was open until then. */
  meet(receipt: Receipt, loaded: readonly Receipt[]): void {
    const open = new Map(loaded.flatMap(({ files }) => files.map(({ sha256, name }) => [sha256, name])));
    const again: Again[] = [];
    const sheets = new Set<string>();
    for (const { name, sha256, format } of receipt.files) {
      // The sheets of one workbook have one seal; that is no second file.
      const book = format === 'csv' ? name : outerName(name);
      if (book !== name && sheets.has(sha256 + book)) continue;
      sheets.add(sha256 + book);
      const earlier = open.get(sha256) ?? this.#names.get(sha256);
      if (earlier === undefined) this.#names.set(sha256, name);
      else again.push({ file: name, earlier, isLoaded: open.has(sha256) });
    }
    this.#again = again;
  }

  /**
   * What to read instead of `files` alone: mended rows and acts of help would take the place of the whole snapshot, and
   * households would leave acts opened before them outside. Null where nothing open belongs to them, or where the reader
   * opened it along with them. `answers` are what was asked of `files`.
   */
  wholeOf(
    receipt: Receipt,
    files: readonly SourceFile[],
    loaded: readonly Receipt[],
    answers: Sources['answers'] = {},
  ): Whole | null {
    return this.#withOrigin(receipt, files, loaded) ?? this.#withActs(receipt, files, loaded, answers);
  }

  /**
   * The file to which what was opened belongs, where that file isn't at hand: it was remembered, or can't be read any more.
   * Alone, mended rows or acts would take the place of the whole snapshot.
   */
  wantedBy(receipt: Receipt, loaded: readonly Receipt[]): string | null {
    const origin = originOf(receipt, loaded);
    if (!origin || this.sourcesOf(origin)) return null;
    const absent = origin.files.find(({ sha256 }) => receipt.files.every((file) => file.sha256 !== sha256));
    return absent?.name ?? null;
  }

  #withOrigin(receipt: Receipt, files: readonly SourceFile[], loaded: readonly Receipt[]): Whole | null {
    const origin = originOf(receipt, loaded);
    const sources = origin ? this.sourcesOf(origin) : null;
    if (!sources) return null;
    const earlier = without(sources.files, files);
    if (earlier.length === 0) return null;
    // Answers are told by the files' numbers, which stand only while none is left out.
    const answers = earlier.length === sources.files.length ? sources.answers : {};
    return { files: [...earlier, ...files], answers, gone: null };
  }

  /** Acts of help of the same province that stand alone; they need no date of their own once households are there. */
  #withActs(
    receipt: Receipt,
    files: readonly SourceFile[],
    loaded: readonly Receipt[],
    answers: Sources['answers'],
  ): Whole | null {
    const isActs = (one: Receipt['snapshots'][number]): boolean => one.isActs === true;
    const housed = receipt.snapshots.filter((one) => !isActs(one)).map(({ snapshot }) => snapshot.province);
    const acts = loaded.find(
      ({ snapshots }) =>
        snapshots.every(isActs) && snapshots.some(({ snapshot }) => housed.includes(snapshot.province)),
    );
    const sources = acts ? this.sourcesOf(acts) : null;
    const earlier = without(sources?.files ?? [], files);
    return acts && earlier.length > 0 ? { files: [...files, ...earlier], answers, gone: acts } : null;
  }
}

/** What is open of the snapshots that mended rows or acts of help belong to. */
function originOf(receipt: Receipt, loaded: readonly Receipt[]): Receipt | undefined {
  const isMended = receipt.files.some(({ headers }) => headers.some(({ column }) => column === 'quarantine_code'));
  const added = receipt.snapshots.filter(({ isActs }) => isMended || isActs === true);
  const keys = added.map(({ snapshot }) => snapshotKey(snapshot));
  return loaded.find((one) => one.snapshots.some(({ snapshot }) => keys.includes(snapshotKey(snapshot))));
}

/** A file of the same name is the same file, opened anew. */
function without(earlier: readonly SourceFile[], files: readonly SourceFile[]): readonly SourceFile[] {
  return earlier.filter(({ name }) => files.every((file) => file.name !== name));
}
