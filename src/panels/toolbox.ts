/** Owns the list of tools beside the map: one for each name in `model/toolbox.ts`. */
import { tabs, toolsOf, type TabId, type ToolId } from '../model/toolbox.ts';
import { analysisTools } from './analysis/registry.ts';
import { progressTools } from './progress/registry.ts';
import type { Tool } from './instrument.ts';

export const tools: readonly Tool[] = [...analysisTools, ...progressTools];

/** The tool of a name; null: the ranking is shown. */
export function toolOf(id: ToolId | null): Tool | null {
  return tools.find((row) => row.id === id) ?? null;
}

export function tabOf(id: ToolId): TabId {
  return tabs.find((tab) => (toolsOf[tab] as readonly ToolId[]).includes(id)) ?? (tabs[0] as TabId);
}
