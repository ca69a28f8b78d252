/** The URL codec: every view survives the URL, and no text can break it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classMethods, middles } from '../../../src/areas/classing.ts';
import { agencySides, gapCuts, needScales, spotLooks, spotRates } from '../../../src/model/analysis.ts';
import { parseBands } from '../../../src/model/band.ts';
import { breakdowns } from '../../../src/model/breakdown.ts';
import { parseCapacity } from '../../../src/model/capacity.ts';
import { ageLooks } from '../../../src/model/age.ts';
import { aspects } from '../../../src/model/aspect.ts';
import { aims } from '../../../src/model/plan.ts';
import { parseListed } from '../../../src/model/listing.ts';
import { parsePins } from '../../../src/model/pin.ts';
import { digitSets } from '../../../src/model/digits.ts';
import { renderers } from '../../../src/model/renderer.ts';
import { country, levels, type AreaCode } from '../../../src/model/area.ts';
import { mapKinds, seriesKinds } from '../../../src/model/mapkind.ts';
import type { IsoDate } from '../../../src/model/snapshot.ts';
import { languages } from '../../../src/model/text.ts';
import { toolIds } from '../../../src/model/toolbox.ts';
import { actGroups } from '../../../src/queries/acts.ts';
import { denominators } from '../../../src/queries/denominators.ts';
import { filters, withChosen, type Filter } from '../../../src/queries/filters.ts';
import { measures } from '../../../src/queries/measures.ts';
import { planGroups } from '../../../src/queries/plans.ts';
import { teamSides } from '../../../src/queries/teams.ts';
import { noFilters } from '../../../src/model/subject.ts';
import { fields, parseView, printView } from '../../../src/state/url.ts';
import { openingView, type View } from '../../../src/state/view.ts';

const digits = (n: number) => fc.stringMatching(new RegExp(`^[0-9]{${n}}$`));
const chosen = fc.tuple(...filters.map((filter: Filter) => fc.subarray(filter.options.map((option) => option.id))));
const view: fc.Arbitrary<View> = fc.record({
  at: fc.option(
    fc.record({
      province: fc.oneof(
        digits(2).map((text) => text as AreaCode),
        fc.constant(country),
      ),
      asOf: fc
        .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10) as IsoDate),
    }),
  ),
  area: fc.option(fc.oneof(digits(2), digits(4), digits(6)).map((text) => text as AreaCode)),
  level: fc.constantFrom(...levels.map((level) => level.id)),
  measure: fc.constantFrom(...measures.map((measure) => measure.id)),
  filters: chosen.map((all) => filters.reduce((set, { id }, i) => withChosen(set, id, all[i] ?? []), noFilters)),
  language: fc.constantFrom(...languages),
  method: fc.constantFrom(...classMethods.map(({ id }) => id)),
  classes: fc.integer({ min: 3, max: 9 }),
  mid: fc.option(fc.constantFrom(...middles.map(({ id }) => id))),
  breaks: fc.option(
    fc
      .uniqueArray(fc.integer({ min: -1e8, max: 1e8 }), { minLength: 1, maxLength: 8 })
      .chain((whole) => fc.constantFrom(1, 1000).map((of) => whole.map((n) => n / of).sort((a, b) => a - b))),
  ),
  kept: fc.option(
    fc
      .tuple(
        fc.constantFrom('household.pending', 'household.need_per_surveyed'),
        fc.integer(),
        fc.nat(),
        fc.constantFrom(1, 1e6),
      )
      .map(([measure, from, by, of]) => ({ measure, from: (from + 0) / of + 0, to: (from + by) / of + 0 })),
  ),
  per: fc.option(fc.constantFrom(...denominators.map(({ id }) => id))),
  smooth: fc.boolean(),
  map: fc.constantFrom(...mapKinds),
  against: fc.oneof(
    fc.constant(null),
    fc.constantFrom(...measures.map(({ id }) => id)),
    fc.constant({ province: '94' as AreaCode, asOf: '2022-05-10' as IsoDate }),
  ),
  series: fc.constantFrom(...seriesKinds),
  since: fc.option(fc.constantFrom('2022-05-10' as IsoDate, '2024-02-29' as IsoDate)),
  agencySide: fc.constantFrom(...agencySides),
  actGroup: fc.constantFrom(...actGroups),
  ageLook: fc.constantFrom(...ageLooks),
  aspect: fc.constantFrom(...aspects.map(({ id }) => id)),
  trait: fc.option(fc.constantFrom('capital', 'no_land')),
  planGroup: fc.constantFrom(...planGroups),
  teamSide: fc.constantFrom(...teamSides),
  panel: fc.option(fc.constantFrom(...toolIds)),
  needScale: fc.constantFrom(...needScales),
  gapCut: fc.constantFrom(...gapCuts),
  spotRate: fc.constantFrom(...spotRates),
  spotLook: fc.constantFrom(...spotLooks),
  spotKm: fc.option(fc.integer({ min: 1, max: 100 })),
  spotFewest: fc.integer({ min: 1, max: 1000 }),
  partPercent: fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100),
  capacity: fc.constantFrom('households.300', 'teams.5.20.6', 'budget.90000.3000').map((text) => parseCapacity(text)!),
  aim: fc.constantFrom(...aims.map(({ id }) => id)),
  bandsKm: fc.constantFrom('5', '2,8', '1,2,3,400').map((text) => parseBands(text)!),
  breakdown: fc.constantFrom(...breakdowns),
  deadline: fc.option(fc.constantFrom('2022-12-31' as IsoDate, '2024-02-29' as IsoDate)),
  reportingDay: fc.integer({ min: 1, max: 31 }),
  today: fc.option(fc.constantFrom('2022-07-01' as IsoDate, '2024-02-29' as IsoDate)),
  meeting: fc.boolean(),
  digits: fc.constantFrom(...digitSets),
  renderer: fc.constantFrom(...renderers),
  slide: fc.constantFrom(null, 'cover', 'amphoe-9401', 'annex.2'),
  pins: fc.constantFrom(null, '94', '9410,940101', '10,11,12,13,14,15').map((text) => text && parsePins(text)),
  rows: fc
    .constantFrom(
      null,
      'household.pending',
      'need.helped~area:9410~dimension:health',
      'household.helped_share~of',
      'household.listed~moved:waiting.waiting.2022-06-10',
    )
    .map((text) => text && parseListed(text)),
});

describe('the URL', () => {
  it('holds every view', () => {
    fc.assert(fc.property(view, (it) => void expect(parseView(printView(it))).toEqual({ view: it, unknown: [] })));
  });

  it('is empty for the opening view', () => {
    expect(printView(openingView)).toBe('');
  });

  it('names the country’s snapshot', () => {
    expect(parseView('?at=th.2022-06-29').view.at).toEqual({ province: country, asOf: '2022-06-29' });
    expect(printView({ ...openingView, at: { province: country, asOf: '2022-06-29' as IsoDate } })).toBe(
      '?at=th.2022-06-29',
    );
  });

  it('can not be broken by any text', () => {
    const key = fc.oneof(fc.constantFrom(...fields.map((field) => field.key)), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.string({ unit: 'binary' }))), (pairs) => {
        const read = parseView(new URLSearchParams(pairs).toString());
        expect(parseView(printView(read.view)).view).toEqual(read.view);
      }),
    );
  });

  it.each([
    'dimension=wealth',
    'level=village',
    'at=94.2022-02-30',
    'at=.2022-06-29',
    'urgent=2',
    'status=waiting,lost',
    'colour=red',
    'area=94100',
    'method=jenks',
    'classes=2',
    'classes=10',
    'mid=7',
    'breaks=3,2',
    'breaks=1,,2',
    'breaks=1e3',
    'breaks=1,2,3,4,5,6,7,8,9',
    'kept=household.pending,1',
    'kept=household.pending,2,1',
    'kept=household.pending,1e2,2e2',
    'kept=<b>,1,2',
    'per=cow',
    'smooth=yes',
    'map=cartogram',
    'with=94.2022-02-30',
    'with=household.gold',
    'by=age',
    'panel=everything',
    'near=0',
    'near=101',
    'least=0',
    'least=2e2',
    'part=0',
    'part=101',
    'part=1e1',
    'capacity=households.0',
    'aim=oldest',
    'age=name',
    'aspect=name',
    'trait=ขอวัว',
    'km=5,5',
    'rows=household.gold',
    'rows=household.need~name:x',
  ])('says that it did not understand %s, and falls back', (text) => {
    const [key, value] = text.split('=');
    expect(parseView(`?${text}`)).toEqual({ view: openingView, unknown: [{ key, value }] });
  });
});
