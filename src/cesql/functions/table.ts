// Functions by name, which ignores case, and by arity (section 3.5).
import type { FunctionDefinition, FunctionTable } from './types.js';

/** The key of a name. Names are ASCII, so no locale matters. */
export const keyOf = (name: string): string => name.toUpperCase();

/** The table of definitions that do not clash. */
export function toTable(definitions: readonly FunctionDefinition[]): FunctionTable {
  const table = new Map<string, readonly FunctionDefinition[]>();
  for (const one of definitions) table.set(keyOf(one.name), [...(table.get(keyOf(one.name)) ?? []), one]);
  return table;
}

/** The definition that a call goes to: the one of its arity, else the variadic one if it has enough arguments. */
export function dispatch(
  tables: readonly FunctionTable[],
  name: string,
  arity: number,
): FunctionDefinition | undefined {
  const definitions = tables.flatMap((table) => table.get(keyOf(name)) ?? []);
  return (
    definitions.find(({ parameters, variadic }) => variadic === undefined && parameters.length === arity) ??
    definitions.find(({ parameters, variadic }) => variadic !== undefined && parameters.length <= arity)
  );
}
