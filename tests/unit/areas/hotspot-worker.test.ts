/** The worker of hot spots: it tells how far it is, answers the last question alone, and stops in the middle. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromSpotter, ToSpotter } from '../../../src/areas/hotspot-worker.ts';
import { flat } from '../../../src/areas/neighbours.ts';
import { spotted, type SpotQuestion } from '../../../src/areas/spotting.ts';
import { Spotter } from '../../../src/state/spotter.ts';

const count = 100;
const question: SpotQuestion = {
  part: Float64Array.from({ length: count }, (_, at) => (at < 20 ? 90 : (at * 37) % 50)),
  whole: new Float64Array(count).fill(100),
  neighbours: flat(Array.from({ length: count }, (_, at) => [(at + 1) % count, (at + count - 1) % count])),
  fewest: 20,
  permutations: 9999,
  seed: 1,
};
/** The worker's own scope, and what it sends. */
interface Scope {
  onmessage?: ((event: { data: ToSpotter }) => void) | null;
  postMessage?: (message: FromSpotter) => void;
}
const scope = globalThis as unknown as Scope;
let heard: (message: FromSpotter) => void = () => undefined;

beforeEach(async () => {
  scope.postMessage = (message) => heard(structuredClone(message));
  vi.resetModules();
  await import('../../../src/areas/hotspot-worker.ts');
});
afterEach(() => {
  delete scope.onmessage;
  delete scope.postMessage;
});

/** The two ends joined as a browser joins them, without a thread between. */
function spotter(): Spotter {
  const worker = Object.assign(new EventTarget(), {
    onmessage: null as ((event: { data: FromSpotter }) => void) | null,
    postMessage: (data: ToSpotter) => queueMicrotask(() => scope.onmessage?.({ data: structuredClone(data) })),
  });
  heard = (data) => worker.onmessage?.({ data });
  return new Spotter(() => worker as unknown as Worker);
}
const open = (): AbortSignal => new AbortController().signal;

describe('a question', () => {
  it('is answered as if no worker were between, with its progress told', async () => {
    const done: number[] = [];
    const found = await spotter().find(question, open(), (part) => done.push(part));
    expect(found).toEqual(spotted(question));
    expect(done.length).toBeGreaterThan(1);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done.at(-1)).toBe(1);
  });

  it('that is called off is given up in the middle, and the next one answered', async () => {
    const asking = spotter();
    const stop = new AbortController();
    const told: number[] = [];
    const first = asking.find(question, stop.signal, (part) => {
      told.push(part);
      stop.abort();
    });
    await expect(first).rejects.toThrow(/abort/i);
    const sent: string[] = [];
    const through = heard;
    heard = (message) => {
      sent.push(message.kind);
      through(message);
    };
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([told.length, sent]).toEqual([1, []]);
    expect(await asking.find({ ...question, seed: 2 }, open(), () => undefined)).toEqual(
      spotted({ ...question, seed: 2 }),
    );
  });

  it('that can’t be worked on is told so, and does no harm to the next', async () => {
    const asking = spotter();
    const broken = { ...question, neighbours: { starts: new Uint32Array(0), others: new Uint32Array(0) } };
    await expect(asking.find(broken, open(), () => undefined)).rejects.toThrow();
    expect((await asking.find(question, open(), () => undefined)).compared).toBe(count);
  });
});
