/** Owns the full count of damaged files: each kind of pollution and each mutant, judged one by one. */
import { failures, tryMutant, tryPolluted, type Sentence, type Tried } from './court.ts';
import { openProduct, type Product } from './doubts.ts';
import { mutant } from './mutants.ts';
import { pollute, polluters } from './polluters.ts';

const mutantCount = 10_000;
/** Changed cells that the product reads as they now stand; it is asked of so many whether they look odd to it. */
const contentAsked = 150;

type Tally = Partial<Record<Sentence, number>>;
const count = (tally: Tally, sentence: Sentence): void => void (tally[sentence] = (tally[sentence] ?? 0) + 1);
export const show = (tally: Tally): string =>
  Object.entries(tally)
    .map(([sentence, files]) => `${sentence} ${files}`)
    .join(', ');
/** Altered in silence, or not accounted for. */
export const failed = (tally: Tally): number => failures.reduce((sum, sentence) => sum + (tally[sentence] ?? 0), 0);
const isWorthTelling = ({ sentence, isFalseAlarm }: Tried): boolean => failures.includes(sentence) || isFalseAlarm;

async function withProduct<T>(work: (product: Product) => Promise<T>): Promise<T> {
  const product = await openProduct();
  try {
    return await work(product);
  } finally {
    await product.close();
  }
}

export const provePollution = () =>
  withProduct(async (product) => {
    const all: Tally = {};
    const byPolluter: Record<string, Tally & { falseAlarms: number }> = {};
    const told: string[] = [];
    let files = 0;
    let falseAlarms = 0;
    for (const polluter of polluters) {
      const own: Tally & { falseAlarms: number } = { falseAlarms: 0 };
      byPolluter[polluter.id] = own;
      for (let index = 0; index < polluter.files; index++) {
        const tried = await tryPolluted(pollute(polluter, index), product);
        files++;
        count(all, tried.sentence);
        count(own, tried.sentence);
        if (tried.isFalseAlarm) own.falseAlarms++;
        if (isWorthTelling(tried)) told.push(`${polluter.id} ${index}: ${tried.sentence} ${tried.detail}`);
      }
      falseAlarms += own.falseAlarms;
    }
    return { files, classes: polluters.length, sentences: all, falseAlarms, byPolluter, told };
  });

export const proveMutants = () =>
  withProduct(async (product) => {
    const structural: Tally = {};
    const content: Tally = {};
    const told: string[] = [];
    let asked = 0;
    let doubted = 0;
    for (let number = 0; number < mutantCount; number++) {
      const one = mutant(number);
      const tried = await tryMutant(one, product);
      count(one.isStructural ? structural : content, tried.sentence);
      if (isWorthTelling(tried)) told.push(`${number} ${one.fault}: ${tried.sentence} ${tried.detail}`);
      if (one.isStructural || one.header !== null || tried.sentence !== 'exact' || asked >= contentAsked) continue;
      asked++;
      const said = await product.import(one.bytes);
      if (said.refused !== null || said.lines.size > 0) doubted++;
    }
    return { mutants: mutantCount, structural, content, contentDoubted: { asked, doubted }, told };
  });
