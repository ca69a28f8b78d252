/** Owns what the cube counts of a group of households: a row of counters, and how each measure is read from it. */
import { classCode, surveyCode } from '../model/household.ts';
import { statusCode, statuses, type Status } from '../model/status.ts';
import type { AxisId } from './cube-axes.ts';
import { measures, type Measure, type Test } from './measures.ts';

type Codes = Readonly<Record<AxisId, Uint8Array>>;

const all: readonly Measure[] = measures;
/** What the measures of a grain count, each once. */
function testsOf(grain: Measure['grain']): readonly Test[] {
  const tests = all.flatMap(({ grain: own, value }) =>
    own !== grain || value === null
      ? []
      : 'count' in value
        ? [value.count]
        : 'share' in value
          ? [value.share, value.of]
          : [],
  );
  return [...new Map(tests.map((test) => [JSON.stringify(test), test])).values()];
}

/** A bit for each status that passes. */
export function statusMask(chosen: readonly Status[] | undefined): number {
  return (chosen ?? statuses.map(({ id }) => id)).reduce((mask, id) => mask | (1 << statusCode[id]), 0);
}

function factsPass({ classes, surveys, urgent, overCapacity }: Test, codes: Codes, facts: number): boolean {
  return (
    (!classes || classes.some((id) => classCode[id] === codes.class[facts])) &&
    (!surveys || surveys.some((id) => surveyCode[id] === codes.survey[facts])) &&
    (!urgent || codes.urgent[facts] === 2) &&
    (!overCapacity || codes.over_capacity[facts] === 2)
  );
}

/** Needs are counted by their own status. */
export const needMasks = testsOf('need').map(({ statuses: chosen }) => statusMask(chosen));
/** Households are counted by status, and besides by these, which look at more than that. */
const factTests = testsOf('household').filter(({ statuses: _, ...facts }) => Object.keys(facts).length > 0);
/** Statuses of one kind are alike to these tests. */
const alike = statuses.map(({ id }) =>
  factTests.map((test) => (statusMask(test.statuses) >> statusCode[id]) & 1).join(),
);
const alikeOnce = [...new Set(alike)];
export const statusKinds = alike.map((key) => alikeOnce.indexOf(key));
/** Kinds of status fit into this many bits. */
export const statusKindBits = Math.ceil(Math.log2(alikeOnce.length));

/** Where in the row each counter stands: statuses first. */
const needAt = statuses.length;
export const testAt = needAt + needMasks.length;
const knownAt = testAt + factTests.length;
/** Counters that households raise by their facts, and by the kind of their status: the tests, and whether persons are known. */
export const testCount = factTests.length + 1;
export const personsAt = knownAt + 1;
export const width = personsAt + 1;
export { needAt };

/** Facts of one kind are counted alike. */
export interface Kinds {
  readonly byFacts: Uint16Array;
  /** The counters raised by a household, at the number `byFacts` gives plus the kind of its status. */
  readonly raised: readonly (readonly number[])[];
}

export function kindsOf(codes: Codes): Kinds {
  const found = new Map<string, number>();
  const raised: number[][] = [];
  const byFacts = Uint16Array.from(codes.class, (_, facts) => {
    const passed = factTests.map((test) => factsPass(test, codes, facts));
    const isKnown = codes.persons[facts] === 1;
    const key = `${passed.join()} ${isKnown}`;
    const before = found.get(key);
    if (before !== undefined) return before;
    const number = raised.length;
    found.set(key, number);
    for (let kind = 0; kind < 1 << statusKindBits; kind++) {
      const code = statusKinds.indexOf(kind);
      const counters = factTests.flatMap((test, i) =>
        passed[i] && (statusMask(test.statuses) >> code) & 1 ? [testAt + i] : [],
      );
      raised.push(isKnown ? [...counters, knownAt] : counters);
    }
    return number;
  });
  return { byFacts, raised };
}

/** The counters whose sum is what passes the test. */
function countersOf(grain: Measure['grain'], test: Test): readonly number[] {
  const mask = statusMask(test.statuses);
  if (grain === 'need') return [needAt + needMasks.indexOf(mask)];
  const fact = factTests.findIndex((row) => JSON.stringify(row) === JSON.stringify(test));
  if (fact >= 0) return [testAt + fact];
  return statuses.flatMap((_, code) => ((mask >> code) & 1 ? [code] : []));
}

/** Rows of counters: that of a row is at `row * width + counter`. */
export type Counters = Uint32Array;
export const newCounters = (rows: number): Counters => new Uint32Array(rows * width);

/** A measure read from counters, a value for each row. */
export type Reading = (counters: Counters) => (number | null)[];

export function readingOf({ grain, value }: Measure): Reading {
  if (value === null) return byRow(() => null);
  if ('sum' in value)
    return byRow((counters, at) => (counters[at + knownAt] ? (counters[at + personsAt] as number) : null));
  if ('count' in value) return byRow(summing(countersOf(grain, value.count)));
  const part = summing(countersOf(grain, value.share));
  const whole = summing(countersOf(grain, value.of));
  return byRow((counters, at) => {
    const count = whole(counters, at);
    return count === 0 ? null : part(counters, at) / count;
  });
}

/** The value of the row whose counters begin at a place. */
type RowReading<T> = (counters: Counters, at: number) => T;

const byRow =
  (read: RowReading<number | null>): Reading =>
  (counters) =>
    Array.from({ length: counters.length / width }, (_, row) => read(counters, row * width));

const summing =
  (indices: readonly number[]): RowReading<number> =>
  (counters, at) => {
    let sum = 0;
    for (const index of indices) sum += counters[at + index] as number;
    return sum;
  };
