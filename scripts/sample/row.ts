/** Owns how a household is written in a round's file: the cells of its row, with the spellings that officials use. */
import type { Chance } from './chance.ts';
import type { ProvincePlan, Round } from './plans.ts';
import { plannedOf, teamsOf } from './planned.ts';
import type { Household } from './population.ts';
import type { Standing } from './standing.ts';
import * as words from './words.ts';

const dayMs = 86_400_000;

/** The cells between ลำดับ and the end, in the order of `words.headers`. */
export function cellsOf(
  household: Household,
  standing: Standing,
  round: number,
  plan: ProvincePlan,
  province: string,
): string[] {
  const { chance } = household;
  const asOf = (plan.rounds[round] as { asOf: string }).asOf;
  return [
    '2565',
    slashed(asOf),
    household.houseCode,
    chance.pick('prefix', words.prefixes),
    chance.pick('given', words.givenNames),
    chance.pick('surname', words.surnames),
    ...addressOf(household, province),
    ...membersOf(household),
    ...visitOf(household, standing, plan),
    ...dimensionsOf(household, standing, plan),
    ...fourOf(chance, standing),
    chance.weigh(`word.${standing.stage}`, words.stageWords[standing.stage]),
    household.urgent ? 'เร่งด่วน' : 'ไม่เร่งด่วน',
    household.overCapacity && standing.stage !== 'waiting' ? 'ใช่' : '',
    ...helpOf(household, standing, plan),
    ...plannedOf(household, round, plan),
    ...teamsOf(household),
    recordedOn(household, round, plan),
    household.joins > 0 ? 'เพิ่มใหม่ (ภาคสนาม)' : 'มีในระบบ (นำเข้า)',
    standing.reopened ? words.reopenedNote : chance.hit('note', 0.04) ? chance.weigh('noteText', words.notes) : '',
  ];
}

/** บ้านเลขที่ … จังหวัด */
function addressOf({ chance, place, moo, blemish }: Household, province: string): string[] {
  const number = `${chance.whole('number', 1, 260)}${chance.hit('fraction', 0.3) ? `/${chance.whole('part', 1, 9)}` : ''}`;
  const village = words.villages[(Number(place.code) + moo) % words.villages.length] as string;
  const amphoeShort = place.amphoeName.startsWith('เมือง') && chance.hit('short', 0.06) ? 'เมือง' : place.amphoeName;
  const amphoe = `${chance.weigh('amphoe', [
    ['', 95],
    ['อ.', 3],
    ['อำเภอ', 2],
  ])}${amphoeShort}`;
  const tambon = place.municipal
    ? place.name
    : `${chance.weigh('tambon', [
        ['', 96],
        ['ต.', 3],
        ['ตำบล', 1],
      ])}${place.name}`;
  const byBlemish: Record<string, readonly [code: string, tambon: string, amphoe: string]> = {
    tambonBlank: ['', '', amphoe],
    codeBlank: ['', `ต.${place.name}`, amphoe],
    misspelt: ['', words.misspellings[place.name] ?? '', amphoe],
    amphoeBlank: ['', '', ''],
    codeUnknown: [`${place.code.slice(0, 2)}9901`, '', ''],
  };
  return [
    chance.hit('thaiNumber', 0.03) ? thaiDigits(number) : number,
    place.municipal
      ? ''
      : chance.weigh('mooStyle', [
          [String(moo), 90],
          [thaiDigits(String(moo)), 4],
          [`หมู่ ${thaiDigits(String(moo))}`, 3],
          [`ม.${moo}`, 3],
        ]),
    chance.hit('village', 0.6) ? `${place.municipal ? 'ชุมชน' : 'บ้าน'}${village}` : '',
    ...(blemish === null ? [place.code, tambon, amphoe] : (byBlemish[blemish] as readonly string[])),
    `${chance.weigh('province', [
      ['', 97],
      ['จ.', 2],
      ['จังหวัด', 1],
    ])}${province}`,
  ];
}

/** จำนวนสมาชิก … ผู้ป่วยติดเตียง */
function membersOf({ chance, bedridden }: Household): string[] {
  const persons = chance.weigh('persons', [
    [1, 9],
    [2, 16],
    [3, 20],
    [4, 21],
    [5, 15],
    [6, 10],
    [7, 5],
    [8, 4],
  ]);
  const child = Math.min(
    persons - 1,
    chance.weigh('child', [
      [0, 45],
      [1, 28],
      [2, 18],
      [3, 9],
    ]),
  );
  const elderly = Math.min(
    persons - child,
    chance.weigh('elderly', [
      [0, 52],
      [1, 34],
      [2, 14],
    ]),
  );
  const disabled = chance.hit('disabled', 0.11) ? 1 : 0;
  const style = chance.weigh('personsStyle', [
    ['plain', 95],
    ['thai', 3],
    ['unit', 2],
  ]);
  return [
    style === 'thai' ? thaiDigits(String(persons)) : style === 'unit' ? `${persons} คน` : String(persons),
    ...[child, elderly, disabled, bedridden ? 1 : 0].map(String),
  ];
}

/** สถานะการสำรวจ, วันที่สำรวจ, ประเภทครัวเรือน */
function visitOf({ chance, joins }: Household, standing: Standing, plan: ProvincePlan): string[] {
  const surveyed = standing.visit === 'surveyed';
  const classed = surveyed && chance.hit('classed', 0.985);
  return [
    words.visitWords[standing.visit],
    surveyed ? dateIn(Math.max(standing.visitedSince, joins), 'surveyDay', chance, plan) : '',
    classed ? classOf(chance, standing) : '',
  ];
}

/** Who needs no help is self-reliant; who still waits for it is not. */
function classOf(chance: Chance, { stage }: Standing): string {
  if (stage === 'no_need') return words.selfReliant;
  const drawn = chance.weigh('class', words.classWords);
  return stage === 'waiting' && drawn === words.selfReliant ? 'พัฒนาได้' : drawn;
}

/** The five marks; where a household is helped in part, each need says for itself how it stands. */
function dimensionsOf({ chance, dimensions }: Household, standing: Standing, plan: ProvincePlan): string[] {
  const { needed, notNeeded } = plan.dimensionMark;
  const own = standing.stage === 'partly_helped' && dimensions.length > 1;
  const pending = chance.pick('pendingNeed', ['ยังรอการช่วยเหลือ', 'อยู่ระหว่างดำเนินการ']);
  return [0, 1, 2, 3, 4].map((dimension) => {
    const at = dimensions.indexOf(dimension);
    if (at < 0) return notNeeded;
    if (!own) return needed;
    const helped = at === 0 || (at < dimensions.length - 1 && chance.hit(`helped${dimension}`, 0.5));
    return helped ? 'ช่วยเหลือแล้ว' : pending;
  });
}

/** หลัก 4 ท: written down by those who visit, and not always in full. */
function fourOf(chance: Chance, standing: Standing): string[] {
  return [words.attitudes, words.skills, words.resources, words.solutions].map((options, index) => {
    if (standing.visit !== 'surveyed' || !chance.hit(`four${index}`, 0.4)) return '';
    const first = chance.pick(`four${index}a`, options);
    const second = chance.pick(`four${index}b`, options);
    if (first === second || !chance.hit(`four${index}two`, 0.05)) return first;
    return `${first}${chance.pick(`four${index}comma`, [', ', ' ,'])}${second}`;
  });
}

/** หน่วยงานที่ช่วยเหลือ, กิจกรรมที่ช่วยเหลือ, วันที่ช่วยเหลือ, งบประมาณ */
function helpOf({ chance, dimensions, place }: Household, standing: Standing, plan: ProvincePlan): string[] {
  if (!['helped', 'partly_helped', 'in_progress'].includes(standing.stage)) return ['', '', '', ''];
  const { agencies, activities } = words.help[dimensions[0] ?? 3] as (typeof words.help)[number];
  const agency = chance.weigh('agency', agencies);
  const amount = chance.pick('amount', words.amountsBaht);
  const grouped = String(amount).replace(/(\d)(\d{3})$/, '$1,$2');
  return [
    place.municipal && agency === 'อบต.' ? 'เทศบาล' : agency,
    chance.pick('activity', activities),
    chance.hit('undated', 0.015) ? '' : dateIn(standing.since, `${standing.stage}Day`, chance, plan),
    chance.weigh('amountStyle', [
      ['', 45],
      [grouped, 35],
      [String(amount), 10],
      [`${thaiDigits(grouped)} บาท`, 6],
      [`${grouped} บาท`, 4],
    ]),
  ];
}

/** วันที่บันทึก: in the last days before the round; long before where the amphoe has not brought its records up to date. */
function recordedOn({ chance, place }: Household, round: number, plan: ProvincePlan): string {
  const { asOf, stale } = plan.rounds[round] as Round;
  const isStale = stale?.includes(place.amphoe) ?? false;
  const last = isStale ? (plan.rounds[round - 1] as Round).asOf : asOf;
  return slashed(daysBefore(last, chance.whole(`recorded${round}`, 0, 9)));
}

/** A day after the round before and before the round's own as-of date, written in one of the ways met. */
function dateIn(round: number, label: string, chance: Chance, plan: ProvincePlan): string {
  const end = Date.parse((plan.rounds[round] as { asOf: string }).asOf);
  const start = round === 0 ? end - 120 * dayMs : Date.parse((plan.rounds[round - 1] as { asOf: string }).asOf);
  const iso = new Date(start + chance.whole(label, 0, (end - start) / dayMs - 1) * dayMs).toISOString().slice(0, 10);
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const named = `${day} ${words.monthsShort[month - 1]}`;
  return chance.weigh(`${label}Style`, [
    [slashed(iso), 74],
    [`${day}/${month}/${(year + 543) % 100}`, 10],
    [`${named} ${(year + 543) % 100}`, 7],
    [`${named} ${year + 543}`, 5],
    [thaiDigits(`${named} ${year + 543}`), 3],
    [iso, 1],
  ]);
}

function daysBefore(iso: string, days: number): string {
  return new Date(Date.parse(iso) - days * dayMs).toISOString().slice(0, 10);
}

/** `2022-06-29` → `29/06/2565` */
function slashed(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${day}/${month}/${Number(year) + 543}`;
}

function thaiDigits(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
}
