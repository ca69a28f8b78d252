/** Tests the cutting of slides into pages: nothing is lost, nothing stands twice, and what stands fits its box. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BarsBlock, Block, Deck, Slide, TableBlock } from '../../../src/exports/deck.ts';
import { longestBar, pagesOf } from '../../../src/exports/pages.ts';
import { barColumns, headHeight, tableColumns, wordHeights } from '../../../src/exports/slidecolumns.ts';
import { footOf, leastText, linesOf, pageWidth, slideUnits, unitsWide } from '../../../src/exports/slidelayout.ts';
import type { Datum } from '../../../src/ui/datum.ts';

const deck: Deck = {
  ...{ language: 'th', title: '', province: 'จังหวัดปัตตานี', asOf: '29 มิถุนายน 2565', filters: '', preparedBy: '' },
  ...{ fingerprint: null, fileName: null, rounding: null, credit: 'ข้อมูล: สมุดพก', slides: [] },
};
const slideOf = (blocks: readonly Block[], title = 'หัวเรื่อง'): Slide => ({
  ...{ id: 'one', name: '', title, notes: '', isHidden: false, layout: 'plain', blocks },
});
const datum = (value: number): Datum => ({ value, text: value.toLocaleString('en'), measure: 'household.need' });

const name = fc.string({ unit: fc.constantFrom(...'กขคงจฉ า ิเแ '), minLength: 1, maxLength: 60 });
const figures = fc.array(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 2, maxLength: 2 });
const bars = fc.array(fc.record({ name, figures }), { maxLength: 80 }).map((rows): BarsBlock => ({
  ...{ kind: 'bars', title: 'แท่ง', unit: 'ครัวเรือน' },
  series: [
    { name: 'ช่วยเหลือแล้ว', color: '#14665e' },
    { name: 'ยังรอ', color: '#a63d12' },
  ],
  rows: rows.map((row) => ({ name: row.name, figures: row.figures.map(datum) })),
}));
const table = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.array(fc.tuple(name, fc.integer({ min: 0, max: 9_999_999 })), { maxLength: 80 }),
  )
  .map(([columns, rows]): TableBlock => ({
    ...{ kind: 'table', title: 'ตาราง', unit: '' },
    columns: [
      { label: 'พื้นที่', holds: 'words' },
      ...Array.from({ length: columns }, (_, at) => ({ label: `ช่อง ${at}`, holds: 'figures' as const })),
    ],
    rows: rows.map(([area, value], row) => [
      area,
      ...Array.from({ length: columns }, (_, at) => datum(value + at + row)),
    ]),
  }));
const words = fc.array(name, { maxLength: 40 }).map((lines): Block => ({ kind: 'words', title: '', lines }));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
/** How tall a block is in a box so wide; a single row may be taller than any page. */
function heightOf(block: Block, width: number): number {
  switch (block.kind) {
    case 'bars': {
      const { headHeight: labels, rowHeights } = barColumns(block, { width, height: 0 });
      return block.rows.length > 1 ? headHeight(block, width) + labels + sum(rowHeights) : 0;
    }
    case 'table': {
      const { headHeight: labels, rowHeights } = tableColumns(block, width);
      return block.rows.length > 1 ? headHeight(block, width) + labels + sum(rowHeights) : 0;
    }
    case 'words':
      return block.lines.length > 1 ? sum(wordHeights(block, width)) : 0;
    default:
      return 0;
  }
}

const rowsOf = (block: Block): number =>
  block.kind === 'words' ? block.lines.length : block.kind === 'bars' || block.kind === 'table' ? block.rows.length : 0;
/** Rows go on where the columns are the same. */
const isSameKind = (one: Block, other: Block): boolean =>
  one.kind !== 'table' || other.kind !== 'table' || isDeepStrictEqual(one.columns, other.columns);

describe('pages', () => {
  test('hold every row of bars once, in their order', () => {
    fc.assert(
      fc.property(bars, (block) => {
        const pages = pagesOf(slideOf([block]));
        const rows = pages.flatMap(({ slide }) => slide.blocks.flatMap((own) => (own.kind === 'bars' ? own.rows : [])));
        expect(rows).toEqual(block.rows);
        expect(pages.map(({ part, parts }) => [part, parts])).toEqual(pages.map((_, at) => [at + 1, pages.length]));
      }),
      { seed: 7, numRuns: 80 },
    );
  });

  test('hold every cell of a table, and repeat only its words', () => {
    fc.assert(
      fc.property(table, (block) => {
        const cells = pagesOf(slideOf([block])).flatMap(({ slide }) =>
          slide.blocks.flatMap((own) => (own.kind === 'table' ? own.rows.map((row) => row.slice(1)) : [])),
        );
        const told = cells.flat().flatMap((cell) => (typeof cell === 'string' ? [] : [cell.value]));
        const all = block.rows.flatMap((row) =>
          row.slice(1).flatMap((cell) => (typeof cell === 'string' ? [] : [cell.value])),
        );
        expect(told.toSorted()).toEqual(all.toSorted());
      }),
      { seed: 8, numRuns: 80 },
    );
  });

  test('have room for what stands on them, and tell how much is still to come', () => {
    fc.assert(
      fc.property(fc.oneof(bars, table, words), fc.constantFrom('สั้น', 'ยาว '.repeat(60)), (block, title) => {
        const pages = pagesOf(slideOf([block], title));
        for (const [at, { slide, layout, more }] of pages.entries()) {
          const [own, box] = [slide.blocks[0]!, layout.blocks[0]!];
          expect(heightOf(own, box.width)).toBeLessThanOrEqual(box.height);
          expect(box.y + box.height).toBeLessThanOrEqual(layout.foot.y);
          expect(layout.foot.y + layout.foot.height).toBeLessThanOrEqual(slideUnits.height);
          const coming = pages.slice(at + 1).filter((page) => isSameKind(page.slide.blocks[0]!, own));
          expect(more[0]).toBe(sum(coming.map((page) => rowsOf(page.slide.blocks[0]!))));
        }
      }),
      { seed: 9, numRuns: 120 },
    );
  });

  test('a map keeps its place where a table beside it goes on', () => {
    const rows = Array.from({ length: 30 }, (_, at) => [`พื้นที่ ${at}`, datum(at)]);
    const long: TableBlock = {
      ...{ kind: 'table', title: 'ตาราง', unit: '', rows },
      columns: [
        { label: 'พื้นที่', holds: 'words' },
        { label: 'จำนวน', holds: 'figures' },
      ],
    };
    const pages = pagesOf(slideOf([{ kind: 'words', title: 'คำ', lines: ['หนึ่ง'] }, long]));
    expect(pages[0]?.slide.blocks.map(({ kind }) => kind)).toEqual(['words', 'table']);
    expect(pages.slice(1).flatMap(({ slide }) => slide.blocks.map(({ kind }) => kind))).not.toContain('words');
    expect(pages[0]?.more[1]).toBe(rows.length - (pages[0]?.slide.blocks[1] as TableBlock).rows.length);
    expect(pages[1]?.layout.blocks[0]?.width).toBeGreaterThan(pages[0]?.layout.blocks[1]?.width ?? 0);
  });

  test('bars of all pages are measured by the longest of them', () => {
    fc.assert(
      fc.property(bars, (block) => {
        const most = Math.max(0, ...block.rows.map((row) => sum(row.figures.map(({ value }) => Number(value)))));
        for (const page of pagesOf(slideOf([block]))) expect(longestBar(page, block)).toBe(most);
      }),
      { seed: 10, numRuns: 30 },
    );
  });
});

describe('bars', () => {
  const note = 'ช่วยแล้ว 50 %';
  const ranking = (count: number): BarsBlock => ({
    ...{ kind: 'bars', title: 'ครัวเรือนที่ยังรอ รายอำเภอ', unit: 'ครัวเรือน', series: [{ name: 'ยังรอ', color: '#a63d12' }] },
    rows: Array.from({ length: count }, (_, at) => ({
      name: at === 12 ? 'ไม่ทราบพื้นที่ย่อย (จังหวัดปัตตานี)' : 'เมืองปัตตานี',
      ...(at === 12 ? {} : { note }),
      figures: [datum(1000 - at)],
    })),
  });
  const title = 'อ.ยะรัง ยังรอมากที่สุด 1,195 ครัวเรือน จากทั้งหมด 7,839 ครัวเรือน';

  test('of twelve districts and what has no place stand on one page', () => {
    expect(pagesOf(slideOf([ranking(13)], title))).toHaveLength(1);
  });
  test('fill the height where they are few, in larger letters, and no farther apart than is read as one', () => {
    const height = 480;
    for (const count of [2, 3, 5, 8, 13]) {
      const { size, rowHeights } = barColumns(ranking(count), { width: 1184, height });
      const taken = sum(rowHeights);
      expect(taken).toBeLessThanOrEqual(height);
      expect(taken, String(count)).toBeGreaterThan(Math.min(height * 0.8, count * 120));
      expect(Math.max(...rowHeights)).toBeLessThanOrEqual(size * 4);
      expect(size).toBeGreaterThanOrEqual(leastText);
    }
    expect(barColumns(ranking(3), { width: 1184, height }).size).toBeGreaterThan(leastText);
  });
  test('that stand elsewhere in full take no second page, and say how many are left', () => {
    const two = [ranking(30), ranking(30)].map((block) => ({ ...block, isOnePage: true }));
    const [page, ...others] = pagesOf(slideOf(two));
    expect(others).toEqual([]);
    page?.slide.blocks.forEach((block, at) => {
      const shown = block.kind === 'bars' ? block.rows.length : 0;
      expect(shown).toBeGreaterThan(5);
      expect(shown + (page.more[at] ?? 0)).toBe(30);
    });
  });
});

test('the foot is one line, whatever the sources are, and always says that figures are rounded', () => {
  const rounding = 'ปัดเศษ ผลรวมอาจไม่เท่ากัน';
  const credit = 'ข้อมูลตัวอย่าง (สมมุติ) · ขอบเขต: กรมแผนที่ทหาร ผ่าน OCHA, CC BY 3.0 IGO และผู้อื่นอีกหลายราย';
  const foot = footOf({ ...deck, rounding, credit });
  expect(linesOf(foot, leastText, slideUnits.width - 96 - pageWidth)).toBe(1);
  expect(foot).toContain(rounding);
  expect(footOf(deck)).toContain(deck.credit);
});

test('words that show where they end are counted line by line, and not one line too many', () => {
  const width = unitsWide('of those in need', leastText) + 1;
  expect(linesOf('of those in need', leastText, width)).toBe(1);
  expect(linesOf('of those in need of those in need', leastText, width)).toBe(2);
  expect(linesOf('of those in need of those in need of', leastText, width)).toBe(3);
  expect(linesOf('m'.repeat(200), leastText, width)).toBeGreaterThan(10);
});
