/** Owns the page's one default Trusted Types policy: a script's address may be of this origin, and nothing else passes. */

interface PolicyFactory {
  readonly defaultPolicy: unknown;
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}

/** Returns the address where it is of this origin (or a worker the page made itself); throws otherwise. */
export function sameOrigin(url: string, base: string): string {
  const { origin, protocol } = new URL(url, base);
  if (origin !== new URL(base).origin || protocol === 'data:') throw new TypeError(`refused script address: ${origin}`);
  return url;
}

/** Workers are started from plain strings, by MapLibre too; without this policy the browser refuses them. Safe to call twice. */
export function trustOwnScripts(): void {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (!factory || factory.defaultPolicy) return;
  factory.createPolicy('default', { createScriptURL: (url) => sameOrigin(url, location.href) });
}
