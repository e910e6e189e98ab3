// Expressions, events and answers in words that show every character. They hold foreign text, and are escaped where they
// are put into a page.
import type { JsonValue } from '../../event/types.js';

import type { Cause, Example, ShownAnswer } from './types.js';

/** Longest value of an answer, in characters. */
const MOST = 80;

/** A text on one line, with all white space but single blanks as escapes: it may be what the expression is about. */
export const visible = (text: string): string =>
  text.replaceAll(/(?<= ) |^ | $|[^\S ]/g, (blank) => `\\u{${blank.charCodeAt(0).toString(16)}}`);

/** What an engine made of an expression: `0, math error`. */
export function answerText({ value, errors = [], failure }: ShownAnswer): string {
  if (failure !== undefined) return visible(failure);
  const kinds = [...new Set(errors)];
  const told = kinds.length === 0 ? '' : `, ${kinds.join(' and ')} error`;
  return visible(`${valueText(value)}${told}`);
}

function valueText(value: JsonValue | undefined): string {
  if (value === undefined) return 'no value';
  const text = [...JSON.stringify(value)];
  return text.length > MOST ? `${text.slice(0, MOST).join('')}…` : text.join('');
}

/** Who gave an answer: `reference (complete)`. */
export const answererText = ({ id, mode }: ShownAnswer): string => (mode === undefined ? id : `${id} (${mode})`);

/** The attributes that an expression can depend on: those that it names. */
export const aboutText = ({ expression, event: { attributes } }: Example): string =>
  Object.entries(attributes)
    .filter(([name]) => new RegExp(`(?<![A-Za-z0-9_])${name}(?![A-Za-z0-9_])`).test(expression))
    .map(([name, value]) => `${name} = ${visible(JSON.stringify(value))}`)
    .join(', ');

/** Engines with their number of expressions: `go 12, java 3`. */
export const whoText = ({ subjects }: Cause): string =>
  subjects.map(({ id, expressions }) => `${id} ${expressions}`).join(', ');
