/** Owns how long the page's work took: each kind of it measured by the browser's own clock, the last time it was done. */
import type { ImportProgress } from '../intake/asking.ts';

/** In the order in which a file passes through them, then a click, then what is done at rest. */
export const timedWorks = [
  'import.reading',
  'import.cleaning',
  'import.writing',
  'cube',
  'answer.cube',
  'answer.engine',
  'paint',
  'spare',
] as const;
export type TimedWork = (typeof timedWorks)[number];

/** To be called when the work is done. It stands among the browser's measures too, for whoever profiles the page. */
export function time(work: TimedWork, startMs: number): void {
  performance.clearMeasures(work);
  performance.measure(work, { start: startMs });
}

/** Of a question: until its answer, and until the picture that first shows it. */
export function timeAnswer(by: 'cube' | 'engine', startMs: number): void {
  time(`answer.${by}`, startMs);
  if (typeof requestAnimationFrame === 'undefined') return;
  // The frame draws the page and the map; what is queued then comes after it.
  requestAnimationFrame(() => setTimeout(() => time('paint', startMs)));
}

/** In milliseconds; what was not done since the page was opened is not in it. */
export function lastTimings(): ReadonlyMap<TimedWork, number> {
  return new Map(
    timedWorks.flatMap((work): [TimedWork, number][] => {
      const last = performance.getEntriesByName(work, 'measure').at(-1);
      return last ? [[work, last.duration]] : [];
    }),
  );
}

/** Times the stages of an import; while the reader is asked its clock stands still. */
export class StageClock {
  #stage: ImportProgress['stage'] = 'reading';
  #startMs = performance.now();

  enter(stage: ImportProgress['stage']): void {
    if (stage === this.#stage) return;
    this.end();
    this.#stage = stage;
    this.#startMs = performance.now();
  }
  end(): void {
    time(`import.${this.#stage}`, this.#startMs);
  }
  async standStill<T>(asking: Promise<T>): Promise<T> {
    const askedMs = performance.now();
    const told = await asking;
    this.#startMs += performance.now() - askedMs;
    return told;
  }
}
