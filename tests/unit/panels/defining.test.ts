/** Every figure of the page is told of, also those that no household is counted for. */
import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../src/i18n/texts.ts';
import { otherOf, unitOf } from '../../../src/panels/defining.ts';

describe.each(['th', 'en'] as const)('a figure that no household is counted for, in %s', (language) => {
  const texts = textsOf(language);
  const { others, units, percentOf, perMonth } = texts.explaining;

  it('is told by what kind of figure it is', () => {
    expect(otherOf('day.to_deadline', texts)).toBe(others['day.to_deadline']);
    expect(otherOf('rows.read', texts)).toBe(others['rows.']);
    expect(otherOf('household.need_since', texts)).toBe(others._since);
    expect(otherOf('household.moved_status', texts)).toBe(others['household.']);
    expect(otherOf('km.reach', texts)).toBe(others['']);
  });

  it('has the unit of what it counts', () => {
    expect(unitOf('day.to_deadline', texts.explaining)).toBe(units.day);
    expect(unitOf('rows.read', texts.explaining)).toBe(units.rows);
    expect(unitOf('act.count', texts.explaining)).toBe(units.act);
    expect(unitOf('household.helped_per_month', texts.explaining)).toBe(perMonth(units.household));
    expect(unitOf('household.funnel_share', texts.explaining)).toBe(percentOf);
    expect(unitOf('toString.x', texts.explaining)).toBe('');
  });
});
