/** Proves that settings are read from a file as they were written, and that nothing else in a file is taken for a setting. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaCode } from '../../../src/model/area.ts';
import { noCorrections, type Corrections } from '../../../src/model/correction.ts';
import type { IsoDate } from '../../../src/model/snapshot.ts';
import { Hosts } from '../../../src/state/hosts.svelte.ts';
import { changesOf, mostBytes, readSettings, writeSettings, type SettingsOf } from '../../../src/state/settingsfile.ts';

const corrections: Corrections = {
  headers: { '0123456789abcdef': ['house_code', null, 'status'] },
  values: { status: { ให้แล้ว: 'helped' } },
  grains: { '0123456789abcdef': 'wide' },
  // Last as long as the page; they may name somebody.
  places: { บ้านของนางดวงแข: '940101' as AreaCode },
  dates: { 'x รายชื่อดวงแข.csv': '2022-06-29' as IsoDate },
  sheets: { 'รายชื่อดวงแข.xlsx › หนึ่ง': true },
};
const settings: SettingsOf = {
  corrections,
  hosts: { '94': { health: ['public_health', 'มูลนิธิในจังหวัด'] } },
  term: { deadline: '2022-09-30' as IsoDate, today: null, reportingDay: 5 },
};
const nothing: SettingsOf = { corrections: noCorrections, hosts: {}, term: null };
const written = writeSettings(settings);
const changed = (change: (all: Record<string, unknown>) => void): string => {
  const all = JSON.parse(written) as Record<string, unknown>;
  change(all);
  return JSON.stringify(all);
};

describe('settings in a file', () => {
  it('are read as they were written, without what may name anybody', () => {
    const { headers, values, grains } = corrections;
    expect(readSettings(written)).toEqual({ ...settings, corrections: { headers, values, grains }, unknown: [] });
    expect(readSettings(`\ufeff${written}`)).not.toBeNull();
    expect(written).not.toContain('ดวงแข');
  });

  it('are told before they are used: what would be added or changed, and nothing where all is so already', () => {
    const file = readSettings(written);
    if (!file) throw new Error('refused');
    expect(changesOf(nothing, file)).toEqual([
      { part: 'headers', count: 2 },
      { part: 'words', count: 1 },
      { part: 'hosts', count: 1 },
      { part: 'term', count: 1 },
    ]);
    expect(changesOf(settings, file)).toEqual([]);
    const words = { ...corrections, values: { status: { ให้แล้ว: 'waiting' } } };
    expect(changesOf({ ...settings, corrections: words }, file)).toEqual([{ part: 'words', count: 1 }]);
  });

  it('take only what the registries know, and say what they don’t', () => {
    const file = readSettings(
      changed((all) => {
        all.script = 'alert(1)';
        all.corrections = {
          headers: { a: ['no_column'] },
          values: { status: { ก: 'no_option' }, nonsense: { ก: 'ข' } },
        };
        all.hosts = { '94': { nonsense: ['ก'] }, abc: { health: ['ก'] } };
        all.term = { deadline: '2022-02-31', today: 7, reportingDay: 32 };
      }),
    );
    expect(file).toEqual({ ...nothing, unknown: ['script'] });
  });

  it('change no prototype', () => {
    const text = `{"kind":"phungpao.settings","version":1,"__proto__":{"polluted":1},"corrections":{"headers":{"__proto__":["status"]},"values":{"__proto__":{"polluted":"helped"},"status":{"__proto__":"helped"}},"grains":{"__proto__":"household"}},"hosts":{"__proto__":{"health":["ก"]}}}`;
    const file = readSettings(text);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(file?.unknown).toEqual(['__proto__']);
    expect(file?.corrections).toEqual(noCorrections);
    expect(file?.hosts).toEqual({});
  });

  it('are refused whole where the file is of another kind, another version, or too large', () => {
    const others = [
      ...['', '{', 'null', '[]', '7', '{}', 'รหัสบ้าน,สถานะ'],
      changed((all) => (all.version = 2)),
      changed((all) => (all.kind = 'other')),
      changed((all) => (all.filler = 'x'.repeat(mostBytes))),
    ];
    for (const other of others) expect(readSettings(other), other.slice(0, 40)).toBeNull();
  });

  it('never stop the page, whatever a file holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('corrections', 'hosts', 'term'), (value, key) => {
        const file = readSettings(changed((all) => (all[key] = value)));
        expect(file).not.toBeNull();
        if (file) expect(readSettings(writeSettings(file))).toEqual({ ...file, unknown: [] });
      }),
      { numRuns: 300 },
    );
  });
});

it('gives the way back from hosts that were taken over', () => {
  const hosts = new Hosts(null);
  hosts.choose('94' as AreaCode, 'health', ['ก']);
  const back = hosts.take({ '94': { income: ['ข'] }, '13': { health: ['ค'] } });
  expect(hosts.all).toEqual({ '94': { income: ['ข'] }, '13': { health: ['ค'] } });
  back();
  expect(hosts.all).toEqual({ '94': { health: ['ก'] } });
});
