/** Owns what the gallery shows: its ground and words, seeded values on real areas, and figures for the charts. */
import type { AreaValue } from '../../src/areas/shading.ts';
import { areaCode, type AreaCode } from '../../src/model/area.ts';
import type { Language } from '../../src/model/text.ts';
import type { BurnUp } from '../../src/charts/burnup.ts';
import type { FlowNode } from '../../src/charts/flow.ts';
import type { Step } from '../../src/charts/funnel.ts';
import type { LegendTexts } from '../../src/map/legend.ts';
import type { AreaShapes, Boundaries, MapLabel, MapTexts } from '../../src/map/mapview.ts';

export interface Names {
  readonly th: string;
  readonly en: string;
  readonly point: readonly [number, number];
}

export function namesOf(gazetteer: unknown): Map<AreaCode, Names> {
  const { areas } = gazetteer as { areas: [string, string, string, number, number][] };
  return new Map(areas.map(([code, th, en, lon, lat]) => [areaCode(code)!, { th, en, point: [lon, lat] }]));
}

export function labelsOf(names: ReadonlyMap<AreaCode, Names>, shapes: AreaShapes, language: Language): MapLabel[] {
  return shapes.features.flatMap(({ properties: { code } }) => {
    const name = names.get(code as AreaCode);
    return name ? [{ code: code as AreaCode, text: name[language], point: name.point }] : [];
  });
}

/** Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function valuesOf(shapes: AreaShapes, top: number, gaps: boolean): Map<AreaCode, AreaValue> {
  const random = seeded(94);
  const lacks: AreaValue[] = ['no_data', 'not_loaded', 'not_applicable', 'withheld', 0];
  return new Map(
    shapes.features.map(({ properties: { code } }, index) => {
      const value = Math.round(top * random() ** 2) + 1;
      return [code as AreaCode, gaps && index % 2 === 0 ? lacks[(index / 2) % lacks.length]! : value];
    }),
  );
}

/** The areas of a level within one. */
export function within(shapes: AreaShapes, scope: AreaCode): AreaShapes {
  return { ...shapes, features: shapes.features.filter(({ properties: { code } }) => code.startsWith(scope)) };
}

type Say = (th: string, en: string) => string;

/** What every case stands on. */
export interface Stage {
  readonly boundaries: Boundaries;
  readonly outline: AreaShapes;
  readonly names: ReadonlyMap<AreaCode, Names>;
  readonly language: Language;
  readonly say: Say;
  readonly number: (value: number) => string;
  readonly nameOf: (code: AreaCode) => string;
  readonly credit: string;
  readonly mapTexts: MapTexts;
  readonly missingTexts: LegendTexts;
}

export function stageOf(
  boundaries: Boundaries,
  outline: AreaShapes,
  names: ReadonlyMap<AreaCode, Names>,
  language: Language,
): Stage {
  const say: Say = (th, en) => (language === 'th' ? th : en);
  const format = new Intl.NumberFormat('en');
  return {
    boundaries,
    outline,
    names,
    language,
    say,
    number: (value) => format.format(value),
    nameOf: (code) => names.get(code)?.[language] ?? code,
    credit: say(
      'ขอบเขต: กรมแผนที่ทหาร ผ่าน OCHA (COD-AB Thailand พ.ศ. 2565), CC BY 3.0 IGO; ลดรายละเอียด แก้รหัสและชื่อแล้ว ไม่ใช่แนวเขตทางการ',
      'Boundaries: Royal Thai Survey Department via OCHA (COD-AB Thailand, 2022), CC BY 3.0 IGO; simplified, codes and names corrected. Not an official boundary.',
    ),
    mapTexts: {
      region: say('แผนที่จังหวัดปัตตานี', 'Map of Pattani'),
      zoomIn: say('ขยายเข้า', 'Zoom in'),
      zoomOut: say('ขยายออก', 'Zoom out'),
      reset: say('เห็นทั้งพื้นที่', 'See the whole area'),
      twoFingers: say('ใช้สองนิ้วเลื่อนแผนที่', 'Use two fingers to move the map'),
      lost: say('วาดแผนที่แบบเรียบง่าย', 'The map is drawn in a plainer way'),
      lasso: '',
      keys: '',
    },
    missingTexts: {
      zero: say('ไม่มีครัวเรือน', 'None'),
      missing: {
        no_data: say('ไม่มีข้อมูล', 'No data'),
        not_loaded: say('ยังไม่ได้เปิดไฟล์', 'Not loaded'),
        not_applicable: say('ไม่เกี่ยวข้อง', 'Not applicable'),
        withheld: say('ปกปิด', 'Hidden'),
      },
    },
  };
}

export function burnUpOf(): BurnUp {
  return {
    rounds: [
      { day: 0, need: 14_703, helped: 4_102 },
      { day: 31, need: 15_342, helped: 6_332 },
      { day: 50, need: 15_703, helped: 7_864 },
      { day: 61, need: 15_712, helped: 8_950 },
    ],
    today: 61,
    deadline: 143,
    pace: { helpedPerDay: 76, needPerDay: 8 },
    spread: { quickest: 95, slowest: 60 },
    isRequired: true,
  };
}

export function flowOf(say: Say): {
  readonly before: readonly FlowNode[];
  readonly after: readonly FlowNode[];
  readonly flows: readonly { from: string; to: string; value: number; color: string; title: string; measure: string }[];
} {
  const [waiting, helped, fresh] = [say('ยังรอ', 'Waiting'), say('ช่วยแล้ว', 'Helped'), say('เพิ่มใหม่', 'New')];
  const flow = (from: string, to: string, value: number, color: string) => ({
    ...{ from, to, value, color, measure: 'household.moved' },
    title: `${from} → ${to}: ${value}`,
  });
  const node = (id: string, label: string, text: string): FlowNode => ({ id, label, text });
  return {
    before: [node('helped', helped, '6,332'), node('waiting', waiting, '9,160'), node('new', fresh, '361')],
    after: [node('helped', helped, '7,864'), node('waiting', waiting, '7,989')],
    flows: [
      flow('helped', 'helped', 6_332, 'var(--line)'),
      flow('waiting', 'helped', 1_532, 'var(--helped)'),
      flow('waiting', 'waiting', 7_628, 'var(--line)'),
      flow('new', 'waiting', 361, 'var(--line)'),
    ],
  };
}

export function stepsOf(say: Say): readonly Step[] {
  return [
    { id: 'listed', label: say('เป้าหมาย', 'Listed'), count: 15_703, without: null },
    { id: 'surveyed', label: say('สำรวจแล้ว', 'Surveyed'), count: 14_112, without: null },
    { id: 'planned', label: say('มีแผน', 'Planned'), count: null, without: null },
    { id: 'helped', label: say('ช่วยครบทุกด้าน', 'Helped in all'), count: 7_864, without: 746 },
  ];
}
