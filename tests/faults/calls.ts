/** Owns failing the N-th of all calls: of an engine, a file or a store, each wrapped so that its calls are counted together. */
import type { Engine, Question } from '../../src/engine/engine.ts';
import { AppError } from '../../src/model/error.ts';

/** Calls are counted from 0; that of `failing` fails, and all others go through. */
export class Calls {
  count = 0;
  readonly #failing: number;
  readonly #fault: () => Error;

  constructor(failing = Infinity, fault: () => Error = () => new Error('injected')) {
    this.#failing = failing;
    this.#fault = fault;
  }
  meet(): void {
    if (this.count++ === this.#failing) throw this.#fault();
  }

  engine(engine: Engine): Engine {
    return {
      lost: engine.lost,
      load: async (...told) => {
        this.meet();
        await engine.load(...told);
      },
      run: async (...told) => {
        this.meet();
        await engine.run(...told);
      },
      query: (question: Question, signal?: AbortSignal) => {
        this.meet();
        return engine.query(question, signal);
      },
      giveUp: () => engine.giveUp(),
      close: () => engine.close(),
    };
  }

  /** A file as the system gives it, until it is moved away. */
  file(bytes: Uint8Array<ArrayBuffer>, name: string): File {
    return failingFile(bytes, name, this);
  }

  store(kept = new Map<string, string>()): Storage {
    return {
      get length() {
        return kept.size;
      },
      key: (index) => (this.meet(), [...kept.keys()][index] ?? null),
      getItem: (key) => (this.meet(), kept.get(key) ?? null),
      setItem: (key, value) => (this.meet(), void kept.set(key, value)),
      removeItem: (key) => (this.meet(), void kept.delete(key)),
      clear: () => (this.meet(), kept.clear()),
    };
  }
}

function failingFile(bytes: Uint8Array<ArrayBuffer>, name: string, calls: Calls): File {
  const blob = new File([bytes], name);
  const slice = (start = 0, end = bytes.length): Blob => {
    calls.meet();
    return failingFile(bytes.slice(start, end), name, calls);
  };
  const stream = (): ReadableStream<Uint8Array<ArrayBuffer>> => {
    calls.meet();
    const reader = new Blob([bytes]).stream().getReader();
    return new ReadableStream({
      async pull(controller) {
        calls.meet();
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    });
  };
  const met = async <T>(read: () => Promise<T>): Promise<T> => {
    calls.meet();
    return await read();
  };
  return Object.assign(blob, {
    slice,
    stream,
    arrayBuffer: () => met(() => new Blob([bytes]).arrayBuffer()),
    text: () => met(() => new Blob([bytes]).text()),
  });
}

/** What a browser says of a file that was moved, and DuckDB of too little memory. */
export const unreadable = (): Error => new DOMException('The requested file could not be read', 'NotReadableError');
export const outOfMemory = (): Error => new AppError('engine_memory');
export const dead = (): Error => new AppError('worker_lost');
