/** Owns the proof that LibreOffice opens the slides and the workbook of the screen, and shows every page and figure of them. */
import { strFromU8, unzipSync } from 'fflate';
import { formatOf } from '../../src/i18n/format.ts';
import { shownSlides } from '../../src/exports/deck.ts';
import { pagesOf } from '../../src/exports/pages.ts';
import { pptxFile } from '../../src/exports/pptx/pptx.ts';
import { screenBookFile } from '../../src/exports/screenbook.ts';
import { readSlides } from '../support/slidefile.ts';
import { dataOf } from '../support/deckdata.ts';
import { cssPalette, stageOfPattani } from '../support/stage.ts';
import { deckCases } from '../visual/deckblocks.ts';
import { demoDeck } from '../visual/decks.ts';
import { Office } from './office.ts';

/** One pixel: what a browser draws is proved there. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const raster = (): Promise<Uint8Array> => Promise.resolve(Uint8Array.from(Buffer.from(pixel, 'base64')));

/** Null where LibreOffice is not installed; a fault where it has no part for presentations. */
export async function proveSlides(): Promise<{ readonly version: string; readonly faults: string[] } | null> {
  const office = Office.find();
  if (!office) return null;
  const faults: string[] = [];
  const tried = async (name: string, work: () => Promise<readonly string[]>): Promise<void> => {
    try {
      faults.push(...(await work()).map((fault) => `${name}: ${fault}`));
    } catch (fault) {
      faults.push(`${name}: not opened (${fault instanceof Error ? fault.message.trim().slice(0, 80) : 'unknown'})`);
    }
  };
  for (const language of ['th', 'en'] as const) {
    const stage = stageOfPattani(language);
    for (const of of deckCases)
      await tried(`slides ${of} ${language}`, async () => {
        const deck = demoDeck(stage, of);
        const { bytes } = await pptxFile(deck, { palette: cssPalette(), raster });
        const pages = shownSlides(deck).flatMap((slide) => pagesOf(slide));
        // Opened and written anew by another program: what it lost would be missing.
        const before = readSlides(bytes).slides.map(({ runs }) => runs.join('').replaceAll(/\s/g, ''));
        const after = textOf(office.convert(bytes, 'pptx', 'odp'));
        const lost = before.flatMap((_, at) => {
          const shown = dataOf({ slides: [pages[at]!.slide] }).filter(({ datum }) => datum.area === undefined);
          return shown.filter(({ datum }) => before[at]!.includes(datum.text) && !after.includes(datum.text));
        });
        const drawn = pagesIn(office.convert(bytes, 'pptx', 'pdf'));
        return [
          ...(drawn === pages.length ? [] : [`${drawn} pages drawn of ${pages.length}`]),
          ...lost.map(({ slide, datum }) => `${slide} lost ${datum.text}`),
        ];
      });
    await tried(`workbook ${language}`, async () => {
      const { count, percent } = formatOf(language);
      const datum = { value: 2603, text: count(2603), measure: 'household.need' };
      const share = { value: 0.504, text: percent(0.504), measure: 'household.helped_share' };
      const { bytes } = await screenBookFile(
        {
          title: 'ปัตตานี',
          figures: {
            name: 'ตัวเลข',
            block: {
              kind: 'figures',
              figures: [datum, share].map((one) => ({ label: 'ก', datum: one, unit: '', tone: 'ink' })),
            },
          },
          ...{ tables: [], definitions: [], about: [] },
        },
        language,
      );
      const csv = new TextDecoder().decode(office.convert(bytes, 'xlsx', 'csv'));
      return csv.includes('2603') && csv.includes('50.4%') ? [] : [`other cells: ${csv}`];
    });
  }
  office.close();
  return { version: office.version, faults };
}

/** Pages of a PDF as LibreOffice writes it. */
const pagesIn = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

function textOf(odp: Uint8Array): string {
  const xml = strFromU8(unzipSync(odp)['content.xml']!);
  return xml.replaceAll(/<[^>]*>/g, ' ');
}
