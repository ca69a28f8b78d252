/** Owns reading an answer: rows become figures by the key they were grouped by. */
import type { Rows } from '../model/rows.ts';
import { keyOf, type Answers } from './cube-reading.ts';
import { isMeasureId, measures, type MeasureId } from './measures.ts';
import type { QuestionName } from './questions.ts';

/** Every measure of one group, by id; null where it has no value (a share of none), absent where it was not asked. */
export type Figures = Readonly<Partial<Record<MeasureId, number | null>>>;

export const noFigures: Figures = {};

/** What a group counts that no household passes into: zeros; a share of none has no value. */
export const zeroFigures: Figures = Object.fromEntries(
  measures.flatMap(({ id, grain, format }) => (grain === 'area' ? [] : [[id, format === 'share' ? null : 0]])),
);

type Columns = Readonly<Record<string, readonly (number | null)[]>>;

/**
 * Rows of a grouped answer by their key column (an area number, a code). A figure is read when it is looked at, because
 * an answer has a figure of each measure for thousands of areas, of which a view shows some.
 */
export function figuresBy({ columns }: Rows<Record<string, number | null>>, key: string): ReadonlyMap<number, Figures> {
  const row = rowReader(columns);
  return new Map((columns[key] ?? []).map((value, at) => [value ?? 0, new Proxy({ at }, row) as unknown as Figures]));
}

/** Makes of the number of a row an object of its measures, like any other but that it can't be written to. */
function rowReader(columns: Columns): ProxyHandler<{ readonly at: number }> {
  const names = Object.keys(columns).filter(isMeasureId);
  const known: ReadonlySet<PropertyKey> = new Set(names);
  const read = (at: number, name: PropertyKey): number | null | undefined =>
    known.has(name) ? (columns[name as MeasureId]?.[at] ?? null) : undefined;
  return {
    get: ({ at }, name) => read(at, name),
    has: (_, name) => known.has(name),
    ownKeys: () => names,
    getOwnPropertyDescriptor: ({ at }, name) =>
      known.has(name) ? { value: read(at, name), enumerable: true, configurable: true } : undefined,
    set: () => false,
    defineProperty: () => false,
  };
}

/** Figures with further ones beside them; the first stay unread until they are looked at. */
export const withFigures = (figures: Figures, further: Figures): Figures =>
  Object.create(figures, Object.getOwnPropertyDescriptors(further)) as Figures;

/** The answers to all questions of a view, each by the key it is grouped by. */
export interface Grouped
  extends Readonly<Record<QuestionName, ReadonlyMap<number, Figures>>>, Pick<Answers, 'isRounded'> {}

export const grouped = (answers: Answers): Grouped => ({
  ...(answers.isRounded && { isRounded: true }),
  figures: figuresBy(answers.figures, keyOf.figures),
  areas: figuresBy(answers.areas, keyOf.areas),
  classes: figuresBy(answers.classes, keyOf.classes),
  places: figuresBy(answers.places, keyOf.places),
  matrix: figuresBy(answers.matrix, keyOf.matrix),
});
