/** Proves the gap of need and help: which areas are high and low, who is too small to tell, and what the map is given. */
import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../src/i18n/texts.ts';
import { concentratedOf, concentrationPainting } from '../../../src/panels/analysis/concentration.ts';
import { gapCategories, gapOf, gapPainting, gapRows, type Gap } from '../../../src/panels/analysis/gap.ts';
import { toolIds } from '../../../src/model/toolbox.ts';
import { tools, toolOf } from '../../../src/panels/toolbox.ts';
import { areaRows } from '../../../src/panels/areas.ts';
import type { Figures } from '../../../src/queries/figures.ts';
import { openingView } from '../../../src/state/view.ts';
import { standing, type Standing } from './standing.ts';

const counts = (need: number, helped: number, listed = need): Figures => ({
  'household.listed': listed,
  'household.need': need,
  'household.helped': helped,
  'household.pending': need - helped,
  'household.helped_share': need === 0 ? null : helped / need,
});
/** Nine amphoe: need falls in threes, help grows in threes; one too small to tell; some of no known amphoe. */
const rows = {
  940100: counts(900, 90),
  940200: counts(890, 450),
  940300: counts(880, 800),
  940400: counts(500, 51),
  940500: counts(490, 240),
  940600: counts(480, 430),
  940700: counts(100, 11),
  940800: counts(90, 45),
  940900: counts(80, 72),
  941000: counts(19, 0),
  940000: counts(1000, 0),
};
const at = (more: Partial<Standing> = {}, view = {}) => {
  const dashboard = standing({ area: '94', level: 'amphoe', rows, ...more });
  Object.assign(dashboard.view.current, view);
  return { dashboard, rows: areaRows(dashboard) };
};
const gapAt = (...args: Parameters<typeof at>): Gap => {
  const { dashboard, rows: all } = at(...args);
  const gap = gapOf(dashboard, all);
  if (typeof gap === 'string') throw new Error(gap);
  return gap;
};

describe('the gap', () => {
  it('is where need is in the upper third and help in the lower', () => {
    expect(gapRows(gapAt()).map(({ key }) => key)).toEqual(['9401']);
  });

  it('stands first, and who is too few to tell last, without a kind', () => {
    const all = gapAt().rows;
    expect(all[0]?.key).toBe('9401');
    expect(all.at(-1)).toMatchObject({ key: '9410', kind: null });
    expect(all).toHaveLength(10);
  });

  it('puts each in the kind that its two figures say', () => {
    const kinds = Object.fromEntries(gapAt().rows.map(({ key, kind }) => [key, kind]));
    expect(kinds).toEqual({
      9401: 2,
      9402: 5,
      9403: 8,
      9404: 1,
      9405: 4,
      9406: 7,
      9407: 0,
      9408: 3,
      9409: 6,
      9410: null,
    });
  });

  it('parts at the average, too: that of all areas, small ones among them', () => {
    const gap = gapAt({}, { gapCut: 'average' });
    expect(gap.cuts.need[0]).toBeCloseTo(4429 / 10);
    expect(gap.cuts.help[0]).toBeCloseTo(2189 / 4429);
    expect(gapRows(gap).map(({ key }) => key)).toEqual(['9401', '9404', '9405']);
  });

  it('is measured by the part of those listed, where the largest area need not win', () => {
    const some = {
      940100: counts(900, 40, 9000),
      940200: counts(90, 5, 100),
      940300: counts(300, 250, 600),
      940400: counts(300, 150, 1000),
      940500: counts(200, 150, 600),
      940600: counts(250, 200, 800),
    };
    expect(gapRows(gapAt({ rows: some }, { needScale: 'share' })).map(({ key }) => key)).toEqual(['9402']);
    expect(gapRows(gapAt({ rows: some })).map(({ key }) => key)).toEqual(['9401']);
  });

  it('is not told where a filter has chosen the status, nor of fewer than three areas', () => {
    const silent = at({ filters: { statuses: ['helped'] } });
    expect(gapOf(silent.dashboard, silent.rows)).toBe('silent');
    expect(gapPainting(silent.dashboard, silent.rows)).toBeNull();
    const few = at({ rows: { 940100: counts(50, 1), 940200: counts(50, 1), 940300: counts(3, 1) } });
    expect(gapOf(few.dashboard, few.rows)).toBe('too_few');
  });

  it('paints each area by its kind, those not in the file as having no data, and outlines the gap', () => {
    const { dashboard, rows: all } = at();
    const painting = gapPainting(dashboard, all);
    const categories = gapCategories(dashboard, 3);
    const valueOf = (code: string) => painting?.kinds?.values.get(code as never);
    expect(categories[Number(valueOf('9401'))]?.title).toBe('ต้องการมาก-ช่วยน้อย');
    expect(categories[Number(valueOf('9409'))]?.title).toBe('ต้องการน้อย-ช่วยมาก');
    expect(categories[Number(valueOf('9410'))]?.id).toBe('few');
    expect(valueOf('9411')).toBe('no_data');
    expect([...(painting?.marked ?? [])]).toEqual(['9401']);
    expect(painting?.kinds?.grid?.corners.bottomRight).toBe('ต้องการมาก-ช่วยน้อย');
    expect(painting?.lines?.('9401' as never)[0]?.value).toBe('ต้องการมาก-ช่วยน้อย');
  });
});

describe('concentration', () => {
  it('counts areas alone, says what is in none, and outlines those that hold the part of the URL', () => {
    const { dashboard, rows: all } = at({}, { partPercent: 50 });
    const { curve, picked, unplaced, measure } = concentratedOf(dashboard, all);
    expect([measure, unplaced, curve.total]).toEqual(['household.pending', 1000, 2240]);
    // 810 + 449 hold more than half of 2,240.
    expect(picked).toBe(2);
    expect([...concentrationPainting(dashboard, all).marked].sort()).toEqual(['9401', '9404']);
  });
});

describe('the tools', () => {
  it('are each there once, under a name and with a question', () => {
    expect(tools.map(({ id }) => id).sort()).toEqual([...toolIds].sort());
    for (const { id } of tools)
      for (const language of ['th', 'en'] as const) {
        const { analysis, progress } = textsOf(language);
        const { title, question } = { ...analysis.tools, ...progress.tools }[id];
        expect(title && question).toBeTruthy();
      }
  });

  it('stay away until they are asked for', () => {
    expect(toolOf(openingView.panel)).toBeNull();
    expect(toolOf('gap')?.id).toBe('gap');
  });
});
