/** Owns which areas are told of together: those that adjoin and stand out the same way. */
import type { Neighbours } from './neighbours.ts';
import type { Spot } from './spots.ts';

export type Side = 'hot' | 'cold';
/** In percent; most of the members are told of at least so surely. */
export type Sure = 99 | 95 | 90;

export interface Cluster {
  readonly side: Side;
  readonly sure: Sure;
  /** Ascending. */
  readonly members: readonly number[];
}

const told: Partial<Readonly<Record<Spot, readonly [Side, Sure]>>> = {
  hot_99: ['hot', 99],
  hot_95: ['hot', 95],
  hot_90: ['hot', 90],
  cold_99: ['cold', 99],
  cold_95: ['cold', 95],
  cold_90: ['cold', 90],
};

/**
 * Those of most areas first; of as many, the one of more households. An area is a neighbour where either says so.
 * An area that stands out by its neighbours alone, being itself on the other side of the whole, is in none.
 */
export function clustersOf(
  spots: readonly Spot[],
  neighbours: Neighbours,
  part: Float64Array,
  whole: Float64Array,
): readonly Cluster[] {
  const all = shareOfAll(spots, part, whole);
  const sides = spots.map((spot, area): Side | null => {
    const side = told[spot]?.[0] ?? null;
    const share = part[area]! / whole[area]!;
    return (side === 'hot' && share > all) || (side === 'cold' && share < all) ? side : null;
  });
  const links = mutual(neighbours);
  const seen = new Set<number>();
  const clusters = sides.flatMap((side, area): Cluster[] => {
    if (side === null || seen.has(area)) return [];
    seen.add(area);
    const members = [area];
    for (const member of members)
      for (const other of links[member] ?? [])
        if (!seen.has(other) && sides[other] === side) {
          seen.add(other);
          members.push(other);
        }
    const sures = members.map((member) => told[spots[member]!]?.[1] ?? 90).sort((a, b) => b - a);
    const sure = sures[Math.floor(members.length / 2)] ?? 90;
    return [{ side, sure, members: members.sort((a, b) => a - b) }];
  });
  const households = ({ members }: Cluster): number => members.reduce((sum, member) => sum + whole[member]!, 0);
  return clusters.sort((a, b) => b.members.length - a.members.length || households(b) - households(a));
}

/** The share in all areas compared, taken together. */
export function shareOfAll(spots: readonly Spot[], part: Float64Array, whole: Float64Array): number {
  let [parts, wholes] = [0, 0];
  spots.forEach((spot, area) => {
    if (spot === 'no_data' || spot === 'too_few') return;
    parts += part[area]!;
    wholes += whole[area]!;
  });
  return parts / wholes;
}

function mutual({ starts, others }: Neighbours): readonly ReadonlySet<number>[] {
  const links = Array.from({ length: starts.length - 1 }, () => new Set<number>());
  links.forEach((own, area) => {
    for (let at = starts[area]!; at < starts[area + 1]!; at += 1) {
      own.add(others[at]!);
      links[others[at]!]?.add(area);
    }
  });
  return links;
}
