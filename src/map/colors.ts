/** Owns reading the page's colours for the map, so that they are written once. */
import type { MapColors } from './style.ts';

export function mapColors(): MapColors {
  const tokens = getComputedStyle(document.documentElement);
  const token = (name: string): string => tokens.getPropertyValue(name).trim();
  return {
    ground: token('--surface'),
    land: token('--paper'),
    province: token('--sunken'),
    line: token('--line'),
    edge: token('--surface'),
    ink: token('--ink'),
    selected: token('--accent-strong'),
    halo: token('--surface'),
    water: token('--water'),
    green: token('--green'),
    road: token('--road'),
  };
}
