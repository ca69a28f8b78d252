/** Owns the two ways in which numbers and dates are written in Thai. */

export const digitSets = ['arabic', 'thai'] as const;
export type Digits = (typeof digitSets)[number];
