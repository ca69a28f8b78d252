/** Owns decks of slides for the eye and for tests: each kind of block, plain and as hard as it gets, on real areas. */
import type { Block, Deck, Slide } from '../../src/exports/deck.ts';
import { areaCode } from '../../src/model/area.ts';
import { makerOf, type DeckCase } from './deckblocks.ts';
import type { Stage } from './demo.ts';

const whole = areaCode('94')!;

export function demoDeck(stage: Stage, of: DeckCase): Deck {
  const { say } = stage;
  const isHard = of === 'hard';
  const make = makerOf(stage, of);
  const sentence = isHard
    ? say(
        'ยังรอการช่วยเหลือ 1,234,567 ครัวเรือน กระจุกอยู่ในสามอำเภอ คือ ยะรัง เมืองปัตตานี และสายบุรี ซึ่งรวมกันเกินครึ่งของทั้งจังหวัด และเพิ่มขึ้นจากรอบก่อนถึงสองเท่าในอำเภอที่อยู่ไกลที่สุดจากศาลากลางจังหวัด',
        'Of all that still wait, 1,234,567 households are in three districts, Yarang, Mueang Pattani and Sai Buri, which together hold more than half of the province, and twice as many as the round before in the farthest',
      )
    : of === 'none'
      ? say('ยังไม่มีข้อมูลของรอบนี้', 'No data for this round yet')
      : say('ยังรอ 4,812 ครัวเรือน กระจุกอยู่ใน 3 อำเภอ', '4,812 households wait, most of them in 3 districts');
  const slide = (id: string, name: string, blocks: readonly Block[], title = sentence): Slide => ({
    ...{ id, name, title, blocks, isHidden: false, layout: id === 'cover' ? 'cover' : 'plain' },
    notes: say(`เล่าเรื่อง${name} แล้วถามนายอำเภอ`, `Tell of ${name.toLowerCase()}, then ask the district chiefs`),
  });
  const [dates, who] = [say('29 มิถุนายน 2565', '29 June 2022 (B.E. 2565)'), say('จังหวัดปัตตานี', 'Pattani')];
  return {
    language: stage.language,
    title: say('การช่วยเหลือครัวเรือนยากจน', 'Help for poor households'),
    province: who,
    asOf: dates,
    filters: say('ครัวเรือนเป้าหมายทั้งหมด ทุกมิติ', 'All target households, all dimensions'),
    preparedBy: say('สำนักงานพัฒนาชุมชนจังหวัด', 'Provincial community development office'),
    fingerprint: '5f'.repeat(32),
    fileName: of === 'meeting' ? null : 'ปัตตานี 29 มิ.ย. 2565.csv',
    rounding: of === 'meeting' ? say('ปัดเศษ ผลรวมอาจไม่เท่ากัน', 'Rounded: sums may differ') : null,
    credit: say(
      'ข้อมูล: สมุดพก · ขอบเขต: กรมแผนที่ทหาร ผ่าน OCHA, CC BY 3.0 IGO',
      'Data: logbook · Boundaries: Royal Thai Survey Department via OCHA, CC BY 3.0 IGO',
    ),
    slides: [
      slide(
        'cover',
        say('ปก', 'Cover'),
        [
          {
            kind: 'words',
            title: '',
            lines: [
              isHard
                ? say(
                    'การประชุมคณะกรรมการศูนย์อำนวยการปฏิบัติการขจัดความยากจนและพัฒนาคนทุกช่วงวัยอย่างยั่งยืนตามหลักปรัชญาของเศรษฐกิจพอเพียงจังหวัดปัตตานี ครั้งที่ 6/2565',
                    'Meeting 6/2022 of the provincial committee for the eradication of poverty and lifelong development under the sufficiency economy philosophy',
                  )
                : say('การประชุม ศจพ.จ. ครั้งที่ 6/2565', 'Provincial committee, meeting 6/2022'),
              say(`ข้อมูล ณ ${dates}`, `As of ${dates}`),
            ],
          },
        ],
        isHard ? sentence : `${say('การช่วยเหลือครัวเรือนยากจน', 'Help for poor households')} ${who}`,
      ),
      slide('situation', say('สถานการณ์', 'Situation'), [make.figures(5)]),
      slide('map', say('แผนที่', 'Map'), [make.map('amphoe', whole)]),
      slide('ranking', say('อันดับอำเภอ', 'Ranking'), [make.bars('amphoe', whole)]),
      slide('dimensions', say('ห้ามิติ', 'Five dimensions'), [make.dimensions()]),
      slide('pace', say('ทันเวลาหรือไม่', 'Pace'), [make.trend()]),
      slide('amphoe-9410', stage.nameOf(areaCode('9410')!), [
        make.figures(3),
        make.map('tambon', areaCode('9410')!),
        make.bars('tambon', areaCode('9410')!),
      ]),
      slide('tambon', say('แผนที่ตำบล', 'Map of tambon'), [make.map('tambon', whole), make.table(4, 'tambon')]),
      slide('decisions', say('ข้อเสนอ', 'Decisions'), [
        {
          kind: 'words',
          title: say('ขอให้ที่ประชุมพิจารณา', 'For decision'),
          isEditable: true,
          lines: Array.from({ length: isHard ? 9 : 3 }, (_, at) =>
            isHard
              ? `${sentence.slice(0, 110)} (${at + 1})`
              : say('ให้ทุกอำเภอสำรวจบ้านที่เหลือภายในสิ้นเดือน', 'Every district surveys the remaining houses by month end'),
          ),
        },
      ]),
      slide('annex', say('ภาคผนวก', 'Annex'), [make.table(isHard ? 7 : 5, 'amphoe')]),
    ],
  };
}
