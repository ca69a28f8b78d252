/** Proves that a scan's worker is listened to, ended when done, and given up when it falls silent or dies. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { scanFile } from '../../../src/files/scanning.ts';
import type { FromWorker } from '../../../src/files/worker.ts';
import { noHints } from '../../../src/model/headerrow.ts';

/** Does on `start` what a worker would. */
class Actor extends EventTarget {
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  isEnded = false;
  readonly #act: (self: Actor) => void;
  constructor(act: (self: Actor) => void) {
    super();
    this.#act = act;
  }
  postMessage({ kind }: { kind: string }): void {
    if (kind === 'start') this.#act(this);
  }
  say(data: FromWorker): void {
    this.onmessage?.({ data });
  }
  terminate(): void {
    this.isEnded = true;
  }
}

async function kinds(actor: Actor, silenceMs: number): Promise<string[]> {
  const told: string[] = [];
  const open = (): Worker => actor as unknown as Worker;
  for await (const { kind } of scanFile(new File(['x'], 'x.csv'), 0, open, undefined, noHints, silenceMs))
    told.push(kind);
  return told;
}
const progress: FromWorker = { kind: 'progress', bytesDone: 1, rows: 1 };

describe('a scan’s worker', () => {
  it('is ended when it has said that it is done', async () => {
    const actor = new Actor(
      (self) => void [progress, progress, { kind: 'end' } as const].forEach((said) => self.say(said)),
    );
    expect(await kinds(actor, 1_000)).toEqual(['progress', 'progress']);
    expect(actor.isEnded).toBe(true);
  });

  it('that hangs is ended, however it began', async () => {
    for (const begin of [[], [progress]]) {
      const actor = new Actor((self) => begin.forEach((said) => self.say(said)));
      await expect(kinds(actor, 30)).rejects.toMatchObject({ code: 'file_hang', detail: { file: 'x.csv' } });
      expect(actor.isEnded).toBe(true);
    }
  });

  it('that is slow but says so is waited for', async () => {
    const actor = new Actor((self) => {
      for (let turn = 1; turn <= 8; turn++) setTimeout(() => self.say(progress), turn * 30);
      setTimeout(() => self.say({ kind: 'end' }), 270);
    });
    expect(await kinds(actor, 150)).toHaveLength(8);
  });

  it('that dies is told at once', async () => {
    const actor = new Actor((self) => setTimeout(() => self.dispatchEvent(new Event('error'))));
    await expect(kinds(actor, 60_000)).rejects.toMatchObject({ code: 'worker_lost' });
    expect(actor.isEnded).toBe(true);
  });
});

describe('a large file', () => {
  const large = new File([new Uint8Array(2 ** 25)], 'x.csv');
  afterEach(() => void vi.unstubAllGlobals());

  /** The workers that were opened for it, each doing on `start` what the first one's turn says. */
  async function scanned(source: File, cores: number, begin: (scan: Actor, beside: Actor | undefined) => void) {
    vi.stubGlobal('navigator', { hardwareConcurrency: cores });
    const actors: Actor[] = [];
    const open = (): Worker => {
      actors.push(new Actor((self) => begin(self, actors[1])));
      return actors.at(-1) as unknown as Worker;
    };
    const work = async (): Promise<void> => {
      for await (const told of scanFile(source, 0, open, undefined, noHints, 60_000)) void told;
    };
    const fault: unknown = await work().catch((reason: unknown) => reason);
    return { actors, fault };
  }

  it('is read by two workers where there are as many cores, and both are ended', async () => {
    const end = (scan: Actor): void => scan.say({ kind: 'end' });
    for (const [source, cores, workers] of [
      [large, 2, 2],
      [large, 1, 1],
      [new File(['x'], 'x.csv'), 2, 1],
    ] as const) {
      const { actors, fault } = await scanned(source, cores, end);
      expect([fault, actors.map(({ isEnded }) => isEnded)]).toEqual([
        undefined,
        new Array<boolean>(workers).fill(true),
      ]);
    }
  });

  it('is given up where the second one dies', async () => {
    const { actors, fault } = await scanned(large, 2, (_, beside) => void beside?.dispatchEvent(new Event('error')));
    expect(fault).toMatchObject({ code: 'worker_lost' });
    expect(actors.map(({ isEnded }) => isEnded)).toEqual([true, true]);
  });
});
