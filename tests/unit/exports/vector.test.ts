/** Proves pictures as SVG: well-formed, every area in its legend's colour, every figure told, no colour left by its name. */
import { describe, expect, it } from 'vitest';
import type { MapBlock } from '../../../src/exports/deck.ts';
import { boxedSvg, pictureSvg, type Pictured } from '../../../src/exports/vector.ts';
import { wrapped } from '../../../src/exports/wrapping.ts';
import { formatOf } from '../../../src/i18n/format.ts';
import { shownShapes, valueOf } from '../../../src/map/mapview.ts';
import type { AreaCode } from '../../../src/model/area.ts';
import { cssPalette, stageOfPattani } from '../../support/stage.ts';
import { all, parseXml, textIn } from '../../support/xml.ts';
import { deckCases } from '../../visual/deckblocks.ts';
import { demoDeck } from '../../visual/decks.ts';

const stage = stageOfPattani('th');
const manner = { language: 'th', format: formatOf('th'), palette: cssPalette() } as const;
const caption = { title: 'ยังรอ <3 อำเภอ>', subtitle: '29 มิถุนายน 2565', notes: ['ที่มา & เครดิต'] };
const drawable = (of: (typeof deckCases)[number]): readonly Pictured[] =>
  demoDeck(stage, of).slides.flatMap(({ blocks }) =>
    blocks.filter((block): block is Pictured => ['map', 'bars', 'trend'].includes(block.kind)),
  );

describe('pictures', () => {
  it.each(deckCases)('are well-formed, with title, source and legend: %s', (of) => {
    for (const block of drawable(of)) {
      const { svg, size } = pictureSvg(block, caption, manner);
      const root = parseXml(svg);
      const words = all(root, 'text').map(textIn).join('\n');
      expect(root.attributes.viewBox).toBe(`0 0 ${size.width} ${size.height}`);
      expect(words).toContain('ยังรอ <3 อำเภอ>');
      expect(words).toContain('ที่มา & เครดิต');
      expect(svg).not.toContain('var(--');
      expect(svg).not.toContain('NaN');
      if (block.kind === 'map') for (const { text } of block.legend) expect(words.replaceAll('\n', '')).toContain(text);
      if (block.kind === 'bars') {
        const figures = all(root, 'text').filter(({ attributes }) => attributes['data-measure']);
        expect(figures.map(textIn)).toEqual(block.rows.flatMap(({ figures: own }) => own.map(({ text }) => text)));
      }
      const sizes = all(root, 'text').map(({ attributes }) => Number(attributes['font-size'] ?? 99));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(13);
    }
  });

  it('paint each area as the legend says, with north and scale', () => {
    const map = drawable('meeting').find((block): block is MapBlock => block.kind === 'map')!;
    const root = parseXml(boxedSvg(map, { width: 900, height: 500 }, manner).svg);
    const areas = all(root, 'path').filter(({ attributes }) => attributes['data-area']);
    expect(areas.map(({ attributes }) => attributes['data-area'])).toEqual(
      shownShapes(map.view).features.map(({ properties }) => properties.code),
    );
    for (const { attributes } of areas) {
      const value = valueOf(map.view.values, attributes['data-area'] as AreaCode);
      expect(attributes.fill).toBe(map.view.shading.colorOf(value));
      expect(attributes['data-value']).toBe(String(value));
    }
    const marks = all(root, 'g').flatMap(({ attributes }) => attributes['data-mark'] ?? []);
    expect(marks).toEqual(['north', 'scale']);
  });

  it('break Thai between words, never within a number and its unit', () => {
    const text = 'ยังรอการช่วยเหลือ 4,812\u00a0ครัวเรือน กระจุกอยู่ในอำเภอยะรังและอำเภอเมืองปัตตานี';
    const lines = wrapped(text, 24, 260, 'th');
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    expect(lines.some((line) => line.includes('4,812\u00a0ครัวเรือน'))).toBe(true);
    expect(wrapped('', 24, 100, 'th')).toEqual(['']);
  });
});
