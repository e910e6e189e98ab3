// The words of a refusal that tell it from others, whatever input it is about.
import { isCoreAttribute } from '../../event/names.js';

/** So many words, at most. */
const WORDS = 8;

/** Before the name of a class. */
const PACKAGE = /\b(?:[a-z][a-z0-9]*\.)+(?=[A-Z])/g;

/** What a value is in JSON: the same refusal of another value has another of these. */
const KINDS = /^(?:map|object|array|sequence|string|integer|number|boolean|float(?:ing)?|point|start)$/i;

/** Texts of errors quote what they are about, which is another part of another input each time; but an attribute is no input. */
export const wordsOfRefusal = (key: string): string =>
  key
    .replace(/ fuzz$/, '')
    .replaceAll(/"([^"]*)"?|'([^']*)'?|`([^`]*)`?/g, (_, ...quoted) => ` ${quoted.find(isName) ?? ''} `)
    .replaceAll(PACKAGE, '')
    .split(/[^a-zA-Z0-9]+/)
    .filter((word) => word !== '' && !KINDS.test(word))
    .slice(0, WORDS)
    .join(' ');

const isName = (quoted: unknown): boolean => typeof quoted === 'string' && isCoreAttribute(quoted);
