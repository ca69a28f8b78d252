/** Owns the tools that follow what is done: a row each; their words are in `i18n/progress.ts`. */
import type { Tool } from '../instrument.ts';

export const progressTools: readonly Tool[] = [];
