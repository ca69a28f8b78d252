/** Owns the worker's side of compiling WebAssembly once: it goes to the page, and comes compiled to the worker after. To be imported before DuckDB's. */

/** From a worker that has compiled it; to one that is to begin with it, before all else. */
export interface Compiled {
  readonly compiled: WebAssembly.Module;
}

const scope = globalThis as unknown as {
  addEventListener(kind: 'message', hear: (event: MessageEvent<Partial<Compiled> | null | undefined>) => void): void;
  postMessage(message: Compiled): void;
};
let given: WebAssembly.Module | null = null;
scope.addEventListener('message', (event) => {
  const { compiled } = event.data ?? {};
  if (!compiled) return;
  event.stopImmediatePropagation();
  given = compiled;
});

const instantiate = WebAssembly.instantiateStreaming.bind(WebAssembly);
WebAssembly.instantiateStreaming = async (source, imports) => {
  if (given) {
    // DuckDB's worker fetches it all the same: what comes is not waited for, nor that it can't be had.
    void Promise.resolve(source)
      .then(({ body }) => body?.cancel())
      .catch(() => undefined);
    return { module: given, instance: await WebAssembly.instantiate(given, imports) };
  }
  const made = await instantiate(source, imports);
  try {
    scope.postMessage({ compiled: made.module });
  } catch {
    // A browser that hands over no compiled code compiles it again.
  }
  return made;
};
