/** Owns fetching what lies beside the page: of the page's own version, where it bears one. */

/** Read by `offline-worker.ts`; servers pay no heed to it. */
export const versionHeader = 'X-Version';

/**
 * A page that can be kept for use without a network bears its version, and names it wherever a file bears no hash in its
 * name: so it is given its own files, also while a newer version lies on the server.
 */
export async function fetchBeside(path: string): Promise<Response> {
  const version = pageVersion();
  const headers: Record<string, string> = version === null ? {} : { [versionHeader]: version };
  return await fetch(new URL(path, document.baseURI), { headers });
}

/** Written into the page by `scripts/offline.ts`; null in a build that is not kept. */
export function pageVersion(): string | null {
  return document.documentElement.dataset.version ?? null;
}
