/** Owns seeing an object with some of its parts replaced; all others, private ones too, stay its own. */

/** What is not replaced is read from the object itself, so that it may change. */
export function instead<T extends object>(whole: T, parts: Partial<T>): T {
  return new Proxy(whole, {
    get(target, name) {
      if (Object.hasOwn(parts, name)) return Reflect.get(parts, name) as unknown;
      const own: unknown = Reflect.get(target, name, target);
      return typeof own === 'function' ? (own.bind(target) as unknown) : own;
    },
  });
}
