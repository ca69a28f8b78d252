/** Owns seeded chance: the same draws on every machine, each named, so that a new draw never shifts the others. */

/** FNV-1a over UTF-16 code units: a 32-bit seed from a text. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Draws are made from integers with `Math.imul` alone, since `Math.pow` and its kin may differ between machines. */
export class Chance {
  private static readonly labels = new Map<string, number>();

  constructor(private readonly seed: number) {}

  /** In [0, 1); always the same for the same label. */
  unit(label: string): number {
    let labelSeed = Chance.labels.get(label);
    if (labelSeed === undefined) Chance.labels.set(label, (labelSeed = seedOf(label)));
    return scatter(scatter(this.seed ^ 0x9e3779b9) ^ labelSeed) / 0x1_0000_0000;
  }

  hit(label: string, share: number): boolean {
    return this.unit(label) < share;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(label: string, low: number, high: number): number {
    return low + Math.floor(this.unit(label) * (high - low + 1));
  }

  pick<T>(label: string, options: readonly T[]): T {
    return options[Math.floor(this.unit(label) * options.length)] as T;
  }

  /** One of `[option, weight]`; the weights need not add to 1. */
  weigh<T>(label: string, options: readonly (readonly [T, number])[]): T {
    let left = this.unit(label) * options.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [option, weight] of options) if ((left -= weight) < 0) return option;
    return (options.at(-1) as readonly [T, number])[0];
  }
}

/** Splits `total` by weights into whole numbers that add to it exactly; the largest remainders get the rest. */
export function allot(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  const left = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) / sum - (parts[index] as number) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] as number) + 1;
  return parts;
}

/** MurmurHash3's finaliser. */
function scatter(bits: number): number {
  let hash = bits | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
