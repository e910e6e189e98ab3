/**
 * Adds a member that is made when it is first read, and stands among the others from then on: a run that writes no
 * report makes no evidence for one.
 */
export function withLazy<T extends object, Name extends string, Value>(
  target: T,
  name: Name,
  make: () => Value,
): T & { readonly [Key in Name]: Value } {
  Object.defineProperty(target, name, {
    enumerable: true,
    configurable: true,
    get() {
      const value = make();
      Object.defineProperty(target, name, { enumerable: true, configurable: true, writable: false, value });
      return value;
    },
  });
  return target as T & { readonly [Key in Name]: Value };
}
