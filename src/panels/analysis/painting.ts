/** Owns what an analysis tool puts on the map: kinds of areas in place of the measure, areas outlined, lines of the tooltip. */
import type { Category } from '../../areas/categories.ts';
import type { AreaValue, Shading } from '../../areas/shading.ts';
import type { CategoryGrid } from '../../map/categorygrid.ts';
import type { AreaDescription } from '../../map/mapview.ts';
import type { AreaCode } from '../../model/area.ts';

/** Worked out from dashboard and rows alone, so that map, legend and tool tell the same. */
export interface Painting {
  /** Drawn in place of the measure; null: the map keeps its measure. */
  readonly kinds: Kinds | null;
  /** Areas outlined: picked, listed, found. */
  readonly marked: ReadonlySet<AreaCode>;
  /** Said of an area before its figures. */
  readonly lines?: (code: AreaCode) => AreaDescription['lines'];
}

/** Each area's kind: the place of its category in the list, as `areas/categories` shades it. */
export interface Kinds {
  /** Title of the legend, and what the map is called by a screen reader. */
  readonly title: string;
  /** For `data-measure` of the map's areas: `area.gap`. */
  readonly measure: string;
  readonly values: ReadonlyMap<AreaCode, AreaValue>;
  readonly shading: Shading;
  readonly categories: readonly Category[];
  /** Where the categories lie in two directions. */
  readonly grid?: CategoryGrid;
}
