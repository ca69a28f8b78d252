/** Who is host of a dimension: the registry, unless a province chose otherwise, and what is kept of that. */
import { describe, expect, it } from 'vitest';
import { country, type AreaCode } from '../../../src/model/area.ts';
import { Hosts } from '../../../src/state/hosts.svelte.ts';

function shelf(text: string | null = null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => void (kept = value),
    removeItem: () => void (kept = null),
    read: () => kept,
  };
}
const pattani = '94' as AreaCode;
const other = '13' as AreaCode;

describe('hosts', () => {
  it('are the registry’s until a province chooses, and then only there', () => {
    const hosts = new Hosts(shelf());
    expect(hosts.of(pattani, 'income')).toHaveLength(4);
    hosts.choose(pattani, 'income', ['มูลนิธิบ้านเรา', 'labour_office', 'health_office', ' ']);
    expect(hosts.of(pattani, 'income')).toEqual(['health_office', 'labour_office', 'มูลนิธิบ้านเรา']);
    expect(hosts.of(pattani, 'health')).toEqual(['health_office']);
    expect(hosts.of(other, 'income')).toHaveLength(4);
    expect([hosts.isChosen(pattani), hosts.isChosen(other)]).toEqual([true, false]);
  });

  it('can be nobody, and go back to the usual ones', () => {
    const at = shelf();
    const hosts = new Hosts(at);
    hosts.choose(pattani, 'access', []);
    expect(hosts.of(pattani, 'access')).toEqual([]);
    hosts.reset(pattani);
    expect(hosts.of(pattani, 'access')).toEqual(['social_development']);
    expect(at.read()).toBeNull();
  });

  it('outlive the page', () => {
    const at = shelf();
    new Hosts(at).choose(pattani, 'education', ['learning']);
    expect(new Hosts(at).of(pattani, 'education')).toEqual(['learning']);
  });

  it('have none for the country, and take nothing from a shelf that could not have been chosen', () => {
    const hosts = new Hosts(shelf('{"94":{"health":["x"],"y":["z"],"living":[7]},"nowhere":{"health":["q"]},"95":3}'));
    hosts.choose(country, 'health', ['learning']);
    expect(hosts.of(country, 'health')).toEqual(['health_office']);
    expect(hosts.of(pattani, 'health')).toEqual(['x']);
    expect(hosts.of(pattani, 'living')).toEqual(['social_development']);
    for (const text of ['', '[]', 'null', '{"94":', '7']) expect(new Hosts(shelf(text)).isChosen(pattani)).toBe(false);
  });
});
