/** Proves what is remembered of corrections: what is theirs and no more, one step back, and nothing where there is no shelf. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noCorrections } from '../../../src/model/correction.ts';
import type { Receipt } from '../../../src/model/receipt.ts';
import { Remembered } from '../../../src/state/remembered.svelte.ts';

class Shelf {
  readonly kept = new Map<string, string>();
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.kept.set(key, value);
  }
  removeItem(key: string): void {
    this.kept.delete(key);
  }
}
const some = { headers: { k1: ['tambon', null, 'status'] }, values: { status: { ปิดเคส: 'helped' } } } as const;
const more = { headers: {}, values: { status: { รอผล: 'in_progress' } } } as const;

describe('remembered corrections', () => {
  it('outlive the page and add up', () => {
    const shelf = new Shelf();
    const remembered = new Remembered(shelf);
    remembered.learn(some);
    remembered.learn(more);
    expect(new Remembered(shelf).current).toEqual({
      headers: some.headers,
      values: { status: { ปิดเคส: 'helped', รอผล: 'in_progress' } },
    });
  });

  it('say what a row stands for, of the grains there are', () => {
    const shelf = new Shelf();
    const remembered = new Remembered(shelf);
    remembered.learn({ ...noCorrections, grains: { k1: 'person' } });
    expect(new Remembered(shelf).current).toEqual({ ...noCorrections, grains: { k1: 'person' } });
    const [name = ''] = shelf.kept.keys();
    shelf.setItem(name, JSON.stringify({ headers: {}, values: {}, grains: { k1: 'toString', k2: 7, k3: 'help' } }));
    expect(new Remembered(shelf).current.grains).toEqual({ k3: 'help' });
    remembered.undo();
    expect([remembered.current, shelf.kept.size]).toEqual([noCorrections, 0]);
  });

  it('go one step back, or all at once', () => {
    const shelf = new Shelf();
    const remembered = new Remembered(shelf);
    remembered.learn(some);
    remembered.learn(more);
    remembered.undo();
    expect(remembered.current).toEqual(some);
    expect(remembered.canUndo).toBe(false);
    const back = remembered.mark();
    remembered.forgetAll();
    expect([remembered.current, shelf.kept.size]).toEqual([noCorrections, 0]);
    remembered.undo();
    expect(new Remembered(shelf).current).toEqual(some);
    remembered.forgetAll();
    back();
    expect([new Remembered(shelf).current, remembered.canUndo]).toEqual([some, false]);
  });

  it('take in the columns that were asked for, once', () => {
    const remembered = new Remembered(new Shelf());
    const receipt = {
      files: [
        { headerFrom: 'known', headerKey: 'a', headers: [{ header: 'ตำบล', column: 'tambon' }] },
        { headerFrom: 'corrected', headerKey: 'b', headers: [{ header: 'ทำเล', column: 'tambon' }] },
      ],
    } as unknown as Receipt;
    remembered.learnFrom(receipt);
    expect(remembered.current.headers).toEqual({ b: ['tambon'] });
    remembered.learnFrom(receipt);
    remembered.undo();
    expect(remembered.current).toEqual(noCorrections);
  });

  it('last as long as the page where the shelf is missing, full or forbidden', () => {
    const refuse = (): never => {
      throw new DOMException('no', 'QuotaExceededError');
    };
    for (const shelf of [null, { getItem: refuse, setItem: refuse, removeItem: refuse }]) {
      const remembered = new Remembered(shelf);
      remembered.learn(some);
      expect(remembered.current).toEqual(some);
      remembered.forgetAll();
      expect(remembered.current).toEqual(noCorrections);
    }
  });

  it('keep no long text', () => {
    const shelf = new Shelf();
    new Remembered(shelf).learn({ headers: {}, values: { status: { ['ก'.repeat(81)]: 'helped', ข: 'helped' } } });
    expect(new Remembered(shelf).current.values).toEqual({ status: { ข: 'helped' } });
  });

  it('take from the shelf only what the registries know', () => {
    const shelf = new Shelf();
    const key = 'phungpao.corrections';
    const odd = {
      headers: { a: ['nowhere'], b: ['status', null], c: 'x' },
      values: { status: { ก: 'richly', ข: 'helped' }, tambon: { ค: 'helped' }, toString: {} },
    };
    shelf.setItem(key, JSON.stringify(odd));
    expect(new Remembered(shelf).current).toEqual({
      headers: { b: ['status', null] },
      values: { status: { ข: 'helped' } },
    });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        shelf.setItem(key, text);
        expect(new Remembered(shelf).current).toEqual(noCorrections);
      }),
      { seed: 25650629 },
    );
  });
});
