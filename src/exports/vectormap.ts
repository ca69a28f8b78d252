/** Owns the map as SVG text: the same marks as on the page, with north and scale, in the file's own colours. */
import { country, type AreaCode } from '../model/area.ts';
import { areaLines, boxesOf, fadedOpacity, hatched, paints, placedNames, restingLooks } from '../map/drawing.ts';
import { hatches, hatchLinePx, hatchOpacity, hatchPx, missings } from '../map/hatch.ts';
import { boxOf, frameShapes, shownShapes, toldValue, type AreaShape, type MapView } from '../map/mapview.ts';
import { isNear, project, type Projected } from '../map/projecting.ts';
import { scaleBar } from '../map/scalebar.ts';
import { frameFromZoom, lineWidths, thinned } from '../map/style.ts';
import type { SizePx } from '../map/tooltip.ts';
import { tag, type Attributes, type Markup } from './markup.ts';

const padPx = 24;

/** Patterns by which hatched areas are filled; their ids are the kinds' own. */
export function hatchPatterns(): readonly Markup[] {
  return missings.map((kind) =>
    tag(
      'pattern',
      { id: `hatch-${kind}`, width: hatchPx, height: hatchPx, patternUnits: 'userSpaceOnUse' },
      tag('path', {
        ...{ d: hatches[kind], fill: 'none', stroke: 'var(--ink)', 'stroke-linecap': 'round' },
        ...{ 'stroke-opacity': hatchOpacity, 'stroke-width': hatchLinePx[kind] },
      }),
    ),
  );
}

/** From the ground up, in the order in which the page draws it. */
export function mapMarks(
  view: MapView,
  measure: string,
  box: SizePx,
): { readonly marks: readonly Markup[]; readonly projected: Projected } {
  const shapes = shownShapes(view);
  const projected = project(shapes, box.width, box.height, padPx);
  const boxes = boxesOf(shapes.features);
  const areas = areaLines(shapes.features, boxes, projected, box);
  const looks = restingLooks(boxes.keys(), view);
  const lines = new Map(areas.map(({ code, d }) => [code, d]));
  const path = (attributes: Attributes, d: string | null | undefined): Markup | null =>
    d ? tag('path', { ...attributes, d }) : null;
  const over = (code: AreaCode | null, ...paint: readonly Attributes[]): (Markup | null)[] =>
    code === null ? [] : paint.map((attributes) => path(attributes, lines.get(code)));
  const named = (code: AreaCode): string => view.labels.find((label) => label.code === code)?.text ?? code;
  const { hidden } = view;
  /** A file is not moved: what lies out of sight is left out. */
  const ground = (all: readonly AreaShape[], attributes: Attributes): readonly (Markup | null)[] =>
    all
      .filter((shape) => isNear(projected.point, boxOf([shape]), box))
      .map((shape) => path(attributes, projected.path(shape)));
  const marks = [
    ...ground(view.outline?.features ?? [], paints.land),
    ...ground(view.boundaries.province.features, paints.province),
    ...ground(view.scope === country || hidden?.has('amphoe') ? [] : view.boundaries.amphoe.features, paints.quiet),
    tag(
      'g',
      { ...paints.areas, 'stroke-width': thinned(projected.zoom, lineWidths.areas) },
      areas.map(({ code, d }) => {
        const look = looks.get(code);
        return tag(
          'path',
          {
            ...{ d, fill: look?.color, opacity: look?.faded ? fadedOpacity : undefined },
            ...{ 'data-area': code, 'data-measure': measure, 'data-value': toldValue(view, code) },
          },
          tag('title', {}, named(code)),
        );
      }),
    ),
    ...hatched(areas, looks).map(({ kind, faded, d }) =>
      path({ fill: `url(#hatch-${kind})`, opacity: faded ? fadedOpacity : undefined }, d),
    ),
    projected.zoom < frameFromZoom
      ? null
      : tag(
          'g',
          { ...paints.line, 'stroke-width': thinned(projected.zoom, lineWidths.frame) },
          frameShapes(view).features.map((shape) => path({}, projected.path(shape))),
        ),
    tag(
      'g',
      { ...paints.line, 'stroke-width': thinned(projected.zoom, lineWidths.province) },
      (hidden?.has('province') ? [] : view.boundaries.province.features).map((shape) =>
        path({}, projected.path(shape)),
      ),
    ),
    tag(
      'g',
      paints.line,
      [...view.marked].flatMap((code) => over(code, paints.halo)),
      [...view.marked].flatMap((code) => over(code, paints.marked)),
      over(view.selected, paints.casing, paints.selected),
    ),
    ...(view.circles?.circles ?? []).map(({ point, radiusPx }) => {
      const { x, y } = projected.point(point);
      return tag('circle', { ...paints.circle, cx: x, cy: y, r: radiusPx });
    }),
    tag(
      'g',
      paints.names,
      placedNames(view, shapes.features, projected, box).map(({ text, x, y, sizePx }) =>
        tag('text', { x, y, 'font-size': sizePx }, text),
      ),
    ),
  ];
  return { marks: marks.filter((mark) => mark !== null), projected };
}

/** An arrow to the north and a bar of so many kilometres, in the corners on the right. */
export function mapSigns(
  view: MapView,
  { zoom }: Projected,
  box: SizePx,
  words: { readonly north: string; readonly distance: (metres: number) => string },
  textPx: number,
): readonly Markup[] {
  const degrees = boxOf(shownShapes(view).features);
  if (!degrees) return [];
  const { metres, lengthPx } = scaleBar(zoom, (degrees[1] + degrees[3]) / 2, box.width / 4);
  const text = { 'font-size': textPx, 'text-anchor': 'middle', fill: 'var(--ink)' };
  const halo = { stroke: 'var(--surface)', 'stroke-width': 5, 'paint-order': 'stroke' };
  const bar = `M0,-6 V0 H${lengthPx.toFixed(1)} V-6`;
  return [
    tag(
      'g',
      { transform: `translate(${box.width - textPx},${textPx * 1.4})`, 'data-mark': 'north' },
      tag('path', { d: 'M0,-26 L8,4 L0,-3 L-8,4 Z', fill: 'var(--ink)', ...halo }),
      tag('text', { ...text, ...halo, y: textPx + 4, 'font-weight': 700 }, words.north),
    ),
    tag(
      'g',
      {
        transform: `translate(${(box.width - lengthPx - textPx).toFixed(1)},${box.height - 8})`,
        ...{ 'data-mark': 'scale', 'data-metres': metres },
      },
      tag('path', { d: bar, fill: 'none', stroke: 'var(--surface)', 'stroke-width': 6 }),
      tag('path', { d: bar, fill: 'none', stroke: 'var(--ink)', 'stroke-width': 2 }),
      tag('text', { ...text, ...halo, x: (lengthPx / 2).toFixed(1), y: -10 }, words.distance(metres)),
    ),
  ];
}
