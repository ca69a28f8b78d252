/** Owns how the rows come back after the engine has died: as they were kept, or read again from their files and held against what they were. */
import type { Engine } from '../engine/engine.ts';
import type { SourceFile } from '../intake/importing.ts';
import { AppError } from '../model/error.ts';
import type { Receipt } from '../model/receipt.ts';
import { snapshotKey } from '../model/snapshot.ts';
import { isLost } from '../workers/watching.ts';
import type { Entry } from './entry.ts';
import { noteStep } from './journal.ts';
import type { OpenedFiles, Sources } from './opened.svelte.ts';
import { fetchSampleFile } from './sample.ts';
import type { Filling, OwnOptions, Refilling } from './refilling.ts';

/** What was open when the engine died. */
export interface Held {
  readonly entries: readonly Entry[];
  /** Of all that is open of the reader's own. */
  readonly receipts: readonly Receipt[];
  /** Tables of areas that are open, by number. */
  readonly tables: readonly number[];
}

/** `back` is told for a while only. */
export type Standing = 'well' | 'restarting' | 'back' | 'failed';
const backMs = 8_000;

/** A sample that raises a question is a broken sample. */
export const sampleOptions = ({ number }: Entry): OwnOptions => ({
  firstSnapshot: number,
  ask: () => Promise.reject(new AppError('sample_missing')),
});

/** How an engine is filled without a file; null where it can't be. */
export type WayBack = ((engine: Engine) => Promise<void>) | null;
/** Of all that is open; of all of the reader's own. */
interface WaysBack {
  readonly all: () => WayBack;
  readonly own: () => WayBack;
}

export class Recovery implements Refilling {
  readonly #held: () => Held;
  readonly #opened: OpenedFiles;
  readonly #waysBack: WaysBack;
  #standing = $state<Standing>('well');
  #lacking = $state.raw<readonly Receipt[]>([]);
  #isLate = $state(false);
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(held: () => Held, opened: OpenedFiles, waysBack: WaysBack) {
    this.#held = held;
    this.#opened = opened;
    this.#waysBack = waysBack;
  }

  get standing(): Standing {
    return this.#standing;
  }
  /** The engine lives, and has said nothing for unusually long. */
  get isLate(): boolean {
    return this.#isLate;
  }
  /** What can't be read any more from its files: they were moved, changed or taken away. */
  get lacking(): readonly Receipt[] {
    const { receipts } = this.#held();
    return this.#lacking.filter((receipt) => receipts.includes(receipt));
  }

  readonly lack = (): AppError | null => (this.lacking.length > 0 ? new AppError('rows_lost') : null);

  readonly tell = (how: 'restarting' | 'back' | 'failed'): void => {
    // The first start is no coming back.
    if (how !== 'restarting' && this.#standing === 'well') return;
    clearTimeout(this.#resting);
    noteStep(how === 'back' && this.lacking.length > 0 ? 'lacking' : how);
    this.#standing = how;
    if (how === 'back') this.#resting = setTimeout(() => (this.#standing = 'well'), backMs);
  };

  readonly tellLate = (isLate: boolean): void => void (this.#isLate = isLate);

  /** Whether these are the files that what lacks was read from: their names and sizes are as they were. */
  awaited(files: readonly SourceFile[]): { readonly receipt: Receipt; readonly sources: Sources } | null {
    const name = (file: SourceFile): string => `${file.size} ${file.name}`;
    const chosen = files.map(name).sort().join('\n');
    for (const receipt of this.lacking) {
      const sources = this.#opened.sourcesOf(receipt);
      if (sources?.files.map(name).sort().join('\n') !== chosen) continue;
      // Answers are told by the order of the files.
      const ordered = sources.files.flatMap((old) => files.find((file) => name(file) === name(old)) ?? []);
      return { receipt, sources: { ...sources, files: ordered } };
    }
    return null;
  }

  readonly refill = async (filling: Filling): Promise<void> => {
    const { entries, receipts, tables } = this.#held();
    const isFilled = async (way: WayBack): Promise<boolean> =>
      way !== null && (await filling.fill(way).then(() => true, orLost));
    if (await isFilled(this.#waysBack.all())) return void (this.#lacking = []);
    const lacking: Receipt[] = [];
    for (const entry of entries)
      if (entry.sample && entry.receipt)
        await filling.bring([await fetchSampleFile(entry.sample)], sampleOptions(entry));
    const isRemembered = receipts.length > 0 && (await isFilled(this.#waysBack.own()));
    for (const receipt of isRemembered ? [] : receipts) {
      const told = await this.#again(receipt, filling);
      const isBack = told !== null && isSame(told, receipt);
      if (!isBack) lacking.push(receipt);
      // What was replaced since, or is not as it was, may not stay: its numbers will be given anew.
      for (const { number } of told?.snapshots ?? [])
        if (!isBack || !entries.some((entry) => entry.number === number)) await filling.drop(number);
      for (const { number } of told?.tables ?? [])
        if (!isBack || !tables.includes(number)) await filling.dropReference(number);
    }
    this.#lacking = lacking;
  };

  /** Null where its files can't be had. */
  async #again(receipt: Receipt, { bring }: Filling): Promise<Receipt | null> {
    const sources = this.#opened.sourcesOf(receipt);
    if (!sources) return null;
    const asked = new Set<string>();
    try {
      return await bring(sources.files, {
        ...sources.told,
        firstSnapshot: Math.min(...receipt.snapshots.map(({ number }) => number)),
        firstReference: Math.min(...(receipt.tables ?? []).map(({ number }) => number)),
        ask: (questions) => {
          const isNew = questions.every(({ id }) => !asked.has(id));
          for (const { id } of questions) asked.add(id);
          // What is asked again was not answered: the file is another one.
          return Promise.resolve(isNew ? sources.answers : null);
        },
      });
    } catch (fault) {
      if (isLost(fault) || (fault instanceof AppError && fault.code.startsWith('engine_'))) throw fault;
      return null;
    }
  }
}

/** What went wrong is no matter, unless the engine is dead. */
function orLost(fault: unknown): false {
  if (isLost(fault)) throw fault;
  return false;
}

/** The same files, and of each row the same judgement. */
function isSame(one: Receipt, other: Receipt): boolean {
  const told = ({ files, rows, snapshots, tables = [] }: Receipt): string =>
    JSON.stringify([
      files.map(({ sha256 }) => sha256),
      rows,
      snapshots.map(({ number, snapshot }) => [number, snapshotKey(snapshot)]),
      tables.map(({ number }) => number),
    ]);
  return told(one) === told(other);
}
