/** Round against round: what became of each household, against a plain matching one by one, on the real engine. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ask, toIPC } from '../../src/engine/rows.ts';
import { levelDivisor, type AreaCode, type Level } from '../../src/model/area.ts';
import { elsewhereCode, hasStatus, standIds, tallied } from '../../src/model/move.ts';
import { listedOf } from '../../src/model/listing.ts';
import { foldStatus, statusCode, statuses, type Status } from '../../src/model/status.ts';
import type { IsoDate } from '../../src/model/snapshot.ts';
import { noFilters, type Subject } from '../../src/model/subject.ts';
import { moves, movesOf, type MoveRow } from '../../src/queries/moves.ts';
import { noDays } from '../../src/queries/groups.ts';
import { listColumns, type ListColumn } from '../../src/queries/listcolumns.ts';
import { cells, keys, type KeyRow } from '../../src/queries/listing.ts';
import { past, type PastRow } from '../../src/queries/onehousehold.ts';
import { figures, scopeOf } from '../../src/queries/questions.ts';
import { openTables } from './opened.ts';

const engine = await openTables();

interface House {
  readonly code: string | null;
  readonly area: number;
  readonly moo: number;
  readonly no: string | null;
  readonly class: number;
  readonly reason: number;
  readonly source: number;
  readonly needs: readonly { readonly dimension: number; readonly status: number }[];
}
type Drawn = House & { readonly number: number };

const needs = fc.uniqueArray(fc.record({ dimension: fc.nat({ max: 5 }), status: fc.nat({ max: 7 }) }), {
  minLength: 1,
  maxLength: 3,
  selector: ({ dimension }) => dimension,
});
const areas = [0, 530300, 530306, 530301, 530302, 530400, 530401, 530407, 530501];
const address = { moo: fc.nat({ max: 1 }), no: fc.constantFrom(null, '1', '2') };
const facts = { class: fc.nat({ max: 2 }), reason: fc.nat({ max: 2 }), source: fc.nat({ max: 2 }), needs };
const house = fc.record({ area: fc.constantFrom(...areas), ...address, ...facts });
/** What becomes of a household from one round to the next. */
const fate = fc.record({
  fate: fc.constantFrom('left', 'new', 'same', 'same', 'told anew', 'moved', 'moved', 'moved', 'recoded'),
  house,
  next: house,
  isCoded: fc.constantFrom(true, true, true, false),
  isCodedNext: fc.constantFrom(true, true, true, false),
});
/** Amphoe of which a round has nothing. */
const silent = fc.subarray([5303, 5304, 5305], { maxLength: 1 });
const rounds = fc
  .record({ fates: fc.array(fate, { minLength: 20, maxLength: 50 }), silentThen: silent, silentNow: silent })
  .map(({ fates, silentThen, silentNow }) => {
    const then: House[] = [];
    const now: House[] = [];
    fates.forEach(({ fate: what, house: own, next, isCoded, isCodedNext }, index) => {
      const code = `53${String(index).padStart(9, '0')}`;
      const before = { ...own, code: isCoded ? code : null };
      if (what !== 'new') then.push(before);
      if (what === 'left') return;
      const { area, moo, no } = what === 'moved' ? next : own;
      const told = what === 'same' ? own : next;
      const nextCode =
        what === 'same' ? before.code : isCodedNext ? (what === 'recoded' ? `9${code.slice(1)}` : code) : null;
      now.push({ ...told, area, moo, no, code: nextCode });
    });
    const heard = (houses: readonly House[], not: readonly number[]): readonly Drawn[] =>
      houses.filter(({ area }) => !not.includes(Math.floor(area / 100))).map((one, number) => ({ ...one, number }));
    return { then: heard(then, silentThen), now: heard(now, silentNow).toReversed() };
  });
type Rounds = { readonly then: readonly Drawn[]; readonly now: readonly Drawn[] };

async function fill({ then, now }: Rounds): Promise<void> {
  for (const table of ['household', 'need']) await engine.run({ sql: `delete from ${table}`, params: [] });
  // A snapshot of another province bears the same numbers, and is none of these rounds.
  const all = [
    ...[...then, ...now].map((one) => ({ ...one, snapshot: 9 })),
    ...then.map((one) => ({ ...one, snapshot: 1 })),
    ...now.map((one) => ({ ...one, snapshot: 2 })),
  ];
  const flat = all.map(({ snapshot, number, code, area, moo, no, class: kind, reason, source }) => ({
    snapshot,
    household: number,
    area,
    class: kind,
    survey: 0,
    house_code: code,
    moo,
    house_no: no,
    out_reason: reason,
    source,
  }));
  const types = {
    snapshot: 'int',
    household: 'int',
    area: 'int',
    class: 'int',
    survey: 'int',
    house_code: 'text',
    moo: 'int',
    house_no: 'text',
    out_reason: 'int',
    source: 'int',
  } as const;
  const needRows = all.flatMap(({ snapshot, number, needs: own }) =>
    own.map((need) => ({ snapshot, household: number, ...need })),
  );
  const needTypes = { snapshot: 'int', household: 'int', dimension: 'int', status: 'int' } as const;
  for (const [table, ipc, columns] of [
    ['household', toIPC(types, flat), Object.keys(types)],
    ['need', toIPC(needTypes, needRows), Object.keys(needTypes)],
  ] as const) {
    await engine.load('filled', [ipc]);
    const names = columns.join(', ');
    await engine.run({ sql: `insert into ${table} (${names}) select ${names} from filled`, params: [] });
    await engine.run({ sql: 'drop table filled', params: [] });
  }
}

/** One household of either round or of both, as a plain reading of the rules has it. */
interface Seen {
  readonly before: number;
  readonly after: number;
  readonly thenArea: number | null;
  readonly nowArea: number | null;
  readonly weak: boolean;
  readonly then: Drawn | null;
  readonly now: Drawn | null;
}

const todays = (area: number): number => (area === 530306 ? 530407 : area);
const isAmphoe = (area: number): boolean => Math.floor(area / 100) % 100 > 0;

function plain({ then, now }: Rounds, { area, filters }: Subject): readonly Seen[] {
  const pairs: { then: Drawn | null; now: Drawn | null; weak: boolean }[] = [];
  const left = new Set(then);
  const rest = new Set(now);
  for (const one of then) {
    const other = now.find(({ code }) => code !== null && code === one.code);
    if (!other) continue;
    pairs.push({ then: one, now: other, weak: false });
    left.delete(one);
    rest.delete(other);
  }
  const home = ({ area: own, moo, no }: Drawn): string => [todays(own), moo, no].join();
  const hasHome = ({ area: own, moo, no }: Drawn): boolean => own % 100 > 0 && moo > 0 && no !== null;
  const [leftThen, leftNow] = [[...left], [...rest]];
  const among = (houses: readonly Drawn[], one: Drawn): readonly Drawn[] =>
    houses.filter((other) => hasHome(other) && home(other) === home(one));
  for (const one of leftThen) {
    if (!hasHome(one) || among(leftThen, one).length !== 1) continue;
    const [other, ...more] = among(leftNow, one);
    if (!other || more.length > 0 || (one.code !== null && other.code !== null)) continue;
    pairs.push({ then: one, now: other, weak: true });
    left.delete(one);
    rest.delete(other);
  }
  for (const one of left) pairs.push({ then: one, now: null, weak: false });
  for (const one of rest) pairs.push({ then: null, now: one, weak: false });

  const reports = (houses: readonly Drawn[], own: number): boolean =>
    isAmphoe(own)
      ? houses.some((other) => Math.floor(todays(other.area) / 100) === Math.floor(own / 100))
      : houses.length > 0;
  const status = (one: Drawn, own: number): number => {
    if (area.length > 2 && !String(own).startsWith(area)) return elsewhereCode.apart;
    if (filters.classes.length > 0 && one.class !== 1) return elsewhereCode.apart;
    const chosen = one.needs.filter(({ dimension }) => filters.dimensions.length === 0 || dimension === 0);
    if (chosen.length === 0) return elsewhereCode.apart;
    const folded = foldStatus(chosen.reduce((mask, need) => mask | (1 << need.status), 0));
    return filters.statuses.length > 0 && !filters.statuses.includes(folded) ? elsewhereCode.apart : statusCode[folded];
  };
  return pairs.flatMap((pair): Seen[] => {
    let thenArea = pair.then && todays(pair.then.area);
    let nowArea = pair.now && todays(pair.now.area);
    // 5303 alone may be what is 530407 today.
    if (thenArea === 530300 && nowArea !== null && Math.floor(nowArea / 100) === 5304) thenArea = nowArea;
    else if (nowArea === 530300 && thenArea !== null && Math.floor(thenArea / 100) === 5304) nowArea = thenArea;
    const { absent, unreported } = elsewhereCode;
    const code = (one: Drawn | null, own: number | null, all: readonly Drawn[], other: number | null): number =>
      one === null || own === null ? (reports(all, other ?? 0) ? absent : unreported) : status(one, own);
    const before = code(pair.then, thenArea, then, nowArea);
    const after = code(pair.now, nowArea, now, thenArea);
    return hasStatus(before) || hasStatus(after) ? [{ ...pair, before, after, thenArea, nowArea }] : [];
  });
}

const subject = fc.record({
  snapshots: fc.constant([2]),
  area: fc.constantFrom('53', '53', '53', '53', '5303', '5304', '530407').map((area) => area as AreaCode),
  level: fc.constantFrom<Level>('province', 'amphoe', 'tambon', 'tambon'),
  filters: fc.constantFrom(
    noFilters,
    noFilters,
    { ...noFilters, dimensions: ['health' as const] },
    { ...noFilters, classes: ['developable' as const] },
    { ...noFilters, statuses: statuses.slice(0, 3).map(({ id }): Status => id) },
  ),
});
const pair = [{ province: '53' as AreaCode, then: 1, now: 2 }];

const byPersons = {
  column: listColumns.find(({ id }) => id === 'persons') as ListColumn,
  isDescending: false,
  values: [],
};
const rowsOf = async (asked: Subject, before: number, after: number): Promise<KeyRow[]> => {
  const stands = { before: standIds[before] ?? 'unknown', after: standIds[after] ?? 'unknown' };
  const listed = listedOf('household.listed', { moved: { ...stands, since: '2022-06-10' as IsoDate } });
  const { columns, length } = await ask<KeyRow>(
    engine,
    keys(asked, listed, { code: '' }, byPersons, { pairs: pair, days: noDays }),
  );
  const { snapshot, household, dimension } = columns;
  const found = Array.from({ length }, (_, row) => ({
    snapshot: snapshot[row] ?? 0,
    household: household[row] ?? 0,
    dimension: dimension[row] ?? 0,
  }));
  // What the list says of a row is the status that it was listed for.
  const told = await ask<{ status: number }>(engine, cells(asked, listed, found, [statusColumn], false));
  expect([...told.columns.status]).toEqual(found.map(() => (hasStatus(after) ? after : before)));
  return found;
};
const statusColumn = listColumns.find(({ id }) => id === 'status') as ListColumn;
const listedOnes = { all: 0, weak: 0, before: 0 };

/** Of one of the moves: the rows of the later round; of those looked at before alone, of the earlier. */
async function listsAsMany(drawn: Rounds, asked: Subject): Promise<void> {
  // A tambon is looked at among those of its amphoe.
  const own = plain(drawn, { ...asked, area: scopeOf(asked.area) }).filter(({ before, after, thenArea, nowArea }) => {
    const area = hasStatus(after) ? nowArea : thenArea;
    return (hasStatus(before) || hasStatus(after)) && (asked.area.length < 6 || String(area) === asked.area);
  });
  for (const { before, after } of own.slice(0, 2)) {
    const same = own.filter((seen) => seen.before === before && seen.after === after);
    const found = await rowsOf(asked, before, after);
    const snapshot = hasStatus(after) ? 2 : 1;
    const numbers = same.map(({ then, now }) => (snapshot === 2 ? now : then)?.number ?? -1);
    expect(found.map((row) => row.snapshot)).toEqual(numbers.map(() => snapshot));
    expect(found.map((row) => row.household).toSorted()).toEqual(numbers.toSorted());
    listedOnes.all += found.length;
    if (snapshot === 1) listedOnes.before += found.length;
    listedOnes.weak += same.filter(({ weak }) => weak).length;
  }
}

it('is what a plain matching finds, in every area, and every household is in one place of the sum', async () => {
  const met = { weak: 0, renumbered: 0, unreported: 0, parted: 0, apart: 0 };
  await fc.assert(
    fc.asyncProperty(rounds, fc.array(subject, { minLength: 3, maxLength: 3 }), async (drawn, subjects) => {
      await fill(drawn);
      for (const asked of subjects) {
        const found = movesOf(await ask<MoveRow>(engine, moves(asked, pair)));
        const wanted = plain(drawn, asked);
        const divisor = levelDivisor[asked.level];
        const cut = (area: number | null): number => Math.floor((area ?? 0) / divisor) * divisor;
        const flat = wanted.flatMap((seen) => {
          const both = hasStatus(seen.before) && hasStatus(seen.after);
          const [then, now] = [cut(seen.thenArea), cut(seen.nowArea)];
          const parted = both && then !== now;
          const own = `${hasStatus(seen.after) ? now : then}`;
          const end = `${seen.before} ${seen.after} ${seen.weak}`;
          return [`${own} ${parted ? 'came' : 'stayed'} ${end}`, ...(parted ? [`${then} went ${end}`] : [])];
        });
        const told = found.flatMap(({ area, side, from, to, households, weak }) => [
          ...Array.from({ length: weak }, () => `${area} ${side} ${from} ${to} true`),
          ...Array.from({ length: households - weak }, () => `${area} ${side} ${from} ${to} false`),
        ]);
        expect(told.toSorted()).toEqual(flat.toSorted());

        const sum = tallied(found);
        expect(sum.then - sum.left - sum.exited - sum.unreportedThen).toBe(sum.both);
        expect(sum.now - sum.added - sum.entered - sum.unreportedNow).toBe(sum.both);
        const whole = async (snapshot: number): Promise<number> =>
          (await ask<{ 'household.listed': number }>(engine, figures({ ...asked, snapshots: [snapshot] }))).columns[
            'household.listed'
          ][0] ?? 0;
        // A renumbered area is looked at by today's number, which only the whole province does not mind.
        if (asked.area === '53') expect([sum.then, sum.now]).toEqual([await whole(1), await whole(2)]);
        for (const area of new Set(found.map((row) => row.area))) {
          const own = tallied(
            found.filter((row) => row.area === area),
            true,
          );
          expect(own.then - own.left - own.exited - own.unreportedThen - own.went).toBe(own.both - own.came);
          expect(own.now - own.added - own.entered - own.unreportedNow).toBe(own.both);
        }
        await listsAsMany(drawn, asked);
        for (const seen of wanted) {
          if (seen.weak) met.weak++;
          if (seen.then?.area === 530306 && seen.now) met.renumbered++;
          if ([seen.before, seen.after].includes(elsewhereCode.unreported)) met.unreported++;
          if ([seen.before, seen.after].includes(elsewhereCode.apart)) met.apart++;
        }
        met.parted += found.filter(({ side }) => side === 'went').length;
      }
    }),
    { numRuns: 14, seed: 2565 },
  );
  expect(Math.min(...Object.values(met)), JSON.stringify(met)).toBeGreaterThan(5);
  expect(Math.min(...Object.values(listedOnes)), JSON.stringify(listedOnes)).toBeGreaterThan(3);
}, 180_000);

it('tells who changed class, dimensions and place, why who is out is out, and how who is new came', async () => {
  const base: Drawn = {
    number: 0,
    code: null,
    area: 530301,
    moo: 1,
    no: null,
    class: 1,
    reason: 0,
    source: 0,
    needs: [],
  };
  const one = (code: string, patch: Partial<House>): Drawn => ({
    ...base,
    number: Number(code),
    code: `5300000000${code}`,
    ...patch,
  });
  const waits = [{ dimension: 0, status: statusCode.waiting }];
  const helped = [{ dimension: 0, status: statusCode.helped }];
  await fill({
    then: [
      one('1', { needs: waits }),
      one('2', { needs: waits }),
      one('3', { needs: helped }),
      one('4', { needs: waits, area: 530306 }),
    ],
    now: [
      one('1', { needs: [{ dimension: 1, status: statusCode.waiting }], class: 2, area: 530401 }),
      one('2', { needs: [{ dimension: 0, status: statusCode.out }], reason: 2 }),
      one('3', { needs: waits, area: 530302 }),
      one('4', { needs: helped, area: 530407 }),
      one('5', { needs: waits, source: 1 }),
    ],
  });
  const asked: Subject = { snapshots: [2], area: '53' as AreaCode, level: 'province', filters: noFilters };
  const found = movesOf(await ask<MoveRow>(engine, moves(asked, pair)));
  expect(tallied(found)).toMatchObject({
    then: 4,
    now: 5,
    both: 4,
    unchanged: 1,
    added: 1,
    left: 0,
    back: 1,
    struckOut: 1,
    newlyHelped: 1,
    netHelped: 0,
    reclassed: 1,
    redimensioned: 1,
    moved: 2,
  });
  expect(found.find(({ to }) => to === statusCode.out)?.why).toBe(2);
  expect(found.find(({ from }) => from === elsewhereCode.absent)?.why).toBe(1);
});

it('is told of one household as of all: by its code, else by its address, as the rounds match it', async () => {
  const asked: Subject = { snapshots: [2], area: '53' as AreaCode, level: 'tambon', filters: noFilters };
  const met = { code: 0, address: 0, none: 0 };
  await fc.assert(
    fc.asyncProperty(rounds, async (drawn) => {
      await fill(drawn);
      for (const { then, now, weak } of plain(drawn, asked)) {
        const [key, other] = now
          ? [{ snapshot: 2, household: now.number }, then]
          : [{ snapshot: 1, household: then?.number ?? 0 }, null];
        const { columns } = await ask<PastRow>(engine, past(key, [1, 2]));
        const found = [1, 2].filter((snapshot) => columns.snapshot.includes(snapshot));
        expect(found).toEqual(other ? [1, 2] : [key.snapshot]);
        const at = columns.snapshot.indexOf(1);
        if (now && then) expect([columns.weak[at], columns.class[at]]).toEqual([weak, then.class]);
        met[!other ? 'none' : weak ? 'address' : 'code']++;
      }
    }),
    { numRuns: 20, seed: 62 },
  );
  for (const count of Object.values(met)) expect(count).toBeGreaterThan(5);
}, 120_000);
