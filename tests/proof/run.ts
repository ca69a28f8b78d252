/** Owns the full proof: polluted files, mutants, LibreOffice, memory, the attacker of a meeting, failing calls, long journeys, Firefox, two builds; prints and keeps its figures. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { failures, tryMutant, tryPolluted, type Sentence, type Tried } from './court.ts';
import { openProduct, type Product } from './doubts.ts';
import { proveFaults } from './faults.ts';
import { proveFirefox } from './firefox.ts';
import { proveFormulas } from './formulas.ts';
import { proveJourneys } from './journeys.ts';
import { proveKills } from './kills.ts';
import { mutant } from './mutants.ts';
import { proveMeeting } from './meeting.ts';
import { heapLimitBytes, proveMemory } from './memory.ts';
import { proveOffice } from './office.ts';
import { pollute, polluters } from './polluters.ts';
import { proveNothingStays } from './staysbehind.ts';
import { proveSlides } from './slides.ts';
import { proveSoak } from './soak.ts';
import { proveTwice } from './twice.ts';

const mutantCount = 10_000;
/** Changed cells that the product reads as they now stand; it is asked of so many whether they look odd to it. */
const contentAsked = 150;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

type Tally = Partial<Record<Sentence, number>>;
const count = (tally: Tally, sentence: Sentence): void => void (tally[sentence] = (tally[sentence] ?? 0) + 1);
const show = (tally: Tally): string =>
  Object.entries(tally)
    .map(([sentence, files]) => `${sentence} ${files}`)
    .join(', ');

async function provePollution(product: Product) {
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
    print(`${polluter.id.padEnd(18)} ${show(own)}`);
  }
  return { files, classes: polluters.length, sentences: all, falseAlarms, byPolluter, told };
}

async function proveMutants(product: Product) {
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
}

const isWorthTelling = ({ sentence, isFalseAlarm }: Tried): boolean => failures.includes(sentence) || isFalseAlarm;
const failed = (tally: Tally): number => failures.reduce((sum, sentence) => sum + (tally[sentence] ?? 0), 0);

const product = await openProduct();
const startedMs = Date.now();
print('polluted files');
const pollution = await provePollution(product);
print(
  `${pollution.files} files of ${pollution.classes} kinds: ${show(pollution.sentences)}; false alarms ${pollution.falseAlarms}`,
);
pollution.told.forEach(print);
print('mutants');
const mutants = await proveMutants(product);
print(`structural: ${show(mutants.structural)}`);
print(
  `text of a cell: ${show(mutants.content)}; warned of ${mutants.contentDoubted.doubted} in ${mutants.contentDoubted.asked}`,
);
mutants.told.forEach(print);
const office = await proveOffice();
print(
  office
    ? `${office.version}: ${office.faults.length} faults`
    : 'LibreOffice: missing, so its files were not made anew',
);
office?.faults.forEach(print);
const formulas = await proveFormulas();
print(
  formulas
    ? `${formulas.texts} texts that would calculate in ${formulas.version}: ${formulas.faults.length} faults`
    : 'LibreOffice: missing, so no formula was tried',
);
formulas?.faults.forEach(print);
const slides = await proveSlides();
print(
  slides
    ? `slides and workbook in ${slides.version}: ${slides.faults.length} faults`
    : 'LibreOffice: missing, so no slide was opened',
);
slides?.faults.forEach(print);
const dist = process.env.PHUNGPAO_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));
const memory = await proveMemory(dist);
print(
  `CSV of ${memory.fileBytes} bytes: ${memory.isLoaded ? 'loaded' : `stopped at ${memory.bytesRead}: ${memory.said}`}, ` +
    `heap of page and workers ${Math.round(memory.peakHeapBytes / 2 ** 20)} MB at most`,
);
const stays = await proveNothingStays(dist);
for (const [how, { planted, found, files, bytes, unpacked, sealedBlocks }] of Object.entries(stays))
  print(
    `profile on disk, ${how}: ${found.length} of ${planted} words in ${files} files of ${bytes} bytes ` +
      `(${unpacked} packed blocks unpacked, ${sealedBlocks} that could not be)`,
  );
const faults = await proveFaults();
print(`an import of ${faults.calls} calls, ${faults.tried} of them failed in turn: ${faults.wrong.length} faults`);
faults.wrong.forEach(print);
const kills = await proveKills(dist);
print(
  `workers killed ${JSON.stringify(kills.kills)}: usable after ${kills.usableMs.median} ms (p95 ${kills.usableMs.p95}, at most ` +
    `${kills.usableMs.max}), ${kills.faults.length} faults`,
);
kills.faults.forEach(print);
const journeys = proveJourneys();
print(`long journeys: ${journeys.passed} passed, ${journeys.failed} failed`);
if (journeys.failed > 0) print(journeys.said);
const headerless = process.env.PHUNGPAO_HEADERLESS ?? fileURLToPath(new URL('../../dist-headerless', import.meta.url));
const firefox = await proveFirefox({ headers: dist, headerless });
print(
  firefox
    ? `${firefox.version}: ${firefox.steps} steps, map by ${firefox.renderer}, ${firefox.faults.length} faults` +
        (firefox.isPaperRead ? '' : '; pdftotext: missing, so its paper was not read')
    : 'Firefox: missing, so no step was walked in it',
);
firefox?.faults.forEach(print);
const soak = proveSoak();
print(`a meeting without a network: ${soak.passed ? 'passed' : 'failed'} ${JSON.stringify(soak.found)}`);
if (!soak.passed) print(soak.said);
const meeting = await proveMeeting();
for (const { name, small, solved, narrowed } of meeting)
  print(`meeting, ${name} province: ${narrowed} of ${small} small figures narrowed, ${solved} programs solved`);
const twice = proveTwice();
print(
  twice
    ? `two builds of ${twice.files} files: ${twice.differing.length} lines differ`
    : 'Git: missing, so nothing was built twice',
);
twice?.differing.forEach(print);
const results = {
  seconds: Math.round((Date.now() - startedMs) / 1000),
  pollution,
  mutants,
  office,
  formulas,
  slides,
  memory,
  stays,
  faults,
  kills,
  meeting,
  journeys,
  firefox,
  soak: { passed: soak.passed, found: soak.found },
  twice,
};
writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
await product.close();
const silent = failed(pollution.sentences) + failed(mutants.structural) + failed(mutants.content);
print(`${silent} altered in silence or not accounted for, ${pollution.falseAlarms} false alarms, ${results.seconds} s`);
const isLean = memory.isLoaded && memory.peakHeapBytes <= heapLimitBytes;
const officeFaults = (office?.faults.length ?? 0) + (slides?.faults.length ?? 0) + (formulas?.faults.length ?? 0);
const isSafe =
  Object.values(stays).every(({ found }) => found.length === 0) && meeting.every(({ narrowed }) => narrowed === 0);
const isRight =
  isSafe &&
  faults.wrong.length === 0 &&
  kills.faults.length === 0 &&
  silent === 0 &&
  pollution.falseAlarms <= 10 &&
  officeFaults === 0;
const isElsewhere = (firefox?.faults.length ?? 0) === 0;
process.exit(
  isRight && isElsewhere && (twice?.differing.length ?? 0) === 0 && isLean && soak.passed && journeys.failed === 0
    ? 0
    : 1,
);
