/** Owns the session: the engine, the loaded snapshots and what is being loaded. Not state: a reload begins a new one. */
import type { Gazetteer } from '../areas/gazetteer.ts';
import type { Question } from '../engine/engine.ts';
import type { ImportProgress } from '../intake/asking.ts';
import type { Numbers } from '../intake/carrying.ts';
import type { SourceFile } from '../intake/importing.ts';
import type { Level } from '../model/area.ts';
import { AppError } from '../model/error.ts';
import type { Receipt } from '../model/receipt.ts';
import type { Cell, Rows, RowsOf } from '../model/rows.ts';
import { snapshotKey } from '../model/snapshot.ts';
import type { Subject } from '../model/subject.ts';
import type { Answers } from '../queries/cube-reading.ts';
import { Answering } from './answering.ts';
import { Questions, type Asking, type ImportAnswers } from './asking.svelte.ts';
import { diagnose, type Diagnosis } from './diagnosis.ts';
import { isAllReplaced, openRound, type Entry } from './entry.ts';
import { handOut, type Receiver } from './handingout.ts';
import { noteFault, noteStep } from './journal.ts';
import { OpenedFiles, type Sources } from './opened.svelte.ts';
import { Recovery, sampleOptions, type Held } from './recovery.svelte.ts';
import { References } from './references.svelte.ts';
import { numbersOf, type Holdings, type Kept } from './kept.ts';
import { browserShelf, Remembered } from './remembered.svelte.ts';
import type { OwnOptions } from './refilling.ts';
import { Remembering } from './remembering.svelte.ts';
import { fetchSampleFile, type SampleFile } from './sample.ts';
import type { Served } from './served.svelte.ts';
import { Spare } from './spare.ts';
import { StageClock } from './timings.ts';
import { onceMore } from '../workers/watching.ts';
import { Turns } from './turns.svelte.ts';
import { Works } from './works.ts';

export type { Entry } from './entry.ts';

type Opening = Promise<readonly Entry[] | null>;

export class Session {
  readonly gazetteer: Gazetteer;
  /** Keeps the rounds in place of files; null where files are opened. */
  readonly served: Served | null;
  readonly opened = new OpenedFiles();
  readonly remembered = new Remembered(browserShelf());
  /** What outlives the page, where the reader says so. */
  readonly remembering: Remembering;
  /** Tables of areas stay beside whatever snapshots are open; that a removed one’s rows can't be freed is no matter. */
  readonly references = new References((table) => void this.#works.dropReference(table).catch(() => undefined));
  /** What is done, and told, when the engine has died. */
  readonly recovery: Recovery;
  readonly #answering: Answering;
  /** While others look on, nothing but protected answers leaves here. */
  readonly #isMeeting: () => boolean;
  readonly #works: Works;
  readonly #spare: Spare;
  readonly #questions = new Questions();
  readonly #loading = new Map<string, Promise<void>>();
  #entries = $state.raw<readonly Entry[]>([]);
  #progress = $state.raw<ImportProgress | null>(null);
  #fault = $state.raw<unknown>(null);
  #last = $state.raw<Receipt | null>(null);
  /** What the fault befell. */
  #failed: (Sources & { readonly gone: Receipt | null }) | null = null;
  #stop: AbortController | null = null;
  #isEnding = $state(false);
  readonly #turns = new Turns();
  #nextNumber: number;

  constructor(
    gazetteer: Gazetteer,
    sample: readonly SampleFile[],
    isMeeting: () => boolean = () => false,
    served: Served | null = null,
  ) {
    this.#isMeeting = isMeeting;
    this.gazetteer = gazetteer;
    this.served = served;
    this.#entries =
      served?.entries ??
      sample.map((file, index) => ({ number: index + 1, snapshot: file, sample: file, receipt: null }));
    this.#nextNumber = sample.length + 1;
    this.recovery = new Recovery(() => this.#held, this.opened, {
      all: () => this.#spare.wayBack(this.#brought),
      own: () => this.remembering.wayBack(this.holdings),
    });
    this.#works = new Works(gazetteer, this.recovery, served?.engine);
    this.#spare = new Spare(this.#works);
    this.remembering = new Remembering(this.#works);
    this.#answering = new Answering(this.#works, (entry) => this.load(entry), served);
    // Whoever waits for the engine tells why it can't be had.
    this.#works.engine().catch(() => undefined);
  }

  /** Snapshots to choose from: the sample's, until a file of the reader's own takes their place. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }
  get #own(): readonly Entry[] {
    return this.#entries.filter(({ sample, served }) => sample === null && served === undefined);
  }
  /** The reader's own, all that can be remembered. */
  get holdings(): Holdings {
    return { entries: this.#own, tables: this.references.tables, last: this.#last };
  }
  /** Whether anything of the reader's own is open. */
  get hasOwn(): boolean {
    const { entries, tables } = this.holdings;
    return entries.length + tables.length > 0;
  }
  get #held(): Held {
    const { receipts, tables } = this.references;
    const all = new Set([...this.#own.flatMap(({ receipt }) => receipt ?? []), ...receipts]);
    const first = ({ snapshots: [one] }: Receipt): number => one?.number ?? Infinity;
    return {
      entries: this.#entries,
      receipts: [...all].sort((one, other) => first(one) - first(other) || 0),
      tables: tables.map(({ number }) => number),
    };
  }
  /** Whoever is signed in sees no rows, and no small counts. */
  get isPartial(): boolean {
    return this.served?.isPartial ?? false;
  }
  /** The finest level up to this one that can be seen. */
  seen(level: Level): Level {
    return this.isPartial && level === 'tambon' ? 'amphoe' : level;
  }
  /** Whether the rows of all of these can be asked. */
  isAtHand(entries: readonly Entry[]): boolean {
    return entries.every(({ receipt, served }) => receipt !== null || served !== undefined);
  }
  get isSample(): boolean {
    return this.#entries.some((entry) => entry.sample !== null);
  }
  /** How far the reader's own import is; null when none runs. */
  get progress(): ImportProgress | null {
    return this.#progress;
  }
  /** Something is read, saved or put back, and the reader is not asked about it. */
  get busy(): boolean {
    return (this.#progress !== null && this.asking === null) || this.remembering.pending;
  }
  /** Whether files chosen now are opened at once, or as soon as an import that was called off has ended. */
  get isFree(): boolean {
    return this.#progress === null || this.#isEnding;
  }
  /** Files that wait for the import that runs. */
  get waiting(): readonly SourceFile[] {
    return this.#turns.waiting;
  }
  /** What the import needs to be told; null when nothing. */
  get asking(): Asking | null {
    return this.#questions.current;
  }
  /** Why the last import of the reader's own failed; null when it didn't. */
  get fault(): unknown {
    return this.#fault;
  }
  /** Receipt of the last import of the reader's own. */
  get last(): Receipt | null {
    return this.#last;
  }

  /** Tells of what went wrong before anything was opened. */
  tell(fault: AppError): void {
    this.#fault = fault;
  }
  dismissFault(): void {
    this.#fault = null;
  }

  /** Ends all that works for it and forgets what it holds; another session takes its place. */
  close(): void {
    this.cancel();
    this.remembering.cancel();
    this.served?.stop();
    this.#answering.close();
    void this.#works.close().catch(() => undefined);
  }

  /** Answers all questions of the view. */
  async answer(entries: readonly Entry[], subject: Subject, signal: AbortSignal): Promise<Answers> {
    const isProtected = this.#isMeeting() || subject.meeting === true;
    if (isProtected && this.isPartial) throw new AppError('cluster_role');
    if (isProtected) return await this.#answering.answerProtected(entries, subject, signal);
    const answers = await this.#answering.answer(entries, subject, signal);
    if (this.#isMeeting()) throw new AppError('meeting_closed');
    return answers;
  }

  /** Works out what a meeting may see of an entry, before one begins. */
  foresee(entry: Entry): void {
    this.#answering.foresee(entry);
  }
  /** How far that is of some entries, 0 to 1; null where nothing is being worked out. */
  foreseenShare(entries: readonly Entry[]): number | null {
    return this.#answering.foreseenShare(entries);
  }

  /** Rows of these snapshots and tables are in the engine. */
  get #brought(): Numbers {
    const brought = this.#entries.filter(({ receipt }) => receipt !== null);
    return numbersOf({ entries: brought, tables: this.references.tables });
  }
  /** Keeps what is open beside the engine, where that is little; to be called while the page is at rest. */
  async spare(): Promise<void> {
    await this.#spare.keep(this.#brought);
    // One may have begun meanwhile.
    if (this.#isMeeting()) this.forgetSpare();
  }
  forgetSpare(): undefined {
    this.#spare.forget();
  }
  /** For an engine that answers nothing though it lives. */
  restart(): void {
    this.#works.restart();
  }

  /** What the engine and the cubes hold at this moment. */
  diagnose(): Promise<Diagnosis> {
    return diagnose(this.#works, this.#answering);
  }

  async ask<T extends Record<string, Cell>>(question: Question, signal?: AbortSignal): Promise<Rows<T>> {
    if (this.#isMeeting()) throw new AppError('meeting_closed');
    if (this.isPartial) throw new AppError('cluster_role');
    const rows = await this.#works.ask<T>(question, signal);
    if (this.#isMeeting()) throw new AppError('meeting_closed');
    return rows;
  }

  /** Gives the rows of some snapshots out of the page. */
  async handOut(snapshots: readonly number[], receiver: Receiver): Promise<RowsOf> {
    if (this.#isMeeting()) throw new AppError('meeting_closed');
    return await handOut(this.#works, snapshots, receiver);
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
    // Its cube paints the first map: the rows are not to hold that up on a slow line.
    await this.#works.engine();
    const file = await fetchSampleFile(sample);
    const receipt = await onceMore(() => this.#works.import([file], sampleOptions(entry)));
    // A file of the reader's own may have taken the sample's place in the meantime.
    if (!this.#entries.some((other) => other.number === entry.number)) return await this.#works.drop(entry.number);
    this.#entries = this.#entries.map((other) => (other.number === entry.number ? { ...entry, receipt } : other));
  }

  /**
   * Opens files of the reader's own. They take the place of the sample, and of an earlier snapshot of the same name.
   * Null when cancelled or refused; what was loaded before then stays. `answered` is not asked again; `gone` is read anew.
   */
  open(files: readonly SourceFile[], answered: ImportAnswers = {}, gone: Receipt | null = null): Opening {
    if (files.length === 0) return Promise.resolve(null);
    if (this.served) {
      this.#fault = new AppError('cluster_files');
      return Promise.resolve(null);
    }
    return this.#turns.take(files, () => this.#open(files, answered, gone));
  }

  async #open(files: readonly SourceFile[], answered: ImportAnswers, gone: Receipt | null): Opening {
    const awaited = gone ? null : this.recovery.awaited(files);
    if (awaited) [files, answered, gone] = [awaited.sources.files, awaited.sources.answers, awaited.receipt];
    this.#failed = null;
    noteStep('import');
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
    let answers = answered;
    const told = {
      corrections: this.remembered.current,
      open: this.#own.filter(({ receipt }) => receipt !== gone).map(openRound),
    };
    const clock = new StageClock();
    try {
      const options: OwnOptions = {
        firstSnapshot: this.#nextNumber,
        firstReference: this.references.next,
        ...told,
        ask: async (questions) => {
          const open = questions.filter(({ id }) => answers[id] === undefined);
          const answer = open.length > 0 ? await clock.standStill(this.#questions.put(open)) : {};
          if (answer === null) this.cancel();
          return answer && (answers = { ...answers, ...answer });
        },
        progress: (progress) => {
          clock.enter(progress.stage);
          this.#progress = progress;
        },
        signal: stop.signal,
      };
      const isAnew = isAllReplaced(this.#entries, this.references.tables, gone);
      let receipt = await this.#works.import(files, options, isAnew);
      // Tables of areas stand beside the sample, so they go where that is.
      if (isAnew && this.isSample && receipt.snapshots.length === 0) {
        this.#works.abandon();
        receipt = await this.#works.import(files, options);
      }
      const loaded = [...this.#entries.flatMap((entry) => entry.receipt ?? []), ...this.references.receipts];
      const chosen = receipt;
      const whole = gone ? null : this.opened.wholeOf(receipt, files, loaded, answers);
      const own = this.#own.flatMap((entry) => entry.receipt ?? []);
      const wanted = gone ? null : this.opened.wantedBy(receipt, own);
      if (whole ?? wanted) {
        this.#works.abandon();
        for (const { number } of receipt.snapshots) await this.#works.drop(number);
        for (const { number } of receipt.tables ?? []) await this.#works.dropReference(number);
      }
      if (wanted !== null) throw new AppError('file_origin_wanted', { file: wanted });
      if (whole) {
        ({ files, answers } = whole);
        receipt = await this.#works.import(files, options);
      }
      clock.end();
      if (!gone) this.opened.meet(chosen, loaded);
      this.opened.keep(receipt, { files, answers, told });
      this.remembered.learnFrom(receipt);
      noteStep('imported');
      return this.#take(receipt, gone ?? whole?.gone ?? null);
    } catch (fault) {
      this.#works.abandon();
      if (stop.signal.aborted) {
        noteStep('import_cancelled');
        return null;
      }
      noteFault(fault);
      this.#fault = fault;
      this.#failed = { files, answers, gone };
      return null;
    } finally {
      this.#stop = null;
      this.#isEnding = false;
      this.#progress = null;
    }
  }

  /** Opens once more what could not be opened, with what was already answered. */
  again(): Opening {
    const { files, answers, gone } = this.#failed ?? { files: [], answers: {}, gone: null };
    return this.open(files, answers, gone);
  }

  /** Whether the files of a receipt are at hand to be read again; a sample's are not the reader's to correct. */
  canReopen(receipt: Receipt): boolean {
    return this.opened.sourcesOf(receipt) !== null;
  }
  /** Reads a receipt's files again after a change of what is remembered. Cancelled or refused, all is as it was. */
  async reopen(receipt: Receipt, change: (remembered: Remembered) => void): Promise<readonly Entry[] | null> {
    const opened = this.opened.sourcesOf(receipt);
    if (!opened || this.#stop !== null) return null;
    const back = this.remembered.mark();
    const sheets = JSON.stringify(this.remembered.current.sheets);
    change(this.remembered);
    // Answers are told by the numbers of tables, which one more sheet shifts.
    const isSame = sheets === JSON.stringify(this.remembered.current.sheets);
    const entries = await this.open(opened.files, isSame ? opened.answers : {}, receipt);
    if (entries === null) back();
    return entries;
  }

  /** Opens what this browser remembers under a passphrase; null where that is refused. */
  recall(passphrase: string): Opening {
    return this.#turns.take([], async () => {
      const next = { snapshot: this.#nextNumber, reference: this.references.next };
      return await this.remembering.open(passphrase, next, (kept) => this.#putBack(kept));
    });
  }
  #putBack({ receipts, entries, references, last }: Kept): readonly Entry[] {
    this.references.putBack(receipts, references);
    this.#last = receipts[last] ?? null;
    const own = entries.map((entry) => ({ ...entry, sample: null, receipt: receipts[entry.receipt] ?? null }));
    return this.#enter(own, null);
  }

  cancel(): void {
    this.#questions.callOff();
    this.#isEnding = this.#stop !== null;
    this.#stop?.abort(new DOMException('cancelled', 'AbortError'));
  }

  #take(receipt: Receipt, gone: Receipt | null): readonly Entry[] {
    const opened = receipt.snapshots.map(({ number, snapshot }) => ({ number, snapshot, sample: null, receipt }));
    this.#enter(opened, gone);
    this.references.take(receipt, gone);
    this.#last = receipt;
    return opened;
  }
  #enter(opened: readonly Entry[], gone: Receipt | null): readonly Entry[] {
    this.#nextNumber = Math.max(this.#nextNumber, ...opened.map(({ number }) => number + 1));
    const keys = new Set(opened.map(({ snapshot }) => snapshotKey(snapshot)));
    const replaced = this.#entries.filter(
      (entry) =>
        (entry.sample !== null && opened.length > 0) ||
        (gone !== null && entry.receipt === gone) ||
        keys.has(snapshotKey(entry.snapshot)),
    );
    const isAdopted = this.#works.adopt();
    this.#entries = [...this.#entries.filter((entry) => !replaced.includes(entry)), ...opened];
    for (const { number } of replaced) this.#answering.drop(number);
    if (isAdopted) return opened;
    // What was replaced is no longer reached; that its rows can't be freed is no reason to refuse the new ones.
    for (const { number, receipt: held } of replaced) if (held) this.#works.drop(number).catch(() => undefined);
    return opened;
  }
}
