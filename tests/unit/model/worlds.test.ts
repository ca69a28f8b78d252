/** Proves that every world a walk meets is one: its figures are those of households, and none is shown otherwise than the true one. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { cellsOf, seeded, type Spans } from '../../../src/model/family.ts';
import { spanOf } from '../../../src/model/protection.ts';
import { Residents } from '../../../src/model/residents.ts';
import { Turns } from '../../../src/model/turns.ts';
import { World } from '../../../src/model/worlds.ts';
import { placed } from '../../../src/queries/meeting-family.ts';
import { relationsOf } from '../../support/attacker.ts';
import { drawProvince } from '../../support/province.ts';

const { family } = placed(drawProvince(41, 400, [940101, 940102, 940103, 940201, 940202, 940100, 0]));
const cells = cellsOf(family);
const turns = new Turns(family);

describe('a world on the way', () => {
  it('holds to all that is true of any province, and stays within what is shown', { timeout: 60_000 }, () => {
    const relations = relationsOf(family);
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(5, 10, 20, null), (seed, base) => {
        const told = Array.from(cells, (count) => spanOf(count, base));
        const spans: Spans = {
          least: Int32Array.from(told, ([least]) => least),
          most: Int32Array.from(told, ([, most]) => most),
        };
        const random = seeded(seed);
        const world = new World(family, turns, spans, random);
        let moves = 0;
        for (let i = 0; i < 3000; i++) {
          const cell = random(cells.length);
          if (i % 10 === 0) moves += Number(world.force(cell, i % 20 === 0, 25));
          else if (i % 3 === 0) world.stray();
          else moves += Number(world.push(cell, i % 2 === 0) === 0);
        }
        expect(moves).toBeGreaterThan(50);
        expect(world.cells.some((count, cell) => count !== cells[cell])).toBe(true);
        world.cells.forEach((count, cell) => {
          const [least, most] = told[cell] ?? [0, 0];
          expect(count >= least && count <= most).toBe(true);
          expect(count >= (world.least[cell] ?? 0) && count <= (world.most[cell] ?? 0)).toBe(true);
        });
        for (const { cells: own, factors, least, most } of relations) {
          const sum = own.reduce((total, cell, at) => total + (world.cells[cell] ?? 0) * (factors[at] ?? 0), 0);
          expect(sum >= least && sum <= most).toBe(true);
        }
        world.reset();
        expect(world.cells).toEqual(cells);
      }),
      { seed: 9, numRuns: 8 },
    );
  });
});

describe('a turn', () => {
  it('is found by what it changes, and by each cell that it moves', () => {
    const [random, width] = [seeded(5), family.width];
    for (let i = 0; i < 2000; i++) {
      const turn = random(turns.from.length);
      const [from = 0, to = 0, change = 0] = [turns.from[turn], turns.to[turn], turns.change[turn]];
      expect(turns.change[turns.changing(from, change)]).toBe(change);
      const up = family.kinds[to]?.filter((cell) => !family.kinds[from]?.includes(cell)) ?? [];
      const cell = random(width);
      const all = Array.from({ length: turns.movingCount(from, cell, true) }, (_, at) =>
        turns.moving(from, cell, true, at),
      );
      expect(all.includes(turn)).toBe(up.includes(cell));
    }
  });
});

describe('the residents', () => {
  it('are listed at each spot that has them, once', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = seeded(seed);
        const residents = new Residents(family, cells);
        const counts = new Map(family.households.map(({ spot, kind, count }) => [`${spot} ${kind}`, count]));
        for (let i = 0; i < 500; i++) {
          const [spot, kind] = [random(family.paths.length), 1 + random(family.kinds.length - 1)];
          const count = counts.get(`${spot} ${kind}`) ?? 0;
          const by = count > 0 && random(2) === 0 ? -1 : 1;
          residents.add(spot, kind, by);
          counts.set(`${spot} ${kind}`, count + by);
        }
        family.paths.forEach((_, spot) => {
          const held = Array.from({ length: residents.heldCount(spot) }, (__, at) => residents.held(spot, at));
          const there = family.kinds.flatMap((__, kind) =>
            kind === 0 || (counts.get(`${spot} ${kind}`) ?? 0) > 0 ? kind : [],
          );
          expect(held.toSorted((a, b) => a - b)).toEqual(there);
          expect(there.every((kind) => residents.has(spot, kind))).toBe(true);
        });
      }),
      { seed: 10, numRuns: 20 },
    );
  });
});
