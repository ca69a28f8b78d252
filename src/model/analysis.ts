/** Owns what the readers of the analysis tools can turn, as the URL says it. */

/** High and low need: how many households, or how large a part of those listed. */
export const needScales = ['count', 'share'] as const;
export type NeedScale = (typeof needScales)[number];

/** Where high and low part: at thirds of the areas, or at the average of the whole. */
export const gapCuts = ['terciles', 'average'] as const;
export type GapCut = (typeof gapCuts)[number];

/** Which agencies are told of: the hosts of the dimensions, or those that records of help name. */
export const agencySides = ['hosts', 'helpers'] as const;
export type AgencySide = (typeof agencySides)[number];

/** What of households is compared with elsewhere: those waiting of those in need, or those in need of those listed. */
export const spotRates = ['waiting', 'need'] as const;
export type SpotRate = (typeof spotRates)[number];

/** As the crow flies, from where one area's name stands to another's. */
export const [leastSpotKm, mostSpotKm] = [1, 100];

/** An area of fewer households is told nothing of and is nobody's yardstick: by chance alone its share swings too far. */
export const usualFewest = 20;
export const mostFewest = 1000;

/** What is told of an area: whether it and those round it are high or low, or how it stands to those round it. */
export const spotLooks = ['groups', 'round'] as const;
export type SpotLook = (typeof spotLooks)[number];
