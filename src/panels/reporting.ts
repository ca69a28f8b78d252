/** Owns the text of a problem report: what the page tells of its own work, what this browser can do, and the last steps. */
import type { Texts } from '../i18n/texts.ts';
import type { Step } from '../state/journal.ts';
import { textOf, type Section } from './diagnosing.ts';

/** What this browser can do, yes or no. */
export type Abilities = Readonly<Record<string, boolean | number>>;

/** Asked of the browser; what it can't tell is no. */
export function abilities(scope: typeof globalThis = globalThis): Abilities {
  const has = (ask: () => unknown): boolean => {
    try {
      return Boolean(ask());
    } catch {
      return false;
    }
  };
  return {
    secure: has(() => scope.isSecureContext),
    wasm: has(() => scope.WebAssembly),
    locks: has(() => scope.navigator.locks),
    localStorage: has(() => scope.localStorage),
    indexedDB: has(() => scope.indexedDB),
    opfs: has(() => scope.navigator.storage.getDirectory),
    serviceWorker: has(() => scope.navigator.serviceWorker),
    trustedTypes: has(() => (scope as { trustedTypes?: unknown }).trustedTypes),
    online: has(() => scope.navigator.onLine),
    cores: scope.navigator.hardwareConcurrency,
    width: scope.innerWidth,
    height: scope.innerHeight,
    pixelRatio: scope.devicePixelRatio,
  };
}

/** `sections` are to name snapshots by their numbers alone. */
export function reportText(
  sections: readonly Section[],
  able: Abilities,
  steps: readonly Step[],
  { report: texts }: Texts['diagnostics'],
): string {
  const abilityLines = Object.entries(able).map(([name, value]) => `${name}\t${String(value)}`);
  const stepLines = steps.map(({ atMs, kind, about }) => [(atMs / 1000).toFixed(1), kind, about.join(' ')].join('\t'));
  const part = (title: string, lines: readonly string[]): string => [title, ...lines].join('\n');
  return `${[texts.title, textOf(sections), part(texts.abilities, abilityLines), part(texts.steps, stepLines)].join('\n\n')}\n`;
}
