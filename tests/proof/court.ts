/** Owns the sentence on each damaged file: right, told, or altered in silence; the product's own words are heard last. */
import { judge, readFile, type StagedRow } from './judge.ts';
import type { Product } from './doubts.ts';
import type { LogbookTable } from './logbook.ts';
import type { Mutant } from './mutants.ts';
import type { Polluted } from './polluters.ts';

/**
 * `exact`: all of the truth and nothing besides. `told`: what differs is quarantined, or set aside by a named rule.
 * `warned`: kept, and a warning names the row. `asked` is not needed: what is asked about is warned of too.
 * `suspect`: kept otherwise than it should be, and nobody has asked the product yet. The last three are failures.
 */
export type Sentence = 'exact' | 'told' | 'warned' | 'refused' | 'suspect' | 'silent' | 'unaccounted' | 'crash';
export const failures: readonly Sentence[] = ['silent', 'unaccounted', 'crash'];

export interface Tried {
  readonly sentence: Sentence;
  /** Something was kept out of a file in which nothing was wrong. */
  readonly isFalseAlarm: boolean;
  readonly detail: string;
}

export async function tryPolluted(file: Polluted, product: Product | null): Promise<Tried> {
  const tried = await tryFile(file.bytes, file.truth, product);
  return { ...tried, isFalseAlarm: file.isHarmless && (tried.sentence !== 'exact' || tried.detail !== '') };
}

/** A header cell that was changed may leave its column unread, which the receipt shows; it may not make it another. */
export async function tryMutant({ bytes, truth, header, hurt }: Mutant, product: Product | null): Promise<Tried> {
  const tried = await tryFile(bytes, truth, header === null ? product : null, hurt);
  if (header === null || tried.sentence !== 'suspect') return { ...tried, isFalseAlarm: false };
  const headers = truth.headers.map((name, at) => (at === header ? '' : name));
  return { ...(await tryFile(bytes, { ...truth, headers }, product, hurt)), isFalseAlarm: false };
}

async function tryFile(
  bytes: Uint8Array<ArrayBuffer>,
  truth: LogbookTable,
  product: Product | null,
  hurt?: ReadonlySet<string>,
): Promise<Omit<Tried, 'isFalseAlarm'>> {
  try {
    const verdict = judge(await readFile(bytes), truth, hurt);
    if (verdict.refused) return { sentence: 'refused', detail: verdict.refused };
    if (verdict.isUnaccounted)
      return { sentence: 'unaccounted', detail: 'read is not kept, quarantined and set aside' };
    if (verdict.gone > 0) return { sentence: 'silent', detail: `${verdict.gone} rows gone` };
    if (verdict.suspects.length > 0) return await hear(bytes, verdict.suspects, product);
    const detail =
      verdict.quarantined + verdict.setAside > 0 ? `${verdict.quarantined} out, ${verdict.setAside} aside` : '';
    return { sentence: verdict.isExact ? 'exact' : 'told', detail };
  } catch (error) {
    return { sentence: 'crash', detail: String(error) };
  }
}

async function hear(
  bytes: Uint8Array<ArrayBuffer>,
  suspects: readonly StagedRow[],
  product: Product | null,
): Promise<Omit<Tried, 'isFalseAlarm'>> {
  const lines = suspects.map(({ line }) => Number(line));
  const detail = `line ${lines.join(', ')}`;
  if (!product) return { sentence: 'suspect', detail };
  const said = await product.import(bytes);
  if (said.refused) return { sentence: 'refused', detail: said.refused };
  return { sentence: lines.every((line) => said.lines.has(line)) ? 'warned' : 'silent', detail };
}
