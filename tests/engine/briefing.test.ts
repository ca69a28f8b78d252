/** Every figure of a deck is what a plain count of the households gives, whatever they are and wherever it stands. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deckOf, editedProvince } from '../../src/briefing/deck.ts';
import type { AreaCode } from '../../src/model/area.ts';
import { dimensionCode, type Dimension } from '../../src/model/dimension.ts';
import { classCode, type HouseholdClass } from '../../src/model/household.ts';
import type { IsoDate } from '../../src/model/snapshot.ts';
import { foldStatus, pendingStatuses, statuses, type Status } from '../../src/model/status.ts';
import { Briefed } from '../../src/state/briefed.svelte.ts';
import type { Facts } from '../../src/state/brieffacts.ts';
import type { Entry } from '../../src/state/entry.ts';
import type { Datum } from '../../src/ui/datum.ts';
import { answered, dashboardOn, settled } from '../support/briefed.ts';
import { dataOf } from '../support/deckdata.ts';
import { openIntake } from './opened.ts';
import { fill, household, type Household } from './households.ts';

const { engine, gazetteer } = await openIntake();

const pattani = '94' as AreaCode;
const entry = (number: number, asOf: string): Entry => ({
  ...{ number, sample: null, receipt: null },
  snapshot: { province: pattani, asOf: asOf as IsoDate },
});
const entries = [entry(3, '2022-06-10'), entry(1, '2022-06-29')];
const [thenAt] = entries.map(({ snapshot }) => snapshot.asOf);

const idOf = (code: number): Status => statuses[code]?.id ?? 'unknown';
const statusOf = ({ needs }: Household): Status =>
  foldStatus(needs.reduce((mask, { status }) => mask | (1 << status), 0));
const isPending = (status: Status): boolean => pendingStatuses.includes(status);
const isNeed = (status: Status): boolean => isPending(status) || status === 'helped';

/** What each measure counts of some households, written without a registry. */
const counts: Readonly<Record<string, (all: readonly Household[], of: Datum) => number | null>> = {
  'household.listed': (all) => all.length,
  'household.need': (all) => all.filter((one) => isNeed(statusOf(one))).length,
  'household.helped': (all) => all.filter((one) => statusOf(one) === 'helped').length,
  'household.pending': (all) => all.filter((one) => isPending(statusOf(one))).length,
  'household.helped_share': (all) => {
    const need = all.filter((one) => isNeed(statusOf(one)));
    return need.length === 0 ? null : need.filter((one) => statusOf(one) === 'helped').length / need.length;
  },
  'household.urgent_pending': (all) => all.filter((one) => one.urgent === true && isPending(statusOf(one))).length,
  'household.over_capacity': (all) => all.filter((one) => one.over_capacity === true).length,
  'household.over_capacity_unsent': (all) =>
    all.filter((one) => one.over_capacity === true && ['waiting', 'in_progress'].includes(statusOf(one))).length,
  'need.helped': (all, of) => needsOf(all, of).filter((status) => status === 'helped').length,
  'need.pending': (all, of) => needsOf(all, of).filter(isPending).length,
};
const needsOf = (all: readonly Household[], { dimension }: Datum): readonly Status[] =>
  all
    .flatMap(({ needs }) => needs)
    .filter((need) => need.dimension === dimensionCode[dimension as Dimension])
    .map(({ status }) => idOf(status));

const digitsOf = ({ area }: Household): string => String(area).padStart(6, '0');
const districtOf = (one: Household): string => digitsOf(one).slice(0, 4);

/** Those a figure is of: a code of six digits is that very place, a shorter one all that lies in it. */
function those(all: readonly Household[], { area = '', class: kind }: Datum): readonly Household[] {
  return all
    .filter((one) => area === '' || (area.length === 6 ? digitsOf(one) === area : digitsOf(one).startsWith(area)))
    .filter((one) => kind === undefined || one.class === classCode[kind as HouseholdClass]);
}

/** Of no household there is no figure. */
function check(datum: Datum, now: readonly Household[], then: readonly Household[], facts: Facts): void {
  const { measure, value, snapshot } = datum;
  if (now.length === 0) return void expect([null, 0]).toContain(value);
  if (snapshot !== undefined) {
    const outside = (facts.pace?.outside ?? []).map((number) => String(number).padStart(6, '0').slice(0, 4));
    const inside = (snapshot === thenAt ? then : now).filter((one) => !outside.includes(districtOf(one)));
    return void expect(value, measure).toBe(counts[measure]?.(inside, datum));
  }
  if (measure.endsWith('_since')) {
    const own = (all: readonly Household[]): readonly Household[] => those(all, { ...datum, class: undefined });
    const shared = (all: readonly Household[], other: readonly Household[]): readonly Household[] =>
      own(all).filter((one) => other.some((two) => districtOf(two) === districtOf(one)));
    const [is, was] = [shared(now, then), shared(then, now)].map((all) =>
      counts[measure.replace('_since', '')]?.(all, datum),
    );
    return void expect(value, measure).toBeCloseTo((is ?? NaN) - (was ?? NaN), 12);
  }
  expect(counts, `no plain count of ${measure}`).toHaveProperty([measure]);
  expect(value, `${measure} of ${datum.area ?? 'all'}`).toBe(counts[measure]?.(those(now, datum), datum));
}

/** Told by other tests: they are no counts of households. */
const apart = /^(household\.(required|helped)_(per_month|required|expected)|day\.to_deadline|household\.waiting_.*)$/;

it('holds no figure that a plain count does not give', async () => {
  let met = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(household, { minLength: 1, maxLength: 60 }),
      fc.constantFrom('th', 'en'),
      async (all, lang) => {
        await fill(engine, all);
        // The round before lacks a third of the households.
        for (const table of ['household', 'need'])
          await engine.run({ sql: `delete from ${table} where snapshot = 3 and household % 3 = 0`, params: [] });
        const now = all.filter(({ snapshot }) => snapshot === 1);
        const then = now.filter((_, at) => at % 3 !== 0);
        const answer = (subject: Parameters<typeof answered>[1]) => answered(engine, subject);
        const search = `?at=94.2022-06-29&lang=${lang}`;
        const dashboard = await dashboardOn({ gazetteer, entries, search, answer, engine });
        const briefed = new Briefed(() => dashboard);
        briefed.ask();
        await settled(() => briefed.pending);
        expect(briefed.error).toBeNull();
        const { facts } = briefed;
        if (!facts) throw new Error('no facts');
        const deck = deckOf(dashboard, facts, briefed.edits.of(editedProvince(dashboard)));
        const data = dataOf(deck);
        for (const { datum } of data) if (!apart.test(datum.measure)) check(datum, now, then, facts);
        met += data.length;
        // Bands and those unknown are all who wait.
        const bands = data.filter(({ datum }) => datum.measure.startsWith('household.waiting_'));
        expect(bands.reduce((sum, { datum }) => sum + Number(datum.value), 0)).toBe(
          counts['household.pending']?.(now, { value: 0, text: '', measure: '' }),
        );
        for (const { title, id } of deck.slides) expect(title, id).not.toMatch(/undefined|null|NaN| {2}|^$/);
      },
    ),
    { numRuns: 12 },
  );
  expect(met).toBeGreaterThan(500);
});

it('asks the areas one by one with progress, and can be called off', async () => {
  await fill(engine, fc.sample(household, { numRuns: 80, seed: 7 }));
  let asked = 0;
  const answer = (subject: Parameters<typeof answered>[1]) => (asked++, answered(engine, subject));
  const dashboard = await dashboardOn({ gazetteer, entries, search: '?at=94.2022-06-29', answer, engine });
  const briefed = new Briefed(() => dashboard);
  const steps: string[] = [];
  briefed.ask();
  await settled(() => {
    if (briefed.progress) steps.push(`${briefed.progress.done}/${briefed.progress.of}`);
    return briefed.pending;
  });
  expect(briefed.facts?.parts.map(({ area }) => area)).toEqual(['9409', '9410']);
  // The whole, two rounds and two areas; asked again, nothing is.
  expect([asked, briefed.progress]).toEqual([5, null]);
  expect(steps.at(-1)).toMatch(/^[1-5]\/5$/);
  briefed.ask();
  expect(asked).toBe(5);
  const other = new Briefed(() => dashboard);
  other.ask();
  other.cancel();
  await settled(() => other.pending);
  expect([other.facts, other.error, other.progress]).toEqual([null, null, null]);
  other.ask();
  await settled(() => other.pending);
  expect(other.facts?.parts).toHaveLength(2);
});
