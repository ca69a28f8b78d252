/** The dashboard: which area and level are looked at, whatever the URL says, and which figures may stand under it. */
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/model/error.ts';
import { country, type AreaCode } from '../../../src/model/area.ts';
import { countryDates, entriesOf, openingOf, provincesApart } from '../../../src/state/country.ts';
import type { IsoDate, Snapshot } from '../../../src/model/snapshot.ts';
import type { QuestionName } from '../../../src/queries/questions.ts';
import { Dashboard } from '../../../src/state/dashboard.svelte.ts';
import type { Entry } from '../../../src/state/entry.ts';
import type { Session } from '../../../src/state/session.svelte.ts';
import { References } from '../../../src/state/references.svelte.ts';
import { parseView } from '../../../src/state/url.ts';
import type { View } from '../../../src/state/view.ts';
import type { ViewState } from '../../../src/state/view.svelte.ts';
import { gazetteer } from '../areas/files.ts';

const snapshot = (province: string, asOf: string): Snapshot => ({
  province: province as AreaCode,
  asOf: asOf as IsoDate,
});
const entry = (number: number, of: Snapshot): Entry => ({ number, snapshot: of, sample: null, receipt: null });
const pattani = entry(1, snapshot('94', '2022-06-29'));
const pathum = entry(2, snapshot('13', '2022-04-15'));

/** A dashboard at a URL, over snapshots whose questions are answered as the test says. */
function at(search: string, entries: readonly Entry[] = [pattani], answered: () => Promise<number> = async () => 7) {
  const view = {
    current: parseView(search).view,
    go: (patch: Partial<View>) => (view.current = { ...view.current, ...patch }),
    get filtersAsked() {
      return view.current.filters;
    },
    isAhead: false,
    catchUp: () => undefined,
  };
  const session: Pick<Session, 'gazetteer' | 'entries' | 'answer' | 'progress' | 'references' | 'seen'> = {
    gazetteer,
    entries,
    progress: null,
    references: new References(() => undefined),
    seen: (level) => level,
    answer: async () => {
      const listed = await answered();
      const rows = { length: 1, columns: { everything: [0], area: [941000], 'household.listed': [listed] } };
      return { figures: rows, areas: rows, classes: rows, places: rows, matrix: rows };
    },
  };
  const dashboard = new Dashboard(view as unknown as ViewState, session as Session);
  return { dashboard, view, entries };
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('the area looked at', () => {
  it('is the URL’s where it lies in the province, a municipality’s pseudo-code too', () => {
    for (const code of ['94', '9410', '941001', '940151'])
      expect(at(`?area=${code}&level=tambon`).dashboard).toMatchObject({ area: code, strayArea: null });
  });

  it('is the province where the URL’s is of another, or of none', () => {
    for (const code of ['13', '1301', '130101', '9499', '949901'])
      expect(at(`?area=${code}&level=tambon`).dashboard).toMatchObject({ area: '94', strayArea: code });
  });

  it('is let go when a snapshot of another province is looked at, even if its file is open already', () => {
    // Where the URL names no snapshot, the one just opened is the one at hand before it is looked at.
    const { dashboard, view } = at('?area=9410&level=tambon', [pattani, pathum]);
    dashboard.look(pathum.snapshot);
    expect(view.current).toMatchObject({ at: pathum.snapshot, area: null, level: 'tambon' });
  });

  it('stays when another round of its province is looked at', () => {
    const { dashboard, view } = at('?area=9410&level=tambon');
    dashboard.look(snapshot('94', '2022-07-10'));
    expect(view.current).toMatchObject({ at: { asOf: '2022-07-10' }, area: '9410' });
  });
});

describe('the level shown', () => {
  it('is never coarser than the area: a part’s figures are not those of the whole', () => {
    expect(at('?area=9410&level=province').dashboard).toMatchObject({ levelAsked: 'amphoe', level: 'amphoe' });
    expect(at('?area=9410&level=province').dashboard.subject?.level).toBe('amphoe');
    expect(at('?area=941001&level=amphoe').dashboard.subject?.level).toBe('tambon');
    expect(at('?area=941001&level=province').dashboard.subject?.level).toBe('tambon');
  });

  it('is the URL’s otherwise', () => {
    for (const level of ['province', 'amphoe', 'tambon'])
      expect(at(`?level=${level}`).dashboard.subject?.level).toBe(level);
    expect(at('?area=9410&level=tambon').dashboard.subject?.level).toBe('tambon');
    expect(at('?area=130101&level=province').dashboard.subject?.level).toBe('province');
  });
});

describe('the country', () => {
  const bangkok = entry(3, snapshot('10', '2022-06-29'));
  const all = [pattani, pathum, bangkok];
  const th = 'at=th.2022-06-29';

  it('is the snapshots of one date, where two provinces have one', () => {
    expect(countryDates(all)).toEqual(['2022-06-29']);
    expect(entriesOf(all, snapshot('', '2022-06-29'))).toEqual([pattani, bangkok]);
    expect(entriesOf(all, snapshot('', '2022-04-15'))).toEqual([]);
    expect(entriesOf(all, pathum.snapshot)).toEqual([pathum]);
    expect(provincesApart(all, [pattani, bangkok])).toEqual(['13']);
    expect(openingOf(all)).toEqual(snapshot('', '2022-06-29'));
    expect(openingOf([pattani, pathum])).toEqual(pattani.snapshot);
    expect(openingOf([])).toBeNull();
  });

  it('asks of all its snapshots, a province in it of its own alone', () => {
    expect(at(`?${th}&level=province`, all).dashboard.subject).toMatchObject({
      snapshots: [1, 3],
      area: country,
      level: 'province',
    });
    for (const area of ['94', '9410', '941001'])
      expect(at(`?${th}&level=tambon&area=${area}`, all).dashboard.subject).toMatchObject({ snapshots: [1], area });
  });

  it('has no area of a province that is not open on that date', () => {
    expect(at(`?${th}&area=13`, all).dashboard).toMatchObject({ area: country, strayArea: '13' });
  });

  it('is absent where fewer than two provinces have that date, and keeps the link’s area', () => {
    const { dashboard } = at(`?${th}&area=9410`, [pattani, pathum]);
    expect(dashboard).toMatchObject({ snapshot: null, absent: snapshot('', '2022-06-29'), area: '9410' });
  });

  it('is looked at from above, and left for a province by its amphoe', () => {
    const { dashboard, view } = at('?area=9410&level=tambon', all.toReversed().concat());
    dashboard.look(snapshot('', '2022-06-29'));
    expect(view.current).toMatchObject({ at: { province: '' }, area: null, level: 'province' });
    const back = at(`?${th}&level=province`, all);
    back.dashboard.look(pattani.snapshot);
    expect(back.view.current).toMatchObject({ area: null, level: 'amphoe' });
  });

  it('is gone into and shown by level', () => {
    const { dashboard, view } = at(`?${th}&level=province`, all);
    dashboard.drill('94' as AreaCode);
    expect(view.current).toMatchObject({ area: '94', level: 'amphoe' });
    const tambon = at(`?${th}&level=tambon&area=9410`, all);
    tambon.dashboard.show('amphoe');
    expect(tambon.view.current).toMatchObject({ area: '94', level: 'amphoe' });
    const province = at(`?${th}&level=tambon&area=9410`, all);
    province.dashboard.show('province');
    expect(province.view.current).toMatchObject({ area: null, level: 'province' });
    expect(at(`?${th}&level=tambon&area=9410`, all).dashboard.where).toBe('อ.ยะรัง จังหวัดปัตตานี');
    expect(at(`?${th}`, all).dashboard.where).toBe('ทั้งประเทศ');
  });
});

describe('figures', () => {
  const shown = (dashboard: Dashboard, name: QuestionName = 'figures') => dashboard.answer(name)?.value.get(0);

  it('are asked once for all panels', async () => {
    let passes = 0;
    const { dashboard } = at('', [pattani], async () => ++passes);
    dashboard.ask();
    await settled();
    expect([passes, shown(dashboard)]).toEqual([1, { 'household.listed': 1 }]);
    expect(dashboard.answer('areas')?.value.get(941000)).toEqual({ 'household.listed': 1 });
  });

  it('are asked of the same subject when the map is only restyled', () => {
    const { dashboard, view } = at('');
    const { subject } = dashboard;
    const look: Partial<View>[] = [
      { method: 'equal' },
      { classes: 9 },
      { breaks: [10, 20], method: 'manual' },
      { mid: 'average' },
      { per: 'need' },
      { smooth: true },
      { measure: 'household.helped_share' },
    ];
    for (const patch of look) {
      view.go(patch);
      expect(dashboard.subject).toEqual(subject);
    }
    view.go({ level: 'tambon' });
    expect(dashboard.subject).not.toEqual(subject);
  });

  it('of the last question stand while the next is pending', async () => {
    const { dashboard } = at('');
    dashboard.ask();
    await settled();
    dashboard.ask();
    expect(shown(dashboard)).toEqual({ 'household.listed': 7 });
    expect([dashboard.fault, dashboard.busy]).toEqual([null, true]);
    await settled();
  });

  it('do not stand under a question that failed; trying again brings them back', async () => {
    const fault = new AppError('sample_missing');
    let isBroken = false;
    const { dashboard, view } = at('', [pattani], () => (isBroken ? Promise.reject(fault) : Promise.resolve(7)));
    dashboard.ask();
    await settled();
    isBroken = true;
    view.go({ filters: { ...view.current.filters, dimensions: ['health'] } });
    dashboard.ask();
    await settled();
    expect([dashboard.fault, dashboard.figures, dashboard.answer('areas')]).toEqual([fault, {}, null]);
    isBroken = false;
    dashboard.ask();
    await settled();
    expect([dashboard.fault, dashboard.figures]).toEqual([null, { 'household.listed': 7 }]);
    expect(dashboard.shown?.filters.dimensions).toEqual(['health']);
  });
});
