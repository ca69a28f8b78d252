/** Owns which parts the full proof has: a row each, with what it counts and when that is right. */
import { fileURLToPath } from 'node:url';
import { proveFaults } from './faults.ts';
import { proveFirefox } from './firefox.ts';
import { proveFormulas } from './formulas.ts';
import { journeys, proveJourney } from './journeys.ts';
import { proveKills } from './kills.ts';
import { proveLaunches } from './launches.ts';
import { proveMeeting } from './meeting.ts';
import { heapLimitBytes, proveMemory } from './memory.ts';
import { proveOffice } from './office.ts';
import { failed, proveMutants, provePollution, show } from './pollution.ts';
import { proveSlides } from './slides.ts';
import { proveSoak } from './soak.ts';
import { proveNothingStays } from './staysbehind.ts';
import { proveTwice } from './twice.ts';
import { proveTwins } from './twins.ts';

export interface Proven {
  readonly isRight: boolean;
  /** In words, a line for the whole and one for each fault. */
  readonly said: readonly string[];
  /** Null where a tool is missing: then nothing was tried, and `said` names it. */
  readonly found: unknown;
}

const at = (folder: string): string => fileURLToPath(new URL(`../../${folder}`, import.meta.url));
const dist = process.env.PHUNGPAO_DIST ?? at('dist');
const headerless = process.env.PHUNGPAO_HEADERLESS ?? at('dist-headerless');
const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
/** What is not there is named, and not counted as passed. */
const missing = (tool: string, lacks: string): Proven => ({
  isRight: true,
  said: [`${tool}: missing, so ${lacks}`],
  found: null,
});
const of = (found: unknown, faults: readonly string[], line: string): Proven => ({
  isRight: faults.length === 0,
  said: [`${line}: ${faults.length} faults`, ...faults],
  found,
});

export const parts: Readonly<Record<string, () => Promise<Proven> | Proven>> = {
  async pollution() {
    const found = await provePollution();
    const silent = failed(found.sentences);
    return {
      isRight: silent === 0 && found.falseAlarms <= 10,
      said: [
        `${found.files} files of ${found.classes} kinds: ${show(found.sentences)}; ${silent} in silence, ${found.falseAlarms} false alarms`,
        ...found.told,
      ],
      found,
    };
  },
  async mutants() {
    const found = await proveMutants();
    const silent = failed(found.structural) + failed(found.content);
    const { asked, doubted } = found.contentDoubted;
    return {
      isRight: silent === 0,
      said: [
        `structural: ${show(found.structural)}; text of a cell: ${show(found.content)}; warned of ${doubted} in ${asked}; ${silent} in silence`,
        ...found.told,
      ],
      found,
    };
  },
  twins() {
    const found = proveTwins();
    return found
      ? of(found, found.faults, `${found.passed} questions asked of both engines`)
      : missing('ClickHouse (npm run test:clickhouse installs it)', 'no question was asked of both engines');
  },
  async office() {
    const found = await proveOffice();
    return found ? of(found, found.faults, found.version) : missing('LibreOffice', 'its files were not made anew');
  },
  async formulas() {
    const found = await proveFormulas();
    return found
      ? of(found, found.faults, `${found.texts} texts that would calculate, in ${found.version}`)
      : missing('LibreOffice', 'no formula was tried');
  },
  async slides() {
    const found = await proveSlides();
    return found
      ? of(found, found.faults, `slides and workbook in ${found.version}`)
      : missing('LibreOffice', 'no slide was opened');
  },
  async memory() {
    const found = await proveMemory(dist);
    return {
      isRight: found.isLoaded && found.peakHeapBytes <= heapLimitBytes,
      said: [
        `CSV of ${found.fileBytes} bytes: ${found.isLoaded ? 'loaded' : `stopped at ${found.bytesRead}: ${found.said}`}, ` +
          `heap of page and workers ${megabytes(found.peakHeapBytes)} MB at most`,
      ],
      found,
    };
  },
  async stays() {
    const found = await proveNothingStays(dist);
    const walks = Object.entries(found);
    return {
      isRight: walks.every(([, walk]) => walk.found.length === 0),
      said: walks.map(
        ([how, walk]) =>
          `profile on disk, ${how}: ${walk.found.length} of ${walk.planted} words in ${walk.files} files of ${walk.bytes} bytes ` +
          `(${walk.unpacked} packed blocks unpacked, ${walk.sealedBlocks} that could not be)`,
      ),
      found,
    };
  },
  async faults() {
    const found = await proveFaults();
    return of(found, found.wrong, `an import of ${found.calls} calls, ${found.tried} of them failed in turn`);
  },
  async kills() {
    const found = await proveKills(dist);
    const { usableMs, wholeMs } = found;
    return of(
      found,
      found.faults,
      `workers killed ${JSON.stringify(found.kills)}: usable after ${usableMs.median} ms (p95 ${usableMs.p95}, at most ` +
        `${usableMs.max}), whole after ${wholeMs.median} (p95 ${wholeMs.p95}, at most ${wholeMs.max})`,
    );
  },
  async meeting() {
    const found = await proveMeeting();
    return {
      isRight: found.every(({ narrowed }) => narrowed === 0),
      said: found.map(
        ({ name, small, solved, narrowed }) =>
          `${name} province: ${narrowed} of ${small} small figures narrowed, ${solved} programs solved`,
      ),
      found,
    };
  },
  async launches() {
    const { launches, faults, missing: lacks } = await proveLaunches(dist);
    const named = lacks.length > 0 ? ` (missing, so not begun in: ${lacks.join(', ')})` : '';
    const all = Object.entries(launches).map(([name, { browser, ms }]) => `${name} (${browser}, ${ms} ms)`);
    return of({ launches, faults }, faults, `begun ${all.join(', ')}${named}`);
  },
  async firefox() {
    const found = await proveFirefox({ headers: dist, headerless });
    if (!found) return missing('Firefox', 'no step was walked in it');
    const { version, steps, renderer, faults, isPaperRead } = found;
    const paper = isPaperRead ? '' : ' (pdftotext: missing, so its paper was not read)';
    return of(found, faults, `${version}: ${steps} steps, map by ${renderer}${paper}`);
  },
  ...Object.fromEntries(
    journeys.map((name) => [
      name,
      async () => {
        const { passed, failed: red, said } = await proveJourney(name);
        return {
          isRight: red === 0 && passed > 0,
          said: [`${passed} passed, ${red} failed`, ...(red > 0 ? [said] : [])],
          found: { passed, failed: red },
        };
      },
    ]),
  ),
  async soak() {
    const { passed, found, said } = await proveSoak();
    return {
      isRight: passed,
      said: [`${passed ? 'passed' : 'failed'} ${JSON.stringify(found)}`, ...(passed ? [] : [said])],
      found,
    };
  },
  twice() {
    const found = proveTwice();
    return found
      ? of(found, found.differing, `two builds of ${found.files} files`)
      : missing('Git', 'nothing was built twice');
  },
};
