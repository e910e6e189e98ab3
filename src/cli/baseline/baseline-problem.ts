// What breaks the schema of baselines, in words: what was seen, and what it takes.
import type { ErrorObject } from 'ajv/dist/2020.js';
import { didYouMean } from '../nearest.js';
import { kindOf, MOST_SHOWN, showValue } from '../yaml/show-value.js';

export interface Problem {
  readonly message: string;
  readonly hint: string;
}

/** What each member takes. */
const WANTED: Readonly<Record<string, string>> = {
  case: 'one id or glob without blanks; quote one that begins with *',
  reason: 'a sentence: why it fails, or may fail',
  ticket: 'text: a link or a number; quote a number',
  expires: 'a day, as in 2027-01-31',
  fingerprint: 'the eight hexadecimal digits that the report gives; quote them',
};

/** Describes an error that the schema of baselines finds (ajv in verbose mode). */
export function describeBaselineError(error: ErrorObject): Problem {
  const [list, index, member] = error.instancePath.split('/').slice(1);
  if (error.keyword === 'additionalProperties') return unknownMember(error, entryName(list, index));
  if (list === undefined) return { message: `it holds ${kindOf(error.data)}`, hint: LISTS_HINT };
  if (index === undefined)
    return {
      message: `${list} is ${showValue(error.data)}`,
      hint: `${list} takes a list of entries, each with a dash`,
    };
  const name = entryName(list, index);
  if (error.keyword === 'required') {
    const missing = String(error.params['missingProperty']);
    return { message: `${name} has no ${missing}${ofCase(error.data)}`, hint: `add ${missing}: ${WANTED[missing]}` };
  }
  if (member === undefined)
    return { message: `${name} is ${showValue(error.data)}`, hint: 'write case: and reason: in each entry' };
  return { message: `${member} of ${name} is ${showValue(error.data)}`, hint: `${member} takes ${WANTED[member]}` };
}

const LISTS_HINT = 'write the lists expected: and flaky:, each of entries with case: and reason:';

const entryName = (list: string | undefined, index: string | undefined): string =>
  index === undefined ? '' : `entry ${Number(index) + 1} of ${list}`;

const ofCase = (entry: unknown): string =>
  typeof entry === 'object' && entry !== null && 'case' in entry ? ` (${showValue(entry.case)})` : '';

function unknownMember(error: ErrorObject, where: string): Problem {
  const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object);
  const unknown = String(error.params['additionalProperty']);
  const shown = JSON.stringify(unknown.slice(0, MOST_SHOWN));
  return where === ''
    ? {
        message: `there is no list ${shown}`,
        hint: didYouMean(unknown, known) ?? `the lists are ${known.join(' and ')}`,
      }
    : {
        message: `${where} has an unknown member ${shown}`,
        hint: didYouMean(unknown, known) ?? `an entry has ${known.join(', ')}`,
      };
}
