/** Proves that whoever reckons with all that a meeting shows can't narrow a small figure: by a linear program over three provinces. */
import { describe, expect, it } from 'vitest';
import type { Base } from '../../../src/model/protection.ts';
import { cellsOf } from '../../../src/model/family.ts';
import { placed } from '../../../src/queries/meeting-family.ts';
import { basesOf } from '../../../src/queries/picturing.ts';
import { attack } from '../../support/attacker.ts';
import { drawProvince } from '../../support/province.ts';

const provinces = [
  { name: 'a small one', seed: 11, households: 120, areas: [940101, 940102, 940201, 940151] },
  { name: 'one with an amphoe of one tambon', seed: 12, households: 260, areas: [940101, 940102, 940103, 940201, 0] },
  {
    name: 'one with rows known less finely',
    seed: 13,
    households: 420,
    areas: [940101, 940100, 940201, 940202, 940000],
  },
];

describe('an attacker who solves the linear program over all views of a meeting', () => {
  it.each(provinces)('narrows no small figure of $name', { timeout: 60_000 }, async ({ seed, households, areas }) => {
    const { family, places } = placed(drawProvince(seed, households, areas));
    const bases = basesOf(family, places.get('p') ?? 0);
    const { small, narrowed } = await attack(family, bases);
    expect(small).toBeGreaterThan(50);
    expect(narrowed).toEqual([]);
  });

  it('would narrow many, if all were only rounded', { timeout: 60_000 }, async () => {
    const { family } = placed(drawProvince(12, 260, [940101, 940102, 940103, 940201, 0]));
    const rounded: Base[] = Array.from(cellsOf(family), () => 5);
    expect((await attack(family, rounded)).narrowed.length).toBeGreaterThan(20);
  });
});
