/** Owns what the SVG map draws and how it looks, as plain marks: the page shows them, files write them down. */
import type { AreaCode } from '../model/area.ts';
import type { Missing } from '../areas/shading.ts';
import { missings } from './hatch.ts';
import { labelSizePx, zoomLabels } from './labelling.ts';
import { boxOf, codeOf, lookOf, type Box, type AreaShape, type Look, type MapView } from './mapview.ts';
import { isNear, placeLabels, type PlacedLabel, type Projected } from './projecting.ts';
import type { SizePx } from './tooltip.ts';

/** Attributes of SVG by the kind of line, area or text. Colours are the page's own. */
export const paints = {
  land: { fill: 'var(--paper)', stroke: 'var(--line)' },
  province: { fill: 'var(--sunken)' },
  quiet: { fill: 'none', stroke: 'var(--line)' },
  areas: { stroke: 'var(--surface)', 'stroke-linejoin': 'round' },
  line: { fill: 'none', stroke: 'var(--ink)', 'stroke-linejoin': 'round' },
  halo: { stroke: 'var(--surface)', 'stroke-width': 4.5 },
  marked: { 'stroke-width': 2 },
  hovered: { 'stroke-width': 3 },
  casing: { stroke: 'var(--surface)', 'stroke-width': 7 },
  selected: { stroke: 'var(--accent-strong)', 'stroke-width': 4 },
  circle: { fill: 'var(--surface)', 'fill-opacity': 0.6, stroke: 'var(--ink)', 'stroke-width': 2 },
  names: {
    fill: 'var(--ink)',
    stroke: 'var(--surface)',
    'stroke-width': 3.6,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
    'font-weight': 600,
    'text-anchor': 'middle',
    'dominant-baseline': 'central',
  },
} as const;

/** Areas of classes that are not brought out. */
export const fadedOpacity = 0.2;

export interface AreaLine {
  readonly code: AreaCode;
  /** Path data; empty where the area lies out of sight. */
  readonly d: string;
}

export const boxesOf = (shapes: readonly AreaShape[]): ReadonlyMap<AreaCode, Box | null> =>
  new Map(shapes.map((shape) => [codeOf(shape), boxOf([shape])]));

/** What lies out of sight is there, but has no line. */
export function areaLines(
  shapes: readonly AreaShape[],
  boxes: ReadonlyMap<AreaCode, Box | null>,
  projected: Projected,
  box: SizePx,
): readonly AreaLine[] {
  return shapes.map((shape) => {
    const code = codeOf(shape);
    return { code, d: isNear(projected.point, boxes.get(code) ?? null, box) ? (projected.path(shape) ?? '') : '' };
  });
}

/** What is pointed at is drawn over the areas: theirs need not be looked at again. */
export function restingLooks(
  codes: Iterable<AreaCode>,
  { values, shading, classShown }: Pick<MapView, 'values' | 'shading' | 'classShown'>,
): ReadonlyMap<AreaCode, Look> {
  const view = { values, shading, classShown, hovered: null, selected: null };
  return new Map([...codes].map((code) => [code, lookOf(code, view)]));
}

/** One path for all areas hatched alike. */
export function hatched(
  lines: readonly AreaLine[],
  looks: ReadonlyMap<AreaCode, Look>,
): readonly { readonly kind: Missing; readonly faded: boolean; readonly d: string }[] {
  return missings.flatMap((kind) =>
    [false, true].flatMap((faded) => {
      const own = lines.filter(({ code }) => looks.get(code)?.missing === kind && looks.get(code)?.faded === faded);
      return own.length > 0 ? [{ kind, faded, d: own.map(({ d }) => d).join('') }] : [];
    }),
  );
}

/** The names for which there is room. */
export function placedNames(
  view: MapView,
  shapes: readonly AreaShape[],
  projected: Projected,
  box: SizePx,
): readonly PlacedLabel[] {
  const labels = zoomLabels(view, shapes, labelSizePx(view, box.width));
  return placeLabels(
    labels.filter(({ fromZoom, toZoom }) => fromZoom <= projected.zoom && projected.zoom < toZoom),
    projected.point,
    box,
  );
}
