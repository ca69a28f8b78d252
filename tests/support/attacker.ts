/** Owns the attacker: what is known to be true of any province, what a meeting shows of one, and a linear program over both. */
import loadHighs from 'highs';
import { spanOf, thresholds, type Base } from '../../src/model/protection.ts';
import { cellsOf, type Family } from '../../src/model/family.ts';
import { cellNames, told, width } from '../../src/queries/meeting-cells.ts';

interface Relation {
  readonly cells: readonly number[];
  readonly factors: readonly number[];
  readonly least: number;
  readonly most: number;
}
type Term = readonly [cell: number, factor: number];

/** All linear relations among the figures of a place, and between a place and its parts, whatever the households are. */
export function relationsOf(family: Family): readonly Relation[] {
  const relations: Relation[] = [];
  const add = (terms: readonly Term[], least: number, most: number): void => {
    relations.push({ cells: terms.map(([cell]) => cell), factors: terms.map(([, factor]) => factor), least, most });
  };
  const equal = (whole: Term, ...parts: readonly number[]): void =>
    add([whole, ...parts.map((part): Term => [part, -1])], 0, 0);
  const within = (part: number, ...wholes: readonly number[]): void =>
    add([...wholes.map((whole): Term => [whole, 1]), [part, -1]], 0, Infinity);
  const { statuses, dimensions, classes, urgent, over } = cellNames;
  for (let place = 0; place < family.places; place++) {
    const o = place * width;
    const at = (status: keyof typeof statuses): number => o + statuses[status];
    const [listed, need, helped, pending] = told.map((_, cell) => o + cell) as [number, number, number, number];
    equal([listed, 1], need, at('no_need'), at('unknown'), at('out'));
    equal([pending, 1], at('waiting'), at('in_progress'), at('referred'), at('partly_helped'));
    for (const start of [0, ...dimensions, ...classes, urgent]) {
      equal([o + start + 1, 1], o + start + 2, o + start + 3);
      within(o + start + 1, o + start);
    }
    told.forEach((_, cell) => {
      equal([o + cell, 1], ...classes.map((start) => o + start + cell));
      within(o + urgent + cell, o + cell);
      // Whoever is counted has a need in some dimension, counted so too.
      add([[o + cell, 1], ...dimensions.map((start): Term => [o + start + cell, -1])], -Infinity, 0);
    });
    add(
      [
        [listed, 1],
        [o + urgent, -1],
        [need, -1],
        [o + urgent + 1, 1],
      ],
      0,
      Infinity,
    );
    within(o + over, listed);
    for (const start of dimensions) {
      within(o + start, listed);
      within(o + start + 1, need, at('unknown'), at('out'));
      within(o + start + 3, pending, at('out'));
      within(o + start + 2, helped, at('partly_helped'), at('unknown'), at('out'));
    }
  }
  const parts = new Map<number, Set<number>>();
  for (const path of family.paths)
    path.forEach((place, level) => {
      const parent = path[level + 1];
      if (parent !== undefined) parts.set(parent, (parts.get(parent) ?? new Set()).add(place));
    });
  for (const [parent, children] of parts)
    for (let cell = 0; cell < width; cell++)
      equal([parent * width + cell, 1], ...[...children].map((child) => child * width + cell));
  return relations;
}

export interface Narrowed {
  readonly cell: number;
  readonly count: number;
  readonly least: number;
  readonly most: number;
}

/** The small cells that the attacker narrows to fewer values than are to be left, and how many there are of them in all. */
export async function attack(
  family: Family,
  bases: readonly Base[],
): Promise<{ readonly small: number; readonly solved: number; readonly narrowed: readonly Narrowed[] }> {
  const highs = await loadHighs();
  const cells = cellsOf(family);
  const relations = relationsOf(family);
  for (const { cells: own, factors, least, most } of relations) {
    const sum = own.reduce((total, cell, at) => total + (cells[cell] ?? 0) * (factors[at] ?? 0), 0);
    if (sum < least || sum > most) throw new Error('the attacker believes what is not so');
  }
  const spans = Array.from(cells, (count, cell) => spanOf(count, bases[cell] ?? null));
  const starts = [0];
  for (const { cells: own } of relations) starts.push((starts.at(-1) ?? 0) + own.length);
  const bound = (value: number): number =>
    Number.isFinite(value) && Math.abs(value) < 1e8 ? value : Math.sign(value) * highs.infinity;
  const model = highs.createModel({
    numCols: cells.length,
    numRows: relations.length,
    colCost: new Float64Array(cells.length),
    colLower: Float64Array.from(spans, ([least]) => least),
    colUpper: Float64Array.from(spans, ([, most]) => bound(most)),
    rowLower: Float64Array.from(relations, ({ least }) => bound(least)),
    rowUpper: Float64Array.from(relations, ({ most }) => bound(most)),
    matrix: {
      format: 'csr',
      numRows: relations.length,
      numCols: cells.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(relations.flatMap(({ cells: own }) => own)),
      values: Float64Array.from(relations.flatMap(({ factors }) => factors)),
    },
  });
  try {
    model.options.set({ output_flag: false });
    // Each solution is a world that shows the same: it may spare the question after other cells.
    const met = { least: Float64Array.from(cells), most: Float64Array.from(cells) };
    const enough = thresholds.valuesLeft - 1 - 1e-6;
    const isOpen = (cell: number): boolean => (met.most[cell] ?? 0) - (met.least[cell] ?? 0) < enough;
    let solved = 0;
    const push = (cell: number, sign: 1 | -1): void => {
      model.changeColCost(cell, sign);
      model.run();
      const { colValue } = model.getSolution();
      model.changeColCost(cell, 0);
      solved++;
      colValue.forEach((value, other) => {
        met.least[other] = Math.min(met.least[other] ?? value, value);
        met.most[other] = Math.max(met.most[other] ?? value, value);
      });
    };
    const small = [...cells.keys()].filter((cell) => (cells[cell] ?? 0) > 0 && (cells[cell] ?? 0) < thresholds.small);
    const narrowed: Narrowed[] = [];
    for (const cell of small) {
      if (isOpen(cell)) push(cell, 1);
      if (isOpen(cell)) push(cell, -1);
      if (!isOpen(cell)) continue;
      narrowed.push({ cell, count: cells[cell] ?? 0, least: met.least[cell] ?? 0, most: met.most[cell] ?? 0 });
    }
    return { small: small.length, solved, narrowed };
  } finally {
    model.dispose();
  }
}
