/** Owns asking once for what is asked about many things at the same moment: what comes of it is given to each asker. */

interface Gathered<T> {
  readonly keys: Set<number>;
  readonly told: Promise<ReadonlyMap<number, T>>;
}

export class Together<T> {
  readonly #ask: (keys: readonly number[]) => Promise<ReadonlyMap<number, T>>;
  readonly #most: number;
  /** Those asked about at this moment. */
  #gathered: Gathered<T> | null = null;

  /** `most` of them are asked about at once. */
  constructor(most: number, ask: (keys: readonly number[]) => Promise<ReadonlyMap<number, T>>) {
    this.#most = most;
    this.#ask = ask;
  }

  async of(key: number): Promise<T> {
    const { keys, told } = (this.#gathered ??= this.#gather());
    keys.add(key);
    if (keys.size >= this.#most) this.#gathered = null;
    // What can't be told of one is told of the others all the same.
    const all = await told.catch(() => this.#ask([key]));
    const own = all.get(key);
    if (own === undefined) throw new Error(`nothing was told of ${key}`);
    return own;
  }

  #gather(): Gathered<T> {
    const keys = new Set<number>();
    const told = async (): Promise<ReadonlyMap<number, T>> => {
      // Whatever is asked about at this moment is gathered before the next task.
      await new Promise((resolve) => setTimeout(resolve));
      if (this.#gathered?.keys === keys) this.#gathered = null;
      return await this.#ask([...keys]);
    };
    return { keys, told: told() };
  }
}
