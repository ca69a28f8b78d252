/** Which views a meeting can reach: any URL comes to one of them, and what can be reached stays as it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenOf, filters } from '../../../src/queries/filters.ts';
import { isTold, meetingFilters, reachable, toldOnMap } from '../../../src/state/meeting.ts';
import { parseView, printView } from '../../../src/state/url.ts';

const search = (text: string): string => printView(reachable(parseView(text).view));

describe('a meeting', () => {
  it('turns a link that asks for more into one that it can show', () => {
    expect(search('?meeting=1&dimension=health,income&class=welfare&survey=surveyed')).toBe(
      '?dimension=health&meeting=1',
    );
    expect(search('?meeting=1&rows=household.pending&panel=pace&map=circles&per=need&pin=9410')).toBe('?meeting=1');
    expect(search('?meeting=1&urgent=0&status=waiting&level=tambon&area=9410')).toBe(
      '?area=9410&level=tambon&status=waiting&meeting=1',
    );
    expect(search('?meeting=1&measure=need.count')).toBe('?meeting=1');
    expect(search('?meeting=1&measure=household.waiting&dimension=health')).toBe('?dimension=health&meeting=1');
  });
  it('changes no view out of a meeting, nor one that it can show', () => {
    for (const text of ['?panel=pace&rows=household.pending', '?dimension=health,income&pin=9410'])
      expect(search(text)).toBe(text);
    for (const text of ['?meeting=1', '?lang=en&dimension=health&meeting=1'])
      expect(search(text)).toBe(printView(parseView(text).view));
  });
  it('has at most one option of one filter, whatever the link', () => {
    const options = filters.flatMap(({ id, options: all }) => all.map((option) => [id, option.id] as const));
    const keys = {
      dimensions: 'dimension',
      classes: 'class',
      statuses: 'status',
      surveys: 'survey',
      urgent: 'urgent',
      overCapacity: 'over',
      localities: 'locality',
      members: 'member',
      together: 'together',
    };
    fc.assert(
      fc.property(fc.subarray(options), (chosen) => {
        const text = chosen.map(([id, option]) => `${keys[id]}=${option}`).join('&');
        const view = reachable(parseView(`?meeting=1&${text}`).view);
        const on = filters.flatMap(({ id }) => chosenOf(view.filters, id).map(() => id));
        expect(on.length).toBeLessThanOrEqual(1);
        expect(on.every((id) => meetingFilters.some((row) => row.id === id))).toBe(true);
        expect(isTold(view.measure, view.filters)).toBe(true);
        expect(toldOnMap(view.filters)).toContain('household.pending');
      }),
      { seed: 3 },
    );
  });
});
