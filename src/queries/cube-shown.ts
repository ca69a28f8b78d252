/** Owns the cube of an account that sees no rows: counts by amphoe without small ones, and figures that are at least so large. */
import { askIntegers } from '../engine/columns.ts';
import type { Engine } from '../engine/engine.ts';
import { dimensions } from '../model/dimension.ts';
import { statusCode } from '../model/status.ts';
import { needPlaces } from './cube-axes.ts';
import { cellColumns, type CubeCells } from './cube-cells.ts';
import { keyOf, type Answer, type Answers } from './cube-reading.ts';
import { measures } from './measures.ts';
import type { QuestionName } from './questions.ts';

/** What the server holds back of an amphoe comes as one row with these facts: see scripts/clickhouse/1-tables.sql. */
const heldBack = -1;
/** Households of which nothing but their number is told: of no known class or visit, and with a need of unknown status. */
const unknownNeeds =
  (statusCode.unknown + 1) * (needPlaces[dimensions.findIndex(({ id }) => id === 'unspecified')] ?? 0);

export async function askShownCells(
  engine: Engine,
  snapshot: number,
  signal?: AbortSignal,
  told?: (rows: number) => void,
): Promise<CubeCells> {
  const question = {
    sql: `select area::integer as area, facts::integer as facts, needs::integer as needs, households::integer as households,
      persons::integer as persons from cube_shown where snapshot = ?::integer`,
    params: [snapshot],
  };
  const cells = await askIntegers(engine, question, cellColumns, signal, told);
  const { facts, needs } = cells;
  return {
    ...cells,
    facts: facts.map((key) => (key === heldBack ? 0 : key)),
    needs: needs.map((key, row) => (facts[row] === heldBack ? unknownNeeds : key)),
  };
}

/** How many households of such cells are told of by their number alone. */
export const heldBackIn = ({ needs, facts, households }: CubeCells): number =>
  households.reduce((sum, count, row) => sum + (needs[row] === unknownNeeds && facts[row] === 0 ? count : 0), 0);

/** Of what is held back any part may be counted anywhere: none may be some, and what a share is of is not known. */
export function leastOf(answers: Answers): Answers {
  const least = (name: QuestionName): Answer => {
    const { length, columns } = answers[name];
    const told = measures.flatMap(({ id, format }) => {
      const column = columns[id];
      if (!column) return [];
      return [[id, format === 'share' ? column.map(() => null) : column.map((count) => count || null)] as const];
    });
    const key = keyOf[name];
    return { length, columns: { [key]: columns[key] ?? [], ...Object.fromEntries(told) } };
  };
  return {
    figures: least('figures'),
    areas: least('areas'),
    classes: least('classes'),
    places: least('places'),
    matrix: least('matrix'),
  };
}
