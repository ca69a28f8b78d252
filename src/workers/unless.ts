/** Owns waiting for something that an end may cut short, of which the end remembers nothing afterwards. */

/**
 * What comes of `work`; refused with the signal's reason where it is aborted before that.
 * A promise of the end that lives long, raced against each answer, would keep every answer for as long as it lives.
 */
export async function unless<T>(ended: AbortSignal, work: Promise<T>): Promise<T> {
  let refuse: () => void = () => undefined;
  const end = new Promise<never>((_, reject) => (refuse = () => reject(ended.reason as Error)));
  if (ended.aborted) refuse();
  ended.addEventListener('abort', refuse);
  try {
    return await Promise.race([end, work]);
  } finally {
    ended.removeEventListener('abort', refuse);
  }
}
