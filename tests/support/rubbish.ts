/** Owns which of some objects are still held by anybody, after all rubbish was cleared away. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export async function held(given: readonly WeakRef<object>[]): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // What was looked at in this turn of the loop is held until it ends.
  await new Promise((resolve) => setTimeout(resolve, 0));
  collect();
  return given.filter((one) => one.deref() !== undefined).length;
}
