/** Areas as rows and as map values: zero, none and not loaded stay apart, and no household goes without a row. */
import { describe, expect, it } from 'vitest';
import type { AreaCode } from '../../../src/model/area.ts';
import type { Figures } from '../../../src/queries/figures.ts';
import { areaRows, areaValues, figuresOf } from '../../../src/panels/areas.ts';
import { gazetteer } from '../areas/files.ts';
import { standing } from './standing.ts';

const counts = (need: number, helped: number): Figures => ({
  'household.need': need,
  'household.helped': helped,
  'household.pending': need - helped,
  'household.helped_share': need === 0 ? null : helped / need,
});
const code = (text: string): AreaCode => text as AreaCode;
const valuesOf = (dashboard: Parameters<typeof areaRows>[0], id: Parameters<typeof areaValues>[1]) =>
  areaValues(dashboard, id, areaRows(dashboard));

describe('rows of the areas', () => {
  it('are none before there is an answer', () => {
    expect(areaRows(standing({ area: '94', level: 'amphoe', rows: null }))).toEqual([]);
  });

  it('have code, shape, name and figures of their area', () => {
    const rows = areaRows(standing({ area: '94', level: 'amphoe', rows: { 941000: counts(10, 4) } }));
    expect(rows).toEqual([{ key: '9410', code: '9410', polygon: '9410', name: 'ยะรัง', figures: counts(10, 4) }]);
  });

  it('that are not known that finely have no code, and say within which area they are', () => {
    const amphoe = areaRows(
      standing({ area: '94', level: 'amphoe', rows: { 0: counts(2, 0), 940000: counts(3, 0), 941000: counts(4, 0) } }),
    );
    expect(amphoe.map(({ key, code, polygon, name }) => [key, code, polygon, name])).toEqual([
      ['000000', null, null, 'ไม่ทราบพื้นที่'],
      ['940000', null, null, 'ไม่ทราบพื้นที่ย่อย (จังหวัดปัตตานี)'],
      ['9410', '9410', '9410', 'ยะรัง'],
    ]);
    const tambon = areaRows(standing({ area: '9410', level: 'tambon', rows: { 941000: counts(1, 0) } }));
    expect(tambon.map(({ key, code, name }) => [key, code, name])).toEqual([['941000', null, 'ไม่ทราบพื้นที่ย่อย (อ.ยะรัง)']]);
    const english = areaRows(standing({ area: '94', level: 'amphoe', rows: { 0: counts(1, 0) }, language: 'en' }));
    expect(english[0]?.name).toBe('Area not known');
  });

  it('of a municipality have a code and the name of the file, but no shape', () => {
    const [row] = areaRows(
      standing({
        area: '1303',
        level: 'tambon',
        rows: { 130351: counts(5, 1) },
        names: { 130351: 'เทศบาลเมืองลำสามแก้ว' },
      }),
    );
    expect(row).toMatchObject({ key: '130351', code: '130351', polygon: null, name: 'เทศบาลเมืองลำสามแก้ว' });
  });
});

describe('values of the map', () => {
  it('are not loaded while there is no answer, for every shape of the scope', () => {
    const values = valuesOf(standing({ area: '94', level: 'amphoe', rows: null }), 'household.pending');
    expect([...values.keys()]).toEqual(gazetteer.children('94' as AreaCode).map((entry) => entry.code));
    expect(new Set(values.values())).toEqual(new Set(['not_loaded']));
  });

  it('tell an area with none from one that is not in the file', () => {
    const dashboard = standing({
      area: '94',
      level: 'amphoe',
      rows: { 0: counts(9, 0), 940900: counts(0, 0), 941000: counts(10, 4) },
    });
    const values = valuesOf(dashboard, 'household.pending');
    expect(values.get(code('9410'))).toBe(6);
    expect(values.get(code('9409'))).toBe(0);
    expect(values.get(code('9401'))).toBe('no_data');
    expect(values.size).toBe(gazetteer.children('94' as AreaCode).length);
  });

  it('are those of the scope alone', () => {
    const dashboard = standing({ area: '9410', level: 'tambon', rows: { 941001: counts(3, 1) } });
    const values = valuesOf(dashboard, 'household.need');
    expect(values.get(code('941001'))).toBe(3);
    expect(values.get(code('941002'))).toBe('no_data');
    expect([...values.keys()].every((one) => one.startsWith('9410'))).toBe(true);
  });

  it('of the country tell a province that is not open from one without rows, and from one with none', () => {
    const dashboard = standing({
      area: '',
      level: 'province',
      open: ['10', '13', '94'],
      rows: { 130000: counts(0, 0), 940000: counts(10, 4) },
    });
    const values = valuesOf(dashboard, 'household.pending');
    expect(values.size).toBe(77);
    expect(['94', '13', '10', '96'].map((one) => values.get(code(one)))).toEqual([6, 0, 'no_data', 'not_loaded']);
    expect(areaRows(dashboard).map(({ name }) => name)).toEqual(['ปทุมธานี', 'ปัตตานี']);
  });

  it('of the country’s tambon are not loaded where their province is not', () => {
    const values = valuesOf(
      standing({ area: '', level: 'tambon', open: ['94'], rows: { 941001: counts(3, 1) } }),
      'household.need',
    );
    // All shapes but those of the two khwaeng that are no more.
    expect(values.size).toBe(7423);
    expect(['941001', '941002', '960101'].map((one) => values.get(code(one)))).toEqual([3, 'no_data', 'not_loaded']);
  });

  it('hold the province itself where it is shown whole', () => {
    const dashboard = standing({ area: '94', level: 'province', rows: { 0: counts(1, 0), 940000: counts(10, 4) } });
    expect([...valuesOf(dashboard, 'household.need')]).toEqual([['94', 10]]);
  });

  it('of a share of none are no share, and not 0 %', () => {
    const dashboard = standing({ area: '94', level: 'amphoe', rows: { 940900: counts(0, 0), 941000: counts(8, 0) } });
    const values = valuesOf(dashboard, 'household.helped_share');
    expect(values.get(code('9409'))).toBe('not_applicable');
    expect(values.get(code('9410'))).toBe(0);
  });

  it('of a share are not to be had under a filter that has chosen it already', () => {
    const rows = { 941000: counts(8, 8) };
    const helped = standing({ area: '94', level: 'amphoe', rows, filters: { statuses: ['helped'] } });
    expect(valuesOf(helped, 'household.helped_share').get(code('9410'))).toBe('not_applicable');
    expect(valuesOf(helped, 'household.helped').get(code('9410'))).toBe(8);
    const visited = standing({ area: '94', level: 'amphoe', rows, filters: { surveys: ['surveyed'] } });
    expect(valuesOf(visited, 'household.helped_share').get(code('9410'))).toBe(1);
  });

  it('leave out what has no shape', () => {
    const dashboard = standing({
      area: '1303',
      level: 'tambon',
      rows: { 130300: counts(7, 0), 130301: counts(3, 0), 130351: counts(5, 1) },
    });
    const values = valuesOf(dashboard, 'household.need');
    expect(values.get(code('130301'))).toBe(3);
    expect([...values.values()].filter((value) => typeof value === 'number')).toEqual([3]);
  });

  it('of two codes drawn with one shape add up, and their share is no sum', () => {
    // 100910 became a khwaeng of its own in 2017; its boundary is still that of 100905.
    expect(gazetteer.polygonOf('100910')).toBe('100905');
    const dashboard = standing({
      area: '1009',
      level: 'tambon',
      rows: { 100905: counts(10, 5), 100910: counts(4, 0) },
    });
    expect(valuesOf(dashboard, 'household.need').get(code('100905'))).toBe(14);
    expect(valuesOf(dashboard, 'household.helped_share').get(code('100905'))).toBe('not_applicable');
    expect(valuesOf(dashboard, 'household.need').has(code('100910'))).toBe(false);
  });
});

describe('what is told of a shape', () => {
  const dashboard = standing({ area: '94', level: 'amphoe', rows: { 940900: counts(0, 0), 941000: counts(10, 4) } });
  const told = (of: Parameters<typeof areaRows>[0], polygon: string) => figuresOf(areaRows(of), code(polygon));

  it('are the figures of its area', () => {
    expect(told(dashboard, '9410')).toEqual(counts(10, 4));
    expect(told(dashboard, '9409')['household.need']).toBe(0);
  });

  it('is nothing, and not zero, where the file has none or nothing is answered', () => {
    expect(told(dashboard, '9401')).toEqual({});
    expect(told(standing({ area: '94', level: 'amphoe', rows: null }), '9410')).toEqual({});
  });

  it('are the counts of both codes that share it, as its colour says, and no share', () => {
    const shared = standing({ area: '1009', level: 'tambon', rows: { 100905: counts(10, 5), 100910: counts(4, 0) } });
    expect(told(shared, '100905')).toEqual({
      'household.need': 14,
      'household.helped': 5,
      'household.pending': 9,
      'household.helped_share': null,
    });
    expect(told(shared, '100905')['household.need']).toBe(valuesOf(shared, 'household.need').get(code('100905')));
  });
});
