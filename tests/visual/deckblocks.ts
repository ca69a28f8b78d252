/** Owns the blocks of the demo decks: figures, map, bars, trend and table of seeded values on real areas. */
import { shade } from '../../src/areas/shading.ts';
import type { AreaValue } from '../../src/areas/shading.ts';
import type { BarsBlock, FiguresBlock, MapBlock, TableBlock, TrendBlock } from '../../src/exports/deck.ts';
import { legendRows } from '../../src/map/legend.ts';
import { areaCode, type AreaCode, type Level } from '../../src/model/area.ts';
import { dimensions } from '../../src/model/dimension.ts';
import type { Datum } from '../../src/ui/datum.ts';
import { labelsOf, seeded, valuesOf, within, type Stage } from './demo.ts';

/** `plain`: as usual; `hard`: seven digits, very long names, titles of three lines; `meeting`: protected figures. */
export const deckCases = ['plain', 'hard', 'one', 'sixty', 'none', 'meeting'] as const;
export type DeckCase = (typeof deckCases)[number];

const [helpedColor, waitingColor, inkColor] = ['#14665e', '#a63d12', '#57514a'];
const whole = areaCode('94')!;

/** Makes blocks of seeded figures, as hard as the case wants them. */
export function makerOf(stage: Stage, of: DeckCase) {
  const { say, boundaries } = stage;
  const random = seeded(of.length);
  const isHard = of === 'hard';
  const unit = say('ครัวเรือน', 'households');
  const title = say('ยังรอการช่วยเหลือ', 'Still waiting');
  const datum = (value: number, measure: string, area?: AreaCode): Datum => {
    const shown = isHard ? 1_000_000 + value * 731 : value;
    if (of === 'none') return { value: null, text: '–', measure, area };
    if (of === 'meeting' && value % 7 === 0) return { value: null, text: say('ปกปิด', 'hidden'), measure, area };
    if (of === 'meeting' && value % 3 === 0)
      return { value: 'lt10', text: say('น้อยกว่า 10', 'Fewer than 10'), measure, area };
    return { value: shown, text: stage.number(shown), measure, area };
  };
  const some = (most: number): number => 1 + Math.floor(random() * most);
  const nameOf = (code: AreaCode): string =>
    stage.nameOf(code) +
    (isHard ? say('ฝั่งตะวันออกเฉียงเหนือของแม่น้ำสายบุรี', ' on the north-eastern bank of the Sai Buri river') : '');
  const codes = (level: Level, scope: AreaCode): readonly AreaCode[] => {
    const all = within(boundaries[level], scope).features.map(({ properties: { code } }) => code as AreaCode);
    const sixty = within(boundaries.tambon, whole).features.slice(0, 60);
    if (of === 'one') return all.slice(0, 1);
    return of === 'sixty' && scope === whole ? sixty.map(({ properties: { code } }) => code as AreaCode) : all;
  };
  const series = [
    { name: say('ช่วยเหลือแล้ว', 'Helped'), color: helpedColor },
    { name: title, color: waitingColor },
  ];

  return {
    figures(count: number): FiguresBlock {
      const labels = [
        [say('ครัวเรือนเป้าหมาย', 'Listed'), 'ink', 'household.listed'],
        [say('ต้องช่วยเหลือ', 'In need'), 'ink', 'household.need'],
        [say('ช่วยเหลือแล้ว', 'Helped'), 'helped', 'household.helped'],
        [say('ยังรอการช่วยเหลือ', 'Still waiting'), 'waiting', 'household.pending'],
        [say('เร่งด่วนที่ยังรอ', 'Urgent, waiting'), 'danger', 'household.urgent_pending'],
      ] as const;
      return {
        kind: 'figures',
        figures: labels.slice(-count).map(([label, tone, measure], at) => ({
          ...{ label, unit, tone, datum: datum(some(9000), measure) },
          ...(at > 1 && of !== 'none'
            ? {
                change: {
                  datum: datum(at * 100 + 1, measure),
                  text: `−${datum(at * 100 + 1, measure).text} ${say('ตั้งแต่ 10 มิ.ย. 2565', 'since 10 Jun 2022')}`,
                },
              }
            : {}),
        })),
      };
    },
    map(level: Level, scope: AreaCode): MapBlock {
      const shapes = within(boundaries[level], of === 'one' ? areaCode('9410')! : scope);
      const top = level === 'amphoe' ? 1200 : 140;
      const values = new Map<AreaCode, AreaValue>(
        of === 'none' ? [] : valuesOf(shapes, isHard ? 1_234_567 : top, of === 'meeting'),
      );
      const shading = shade({ values, scheme: 'waiting', unit: 'count' });
      const textOf = (code: AreaCode): string => {
        const value = values.get(code) ?? 'no_data';
        return typeof value === 'number' ? stage.number(value) : stage.missingTexts.missing[value];
      };
      return {
        kind: 'map',
        title,
        unit,
        measure: 'household.pending',
        view: {
          ...{
            boundaries,
            level,
            values,
            shading,
            outline: stage.outline,
            scope: of === 'one' ? areaCode('9410')! : scope,
          },
          labels: labelsOf(stage.names, boundaries[level], stage.language),
          ...{ selected: null, hovered: null, marked: new Set<AreaCode>(), classShown: null },
        },
        legend: legendRows(shading, stage.number, 1, stage.missingTexts),
        describe: (code) => ({ title: nameOf(code), lines: [{ label: title, value: textOf(code) }] }),
        figures: codes(level, scope).map((code) => {
          const value = values.get(code);
          return {
            name: nameOf(code),
            datum: {
              value: typeof value === 'number' ? value : null,
              text: textOf(code),
              measure: 'household.pending',
              area: code,
            },
          };
        }),
      };
    },
    bars: (level: Level, scope: AreaCode): BarsBlock => ({
      ...{ kind: 'bars', title, unit, series },
      rows: codes(level, scope)
        .map((code) => ({ name: nameOf(code), code, helped: some(700), waiting: some(900) }))
        .sort((a, b) => b.waiting - a.waiting)
        .map(({ name, code, helped, waiting }) => ({
          name,
          figures: [datum(helped, 'household.helped', code), datum(waiting, 'household.pending', code)],
        })),
    }),
    dimensions: (): BarsBlock => ({
      ...{ kind: 'bars', title: say('รายการปัญหา 5 มิติ', 'Needs in five dimensions'), series },
      unit: say('รายการ', 'needs'),
      rows: dimensions.map(({ id, title: own }, at) => ({
        name: own[stage.language],
        note: say(
          at === 3 || isHard ? 'สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัด และสำนักงานพัฒนาชุมชนจังหวัด' : 'พมจ.',
          at === 3 || isHard
            ? 'Provincial office of social development and human security, with community development'
            : 'PSDHS',
        ),
        figures: [
          { ...datum(some(2000), 'need.helped'), dimension: id },
          { ...datum(some(3000), 'need.pending'), dimension: id },
        ],
      })),
    }),
    trend(): TrendBlock {
      const lines = [
        [say('ต้องช่วยเหลือ', 'In need'), inkColor, [14703, 15342, 15703, 15712, 15720]],
        [say('ช่วยเหลือแล้ว', 'Helped'), helpedColor, [4102, 6332, 7864, 8950, null]],
        [say('ถ้าคงอัตรานี้', 'At this pace'), helpedColor, [null, null, null, 8950, 14_601]],
        [say('ต้องทำให้ได้', 'Required'), waitingColor, [null, null, null, 8950, 15_720]],
      ] as const;
      const isos =
        of === 'one' ? ['2022-06-29'] : ['2022-04-29', '2022-05-30', '2022-06-18', '2022-06-29', '2022-09-30'];
      return {
        ...{ kind: 'trend', unit, title: say('ช่วยเหลือสะสมเทียบกับที่ต้องช่วย', 'Helped so far against the need') },
        dates: isos.map((iso) => ({
          iso,
          text: new Intl.DateTimeFormat(stage.language === 'th' ? 'th-TH' : 'en-GB', {
            ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
          } as Intl.DateTimeFormatOptions).format(new Date(iso)),
        })),
        lines: lines.map(([name, color, values], at) => ({
          ...{ name, color, dashed: at > 1 },
          figures: isos.map((_, on) => {
            const value = values[of === 'one' ? 3 : on];
            return value == null ? null : datum(value, at === 0 ? 'household.need' : 'household.helped');
          }),
        })),
      };
    },
    table(figures: number, level: Level): TableBlock {
      const heads = [
        say('เป้าหมาย', 'Listed'),
        say('ต้องช่วยเหลือ', 'In need'),
        say('ช่วยเหลือแล้ว', 'Helped'),
        say('ช่วยเหลือแล้วบางส่วน', 'Partly helped'),
        say('ยังรอ', 'Waiting'),
        say('เร่งด่วน', 'Urgent'),
        say('เกินศักยภาพพื้นที่', 'Over capacity'),
      ].slice(0, figures);
      return {
        ...{ kind: 'table', unit, title: say('ตัวเลขรายพื้นที่', 'Figures by area') },
        columns: [
          { label: say('พื้นที่', 'Area'), holds: 'words' },
          ...heads.map((label) => ({ label, holds: 'figures' as const })),
        ],
        rows: codes(level, whole).map((code) => [
          nameOf(code),
          ...heads.map(() => datum(some(900), 'household.pending', code)),
        ]),
      };
    },
  };
}
