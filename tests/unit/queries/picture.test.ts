/** Proves that the answers of a meeting hold what the rule shows of the true counts, the same in every view, and nothing else. */
import { describe, expect, it } from 'vitest';
import { levels, type AreaCode } from '../../../src/model/area.ts';
import { dimensions } from '../../../src/model/dimension.ts';
import { classes } from '../../../src/model/household.ts';
import { ladder, shownCount } from '../../../src/model/protection.ts';
import { statuses } from '../../../src/model/status.ts';
import { noFilters, type Filters, type Subject } from '../../../src/model/subject.ts';
import { answerAll } from '../../../src/queries/cube-answer.ts';
import { answersOf } from '../../../src/queries/cube-reading.ts';
import { grouped, type Figures } from '../../../src/queries/figures.ts';
import { measures } from '../../../src/queries/measures.ts';
import { answersFrom, exactAlone } from '../../../src/queries/picture.ts';
import { pictureOf } from '../../../src/queries/picturing.ts';
import { drawProvince } from '../../support/province.ts';

const cube = drawProvince(21, 300, [940101, 940102, 940201, 940151, 0, 940100]);
const picture = pictureOf(cube);
const reachable: readonly Filters[] = [
  noFilters,
  ...dimensions.map(({ id }) => ({ ...noFilters, dimensions: [id] })),
  ...classes.map(({ id }) => ({ ...noFilters, classes: [id] })),
  ...statuses.map(({ id }) => ({ ...noFilters, statuses: [id] })),
  { ...noFilters, urgent: true },
];
const areas = ['94', '9401', '9402', '940101', '940151'] as AreaCode[];
const counts = measures.filter(({ format, grain }) => format === 'count' && grain !== 'area').map(({ id }) => id);
const subjects: readonly Subject[] = reachable.flatMap((filters) =>
  areas.flatMap((area) =>
    levels.map(({ id: level }) => ({ snapshots: [1], area, level, filters, meeting: true as const })),
  ),
);

describe('the answers of a meeting', () => {
  it('show every true count by one of the bases, or withhold it', () => {
    let told = 0;
    for (const subject of subjects) {
      const raw = grouped(answersOf(answerAll([cube], subject)));
      const shown = grouped(answersFrom([picture], subject));
      const expectShown = (name: string, own: Figures | undefined, figures: Figures): void => {
        for (const id of counts) {
          const value = figures[id] ?? null;
          // Households of a dimension are its needs, and told as both.
          if (value === null || (name.startsWith('matrix') && id.startsWith('household'))) continue;
          told++;
          const count = own?.[id] ?? 0;
          const allowed = ladder.map((base) => shownCount(count, base));
          expect(allowed, `${name} ${id} of ${count} in ${JSON.stringify(subject)}`).toContain(value);
          // Exact is only the whole, without a filter.
          if (count > 0 && count < 10) expect(value).toBe(5);
        }
      };
      const names = [
        'figures',
        'areas',
        'classes',
        ...(subject.filters.statuses.length === 0 ? (['matrix'] as const) : []),
      ] as const;
      for (const name of names)
        for (const [key, figures] of shown[name]) {
          // Unplaced rows stand with those known to lie in the province and no more.
          if (name === 'areas' && key === 940000) continue;
          expectShown(`${name} ${key}`, raw[name].get(key), figures);
        }
    }
    expect(told).toBeGreaterThan(2000);
  });

  it('keep the province’s own four exact, and say the same of one figure wherever it stands', () => {
    const of = (subject: Partial<Subject>) =>
      grouped(
        answersFrom([picture], {
          snapshots: [1],
          area: '94' as AreaCode,
          level: 'amphoe',
          filters: noFilters,
          ...subject,
        }),
      );
    const raw = grouped(
      answersOf(answerAll([cube], { snapshots: [1], area: '94' as AreaCode, level: 'amphoe', filters: noFilters })),
    );
    for (const id of ['household.listed', 'household.need', 'household.helped', 'household.pending'] as const)
      expect(of({}).figures.get(0)?.[id]).toBe(raw.figures.get(0)?.[id]);
    for (const { id } of dimensions) {
      const filtered = of({ filters: { ...noFilters, dimensions: [id] } });
      const code = dimensions.findIndex((row) => row.id === id);
      expect(filtered.figures.get(0)?.['household.need']).toEqual(of({}).matrix.get(code)?.['need.count']);
    }
    const amphoe = of({}).areas.get(940100);
    expect(of({ area: '9401' as AreaCode }).figures.get(0)?.['household.pending']).toEqual(
      amphoe?.['household.pending'],
    );
  });

  it('are of no view that can’t be reached: two options, two filters, other filters', () => {
    const unreachable: readonly Filters[] = [
      { ...noFilters, dimensions: ['health', 'income'] },
      { ...noFilters, dimensions: ['health'], classes: ['welfare'] },
      { ...noFilters, surveys: ['surveyed'] },
      { ...noFilters, urgent: false },
      { ...noFilters, members: ['child'] },
      { ...noFilters, together: ['health'] },
      { ...noFilters, localities: ['tambon'] },
      { ...noFilters, overCapacity: true },
    ];
    for (const filters of unreachable) {
      const answers = grouped(
        answersFrom([picture], { snapshots: [1], area: '94' as AreaCode, level: 'tambon', filters }),
      );
      for (const figures of [...answers.figures.values(), ...answers.areas.values()])
        for (const { id } of measures) expect(figures[id] ?? null).toBeNull();
    }
  });

  it('of another round are what is exact of the whole, and which areas there are', () => {
    let told = 0;
    for (const subject of subjects) {
      const answers = answersOf(answerAll([cube], subject));
      const [raw, alone] = [grouped(answers), grouped(exactAlone(answers, subject))];
      const isTold = subject.area === '94' && subject.filters === noFilters;
      for (const id of counts) {
        const value = alone.figures.get(0)?.[id] ?? null;
        const isExact = isTold && /^household\.(listed|need|helped|pending)$/.test(id);
        expect(value).toBe(isExact ? raw.figures.get(0)?.[id] : null);
        if (value !== null) told++;
      }
      expect([...alone.areas.keys()]).toEqual([...raw.areas.keys()]);
      const others = [...alone.areas.values(), ...alone.classes.values(), ...alone.matrix.values()];
      for (const figures of others)
        for (const id of measures.map((row) => row.id)) expect(figures[id] ?? null).toBeNull();
    }
    expect(told).toBe(4 * levels.length);
  });

  it('of another round tell none of the four where a small one would follow from the others', () => {
    const subject: Subject = { snapshots: [1], area: '94' as AreaCode, level: 'amphoe', filters: noFilters };
    const alone = (listed: number, helped: number, pending: number): readonly unknown[] => {
      const [zero, need] = [answersOf(answerAll([cube], subject)), helped + pending];
      const told = { listed, need, helped, pending };
      const columns = Object.fromEntries(Object.entries(told).map(([name, count]) => [`household.${name}`, [count]]));
      const answers = exactAlone(
        { ...zero, figures: { length: 1, columns: { everything: [0], ...columns } } },
        subject,
      );
      const figures = grouped(answers).figures.get(0) ?? {};
      return Object.keys(told).map((name) => figures[`household.${name}` as 'household.need'] ?? null);
    };
    expect(alone(2000, 400, 1560)).toEqual([2000, 1960, 400, 1560]);
    expect(alone(2000, 0, 2000)).toEqual([2000, 2000, 0, 2000]);
    const nothing = [null, null, null, null];
    expect(alone(2000, 4, 1956)).toEqual(nothing);
    expect(alone(2000, 1951, 9)).toEqual(nothing);
    expect(alone(2000, 400, 1597)).toEqual(nothing);
  });

  it('say so where the province’s own four had to be rounded', () => {
    const subject: Subject = { snapshots: [1], area: '94' as AreaCode, level: 'amphoe', filters: noFilters };
    expect(grouped(answersFrom([picture], subject)).isRounded).toBeUndefined();
    expect(grouped(answersFrom([picture, { ...picture, isExact: false }], subject)).isRounded).toBe(true);
  });

  it('are the same whatever the order of the households', () => {
    expect(pictureOf(drawProvince(21, 300, [940101, 940102, 940201, 940151, 0, 940100])).shown).toEqual(picture.shown);
  });
});
