/** What the page tells of its own work: sums that fit their rows, nothing told where nothing is known, text to be copied. */
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/i18n/format.ts';
import { textsOf } from '../../../src/i18n/texts.ts';
import { sectionsOf, textOf, type Findings } from '../../../src/panels/diagnosing.ts';
import type { Datum } from '../../../src/ui/datum.ts';

const findings: Findings = {
  snapshots: [
    { number: 1, title: 'ปัตตานี' },
    { number: 2, title: 'ปทุมธานี' },
  ],
  engine: {
    version: 'v1.4.3',
    memoryBytes: 3e6,
    rows: [
      { snapshot: 1, household: 15_703, need: 20_000, help: 5 },
      // Taken out of the page, and not yet out of the engine.
      { snapshot: 9, household: 7, need: 7, help: 7 },
    ],
    areaFigures: 12,
  },
  cubes: [{ snapshot: 1, cells: 800, bytes: 5e6 }],
  timings: new Map([['answer.cube', 4.26]]),
  pageBytes: null,
  build: 'index-abc.js',
  browser: 'a browser',
  graphics: 'SVG',
  offline: 'ได้',
};
const sections = (of: Findings) => sectionsOf(of, textsOf('th'), formatOf('th'));
function figures(of: Findings): ReadonlyMap<string, Datum['value'][]> {
  const met = new Map<string, Datum['value'][]>();
  for (const { rows } of sections(of))
    for (const cell of rows.flatMap(({ cells }) => cells))
      if (typeof cell !== 'string') met.set(cell.measure, [...(met.get(cell.measure) ?? []), cell.value]);
  return met;
}

describe('the tables of what the page holds', () => {
  it('have a row for each snapshot that is loaded and can be looked at, and their sum', () => {
    const told = figures(findings);
    expect(told.get('row.snapshot_household')).toEqual([15_703]);
    expect(told.get('row.household')).toEqual([15_703]);
    expect(told.get('row.help')).toEqual([5]);
    expect(told.get('cell.cube')).toEqual([800]);
    expect(told.get('byte.cubes')).toEqual([5e6]);
    expect(told.get('row.area_figure')).toEqual([12]);
  });

  it('say what is not known instead of a zero', () => {
    const told = figures({ ...findings, engine: null, cubes: null });
    for (const measure of ['row.household', 'cell.cube', 'byte.engine', 'byte.cubes', 'byte.page', 'row.area_figure'])
      expect(told.get(measure), measure).toEqual([null]);
    expect(told.get('millisecond.answer_cube')).toEqual([4.26]);
    expect(told.get('millisecond.import_reading')).toEqual([null]);
  });

  it('are copied a line a row', () => {
    const lines = textOf(sections(findings)).split('\n');
    expect(lines[0]?.split('\t')).toHaveLength(6);
    expect(lines[1]).toBe('ปัตตานี\t15,703\t20,000\t5\t800\t5 MB');
    expect(lines).toContain('ตอบจากตารางสรุป\t4.3 มิลลิวินาที');
    expect(lines.at(-2)).toBe('เบราว์เซอร์\ta browser');
    expect(lines.at(-1)).toBe('ใช้โดยไม่มีอินเทอร์เน็ต\tได้');
  });
});
