/** The view: filters just chosen are asked about at once and shown with their answer; everything else is shown at once. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noFilters, type Filters } from '../../../src/model/subject.ts';
import { ViewState } from '../../../src/state/view.svelte.ts';

const health: Filters = { ...noFilters, dimensions: ['health'] };
const living: Filters = { ...noFilters, dimensions: ['living'] };
const page = new EventTarget();

beforeEach(() => {
  vi.useFakeTimers();
  const address = { search: '', pathname: '/', hash: '', origin: 'https://here' };
  const write = (_: unknown, __: string, url: string): string => (address.search = url.slice(1));
  vi.stubGlobal('location', address);
  vi.stubGlobal('history', { pushState: write, replaceState: write });
  for (const name of ['addEventListener', 'removeEventListener'] as const) vi.stubGlobal(name, page[name].bind(page));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('filters just chosen', () => {
  it('stand in the address and are asked about, before they are shown with what was answered', () => {
    const view = new ViewState();
    view.go({ filters: health });
    expect(location.search).toContain('health');
    expect([view.filtersAsked, view.current.filters, view.isAhead]).toEqual([health, noFilters, true]);
    view.catchUp();
    expect([view.filtersAsked, view.current.filters, view.isAhead]).toEqual([health, health, false]);
  });

  it('are shown within a frame where nothing is answered', () => {
    const view = new ViewState();
    view.go({ filters: health });
    vi.advanceTimersByTime(17);
    expect([view.current.filters, view.isAhead]).toEqual([health, false]);
  });

  it('are shown to whatever a reader does next', () => {
    const view = new ViewState();
    const stop = view.follow();
    view.go({ filters: health });
    page.dispatchEvent(new Event('click'));
    expect(view.current.filters).toEqual(health);
    stop();
    view.go({ filters: living });
    page.dispatchEvent(new Event('click'));
    expect(view.current.filters).toEqual(health);
  });

  it('are not lost to what is chosen after them, nor to Back', () => {
    const view = new ViewState();
    view.go({ filters: health });
    view.go({ language: 'en' });
    expect(view.current).toMatchObject({ filters: health, language: 'en' });
    view.go({ filters: living });
    expect(new URL(view.link({})).searchParams.get('dimension')).toBe('living');
    const stop = view.follow();
    location.search = '';
    page.dispatchEvent(new Event('popstate'));
    expect([view.current.filters, view.filtersAsked]).toEqual([noFilters, noFilters]);
    vi.advanceTimersByTime(17);
    expect(view.current.filters).toEqual(noFilters);
    stop();
  });

  it('are shown at once with another area, level or snapshot, and while others look on', () => {
    const view = new ViewState();
    view.go({ filters: health, level: 'tambon' });
    expect([view.current.filters, view.isAhead]).toEqual([health, false]);
    view.go({ filters: living });
    view.go({ meeting: true });
    expect([view.current.meeting, view.current.filters, view.isAhead]).toEqual([true, living, false]);
    view.go({ filters: noFilters });
    expect([view.current.filters, view.isAhead]).toEqual([noFilters, false]);
  });
});
