// What a message breaks in its schema, in words for whoever wrote the program: where, what is there, what must be there.
import type { ErrorObject } from 'ajv/dist/2020.js';
import { escapeUnsafe, quote } from './quote.js';

/** Longest path that is repeated, in characters: member names come from outside. */
const LONGEST_PATH = 120;

/** Says the first thing that is wrong: `/events/0/attributes/id is null, must be string, number or boolean`. */
export function schemaProblem(errors: readonly ErrorObject[] | null | undefined): string {
  // Where a branch of if/then/else fails, its own error says more than the one of the whole.
  const error = errors?.find(({ keyword }) => keyword !== 'if') ?? errors?.[0];
  if (error === undefined) return 'it breaks the schema';
  const place = placeOf(error.instancePath);
  const { params } = error;
  switch (error.keyword) {
    case 'type':
      return `${place} is ${kindOf(error.data)}, must be ${listOf([params['type']].flat().map(String), 'or')}`;
    case 'required':
    case 'dependentRequired':
      return `${place} has no member ${String(params['missingProperty'])}`;
    case 'additionalProperties':
      return `${place} has a member ${quote(String(params['additionalProperty']))}, which means nothing there: ${membersOf(error)}`;
    case 'minProperties':
    case 'maxProperties':
      return `${place} has ${membersIn(error.data)}: ${membersOf(error)}`;
    case 'const':
      return `${place} is ${kindOf(error.data)}, must be ${JSON.stringify(params['allowedValue'])}`;
    case 'enum':
      return `${place} is ${kindOf(error.data)}, must be ${listOf((params['allowedValues'] as unknown[]).map(String), 'or')}`;
    case 'minLength':
      return `${place} is empty`;
    case 'minItems':
    case 'maxItems':
      return `${place} has ${(error.data as unknown[]).length} items, must have ${params['limit']}`;
    case 'pattern':
      return String(params['pattern']).includes('A-Za-z0-9+/')
        ? `${place} is no base64 (standard alphabet, with padding, nothing else)`
        : `${place} does not have the form ${String(params['pattern'])}`;
    case 'false schema':
      return `${place} must not be there`;
    default:
      return `${place} ${error.message ?? 'breaks the schema'}`;
  }
}

function placeOf(path: string): string {
  if (path === '') return 'it';
  return escapeUnsafe(path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path);
}

/** A JSON value in a few words. */
function kindOf(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'string') return quote(value, 40);
  return Array.isArray(value) ? 'an array' : 'an object';
}

function membersIn(value: unknown): string {
  const names = Object.keys(value as object);
  if (names.length === 0) return 'no member';
  const shown = names.slice(0, 5).map((name) => quote(name, 40));
  return names.length > shown.length ? `${shown.join(', ')} and more` : listOf(shown, 'and');
}

/** What an object of this schema may have, from the schema itself. */
function membersOf({ parentSchema }: ErrorObject): string {
  const {
    properties = {},
    required = [],
    maxProperties,
  } = (parentSchema ?? {}) as {
    readonly properties?: object;
    readonly required?: readonly string[];
    readonly maxProperties?: number;
  };
  const optional = Object.keys(properties).filter((name) => !required.includes(name));
  const one = maxProperties === required.length + 1 ? 'exactly one of ' : '';
  if (optional.length === 0) return `it has ${listOf(required, 'and')}`;
  if (required.length === 0) return `it has ${one}${listOf(optional, one === '' ? 'or' : 'and')}`;
  return `beside ${listOf(required, 'and')} it has ${one}${listOf(optional, one === '' ? 'or' : 'and')}`;
}

function listOf(items: readonly string[], word: 'and' | 'or'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}
