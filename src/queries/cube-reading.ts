/** Owns reading answers from what the cube counted: a measure's column is made when it is first looked at, and kept. */
import type { Rows } from '../model/rows.ts';
import { readingOf, type Counters, type Reading } from './cube-counters.ts';
import { measures, type Measure } from './measures.ts';
import type { QuestionName } from './questions.ts';

export type Answer = Rows<Record<string, number | null>>;
export interface Answers extends Readonly<Record<QuestionName, Answer>> {
  /** Of a meeting: even the four of a whole, else told as they are, had to be rounded. */
  readonly isRounded?: boolean;
}

/** A row of counters for each key, ascending. */
export interface Counted {
  readonly keys: Uint32Array;
  readonly counters: Counters;
}
/** What goes from the cubes' worker to the page for all questions of a view. */
export type AllCounted = Readonly<Record<QuestionName, Counted>>;

/** The column that each question's rows are told by. */
export const keyOf = {
  figures: 'everything',
  areas: 'area',
  classes: 'class',
  places: 'place',
  matrix: 'dimension',
} as const satisfies Record<QuestionName, string>;

const readingsOf = (grain: Measure['grain']): readonly (readonly [id: string, read: Reading])[] =>
  (measures as readonly Measure[])
    .filter((measure) => measure.grain === grain)
    .map((measure) => [measure.id, readingOf(measure)]);
const ofNeeds = readingsOf('need');
const ofHouseholds = [...readingsOf('household'), ...ofNeeds];

/** The rows that the SQL of questions.ts gives. */
export const answersOf = (counted: AllCounted): Answers => ({
  figures: table('figures', counted),
  areas: table('areas', counted),
  classes: table('classes', counted),
  places: table('places', counted),
  matrix: table('matrix', counted),
});

function table(name: QuestionName, all: AllCounted): Answer {
  const { keys, counters } = all[name];
  const columns: Record<string, readonly (number | null)[]> = { [keyOf[name]]: Array.from(keys) };
  for (const [id, read] of name === 'matrix' ? ofNeeds : ofHouseholds) {
    const define = (how: PropertyDescriptor): object =>
      Object.defineProperty(columns, id, { enumerable: true, configurable: true, ...how });
    define({
      get: () => {
        const value = read(counters);
        define({ value });
        return value;
      },
    });
  }
  return { length: keys.length, columns };
}
