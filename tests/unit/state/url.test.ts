/** The URL codec: every view survives the URL, and no text can break it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { country, levels, type AreaCode } from '../../../src/model/area.ts';
import type { IsoDate } from '../../../src/model/snapshot.ts';
import { languages } from '../../../src/model/text.ts';
import { filters, withChosen, type Filter } from '../../../src/queries/filters.ts';
import { measures } from '../../../src/queries/measures.ts';
import { noFilters } from '../../../src/model/subject.ts';
import { fields, openingView, parseView, printView, type View } from '../../../src/state/url.ts';

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
  ])('says that it did not understand %s, and falls back', (text) => {
    const [key, value] = text.split('=');
    expect(parseView(`?${text}`)).toEqual({ view: openingView, unknown: [{ key, value }] });
  });
});
