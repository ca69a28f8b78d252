/** Owns making one cube of several, and of a part of one, so that a country, a province and an amphoe are scanned alike. */
import { levelDivisor, levelOf, type AreaCode } from '../model/area.ts';
import { asTheyAre, ordered, placesOf, recount } from './cube-recount.ts';
import type { Cube } from './cube.ts';
import { atOnce } from './slices.ts';

let last: { readonly cubes: readonly Cube[]; readonly cube: Cube } | null = null;

/** The cubes as that of the country, where an unplaced household is one of its province; the last one made is kept. */
export function asCountry(cubes: readonly Cube[]): Cube {
  const known = last;
  if (known?.cubes.length === cubes.length && cubes.every((cube, i) => cube === known.cubes[i])) return known.cube;
  const cube = merged(cubes);
  last = { cubes, cube };
  return cube;
}

function merged(cubes: readonly Cube[]): Cube {
  const all = (of: (cube: Cube) => Uint32Array): Uint32Array =>
    ordered(Uint32Array.from(cubes.flatMap((cube) => [...of(cube)]))).keys;
  const keys = { areas: all(homed), facts: all((cube) => cube.facts), needs: all((cube) => cube.needs) };
  const counted = recount(
    keys,
    cubes.map((cube) => ({
      cube,
      areas: placesOf(homed(cube), keys.areas),
      facts: placesOf(cube.facts, keys.facts),
      needs: placesOf(cube.needs, keys.needs),
    })),
  );
  return atOnce(counted);
}

/** The cube's areas, its own province in the place of none. */
function homed({ areas }: Cube): Uint32Array {
  const home = Math.floor((areas.at(-1) ?? 0) / levelDivisor.province) * levelDivisor.province;
  return areas.map((area) => area || home);
}

const parts = new WeakMap<Cube, Map<AreaCode, Cube>>();

/** The cube of an area's own households, made when it is first asked for; a snapshot is its province, unplaced households and all. */
export function partOf(cube: Cube, area: AreaCode): Cube {
  if (area.length <= 2) return cube;
  const known = parts.get(cube) ?? new Map<AreaCode, Cube>();
  parts.set(cube, known);
  const part = known.get(area) ?? cut(cube, area);
  known.set(area, part);
  return part;
}

function cut(cube: Cube, area: AreaCode): Cube {
  const { facts, needs } = cube;
  const divisor = levelDivisor[levelOf(area)];
  const areas = cube.areas.filter((one) => Math.floor(one / divisor) === Number(area));
  const part = { cube, areas: placesOf(cube.areas, areas), facts: asTheyAre(facts), needs: asTheyAre(needs) };
  return atOnce(recount({ areas, facts, needs }, [part]));
}
