// Functions of the user's own, checked by the rules of section 3.5 that keep calls unambiguous.
import { BUILT_INS } from './built-ins.js';
import { keyOf, toTable } from './table.js';
import type { FunctionDefinition, FunctionTable } from './types.js';

/** A table for `compile` and `evaluate`, or why there is none: the definition that may not stand beside the others. */
export type DefinedFunctions =
  | { readonly kind: 'defined'; readonly functions: FunctionTable }
  | { readonly kind: 'refused'; readonly definition: FunctionDefinition; readonly reason: string };

const NAME = /^[A-Za-z][A-Za-z_]*$/;
const KEYWORDS = new Set(['NOT', 'AND', 'OR', 'XOR', 'LIKE', 'EXISTS', 'IN', 'TRUE', 'FALSE']);
const RESULTS = new Set(['boolean', 'integer', 'string']);
const PARAMETERS = new Set([...RESULTS, 'any']);

/**
 * Takes definitions in their order, each beside the built-in functions and those before it. Refused is: a name that no
 * call can have, a type that is none, an arity that the name has already, a second variadic definition of a name, and a
 * variadic one whose fixed parameters are not more than those of every other definition of the name.
 */
export function defineFunctions(definitions: readonly FunctionDefinition[]): DefinedFunctions {
  const taken: FunctionDefinition[] = [];
  for (const definition of definitions) {
    const reason = malformed(definition) ?? clash(definition, [...namesakes(definition, taken)]);
    if (reason !== undefined) return { kind: 'refused', definition, reason };
    taken.push(definition);
  }
  return { kind: 'defined', functions: toTable(taken) };
}

function namesakes({ name }: FunctionDefinition, taken: readonly FunctionDefinition[]): readonly FunctionDefinition[] {
  return [...(BUILT_INS.get(keyOf(name)) ?? []), ...taken.filter((one) => keyOf(one.name) === keyOf(name))];
}

function malformed({ name, parameters, variadic, result, call }: FunctionDefinition): string | undefined {
  if (typeof name !== 'string' || !NAME.test(name))
    return `${JSON.stringify(name)} is no name: it has letters and underscores, and begins with a letter`;
  if (KEYWORDS.has(keyOf(name))) return `${name} is a keyword`;
  const isKnown = [...parameters, ...(variadic === undefined ? [] : [variadic])].every((type) => PARAMETERS.has(type));
  if (!isKnown) return `a parameter of ${name} has none of the types ${[...PARAMETERS].join(', ')}`;
  if (!RESULTS.has(result)) return `the result of ${name} has none of the types ${[...RESULTS].join(', ')}`;
  return typeof call === 'function' ? undefined : `${name} has nothing to call`;
}

function clash(added: FunctionDefinition, others: readonly FunctionDefinition[]): string | undefined {
  const { name, parameters, variadic } = added;
  const other = others.find((one) => one.variadic !== undefined);
  if (variadic === undefined) {
    if (others.some((one) => one.variadic === undefined && one.parameters.length === parameters.length))
      return `${name} is defined with ${countOf(parameters)} already`;
    if (other !== undefined && other.parameters.length <= parameters.length)
      return `${name} is variadic from ${countOf(other.parameters)} on, so none can have ${parameters.length}`;
    return undefined;
  }
  if (other !== undefined) return `${name} is variadic already`;
  const most = Math.max(-1, ...others.map((one) => one.parameters.length));
  if (parameters.length > most) return undefined;
  return `${name} is defined with ${most} parameters, so a variadic one needs ${most + 1} fixed ones at least`;
}

const countOf = ({ length }: readonly unknown[]): string => (length === 1 ? '1 parameter' : `${length} parameters`);
