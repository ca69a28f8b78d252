/** Owns reading an answer: rows become figures by the key they were grouped by. */
import type { Rows } from '../model/rows.ts';
import type { Answers } from './cube-answer.ts';
import { isMeasureId, measures, type MeasureId } from './measures.ts';
import type { QuestionName } from './questions.ts';

/** Every measure of one group, by id; null where it has no value (a share of none), absent where it was not asked. */
export type Figures = Readonly<Partial<Record<MeasureId, number | null>>>;

export const noFigures: Figures = {};

/** What a group counts that no household passes into: zeros; a share of none has no value. */
export const zeroFigures: Figures = Object.fromEntries(
  measures.flatMap(({ id, grain, format }) => (grain === 'area' ? [] : [[id, format === 'share' ? null : 0]])),
);

/** Rows of a grouped answer by their key column (an area number, a code). */
export function figuresBy(rows: Rows<Record<string, number | null>>, key: string): ReadonlyMap<number, Figures> {
  const names = Object.keys(rows.columns).filter(isMeasureId);
  const keys = rows.columns[key] ?? [];
  return new Map(
    keys.map((value, row) => [
      value ?? 0,
      Object.fromEntries(names.map((name) => [name, rows.columns[name]?.[row] ?? null])),
    ]),
  );
}

/** The answers to all questions of a view, each by the key it is grouped by. */
export type Grouped = Readonly<Record<QuestionName, ReadonlyMap<number, Figures>>>;

export const grouped = ({ figures, areas, classes, places, matrix }: Answers): Grouped => ({
  figures: figuresBy(figures, 'everything'),
  areas: figuresBy(areas, 'area'),
  classes: figuresBy(classes, 'class'),
  places: figuresBy(places, 'place'),
  matrix: figuresBy(matrix, 'dimension'),
});
