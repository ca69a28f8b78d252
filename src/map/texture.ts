/** Owns textures of ink that tell classes and series apart without colour: the higher the level, the more ink. */
import type { Shading } from '../areas/shading.ts';
import type { LegendRow } from './legend.ts';

export interface Texture {
  /** Distance of the lines. They fall to the right, as those of missing values never do. */
  readonly spacePx: number;
  readonly linePx: number;
  readonly crossed: boolean;
}

/** From little ink to almost none left white. */
export const textures: readonly Texture[] = [
  { spacePx: 11, linePx: 0.6, crossed: false },
  { spacePx: 7.5, linePx: 0.75, crossed: false },
  { spacePx: 5, linePx: 0.9, crossed: false },
  { spacePx: 4, linePx: 1.15, crossed: false },
  { spacePx: 4, linePx: 1.7, crossed: false },
  { spacePx: 5, linePx: 1.55, crossed: true },
  { spacePx: 4, linePx: 1.6, crossed: true },
  { spacePx: 4, linePx: 2.2, crossed: true },
  { spacePx: 4, linePx: 3.1, crossed: true },
];

/** Share of the ground that is inked. */
export function inkOf({ spacePx, linePx, crossed }: Texture): number {
  const white = 1 - linePx / spacePx;
  return 1 - (crossed ? white * white : white);
}

/** The level of a class among so many: the ends are as far apart as can be. */
export function levelOf(index: number, classes: number): number {
  const last = textures.length - 1;
  return classes <= 1 ? Math.floor(last / 2) : Math.round((index * last) / (classes - 1));
}

export const textureId = (level: number): string => `texture-${level}`;
const fillOf = (level: number): string => `url(#${textureId(level)})`;

/** The same classes in ink alone. Zero is white; what is missing keeps its grey and its hatching. */
export function inked(shading: Shading): Shading {
  const colorOf: Shading['colorOf'] = (value) => {
    if (typeof value === 'string') return shading.colorOf(value);
    const index = shading.classOf(value);
    return index === null ? '#ffffff' : fillOf(levelOf(index, shading.classes.length));
  };
  return { ...shading, colorOf };
}

export function inkedRow(row: LegendRow, classes: number): LegendRow {
  if (row.hatch) return row;
  return { ...row, color: row.index === null ? '#ffffff' : fillOf(levelOf(row.index, classes)) };
}
