/** Owns how a view is answered: from the cubes of its snapshots in one pass, or by SQL where these can't. */
import { isOfCluster } from '../model/error.ts';
import type { Rows } from '../model/rows.ts';
import type { Subject } from '../model/subject.ts';
import type { Answers } from '../queries/cube-reading.ts';
import type { Grouped } from '../queries/figures.ts';
import { answersFrom, exactAlone } from '../queries/picture.ts';
import type { CubeSize } from '../queries/cube-size.ts';
import { leastOf } from '../queries/cube-shown.ts';
import { viewQuestions, type QuestionName } from '../queries/questions.ts';
import { onceMore } from '../workers/watching.ts';
import { Cubes, type CubeSource } from './cubes.ts';
import { fetchSampleCube, fetchSamplePicture } from './sample.ts';
import type { Entry } from './entry.ts';
import { Pictures, type PictureSource } from './pictures.svelte.ts';
import type { Served } from './served.svelte.ts';
import { timeAnswer } from './timings.ts';
import type { Works } from './works.ts';

type Answer = Rows<Record<string, number | null>>;

/** The answer to a question of a view, and the subject it answers. */
export interface Answered {
  readonly subject: Subject;
  readonly value: Grouped[QuestionName];
  /** In a meeting, where even the four figures of a whole are rounded. */
  readonly isRounded?: boolean | undefined;
}

export class Answering {
  readonly #works: Works;
  /** Brings an entry's rows into the engine. */
  readonly #load: (entry: Entry) => Promise<void>;
  readonly #served: Served | null;
  readonly #cubes = new Cubes();
  readonly #pictures = new Pictures();

  constructor(works: Works, load: (entry: Entry) => Promise<void>, served: Served | null = null) {
    this.#works = works;
    this.#load = load;
    this.#served = served;
  }

  async answer(entries: readonly Entry[], subject: Subject, signal: AbortSignal): Promise<Answers> {
    const startMs = performance.now();
    try {
      const answers = await onceMore(async () => {
        // Nothing is waited for that is there: see `Cubes.answer`.
        if (!this.#cubes.isReady(subject.snapshots)) await Promise.all(entries.map((entry) => this.#cubeOf(entry)));
        signal.throwIfAborted();
        return await this.#cubes.answer(subject.snapshots, subject, signal);
      });
      timeAnswer('cube', startMs);
      return this.#served?.isPartial ? leastOf(answers) : answers;
    } catch (fault) {
      signal.throwIfAborted();
      // Whoever could not be asked for the cube is not asked for more.
      if (isOfCluster(fault) || this.#served?.isPartial) throw fault;
      // eslint-disable-next-line no-console -- for developers: a reader gets the same answer, only later
      if (import.meta.env.DEV) console.warn('no answer from the cube, so the engine is asked:', fault);
    }
    for (const entry of entries) await this.#load(entry);
    const answers: [string, Answer][] = [];
    for (const [name, question] of Object.entries(viewQuestions))
      answers.push([name, await this.#works.ask(question(subject), signal)]);
    timeAnswer('engine', startMs);
    return Object.fromEntries(answers) as Record<QuestionName, Answer>;
  }

  /** Answers as a meeting may see it: made of what is shown alone. What has no cube has no such answer either. */
  async answerProtected(entries: readonly Entry[], subject: Subject, signal: AbortSignal): Promise<Answers> {
    if (subject.isExactAlone) return exactAlone(await this.answer(entries, subject, signal), subject);
    const pictures = await Promise.all(
      entries.map((entry) => this.#pictures.of(entry.number, this.#pictureSourceOf(entry))),
    );
    signal.throwIfAborted();
    return answersFrom(pictures, subject);
  }
  /** Works out what a meeting may see of an entry, before one begins. */
  foresee(entry: Entry): void {
    this.#pictures.foresee(entry.number, this.#pictureSourceOf(entry));
  }
  /** How far that is of some entries, 0 to 1; null where nothing is being worked out. */
  foreseenShare(entries: readonly Entry[]): number | null {
    return this.#pictures.shareOf(entries.map(({ number }) => number));
  }

  /** How large the cubes at hand are. */
  sizes(): Promise<readonly CubeSize[]> {
    return this.#cubes.sizes();
  }

  /** Ends the workers; nothing is asked any more. */
  close(): void {
    this.#cubes.close();
    this.#pictures.close();
  }

  /** Forgets a snapshot that is no longer reached. */
  drop(snapshot: number): void {
    this.#cubes.drop(snapshot);
    this.#pictures.drop(snapshot);
  }

  /** Of the sample's opening round it comes with the page. */
  #pictureSourceOf(entry: Entry): PictureSource {
    const { sample } = entry;
    return {
      made: async () => (sample?.opening ? await fetchSamplePicture(sample) : null),
      cube: () =>
        onceMore(async () => {
          await this.#cubeOf(entry);
          return await this.#cubes.copy(entry.number);
        }),
    };
  }

  #cubeOf(entry: Entry): Promise<void> {
    return this.#cubes.make(entry.number, () => this.#sourceOf(entry));
  }
  /** A sample's cube comes with the page; of other rows, and where that is missing, it is counted from the clean tables. */
  async #sourceOf(entry: Entry): Promise<CubeSource> {
    const { number, served } = entry;
    if (this.#served && served) {
      const { isPartial } = this.#served;
      return {
        cells: await this.#served.cells(number, served, (signal, told) =>
          this.#works.cubeCells(number, isPartial, signal, told),
        ),
      };
    }
    const packed = entry.sample && (await fetchSampleCube(entry.sample).catch(() => null));
    if (packed) return { packed };
    await this.#load(entry);
    return { columns: await this.#works.cubeColumns(entry.number) };
  }
}
