import type { Message } from '../../src/binding/types.js';

/** Shorter parts of a request stand in an error text by chance. */
const LEAST = 4;

/** What an error text says beside what it repeats: the root of many refusals often differs in the quoted input alone. */
export function rootWords(text: string, requests: readonly Message[]): string {
  const repeated = requests
    .flatMap(({ headers }) => headers.map(([, value]) => value))
    .filter((value) => value.length >= LEAST)
    .sort((a, b) => b.length - a.length);
  return repeated
    .reduce((rest, value) => rest.replaceAll(value, '#'), text)
    .replaceAll(/t[0-9a-z]{12}|\d+/g, '#')
    .trim();
}
