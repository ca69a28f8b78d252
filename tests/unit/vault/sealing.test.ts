/** Proves that sealed parts are read by their passphrase as they were, and by no other, nor after any change. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/model/error.ts';
import { isHead, leastRounds, openerOf, passKeyOf, Sealer, type Head } from '../../../src/vault/sealing.ts';

const encoder = new TextEncoder();
const key = await passKeyOf('คำผ่านของจังหวัด ๙๔');
const form = 'f0f0';
const savedAt = '2022-06-29T08:00:00.000Z';

interface Sealed {
  readonly head: Head;
  readonly parts: readonly Uint8Array[];
}
async function sealed(contents: readonly Uint8Array[], under = key): Promise<Sealed> {
  const sealer = new Sealer();
  const parts: Uint8Array[] = [];
  for (const content of contents) parts.push(await sealer.seal(content));
  return { head: await sealer.close(under, form, savedAt), parts };
}
async function opened({ head, parts }: Sealed, by: Pick<typeof key, 'key'> = key): Promise<readonly Uint8Array[]> {
  const opener = await openerOf(head, by);
  return await Promise.all(Array.from({ length: head.parts }, (_, at) => opener(at, parts[at] ?? new Uint8Array())));
}
/** The code with which it is refused; null where it is not. */
const refusal = (opening: Promise<unknown>): Promise<string | null> =>
  opening.then(
    () => null,
    (fault: unknown) => (fault instanceof AppError ? fault.code : String(fault)),
  );
function flipped(bytes: Uint8Array, at: number, bit: number): Uint8Array<ArrayBuffer> {
  const changed = new Uint8Array(bytes);
  changed[at % bytes.length] = (changed[at % bytes.length] ?? 0) ^ (1 << bit);
  return changed;
}
const contents = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 2, maxLength: 5 });

describe('sealed parts', () => {
  it('are read as they were', async () => {
    await fc.assert(
      fc.asyncProperty(contents, async (all) => {
        const save = await sealed(all);
        expect(isHead(save.head)).toBe(true);
        expect(await opened(save)).toEqual(all);
      }),
      { numRuns: 50 },
    );
  });

  it('are refused after any bit of any part is another, or any part is cut, or longer', async () => {
    await fc.assert(
      fc.asyncProperty(contents, fc.nat(), fc.nat(), fc.nat(7), async (all, which, at, bit) => {
        const { head, parts } = await sealed(all);
        const one = which % parts.length;
        const part = parts[one] as Uint8Array;
        const others = [flipped(part, at, bit), part.slice(0, at % part.length), new Uint8Array([...part, bit])];
        for (const other of others) {
          const changed = { head, parts: parts.map((own, index) => (index === one ? other : own)) };
          expect(await refusal(opened(changed))).toBe('vault_damaged');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are refused in another order, when one is left out, and beside those of another save', async () => {
    await fc.assert(
      fc.asyncProperty(contents, async (all) => {
        const save = await sealed(all);
        const again = await sealed(all);
        const { head, parts } = save;
        const [first = new Uint8Array(), second = new Uint8Array(), ...others] = parts;
        expect(await refusal(opened({ head, parts: [second, first, ...others] }))).toBe('vault_damaged');
        expect(await refusal(opened({ head, parts: parts.slice(0, -1) }))).toBe('vault_damaged');
        expect(await refusal(opened({ head, parts: [...again.parts.slice(0, 1), ...parts.slice(1)] }))).toBe(
          'vault_damaged',
        );
        // A head that says that there are fewer opens nothing: it is vouched for itself.
        expect(await refusal(opened({ head: { ...head, parts: head.parts - 1 }, parts }))).toBe('vault_passphrase');
        expect(await refusal(openerOf(head, key).then((open) => open(head.parts, first)))).toBe('vault_damaged');
      }),
      { numRuns: 20 },
    );
  });

  it('are refused when anything is changed in what stands in the clear', async () => {
    const { head, parts } = await sealed([encoder.encode('ก')]);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(7), async (at, bit) => {
        const changed: readonly Head[] = [
          { ...head, key: flipped(head.key, at, bit) },
          { ...head, salt: flipped(head.salt, at, bit) },
          { ...head, id: crypto.randomUUID() },
          { ...head, form: `${head.form}0` },
          { ...head, savedAt: new Date(at).toISOString() },
          { ...head, rounds: head.rounds + 1 },
        ];
        for (const other of changed) expect(await refusal(opened({ head: other, parts }))).toBe('vault_passphrase');
      }),
      { numRuns: 40 },
    );
  });

  it('are refused to every other passphrase', async () => {
    const save = await sealed([encoder.encode('ก')]);
    const { salt } = save.head;
    for (const other of ['', 'คำผ่านของจังหวัด ๙๕', 'คำผ่านของจังหวัด ๙๔ ', 'x'.repeat(1000)])
      expect(await refusal(opened(save, await passKeyOf(other, salt)))).toBe('vault_passphrase');
    // The same signs, composed in another way.
    const decomposed = 'คำผ่านของจังหวัด ๙๔'.replace('ำ', 'ํา');
    expect(await refusal(opened(save, await passKeyOf(decomposed, salt)))).toBeNull();
    // Of the same passphrase with another salt.
    expect(await refusal(opened(save, await passKeyOf('คำผ่านของจังหวัด ๙๔')))).toBe('vault_passphrase');
  });

  it('have an IV of their own each, and hold nothing in the clear', async () => {
    const content = encoder.encode('รหัสบ้าน 94010000001');
    const { head, parts } = await sealed(Array.from({ length: 200 }, () => content));
    const ivs = [...parts, head.key].map((part) => part.slice(0, 12).join());
    expect(new Set(ivs).size).toBe(201);
    for (const part of parts) expect(Buffer.from(part).includes(Buffer.from(content))).toBe(false);
  });
});

describe('the key of a passphrase', () => {
  it('takes 600,000 rounds at least and can’t be read', async () => {
    expect(leastRounds).toBeGreaterThanOrEqual(600_000);
    expect(key.rounds).toBe(leastRounds);
    expect(key.key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key.key)).rejects.toThrow();
  });

  it('is not to be had on a page without https, and that is said', async () => {
    // There a browser has random numbers, and seals nothing.
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes });
    try {
      expect(await refusal(passKeyOf('คำผ่านของจังหวัด ๙๔'))).toBe('vault_unavailable');
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

describe('what lies where a head would', () => {
  it('is no head unless it could be one', async () => {
    const { head } = await sealed([]);
    const others: readonly unknown[] = [
      ...[null, 'head', 7, [], {}],
      ...[0, 599_999, 10_000_001, NaN, '600000'].map((rounds) => ({ ...head, rounds })),
      ...[0, -1, 1.5, 1e9].map((parts) => ({ ...head, parts })),
      { ...head, parts: 1, savedAt: 'yesterday' },
      { ...head, parts: 1, salt: new Uint8Array(8) },
      { ...head, parts: 1, key: new Uint8Array(3) },
      { ...head, parts: 1, form: 'x'.repeat(100) },
    ];
    for (const other of others) expect(isHead(other), JSON.stringify(other)).toBe(false);
    expect(isHead({ ...head, parts: 1 })).toBe(true);
  });
});
