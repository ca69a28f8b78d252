/** How long households have waited and which are stuck, against a plain look at each of them, on the real engine. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ask, toIPC } from '../../src/engine/rows.ts';
import { ageBands, bandOf } from '../../src/model/age.ts';
import { country, levelDivisor, type AreaCode, type Level } from '../../src/model/area.ts';
import { dimensionCode } from '../../src/model/dimension.ts';
import { daysBetween, type IsoDate } from '../../src/model/snapshot.ts';
import { foldStatus, pendingStatuses, type Status } from '../../src/model/status.ts';
import { noFilters, type Subject } from '../../src/model/subject.ts';
import {
  ages,
  agesOf,
  longOf,
  noAges,
  stuckDates,
  type AgeRound,
  type AgeRow,
  type Ages,
} from '../../src/queries/ages.ts';
import { openTables } from './opened.ts';

const engine = await openTables();

const dates: readonly IsoDate[] = ['2022-03-10', '2022-04-10', '2022-05-10', '2022-06-29'].map((day) => day as IsoDate);
interface Seen {
  readonly area: number;
  readonly class: number;
  readonly surveyed: string | null;
  readonly needs: readonly { readonly dimension: number; readonly status: number }[];
}
interface House {
  readonly code: string | null;
  /** By round; null where the round does not have it. */
  readonly seen: readonly (Seen | null)[];
}
interface Kept extends Seen {
  readonly snapshot: number;
  readonly household: number;
  readonly code: string | null;
  readonly province: AreaCode;
  readonly asOf: IsoDate;
}

/** Two provinces whose households bear the same codes: who forgets the province mixes them up. */
const areasOf = { 94: [0, 940000, 941000, 941001, 941002, 940901], 13: [0, 130301, 130302] } as const;
const needs = fc.uniqueArray(
  fc.record({ dimension: fc.nat({ max: 1 }), status: fc.constantFrom(1, 1, 2, 3, 4, 5, 6) }),
  { minLength: 1, maxLength: 2, selector: ({ dimension }) => dimension },
);
const house = (province: 94 | 13): fc.Arbitrary<House> =>
  fc
    .record({
      number: fc.option(fc.nat({ max: 80 }), { freq: 6 }),
      area: fc.constantFrom(...areasOf[province]),
      surveyed: fc.constantFrom(null, null, '2020-01-01', '2022-03-31', '2022-06-29', '2022-06-30', '2022-07-20'),
      first: needs,
      rounds: fc.array(
        fc.record({
          isIn: fc.constantFrom(true, true, true, false),
          isSame: fc.constantFrom(true, true, false),
          class: fc.nat({ max: 2 }),
          needs,
        }),
        { minLength: dates.length, maxLength: dates.length },
      ),
    })
    .map(({ number, area, surveyed, first, rounds }) => {
      let now = first;
      const seen = rounds.map(({ isIn, isSame, class: kind, needs: own }) => {
        now = isSame ? now : own;
        return isIn ? { area, class: kind, surveyed, needs: now } : null;
      });
      return { code: number === null ? null : `9${String(number).padStart(10, '0')}`, seen };
    });
const drawn = fc.record({
  own: fc.array(house(94), { minLength: 20, maxLength: 40 }),
  other: fc.array(house(13), { maxLength: 15 }),
});

function kept({ own, other }: { readonly own: readonly House[]; readonly other: readonly House[] }): readonly Kept[] {
  return (['94', '13'] as const).flatMap((province, at) =>
    dates.flatMap((asOf, round) =>
      (at === 0 ? own : other)
        .flatMap(({ code, seen }) => (seen[round] ? [{ ...seen[round], code }] : []))
        .map((row, household) => ({
          ...row,
          household,
          snapshot: at * 10 + round,
          province: province as AreaCode,
          asOf,
        })),
    ),
  );
}

async function fill(rows: readonly Kept[]): Promise<void> {
  for (const table of ['household', 'need']) await engine.run({ sql: `delete from ${table}`, params: [] });
  const types = {
    snapshot: 'int',
    household: 'int',
    area: 'int',
    class: 'int',
    house_code: 'text',
    on: 'text',
  } as const;
  const houses = rows.map(({ snapshot, household, area, class: kind, code, surveyed }) => ({
    snapshot,
    household,
    area,
    class: kind,
    house_code: code,
    on: surveyed,
  }));
  await engine.load('drawn', [toIPC(types, houses)]);
  await engine.run({
    sql: `insert into household (snapshot, household, area, class, house_code, surveyed_on)
      select snapshot, household, area, class, house_code, "on"::date from drawn`,
    params: [],
  });
  await engine.run({ sql: 'drop table drawn', params: [] });
  const all = rows.flatMap(({ snapshot, household, needs: own }) =>
    own.map((need) => ({ snapshot, household, ...need })),
  );
  await engine.load('drawn', [toIPC({ snapshot: 'int', household: 'int', dimension: 'int', status: 'int' }, all)]);
  await engine.run({
    sql: 'insert into need (snapshot, household, dimension, status) select snapshot, household, dimension, status from drawn',
    params: [],
  });
  await engine.run({ sql: 'drop table drawn', params: [] });
}

function statusOf({ needs: own }: Seen, { filters }: Subject): Status | null {
  const chosen = own.filter(
    ({ dimension }) =>
      filters.dimensions.length === 0 || filters.dimensions.some((id) => dimensionCode[id] === dimension),
  );
  return chosen.length === 0 ? null : foldStatus(chosen.reduce((mask, { status }) => mask | (1 << status), 0));
}

/** The rows of the last round known, each looked at by itself. */
function plain(rows: readonly Kept[], subject: Subject, known: readonly IsoDate[], today: IsoDate): Map<number, Ages> {
  const { filters, level, area } = subject;
  const last = known.at(-1) as IsoDate;
  const groups = new Map<
    number,
    { days: number | null; seen: boolean; least: boolean; after: boolean; stuck: boolean }[]
  >();
  for (const row of rows) {
    if (row.asOf !== last || !subject.snapshots.includes(row.snapshot)) continue;
    const scope = area.length === 6 ? area.slice(0, 4) : area;
    if (area !== country && scope.length > 2 && !String(row.area).padStart(6, '0').startsWith(scope)) continue;
    const status = statusOf(row, subject);
    if (status === null || (filters.classes.length > 0 && row.class !== 1)) continue;
    if (filters.statuses.length > 0 && !filters.statuses.includes(status)) continue;
    if (!pendingStatuses.includes(status)) continue;
    const same = rows.filter(
      (one) => one.code !== null && one.code === row.code && one.province === row.province && known.includes(one.asOf),
    );
    const first = known.find((date) => same.some(({ asOf }) => asOf === date)) ?? null;
    const since = (row.surveyed as IsoDate | null) ?? (known.length > 1 ? first : null);
    const isAfter = since !== null && (since > last || since > today);
    const days = since === null || isAfter ? null : daysBetween(since, today);
    const isSeen = row.surveyed === null && days !== null;
    const before = known.length < 3 ? [] : known.slice(-3, -1);
    const divisor = levelDivisor[level];
    const home = Math.max(...rows.filter(({ snapshot }) => snapshot === row.snapshot).map((one) => one.area));
    const place = area === country && row.area === 0 ? Math.floor(home / 10_000) * 10_000 : row.area;
    const key = Math.floor(place / divisor) * divisor;
    groups.set(key, [
      ...(groups.get(key) ?? []),
      {
        days,
        seen: isSeen,
        least: isSeen && first === known[0],
        after: isAfter,
        stuck:
          before.length === 2 &&
          before.every((date) => {
            const own = same.filter(({ asOf }) => asOf === date).flatMap((one) => statusOf(one, subject) ?? []);
            return own.length > 0 && own.every((one) => one === status);
          }),
      },
    ]);
  }
  const counted = (
    all: readonly { days: number | null; seen: boolean; least: boolean; after: boolean; stuck: boolean }[],
  ): Ages => {
    const days = all.flatMap((one) => one.days ?? []).sort((a, b) => a - b);
    const half = Math.floor(days.length / 2);
    return {
      pending: all.length,
      known: days.length,
      seen: all.filter(({ seen }) => seen).length,
      least: all.filter(({ least }) => least).length,
      after: all.filter(({ after }) => after).length,
      stuck: all.filter(({ stuck }) => stuck).length,
      medianDays:
        days.length === 0
          ? null
          : days.length % 2
            ? (days[half] ?? 0)
            : ((days[half - 1] ?? 0) + (days[half] ?? 0)) / 2,
      oldestDays: days.at(-1) ?? null,
      bands: Object.fromEntries(
        ageBands.map(({ id }, at) => [id, days.filter((count) => bandOf(count) === at).length]),
      ) as Ages['bands'],
    };
  };
  const told = new Map([...groups].map(([key, all]) => [key, counted(all)]));
  return told.set(-1, groups.size === 0 ? noAges : counted([...groups.values()].flat()));
}

const question = fc.record({
  where: fc.constantFrom('94', '94', '9410', '941001', country).map((area) => area as AreaCode),
  level: fc.constantFrom<Level>('province', 'amphoe', 'tambon'),
  filters: fc.constantFrom(
    noFilters,
    noFilters,
    { ...noFilters, dimensions: ['health' as const] },
    { ...noFilters, classes: ['developable' as const] },
    { ...noFilters, statuses: ['waiting' as const] },
  ),
  rounds: fc.integer({ min: 1, max: dates.length }),
  today: fc.constantFrom('own', '2022-05-01', '2022-08-01'),
});

it('are what a plain look at each household finds, in every area', async () => {
  const met = { stuck: 0, seen: 0, least: 0, after: 0 };
  await fc.assert(
    fc.asyncProperty(drawn, fc.array(question, { minLength: 5, maxLength: 5 }), async (houses, questions) => {
      const rows = kept(houses);
      await fill(rows);
      for (const { where, level, filters, rounds: count, today: day } of questions) {
        const known = dates.slice(0, count);
        const at = count - 1;
        const subject: Subject = { snapshots: where === country ? [at, 10 + at] : [at], area: where, level, filters };
        const own = where === country ? (['94', '13'] as const) : (['94'] as const);
        const rounds = own.flatMap((province): AgeRound[] =>
          known.map((asOf, round) => ({
            snapshot: (province === '94' ? 0 : 10) + round,
            province: province as AreaCode,
            asOf,
          })),
        );
        const today = day === 'own' ? (known.at(-1) as IsoDate) : (day as IsoDate);
        const { all, areas } = agesOf(await ask<AgeRow>(engine, ages(subject, rounds, today)));
        const wanted = plain(rows, subject, known, today);
        expect(Object.fromEntries([...areas, [-1, all]])).toEqual(Object.fromEntries(wanted));
        expect(stuckDates(rounds)).toEqual(count < 3 ? [] : known.slice(-3));
        const sum = Object.values(all.bands).reduce((total, one) => total + one, 0);
        expect(sum).toBe(all.known);
        expect(longOf(all)).toBeLessThanOrEqual(all.known);
        for (const id of ['stuck', 'seen', 'least', 'after'] as const) met[id] += all[id];
      }
    }),
    { seed: 71, numRuns: 25 },
  );
  for (const [id, count] of Object.entries(met)) expect(count, id).toBeGreaterThan(50);
}, 180_000);
