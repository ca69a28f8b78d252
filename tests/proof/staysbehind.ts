/** Owns the full count of what stays behind: a thousand planted words, a long walk, and every byte of the profile, remembered or not. */
import { passphrase, plant, remember, showRows, walkAndSearch, walkFar, type Walked } from '../support/canaries.ts';
import { startServer } from '../../scripts/serve.ts';

const households = 50;

export interface StaysBehind {
  readonly default: Walked;
  readonly remembered: Walked;
}

export async function proveNothingStays(dir: string): Promise<StaysBehind> {
  const server = await startServer({ dir, port: 0 });
  try {
    const planted = plant(households);
    const code = planted.words.findLast((word) => /^9401\d{7}$/.test(word)) ?? '';
    const sealed = { ...planted, words: [...planted.words, passphrase] };
    return {
      default: await walkAndSearch(server.url, planted, async (page) => {
        await showRows(page, code);
        await walkFar(page, planted.words.at(-1) ?? '');
      }),
      remembered: await walkAndSearch(server.url, sealed, async (page) => {
        await remember(page);
        await showRows(page, code);
      }),
    };
  } finally {
    await server.close();
  }
}
