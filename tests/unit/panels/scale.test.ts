/** The map's scale: counts or rates, what can't be divided told and counted, bounds as they are typed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { innerBounds } from '../../../src/areas/shading.ts';
import type { AreaCode } from '../../../src/model/area.ts';
import { areaRows, areaValues } from '../../../src/panels/areas.ts';
import { denominatorsOf } from '../../../src/panels/rates.ts';
import { asTyped, explained, scaleOf, typed, type Scale } from '../../../src/panels/scale.ts';
import type { Figures } from '../../../src/queries/figures.ts';
import type { View } from '../../../src/state/view.ts';
import { standing, type Standing } from './standing.ts';

const counts = (need: number, pending: number, listed = need): Figures => ({
  'household.need': need,
  'household.pending': pending,
  'household.helped': need - pending,
  'household.listed': listed,
  'household.surveyed': listed,
  'household.helped_share': need === 0 ? null : (need - pending) / need,
});
const code = (text: string): AreaCode => text as AreaCode;
const rows = { 940100: counts(200, 50), 940200: counts(100, 75), 940300: counts(20, 10), 940900: counts(0, 0) };
const scale = (look: Partial<View>, rest: Partial<Standing> = {}, id = 'household.pending' as const): Scale => {
  const dashboard = standing({ area: '94', level: 'amphoe', rows, look, ...rest });
  const all = areaRows(dashboard);
  return scaleOf(dashboard, id, all, areaValues(dashboard, id, all));
};

describe('a rate', () => {
  it('is the count by what stands beside it; of none there is none, and it is counted', () => {
    const { values, rates, measure, unit } = scale({ per: 'need' });
    expect(['9401', '9402', '9403', '9409', '9404'].map((area) => values.get(code(area)))).toEqual([
      0.25,
      0.75,
      0.5,
      'not_applicable',
      'no_data',
    ]);
    expect([rates?.none, rates?.over, rates?.few]).toEqual([1, 0, 1]);
    expect(rates?.average).toBeCloseTo(135 / 320);
    expect([measure, unit]).toEqual(['household.pending_per_need', 'share']);
  });

  it('of more than it is divided by is not used, and counted', () => {
    const odd = { 940100: { ...counts(200, 50), 'household.surveyed': 49 }, 940200: counts(100, 75) };
    const { values, rates, shading } = scale({ per: 'surveyed' }, { rows: odd });
    expect(values.get(code('9401'))).toBe('not_applicable');
    expect([rates?.over, rates?.none, rates?.average]).toEqual([1, 0, 0.75]);
    expect(shading.missing.not_applicable.count).toBe(1);
  });

  it('is not told where a filter on statuses has chosen it already', () => {
    const { values, isSilent } = scale({ per: 'need' }, { filters: { statuses: ['waiting'] } });
    expect([isSilent, values.get(code('9401'))]).toEqual([true, 'not_applicable']);
  });

  it('needs its table; of a share there is none', () => {
    const dashboard = standing({ area: '94', level: 'amphoe', rows });
    expect(denominatorsOf(dashboard, 'household.pending').map(({ id }) => id)).toEqual(['need', 'listed', 'surveyed']);
    expect(denominatorsOf(dashboard, 'household.need').map(({ id }) => id)).toEqual(['listed', 'surveyed']);
    expect(denominatorsOf(dashboard, 'household.helped_share')).toEqual([]);
    expect(scale({ per: 'people' }).measure).toBe('household.pending');
  });

  it('smoothed lies nearer to that of all, the more so the fewer are counted, and its title says so', () => {
    const [raw, smooth] = [scale({ per: 'need' }), scale({ per: 'need', smooth: true })];
    const drawn = ['9401', '9402'].map((area) => {
      const [before, after] = [raw, smooth].map(({ values }) => values.get(code(area)) as number);
      const average = raw.rates?.average ?? 0;
      return Math.abs((after ?? 0) - average) / Math.abs((before ?? 0) - average);
    });
    expect(drawn[0]).toBeLessThan(1);
    expect(drawn[1]).toBeLessThan(drawn[0] ?? 0);
    expect(smooth.title).toContain('ปรับให้เรียบ');
    expect(raw.title).not.toContain('ปรับให้เรียบ');
  });

  it('of a share of counts can be smoothed, and is the same share without', () => {
    const share = (look: Partial<View>) => scale(look, {}, 'household.helped_share' as never);
    expect(share({}).values.get(code('9401'))).toBe(0.75);
    expect(share({ smooth: true }).values.get(code('9401'))).not.toBe(0.75);
  });
});

describe('classes as the URL wants them', () => {
  it('keep locked bounds when the figures change', () => {
    const other = { 940100: counts(900, 800), 940200: counts(3, 1) };
    expect(innerBounds(scale({ breaks: [20, 60] }).shading)).toEqual([20, 60]);
    expect(innerBounds(scale({ breaks: [20, 60] }, { rows: other }).shading)).toEqual([20, 60]);
  });

  it('part in two colours at zero, at half of a share, at the average of all', () => {
    expect(scale({ mid: 'zero' }).shading.mid).toBe(0);
    expect(scale({ mid: 'half' }).shading.mid).toBeNull();
    expect(scale({ mid: 'half', per: 'need' }).shading.mid).toBe(0.5);
    expect(scale({ mid: 'average', per: 'need' }).shading.mid).toBeCloseTo(135 / 320);
    expect(scale({ mid: 'average' }).shading.mid).toBe(135 / 4);
  });

  it('explain themselves in the reader’s language', () => {
    const told = (look: Partial<View>, language: 'th' | 'en') => {
      const dashboard = standing({ area: '94', level: 'amphoe', rows, look, language });
      const all = areaRows(dashboard);
      const shown = scaleOf(dashboard, 'household.pending', all, areaValues(dashboard, 'household.pending', all));
      return explained(dashboard, shown);
    };
    expect(told({}, 'en')).toMatch(/^“Natural breaks” was chosen: there are only a few different figures/);
    expect(told({ method: 'equal' }, 'en')).toBe('Each class is as wide (equal interval)');
    expect(told({ method: 'equal', breaks: [3] }, 'th')).toBe('ใช้ขอบช่วงที่ล็อกไว้');
  });
});

describe('typed bounds', () => {
  it.each([
    ['10 20 50', 'count', [10, 20, 50]],
    ['๑๐ ๒๐', 'count', [10, 20]],
    ['1,000, 2,000', 'count', [1000, 2000]],
    ['25% 50% 75%', 'share', [0.25, 0.5, 0.75]],
    ['12.5;30', 'share', [0.125, 0.3]],
    ['-5 0 5', 'count', [-5, 0, 5]],
    ['20 10', 'count', null],
    ['10 10', 'count', null],
    ['a b', 'count', null],
    ['', 'count', null],
    ['1 2 3 4 5 6 7 8 9', 'count', null],
  ] as const)('%s (%s)', (text, unit, expected) => expect(typed(text, unit)).toEqual(expected));

  it('are read back as they are written', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -999, max: 1000 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('count' as const, 'share' as const),
        (whole, unit) => {
          const bounds = whole.map((one) => (unit === 'share' ? one / 1000 : one)).sort((a, b) => a - b);
          expect(typed(asTyped(bounds, unit), unit)).toEqual(bounds);
        },
      ),
      { seed: 11 },
    );
  });
});
