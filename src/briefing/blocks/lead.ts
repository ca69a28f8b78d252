/** Owns where a click on a slide leads: from an area to the slide of it, or to none. */
import type { AreaCode } from '../../model/area.ts';

/** What a click on the area does; undefined where there is no slide to go to. */
export type Lead = (area: AreaCode) => (() => void) | undefined;

export const leadsNowhere: Lead = () => undefined;
