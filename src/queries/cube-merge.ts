/** Owns making one cube of several, and of a part of one, so that a country, a province and an amphoe are scanned alike. */
import { levelDivisor, levelOf, type AreaCode } from '../model/area.ts';
import { assemble, type Cells, type Cube, type Unsigned } from './cube.ts';

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
  const keys = (of: (cube: Cube) => Uint32Array): Uint32Array =>
    Uint32Array.from(new Set(cubes.flatMap((cube) => [...of(cube)]))).sort();
  const [areas, facts, needs] = [keys(homed), keys((cube) => cube.facts), keys((cube) => cube.needs)];
  const placeOf = new Map(Array.from(areas, (area, place) => [area, place]));
  const length = cubes.reduce((sum, { cells }) => sum + cells.facts.length, 0);
  const column = (fill: (cube: Cube, into: Uint32Array) => void): Uint32Array => {
    const result = new Uint32Array(length);
    let at = 0;
    for (const cube of cubes) {
      const end = at + cube.cells.facts.length;
      fill(cube, result.subarray(at, end));
      at = end;
    }
    return result;
  };
  const renumbered = (of: 'facts' | 'needs', all: Uint32Array): Uint32Array =>
    column((cube, into) => {
      const places = placesIn(all, cube[of]);
      const own: Unsigned = cube.cells[of];
      for (let cell = 0; cell < into.length; cell++) into[cell] = places[own[cell] as number] as number;
    });
  const copied = (of: keyof Cells): Uint32Array => column((cube, into) => into.set(cube.cells[of]));
  return assemble(areas, facts, needs, {
    areas: column((cube, into) => {
      homed(cube).forEach((area, i) => into.fill(placeOf.get(area) ?? 0, cube.starts[i], cube.starts[i + 1]));
    }),
    facts: renumbered('facts', facts),
    needs: renumbered('needs', needs),
    households: copied('households'),
    persons: copied('persons'),
  });
}

/** The cube's areas, its own province in the place of none. */
function homed({ areas }: Cube): Uint32Array {
  const home = Math.floor((areas.at(-1) ?? 0) / levelDivisor.province) * levelDivisor.province;
  return areas.map((area) => area || home);
}

/** Where each of the keys stands among all; both ascending. */
function placesIn(all: Uint32Array, keys: Uint32Array): Uint32Array {
  let place = 0;
  return keys.map((key) => {
    while (all[place] !== key) place++;
    return place;
  });
}

const parts = new WeakMap<Cube, Map<AreaCode, Cube>>();

/** The cube of an area's own households, made when it is first asked for. */
export function partOf(cube: Cube, area: AreaCode): Cube {
  const known = parts.get(cube) ?? new Map<AreaCode, Cube>();
  parts.set(cube, known);
  const part = known.get(area) ?? cut(cube, area);
  known.set(area, part);
  return part;
}

function cut({ areas, facts, needs, starts, cells }: Cube, area: AreaCode): Cube {
  const divisor = levelDivisor[levelOf(area)];
  const first = Number(area) * divisor;
  const inside = [...areas.keys()].filter((i) => Math.floor((areas[i] as number) / divisor) * divisor === first);
  const [from = 0, last = -1] = [inside[0], inside.at(-1)];
  const [start, end] = [starts[from] as number, starts[last + 1] as number];
  const cellAreas = new Uint32Array(end - start);
  inside.forEach((i, place) => cellAreas.fill(place, (starts[i] as number) - start, (starts[i + 1] as number) - start));
  const own = (of: keyof Cells): Unsigned => cells[of].subarray(start, end);
  return assemble(areas.slice(from, last + 1), facts, needs, {
    areas: cellAreas,
    facts: own('facts'),
    needs: own('needs'),
    households: own('households'),
    persons: own('persons'),
  });
}
