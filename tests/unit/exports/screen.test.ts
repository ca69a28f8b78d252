/** Proves the files of the screen: numbers as numbers, shares as percents, areas wound and valued, a message that fits a chat. */
import { read } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFile } from '../../../src/exports/csv.ts';
import type { MapBlock, TableBlock } from '../../../src/exports/deck.ts';
import { geoJsonFile } from '../../../src/exports/geojson.ts';
import { messageText, mostLetters, type Message } from '../../../src/exports/linetext.ts';
import { screenBookFile, tableSheet } from '../../../src/exports/screenbook.ts';
import { figureCell } from '../../../src/exports/sheet.ts';
import type { AreaCode } from '../../../src/model/area.ts';
import type { Datum } from '../../../src/ui/datum.ts';
import { stageOfPattani } from '../../support/stage.ts';
import { demoDeck } from '../../visual/decks.ts';

const datum = (value: Datum['value'], text: string, measure = 'household.need'): Datum => ({ value, text, measure });
const share = datum(0.503912, '50.4', 'household.helped_share');

describe('figures in cells', () => {
  it('are numbers, percents, or what the reader sees', () => {
    expect(figureCell(datum(2603, '๒,๖๐๓'))).toBe(2603);
    expect(figureCell(share)).toEqual({ number: 0.503912, as: 'percent' });
    expect(figureCell(datum('lt10', 'น้อยกว่า 10'))).toBe('น้อยกว่า 10');
    expect(figureCell(datum(null, '–'))).toBe('–');
  });

  it('stand in a sheet for each panel, with definitions and what they rest on', async () => {
    const figures = [
      { label: 'ต้องช่วยเหลือ', datum: datum(2603, '2,603'), unit: 'ครัวเรือน', tone: 'ink' as const },
      { label: 'ร้อยละ', datum: share, unit: '%', tone: 'ink' as const },
    ];
    const rows = [['1', '9401', '=cmd|calc', datum('lt10', 'น้อยกว่า 10'), share]] as const;
    const table: TableBlock = {
      ...{ kind: 'table' as const, title: 'อันดับ', unit: '', rows },
      columns: (['ที่', 'รหัส', 'ชื่อ', 'ก', 'ข'] as const).map((label) => ({ label, holds: 'words' as const })),
    };
    const { bytes } = await screenBookFile(
      {
        title: 'ปัตตานี',
        figures: { name: 'ตัวเลข', block: { kind: 'figures', figures } },
        tables: [{ name: 'อันดับ', block: table }],
        definitions: [{ measure: 'household.need', title: 'ต้องช่วยเหลือ', words: 'นับครัวเรือน' }],
        about: [['ตัวกรอง', 'ทั้งหมด']],
      },
      'th',
    );
    const book = read(bytes, { cellNF: true, cellFormula: true });
    expect(book.SheetNames).toEqual(['ตัวเลข', 'อันดับ', 'คำอธิบายตัวเลข', 'เงื่อนไขและที่มา']);
    const { ตัวเลข: first, อันดับ: second } = book.Sheets;
    expect([first!.B2, first!.B3].map((cell) => [cell.t, cell.v, cell.z])).toEqual([
      ['n', 2603, 'General'],
      ['n', 0.503912, '0.0%'],
    ]);
    const { A2, B2, C2, D2, E2 } = second!;
    expect([A2, B2, C2, D2].map((cell) => [cell.t, cell.v])).toEqual([
      ['s', '1'],
      ['s', '9401'],
      ['s', '=cmd|calc'],
      ['s', 'น้อยกว่า 10'],
    ]);
    expect(C2.f).toBeUndefined();
    expect([E2.v, E2.z]).toEqual([0.503912, '0.0%']);
    const text = new TextDecoder().decode(csvFile('อันดับ', tableSheet('อันดับ', table)).bytes);
    expect(text.split('\r\n')[1]).toBe(`1,9401,"'=cmd|calc",น้อยกว่า 10,50.3912%`);
  });
});

describe('areas as GeoJSON', () => {
  const map = demoDeck(stageOfPattani('th'), 'meeting')
    .slides.flatMap(({ blocks }) => blocks)
    .find((block): block is MapBlock => block.kind === 'map')!;
  const file = geoJsonFile('พื้นที่', {
    ...{ view: map.view, measure: map.measure, legend: map.legend, about: { asOf: '29 มิ.ย. 2565' } },
    nameOf: (code) => ({ th: `ไทย ${code}`, en: `English ${code}` }),
    figuresOf: () => ({ 'household.need': null }),
  });
  type Ring = readonly (readonly [number, number])[];
  interface Read {
    readonly type: string;
    readonly features: readonly {
      readonly id: string;
      readonly properties: Readonly<Record<string, unknown>>;
      readonly geometry: { readonly type: string; readonly coordinates: readonly (readonly Ring[])[] };
    }[];
  }
  const read = JSON.parse(new TextDecoder().decode(file.bytes)) as Read;

  it('have codes as text, names in both languages, and null where there is no value', () => {
    expect(file.name).toBe('พื้นที่.geojson');
    expect(read.features.length).toBeGreaterThan(5);
    for (const { id, properties } of read.features) {
      expect(id).toMatch(/^94\d\d$/);
      expect(properties.code).toBe(id);
      const value = map.view.values.get(id as AreaCode) ?? 'no_data';
      expect(properties.value).toBe(typeof value === 'number' ? value : null);
      expect(properties.missing).toBe(typeof value === 'number' ? null : value);
      const row = map.legend.find(({ text }) => text === properties.class);
      expect(row?.color).toBe(map.view.shading.colorOf(value));
    }
  });

  it('run against the clock outside and with it in holes, and close', () => {
    const doubleArea = (ring: Ring): number =>
      ring.reduce((sum, [x, y], at) => {
        const [nextX, nextY] = ring[(at + 1) % ring.length]!;
        return sum + x * nextY - nextX * y;
      }, 0);
    for (const { geometry } of read.features) {
      const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Ring[][];
      for (const rings of polygons)
        rings.forEach((ring, index) => {
          expect(ring.at(-1)).toEqual(ring[0]);
          expect(doubleArea(ring) > 0).toBe(index === 0);
        });
    }
  });
});

describe('the message', () => {
  const message = (more: Partial<Message> = {}): Message => ({
    ...{ where: 'จังหวัดปัตตานี', asOf: '29 มิ.ย. 2565', filters: '', since: '10 มิ.ย. 2565', rounding: null },
    figures: [
      { label: 'ยังรอ', datum: datum(4812, '4,812'), unit: 'ครัวเรือน', change: datum(-412, '412') },
      { label: 'ช่วยแล้ว', datum: datum(50, '50'), unit: '%', change: datum(3, '3') },
      { label: 'เร่งด่วน', datum: datum('lt10', 'น้อยกว่า 10'), unit: 'ครัวเรือน', change: datum('lt10', 'น้อยกว่า 10') },
    ],
    areas: [{ name: 'ยะรัง', rank: '1', datum: datum(1204, '1,204') }],
    areaTitle: 'อำเภอ',
    ...more,
  });

  it('tells figures as they are written, arrows for what rose and fell, and since when', () => {
    const text = messageText(message(), 'th');
    expect(text).toContain('ยังรอ 4,812 ครัวเรือน (▼412)');
    expect(text).toContain('ช่วยแล้ว 50 % (▲3)');
    expect(text).toContain('• เร่งด่วน น้อยกว่า 10 ครัวเรือน\n');
    expect(text).toContain('10 มิ.ย. 2565');
    expect(text).toContain('1. ยะรัง 1,204');
    expect(messageText(message({ figures: [], since: '10 มิ.ย. 2565' }), 'en')).not.toContain('▲');
  });

  it('never grows longer than a chat takes, and keeps its figures and what is to be known of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 300 }), { maxLength: 8 }),
        fc.constantFrom('th', 'en'),
        (names, language) => {
          const areas = names.map((name, at) => ({ name, rank: String(at + 1), datum: datum(at, String(at)) }));
          const text = messageText(message({ areas, rounding: 'ปัดเศษ' }), language);
          expect(text.length).toBeLessThanOrEqual(mostLetters);
          expect(text).toContain('4,812');
          expect(text.endsWith('ปัดเศษ')).toBe(true);
        },
      ),
      { seed: 7 },
    );
  });
});
