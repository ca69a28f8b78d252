/** Owns what a tool beside the map is: its panel, and what it puts on the map; its words are in `i18n`. */
import type { Component } from 'svelte';
import type { ToolId } from '../model/toolbox.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import type { Painting } from './analysis/painting.ts';
import type { AreaRow } from './areas.ts';

export interface ToolProps {
  readonly rows: readonly AreaRow[];
  readonly hovered: string | null;
  readonly onhover: (key: string | null) => void;
}

export interface Tool {
  readonly id: ToolId;
  /** Fetched when the tool is first opened; one that reads all from the dashboard needs no props. */
  readonly panel: () => Promise<{ readonly default: Component<ToolProps> | Component<Record<string, never>> }>;
  /** Null while there is nothing to paint. What takes time is asked by the panel, and lies in a state. */
  readonly painting?: (dashboard: Dashboard, rows: readonly AreaRow[]) => Painting | null;
}
