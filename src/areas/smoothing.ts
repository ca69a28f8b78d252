/** Owns smoothed rates: where few are counted a rate is drawn towards that of all, as far as chance alone would move it. */

/** How many, of how many. */
export interface Ratio {
  readonly part: number;
  /** Above 0. */
  readonly whole: number;
}

/**
 * Global empirical Bayes estimates by the method of moments (Marshall 1991, Applied Statistics 40, 283–294), counts taken
 * as Poisson: the same as `EBest` of R's spdep. In the order of `ratios`; shares of 1.
 */
export function smoothed(ratios: readonly Ratio[]): readonly number[] {
  const whole = ratios.reduce((sum, ratio) => sum + ratio.whole, 0);
  if (whole <= 0) return ratios.map(() => 0);
  const rate = ratios.reduce((sum, ratio) => sum + ratio.part, 0) / whole;
  const spread = ratios.reduce((sum, ratio) => sum + (ratio.whole * (ratio.part / ratio.whole - rate) ** 2) / whole, 0);
  // What is left of the spread when that of chance is taken away.
  const between = Math.max(0, spread - rate / (whole / ratios.length));
  return ratios.map(({ part, whole: of }) => {
    const trusted = between === 0 ? 0 : between / (between + rate / of);
    return rate + trusted * (part / of - rate);
  });
}
