/** Owns the worker that looks for hot spots: it tells how far it is, and stops in the middle when it is told to. */
import '../workers/watched.ts';
import { spotting, type SpotQuestion, type Spotting } from './spotting.ts';

/** `ask` numbers the questions; a new one ends the one before. */
export type ToSpotter =
  { readonly kind: 'find'; readonly ask: number; readonly question: SpotQuestion } | { readonly kind: 'stop' };
export type FromSpotter =
  | { readonly kind: 'progress'; readonly ask: number; readonly done: number }
  | { readonly kind: 'found'; readonly ask: number; readonly found: Spotting }
  | { readonly kind: 'fault'; readonly ask: number; readonly fault: string };

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ToSpotter>) => void) | null;
  postMessage(message: FromSpotter): void;
};
let current = 0;

scope.onmessage = ({ data }) => {
  current = data.kind === 'find' ? data.ask : 0;
  if (data.kind === 'find') void find(data.ask, data.question);
};

async function find(ask: number, question: SpotQuestion): Promise<void> {
  try {
    const work = spotting(question);
    while (ask === current) {
      const { done, value } = work.next();
      if (done) return scope.postMessage({ kind: 'found', ask, found: value });
      scope.postMessage({ kind: 'progress', ask, done: value });
      // Between two slices a message may come that ends the work.
      await new Promise((resolve) => setTimeout(resolve));
    }
  } catch (error) {
    scope.postMessage({ kind: 'fault', ask, fault: error instanceof Error ? error.message : String(error) });
  }
}
