/** Owns giving memory back at once: what is left to the collector of garbage stands beside what comes next. */

/** Frees what these columns lie in; nothing may look at them any more. An older browser leaves it to its collector. */
export function free(columns: readonly ArrayBufferView[]): void {
  for (const buffer of new Set(columns.map((column) => column.buffer)))
    (buffer as unknown as { transfer?(bytes: number): unknown }).transfer?.(0);
}
