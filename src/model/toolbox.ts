/** Owns the names of the tools beside the map, as the URL says them, by the tab they stand in. */

export const toolsOf = {
  /** To see the gap and choose where to go next. */
  analysis: ['gap', 'concentration', 'plan', 'hotspots', 'overlap', 'distance'],
  /** To follow what is done, round by round, to the deadline. */
  progress: [
    'rounds',
    'pace',
    'reporting',
    'funnel',
    'agencies',
    'acts',
    'longest',
    'aspects',
    'plans',
    'teams',
    'villages',
  ],
} as const satisfies Record<string, readonly string[]>;

export type TabId = keyof typeof toolsOf;
export const tabs = Object.keys(toolsOf) as readonly TabId[];
export type ToolId = (typeof toolsOf)[TabId][number];
export const toolIds: readonly ToolId[] = tabs.flatMap((tab) => toolsOf[tab]);
