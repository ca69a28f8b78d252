/** Proves the kinds of map: what is set against what, one scale for several, and change that never takes unknown for zero. */
import { describe, expect, it } from 'vitest';
import type { AreaValue } from '../../../src/areas/shading.ts';
import { textsOf } from '../../../src/i18n/texts.ts';
import type { AreaCode } from '../../../src/model/area.ts';
import { mapKinds } from '../../../src/model/mapkind.ts';
import type { IsoDate, Snapshot } from '../../../src/model/snapshot.ts';
import { differences, signed } from '../../../src/panels/kinds/changed.ts';
import { absentRound, otherMeasure, otherRound, sharesAndCounts } from '../../../src/panels/kinds/counterpart.ts';
import { instead } from '../../../src/panels/kinds/instead.ts';
import { kindOf, kinds } from '../../../src/panels/kinds/registry.ts';
import { commonScale, type Sight } from '../../../src/panels/kinds/sights.ts';
import { areaRows, areaValues } from '../../../src/panels/areas.ts';
import { scaleOf } from '../../../src/panels/scale.ts';
import type { Dashboard } from '../../../src/state/dashboard.svelte.ts';
import type { View } from '../../../src/state/view.ts';
import { standing } from './standing.ts';

const values = (all: Readonly<Record<string, AreaValue>>): ReadonlyMap<AreaCode, AreaValue> =>
  new Map(Object.entries(all) as [AreaCode, AreaValue][]);
const round = (asOf: string, province = '94'): Snapshot => ({
  province: province as AreaCode,
  asOf: asOf as IsoDate,
});

/** Looks at 29 June; three rounds of the province are open, and one of another. */
function looking(look: Partial<View> = {}, rounds = ['2022-06-10', '2022-06-29', '2022-07-10']): Dashboard {
  const base = standing({ area: '94', level: 'amphoe', rows: {}, look });
  const snapshots = [...rounds.map((asOf) => round(asOf)), round('2022-06-01', '96')];
  const entries = snapshots.map((snapshot, index) => ({ number: index + 1, snapshot, sample: null, receipt: null }));
  return instead(base, {
    snapshot: round('2022-06-29'),
    whole: '94' as AreaCode,
    session: instead(base.session, { entries }),
  });
}

describe('the counterpart', () => {
  it('is the round before, or the one after the first; of the same province alone', () => {
    expect(otherRound(looking())?.asOf).toBe('2022-06-10');
    expect(otherRound(looking({}, ['2022-06-29', '2022-07-10']))?.asOf).toBe('2022-07-10');
    expect(otherRound(looking({}, ['2022-06-29']))).toBeNull();
  });

  it('is the one that the URL names; one that is not open is said', () => {
    const named = looking({ against: round('2022-07-10') });
    expect([otherRound(named)?.asOf, absentRound(named)]).toEqual(['2022-07-10', null]);
    const absent = looking({ against: round('2021-01-01') });
    expect([otherRound(absent)?.asOf, absentRound(absent)?.asOf]).toEqual(['2022-06-10', '2021-01-01']);
    expect(otherRound(looking({ against: round('2022-06-01', '96') }))?.asOf).toBe('2022-06-10');
  });

  it('is another measure where the URL names one that can be drawn', () => {
    expect(otherMeasure(looking({ against: 'household.need' }))).toBe('household.need');
    expect(otherMeasure(looking({ against: 'household.pending' }))).toBeNull();
    expect(otherMeasure(looking({ against: 'household.no_need' }))).toBeNull();
  });

  it('colours by a share and draws circles of a count, whichever of them is the measure', () => {
    const share = 'household.helped_share';
    expect(sharesAndCounts(looking())).toEqual({ share, count: 'household.pending' });
    expect(sharesAndCounts(looking({ measure: share, against: 'household.need' }))).toEqual({
      share,
      count: 'household.need',
    });
    // Two counts can't be shown so.
    expect(sharesAndCounts(looking({ against: 'household.need' })).share).toBe(share);
  });
});

describe('change', () => {
  it('is now less then where both are told; else it is not known', () => {
    const now = values({ 9401: 5, 9402: 0, 9403: 'no_data', 9404: 3, 9405: 'not_applicable', 9406: 0.3, 9407: 1 });
    const then = values({ 9401: 8, 9402: 0, 9403: 4, 9404: 'no_data', 9405: 0.5, 9406: 0.1 });
    expect(Object.fromEntries(differences(now, then))).toEqual({
      9401: -3,
      9402: 0,
      9403: 'no_data',
      9404: 'no_data',
      9405: 'not_applicable',
      9406: 0.2,
      9407: 'no_data',
    });
  });

  it('is written with its sign, and without one where it is none as written', () => {
    const percent = (value: number): string => (value * 100).toFixed(1);
    expect([12, -3, 0].map((value) => signed(value, String))).toEqual(['+12', '−3', '0']);
    expect([0.031, -0.0001].map((value) => signed(value, percent))).toEqual(['+3.1', '0.0']);
  });
});

describe('several maps', () => {
  it('share classes that hold the values of all', () => {
    const dashboards = [
      { 940100: { 'household.pending': 2 }, 940200: { 'household.pending': 900 } },
      { 940100: { 'household.pending': 40 }, 940200: { 'household.pending': 0 } },
    ].map((rows) => standing({ area: '94', level: 'amphoe', rows }));
    const sights = dashboards.map((dashboard, index): Sight => {
      const rows = areaRows(dashboard);
      const id = 'household.pending';
      const scale = scaleOf(dashboard, id, rows, areaValues(dashboard, id, rows));
      return { key: String(index), dashboard, rows, id, scale };
    });
    const [first] = sights;
    if (!first) throw new Error('no sight');
    const { shading } = commonScale(first.dashboard, sights, first.scale);
    expect([shading.classes[0]?.from, shading.classes.at(-1)?.to]).toEqual([2, 900]);
    expect(shading.classes.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect(shading.zero.count).toBe(1);
  });
});

describe('the kinds', () => {
  it('are each there once, and named in both languages', () => {
    expect(kinds.map(({ id }) => id)).toEqual([...mapKinds]);
    for (const { id } of kinds)
      for (const language of ['th', 'en'] as const) expect(textsOf(language).kinds.titles[id]).toBeTruthy();
    expect(kindOf('choropleth').scene).toBeUndefined();
  });
});

describe('a dashboard seen otherwise', () => {
  it('keeps its private parts and follows its changes', () => {
    class Counter {
      #count = 1;
      name = 'own';
      get count(): number {
        return this.#count;
      }
      grow(): void {
        this.#count += 1;
      }
    }
    const counter = new Counter();
    const seen = instead(counter, { name: 'other' });
    seen.grow();
    expect([seen.count, seen.name, counter.name]).toEqual([2, 'other', 'own']);
  });
});
