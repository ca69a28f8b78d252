/** Proves a presentation by reading it back: every figure of the deck stands in it as its reader's text, nothing else is counted. */
import { read } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { pptxFile } from '../../../src/exports/pptx/pptx.ts';
import { shownSlides, type Deck } from '../../../src/exports/deck.ts';
import { textsOf } from '../../../src/i18n/texts.ts';
import { pagesOf } from '../../../src/exports/pages.ts';
import { dataOf } from '../../support/deckdata.ts';
import { readSlides } from '../../support/slidefile.ts';
import { cssPalette, stageOfPattani } from '../../support/stage.ts';
import { all } from '../../support/xml.ts';
import { deckCases } from '../../visual/deckblocks.ts';
import { demoDeck } from '../../visual/decks.ts';

const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg',
    'base64',
  ),
);
const options = { palette: cssPalette(), raster: () => Promise.resolve(png) };
const stages = { th: stageOfPattani('th'), en: stageOfPattani('en') };
const made = async (deck: Deck) => readSlides((await pptxFile(deck, options)).bytes);

describe('a presentation', () => {
  it.each(deckCases.flatMap((of) => (['th', 'en'] as const).map((language) => [of, language] as const)))(
    'has every figure of the deck as text: %s, %s',
    async (of, language) => {
      const deck = demoDeck(stages[language], of);
      const { slides } = await made(deck);
      const pages = shownSlides(deck).flatMap((slide) => pagesOf(slide));
      expect(slides).toHaveLength(pages.length);
      pages.forEach((page, at) => {
        const own = slides[at]!;
        const left = [...own.runs];
        for (const block of page.slide.blocks) {
          const shown = dataOf({ slides: [{ ...page.slide, blocks: [block] }] });
          const isEmpty = shown.every(({ datum }) => typeof datum.value !== 'number');
          if (block.kind === 'trend' && isEmpty) {
            expect(own.texts).toContain(textsOf(language).presenting.noPoints);
            continue;
          }
          if (block.kind === 'map' || block.kind === 'trend') {
            const told = own.descriptions.join('\n');
            for (const { datum } of shown) expect(told, `${page.id} ${datum.area}`).toContain(` ${datum.text}`);
            continue;
          }
          // Each figure has a text of its own.
          const written =
            block.kind === 'figures'
              ? block.figures.flatMap(({ datum, change }) => [datum.text, ...(change ? [change.text] : [])])
              : shown.map(({ datum }) => datum.text);
          for (const text of written) {
            expect(left, page.id).toContain(text);
            left.splice(left.indexOf(text), 1);
          }
        }
        // Bars are as long as the figures say, and what is kept small has no length.
        const blocks = page.slide.blocks.filter(({ kind }) => kind === 'bars' || kind === 'trend');
        if (own.charts.length === blocks.length)
          blocks.forEach((block, index) => {
            const wanted =
              block.kind === 'bars'
                ? block.series.map((_, part) => block.rows.map(({ figures }) => figures[part]))
                : block.kind === 'trend'
                  ? block.lines.map(({ figures }) => figures)
                  : [];
            expect(own.charts[index]!.map(({ values }) => values)).toEqual(
              wanted.map((figures) => figures.map((datum) => (typeof datum?.value === 'number' ? datum.value : null))),
            );
          });
        expect(own.texts[0]).toContain(page.slide.title);
        expect(own.notes).toContain(page.slide.notes);
      });
      const charted = slides.flatMap(({ charts }) => charts);
      if (of === 'plain') expect(charted.length).toBeGreaterThan(3);
    },
  );

  it('writes nothing smaller than 18 points on a slide, in the faces of its theme', async () => {
    const { slides, files } = await made(demoDeck(stages.th, 'hard'));
    for (const { root } of slides)
      for (const { attributes } of all(root, 'a:rPr')) expect(Number(attributes.sz)).toBeGreaterThanOrEqual(1800);
    expect(new TextDecoder().decode(files['ppt/theme/theme1.xml'])).toContain('typeface="Sarabun"');
  });

  it('keeps what stands behind a chart as a workbook of the same figures, words where they are protected', async () => {
    const deck = demoDeck(stages.th, 'meeting');
    const { files } = await made(deck);
    const books = Object.keys(files).filter((path) => path.endsWith('.xlsx'));
    expect(books.length).toBeGreaterThan(0);
    const cells = books.flatMap((path) =>
      Object.entries(read(files[path]!).Sheets.data ?? {}).flatMap(([at, cell]) =>
        at.startsWith('!') || /1$/.test(at) === false ? [cell as { v: unknown }] : [],
      ),
    );
    expect(cells.map(({ v }) => v)).toContain('น้อยกว่า 10');
    const shown = new Set(dataOf(deck).map(({ datum }) => datum.value));
    const numbers = cells.map(({ v }) => v).filter((v): v is number => typeof v === 'number' && v < 40_000);
    for (const number of numbers) expect(shown).toContain(number);
  });

  it('names no file where the deck names none, and leaves out what is hidden', async () => {
    const deck = demoDeck(stages.th, 'meeting');
    const hidden = { ...deck.slides[1]!, id: 'hidden', title: 'ไม่ควรเห็น', isHidden: true };
    const file = await pptxFile({ ...deck, slides: [...deck.slides, hidden] }, options);
    const { files } = readSlides(file.bytes);
    const whole = Object.entries(files).map(([path, bytes]) => path + new TextDecoder().decode(bytes));
    expect(whole.join('\n')).not.toMatch(/\.csv|ไม่ควรเห็น/);
    expect(file.name).not.toContain('.csv');
  });

  it('tells how far it is, and stops when it is told to', async () => {
    const deck = demoDeck(stages.th, 'plain');
    const told: string[] = [];
    await pptxFile(deck, { ...options, progress: (done, of) => told.push(`${done}/${of}`) });
    expect(told.at(-1)).toBe(`${told.length}/${told.length}`);
    const stop = new AbortController();
    const stopped = pptxFile(deck, { ...options, signal: stop.signal, progress: () => stop.abort() });
    await expect(stopped).rejects.toThrow('abort');
  });

  it('takes any text, however odd, and stays well-formed', async () => {
    const deck = demoDeck(stages.en, 'plain');
    const odd = 'a<b>&"\u0000\u0008\ud800 ]]> \u2028';
    const [first] = deck.slides;
    const { slides } = await made({
      ...deck,
      title: odd,
      preparedBy: odd,
      slides: [{ ...first!, title: odd, notes: odd }],
    });
    expect(slides[0]!.texts[0]).toBe('a<b>&"\ufffd\ufffd\ufffd ]]> \u2028');
  });
});
