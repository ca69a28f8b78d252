/** Owns the server of a test run: the built page on a free port, told to the workers by an environment variable. */
import path from 'node:path';
import { startServer } from '../../scripts/serve.ts';

export default async function serving(): Promise<() => Promise<void>> {
  const dir = process.env.PHUNGPAO_DIST ?? path.resolve(import.meta.dirname, '../../dist');
  const server = await startServer({ dir, port: 0 });
  process.env.PHUNGPAO_URL = server.url;
  return () => server.close();
}
