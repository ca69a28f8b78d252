/** Owns how a class of a map's legend is named in the address: the measure that is shown, and the class's bounds. */

export interface KeptClass {
  /** As the map's areas bear it: `household.pending`, `household.pending_per_need`. */
  readonly measure: string;
  readonly from: number;
  readonly to: number;
}

/** `household.pending,10,20`; null for anything else. */
export function parseKept(text: string): KeptClass | null {
  const [measure = '', ...bounds] = text.split(',');
  const [from = NaN, to = NaN] = bounds.map((bound) =>
    /^-?\d{1,12}(\.\d{1,12})?$/.test(bound) ? Number(bound) + 0 : NaN,
  );
  const isClass = bounds.length === 2 && from <= to;
  return isClass && /^[a-z]{1,20}\.[a-z_]{1,60}$/.test(measure) ? { measure, from, to } : null;
}

export const printKept = ({ measure, from, to }: KeptClass): string =>
  [measure, ...[from, to].map((bound) => bound.toFixed(12).replace(/\.?0+$/, ''))].join(',');
