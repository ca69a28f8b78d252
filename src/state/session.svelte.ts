/** Owns the session: the engine, the loaded snapshots and what is being loaded. Not state: a reload begins a new one. */
import type { Gazetteer } from '../areas/gazetteer.ts';
import type { Engine, Question } from '../engine/engine.ts';
import type { ImportProgress, IntakeQuestion } from '../intake/asking.ts';
import type { ImportOptions, SourceFile } from '../intake/importing.ts';
import { AppError } from '../model/error.ts';
import type { Receipt } from '../model/receipt.ts';
import type { Cell, Rows } from '../model/rows.ts';
import { snapshotKey, type Snapshot } from '../model/snapshot.ts';
import type { Subject } from '../model/subject.ts';
import { questionKey, viewQuestions, type QuestionName } from '../queries/questions.ts';
import { fetchSampleFile, type PreparedAnswers, type SampleFile } from './sample.ts';

/** A snapshot that can be looked at. A sample's is listed before it is loaded, and loaded when it is looked at. */
export interface Entry {
  readonly number: number;
  readonly snapshot: Snapshot;
  readonly sample: SampleFile | null;
  /** Null until its rows are in the engine. */
  readonly receipt: Receipt | null;
}

type ImportAnswers = Readonly<Record<string, string>>;
export interface Asking {
  readonly questions: readonly IntakeQuestion[];
  readonly answer: (answers: ImportAnswers | null) => void;
}

/** Fetched beside the page. */
async function workshop(): Promise<typeof import('./workshop.ts')> {
  try {
    return await import('./workshop.ts');
  } catch (cause) {
    throw new AppError('engine_start', {}, cause);
  }
}

export class Session {
  readonly gazetteer: Gazetteer;
  readonly #prepared: PreparedAnswers;
  #starting: Promise<Engine> | null = null;
  readonly #loading = new Map<string, Promise<void>>();
  #entries = $state.raw<readonly Entry[]>([]);
  #progress = $state.raw<ImportProgress | null>(null);
  #asking = $state.raw<Asking | null>(null);
  #fault = $state.raw<unknown>(null);
  #last = $state.raw<Receipt | null>(null);
  #stop: AbortController | null = null;
  #importing: Promise<unknown> = Promise.resolve();
  #nextNumber: number;

  constructor(gazetteer: Gazetteer, sample: readonly SampleFile[], prepared: PreparedAnswers) {
    this.gazetteer = gazetteer;
    this.#prepared = prepared;
    this.#entries = sample.map((file, index) => ({ number: index + 1, snapshot: file, sample: file, receipt: null }));
    this.#nextNumber = sample.length + 1;
    // Whoever waits for the engine tells why it can't be had.
    this.#engine().catch(() => undefined);
  }

  /** Starts the engine, once; after a failure the next call tries anew. */
  #engine(): Promise<Engine> {
    this.#starting ??= this.#start().catch((fault: unknown) => {
      this.#starting = null;
      throw fault;
    });
    return this.#starting;
  }
  async #start(): Promise<Engine> {
    const { openBrowserEngine, createTables } = await workshop();
    const engine = await openBrowserEngine();
    await createTables(engine);
    return engine;
  }

  /** Snapshots to choose from: the sample's, until a file of the reader's own takes their place. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }
  get isSample(): boolean {
    return this.#entries.some((entry) => entry.sample !== null);
  }
  /** How far the reader's own import is; null when none runs. */
  get progress(): ImportProgress | null {
    return this.#progress;
  }
  /** What the import needs to be told; null when nothing. */
  get asking(): Asking | null {
    return this.#asking;
  }
  /** Why the last import of the reader's own failed; null when it didn't. */
  get fault(): unknown {
    return this.#fault;
  }
  /** Receipt of the last import of the reader's own. */
  get last(): Receipt | null {
    return this.#last;
  }

  dismissFault(): void {
    this.#fault = null;
  }

  entryOf(snapshot: Snapshot): Entry | null {
    const key = snapshotKey(snapshot);
    return this.#entries.find((entry) => snapshotKey(entry.snapshot) === key) ?? null;
  }

  /** Answers one of the view's questions: from what the sample brings along until its rows are loaded, then from them. */
  async answer(
    entry: Entry,
    name: QuestionName,
    subject: Subject,
    signal: AbortSignal,
  ): Promise<Rows<Record<string, number | null>>> {
    if (entry.receipt === null) {
      const prepared = this.#prepared[snapshotKey(entry.snapshot)]?.[questionKey(name, subject)];
      if (prepared) return prepared;
      await this.load(entry);
      signal.throwIfAborted();
    }
    return await this.ask(viewQuestions[name](subject), signal);
  }

  async ask<T extends Record<string, Cell>>(question: Question, signal?: AbortSignal): Promise<Rows<T>> {
    const { ask } = await workshop();
    return await ask<T>(await this.#engine(), question, signal);
  }

  /** Loads a sample's snapshot, once. A snapshot of the reader's own is loaded already. */
  load(entry: Entry): Promise<void> {
    const { sample } = entry;
    if (entry.receipt !== null || sample === null) return Promise.resolve();
    const key = snapshotKey(entry.snapshot);
    const loading = this.#loading.get(key) ?? this.#loadSample(entry, sample);
    this.#loading.set(key, loading);
    loading.catch(() => this.#loading.delete(key));
    return loading;
  }

  async #loadSample(entry: Entry, sample: SampleFile): Promise<void> {
    const file = fetchSampleFile(sample);
    file.catch(() => undefined);
    await this.#engine();
    const receipt = await this.#import([await file], {
      firstSnapshot: entry.number,
      // A sample that raises a question is a broken sample.
      ask: () => Promise.reject(new AppError('sample_missing')),
    });
    // A file of the reader's own may have taken the sample's place in the meantime.
    if (!this.#entries.some((other) => other.number === entry.number)) return await this.#drop(entry.number);
    this.#entries = this.#entries.map((other) => (other.number === entry.number ? { ...entry, receipt } : other));
  }

  /** One import at a time: the engine has one set of work tables. */
  async #import(
    files: readonly SourceFile[],
    options: Omit<ImportOptions, 'engine' | 'gazetteer' | 'openWorker'>,
  ): Promise<Receipt> {
    const { importFiles, openScanWorker: openWorker } = await workshop();
    const turn = this.#importing.then(async () =>
      importFiles(files, { ...options, engine: await this.#engine(), gazetteer: this.gazetteer, openWorker }),
    );
    this.#importing = turn.catch(() => undefined);
    return await turn;
  }

  /**
   * Opens files of the reader's own. They take the place of the sample, and of an earlier snapshot of the same name.
   * Null when cancelled or refused; what was loaded before then stays.
   */
  async open(files: readonly SourceFile[]): Promise<readonly Entry[] | null> {
    if (files.length === 0 || this.#stop !== null) return null;
    const stop = new AbortController();
    this.#stop = stop;
    this.#fault = null;
    this.#progress = {
      stage: 'reading',
      file: files[0]?.name ?? '',
      bytesDone: 0,
      bytesTotal: files.reduce((sum, file) => sum + file.size, 0),
      rows: 0,
    };
    try {
      const receipt = await this.#import(files, {
        firstSnapshot: this.#nextNumber,
        ask: (questions) => this.#put(questions),
        progress: (progress) => (this.#progress = progress),
        signal: stop.signal,
      });
      return await this.#take(receipt);
    } catch (fault) {
      if (!stop.signal.aborted) this.#fault = fault;
      return null;
    } finally {
      this.#stop = null;
      this.#progress = null;
      this.#asking = null;
    }
  }

  cancel(): void {
    this.#asking?.answer(null);
    this.#stop?.abort(new DOMException('cancelled', 'AbortError'));
  }

  #put(questions: readonly IntakeQuestion[]): Promise<ImportAnswers | null> {
    return new Promise((resolve) => {
      this.#asking = {
        questions,
        answer: (answers) => {
          this.#asking = null;
          if (answers === null) this.#stop?.abort(new DOMException('cancelled', 'AbortError'));
          resolve(answers);
        },
      };
    });
  }

  async #take(receipt: Receipt): Promise<readonly Entry[]> {
    const opened = receipt.snapshots.map(({ number, snapshot }) => ({ number, snapshot, sample: null, receipt }));
    this.#nextNumber = Math.max(this.#nextNumber, ...opened.map(({ number }) => number + 1));
    const keys = new Set(opened.map(({ snapshot }) => snapshotKey(snapshot)));
    const replaced = this.#entries.filter((entry) => entry.sample !== null || keys.has(snapshotKey(entry.snapshot)));
    this.#entries = [...this.#entries.filter((entry) => !replaced.includes(entry)), ...opened];
    this.#last = receipt;
    // What was replaced is no longer reached; that its rows can't be freed is no reason to refuse the new ones.
    for (const { number, receipt: held } of replaced) if (held) await this.#drop(number).catch(() => undefined);
    return opened;
  }

  /** In its turn: an import has a transaction of its own on the one connection. */
  async #drop(snapshot: number): Promise<void> {
    const { dropSnapshot } = await workshop();
    const turn = this.#importing.then(async () => dropSnapshot(await this.#engine(), snapshot));
    this.#importing = turn.catch(() => undefined);
    await turn;
  }
}
