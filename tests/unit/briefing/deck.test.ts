/** Decks of one area, of sixty, of none, of millions and of very long names: whole, well written, and as the reader edited them. */
import { describe, expect, it } from 'vitest';
import { changeOf } from '../../../src/briefing/changes.ts';
import { decisionsWritten } from '../../../src/briefing/decisions.ts';
import { deckOf, editedProvince } from '../../../src/briefing/deck.ts';
import { templateIds } from '../../../src/briefing/templates.ts';
import type { Deck } from '../../../src/exports/deck.ts';
import { footOf } from '../../../src/exports/slidelayout.ts';
import { toldValue } from '../../../src/map/mapview.ts';
import type { AreaCode } from '../../../src/model/area.ts';
import { dimensions } from '../../../src/model/dimension.ts';
import { fingerprint } from '../../../src/model/fingerprint.ts';
import { smallCount } from '../../../src/model/protection.ts';
import type { IsoDate } from '../../../src/model/snapshot.ts';
import { zeroFigures } from '../../../src/queries/figures.ts';
import { Briefed } from '../../../src/state/briefed.svelte.ts';
import { noEdits, type Edits } from '../../../src/state/briefedits.svelte.ts';
import type { Dashboard } from '../../../src/state/dashboard.svelte.ts';
import type { Entry } from '../../../src/state/entry.ts';
import { dashboardOn, settled } from '../../support/briefed.ts';
import { dataOf } from '../../support/deckdata.ts';
import { gazetteer } from '../areas/files.ts';

const entry = (number: number, asOf: string): Entry => ({
  ...{ number, sample: null, receipt: null },
  snapshot: { province: '94' as AreaCode, asOf: asOf as IsoDate },
});
interface Case {
  /** Still waiting in each amphoe. */
  readonly waiting: readonly number[];
  readonly search?: string;
  readonly names?: 'long';
  readonly rounds?: readonly string[];
}

type Row = Readonly<Record<string, number | null>>;
const rowsOf = (all: readonly Row[]) => ({
  length: all.length,
  columns: Object.fromEntries(Object.keys(all[0] ?? {}).map((name) => [name, all.map((row) => row[name] ?? null)])),
});
/** As many helped as wait. */
const figuresOf = (waiting: number): Row => ({
  ...zeroFigures,
  'household.listed': waiting * 2,
  'household.need': waiting * 2,
  'household.helped': waiting,
  'household.pending': waiting,
  'household.helped_share': waiting > 0 ? 0.5 : null,
  'need.count': waiting * 2,
  'need.helped': waiting,
  'need.pending': waiting,
});

async function deckAt({ waiting, search = '', names, rounds = ['2022-06-29'] }: Case) {
  const long = { th: 'ฝั่งตะวันออกเฉียงเหนือของแม่น้ำสายบุรีตอนบน', en: ' on the upper north-eastern bank of the Sai Buri' };
  const named: typeof gazetteer = {
    ...gazetteer,
    fullName: (code, language) => gazetteer.fullName(code, language) + long[language],
  };
  let asked = 0;
  const dashboard = await dashboardOn({
    gazetteer: names === 'long' ? named : gazetteer,
    entries: rounds.map((asOf, at) => entry(at + 1, asOf)),
    search: `?at=94.${rounds.at(-1)}${search}`,
    answer: ({ area, level }) => {
      asked += 1;
      const numbers = waiting.map((_, at) => 940_000 + (at + 1) * 100);
      const shown = area === '94' ? numbers : numbers.filter((number) => String(number).startsWith(area));
      const all = shown.reduce((sum, number) => sum + (waiting[(number - 940_000) / 100 - 1] ?? 0), 0);
      const areas = shown.map((number) => ({
        area: level === 'tambon' ? number + 1 : number,
        ...figuresOf(waiting[(number - 940_000) / 100 - 1] ?? 0),
      }));
      return Promise.resolve({
        figures: rowsOf([{ everything: 0, ...figuresOf(all) }]),
        areas: rowsOf(areas),
        classes: rowsOf([{ class: 1, ...figuresOf(all) }]),
        matrix: rowsOf(dimensions.slice(0, 5).map((_, code) => ({ dimension: code, ...figuresOf(all) }))),
        places: rowsOf([]),
      });
    },
  });
  const briefed = new Briefed(() => dashboard);
  dashboard.ask();
  briefed.ask();
  await settled(() => briefed.pending || dashboard.stale);
  expect(briefed.error).toBeNull();
  const { facts } = briefed;
  if (!facts) throw new Error('no facts');
  const deck = (edits: Edits = noEdits, options = {}): Deck => deckOf(dashboard, facts, edits, options);
  return { dashboard, facts, deck, asked: () => asked };
}
const slideOf = ({ slides }: Deck, id: string) => slides.find((slide) => slide.id === id);
const titleOf = (deck: Deck, id: string): string => slideOf(deck, id)?.title ?? '';

const cases: Readonly<Record<string, Case>> = {
  one: { waiting: [7] },
  twelve: { waiting: [900, 800, 700, 10, 10, 10, 10, 10, 10, 10, 10, 0] },
  sixty: { waiting: Array.from({ length: 60 }, (_, at) => at) },
  none: { waiting: [0, 0, 0] },
  millions: { waiting: [1_234_567, 7_654_321] },
  long: { waiting: [5, 5], names: 'long' },
  rounds: { waiting: [5, 9, 2], rounds: ['2022-05-10', '2022-06-10', '2022-06-29'] },
  chosen: { waiting: [5, 9], search: '&status=waiting' },
};

it('are not made anew when another slide is looked at', async () => {
  const { dashboard, deck } = await deckAt(cases.twelve!);
  Object.defineProperty(dashboard.view.current, 'slide', {
    enumerable: true,
    get: () => expect.unreachable('a deck hangs on the slide in sight'),
  });
  expect(deck().slides.length).toBeGreaterThan(12);
});

describe.each(['th', 'en'])('decks, in %s', (language) => {
  it.each(Object.entries(cases))('are whole and well written: %s', async (_, drawn) => {
    const { deck: make } = await deckAt({ ...drawn, search: `&lang=${language}${drawn.search ?? ''}` });
    const deck = make();
    const ids = deck.slides.map(({ id }) => id);
    expect(ids).toContain('view');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.startsWith('amphoe-'))).toHaveLength(drawn.waiting.length);
    const told = deck.slides.flatMap(({ id, name, title, blocks }) => [
      ...[id, name, title],
      ...blocks.flatMap((block) => (block.kind === 'words' ? block.lines : [])),
    ]);
    for (const text of [...told, deck.title, deck.province, deck.filters, deck.credit]) {
      expect(text).not.toMatch(/undefined|null|NaN| {2}|^\s|\s$/);
      // A number keeps its unit beside it.
      expect(text).not.toMatch(/[\d๐-๙] (ครัวเรือน|รายการ|วัน|อำเภอ|households?|needs?|days?|amphoe)/);
      expect(text).not.toMatch(/[ก-๙]ๆ|ๆ[ก-๙]/);
      if (language === 'en') expect(text).not.toMatch(/[ก-๙]{4}/);
    }
    for (const slide of deck.slides) {
      expect(slide.id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(slide.name && slide.title).not.toBe('');
      expect(slide.blocks.length).toBeLessThanOrEqual(3);
      for (const block of slide.blocks) {
        if (block.kind === 'figures') expect(block.figures.length).toBeLessThanOrEqual(5);
        if ('series' in block) for (const { color } of block.series) expect(color).toMatch(/^#[0-9a-f]{6}$/);
      }
    }
    for (const { datum } of dataOf(deck)) expect(datum.text).not.toBe('');
    expect(deck.credit.length).toBeLessThan(110);
  });
});

describe('titles of a deck', () => {
  it('say where those who wait are, in one area, in few, or spread', async () => {
    expect(titleOf((await deckAt(cases.twelve as Case)).deck(), 'map')).toBe(
      'ยังรอ 2,480\u00a0ครัวเรือน กว่าครึ่งกระจุกอยู่ใน 2\u00a0อำเภอ',
    );
    const one = (await deckAt(cases.one as Case)).deck();
    expect(titleOf(one, 'map')).toBe('ยังรอ 7\u00a0ครัวเรือน ทั้งหมดอยู่ใน อ.เมืองปัตตานี');
    expect(titleOf(one, 'situation')).toBe('ช่วยแล้วครึ่งหนึ่ง ยังรอ 7\u00a0ครัวเรือน เหลือ 93\u00a0วัน');
    const none = (await deckAt(cases.none as Case)).deck();
    expect(titleOf(none, 'situation')).toBe('ไม่มีครัวเรือนตามที่เลือก');
  });

  it('claim nothing of who waits where a filter chose by status', async () => {
    const deck = (await deckAt(cases.chosen as Case)).deck();
    expect(slideOf(deck, 'pace')).toBeUndefined();
    expect(titleOf(deck, 'situation')).toBe('28\u00a0ครัวเรือน ตามตัวกรองที่เลือก');
    expect(deck.filters).not.toBe((await deckAt(cases.one as Case)).deck().filters);
    expect(dataOf(deck).some(({ datum }) => datum.measure === 'household.helped_share')).toBe(false);
  });

  it('are written in Thai digits where these are wanted, codes and machines’ values aside', async () => {
    const { deck: make } = await deckAt({ waiting: [1_204, 3], search: '&digits=thai' });
    const deck = make();
    for (const { title } of deck.slides) expect(title).not.toMatch(/[0-9]/);
    expect(titleOf(deck, 'ranking')).toContain('๑,๒๐๔\u00a0ครัวเรือน');
    expect(deck.digits).toBe('thai');
  });
});

describe('a protected deck', () => {
  it('says about, names no file, and has no pace but of what is shown as it is', async () => {
    const { dashboard, facts: exact } = await deckAt(cases.rounds as Case);
    const facts = { ...exact, isProtected: true, ages: null };
    const deck = deckOf(dashboard, facts, noEdits);
    expect(deck).toMatchObject({ fileName: null, rounding: 'ปัดเศษ ผลรวมอาจไม่เท่ากัน' });
    expect(titleOf(deck, 'situation')).toContain('ยังรอ 16\u00a0ครัวเรือน');
    expect(titleOf(deck, 'dimensions')).not.toMatch(/ยังรอมากที่สุด \d/);
    expect(slideOf(deck, 'longest')).toBeUndefined();
    const titles = {
      th: { map: { text: 'เหลือ ๗ ครัวเรือน', made: 'ก' }, urgent: { text: 'เร่งด่วน', made: 'ก' } },
      en: {},
    };
    const edited = deckOf(dashboard, facts, { ...noEdits, titles });
    expect([titleOf(edited, 'map'), titleOf(edited, 'urgent')]).toEqual([titleOf(deck, 'map'), 'เร่งด่วน']);
    expect(titleOf(deckOf(dashboard, exact, { ...noEdits, titles }), 'map')).toBe('เหลือ ๗ ครัวเรือน');
    const filtered = { ...facts, filters: { ...facts.filters, urgent: true } };
    expect(titleOf(deckOf(dashboard, filtered, noEdits), 'situation')).toContain('ยังรอ ประมาณ\u00a016\u00a0ครัวเรือน');
    // Even the four of the whole had to be rounded.
    const rounded = { ...facts, whole: { ...facts.whole, grouped: { ...facts.whole.grouped, isRounded: true } } };
    expect(titleOf(deckOf(dashboard, rounded, noEdits), 'situation')).toContain('ยังรอ ประมาณ\u00a016\u00a0ครัวเรือน');
  });
});

describe('a deck of a meeting', () => {
  const drawn: Case = { waiting: [smallCount, 900, 0, 20], search: '&meeting=1' };
  /** Of households and needs: days are no secret. */
  const counts = (deck: Deck) => dataOf(deck).filter(({ datum: { measure } }) => /^(household|need)\./.test(measure));

  it('has no small figure in a datum, a map or a sentence, and says so on every page', async () => {
    const deck = (await deckAt(drawn)).deck();
    const shown = counts(deck).map(({ datum }) => datum);
    expect(shown.some(({ value, text }) => value === 'lt10' && text === 'น้อยกว่า 10')).toBe(true);
    for (const { value, text, measure } of shown) {
      if (measure === 'household.helped_share') expect(text).toMatch(/^(\d{1,3}|ปกปิด)$/);
      else expect(typeof value === 'number' && value > 0 && value < 10, `${measure} ${text}`).toBe(false);
    }
    const maps = deck.slides.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'map'));
    expect(maps.length).toBeGreaterThan(2);
    expect(toldValue(maps[0]!.view, '9401' as AreaCode)).toBe('lt10');
    for (const { title, blocks } of deck.slides)
      for (const text of [title, ...blocks.flatMap((block) => (block.kind === 'words' ? block.lines : []))])
        expect(text).not.toMatch(/(?<![\d,.])[1-9]\u00a0(?:ครัวเรือน|รายการ)/);
    expect(footOf(deck)).toContain('ปัดเศษ');
    expect(slideOf(deck, 'longest')).toBeUndefined();
  });

  it('has pace and change of what is exact, and none of what is kept small', async () => {
    const rounds = ['2022-05-10', '2022-06-29'];
    const some = await deckAt({ ...drawn, waiting: Array.from({ length: 12 }, () => 90), rounds });
    expect(slideOf(some.deck(), 'pace')).toBeDefined();
    const few = await deckAt({ waiting: [smallCount, 0], search: '&meeting=1', rounds });
    expect(few.facts.pace).toBeNull();
    const [then, now] = few.facts.rounds;
    const told = (was: number, is: number) =>
      changeOf(
        few.dashboard,
        {
          ...few.facts,
          rounds: [
            { ...then!, figures: { ...then!.figures, 'household.need': was } },
            { ...now!, figures: { ...now!.figures, 'household.need': is } },
          ],
        },
        'household.need',
      );
    expect(told(smallCount, 100)).toBeNull();
    expect(told(50, 100)?.datum.value).toBe(50);
  });

  it('keeps back lines for decision that count, and no others', async () => {
    const decisions = ['ให้ดู 7 ครัวเรือนที่ยะรัง', 'ประชุมอีกครั้ง 15 กรกฎาคม 2565', 'ดูอีก ๓ รายการ'];
    const { deck, facts, dashboard } = await deckAt(drawn);
    expect(slideOf(deck({ ...noEdits, decisions }), 'decisions')?.blocks).toMatchObject([{ lines: [decisions[1]] }]);
    const open = deckOf(dashboard, { ...facts, isProtected: false }, { ...noEdits, decisions });
    expect(slideOf(open, 'decisions')?.blocks).toMatchObject([{ lines: decisions }]);
    // What is typed takes the place of what was shown, and of nothing else.
    expect(decisionsWritten(decisions, [decisions[1]!], 'ใหม่\n\nอีกข้อ')).toEqual([
      ...['ใหม่', 'อีกข้อ', decisions[0], decisions[2]],
    ]);
    expect(decisionsWritten(decisions, decisions, 'ใหม่')).toEqual(['ใหม่']);
    expect(decisionsWritten(null, ['ก'], 'ใหม่')).toEqual(['ใหม่']);
  });
});

describe('a deck as the reader edited it', () => {
  const edits: Edits = {
    ...noEdits,
    meeting: 'ศจพ.จ. ครั้งที่ 6/2565',
    preparedBy: 'สำนักงานพัฒนาชุมชนจังหวัด',
    order: ['map', 'cover', 'gone'],
    hidden: { urgent: true, view: false },
    notes: { map: 'เล่าช้า ๆ' },
    titles: {
      th: {
        map: { text: 'ขอให้ดูตรงนี้', made: fingerprint('ยังรอ 2,480 ครัวเรือน กว่าครึ่งกระจุกอยู่ใน 2 อำเภอ') },
        ranking: { text: 'ใครรอ', made: 'ก่อนหน้า' },
      },
      en: {},
    },
    decisions: ['ให้ทุกอำเภอเร่งสำรวจ'],
  };

  it('has its order, titles, notes and lines, and says which sentence has changed since', async () => {
    const { deck: make, dashboard } = await deckAt(cases.twelve as Case);
    const deck = make(edits);
    expect(editedProvince(dashboard as Dashboard)).toBe('94');
    expect(deck.slides.slice(0, 3).map(({ id }) => id)).toEqual(['map', 'ranking', 'dimensions']);
    expect(deck.slides.findIndex(({ id }) => id === 'situation')).toBe(
      deck.slides.findIndex(({ id }) => id === 'cover') + 1,
    );
    expect(slideOf(deck, 'map')).toMatchObject({ title: 'ขอให้ดูตรงนี้', notes: 'เล่าช้า ๆ', own: { isChanged: false } });
    expect(slideOf(deck, 'ranking')?.own).toEqual({ made: titleOf(make(), 'ranking'), isChanged: true });
    expect(slideOf(deck, 'urgent')?.isHidden).toBe(true);
    expect(slideOf(deck, 'decisions')?.blocks).toMatchObject([{ lines: edits.decisions, isEditable: true }]);
    expect(slideOf(deck, 'cover')?.blocks).toMatchObject([{ lines: { 0: edits.meeting, 2: /พัฒนาชุมชน/ } }]);
  });

  it('is of the templates and areas that are asked for', async () => {
    const { deck: make } = await deckAt(cases.twelve as Case);
    const book = make(noEdits, { templates: ['cover', 'amphoe'], amphoe: ['9403' as AreaCode] });
    expect(book.slides.map(({ id }) => id)).toEqual(['cover', 'amphoe-9403']);
    expect(make(noEdits, { templates: templateIds }).slides).toHaveLength(make().slides.length);
  });
});
