/** Owns the Trusted Types policy by which workers are started: only scripts of the page's own origin pass. */

interface Policy {
  createScriptURL(url: string): unknown;
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

let policy: Policy | null = null;

/** The address of a worker's script as `new Worker` wants it. Throws for any other origin. */
export function workerScript(address: string | URL): URL {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin) throw new TypeError(`a worker from another origin: ${url.origin}`);
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (!factory) return url;
  policy ??= factory.createPolicy('app-worker', { createScriptURL: (text) => text });
  return policy.createScriptURL(url.href) as URL;
}
