/** Owns the headers that go with every response, on this server and on every other that hosts the page. */
import { clusterOfBuild, clusterOrigin } from './origin.ts';

/** How a policy reaches the browser, and whom else than its own host the page may ask. */
export interface Carriage {
  /** With every answer; or written into the page, for hosts that send no headers of ours. */
  readonly delivery: 'header' | 'meta';
  /** Where workers start from: blobs in the build whose page bears the policy, also where headers are sent besides. */
  readonly workers?: 'own' | 'blob';
  /** An origin that answers questions in the engine's place: `https://host:port`. */
  readonly cluster?: string;
}

/**
 * The policy. A worker from an address takes it from its own response, not from the page; a worker from a blob takes the
 * page's. So where only the page bears it, no other worker may start. docs/deploy.md repeats the one sent as a header; a
 * house test compares them.
 */
export function policyOf({ delivery, workers = delivery === 'header' ? 'own' : 'blob', cluster }: Carriage): string {
  const isHeader = delivery === 'header';
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `worker-src ${workers === 'own' ? "'self'" : 'blob:'}`,
    `connect-src 'self'${cluster ? ` ${clusterOrigin(cluster)}` : ''}`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    // A browser passes over this one in a page.
    ...(isHeader ? ["frame-ancestors 'none'"] : []),
    "require-trusted-types-for 'script'",
    'trusted-types default svelte-trusted-html',
  ].join('; ');
}

export const contentSecurityPolicy = policyOf({ delivery: 'header', cluster: clusterOfBuild() });

export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // No name is looked up ahead: a name can carry words, and the policy has no line for it.
  'X-DNS-Prefetch-Control': 'off',
};

/** What a browser refuses to run or misreads under any other type. */
export const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.png': 'image/png',
};

/** The media type of a path by its ending; undefined where the ending is not one we serve. */
export function typeOf(pathname: string): string | undefined {
  return types[/\.[a-z0-9]+$/i.exec(pathname)?.[0].toLowerCase() ?? '.html'];
}

/** A name under /assets carries its content's hash, so it never changes; all else is asked for anew. */
export function cacheControlOf(pathname: string): string {
  return /^\/assets\/.+-[\w-]{8}\.\w+$/.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
