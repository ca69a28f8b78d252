/** The cube without an engine: what it is packed into, what it refuses, and cells too large for one number. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaCode } from '../../../src/model/area.ts';
import { noFilters, type Subject } from '../../../src/model/subject.ts';
import { answerAll, prepare } from '../../../src/queries/cube-answer.ts';
import { axes, factsSize, needBase } from '../../../src/queries/cube-axes.ts';
import { coarsen, coarsest } from '../../../src/queries/cube-coarse.ts';
import { asCountry } from '../../../src/queries/cube-merge.ts';
import { answersOf } from '../../../src/queries/cube-reading.ts';
import { packCube, unpackCube } from '../../../src/queries/cube-pack.ts';
import type { CubeColumns } from '../../../src/queries/cube-columns.ts';
import { recount, rowsOf } from '../../../src/queries/cube-recount.ts';
import { assemble, buildCube, type Cube } from '../../../src/queries/cube.ts';
import { atOnce, goOn, sliceCells, type Sliced } from '../../../src/queries/slices.ts';

/** Households that are all alike but for area: welfare class, persons known, waiting for help with health. */
function columnsOf(areas: readonly number[], persons: number): CubeColumns {
  const known = axes.slice(0, -1).reduce((product, { size }) => product * size, 1);
  const household = Int32Array.from(areas, (_, i) => i);
  return {
    households: {
      household,
      area: Int32Array.from(areas),
      facts: Int32Array.from(areas, () => 2 + known),
      persons: Int32Array.from(areas, () => persons),
    },
    needs: { household, need: Int32Array.from(areas, () => 2) },
  };
}
const subject: Subject = { snapshots: [1], area: '94' as AreaCode, level: 'tambon', filters: noFilters };

describe('a cube', () => {
  it('counts cells too large for one number of the scan like any other', () => {
    const areas = Array.from({ length: 30_000 }, (_, i) => (i < 10_000 ? 941001 : 941002));
    const cube = buildCube(columnsOf(areas, 60_000));
    expect(cube.pairs.households).toEqual(Uint16Array.of(30_000));
    expect(cube.scan.areas.length).toBeGreaterThan(cube.areas.length);
    const answers = answersOf(answerAll([cube], subject));
    expect(answers.areas.columns).toMatchObject({
      area: [941001, 941002],
      'household.waiting': [10_000, 20_000],
      'person.count': [600_000_000, 1_200_000_000],
      'need.pending': [10_000, 20_000],
    });
    expect(answers.figures.columns['person.count']).toEqual([1_800_000_000]);
    expect(answers.classes.columns).toMatchObject({ class: [2], 'household.listed': [30_000] });
  });

  it('is the same whatever the order of the rows', () => {
    const areas = [941001, 0, 941002, 941001, 130351];
    expect(buildCube(columnsOf(areas, 3))).toEqual(buildCube(columnsOf([...areas].reverse(), 3)));
  });

  it('is refused where it could not count exactly', () => {
    const columns = columnsOf([941001, 941001], 3);
    const need = (value: number): CubeColumns => ({
      ...columns,
      needs: { household: Int32Array.of(0, 0), need: Int32Array.of(2, value) },
    });
    expect(() => buildCube(need(needBase + 2))).not.toThrow();
    expect(() => buildCube(need(3))).toThrow('twice');
    const facts = Int32Array.of(0, factsSize);
    expect(() => buildCube({ ...columns, households: { ...columns.households, facts } })).toThrow(RangeError);
    expect(() => buildCube(columnsOf(new Array<number>(70_000).fill(941001), 65_535))).toThrow('more than the cube');
  });
});

describe('several cubes', () => {
  const area = fc.constantFrom(0, 130351, 941000, 941001, 941002, 950101);
  const column = fc.array(area, { minLength: 1, maxLength: 40 });

  it('are seen from the country as the one cube of all their households, those of no area at home', () => {
    const atHome = (areas: readonly number[]): number[] =>
      areas.map((one) => one || Math.floor(Math.max(...areas) / 10_000) * 10_000);
    fc.assert(
      fc.property(column, column, column, (...all) => {
        const apart = all.map((areas) => buildCube(columnsOf(areas, 3)));
        expect(asCountry(apart)).toEqual(buildCube(columnsOf(all.flatMap(atHome), 3)));
      }),
      { numRuns: 25, seed: 2565 },
    );
  });
});

describe('the smaller cubes made for the filters in hand', () => {
  it('hold as many households in fewer cells, and are not asked where a filter looks at what they leave out', () => {
    const plain = columnsOf(new Array<number>(60).fill(941001), 3);
    const [members, urgent] = ['members', 'urgent'].map((id) =>
      axes
        .slice(
          0,
          axes.findIndex((axis) => axis.id === id),
        )
        .reduce((product, { size }) => product * size, 1),
    ) as [number, number];
    const facts = plain.households.facts.map((own, row) => own + (row % 3) * members + (row % 2) * urgent);
    const cube = buildCube({ ...plain, households: { ...plain.households, facts } });
    expect(coarsest(cube, noFilters)).toBe(cube);
    atOnce(coarsen(cube, noFilters));
    const coarse = coarsest(cube, noFilters);
    expect([cube.facts.length, coarse.facts.length]).toEqual([6, 2]);
    expect(coarse.pairs.households).toEqual(Uint8Array.of(30, 30));
    expect(coarsest(cube, { ...noFilters, members: ['child'] })).toBe(cube);
    expect(coarsest(cube, { ...noFilters, dimensions: ['income'] }).pairs.households).toEqual(Uint8Array.of(30, 30));
    atOnce(coarsen(cube, { ...noFilters, dimensions: ['income'] }));
    expect(coarsest(cube, { ...noFilters, dimensions: ['income'] }).pairs.households).toHaveLength(0);
  });
});

describe('the work on smaller cubes', () => {
  /** Facts and needs drawn, so that pairs of each fall together and cells of an area lie in several. */
  const drawn = fc
    .array(
      fc.record({
        area: fc.constantFrom(0, 130351, 941000, 941001, 941002, 950101),
        facts: fc.nat({ max: factsSize - 1 }),
        persons: fc.nat({ max: 2_000 }),
        need: fc.nat({ max: needBase * 6 - 1 }),
      }),
      { minLength: 1, maxLength: 120 },
    )
    .map((rows) => {
      const column = (of: (row: (typeof rows)[number]) => number): Int32Array => Int32Array.from(rows, of);
      const household = Int32Array.from(rows, (_, i) => i);
      return buildCube({
        households: {
          household,
          area: column(({ area }) => area),
          facts: column(({ facts }) => facts),
          persons: column(({ persons }) => persons),
        },
        needs: { household, need: column(({ need }) => need) },
      });
    });

  it('counts pairs that fall together as sorting all cells does, whatever is left out', () => {
    fc.assert(
      fc.property(drawn, drawn, fc.nat({ max: 4 }), fc.nat({ max: 6 }), (one, other, left, modulus) => {
        const keys = (length: number): Uint32Array => Uint32Array.from({ length }, (_, key) => key);
        const among = (own: Uint32Array, size: number): Int32Array =>
          Int32Array.from(own, (key) => (key % 5 < left ? -1 : key % size));
        const parts = [one, other].map((cube) => ({
          cube,
          areas: among(cube.areas, 3),
          facts: among(cube.facts, 1 + modulus),
          needs: among(cube.needs, 4),
        }));
        const sizes = { areas: keys(3), facts: keys(1 + modulus), needs: keys(4) };
        const plain = assemble(sizes.areas, sizes.facts, sizes.needs, rowsOf(parts));
        expect(atOnce(recount(sizes, parts))).toEqual(plain);
      }),
      { numRuns: 60, seed: 2565 },
    );
  });

  it('answers a filter on what they leave out as the whole cube does, whether it lets few or nearly all pass', () => {
    const some = <T>(...all: T[]): fc.Arbitrary<T[]> => fc.subarray(all);
    const chosen = fc.record({
      localities: some('unknown' as const, 'tambon' as const, 'municipality' as const),
      members: some('child' as const, 'elderly' as const),
      dimensions: some('health' as const, 'income' as const),
      urgent: fc.constantFrom(null, true, false),
    });
    fc.assert(
      fc.property(drawn, chosen, (cube, own) => {
        const filters = { ...noFilters, ...own };
        const before = answerAll([cube], { ...subject, filters });
        atOnce(prepare([cube], subject));
        expect(answerAll([cube], { ...subject, filters })).toEqual(before);
      }),
      { numRuns: 100, seed: 2565 },
    );
  });

  it('can stop after any slice: the answers are the same, and what was begun is taken up again', () => {
    const filters = { ...noFilters, dimensions: ['health' as const] };
    const asked = { ...subject, filters };
    fc.assert(
      fc.property(drawn, fc.array(fc.nat({ max: 12 }), { maxLength: 4 }), (cube, stops) => {
        const before = answerAll([cube], asked);
        for (const [i, slices] of stops.entries()) {
          const work = prepare([cube], i % 2 ? asked : subject);
          for (let slice = 0; slice < slices; slice++) work.next();
          expect(answerAll([cube], asked)).toEqual(before);
        }
        atOnce(prepare([cube], asked));
        expect(answerAll([cube], asked)).toEqual(before);
        expect(coarsest(cube, filters)).not.toBe(cube);
      }),
      { numRuns: 40, seed: 2565 },
    );
  });

  it('goes on no longer than it is told to, a slice at least', () => {
    let slices = 0;
    const endless = (function* (): Sliced<void> {
      for (;;) yield void slices++;
    })();
    expect(goOn(endless, 0)).toBe(false);
    expect(slices).toBe(1);
    const cube = buildCube(columnsOf([941001, 941002], 3));
    const work = prepare([cube], subject);
    while (!goOn(work, 0)) continue;
    expect(coarsest(cube, noFilters)).not.toBe(cube);
  });

  it('has a slice for so many cells', () => {
    const households = 6 * sliceCells;
    const kinds = 60_000;
    // Each household in a cell of its own: as many facts as a cube holds, and areas beyond these.
    const plain = columnsOf(
      Array.from({ length: households }, (_, i) => 941001 + Math.floor(i / kinds)),
      1,
    );
    const facts = Int32Array.from({ length: households }, (_, i) => i % kinds);
    const cube = buildCube({ ...plain, households: { ...plain.households, facts } });
    expect(cube.scan.cells).toHaveLength(2 * households);
    expect([...coarsen(cube, noFilters)].length).toBeGreaterThanOrEqual(households / sliceCells);
  });
});

describe('a packed cube', () => {
  const cube: Cube = buildCube(columnsOf([941001, 941001, 0, 130351], 3));

  it('comes back whole', () => {
    expect(unpackCube(packCube(cube))).toEqual(cube);
  });

  it('is refused where it is cut, longer, of another version, or points nowhere', () => {
    const packed = packCube(cube);
    for (let length = 0; length < packed.byteLength; length++)
      expect(() => unpackCube(packed.slice(0, length)), `${length} bytes`).toThrow(RangeError);
    const longer = new Uint8Array(packed.byteLength + 1);
    longer.set(new Uint8Array(packed));
    expect(() => unpackCube(longer.buffer)).toThrow(RangeError);
    for (const at of [0, 4, 8]) {
      const other = new Uint8Array(packed.slice(0));
      other[at]! ^= 1;
      expect(() => unpackCube(other.buffer)).toThrow('version');
    }
    // The cells' facts follow the head, one number of facts, one of needs, three areas and four starts.
    const lost = new Uint8Array(packed.slice(0));
    lost[76 + 4 * (1 + 1 + 3 + 4)] = 9;
    expect(() => unpackCube(lost.buffer)).toThrow(RangeError);
  });
});
