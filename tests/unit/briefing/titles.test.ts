/** Sentences over slides: whatever the figures are, exact or rounded, what is read in them is true of the figures. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactly, roundly, unknown, type Quantity } from '../../../src/briefing/quantity.ts';
import {
  classesTitle,
  dimensionsTitle,
  longestTitle,
  paceTitle,
  partTitle,
  rankingTitle,
  situationTitle,
  spreadTitle,
  urgentTitle,
  type Voice,
} from '../../../src/briefing/titles.ts';
import { formatOf } from '../../../src/i18n/format.ts';
import { textsOf } from '../../../src/i18n/texts.ts';
import { forecast } from '../../../src/model/pace.ts';
import { daysBetween, type IsoDate } from '../../../src/model/snapshot.ts';
import type { Language } from '../../../src/model/text.ts';

const voiceOf = (language: Language): Voice => ({ texts: textsOf(language).briefing, format: formatOf(language) });
const languages = ['th', 'en'] as const;

/** A figure as it is, and as one may see it. */
interface Cell {
  readonly raw: number;
  readonly base: 1 | 5 | 10 | 20 | null;
}
const raw = fc.oneof(
  { weight: 2, arbitrary: fc.nat({ max: 12 }) },
  { weight: 3, arbitrary: fc.nat({ max: 400 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 9_999_999 }) },
);
const exact: fc.Arbitrary<Cell> = raw.map((value) => ({ raw: value, base: 1 }));
const rounded: fc.Arbitrary<Cell> = fc.record({ raw, base: fc.constantFrom(5, 10, 20, null) });

const fewer = { th: 'น้อยกว่า 10', en: 'fewer than 10' };
function seen({ raw: value, base }: Cell, language: Language): Quantity {
  const { format, texts } = voiceOf(language);
  if (base === 1) return exactly(value, format.count(value));
  if (base === null) return unknown;
  if (value === 0) return roundly(0, '0');
  if (value < 10) return roundly('small', fewer[language]);
  const shown = Math.max(10, Math.round(value / base) * base);
  return roundly(shown, texts.about(format.count(shown)));
}

const nameOf = (at: number): string =>
  `อ.${String.fromCharCode(0x0e01 + (at % 40))}${'า'.repeat(1 + Math.floor(at / 40))}น`;
const partsOf = (cells: readonly Cell[], language: Language) =>
  cells.map((cell, at) => ({ name: nameOf(at), count: seen(cell, language) }));
const number = (text: string): number => Number(text.replaceAll(',', ''));
const count = '([\\d,]+)';

/** What a reader takes from the sentence. */
const readings = {
  th: {
    waits: new RegExp(`^ยังรอ (?:(ประมาณ\u00a0)?${count}|น้อยกว่า 10)\u00a0ครัวเรือน`),
    halfIn: new RegExp(` กว่าครึ่งกระจุกอยู่ใน ${count}\u00a0อำเภอ$`),
    halfInOne: / กว่าครึ่งอยู่ใน (.+)$/,
    allIn: / ทั้งหมดอยู่ใน (.+)$/,
    spread: new RegExp(` กระจายอยู่ใน ${count}\u00a0อำเภอ$`),
    nobody: /^ไม่มีครัวเรือนที่ยังรอ/,
    unplaced: /ไม่ทราบพื้นที่$/,
    most: /^(.+?) ยังรอมากที่สุด/,
    rank: /มากเป็นอันดับ ([\d,]+)( ร่วม)? ใน|มากที่สุดใน/,
  },
  en: {
    waits: new RegExp(`^(?:(about\u00a0)?${count}|fewer than 10)\u00a0households? still waits?`),
    halfIn: new RegExp(`, more than half of them concentrated in ${count}\u00a0amphoe$`),
    halfInOne: /, more than half of them in (.+)$/,
    allIn: /, all in (.+)$/,
    spread: new RegExp(`, spread over ${count}\u00a0amphoe$`),
    nobody: /^No household is still waiting/,
    unplaced: /area is unknown$/,
    most: /^Most are waiting in (.+?): /,
    rank: /number ([\d,]+)( \(shared\))? of|the most of/,
  },
} as const;

describe.each(languages)('the spread of those who wait, in %s', (language) => {
  const read = readings[language];
  const check = (cells: readonly Cell[], beside: readonly Cell[], isExact: boolean): void => {
    const all = [...cells, ...beside].reduce((sum, cell) => sum + cell.raw, 0);
    const whole = exactly(all, formatOf(language).count(all));
    const told = spreadTitle(
      voiceOf(language),
      whole,
      partsOf(cells, language),
      beside.map((cell) => seen(cell, language)),
      'amphoe',
    );
    expect(told).not.toMatch(/ {2}|undefined|null|NaN|–/);
    const placed = cells.reduce((sum, cell) => sum + cell.raw, 0);
    if (all === 0) return void expect(told).toMatch(read.nobody);
    if (read.unplaced.test(told)) return void expect(placed).toBe(0);
    expect(number(read.waits.exec(told)?.[2] ?? '')).toBe(all);
    const down = cells.map((cell) => cell.raw).sort((a, b) => b - a);
    const of = (name: string | undefined): number => cells[cells.findIndex((_, at) => nameOf(at) === name)]?.raw ?? NaN;
    const halfIn = read.halfIn.exec(told);
    if (halfIn) {
      const few = number(halfIn[1] ?? '');
      expect(few * 3).toBeLessThanOrEqual(cells.length);
      const sum = (most: number): number => down.slice(0, most).reduce((total, one) => total + one, 0);
      expect(sum(few) * 2).toBeGreaterThan(all);
      if (isExact) expect(sum(few - 1) * 2).toBeLessThanOrEqual(all);
    } else if (read.allIn.test(told)) expect(of(read.allIn.exec(told)?.[1])).toBe(all);
    else if (read.halfInOne.test(told)) expect(of(read.halfInOne.exec(told)?.[1]) * 2).toBeGreaterThan(all);
    else if (read.spread.test(told)) {
      expect(number(read.spread.exec(told)?.[1] ?? '')).toBe(cells.filter((cell) => cell.raw > 0).length);
      expect(placed).toBe(all);
    } else expect(told).toBe(read.waits.exec(told)?.[0]);
  };
  it('is true of exact figures, and said as narrowly as it can be', () => {
    fc.assert(
      fc.property(
        fc.array(exact, { maxLength: 60 }),
        fc.array(exact, { maxLength: 1 }),
        (cells, beside) => void check(cells, beside, true),
      ),
    );
  });
  it('says it wherever it is sure, of exact figures and of rounded ones', () => {
    const voice = voiceOf(language);
    const { texts } = voice;
    const said = (base: Cell['base'], ...values: readonly number[]): string => {
      const all = values.reduce((sum, one) => sum + one, 0);
      const parts = partsOf(
        values.map((value) => ({ raw: value, base })),
        language,
      );
      return spreadTitle(voice, exactly(all, String(all)), parts, [], 'amphoe');
    };
    for (const base of [1, 10] as const) {
      expect(said(base, 100, 20, 20)).toBe(texts.halfInOne(texts.waiting('140'), nameOf(0)));
      expect(said(base, 100, 100, 20, 20, 20, 20)).toBe(texts.halfIn(texts.waiting('280'), texts.parts('2', 'amphoe')));
      expect(said(base, 20, 20, 20)).toBe(texts.spread(texts.waiting('60'), texts.parts('3', 'amphoe')));
      expect(said(base, 20)).toBe(texts.allIn(texts.waiting('20'), nameOf(0)));
    }
  });
  it('calls half no more than half', () => {
    const { texts } = voiceOf(language);
    const cells = [5, 5, 2, 2, 2, 2, 2].map((value): Cell => ({ raw: value, base: 1 }));
    const told = spreadTitle(voiceOf(language), exactly(20, '20'), partsOf(cells, language), [], 'amphoe');
    expect(told).toBe(texts.spread(texts.waiting('20'), texts.parts('7', 'amphoe')));
  });
  it('is true of what lies behind rounded figures', () => {
    fc.assert(
      fc.property(
        fc.array(rounded, { maxLength: 60 }),
        fc.array(rounded, { maxLength: 1 }),
        (cells, beside) => void check(cells, beside, false),
      ),
    );
  });
});

describe.each(languages)('who has the most, in %s', (language) => {
  const voice = voiceOf(language);
  const read = readings[language];
  it.each([
    ['exact', exact],
    ['rounded', rounded],
  ] as const)('is who has the most behind %s figures', (_, cell) => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 60 }), (cells) => {
        const told = rankingTitle(voice, partsOf(cells, language), [], 'amphoe');
        const most = Math.max(...cells.map((one) => one.raw));
        const first = cells.flatMap((one, at) => (one.raw === most ? nameOf(at) : []));
        if (most === 0 && cells.every(({ base }) => base !== null)) return void expect(told).toMatch(read.nobody);
        const named = read.most.exec(told)?.[1];
        if (named === undefined) return void expect(told).toBe(voice.texts.byArea('amphoe'));
        if (/^\d/.test(named)) expect(number(named.split('\u00a0')[0] ?? '')).toBe(first.length);
        else expect(named).toBe(voice.format.list(first));
        if (cells.every(({ base }) => base === 1)) expect(told).toContain(voice.format.count(most));
      }),
    );
  });
  it('is told of rounded figures that lie apart, and so is its rank', () => {
    const cells = [400, 1000, 200].map((value): Cell => ({ raw: value, base: 10 }));
    const all = partsOf(cells, language);
    const shown = voice.texts.about(voice.format.count(1000));
    expect(rankingTitle(voice, all, [], 'amphoe')).toBe(voice.texts.most(nameOf(1), voice.texts.households(shown)));
    const some = exactly(1, '1');
    const told = partTitle(voice, {
      ...{ name: nameOf(0), listed: some, need: some, pending: all[0]!.count, level: 'amphoe', isChosen: false },
      all: all.map((one) => one.count),
    });
    expect(told).toContain(voice.texts.rank('2', voice.texts.parts('3', 'amphoe')));
  });
  it.each([
    ['exact', exact],
    ['rounded', rounded],
  ] as const)('and its rank among all is told where it is sure, of %s figures', (_, cell) => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 30 }), (cells) => {
        const all = partsOf(cells, language);
        const [own] = all;
        const [me] = cells;
        if (!own || !me) return;
        const some = exactly(1, '1');
        const told = partTitle(voice, {
          ...{ name: own.name, listed: some, need: some, pending: own.count, level: 'amphoe', isChosen: false },
          all: all.map((one) => one.count),
        });
        const above = cells.filter((one) => one.raw > me.raw).length;
        const alike = cells.filter((one) => one.raw === me.raw).length;
        const rank = read.rank.exec(told);
        if (!rank) {
          // Of exact figures it is always told where somebody waits.
          if (cells.every(({ base }) => base === 1) && cells.length > 1) expect(me.raw).toBe(0);
          return;
        }
        expect(number(rank[1] ?? '1')).toBe(above + 1);
        expect(rank[2] !== undefined).toBe(alike > 1);
        expect(told).toContain(voice.texts.parts(voice.format.count(cells.length), 'amphoe'));
      }),
    );
  });
});

describe.each(languages)('the situation, in %s', (language) => {
  const voice = voiceOf(language);
  const shares = { th: /ช่วยแล้วร้อยละ\u00a0([\d.]+)/, en: /([\d.]+)\u00a0% helped/ }[language];
  it('tells share, those who wait and the days left as they are', () => {
    fc.assert(
      fc.property(raw, raw, fc.integer({ min: -400, max: 400 }), (helped, pending, daysLeft) => {
        const of = (value: number): Quantity => exactly(value, voice.format.count(value));
        const need = helped + pending;
        const share = need > 0 ? helped / need : null;
        const told = situationTitle(voice, {
          ...{ listed: of(need + 1), need: of(need), helped: of(helped), pending: of(pending) },
          ...{ share, daysLeft, isChosen: false },
        });
        const { texts } = voice;
        if (need === 0) return void expect(told).toBe(texts.noNeed);
        if (pending === 0) return void expect(told).toBe(texts.allHelped(voice.format.count(helped)));
        expect(told).toContain(texts.waiting(voice.format.count(pending)));
        expect(told.includes(texts.noneHelped)).toBe(helped === 0);
        const percent = shares.exec(told)?.[1];
        if (percent !== undefined) expect(Math.abs(Number(percent) - (100 * helped) / need)).toBeLessThanOrEqual(0.1);
        if (told.startsWith(texts.half)) expect(helped).toBe(pending);
        if (told.startsWith(texts.aboutHalf)) expect(Math.abs(helped - pending) / need).toBeLessThanOrEqual(0.03);
        const days = voice.format.count(Math.abs(daysLeft));
        const left = daysLeft > 0 ? texts.daysLeft(days) : daysLeft < 0 ? texts.pastDue(days) : texts.dueToday;
        expect(told.endsWith(left)).toBe(true);
      }),
    );
  });
  it('calls a half a half, what is near it about one, and the rest by its percent', () => {
    const { texts } = voice;
    const begins = (helped: number): string => {
      const [need, done, pending] = [200, helped, 200 - helped].map((one) => exactly(one, String(one))) as [
        Quantity,
        Quantity,
        Quantity,
      ];
      const told = { listed: need, need, helped: done, pending, share: helped / 200, daysLeft: 9, isChosen: false };
      const title = situationTitle(voice, told);
      return [texts.half, texts.aboutHalf, texts.share(voice.format.percent(helped / 200))].find((one) =>
        title.startsWith(texts.join([one, texts.waiting(String(200 - helped))])),
      )!;
    };
    expect([100, 102, 98, 104, 96].map(begins)).toEqual([
      ...[texts.half, texts.aboutHalf, texts.aboutHalf],
      ...[0.52, 0.48].map((share) => texts.share(voice.format.percent(share))),
    ]);
  });
  it('says nothing of who waits where a filter chose them, and nothing of what is withheld', () => {
    const some = exactly(312, '312');
    const chosen = { listed: some, need: some, helped: exactly(0, '0'), pending: some, share: null, daysLeft: 9 };
    expect(situationTitle(voice, { ...chosen, isChosen: true })).toBe(voice.texts.counted('312'));
    const told = situationTitle(voice, { ...chosen, helped: some, pending: unknown, isChosen: false });
    expect(told).toBe(voice.texts.untold);
  });
});

describe.each(languages)('the pace, in %s', (language) => {
  const voice = voiceOf(language);
  const standing = fc.record({ need: fc.nat({ max: 5000 }), helped: fc.nat({ max: 5000 }) });
  const dates = ['2022-04-10', '2022-05-10', '2022-06-10', '2022-06-29'] as IsoDate[];
  it('is late, in time or never as the forecast’s own day says', () => {
    fc.assert(
      fc.property(fc.array(standing, { minLength: 1, maxLength: 4 }), (drawn) => {
        const rounds = drawn.map(({ need, helped }, at) => ({
          asOf: dates[at] as IsoDate,
          ...{ need, helped: Math.min(need, helped) },
        }));
        const [today, deadline] = [rounds.at(-1)?.asOf as IsoDate, '2022-09-30' as IsoDate];
        const of = forecast(rounds, { today, deadline });
        const told = paceTitle(voice, of, deadline, today);
        const { pace } = voice.texts;
        const last = rounds.at(-1);
        const left = (last?.need ?? 0) - (last?.helped ?? 0);
        if (left === 0) expect(told).toBe(pace.finished(voice.format.date(today)));
        else if (rounds.length === 1) expect(told).toBe(pace.alone(voice.format.dayMonth(deadline)));
        else if (of.finish) {
          const late = daysBetween(deadline, of.finish);
          expect(told).toContain(late === 0 ? voice.format.dayMonth(deadline) : voice.format.count(Math.abs(late)));
          expect(told === pace.late(voice.format.count(late))).toBe(late > 0);
        } else expect([pace.backwards, pace.still('50')]).toContain(told);
      }),
    );
  });
});

describe.each(languages)('the rest, in %s', (language) => {
  const voice = voiceOf(language);
  const q = (value: number): Quantity => exactly(value, voice.format.count(value));
  it('names the dimension and the class that lead, ties among them, and none where none waits', () => {
    const rows = (...values: readonly number[]) => values.map((value, at) => ({ name: `D${at}`, count: q(value) }));
    expect(dimensionsTitle(voice, rows(3, 9, 1), false)).toBe(voice.texts.dimension.most('D1', voice.texts.needs('9')));
    expect(dimensionsTitle(voice, rows(9, 9, 1), false)).toContain(voice.format.list(['D0', 'D1']));
    expect(dimensionsTitle(voice, rows(0, 0), false)).toBe(voice.texts.dimension.nobody);
    expect(dimensionsTitle(voice, rows(3, 9), true)).toBe(voice.texts.dimension.counted);
    expect(classesTitle(voice, rows(5, 2, 0), q(7), false)).toContain(voice.texts.class.unclassified('7'));
    expect(classesTitle(voice, rows(0, 0, 0), q(0), false)).toBe(voice.texts.class.nobody);
  });
  it('tells urgent and unsent apart, and what is not told is left out', () => {
    const { urgent } = voice.texts;
    expect(urgentTitle(voice, q(0), q(0))).toBe(voice.texts.join([urgent.none, urgent.noUnsent]));
    expect(urgentTitle(voice, q(118), unknown)).toBe(urgent.some('118'));
    expect(urgentTitle(voice, unknown, unknown)).toBe(urgent.untold);
  });
  it('tells of those whose time is known alone', () => {
    expect(longestTitle(voice, { pending: 9, known: 0, long: 0 })).toBe(voice.texts.longest.unknown);
    expect(longestTitle(voice, { pending: 9, known: 5, long: 0 })).toBe(voice.texts.longest.none('5', '90'));
    expect(longestTitle(voice, { pending: 9, known: 5, long: 2 })).toBe(voice.texts.longest.some('2', '5', '90'));
    expect(longestTitle(voice, { pending: 0, known: 0, long: 0 })).toBe(voice.texts.nobodyWaits);
  });
});
