/** Owns the full count of the attacker: a linear program over all views of a meeting, of three synthetic provinces. */
import { placed } from '../../src/queries/meeting-family.ts';
import { basesOf } from '../../src/queries/picturing.ts';
import { attack } from '../support/attacker.ts';
import { drawProvince } from '../support/province.ts';

/** So many tambon of each amphoe, a municipality, rows known no more finely than the amphoe, the province, and not even that. */
function areasOf(amphoe: number, tambon: number): readonly number[] {
  const all = Array.from({ length: amphoe }, (_, one) => {
    const start = 940_000 + 100 * (one + 1);
    return [...Array.from({ length: tambon }, (__, two) => start + two + 1), start + 51, start];
  });
  return [...all.flat(), 940_000, 0];
}

const provinces = [
  { name: 'small', seed: 31, households: 600, areas: areasOf(3, 4) },
  { name: 'middling', seed: 32, households: 2500, areas: areasOf(6, 5) },
  { name: 'large', seed: 33, households: 9000, areas: areasOf(8, 6) },
];

export async function proveMeeting() {
  const told = [];
  for (const { name, seed, households, areas } of provinces) {
    const startMs = performance.now();
    const { family, places } = placed(drawProvince(seed, households, areas));
    const bases = basesOf(family, places.get('p') ?? 0);
    const coarsenedMs = Math.round(performance.now() - startMs);
    const { small, solved, narrowed } = await attack(family, bases);
    told.push({ name, households, places: family.places, small, solved, narrowed: narrowed.length, coarsenedMs });
  }
  return told;
}
